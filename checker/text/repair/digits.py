"""Numbers as OCR and typesetting spoil them: letters for digits, blanks between groups. Only what is certain."""

from __future__ import annotations

import re

from checker.text.repair.working import Working

LIKE = str.maketrans("OoＯlI", "00011")
# A run of digits and look-alikes, at least one a digit, that a unit of dates, money or numbers follows.
CONFUSED = re.compile(
    r"(?<![A-Za-z\d.,|])(?=[\d,.OoＯlI]*\d)(?=[\d,.]*[OoＯlI])[\dOoＯlI]+(?:[,.][\dOoＯlI]+)*(?=万?元|[年月日号条款项〕]|[%％倍])"
)
MONEY_BEFORE = re.compile(r"(?:罚款|人民币|处以?|￥|¥|没收|所得|金额|合计|共计|计|为|款|[:：（(])$")
GROUPED = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})+)(?=(?:\.\d+)? ?(?:[十百千]?万)?元)")


def mend(work: Working) -> None:
    """Put digits for look-alikes; close up 5 000元 where it can be one number only; note where it may be two."""
    pieces: list[tuple[int, int, str]] = []
    for match in CONFUSED.finditer(work.text):
        work.note("digit-confusions", match.start(), match.end(), repaired=True)
        pieces.append((match.start(), match.end(), match.group().translate(LIKE)))
    work.cut(pieces)
    gaps: list[tuple[int, int, str]] = []
    for match in GROUPED.finditer(work.text):
        groups = match.group(2).split()
        one = all(group[0] == "0" for group in groups) or MONEY_BEFORE.search(work.text[: match.start()][-4:])
        if one:  # no damage: standards of typesetting group thousands so
            at = [index for index, char in enumerate(match.group(2), match.start(2)) if char == " "]
            gaps += [(index, index + 1, "") for index in at]
        else:
            work.note("amounts-broken", match.start(), match.end())
    work.cut(gaps)
