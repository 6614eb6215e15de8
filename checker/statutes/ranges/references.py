"""依照前款规定处罚: sanctions that stand in another clause."""

from __future__ import annotations

import re

from checker.text.numerals import parse_number

PLACE = r"(?:前款|前条|前[一二两三四五]款|上款|本条|第[〇零一二三四五六七八九十百\d]+[条款项]|第\([^()]{1,3}\)项|下列|前述|有关|规定|相关|《[^》]+》)"
REFERENCE = re.compile(
    rf"(?:依照|按照|依据|根据(?!情节|不同|违法|案件)|比照|适用|参照|按)[^，。;]{{0,60}}?{PLACE}(?:(?!收缴|作出|实施|投保|缴纳|不予|免予)[^，。;]){{0,60}}?"
    r"(?:(?<!刑事)(?<!加)(?<!治安管理)处罚(?!法|原则|决定|条例|种类|办法|程序|权|措施|款)|处以?罚款|罚款(?!决定|收缴|的))"
)
# A reference to no clause: the law itself, the law on public order, the rules at large.
AT_LARGE = re.compile(
    r"第[〇零一二三四五六七八九十百\d]+[条款项]|前款|前条|前[一二两三四五]款|上款|本条|前述|下列|\)项|罚款|按日连续"
)
BEFORE = re.compile(r"前款|上款")
OF_ARTICLE = re.compile(r"本条第([一二三四五六七八九十]+)款")
DAILY = re.compile(r"按照?(原处罚数额|原罚款数额|原罚款金额)按日连续(?:处罚|罚款|计罚)")
EXTREME = re.compile(  # 顶格罚款, 按最低限处罚: one time the end that the statute itself sets
    r"(?:处以?|给予|按照?|予以)*(?:法定)?(?:罚款)?(?:幅度的?)?(顶格|最高限|上限|最高额度?|最低限|下限|最低额度?)(?:的)?(?:处以?|给予|予以)*(?:行政)?(?:处罚|罚款)"
)


def is_reference(words: str) -> re.Match[str] | None:
    """The reference to another clause whose sanction is to be taken, None for none."""
    match = REFERENCE.search(words)
    if match is None or AT_LARGE.search(match.group()) is None:
        return None
    return match


def paragraph_meant(words: str, here: int) -> int | None:
    """The number, from 0, of the paragraph of the same text that a reference means; None for one elsewhere."""
    if match := OF_ARTICLE.search(words):
        number = parse_number(match.group(1))
        return None if number is None else int(number) - 1
    if BEFORE.search(words) and here > 0:
        return here - 1
    return None
