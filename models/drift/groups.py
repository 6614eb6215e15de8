"""Each agency and month set against the training data: the share of "not sure" and the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from checker.extract.learned import SURE
from checker.review import readings
from checker.store import Store, queries
from models.drift.profile import SIZES, Counts, Profile
from models.training import Rate

ENOUGH_READINGS = 30  # fewer say too little of a share
CAP = 200  # texts of an agency and month whose words are counted: more change nothing and take time


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one agency and month; None: of all agencies, or of all months ("" where no date was read).

    `unsure` counts readings below the threshold. A verdict is steady, drifted, too_few or no_reference.
    """

    agency: str | None
    month: str | None
    texts: int
    unsure: Rate
    unsure_verdict: str
    distance: float | None
    limit: float | None
    words_verdict: str

    @property
    def tells(self) -> bool:
        """Whether there is enough to say anything of it."""
        return not {self.unsure_verdict, self.words_verdict} <= {"too_few", "no_reference"}


@dataclass
class _Sum:
    texts: int = 0
    counted: int = 0
    unsure: int = 0
    readings: int = 0
    words: Counts = field(default_factory=lambda: np.zeros(0))


def measure(store: Store, profile: Profile | None, unsure: float | None, *, sure: float = SURE) -> tuple[Group, ...]:
    """All groups of the current results: each agency and month, each agency, each month.

    `profile` is of the training texts and `unsure` the share of "not sure" on the test texts; None: not known.
    """
    sums: dict[tuple[str | None, str | None], _Sum] = {}
    for row in queries.readings(store):
        agency, month = row.agency or "", row.decision_date.strftime("%Y-%m") if row.decision_date else ""
        keys = ((agency, month), (agency, None), (None, month), (None, None))
        counts = None
        if profile is not None and sums.get(keys[0], _Sum()).counted < CAP:
            counts = profile.count("\n".join(queries.source(store, row.sha256).shown))
        told = [each.confidence for each in readings(row.extracted)]
        for key in keys:
            _take(sums.setdefault(key, _Sum()), told, counts, sure)
    made = [_group(key, each, profile, unsure) for key, each in sums.items()]
    return tuple(sorted(made, key=_order))


def _order(each: Group) -> tuple[bool, str, bool, str]:
    """The whole first, then its months, then each agency with its months."""
    return each.agency is not None, each.agency or "", each.month is not None, each.month or ""


def _take(into: _Sum, told: list[float], counts: Counts | None, sure: float) -> None:
    into.texts += 1
    into.readings += len(told)
    into.unsure += sum(each < sure for each in told)
    if counts is not None:
        into.counted += 1
        into.words = counts if not into.words.size else into.words + counts


def _group(key: tuple[str | None, str | None], each: _Sum, profile: Profile | None, unsure: float | None) -> Group:
    share = Rate(each.unsure, each.readings)
    distance = profile.distance(each.words) if profile is not None and each.counted else None
    limit = profile.limit(each.counted) if profile is not None else None
    if each.counted < min(SIZES) and profile is not None:
        words_verdict = "too_few"
    elif distance is None or limit is None:  # too few training texts give no limit
        words_verdict = "no_reference"
    else:
        words_verdict = "drifted" if distance > limit else "steady"
    return Group(*key, each.texts, share, _unsure_verdict(share, unsure), distance, limit, words_verdict)


def _unsure_verdict(share: Rate, reference: float | None) -> str:
    """Drifted when even the lower end of the share's interval lies above what the test texts had."""
    if share.all < ENOUGH_READINGS:
        return "too_few"
    if reference is None:
        return "no_reference"
    return "drifted" if share.interval[0] > reference else "steady"


def reference(cards: Iterable[Mapping[str, Any]]) -> tuple[Profile | None, float | None]:
    """The words of the training texts and the share of "not sure" on the test texts, by the cards in use."""
    listed = list(cards)
    profiles = [made for card in listed if (made := Profile.of(card)) is not None]
    scores = [card["scores"] for card in listed if "sure" in (card.get("scores") or {})]
    every = sum(each["accuracy"]["all"] for each in scores)
    sure = sum(each["sure"]["all"] for each in scores)
    return max(profiles, key=lambda made: made.texts, default=None), 1 - sure / every if every else None
