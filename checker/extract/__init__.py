"""Decisions out of clean text. Rules today; trained extractors stand behind the same protocol."""

from checker.extract.protocol import Extractor
from checker.extract.rules import RuleExtractor
from checker.records.decision import Decision
from checker.records.document import CleanText


def extract(text: CleanText, extractor: Extractor | None = None) -> Decision:
    """What the text says, by the given extractor or the rules."""
    return (extractor or RuleExtractor()).extract(text)


__all__ = ["Extractor", "RuleExtractor", "extract"]
