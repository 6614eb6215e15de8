"""Labelled texts from many independent grammars, with real noise; deterministic by seed."""

from models.generate.grammar import Grammar, grammars
from models.generate.run import generate

GRAMMARS: tuple[Grammar, ...] = grammars()

__all__ = ["GRAMMARS", "Grammar", "generate"]
