"""The judge that trained models make: rules propose and guard, models decide, and below a threshold neither is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.extract.artefact import Artefact, current, load
from checker.extract.candidates import CLAUSE, candidates
from checker.extract.circumstances import HEAVIER, Mention
from checker.extract.features import kind_words, money_words, polarity_words
from checker.extract.linear import Linear
from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.records.read import Read

TASKS = ("money", "circumstance", "clause", "kind")
GUARDED = frozenset({"quoted_range", "deemed_base"})  # told by the words beside the number; no context changes it
# Roles that no field of the decision rests on. Between these the model is right far more often than the rules; the
# others are found by the structure of the decision, and every change that the model made there cost fines.
OPEN = frozenset({"price", "payment", "refund", "registered_capital", "other", "earlier_fine"})
SURE = 0.6  # below: what the model would say is no better than a guess, and the rules' word stands with its doubt
OVERRULE = {"money": 0.5, "kind": 0.8}  # what it takes to say otherwise than the rules
# F1 is best where what is found holds to half of that F1 at least; the same place was best on writers left out.
FOUND = 0.4  # what it takes to find a circumstance
FOUND_HEAVIER = 0.5  # and one that speaks against the respondent: the wrong ones of these hurt most
PROPOSE = 0.75  # what it takes where only the model of clauses speaks and none judges its word
TITLE = 400  # characters whose damage makes the kind doubtful
DOUBTED = 0.55  # confidence of what the rules say and a sure model denies


@dataclass(frozen=True, slots=True)
class LearnedJudge:
    """Artefacts by task; a task without one is left to the rules. `alone` leaves the rules' word out of account."""

    artefacts: dict[str, Artefact[Linear]]
    alone: bool = False

    @classmethod
    def load(cls, registry: Path) -> LearnedJudge:
        """The current artefacts of a registry folder. Raises ArtefactError for one that cannot be trusted."""
        ids = current(registry)
        return cls({task: load(registry / task / ids[task], task) for task in TASKS if task in ids})

    @property
    def version(self) -> str:
        """Names every artefact in use."""
        return "+".join(f"{task}:{each.id}" for task, each in sorted(self.artefacts.items()))

    def roles(self, paper: Paper, sums: list[Sum]) -> list[Sum]:
        """See Judge. A range of the law, told by 以上 or 以下 beside the number, is never anything else."""
        model = self.artefacts.get("money")
        if model is None or not sums:
            return sums
        words = [money_words(paper, sums, index, rules=not self.alone) for index in range(len(sums))]
        return [self._role(each, *answer) for each, answer in zip(sums, model.linear.best(words), strict=True)]

    def _role(self, each: Sum, said: str, share: float) -> Sum:
        if self.alone:
            return Sum(each.token, said, share)
        if said == each.role and each.role not in GUARDED:
            return replace(each, confidence=max(share, each.confidence))
        if each.role in OPEN and said in OPEN and share >= OVERRULE["money"]:
            return Sum(each.token, said, share)
        return each

    def mentions(self, paper: Paper, proposed: Sequence[Mention], effect: str | None) -> list[Mention]:
        """See Judge. The word of the rules and that of the model of clauses are features of the one that decides."""
        clause, model = self.artefacts.get("clause"), self.artefacts.get("circumstance")
        every = candidates(paper, proposed, clause.linear if clause else None)
        if model is None or not every:
            return [each for each in every if each.judge != CLAUSE or each.confidence >= PROPOSE]
        words = [polarity_words(paper, each, effect=effect, rules=not self.alone) for each in every]
        rows, classes = model.linear.probabilities(words), model.linear.classes
        judged = [
            _judged(each, dict(zip(classes, map(float, row), strict=True)))
            for each, row in zip(every, rows, strict=True)
        ]
        return sorted(judged, key=lambda each: (each.start, each.end, each.kind))

    def kind(self, paper: Paper, read: Read[str]) -> Read[str]:
        """See Judge."""
        model = self.artefacts.get("kind")
        if model is None:
            return read
        ((said, share),) = model.linear.best([kind_words(paper, None if self.alone else read.value)])
        share = paper.sure(share, 0, min(TITLE, len(paper.text)))
        if said == read.value:
            return replace(read, confidence=max(read.confidence, share))
        if self.alone or share >= max(OVERRULE["kind"], read.confidence):
            return replace(read, value=said, confidence=share, source=f"model:kind@{model.id}")
        return replace(read, confidence=min(read.confidence, DOUBTED)) if share >= SURE else read


def _judged(mention: Mention, shares: dict[str, float]) -> Mention:
    """The mention with the polarity that the model gives it: found from its threshold on, else the likeliest other."""
    found = shares.get("found", 0.0)
    if found >= (FOUND_HEAVIER if mention.kind in HEAVIER else FOUND):
        said, share = "found", found
    else:
        said, share = max(((name, share) for name, share in shares.items() if name != "found"), key=lambda one: one[1])
    judge = mention.judge if said == mention.polarity else "model:circumstance"
    return replace(mention, polarity=said, confidence=share, judge=judge)
