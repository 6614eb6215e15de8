"""OFD (GB/T 33190), the national fixed-layout format: a ZIP of XML whose text stands at places on pages."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import DocumentError
from checker.parse.ofd.layout import Sheet, laid_out
from checker.parse.ofd.marks import Drawing, Marks
from checker.parse.ofd.package import Package, PartError
from checker.parse.ofd.pictures import page_pictures
from checker.parse.ofd.tree import Contents, contents
from checker.parse.problems import problem
from checker.records.document import Page
from checker.records.problem import Problem

LARGEST = 2000  # pages of one file, as for PDF


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """Pages with their text; what was not read of them, or stands beside them, is told by problems.

    Raises DocumentError: ofd-damaged, ofd-encrypted, ofd-entities, ofd-unsafe-path, ofd-bomb, ofd-too-many-parts,
    ofd-no-pages, too-many-pages.
    """
    package = Package(data, label)
    found = contents(package)
    if len(found.pages) > LARGEST:
        raise DocumentError("too-many-pages", label, pages=len(found.pages), limit=LARGEST)
    drawing = Drawing(package)
    pages: list[Page] = []
    trouble = list(_beside(found, label))
    for number, reference in enumerate(found.pages, start=1):
        text = ""
        try:
            marks = drawing.page(reference)
            sheet = laid_out(marks)
            text = sheet.text
            trouble += _noted(marks, sheet, label, number)
        except PartError as error:
            trouble.append(_unread(error, label, number))
        pages.append(Page(number, text))
    broken = [each for each in trouble if each.code in ("ofd-page-missing", "ofd-page-damaged")]
    if len(broken) == len(pages):  # nothing of it could be read: no scan, but a damaged file
        first = broken[0]
        reason = first.message_zh.removeprefix(f"{label}：").rstrip("。"), first.message_en.removeprefix(f"{label}: ")
        raise DocumentError("ofd-damaged", label, reason=(reason[0], reason[1].rstrip(".")))
    return tuple(pages), tuple(trouble), None


def sheet(data: bytes, number: int) -> Sheet | None:
    """The layout of one page, numbered from 1; None for a page that cannot be read. Raises as `read` does."""
    package = Package(data, "")
    listed = contents(package).pages
    if not 0 < number <= len(listed):
        return None
    try:
        return laid_out(Drawing(package).page(listed[number - 1]))
    except PartError:
        return None


def _beside(found: Contents, label: str) -> Iterator[Problem]:
    for name in ("stamps", "annotations", "attachments"):
        if found.beside[name]:
            yield problem(f"ofd-{name}", label, fatal=False, count=found.beside[name])
    if found.lost:
        yield problem("ofd-part-missing", label, fatal=False, paths=", ".join(sorted(set(found.lost))))


def _noted(marks: Marks, laid: Sheet, label: str, number: int) -> Iterator[Problem]:
    if marks.unnamed:
        yield problem("ofd-glyphs", label, page=number, fatal=False, count=marks.unnamed)
    if marks.misplaced:
        yield problem("ofd-positions", label, page=number, fatal=False, count=marks.misplaced)
    if laid.unruled:
        yield problem("ofd-rules", label, page=number, fatal=False)
    if marks.lost:
        yield problem("ofd-part-missing", label, page=number, fatal=False, paths=", ".join(sorted(set(marks.lost))))


def _unread(error: PartError, label: str, number: int) -> Problem:
    if error.missing:
        return problem("ofd-page-missing", label, page=number, fatal=False, path=error.name)
    return problem("ofd-page-damaged", label, page=number, fatal=False, reason=str(error))


__all__ = ["Sheet", "page_pictures", "read", "sheet"]
