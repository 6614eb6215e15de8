"""Whom a clause of the operative part punishes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checker.extract.naming import occurrences
from checker.extract.paper import Paper
from checker.extract.parties import called
from checker.extract.sanctions.clause import Clause
from checker.records.decision import Respondent
from checker.text.numerals import parse_number

ONE_BODY = tuple(
    mark + word
    for mark in ("对", "对该", "对你", "对其")
    for word in ("公司", "单位", "企业", "行", "厂", "店", "社", "学校", "医院", "合作社", "中心")
    if mark + word not in ("对行", "对社", "对其行", "对其社")
)
ONE_PERSON = ("对法定代表人", "对其法定代表人", "对主要负责人", "对其主要负责人", "对负责人", "对个人")
MARKS = ("甲1一１", "乙2二２", "丙3三３", "丁4四４")
PLACE = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,3}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,4}[市州盟])?(?:[\u4e00-\u9fff]{1,4}[县区旗市])?"
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古)?"
)
ALL = re.compile(r"(?P<number>[两二三四五六七八九\d])?(?:名|个|位|家)?(?:当事人|被处罚人|被处罚单位|违法行为人)$")
FORM = re.compile(r"(?:股份|有限|责任|集团|分)*公司$|(?:专业)?合作社$|厂$|店$|中心$|部$")


def names_of(paper: Paper, parties: Sequence[Respondent]) -> list[tuple[str, ...]]:
    """What the operative part may call each respondent; a name that two could bear is nobody's."""
    each = [[*called(paper, party), *short_names(party)] for party in parties]
    if len(parties) > 1:
        for kinds, words in ((("organisation", "individual_business"), ONE_BODY), (("citizen",), ONE_PERSON)):
            alone = [index for index, party in enumerate(parties) if party.kind in kinds]
            if len(alone) == 1:
                each[alone[0]] += words
        for index, marks in enumerate(MARKS[: len(parties)]):
            each[index] += [
                f"对{mark}" for mark in marks if re.search(rf"[（(人事位]{mark}[)）：:]", paper.text[:1600])
            ]
    borne = Counter(name for names in each for name in set(names))
    return [tuple(name for name in names if borne[name] == 1) for names in each]


def short_names(party: Respondent) -> list[str]:
    """恒丰公司 for 玉林市恒丰农产品冷链有限公司, and the name without its place."""
    if party.name is None or party.kind == "citizen":
        return []
    name = party.name.value
    own = PLACE.sub("", name)
    core = FORM.sub("", own)
    if len(core) < 2 or core == own:
        return []
    end = "公司" if own.endswith("公司") else own[len(core) :]
    return [*([own] if len(own) >= 5 else []), core + end, core[:2] + end, *([core] if len(core) >= 4 else [])]


def named(clause: Clause, known: Sequence[tuple[str, ...]], position: int, current: int | None) -> int | None:
    """The respondent named last before a position of the clause, else first in it; the one before when none is."""
    if len(known) < 2:
        return current
    places = _places(clause.text, known)
    before = [index for start, index in places if start < position - clause.start]
    if before or places:
        return before[-1] if before else places[0][1]
    marked = re.search(r"当事人([一二三四五\d])", clause.text)
    if marked and (value := parse_number(marked.group(1))) and value <= len(known):
        return int(value) - 1
    return current


def _places(text: str, known: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """(position, respondent) of every name in the text; a name inside a longer one does not count."""
    found = [(start, end, index) for index, names in enumerate(known) for start, end in occurrences(text, names)]
    return sorted(
        (start, index)
        for start, end, index in found
        if not any(other[0] <= start and end <= other[1] and other[1] - other[0] > end - start for other in found)
    )


def each_of(clause: Clause, known: Sequence[tuple[str, ...]], position: int) -> list[int]:
    """The respondents of 对甲、乙各处罚款…, who pay the sum each."""
    marked = re.search(r"(?:各|分别)(?:处|罚|给予|并处)", clause.text[: position - clause.start])
    if marked is None:
        return []
    words = clause.text[: marked.start()]
    listed = sorted({index for _, index in _places(words, known)})
    if not listed and (whole := ALL.search(words)):  # 对上述两名当事人分别处…
        number = parse_number(whole["number"].replace("两", "二")) if whole["number"] else len(known)
        listed = [*range(len(known))] if number == len(known) else []
    return listed if len(listed) > 1 else []
