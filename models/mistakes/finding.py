"""A model's surest wrong answers with the words around them, personal data starred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from checker.extract.features import Words
from checker.extract.linear import Linear
from checker.text.masking import mask
from models.data.sets import sealed
from models.labels.excerpt import AROUND, HEAD, sentence
from models.labels.record import LabelledText
from models.mistakes.reasons import starred
from models.training import Scores
from models.training.examples import Example, paper_of

TEN, REASONS = 10, 3


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong answer. `before`, `mention` and `after` are the sentence; of a whole document, its beginning.

    `told` is what the rules say, `reasons` are the words that spoke most for what was said, with their weights.
    """

    text: str
    before: str
    mention: str
    after: str
    due: str
    said: str
    probability: float
    told: str
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Worst:
    """The surest of all `wrong` answers; `kept_back` of them lie in the test split and are shown to nobody."""

    task: str
    shown: tuple[Mistake, ...]
    wrong: int
    kept_back: int

    def json(self) -> dict[str, Any]:
        """As `--json` prints it."""
        return asdict(self)


def worst(scores: Scores, linear: Linear, texts: Sequence[LabelledText], count: int = TEN) -> Worst:
    """The `count` surest mistakes of a model on the texts that its scores were measured on."""
    closed = sealed()
    by_id = {(each.id, each.template): each for each in texts}
    open_ = []
    for sample, said, share in scores.worst:
        text = by_id[sample.text, sample.group]
        if not {text.id, text.text} & closed:
            open_.append((text, sample, said, share))
    shown = tuple(_mistake(scores.task, linear, *each) for each in open_[:count])
    return Worst(scores.task, shown, len(scores.worst), len(scores.worst) - len(open_))


def _mistake(task: str, linear: Linear, text: LabelledText, sample: Example, said: str, share: float) -> Mistake:
    # The whole text is starred and then cut: what is personal is told by words that may stand outside the sentence.
    before, mention, after = _around(mask(text.text), *sample.place)
    spoke: Words = tuple(dict.fromkeys(sample.words))
    reasons = linear.reasons(spoke, said, REASONS)
    words = starred(task, [word for word, _ in reasons], paper_of(text).text)
    weighed = tuple((word, round(weight, 3)) for word, (_, weight) in zip(words, reasons, strict=True))
    return Mistake(
        mask(text.id), before, mention, after, sample.label, said, round(share, 4), sample.told, weighed
    )  # fmt: skip


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    if (start, end) == (0, len(text)):
        return "", _line(text[:HEAD]), ""
    low, high = sentence(text, start, end)
    mention = text[start:end] if end - start <= 2 * AROUND else text[start : start + 2 * AROUND] + "…"
    return _line(text[low:start]), _line(mention), _line(text[end:high])


def _line(text: str) -> str:
    return " ".join(text.split())
