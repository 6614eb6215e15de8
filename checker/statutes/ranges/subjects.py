"""Whom a sanction is for: the unit, the people behind it, citizens, or a party named by its role."""

from __future__ import annotations

import re

TOWARDS = re.compile(
    r"对([^，。;；对]{1,80}?)(?:，|(?=的罚款|(?:可以|可)?(?:视情节|酌情|根据情节)?(?:可以|可)?(?:并|单|另|各|分别)*(?:处(?![理置分])|给予|予以(?!监督|销毁|没收))|由|依法(?!登记)|没收|按日|按次|按照|为(?=$|\d|人民币|[一二三四五六七八九十])|,|$))"
)
BARE_PERSON = re.compile(
    r"(?:^|，|;|。)(?:并|其|对)?(?:[^，。;]{0,16}、)?(?:直接负责的主管人员|主管人员|主要负责人|法定代表人|直接责任人员)[^，。;处]{0,16}(?=可以|可?并?处|给予)"
)
PERSON = re.compile(
    r"主管人员|主管负责人员|责任人员?|责任者|负责人|法定代表人|有关人员|从业人员|直接责任|个人经营的投资人|责任船员|首席代表|经办人|当事人员|高级管理人员"
)
CITIZEN = re.compile(r"^(?:其)?(?:个人|公民|自然人|驾驶人|乘车人|居民个人|有关个人|违法个人)(?:的)?$")
UNIT = re.compile(
    r"^(?:其|该|违法|有关|责任)?(?:单位|法人|法人或者其他组织|法人、其他组织|企业|组织|机构|企业、事业单位)(?:的)?$"
)
ANYONE = re.compile(
    r"^(?:其|当事人|违法行为人|行为人|违法者|责任方|有关当事人|单位和个人|有关单位和个人|有关单位|有关责任单位|有关组织或者个人)$"
)


class Subject:
    """What the words 对…处 leave in force until the next 对…: the kind, and the role as written."""

    __slots__ = ("kind", "role")

    def __init__(self, kind: str = "any", role: str = "") -> None:
        self.kind = kind
        self.role = role


def read_subject(words: str, before: Subject) -> Subject:
    """Whom the sanction that follows these words is for; `before` when they name nobody."""
    found = None
    for match in TOWARDS.finditer(words):
        found = match
    person = None
    for match in BARE_PERSON.finditer(words):
        person = match
    if person is not None and (found is None or person.end() >= found.end()):
        return Subject("person")
    return before if found is None else _kind(found.group(1))


def _kind(who: str) -> Subject:
    named = re.sub(r"^(?:其|该)(?=.)", "", who)
    if named.endswith(("所在单位", "所在的单位")):
        return Subject("role", named)
    if UNIT.match(who):
        return Subject("unit")
    if CITIZEN.match(who):
        return Subject("citizen")
    if PERSON.search(who):
        return Subject("person")
    if ANYONE.match(who) or re.search(r"行为|情节|情形|违法的|规定", who):
        return Subject()
    return Subject("role", named)
