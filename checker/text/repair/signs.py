"""What lost characters leave behind: a pattern for each sign, the characters it stands near, and who judges it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from checker.text.dates import NUM
from checker.text.formal import well_formed
from checker.text.repair.working import Working

Judge = Callable[[re.Match[str], Working], bool]
Sign = tuple[str, str, str, Judge]  # reason, characters it stands near, pattern, who judges a match
CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
UNIT = r"(?:[百千佰仟]?万|[百千佰仟亿])?元(?![旦宵素件])"
FINE = r"(?:罚款|罚金|处以?|没收违法所得)(?:人民币)?"


def _always(match: re.Match[str], work: Working) -> bool:
    return True


def _tight(match: re.Match[str], work: Working) -> bool:
    """Whether the source has no blanks here: a form that nobody filled in is not damaged."""
    source = work.document.text[work.offsets[match.start()] : work.offsets[match.end() - 1] + 1]
    return not re.search(r"\s", source)


def _no_date(match: re.Match[str], work: Working) -> bool:
    try:
        return not date(*(int(match[name]) for name in ("y", "m", "d")))
    except ValueError:
        return True


def _no_capitals(match: re.Match[str], work: Working) -> bool:
    return bool(re.search(r"[壹贰叁肆伍陆柒捌玖拾佰仟]", match["n"])) and not well_formed(match["n"])


def _badly_grouped(match: re.Match[str], work: Working) -> bool:
    return not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", match["n"])


def _of_numbers() -> Iterator[Sign]:
    """Document numbers."""
    yield (
        "document-number-damaged",
        "〔〕",
        r"〔\d{5,}(?!\d*〕)|〔\d{4}(?![\d〕年])\d*|[\u4e00-\u9fff]〔\d{0,3}(?=\n|$)",
        _always,
    )
    yield "document-number-damaged", "〔〕", r"〔(?:\d{0,3}|\d{5,})〕第?\d*号?|〔\d{4}〕第?号", _always
    yield (
        "document-number-damaged",
        "号",
        r"(?<=[罚处])字?20\d{2}(?:〕|\d{1,4})号|(?<=[罚处]字)20\d{2}\d{1,4}号",
        _always,
    )
    yield "document-number-damaged", "〔〕", r"〔\d{4}〕第?\d{1,5}(?=[^\d号第\s、，。；）)\-－—至和及])", _always


def _of_dates() -> Iterator[Sign]:
    """Dates."""
    yield (
        "dates-without-numbers",
        "年月",
        rf"(?<![\d{NUM}])年(?:[\d{NUM}]{{0,3}})月日|年月(?:[\d{NUM}]{{1,3}})?日|\d{{4}}年\d{{0,2}}月日",
        _filled,
    )
    yield "dates-broken", "年月", r"(?<!\d)(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,3})日", _no_date
    yield "dates-broken", "年月", r"(?<![\d.])(?:\d{1,3}|\d{5,})年\d{1,2}月\d{1,2}日", _always
    yield (
        "dates-broken",
        "年月",
        rf"(?<![{NUM}\d])(?:[〇零○一二三四五六七八九]{{2,3}}|[〇零○一二三四五六七八九]{{5,}})年[{NUM}]{{1,3}}月[{NUM}]{{1,3}}日",
        _always,
    )
    yield (
        "dates-broken",
        "年月",
        rf"[{NUM}\d]月[〇零○一二三四五六七八九十廿]*(?:十[〇零○一二三四五六七八九]{{2,}}|[二三]{{2}}|〇|零)[〇零○一二三四五六七八九]*日",
        _always,
    )
    yield (
        "date-marks-lost",
        "年月",
        r"(?<!\d)(?:19|20)\d{2}年\d{2,4}日|(?<![\d.-])(?:19|20)\d{2}[01]?\d月\d{1,2}日",
        _always,
    )
    yield (
        "date-marks-lost",
        "年月",
        r"(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}年|(?<!\d)(?:19|20)\d{2}年[01]?\d[^\d月季年—\-－~～至到、.,，。\s]\d{1,2}日",
        _always,
    )
    yield (
        "date-marks-lost",
        "年月",
        r"(?<!\d)(?:19|20)\d{2}年\d{1,2}月\d{1,2}(?=[^\d\s日号、/.,\-－—~～至到个名人件次余多袋盒台吨公千克斤瓶头只辆张户家份元万]|\n(?!\d)|$)",
        _always,
    )
    yield (
        "date-marks-lost",
        "年月",
        rf"(?<=[〇零○一二三四五六七八九]{{4}}年)[{NUM}]{{1,3}}(?:日|[{NUM}]{{1,3}}(?=[。，\n]|$))|(?<=[{NUM}]月)[{NUM}]{{1,3}}(?=[。，\n]|$)",
        _always,
    )
    yield (
        "dates-broken",
        "局厅府室会队所",
        r"(?m)[局厅府室会队所][ \t]*\n\s*(?P<at>(?:19|20)\d{2}年?\d{2,4})[ \t]*$",
        _always,
    )


def _of_amounts() -> Iterator[Sign]:
    """Sums of money."""
    yield (
        "amounts-without-numbers",
        "元圆￥",
        rf"{FINE}{UNIT}|(?:以上|以下|至){UNIT}(?=以[上下])|￥(?=[，。；）)\n])",
        _always,
    )
    yield (
        "amounts-without-numbers",
        "元圆￥",
        rf"(?:违法所得|货值金额|罚没款?|共计|合计|总计|获利|退款)(?:人民币)?(?:为|共|计)?{UNIT}(?![/／）)])",
        _always,
    )
    yield (
        "amounts-without-numbers",
        "元圆￥",
        rf"(?<![位)）])(?<!位[:：])(?P<at>人民币{UNIT}整?)(?![/／）)、])",
        _always,
    )
    yield (
        "amounts-broken",
        "元圆￥",
        rf"(?<![\d.,])(?<!\d，)0\d+(?:[,.]\d+)*{UNIT}|{FINE}0(?:\.0+)?{UNIT}|(?<=[^\d\s]),\d+{UNIT}",
        _always,
    )
    yield "amounts-broken", "元圆￥", rf"(?<![\d.,])(?P<n>\d[\d,]*,[\d,]*(?:\.\d+)?){UNIT}", _badly_grouped
    yield "amounts-broken", "元圆￥", rf"\d*(?:\.\d*){{2,}}{UNIT}|(?<!\d)\.\d+{UNIT}|\d+\.{UNIT}", _always
    yield "amounts-broken", "元圆￥", rf"(?P<n>[{CAPITALS}]{{2,}})(?:元|圆)", _no_capitals
    yield "amounts-broken", "元圆￥", rf"[{CAPITALS[1:13]}]\d[\d.,]*{UNIT}|\d[{CAPITALS[1:10]}][{CAPITALS}]*元", _always
    yield "amounts-broken", "元圆￥", rf"(?<![{CAPITALS}一二三四五六七八九十百千])(?P<n>[拾佰仟])元整?", _always
    yield (
        "amounts-broken",
        "元圆￥",
        rf"[{CAPITALS}]+[^{CAPITALS}元圆整角分\s，。；、（）()：:]元整|[{CAPITALS}]{{2,}}[^{CAPITALS}元圆整角分\s，。；、（）()：:][{CAPITALS}]+元",
        _always,
    )
    yield "amounts-without-unit", "整", rf"[壹贰叁肆伍陆柒捌玖][{CAPITALS}]*[拾佰仟万]整", _always
    yield (
        "amounts-without-unit",
        "罚处没",
        rf"{FINE}\d[\d,]{{2,}}(?:\.\d+)?(?=[，。；）)\n]|$)|{FINE}[{CAPITALS}]{{2,}}(?=[，。；）)（(\n]|$)",
        _always,
    )


def _of_words() -> Iterator[Sign]:
    """Citations, periods, multiples and percentages."""
    yield "citations-broken", "第", r"第[条款项](?![目数])|第(?P<n>[〇零一二三四五六七八九十百千]{2,})[条款项]", _cited
    yield "citations-broken", "第", r"》第[〇零一二三四五六七八九十百\d]+(?=[第的规，。；])(?![条款项])", _always
    yield "periods-without-numbers", "内", r"(?:之日|日|书)起(?:个?工作)?日(?:之)?内|起个月(?:之)?内|起月内", _always
    yield (
        "periods-without-numbers",
        "倍百",
        r"(?:货值金额|违法所得|罚款|应缴税款|价款)的?倍(?![数率])|百分之(?![\d一二三四五六七八九十百零几]|[.．])",
        _always,
    )


def _of_characters() -> Iterator[Sign]:
    """Characters that no sound text has."""
    yield (
        "pinyin-readings",
        "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",
        r"[\u4e00-\u9fff]?\?[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]*[)）]|(?<![(（a-z])[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]*[)）]",
        _always,
    )
    yield (
        "lost-characters",
        "?？",
        r"[\d.,]*(?:[?？](?=[\d.,]*(?:万?元|年\d|月\d|日|号|条|款))|(?<=\d)[?？](?=\d)|(?<=[第〔])[?？])[\d.,?？]*(?:万?元|[年月日号条款项〕])?",
        _always,
    )
    yield (
        "lost-characters",
        "?？",
        r"[\u4e00-\u9fff][?？]{2,}[\u4e00-\u9fff]|(?<=[\u4e00-\u9fff])\?(?=[;,\u4e00-\u9fff])",
        _torn,
    )
    yield (
        "lost-characters",
        "□■",
        r"[\d.,]*(?:[□■](?=\d+(?![\d.．、]))|(?<=\d)[□■]|[□■](?=万?元|[年月日号条款]))[\d.,□■]*(?:万?元|[年月日号条款])?",
        _always,
    )
    yield "replacement-characters", "\ufffd", r"[\d.,]*\ufffd[\d.,\ufffd]*(?:万?元|[年月日号条款])?", _always
    yield (
        "private-use-characters",
        "\ue000-\uf8ff\U000f0000-\U0010fffd\u2e80-\u2fdf",
        r"[\ue000-\uf8ff\U000f0000-\U0010fffd\u2e80-\u2fdf]+",
        _always,
    )


def _filled(match: re.Match[str], work: Working) -> bool:
    """A date between words that name a day; 出生年月日 speaks of dates, "日期：年　月　日" waits for one."""
    before = work.text[max(match.start() - 1, 0) : match.start()]
    if not _tight(match, work):
        return False
    if re.search(rf"[\d{NUM}]", match.group()) or (before and before in "于在至从自到，。；、即（(起"):
        return True
    return before in ("", "\n") and bool(re.search(r"[局厅府室会队所]$", work.text[: match.start()].rstrip()[-1:]))


def _cited(match: re.Match[str], work: Working) -> bool:
    return match["n"] is None or not well_formed(match["n"])


def _torn(match: re.Match[str], work: Working) -> bool:
    """Half-width question marks in Chinese text; a text with questions in it asks with them."""
    if match.group() != "?":
        return True
    return bool(re.search(r"[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]", work.text))


SIGNS: tuple[tuple[str, str, re.Pattern[str], Judge], ...] = tuple(
    (reason, near, re.compile(pattern), judge)
    for reason, near, pattern, judge in chain(_of_numbers(), _of_dates(), _of_amounts(), _of_words(), _of_characters())
)
REASONS = tuple(
    dict.fromkeys(
        [
            "document-number-damaged",
            "dates-without-numbers",
            "pinyin-readings",
            "replacement-characters",
            "mojibake",
            *(reason for reason, *_ in SIGNS),
            "digit-confusions",
            "overprinted-characters",
            "bidi-controls",
        ]
    )
)
