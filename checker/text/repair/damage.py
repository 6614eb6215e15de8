"""Signs that characters were lost before the text reached us."""

from __future__ import annotations

import re
from itertools import islice

SIGNS = (
    ("document-number-damaged", re.compile(r"〔\d{5,}(?!\d*〕)|〔(?:19|20)\d{2}(?![\d〕])|[\u4e00-\u9fff]〔\d*\n"), 1),
    ("dates-without-numbers", re.compile(r"(?<!\d)年(?:\d{0,2})月日|年月(?:\d{1,2})?日"), 1),
    ("pinyin-readings", re.compile("[\u4e00-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]"), 3),
    ("replacement-characters", re.compile("\ufffd|锟斤拷|烫烫烫"), 1),
    ("mojibake", re.compile("[ÃÂÐÑäåæçèéïð][\u0080-\u00ffŒœŠšŽž]{1,}"), 5),
)


def reasons(text: str) -> tuple[str, ...]:
    """Names of the signs found, in a fixed order; empty for sound text."""
    return tuple(name for name, pattern, least in SIGNS if _at_least(pattern, text, least))


def _at_least(pattern: re.Pattern[str], text: str, least: int) -> bool:
    return next(islice(pattern.finditer(text), least - 1, None), None) is not None
