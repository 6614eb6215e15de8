"""Agency and region."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.read import Read

AGENCY_TAIL = (
    r"(?:监督管理局|监管分局|服务中心|监督所|监督站|管理站|稽查局|监管局|管理局|执法局|执法支队|执法大队|执法总队|执法队|支队|大队|总队|委员会|管理处|监察局|公安局|生态环境局|分局"
    r"|应急管理局|运输局|农业农村局|卫生健康局|水利局|林业局|税务局|办事处|中心支行|分行|海关|救援大队|消防救援机构|城建局|建设局|资源局|旅游局"
    r"|民政局|教育局|统计局|保障局|烟草专卖局|气象局|财政局|审计局|人民政府|商务局|粮食局|文化局|体育局|厅|局|所)"
)
# 地方海事（港航）管理服务中心: a second name in brackets stands inside the name.
BODY = r"[\u4e00-\u9fff]{2,28}?(?:[（(][\u4e00-\u9fff]{1,6}[)）][\u4e00-\u9fff]{0,8}?)?"
AGENCY = re.compile(rf"(?P<name>{BODY}{AGENCY_TAIL}(?:[\u4e00-\u9fff]{{2,8}}(?:分局|大队))?)(?![\u4e00-\u9fff])")
SIGNED = re.compile(
    rf"(?:^|\n|\t)\s*[（(]?(?P<name>{BODY}{AGENCY_TAIL})\s*(?:[（(][^\n（）()]{{0,8}}[)）]|(?:印章?|公章|盖章)[)）])?\s*(?=\n|\t|$|(?:19|20|二)|\s)"
)
SEALED = re.compile(rf"[（(](?:(?:盖章|印章|公章)[:：])?(?P<name>{BODY}{AGENCY_TAIL})(?:印章?|公章|盖章)?[)）]")
TITLED = re.compile(
    rf"(?:^|\n)\s*(?P<name>{BODY}{AGENCY_TAIL})\s*(?:当场|不予)?(?:行政|公安)?(?:交通管理)?(?:处罚)?(?:决定书)?\s*(?=\n)"
)
GLUED = re.compile(
    rf"(?:^|\n)\s*(?P<name>{BODY}{AGENCY_TAIL}(?:第?[一二三四五]?稽查局)?)(?=[\u4e00-\u9fff]{{0,6}}?(?:当场|不予)?(?:行政)?处罚)"
)
# 某市生态环境局某分局 豫某环罚〔2021〕11号: the number behind the agency's name, no title
NUMBERED = re.compile(
    rf"(?:^|\n)\s*(?P<name>{BODY}{AGENCY_TAIL})[ 　]*(?=[^\W局厅队]{{2,8}}[罚处][\u4e00-\u9fff]{{0,4}}[〔\[（(【﹝]\d{{4}})"
)
LABEL = re.compile(
    r"(?<!被)(?:处罚机关|执法机关|作出(?:行政)?处罚(?:决定)?(?:的)?(?:机关|单位)|实施机关|处罚单位|执法部门)(?:名称)?\s*[:：\t]\s*([\u4e00-\u9fff]{4,30})"
)
PART = r"[^局厅委队处所省市县区旗\W]"
REGION = re.compile(
    rf"^(?P<province>{PART}{{2,6}}?(?:省|自治区)|(?:北京|上海|天津|重庆)市)?"
    rf"(?P<prefecture>{PART}{{2,8}}?(?:自治州|地区|盟)|{PART}{{1,4}}州(?!{PART}{{0,3}}[市县区]))?"
    rf"(?P<city>{PART}{{1,7}}?市(?!场|政|容|管|民|监))?(?P<county>(?:浦东|滨海)新区|{PART}{{1,8}}?(?:自治县|县|旗|(?<![地社开景园新])区(?!域)))?"
)
BRANCH = re.compile(rf"局({PART}{{1,7}}?(?:市|县|区))分局")
# 自治州 by the short form that agencies use.
PREFECTURES = {
    short + "州": f"{short}{people}自治州"
    for short, people in (
        ("延边", "朝鲜族"),
        ("恩施", "土家族苗族"),
        ("湘西", "土家族苗族"),
        ("阿坝", "藏族羌族"),
        ("甘孜", "藏族"),
        ("凉山", "彝族"),
        ("黔西南", "布依族苗族"),
        ("黔东南", "苗族侗族"),
        ("黔南", "布依族苗族"),
        ("楚雄", "彝族"),
        ("红河", "哈尼族彝族"),
        ("文山", "壮族苗族"),
        ("西双版纳", "傣族"),
        ("大理", "白族"),
        ("德宏", "傣族景颇族"),
        ("怒江", "傈僳族"),
        ("迪庆", "藏族"),
        ("临夏", "回族"),
        ("甘南", "藏族"),
        ("海北", "藏族"),
        ("黄南", "藏族"),
        ("海南", "藏族"),
        ("果洛", "藏族"),
        ("玉树", "藏族"),
        ("海西", "蒙古族藏族"),
        ("昌吉", "回族"),
        ("博尔塔拉", "蒙古"),
        ("巴音郭楞", "蒙古"),
        ("克孜勒苏", "柯尔克孜"),
        ("伊犁", "哈萨克"),
    )
}


def _province_before(heading: str, name: str) -> bool:
    before = heading.removesuffix(name)
    return heading.endswith(name) and ("省" in before or "自治区" in before)


def read_agency(paper: Paper) -> Read[str] | None:
    """The agency that decides: by label, heading line, or signature above the date at the end."""
    text = paper.text
    if match := LABEL.search(text):
        return paper.read(match.group(1), match.start(1), match.end(1), 0.95, "agency-label")
    signed = list(SIGNED.finditer(text, max(paper.parts.operative[0], len(text) // 2)))
    headed = _headed(text)
    if headed and signed and _province_before(headed[0], signed[-1]["name"]):
        headed = None  # the heading puts province and prefecture before the agency's own name
    if headed:
        name, start, confidence, rule = headed
        return paper.read(name, start, start + len(name), confidence, rule)
    match = signed[-1] if signed else SEALED.search(text)
    return paper.read(match["name"], match.start("name"), match.end("name"), 0.9, "agency-signature") if match else None


def _headed(text: str) -> tuple[str, int, float, str] | None:
    head_end = text.find("\n", 1)
    first = AGENCY.match(text[: max(head_end, 0) or 60].strip()) if text else None
    if first and len(first["name"]) >= 4:
        return first["name"], text.index(first["name"]), 0.96, "agency-heading"
    for pattern, confidence in ((TITLED, 0.94), (GLUED, 0.93), (NUMBERED, 0.9)):
        if match := pattern.search(text[:300]):
            return match["name"], match.start("name"), confidence, "agency-title"
    return None


def read_region(paper: Paper, agency: Read[str] | None) -> Read[str] | None:
    """The most specific administrative division that the agency's name begins with."""
    if agency is None or not agency.evidence:
        return None
    if branch := BRANCH.search(agency.value):
        return Read(branch.group(1), agency.evidence, agency.confidence, "rule:region-of-branch")
    match = REGION.match(agency.value)
    if match is None or not match.group():
        return None
    parts = [match[name] for name in ("county", "city", "prefecture", "province") if match[name]]
    value = parts[0]
    if match["county"] and match["county"].endswith("区") and match["city"]:
        value = match["city"] + match["county"]
    value = PREFECTURES.get(value, value)
    return Read(value, agency.evidence, agency.confidence, "rule:region-of-agency")
