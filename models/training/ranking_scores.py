"""How right a ranking is on charges: which item, none at all, how sure; beside the rule of citations and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from checker.benchmarks import match_item
from checker.benchmarks.ranking import Ranker, judge
from checker.records.benchmark import Item
from checker.records.charge import Charge
from models.labels.charges import LabelledCharge
from models.training.benchmark import as_benchmark
from models.training.scores import LabelScore, Rate, Scores

TASK, ITEM, NONE = "item", "item", "none"
PROVED = 0.6  # score of the rule from which a violation may rest on its match (checks.benchmark.tiers)
BINS = 10


class Answer(NamedTuple):
    """What is said of a charge: `first` is the likeliest item, `best` the likeliest answer, None for "no item fits".

    `outcome` is what use makes of it: sure (of the item), none, or unsure, which is for a person.
    """

    best: int | None
    first: int | None
    outcome: str
    share: float  # probability that `first` is right; of the rule its score, which is none
    nothing: float


Answerer = Callable[[Charge, Sequence[Item]], Answer]


def by_ranker(ranker: Ranker) -> Answerer:
    """The answers of a ranking."""

    def answer(charge: Charge, items: Sequence[Item]) -> Answer:
        verdict, shares = judge(charge, items, ranker), ranker.shares(charge, items)
        first = max(range(len(items)), key=lambda at: shares.items[at])
        share = shares.items[first]
        outcome = "none" if verdict.best is None else "sure" if verdict.sure else "unsure"
        return Answer(first if share >= shares.nothing else None, first, outcome, share, shares.nothing)

    return answer


def by_rule(charge: Charge, items: Sequence[Item]) -> Answer:
    """The answers of the rule; sure where a violation might rest on them."""
    match = match_item(charge, [as_benchmark(items)])
    if match is None:
        return Answer(None, None, "none", 0.0, 1.0)
    best = next(place for place, item in enumerate(items) if item is match.item)
    outcome = "sure" if match.runner_up is None and match.score >= PROVED else "unsure"
    return Answer(best, best, outcome, match.score, 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A charge with the answer to it."""

    labelled: LabelledCharge
    answer: Answer

    @property
    def right(self) -> bool:
        """Whether the likeliest answer is right, "no item fits" included."""
        return self.answer.best == self.labelled.due


@dataclass(frozen=True, slots=True)
class RankingScores:
    """The figures on one set: of the likeliest item and answer, then of the outcomes in use."""

    first: Rate  # the likeliest item is right, of the charges that have one
    answer: Rate  # the likeliest answer is right, "no item fits" included
    none: LabelScore  # by the likeliest answer
    some: LabelScore
    sure: Rate  # right, of those with this outcome
    said_none: Rate
    unsure: int
    accused: Rate  # outcome sure of an item, of the charges that no item fits
    tables: dict[str, Rate]
    bins: tuple[tuple[float, Rate], ...]  # (mean probability of the likeliest item, how often it is right)
    nothing_bins: tuple[tuple[float, Rate], ...]  # the same of "no item fits"

    def as_scores(self, rule: RankingScores) -> Scores:
        """As a card holds the figures of every task, with the rule's accuracy beside."""
        labels = {ITEM: self.some, NONE: self.none}
        return Scores(TASK, self.answer, rule.answer, labels, self.tables, self.bins, self.sure)


def judged(charges: Iterable[LabelledCharge], answer: Answerer) -> list[Judged]:
    """Every charge with the answer to it."""
    return [Judged(each, answer(each.charge, each.items)) for each in charges]


def scored(told: Sequence[Judged]) -> RankingScores:
    """The figures of answers."""
    tables: defaultdict[str, list[bool]] = defaultdict(list)
    for each in told:
        tables[each.labelled.table].append(each.right)
    due = [each for each in told if each.labelled.due is not None]
    return RankingScores(
        _rate(each.answer.first == each.labelled.due for each in due),
        _rate(each.right for each in told),
        _label(told, lambda place: place is None),
        _label(told, lambda place: place is not None),
        _rate(each.right for each in told if each.answer.outcome == "sure"),
        _rate(each.labelled.due is None for each in told if each.answer.outcome == "none"),
        sum(each.answer.outcome == "unsure" for each in told),
        _rate(each.answer.outcome == "sure" for each in told if each.labelled.due is None),
        {name: _rate(rights) for name, rights in sorted(tables.items())},
        _bins([(each.answer.share, each.answer.first == each.labelled.due) for each in told]),
        _bins([(each.answer.nothing, each.labelled.due is None) for each in told]),
    )


def _label(told: Sequence[Judged], of: Callable[[int | None], bool]) -> LabelScore:
    """Precision and recall of an answer; an item named counts as right only when it is the right one."""
    said = [each for each in told if of(each.answer.best)]
    due = [each for each in told if of(each.labelled.due)]
    return LabelScore(_rate(each.right for each in said), _rate(each.right for each in due))


def _rate(rights: Iterable[bool]) -> Rate:
    listed = list(rights)
    return Rate(sum(listed), len(listed))


def _bins(told: Sequence[tuple[float, bool]]) -> tuple[tuple[float, Rate], ...]:
    table = []
    for place in range(BINS):
        inside = [each for each in told if place == min(int(each[0] * BINS), BINS - 1)]
        if inside:
            mean = sum(share for share, _ in inside) / len(inside)
            table.append((mean, _rate(right for _, right in inside)))
    return tuple(table)


def json_of(scores: RankingScores) -> dict[str, Any]:
    """As `caiheng evaluate --charges --json` prints it: counts, and the two reliability curves."""
    pairs = {
        "right_item": scores.first,
        "right_answer": scores.answer,
        "none_precision": scores.none.precision,
        "none_recall": scores.none.recall,
        "outcome_sure": scores.sure,
        "outcome_none": scores.said_none,
        "sure_where_none_fits": scores.accused,
    }
    told: dict[str, Any] = {name: {"right": rate.right, "all": rate.all} for name, rate in pairs.items()}
    told["outcome_unsure"] = scores.unsure
    for name, bins in (("item_reliability", scores.bins), ("none_reliability", scores.nothing_bins)):
        told[name] = [{"said": round(mean, 3), "right": rate.right, "all": rate.all} for mean, rate in bins]
    return told
