"""From a document's JSON and its gold labels to comparable values, field by field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator
from typing import Any

CITED = ("law", "article", "paragraph", "item", "sub")
PARTY = ("name", "kind", "uscc", "legal_representative", "address")
SCALARS = (
    "document_number",
    "agency",
    "region",
    "cause",
    "filing_date",
    "notice_date",
    "decision_date",
    "act_start",
    "act_end",
    "illegal_gains",
    "goods_value",
    "benchmark_cited",
    "claimed_effect",
    "claimed_tier",
    "fine_total",
)
# The form of enterprise, which writers put behind the name or leave out: 某某药房（个人独资企业）.
FORM = re.compile(r"（(?:(?:特殊)?(?:普通|有限)合伙|个人独资)(?:企业)?）$")
# Words and signs around a short name that are no part of it: 涉嫌…案, …的行为, “…”.
AROUND = re.compile(r"^(?:当事人)?(?:涉嫌)?|(?:一案|(?<![备立档个])案|的?(?:违法)?行为)$|[“”\"‘’']")
Values = list[Hashable]


def compared(extracted: dict[str, Any], gold: dict[str, Any]) -> Iterator[tuple[str, Values, Values]]:
    """(field, said, due) for every labelled field; scalars are lists of none or one value."""
    if "document_kind" in gold:
        yield "document_kind", [extracted["document_kind"]], [gold["document_kind"]]
    for name in SCALARS:
        if name in gold:
            pair = _one(_bare(extracted[name])), _one(gold[name])
            yield (name, _named(pair[0]), _named(pair[1])) if name == "cause" else (name, *pair)
    for name in ("violated", "penalty_basis"):
        if name in gold:
            yield name, [_cited(each) for each in extracted[name]], [_cited(each) for each in gold[name] or []]
    if "circumstances" in gold:
        listed = gold["circumstances"] or []
        keys = ("kind", "effect") if all("effect" in each for each in listed) else ("kind",)
        said = {tuple(each[key] for key in keys) for each in extracted["circumstances"]}
        due = {tuple(each[key] for key in keys) for each in listed}
        yield "circumstances", list(said), list(due)
    if "sanctions" in gold:
        yield from _sanctions(extracted, gold["sanctions"] or [])
    if "respondents" in gold:
        yield from _parties(extracted, gold["respondents"] or [])
    if "text_quality" in gold:
        yield "text_quality.damaged", [extracted["text_quality"]["damaged"]], [gold["text_quality"]["damaged"]]


def _sanctions(extracted: dict[str, Any], gold: list[dict[str, Any]]) -> Iterator[tuple[str, Values, Values]]:
    said = [_sanction(each, _bare(each["amount"])) for each in extracted["sanctions"]]
    due = [_sanction(each, each.get("amount")) for each in gold]
    alone = len(extracted["respondents"]) <= 1  # with one respondent, its index and "not said" mean the same
    if alone:
        said = [(kind, amount, 0) for kind, amount, _ in said]
        due = [(kind, amount, 0) for kind, amount, _ in due]
    yield "sanctions", list(said), list(due)
    yield "sanctions.fine", [row for row in said if row[0] == "fine"], [row for row in due if row[0] == "fine"]


def _sanction(sanction: dict[str, Any], amount: Any) -> tuple[str, str | None, int | None]:
    return sanction["kind"], _text(amount), sanction.get("respondent")


def _parties(extracted: dict[str, Any], gold: list[dict[str, Any]]) -> Iterator[tuple[str, Values, Values]]:
    for name in PARTY:
        if any(name in each for each in gold):
            said = [value for each in extracted["respondents"] for value in _one(_bare(each[name]))]
            due = [value for each in gold for value in _one(each.get(name))]
            if name == "name":
                said, due = _bare_names(said), _bare_names(due)
            yield f"respondents.{name}", said, due


def _cited(citation: dict[str, Any]) -> Hashable:
    return tuple(citation.get(part) for part in CITED)


def _bare(field: Any) -> Any:
    return field["value"] if isinstance(field, dict) else field


def _one(value: Any) -> Values:
    return [] if value is None else [_text(value)]


def _bare_names(values: Values) -> Values:
    return [FORM.sub("", str(value)) for value in values]


def _named(values: Values) -> Values:
    """Short names of a violation without what only surrounds them."""
    return [AROUND.sub("", str(value)) for value in values]


def _text(value: Any) -> str | None:
    """Texts compare without spaces and book-title marks, with one form of digits, letters and brackets."""
    if value is None:
        return None
    plain = unicodedata.normalize("NFKC", str(value))  # １２ and 12, ［ and [ are the same sign
    return re.sub(r"[\s《》]", "", plain).translate(str.maketrans("()[]【】", "（）〔〕〔〕"))
