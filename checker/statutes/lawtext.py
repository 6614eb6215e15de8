"""The text of a law as a tree; see `checker.statutes.importing.tree`, which does the reading."""

from checker.statutes.importing.tree import Article, Paragraph, articles

__all__ = ["Article", "Paragraph", "articles"]
