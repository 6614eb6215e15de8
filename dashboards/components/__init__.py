"""Pieces of a page; each takes `key=` and owns its session state."""
