"""Labelled texts: what they hold and how they are read and written."""

from models.labels.jsonl import LabelError
from models.labels.record import LabelledText, SpanLabel

__all__ = ["LabelError", "LabelledText", "SpanLabel"]
