"""All personal data of a text, none of it twice."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.text.privacy.addresses import addresses
from checker.text.privacy.labelled import labelled
from checker.text.privacy.numbers import numbers

HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
HALF |= {ord("－"): ord("-"), ord("＠"): ord("@"), ord("＋"): ord("+"), ord("．"): ord(".")}
CUE = re.compile(
    r"[\d０-９](?:[^\d０-９]{0,2}[\d０-９]){6}|[@＠]|住|地址|居住|户籍|出生|生于|微信|QQ|[A-Z][·•.\s]?[A-Z0-9]{5}"
)


class Personal(NamedTuple):
    """Personal data at `start:end`. Kinds: id_number, phone, landline, bank_account, identity_document,
    address (the detail below county or town), birth_date (month and day), email, online_account, plate."""

    kind: str
    start: int
    end: int


def personal(text: str) -> list[Personal]:
    """Every piece of personal data in order; of two that overlap the longer one."""
    if not CUE.search(text):
        return []
    plain = text.translate(HALF)
    found = [Personal(*place) for finder in (numbers, labelled, addresses) for place in finder(plain)]
    kept: list[Personal] = []
    for each in sorted(found, key=lambda one: (one.start - one.end, one.start, one.kind)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.start)
