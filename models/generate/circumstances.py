"""The lexicon of circumstances: many phrasings a kind, in four grammatical forms."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from checker.datafiles import Entry, load
from models.generate.template import Template, compile_template
from models.labels.record import HEAVIER_KINDS, LIGHTER_KINDS

FILE = Path(__file__).parent / "lexicon" / "circumstances.yaml"
OPPOSITE = {
    "minor_harm": ("serious_result", "bad_social_effect"),
    "small_amount": ("large_amount",),
    "short_duration": ("long_duration",),
    "corrected_in_time": ("refused_correction",),
    "first_offence": ("repeat_offence",),
    "cooperated": ("obstructed", "destroyed_evidence"),
    "removed_harm": ("serious_result",),
    "under_14": ("aged_14_to_18", "instigated", "hardship", "mental_incapacity"),
    "minor_role": ("instigated",),
    "coerced_or_deceived": ("instigated",),
    "no_fault": ("destroyed_evidence", "long_duration", "repeat_offence"),
}
PERSONAL = frozenset({"under_14", "aged_14_to_18", "mental_incapacity"})


class Phrases(Entry):
    """v: verb phrases that bear 未 before them; s: states; n: nouns for 具有; neg: with a 未 or 没有 of their own."""

    v: tuple[str, ...] = ()
    s: tuple[str, ...] = ()
    n: tuple[str, ...] = ()
    neg: tuple[str, ...] = ()


class Lexicon(Entry):
    """The file: a kind's phrases under its name."""

    kinds: dict[str, Phrases]


FORMS = {"c": ("v", "s", "neg"), "p": ("v", "s"), "v": ("v",), "s": ("s",), "n": ("n",), "neg": ("neg",)}


@cache
def lexicon() -> dict[str, Phrases]:
    """Phrases by kind; DataFileError for a file that is wrong."""
    return load(FILE, Lexicon).kinds


@cache
def phrases(kind: str, form: str, dialect: str) -> tuple[Template, ...]:
    """The phrases of a kind in a form that one grammar uses: three in five of them, chosen by its name."""
    entry = lexicon()[kind]
    every = [phrase for name in FORMS[form] for phrase in getattr(entry, name)]
    own = [phrase for phrase in every if zlib.crc32(f"{dialect}/{phrase}".encode()) % 5 < 3]
    return tuple(map(compile_template, own if len(own) >= 2 else every))


@dataclass(slots=True)
class Draw:
    """Which circumstances the case at hand has: what is found is neither denied nor found to be the opposite."""

    rng: Random
    dialect: str
    person: bool = True  # the respondent is one, and so has an age and a state of mind
    used: dict[str, str] = field(default_factory=dict)

    def kind(self, form: str, polarity: str, side: str | None) -> str:
        """A kind that fits the form, side (L lighter, H heavier) and all that was drawn before."""
        if side is None:
            side = self.rng.choice("LLLH" if polarity == "claimed" else "LLH")
        pool = (*LIGHTER_KINDS, "other") if side == "L" else HEAVIER_KINDS
        fits = [kind for kind in pool if phrases(kind, form, self.dialect)]
        fresh = [kind for kind in fits if self._agrees(kind, polarity)]
        kind = self.rng.choice(fresh or fits)
        self.note(kind, polarity)
        return kind

    def note(self, kind: str, polarity: str) -> None:
        """Remember what the text says of a kind."""
        if polarity != "supposed":
            self.used.setdefault(kind, polarity)

    def _agrees(self, kind: str, polarity: str) -> bool:
        if polarity == "supposed":
            return True
        if kind in self.used or (kind in PERSONAL and not self.person):
            return False
        if polarity != "found":
            return True
        opposites = [*OPPOSITE.get(kind, ()), *(one for one, others in OPPOSITE.items() if kind in others)]
        return all(self.used.get(other) != "found" for other in opposites)

    def phrase(self, kind: str, form: str) -> Template:
        """One of the phrases of a kind in a form."""
        return self.rng.choice(phrases(kind, form, self.dialect))
