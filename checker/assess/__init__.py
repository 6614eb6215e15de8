"""Measure a decision: facts, statutory band, benchmark item, tiers, and the range the amount should lie in."""

from checker.assess.case import AssessSettings, assess

__all__ = ["AssessSettings", "assess"]
