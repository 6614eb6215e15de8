"""Doubt and difference together: each next sentence is doubtful and far from all chosen before it.

Greedy k-centre, weighted: the first is the most doubtful; then always the one whose doubt times distance to the
nearest chosen sentence is largest. The distance is 1 less the cosine of TF-IDF weighted pairs and triples of
characters, so sentences of one template count once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.store import Store
from models.informative.candidates import Candidate, candidates

POOL = 20  # doubtful readings looked at for each one chosen
LEAST = 500


def queue(store: Store, count: int, *, task: str | None = None) -> tuple[Candidate, ...]:
    """The `count` most informative unlabelled readings, best first; fewer where there are no more."""
    return choose(candidates(store, most=max(POOL * count, LEAST), task=task), count)


def choose(pool: Sequence[Candidate], count: int) -> tuple[Candidate, ...]:
    """The best of the pool; readings with the same words around them are taken once."""
    if not pool or count < 1:
        return ()
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second to load

    texts = [f"{each.reading.task} {each.sentence}" for each in pool]
    table = TfidfVectorizer(analyzer="char", ngram_range=(2, 3)).fit_transform(texts)
    doubt = np.array([max(each.doubt, 1e-3) for each in pool])  # even a certain reading may be far from all
    distance = np.ones(len(pool))
    chosen: list[int] = []
    while len(chosen) < min(count, len(pool)):
        worth = doubt * distance
        best = int(worth.argmax())
        if worth[best] <= 1e-9:
            break
        chosen.append(best)
        near = 1 - (table @ table[best].T).toarray().ravel()
        distance = np.minimum(distance, np.where(near < 1e-6, 0.0, near))
        distance[best] = 0.0
    return tuple(pool[each] for each in chosen)
