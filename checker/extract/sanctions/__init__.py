"""The penalties of the operative part: kind, amount, for whom, on which basis."""

from checker.extract.sanctions.reading import read_sanctions
from checker.extract.sanctions.reckoned import BASES

__all__ = ["BASES", "read_sanctions"]
