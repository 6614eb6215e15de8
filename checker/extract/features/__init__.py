"""The only feature code: what a model sees of a text, the same in training and in reading.

A sample is a tuple of words, each a short string with a prefix that says where it was seen (`b:` before, `a:` after …).
A model sees which words are there, not how often. FEATURES changes whenever the same text may give other words: an
artefact made for other words is refused.
"""

from checker.extract.features.circumstance import clause_words, clauses, polarity_words
from checker.extract.features.kind import kind_words
from checker.extract.features.money import money_words
from checker.extract.features.section import lines_of, section_words

FEATURES = "3"
Words = tuple[str, ...]

__all__ = [
    "FEATURES",
    "Words",
    "clause_words",
    "clauses",
    "kind_words",
    "lines_of",
    "money_words",
    "polarity_words",
    "section_words",
]
