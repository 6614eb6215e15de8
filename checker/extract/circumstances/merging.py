"""From mentions to what the document finds and what it rules out."""

from __future__ import annotations

from collections.abc import Iterable

from checker.extract.circumstances.lexicon import EFFECT_OF
from checker.extract.circumstances.mentions import Mention
from checker.extract.paper import Paper
from checker.records.decision import Circumstance


def merge(
    paper: Paper, mentions: Iterable[Mention], claimed_effect: str | None
) -> tuple[tuple[Circumstance, ...], tuple[Circumstance, ...]]:
    """(found, denied). A kind told several times keeps its strongest place: reasoning before facts."""
    found: dict[tuple[str, str], Circumstance] = {}
    denied: dict[str, Circumstance] = {}
    for each in mentions:
        if each.polarity not in ("found", "denied"):
            continue
        spans = paper.spans(each.start, each.end)
        effect = effect_of(each.kind, claimed_effect)
        made = Circumstance(each.kind, effect, spans, paper.sure(each.confidence, each.start, each.end), each.place)
        if each.polarity == "denied":
            denied.setdefault(each.kind, made)
        else:
            found.setdefault((each.kind, each.place), made)
    kept = tuple(each for (kind, _), each in found.items() if kind not in denied or each.place == "reasoning")
    return kept, tuple(each for kind, each in denied.items() if (kind, "reasoning") not in found)


def effect_of(kind: str, claimed_effect: str | None) -> str:
    """The effect that this document gives a mitigating circumstance, else the usual one of its kind.

    A decision that reduces (减轻) or does not punish says so of the circumstances that it rests on; the same
    circumstance lightens (从轻) elsewhere. Aggravating ones have one effect only.
    """
    usual = EFFECT_OF[kind]
    return claimed_effect if usual == "lighter" and claimed_effect in ("reduced", "none") else usual
