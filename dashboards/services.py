"""All reads of the dashboard; knows nothing of Streamlit, so it is tested without a browser."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pypdfium2

from checker.parse import Box, boxes, scan_boxes
from checker.parse.scan.pictures import frame
from checker.records.read import Span
from checker.reports import write_xlsx
from checker.store import Store, queries
from checker.store.summary import SEVERITIES

if TYPE_CHECKING:
    from PIL.Image import Image

STATUSES = ("violation", "lead", "cannot_tell", "in_line", "not_checked", "unreadable")
CHECKED = STATUSES[:4]
SCALE = 2  # pixels a point for page pictures
EVIDENCE, COVER = (255, 196, 0, 96), (40, 40, 40, 255)


def database_exists(where: str) -> bool:
    """Whether there is something to open; a URL is tried by opening it."""
    return "://" in where or Path(where).is_file()


def fingerprint(where: str) -> str:
    """Changes when the database does; keys the caches. A URL has none, so it is read anew each time."""
    if "://" in where:
        return ""
    return "/".join(str(path.stat().st_mtime_ns) for path in (Path(where), Path(where + "-wal")) if path.exists())


def cases(store: Store) -> pd.DataFrame:
    """One row a file with its status, money as float yuan for charts, and the text that search looks into."""
    frame = pd.DataFrame(queries.results(store), columns=[column.key for column in queries.LISTED])
    found = pd.DataFrame(queries.findings(store), columns=_FINDING_COLUMNS)
    for column in ("fine_total", "expected_lower", "expected_upper"):
        frame[column] = pd.to_numeric(frame[column].map(_float))
    told = found[found["status"] != "cannot_tell"].groupby("result_id")
    frame["findings"] = frame["id"].map(told.size()).fillna(0).astype(int)
    frame["checks"] = frame["id"].map(told["check"].agg(lambda names: sorted(set(names))))
    frame["checks"] = frame["checks"].map(lambda names: names if isinstance(names, list) else [])
    said = found.groupby("result_id")[["message_zh", "message_en"]].agg(" ".join)
    texts = [frame[name].astype(object).fillna("") for name in ("document_number", "agency", "cause", "file")]
    texts += [frame["id"].map(said[name]).astype(object).fillna("") for name in ("message_zh", "message_en")]
    frame["searched"] = [" ".join(map(str, row)).lower() for row in zip(*texts, strict=True)]
    return frame


_FINDING_COLUMNS = [
    "result_id",
    "file",
    "document_number",
    "agency",
    "ordinal",
    "check",
    "status",
    "severity",
    "confidence",
    "message_zh",
    "message_en",
]


def findings(store: Store) -> pd.DataFrame:
    """One row a finding of a current result."""
    return pd.DataFrame(queries.findings(store), columns=_FINDING_COLUMNS)


def problems(store: Store) -> pd.DataFrame:
    """One row a problem of a current result."""
    columns = ["file", "code", "stage", "page", "fatal", "message_zh", "message_en"]
    return pd.DataFrame(queries.problems(store), columns=columns)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the queue shows; an empty choice means everything."""

    statuses: Sequence[str] = ()
    severities: Sequence[str] = ()
    agencies: Sequence[str] = ()
    fields: Sequence[str] = ()
    checks: Sequence[str] = ()
    search: str = ""
    sort: str = "worst"


def filtered(frame: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The rows that fit, sorted; every word of the search must occur."""
    keep = pd.Series(True, index=frame.index)
    columns = ("status", "severity", "agency", "field")
    choices = (chosen.statuses, chosen.severities, chosen.agencies, chosen.fields)
    for column, values in zip(columns, choices, strict=True):
        if values:
            keep &= frame[column].isin(list(values))
    if chosen.checks:
        wanted = set(chosen.checks)
        keep &= frame["checks"].map(lambda names: bool(wanted & set(names)))
    for part in chosen.search.lower().split():
        keep &= frame["searched"].str.contains(part, regex=False)
    return ordered(frame[keep], chosen.sort)


def ordered(frame: pd.DataFrame, sort: str) -> pd.DataFrame:
    """Sorted by "worst", "day", "fine" or "number"; ties by file. ValueError for another order."""
    if sort == "worst":
        ranks = {
            "_status": frame["status"].map(STATUSES.index),
            "_severity": frame["severity"].map(lambda name: SEVERITIES.index(name) if name in SEVERITIES else 9),
            "_findings": -frame["findings"],
        }
        keyed = frame.assign(**ranks).sort_values([*ranks, "file"])
        return keyed.drop(columns=list(ranks))
    by = {"day": ("decision_date", False), "fine": ("fine_total", False), "number": ("document_number", True)}
    if sort not in by:
        raise ValueError(f"{sort}: no such order; known: worst, {', '.join(by)}")
    column, ascending = by[sort]
    return frame.sort_values([column, "file"], ascending=[ascending, True], na_position="last")


def totals(frame: pd.DataFrame) -> dict[str, Any]:
    """Counts by status, the number checked, and the sum of fines in yuan."""
    counts = {status: int((frame["status"] == status).sum()) for status in STATUSES}
    checked = frame[frame["status"].isin(CHECKED)]
    return {**counts, "files": len(frame), "checked": len(checked), "fines": float(checked["fine_total"].sum())}


def outcome_by(frame: pd.DataFrame, column: str, unnamed: str) -> pd.DataFrame:
    """Checked decisions counted by a column and status, with fines and the share out of line of each group."""
    checked = frame[frame["status"].isin(CHECKED)].assign(group=lambda rows: rows[column].fillna(unnamed))
    table = checked.groupby(["group", "status"]).agg(count=("id", "size"), fines=("fine_total", "sum")).reset_index()
    sizes = table.groupby("group")["count"].transform("sum")
    out = table["count"].where(table["status"] == "violation", 0).groupby(table["group"]).transform("sum")
    return table.assign(share=out / sizes, size=sizes)


def case(store: Store, result: str) -> queries.StoredCase | None:
    """One case by result id."""
    return queries.case(store, result)


def workbook(store: Store, language: str) -> bytes:
    """The findings sheet, as bytes for a download."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "findings.xlsx"
        write_xlsx(store, path, language=language)
        return path.read_bytes()


def original(found: queries.StoredCase) -> bytes | None:
    """The file's bytes when it still lies where it was read and is unchanged."""
    path = Path(found.file)
    if not path.is_file():
        return None
    data = path.read_bytes()
    return data if hashlib.sha256(data).hexdigest() == found.sha256 else None


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return len(pdf)
    finally:
        pdf.close()


def has_picture(found: queries.StoredCase) -> bool:
    """Whether its pages can be shown as they look: a PDF or an image."""
    return found.format in ("pdf", "image")


def page_picture(data: bytes, page: int, spans: Sequence[dict[str, Any]]) -> bytes:
    """A PNG of one PDF page (numbered from 1) with the spans drawn as translucent boxes; for papers without persons."""
    picture, size = _page_of_pdf(data, page)
    wanted = [Span(each["page"], each["start"], each["end"], each["quote"]) for each in spans if each["page"] == page]
    return _drawn(picture, size, boxes(data, wanted), [])


def case_picture(
    store: Store, found: queries.StoredCase, data: bytes, page: int, spans: Sequence[dict[str, Any]]
) -> bytes | None:
    """The same of a case's page, which may be an image or read by OCR, with personal data under black boxes.

    None when personal data cannot be covered: its place is not found, or the page has no text that tells of any.
    """
    texts = queries.originals(store, found.sha256)
    if not texts[page - 1 : page] or not texts[page - 1].strip():
        return None
    picture, size = _page_of_pdf(data, page) if found.format == "pdf" else _page_of_image(data, page, found.file)
    scan = found.scans[page - 1] if page <= len(found.scans) else None

    def places(wanted: Sequence[Span]) -> list[Box]:
        if scan is not None:
            return list(scan_boxes(texts[page - 1], scan, wanted, *size))
        return list(boxes(data, wanted)) if found.format == "pdf" else []

    hidden = [places([span]) for span in _here(found.private, page, texts)]
    if not all(hidden):
        return None
    return _drawn(picture, size, places(_here(spans, page, texts)), [box for each in hidden for box in each])


def _here(spans: Iterable[dict[str, Any]], page: int, texts: Sequence[str]) -> list[Span]:
    """The spans of a page with its own words, by which they are found on it; the words are not shown."""
    return [
        Span(page, each["start"], each["end"], texts[page - 1][each["start"] : each["end"]])
        for each in spans
        if each["page"] == page
    ]


def _page_of_pdf(data: bytes, page: int) -> tuple[Image, tuple[float, float]]:
    """The page as a picture, and its size in points."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[page - 1].render(scale=SCALE).to_pil(), pdf[page - 1].get_size()
    finally:
        pdf.close()


def _page_of_image(data: bytes, page: int, file: str) -> tuple[Image, tuple[float, float]]:
    picture = frame(data, file, page)
    return picture, picture.size


def _drawn(picture: Image, size: tuple[float, float], marked: Sequence[Box], hidden: Sequence[Box]) -> bytes:
    """A PNG of the picture of a page of this size, evidence marked and personal data covered."""
    from PIL import Image as Images
    from PIL import ImageDraw  # only these pages need it

    picture, scale = picture.convert("RGBA"), picture.width / size[0]
    layer = Images.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for colour, listed in ((EVIDENCE, marked), (COVER, hidden)):
        for box in listed:
            draw.rectangle([box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale], fill=colour)
    out = io.BytesIO()
    Images.alpha_composite(picture, layer).convert("RGB").save(out, "PNG")
    return out.getvalue()
