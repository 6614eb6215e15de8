"""Homes of citizens: what stands below the county or town is personal; premises of businesses are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.text.privacy.labelled import not_of_body, of_citizen
from checker.text.privacy.numbers import Place

HOUSE = r"(?![现家]?住|[男女]|联系|身份|公民|户籍)[^\n\t，。；;,:：]{1,20}(?:号楼?|室|组|栋|单元|屯)[^\n\t，。；;,）)]{0,12}"
# Looked at, not passed over: the next label may stand in it.
VALUE = rf"(?=(?P<v>[\u4e00-\u9fff][^\n\t，。；;,:：）)]{{2,70}}(?:[，,]{HOUSE})?))"
LEVELS = re.compile(
    r"(?:[\u4e00-\u9fff]{1,8}?(?:省|自治区|自治州|州|市(?!场)|地区|盟|自治县|县|自治旗|旗|(?<![小社园景厂库])区|镇(?!政)|乡(?!村)|街道办事处|街道))+"
)
NOTE, SAYS = r"(?:[（(][^）)\n]{1,10}[)）])?\s?", r"[:：\t为在是]"
HOME = re.compile(
    rf"(?:家庭(?:住址|地址)|家住|现住(?:址|地址|地)?){NOTE}{SAYS}?\s*{VALUE}"
    r"|(?:户籍(?:所在地|地址|地)?|居住(?:地址|地)|常住(?:地址|地)|暂住(?:地址|地)|身份证(?:登记)?(?:住址|地址)"
    rf"|(?:经营者|法定代表人|负责人|投资人)(?:住址|住所|家庭住址)){NOTE}{SAYS}\s*{VALUE.replace('<v>', '<w>')}"
)
LISTED = re.compile(rf"(?<![住（(庭人者记证现])住址{NOTE}{SAYS}?\s*{VALUE}")
LIVES = re.compile(rf"(?:(?<=[，,；\t\n ])|(?<=[男女族生]))(?:现)?(?:家)?住(?![所址宅院宿建房]){VALUE}")
MAYBE = re.compile(
    rf"(?:住所(?:地)?|(?<![居住庭籍证营册所])地址|联系地址|通讯地址){NOTE}(?:{SAYS}\s*|(?={LEVELS.pattern})){VALUE}"
)
NOT_HERE = re.compile(
    r"(?:家庭|现|身份证)?住[址所]|户籍|现住|家住|居住地|微信|邮箱|护照|(?:联系)?电话|身份证|公民身份|邮编|邮政编码|性别|职务|统一社会|法定代表人|经营者|[（(]以下|[)）]$|案由|联系方式"
)
DETAIL = re.compile(r"[\d一二三四五六七八九十]|号|室|组|村|屯|栋|幢|单元|楼|路|街|巷|弄|胡同|社区|小区|庄|队|委")
LEAST_REPEATED = 5  # characters of a detail that are looked for elsewhere in the text


def addresses(text: str) -> Iterator[Place]:
    """The detail of each home, at its label and wherever the same words are repeated."""
    found = set(_at_labels(text))
    yield from (("address", start, end) for start, end in sorted(found))
    for words in {text[start:end] for start, end in found if end - start >= LEAST_REPEATED}:
        if re.search(r"\d", words):
            for match in re.finditer(re.escape(words), text):
                if match.span() not in found:
                    yield "address", match.start(), match.end()


def _at_labels(text: str) -> Iterator[tuple[int, int]]:
    for pattern, whose in ((HOME, _anyone), (LISTED, not_of_body), (LIVES, of_citizen), (MAYBE, of_citizen)):
        for match in pattern.finditer(text):
            name = "v" if match["v"] else "w"
            place = _detail(match[name], match.start(name)) if whose(text, match.start()) else None
            if place is not None:
                yield place


def _anyone(text: str, at: int) -> bool:
    """Labels that only persons have."""
    return True


def _detail(value: str, at: int) -> tuple[int, int] | None:
    """What follows the county or town, None where nothing telling does."""
    stop = NOT_HERE.search(value)
    value = value[: stop.start()] if stop else value
    levels = LEVELS.match(value)
    start, end = levels.end() if levels else 0, len(value.rstrip())
    rest = value[start:end]
    if len(rest) < 2 or not DETAIL.search(rest) or not re.search(r"[^*＊×xX某\s]", rest):
        return None
    return at + start, at + end
