"""Document number, agency and region."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.read import Read

NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fffA-Z（）()]{2,24}?)\s?(?:[〔\[【﹝(（{]|(?<=[罚字]))\s?(?P<year>(?:19|20)\d{2})\s?(?:年)?[〕\]】﹞)）}]\s?"
    r"(?:第\s?)?(?P<serial>[A-Za-z\d\-－—]{1,14})\s?号?"
)
WHOLE_BEFORE = re.compile(r"^$|[\s：:书号（(】，。；]")  # else the number's first characters are missing
LABELLED = re.compile(r"(?:决定书)?(?:文|编|案)号\s*[:：\t]\s*([^\s。；，]{6,40})")
AGENCY_TAIL = (
    r"(?:监督管理局|监管局|管理局|执法局|执法支队|执法大队|执法总队|支队|大队|总队|委员会|管理处|监察局|公安局|生态环境局|分局"
    r"|应急管理局|运输局|农业农村局|卫生健康局|水利局|林业局|税务局|海关|救援大队|消防救援机构|城建局|建设局|资源局|旅游局"
    r"|民政局|教育局|统计局|保障局|烟草专卖局|气象局|财政局|审计局|人民政府|商务局|粮食局|文化局|体育局|厅|局|所)"
)
AGENCY = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,28}}?{AGENCY_TAIL}(?:[\u4e00-\u9fff]{{2,8}}分局)?)(?![\u4e00-\u9fff])"
)
SIGNED = re.compile(
    rf"(?:^|\n|\t)\s*(?P<name>[\u4e00-\u9fff]{{2,30}}{AGENCY_TAIL})\s*(?:[（(][^\n（）()]{{0,8}}[)）])?\s*(?=\n|\t|$|(?:19|20|二)|\s)"
)
LABEL = re.compile(
    r"(?<!被)(?:处罚机关|执法机关|作出(?:行政)?处罚(?:决定)?(?:的)?(?:机关|单位)|实施机关|处罚单位|执法部门)(?:名称)?\s*[:：\t]\s*([\u4e00-\u9fff]{4,30})"
)
PART = r"[^局厅委队处所省市县区旗\W]"
REGION = re.compile(
    rf"^(?P<province>{PART}{{2,6}}?(?:省|自治区)|(?:北京|上海|天津|重庆)市)?"
    rf"(?P<prefecture>{PART}{{2,8}}?(?:自治州|地区|盟)|{PART}{{1,4}}州(?!{PART}{{0,3}}[市县区]))?"
    rf"(?P<city>{PART}{{1,7}}?市(?!场|政|容|管|民|监))?(?P<county>{PART}{{1,8}}?(?:自治县|县|旗|(?<![地社开景园新])区(?!域)))?"
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


def read_number(paper: Paper) -> Read[str] | None:
    """文号 as written, spaces taken out; the one nearest the top that is not of another document quoted there."""
    text = paper.text
    for match in NUMBER.finditer(text, 0, max(900, min(len(text), paper.parts.body + 200))):
        before = text[max(match.start() - 12, 0) : match.start("word")]
        if re.search(r"[《“]|依据|根据|收到|送达|印发", before) or not re.search(r"罚|处|决|字|执|当", match["word"]):
            continue
        word = re.sub(r"^.*(?:决定书|文号|编号|案号|书号)", "", match["word"])
        value = f"{word}{text[match.end('word') : match.end()]}".replace(" ", "")
        if not value.endswith("号"):
            continue
        start = match.end("word") - len(word)
        sure = 0.97 if WHOLE_BEFORE.search(text[:start][-1:]) and not _lost_before(paper, start) else 0.5
        return paper.read(value, start, match.end(), sure, "number-heading")
    labelled = LABELLED.search(text, 0, 900)
    if labelled:
        return paper.read(labelled.group(1), labelled.start(1), labelled.end(1), 0.85, "number-label")
    return None


def _lost_before(paper: Paper, at: int) -> bool:
    """Whether a number that cannot be read stands above: the one found may be that of another document."""
    low = paper.clean.offsets[at]
    places = (each for each in paper.clean.places if each.reason == "document-number-damaged" and not each.repaired)
    return any(each.end <= low for each in places)


def read_agency(paper: Paper) -> Read[str] | None:
    """The agency that decides: by label, heading line, or signature above the date at the end."""
    text = paper.text
    if match := LABEL.search(text):
        return paper.read(match.group(1), match.start(1), match.end(1), 0.95, "agency-label")
    head_end = text.find("\n", 1)
    first = AGENCY.match(text[: max(head_end, 0) or 60].strip()) if text else None
    if first and len(first["name"]) >= 4:
        start = text.index(first["name"])
        return paper.read(first["name"], start, start + len(first["name"]), 0.96, "agency-heading")
    head = re.search(
        rf"(?:^|\n)\s*([\u4e00-\u9fff]{{2,28}}?{AGENCY_TAIL})\s*(?:当场|不予)?(?:行政|公安)?(?:交通管理)?(?:处罚)?(?:决定书)?\s*(?=\n)",
        text[:300],
    )
    if head:
        return paper.read(head.group(1), head.start(1), head.end(1), 0.94, "agency-title")
    glued = re.search(rf"(?:^|\n)\s*([\u4e00-\u9fff]{{2,28}}?{AGENCY_TAIL})(?=(?:当场|不予)?(?:行政)?处罚)", text[:300])
    if glued:
        return paper.read(glued.group(1), glued.start(1), glued.end(1), 0.93, "agency-title")
    signed = list(SIGNED.finditer(text, max(paper.parts.operative[0], len(text) // 2)))
    if signed:
        match = signed[-1]
        return paper.read(match["name"], match.start("name"), match.end("name"), 0.9, "agency-signature")
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
