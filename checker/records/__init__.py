"""Frozen values passed between the stages; imports nothing of ours."""
