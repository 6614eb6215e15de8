"""Mistakes as a Markdown list, for the terminal and for the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.messages import say
from models.mistakes.finding import Mistake, Worst
from models.mistakes.reasons import told
from models.registry.card import label_words

Pick = Callable[[tuple[str, str]], str]  # which language is shown of a (zh, en) pair, or both


def section(found: Worst, pick: Pick, literal: Callable[[str], str] = str, level: str = "##") -> Iterator[str]:
    """The list under its title, with what its signs mean."""
    yield f"{level} {pick(say('mistakes:title', count=len(found.shown), wrong=found.wrong))}"
    yield ""
    if not found.wrong:
        yield pick(say("mistakes:none"))
    elif found.shown:
        yield pick(say("mistakes:signs"))
        yield ""
    yield from lines(found, pick, literal)


def lines(found: Worst, pick: Pick, literal: Callable[[str], str] = str) -> Iterator[str]:
    """A numbered list; `literal` makes the words of a document safe for where they are shown."""
    for number, each in enumerate(found.shown, start=1):
        said = {name: pick(label(found.task, getattr(each, name))) for name in ("due", "said", "told")}
        head = pick(say("mistakes:one", text=literal(each.text), probability=f"{each.probability:.3f}", **said))
        yield f"{number}. {head}"
        yield f"   - {literal(quoted(each))}"
        spoke = "; ".join(f"{literal(pick(told(found.task, word)))} {weight:+.2f}" for word, weight in each.reasons)
        yield f"   - {pick(say('mistakes:reasons', reasons=spoke))}"
    if found.kept_back:
        if found.shown:
            yield ""
        yield pick(say("mistakes:kept-back", count=found.kept_back))


def quoted(each: Mistake) -> str:
    """The sentence with the mention marked."""
    return f"{each.before}【{each.mention}】{each.after}"


def label(task: str, name: str) -> tuple[str, str]:
    """A model's answer in both languages."""
    return label_words(task, name, 0), label_words(task, name, 1)
