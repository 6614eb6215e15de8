"""Dated provisions, the language of ranges, conditions in three values, and the resolution of citations."""

from checker.statutes.book import StatuteBook
from checker.statutes.conditions import evaluate
from checker.statutes.ranges import RangeReading, parse_ranges

__all__ = ["RangeReading", "StatuteBook", "evaluate", "parse_ranges"]
