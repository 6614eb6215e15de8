"""All that may be a mention of a circumstance: what the rules propose, and clauses that a model takes for one.

One list for reading and for training: the model that decides is to learn on the very candidates that it will judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from checker.extract.circumstances import Mention, place_of
from checker.extract.features import clause_words, clauses
from checker.extract.linear import Linear
from checker.extract.paper import Paper

CLAUSE = "model:clause"  # the judge of a mention that no rule proposed
LEAST = 0.2  # share from which a kind is a candidate; below, hardly one in twenty is a circumstance
NONE = "none"  # the class of clauses that tell no circumstance


def candidates(paper: Paper, proposed: Sequence[Mention], model: Linear | None) -> list[Mention]:
    """The proposed mentions with the share that the model of clauses gives their kind, and its own, kind by kind.

    A clause may tell two kinds: every kind with a share of LEAST is a candidate, unless the rules propose it there.
    """
    if model is None:
        return list(proposed)
    places = list(clauses(paper))
    told = model.probabilities([clause_words(paper.text[start:end]) for start, end in places])
    columns = {kind: column for column, kind in enumerate(model.classes) if kind != NONE}
    every: list[Mention] = []
    for each in proposed:
        rows = [row for row, place in enumerate(places) if _meet(each, *place)]
        known = each.kind in columns and rows
        share = max(float(told[row, columns[each.kind]]) for row in rows) if known else 0.0
        every.append(replace(each, share=share))
    for row, column in np.argwhere(told >= LEAST).tolist():  # few of thousands: no loop over all
        kind, (start, end) = model.classes[column], places[row]
        if kind == NONE or any(each.kind == kind and _meet(each, start, end) for each in proposed):
            continue
        sentence = paper.text[slice(*paper.parts.sentence(start))]
        share = float(told[row, column])
        every.append(Mention(kind, start, end, "found", share, place_of(paper, sentence, start), CLAUSE, share))
    return every


def _meet(mention: Mention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end
