"""Mistakes as a Markdown list, for the terminal in one language and for the report in both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.messages import say
from models.mistakes.finding import Mistake, Worst
from models.mistakes.reasons import told
from models.registry.card import label_words

Literal = Callable[[str], str]  # makes the words of a document safe for where they are shown
BOTH = (0, 1)  # the sides of a (zh, en) pair


def section(found: Worst, sides: Sequence[int], literal: Literal = str, level: str = "##") -> Iterator[str]:
    """The list under its title, with what its signs mean; `sides` are the languages, 0 Chinese and 1 English."""
    title = say("mistakes:title", count=len(found.shown), wrong=found.wrong)
    yield from (f"{level} {' · '.join(title[side] for side in sides)}", "")
    if not found.wrong:
        yield from (say("mistakes:none")[side] for side in sides)
    elif found.shown:
        for side in sides:
            yield from (say("mistakes:signs")[side], "")
    for number, each in enumerate(found.shown, start=1):
        yield from _item(found.task, number, each, sides, literal)
    if found.kept_back:
        yield ""
        yield from (say("mistakes:kept-back", count=found.kept_back)[side] for side in sides)


def _item(task: str, number: int, each: Mistake, sides: Sequence[int], literal: Literal) -> Iterator[str]:
    named = {name: label(task, getattr(each, name)) for name in ("due", "said", "told")}
    head = say("mistakes:one", text=literal(each.text), probability=f"{each.probability:.3f}", **named)
    reasons = say("mistakes:reasons", reasons=tuple(literal(reasons_in(task, each, side)) for side in BOTH))
    yield f"{number}. {head[sides[0]]}"
    yield from (f"   - {head[side]}" for side in sides[1:])
    yield f"   - {literal(quoted(each))}"
    yield from (f"   - {reasons[side]}" for side in sides)


def quoted(each: Mistake) -> str:
    """The sentence with the mention marked."""
    return f"{each.before}【{each.mention}】{each.after}"


def reasons_in(task: str, each: Mistake, side: int) -> str:
    """The reasons with their weights, in one language."""
    return "; ".join(f"{told(task, word)[side]} {weight:+.2f}" for word, weight in each.reasons)


def label(task: str, name: str) -> tuple[str, str]:
    """A model's answer in both languages."""
    return label_words(task, name, 0), label_words(task, name, 1)
