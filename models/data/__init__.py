"""The data sets that ship with the analysts' side; each folder has a card (README.md) beside its files."""

from models.data.sets import handwritten, phrases, written

__all__ = ["handwritten", "phrases", "written"]
