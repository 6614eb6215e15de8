"""The ranking on tables that it was not trained on: fitted and calibrated anew for every fold."""

from __future__ import annotations

from collections.abc import Sequence

from models.labels.charges import LabelledCharge
from models.training.families import left_out
from models.training.ranking import calibrated
from models.training.ranking_scores import Judged, by_ranker, judged


def judged_apart(charges: Sequence[LabelledCharge], *, seed: int = 0) -> list[Judged]:
    """Each charge with the answer of a ranking that saw neither its table nor another under the same laws.

    Nothing of the fold takes part: weights, augmentation and calibration are of the other tables alone. Empty where
    all tables are of one family.
    """
    told = []
    for train, test in left_out(charges):
        told += judged(test, by_ranker(calibrated(train, seed=seed)))
    return told
