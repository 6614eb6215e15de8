"""Words for the names of facts, from the message catalogue."""

from __future__ import annotations

from checker.messages import messages, say


def fact_words(name: str) -> tuple[str, str]:
    """A fact's name in Chinese and English; numbers and unknown names as they are."""
    if name.startswith("text:"):
        return text_words(name[5:])
    key = f"circumstance:{name[4:]}" if name.startswith("has:") else f"condition:{name}"
    return say(key) if key in messages() else (name, name)


def text_words(wording: str) -> tuple[str, str]:
    """A wording that a table asks for."""
    return f"“{wording}”", f"“{wording}”"
