"""What a document says of itself: title, issuer, number, dates, how it reads 以下; the rest must be told with --set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from checker.benchmarks.fields import fields
from checker.benchmarks.importing.grid import Line, Unparsed
from checker.errors import CheckerError
from checker.text.dates import find_dates

TITLE = re.compile(r"(?:裁量|处罚|罚款|免罚|不罚)[^，。；]{0,30}(?:基准|标准|规则|办法|表|清单|目录|细则|规定)")
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}〔\s?(?:19|20)\d{2}\s?〕\s?\d+\s?号")
IN_FORCE = re.compile(r"自(.{4,16}?)(?:起|之日起)?(?:施行|实施|执行|生效)")
PLACE = re.compile(r"^([\u4e00-\u9fff]{2,12}?(?:省|自治区|自治州|州|市|县|区|盟|旗))")
EXCLUDES = re.compile(
    r"[“\"]?以下[”\"]?(?:[^，。；]{0,20})不(?:包[括含]|含)本(?:数|级)|以下[^。；]{0,12}不含本数|[“\"]以下[”\"][^。；]{0,16}不含"
)
UNKNOWN_DAY = "9999-12-31"  # a table whose first day nobody told is never in force, so it accuses nobody
KEYS = frozenset(
    {
        "id",
        "title",
        "issuer",
        "region",
        "covers",
        "field",
        "level",
        "document_number",
        "in_force_from",
        "in_force_to",
        "below_excludes",
        "source",
        "last_confirmed",
    }
)
LAYOUT = frozenset({"columns", "skip_rows"})
MISSING = "文件中没有写明，请用 --set {key}=… 补充 · not told in the file, give --set {key}=…"


def check_settings(told: Mapping[str, str]) -> None:
    """Refuse keys that mean nothing here. Raises CheckerError naming them."""
    unknown = sorted(set(told) - KEYS - LAYOUT)
    if unknown:
        raise CheckerError(f"--set {', '.join(unknown)}: unknown; known are {', '.join(sorted(KEYS | LAYOUT))}")
    if "in_force_from" in told:
        try:
            date.fromisoformat(told["in_force_from"])
        except ValueError as error:
            raise CheckerError(f"--set in_force_from={told['in_force_from']}: is no ISO date ({error})") from error


def read_metadata(
    lines: Sequence[Line], file: str, told: Mapping[str, str], words: str
) -> tuple[dict[str, Any], list[Unparsed]]:
    """The head of a benchmark file, and what nobody told. `words` is all text of the document, for its field."""
    text = "\n".join(line.text for line in lines)
    title = told.get("title") or _title(lines) or re.sub(r"\.\w+$", "", file)
    place = PLACE.match(title)
    region = told.get("region") or (place.group(1) if place else "")
    number = NUMBER.search(text)
    head: dict[str, Any] = {
        "id": told.get("id") or re.sub(r"[^\w\u4e00-\u9fff]+", "-", re.sub(r"\.\w+$", "", file)).strip("-").lower(),
        "title": title,
        "issuer": told.get("issuer") or _issuer(text, region),
        "region": region,
        "covers": re.split(r"[，,、\s]+", told["covers"]) if told.get("covers") else [_stem(region)] if region else [],
        "field": told.get("field") or _field(title + words[:3000]),
        "level": told.get("level") or _level(region),
        "document_number": told.get("document_number") or (re.sub(r"\s", "", number.group()) if number else ""),
        "in_force_from": told.get("in_force_from") or _in_force(text),
    }
    left = [Unparsed("metadata", key, MISSING.format(key=key)) for key, value in head.items() if not value]
    head["in_force_from"] = head["in_force_from"] or UNKNOWN_DAY
    head["covers"] = head["covers"] or ["（未指明）"]
    head["field"] = head["field"] or "market_supervision"
    head["level"] = head["level"] or "county"
    for key in ("in_force_to", "last_confirmed"):
        head |= {key: told[key]} if told.get(key) else {}
    excludes = told.get("below_excludes", "").lower() in ("true", "1", "yes", "是") or bool(EXCLUDES.search(text))
    head |= {"below_excludes": True} if excludes else {}
    head["source"] = told.get("source") or f"导入自 {file} · imported"
    return head, left


def _title(lines: Sequence[Line]) -> str:
    told = [line.text for line in lines[:40] if TITLE.search(line.text) and len(line.text) < 60]
    return re.sub(r"\s+", "", told[0]) if told else ""


def _issuer(text: str, region: str) -> str:
    match = re.search(
        rf"(?:^|\n)\s*((?:{re.escape(region)})?[\u4e00-\u9fff]{{2,20}}(?:局|厅|委员会|总局|部|支队|大队))\s*(?:\n|关于)",
        text,
    )
    return match.group(1) if match else region and f"{region}（发布机关未写明）"


def _stem(region: str) -> str:
    return re.sub(r"(?:朝鲜族自治州|[\u4e00-\u9fff]族自治[州县]|省|自治区|市|县|区|州|盟|旗)$", "", region) or region


def _level(region: str) -> str:
    if re.search(r"省$|自治区$|(?:北京|上海|天津|重庆)市$", region):
        return "provincial"
    if re.search(r"自治州$|州$|市$|盟$", region):
        return "prefecture"
    return "county" if region else ""


def _field(words: str) -> str:
    """The field whose names stand most often in the document; narrower fields go before the wide ones."""
    counts = {}
    for key, field in fields().items():
        names = [field.zh, *field.agencies]
        counts[key] = sum(words.count(name) for name in names)
    best = max(counts, key=lambda key: counts[key])
    return best if counts[best] else ""


def _in_force(text: str) -> str:
    for match in IN_FORCE.finditer(text):
        dates = [token for token in find_dates(match.group(1)) if token.precision == "day"]
        if dates:
            return dates[0].value.isoformat()
    return ""
