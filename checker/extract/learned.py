"""The judge that trained models make: rules propose and guard, models decide, and below a threshold neither is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.extract.artefact import Artefact, current, load
from checker.extract.circumstances import HEAVIER, Mention, place_of
from checker.extract.features import clause_words, clauses, kind_words, money_words, polarity_words
from checker.extract.linear import Linear
from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.records.read import Read

TASKS = ("money", "circumstance", "clause", "kind")
GUARDED = frozenset({"quoted_range", "deemed_base"})  # told by the words beside the number; no context changes it
# Roles that no field of the decision rests on. Between these the model is right far more often than the rules; the
# others are found by the structure of the decision, and every change that the model made there cost fines.
OPEN = frozenset({"price", "payment", "refund", "registered_capital", "other", "earlier_fine"})
CLAUSE = "model:clause"  # the judge of a mention that no rule proposed
SURE = 0.6  # below: what the model would say is no better than a guess, and the rules' word stands with its doubt
OVERRULE = {"money": 0.5, "circumstance": 0.65, "kind": 0.8}  # what it takes to say otherwise than the rules
PROPOSE = 0.55  # what it takes for a clause that no rule proposed
PROPOSE_HEAVIER = 0.75  # and where it speaks against the respondent
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
        judged = []
        for each, (said, share) in zip(sums, model.linear.best(words), strict=True):
            judged.append(self._role(each, said, share))
        return judged

    def _role(self, each: Sum, said: str, share: float) -> Sum:
        if self.alone:
            return Sum(each.token, said, share)
        if said == each.role and each.role not in GUARDED:
            return replace(each, confidence=max(share, each.confidence))
        if each.role in OPEN and said in OPEN and share >= OVERRULE["money"]:
            return Sum(each.token, said, share)
        return each

    def mentions(self, paper: Paper, proposed: Sequence[Mention]) -> list[Mention]:
        """See Judge. Clauses are proposed only where the rules saw nothing of that kind in the sentence."""
        added = self._added(paper, proposed)
        model = self.artefacts.get("circumstance")
        every = [*proposed, *added]
        if model is None or not every:
            return every
        words = [polarity_words(paper, each, rules=not self.alone) for each in every]
        judged = []
        for each, (said, share) in zip(every, model.linear.best(words), strict=True):
            by_model = each.judge == CLAUSE
            if said == each.polarity:
                sure = max(share, each.confidence) * (each.confidence if by_model else 1)
                judged.append(replace(each, confidence=sure))
            elif share >= OVERRULE["circumstance"] or by_model or self.alone:
                judged.append(replace(each, polarity=said, confidence=share, judge="model:circumstance"))
            else:
                judged.append(replace(each, confidence=DOUBTED))
        return sorted(judged, key=lambda each: (each.start, each.end, each.kind))

    def _added(self, paper: Paper, proposed: Sequence[Mention]) -> list[Mention]:
        model = self.artefacts.get("clause")
        if model is None:
            return []
        places = list(clauses(paper))
        told = model.linear.best([clause_words(paper.text[start:end]) for start, end in places])
        seen = {(paper.parts.sentence(each.start), each.kind) for each in proposed}
        added: list[Mention] = []
        for (start, end), (kind, share) in zip(places, told, strict=True):
            sentence = paper.parts.sentence(start)
            least = PROPOSE_HEAVIER if kind in HEAVIER else PROPOSE
            if kind == "none" or share < least or (sentence, kind) in seen:
                continue
            place = place_of(paper, paper.text[slice(*sentence)], start)
            added.append(Mention(kind, start, end, "found", share, place, CLAUSE))
        return added

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
