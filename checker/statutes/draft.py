"""Kept for its users: what drafted provisions from a law's text is now `checker.statutes.importing`."""

from checker.statutes.importing.sizes import SIZE

__all__ = ["SIZE"]
