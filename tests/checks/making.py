"""Make a Case from the plain values of a YAML case, for tests of one check alone.

Any record may be written as a mapping of its fields; what is left out takes the record's default, or None, an empty
tuple, "" … where it has none. Shorthands: a `Read` is its bare value, or {value, quote, confidence}; a citation is
"食品安全法 124 1 5"; a range is [lower, upper]; a bound is its number; a verdict is holds, fails or cannot_tell.
`quote` (a string or a list) gives evidence: it is looked up in `text`, and appended to it where it is not there.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from checker.records.assessment import Case
from checker.records.document import CleanText, Document, Page
from checker.records.law import Citation
from checker.records.ranges import Bound, MoneyRange
from checker.records.read import Read, Span
from checker.records.truth import Facts, Truth, Verdict


class Paper:
    """The text of a made case, growing by the quotes that it lacks."""

    def __init__(self, text: str) -> None:
        self.text = text

    def spans(self, quotes: str | list[str]) -> tuple[Span, ...]:
        """Where the quotes stand."""
        return tuple(self._span(str(quote)) for quote in ([quotes] if isinstance(quotes, str | int) else quotes))

    def _span(self, quote: str) -> Span:
        if quote not in self.text:
            self.text += f"\n{quote}"
        start = self.text.index(quote)
        return Span(1, start, start + len(quote), quote)


def case_from(entry: Mapping[str, Any], text: str = "") -> Case:
    """A case from {decision, facts, violated, assessments, benchmarks}; `text` is the document's."""
    paper = Paper(text)
    known = {"decision", "facts", "violated", "assessments", "benchmarks"}
    if unknown := set(entry) - known:
        raise ValueError(f"unknown in a made case: {unknown}")
    decision = {"kind": "decision", "file": "case.txt", **entry.get("decision", {})}
    hints = _hints(Case)
    parts = {name: make(hints[name], entry.get(name, []), paper) for name in ("violated", "assessments", "benchmarks")}
    made = make(hints["decision"], decision, paper)
    facts = {name: _fact(value) for name, value in entry.get("facts", {}).items()}
    page = Page(1, paper.text)
    document = Document("case.txt", "", "txt", (page,))
    clean = CleanText(paper.text, range(len(paper.text) + 1), document, (0,))
    return Case(text=clean, decision=made, facts=Facts(facts), **parts)


def make(hint: Any, value: Any, paper: Paper) -> Any:
    """The value as the type that the record wants; TypeError or ValueError for what does not fit."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = [each for each in args if each is not type(None)]
        return None if value is None else make(inner[0], value, paper)
    if origin is Read:
        return _read(args[0], value, paper)
    if origin is tuple:
        if args[-1] is Ellipsis:
            return tuple(make(args[0], each, paper) for each in value)
        return tuple(make(each, part, paper) for each, part in zip(args, value, strict=True))
    if origin is Literal:
        if value not in args:
            raise ValueError(f"{value} is none of {args}")
        return value
    if hint in SHORTHANDS and not isinstance(value, Mapping):
        return SHORTHANDS[hint](value)
    if is_dataclass(hint):
        return _record(hint, value, paper)
    return _scalar(hint, value)


def _read(hint: Any, value: Any, paper: Paper) -> Read[Any]:
    entry = value if isinstance(value, Mapping) else {"value": value}
    made = make(hint, entry["value"], paper)
    evidence = paper.spans(entry.get("quote", str(entry["value"])))
    return Read(made, evidence, entry.get("confidence", 0.98), "rule:test")


def _record(hint: Any, entry: Mapping[str, Any], paper: Paper) -> Any:
    hints = _hints(hint)
    if unknown := set(entry) - set(hints) - {"quote"}:
        raise ValueError(f"{hint.__name__} has no {unknown}")
    given = {}
    for field in fields(hint):
        if field.name in entry:
            given[field.name] = make(hints[field.name], entry[field.name], paper)
        elif field.name == "evidence":
            given["evidence"] = paper.spans(entry.get("quote", str(entry.get("kind", "证据"))))
        elif field.default is MISSING and field.default_factory is MISSING:
            given[field.name] = _blank(hints[field.name])
    return hint(**given)


def _blank(hint: Any) -> Any:
    """What a required field holds when the case leaves it out."""
    if type(None) in get_args(hint):
        return None
    if get_origin(hint) is tuple:
        return ()
    blanks = {str: "", int: 0, float: 0.98, bool: False, date: date(2000, 1, 1), Verdict: Verdict(Truth.HOLDS)}
    if hint in blanks:
        return blanks[hint]
    if is_dataclass(hint):
        return _record(hint, {}, Paper(""))
    raise ValueError(f"a made case must give a {hint}")


def _scalar(hint: Any, value: Any) -> Any:
    if hint is Decimal:
        return Decimal(str(value))
    if hint is float:
        return float(value)
    if hint in (str, int, bool, date) and isinstance(value, hint):
        return value
    raise TypeError(f"{value!r} is not a {hint}")


def _fact(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def citation(written: str) -> Citation:
    """ "食品安全法 124 1 5" → law, article, paragraph, item; 17-1 is 第十七条之一."""
    law, *numbers = written.split()
    head, _, sub = (numbers[0] if numbers else "").partition("-")
    full = law if law.startswith("中华人民共和国") or not law.endswith("法") else f"中华人民共和国{law}"
    rest = [int(number) for number in numbers[1:]] + [None, None]
    return Citation(full, int(head) if head else None, rest[0], rest[1], int(sub) if sub else None)


def _bound(value: Any) -> Bound:
    return Bound(Decimal(str(value)))


def _range(ends: list[Any]) -> MoneyRange:
    lower, upper = ends
    return MoneyRange(None if lower is None else _bound(lower), None if upper is None else _bound(upper))


SHORTHANDS: dict[Any, Any] = {
    Citation: citation,
    Truth: Truth,
    Bound: _bound,
    MoneyRange: _range,
    Verdict: lambda word: Verdict(Truth(word)),
}


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)
