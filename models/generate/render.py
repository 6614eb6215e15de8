"""Fill the layouts of a grammar with the facts of a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from models.generate.amounts import FORMATS, chinese
from models.generate.case import Case
from models.generate.circumstances import Draw
from models.generate.grammar import Grammar, Layout
from models.generate.template import Pick, Slot, Template, Words, compile_template
from models.generate.writer import Writer
from models.labels.record import POLARITIES

CIRCUMSTANCE = re.compile(r"(neg|[cpvsn])(?:\.(\w+))?(?:/(\w+))?(?:!([LH]))?")
SPOKEN = re.compile(r"=(\w+)/(\w+):(.*)", re.S)
WRITTEN = re.compile(r"(?:m:(\w+)|q):([\d.]+)(?::(\w+))?")  # m:fine:5000:cap; q:5000 is a sum quoted from law
RULES_OF_VIOLATION = ("facts", "evidence", "quote")
HEAVY = 0.2  # share of the places for a lighter circumstance in which a heavier one is told
DEEP = 12  # rules inside rules


class GrammarError(ValueError):
    """A template asks for what nothing provides: a defect of the grammar."""


@dataclass(slots=True)
class Renderer:
    """Writes one document; the same grammar, case and rng write the same bytes."""

    grammar: Grammar
    case: Case
    rng: Random
    draw: Draw
    writer: Writer = field(default_factory=Writer)
    money_format: str = "d"
    law_format: str = "zh"
    line: int = 0

    def document(self, layout: Layout) -> Writer:
        """The document with its labels."""
        self.money_format = self._weighted()
        self.law_format = self.rng.choice(("zh", "zh", "zh", "wan", "d", "comma"))
        for block in layout.blocks:
            option = self.rng.choice(block.options)
            for line in option:
                if line.optional and self.rng.random() < 0.5:
                    continue
                repeats = self.rng.randint(1, line.times)
                for self.line in range(1, repeats + 1):
                    start = self.writer.length
                    self._fill(line.template, None, None, 0)
                    self.writer.line(block.section, start)
        return self.writer

    def _weighted(self) -> str:
        formats, weights = zip(*self.grammar.amounts, strict=True)
        return str(self.rng.choices(formats, weights)[0])

    def _fill(self, template: Template, polarity: str | None, side: str | None, depth: int) -> None:
        if depth > DEEP:
            raise GrammarError(f"{self.grammar.name}: rules call one another without end")
        for node in template:
            if isinstance(node, Words):
                self.writer.put(node.text)
            elif isinstance(node, Pick):
                self._fill(self.rng.choice(node.options), polarity, side, depth)
            else:
                self._slot(node, polarity, side, depth)

    def _slot(self, slot: Slot, polarity: str | None, side: str | None, depth: int) -> None:
        name = slot.name
        if name == "found" and "found_heavy" in self.grammar.rules and self.rng.random() < HEAVY:
            name = "found_heavy"
        if name in self.grammar.rules:
            first, _, rest = name.partition("_")
            inner = first if first in POLARITIES else polarity
            weight = "H" if rest.startswith("heavy") else "L" if first in ("found", "claimed") else side
            self._fill(self.rng.choice(self.grammar.rules[name]), inner, weight, depth + 1)
        elif name in RULES_OF_VIOLATION:
            self._fill(compile_template(self.rng.choice(getattr(self.case.violation, name))), None, None, depth + 1)
        elif match := SPOKEN.fullmatch(name):
            self.draw.note(match[1], match[2])
            self.writer.circumstance(match[1], match[2], match[3])
        elif match := WRITTEN.fullmatch(name):
            self._money(match[1] or "quoted_range", Decimal(match[2]), match[3])
        elif not (self._word(name) or self._sum(name) or self._circumstance(name, polarity, side)):
            raise GrammarError(f"{self.grammar.name}: nothing provides {{{name}}}")

    def _word(self, name: str) -> bool:
        if name in self.case.words:
            self.writer.put(self.case.words[name])
        elif name == "we":
            self.writer.put(self.grammar.we)
        elif name == "i":
            self.writer.put(chinese(self.line))
        elif name == "I":
            self.writer.put(str(self.line))
        elif name == "t":
            self.writer.put("\t")
        elif name.startswith("d."):
            self.writer.put(self._date(*name.removeprefix("d.").split(":")))
        else:
            return False
        return True

    def _date(self, name: str, style: str | None = None) -> str:
        return DATES[style or self.grammar.dates](self.case.dates[name])

    def _sum(self, name: str) -> bool:
        key, _, style = name.partition(":")
        if key not in self.case.money:
            return False
        role, amount = self.case.money[key]
        self._money(role, amount, style or None)
        return True

    def _money(self, role: str, amount: Decimal, style: str | None) -> None:
        if style is None:
            style = self.money_format if self.rng.random() < 0.75 else self._weighted()
            if role == "quoted_range":  # law is quoted in one way throughout, never with the sum doubled
                style = self.law_format
            elif role in ("price", "cost", "other", "payment") and style.startswith(("cap", "both", "rmbcap")):
                style = "d"
        elif style == "both":
            style = self.rng.choice(("both", "both2", "both3", "both4", "both5"))
        self.writer.money(role, FORMATS[style](amount))

    def _circumstance(self, name: str, polarity: str | None, side: str | None) -> bool:
        match = CIRCUMSTANCE.fullmatch(name)
        if match is None:
            return False
        form, kind, own, own_side = match.groups()
        told = own or polarity
        if told not in POLARITIES:
            raise GrammarError(f"{self.grammar.name}: {{{name}}} stands where no polarity is given")
        if kind is None:
            kind = self.draw.kind(form, told, own_side or side)
        else:
            self.draw.note(kind, told)
        phrase = self._plain(self.draw.phrase(kind, form))
        self.writer.circumstance(kind, told, phrase)
        return True

    def _plain(self, template: Template) -> str:
        text = ""
        for node in template:
            if isinstance(node, Words):
                text += node.text
            elif isinstance(node, Pick):
                text += self._plain(self.rng.choice(node.options))
            else:
                text += self.case.words[node.name]
        return text

    def text_of(self, template: Template) -> str:
        """A template without labels, for names and numbers."""
        return self._plain(template)


def _chinese_date(day: date) -> str:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese(day.month)}月{chinese(day.day)}日"


DATES: dict[str, Callable[[date], str]] = {
    "digits": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "zeros": lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "iso": lambda day: day.isoformat(),
    "zh": _chinese_date,
    "short": lambda day: f"{day.month}月{day.day}日",
}
