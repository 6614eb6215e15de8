"""Pages without text, or with a damaged one, filled by OCR; what could not be read becomes a Problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2

from checker.errors import DocumentError
from checker.parse import ofd
from checker.parse.problems import problem
from checker.parse.scan import layer, pictures, rendering
from checker.parse.scan.cache import Cache, key_of
from checker.parse.scan.engine import Engine, OcrError, installed
from checker.parse.scan.lines import Reading
from checker.records.document import Page
from checker.records.problem import Problem
from checker.records.scan import Scan
from checker.text.masking import mask

if TYPE_CHECKING:
    from checker.parse.scan.pixels import Pixels

Told = Callable[[str, int, int], None]  # file, pages read so far, pages to read


@dataclass(frozen=True, slots=True)
class Scanner:
    """How scans are read: the engine (None: not installed), and where readings are kept (None: nowhere)."""

    engine: Engine | None = field(default_factory=installed)
    cache: Cache | None = None


@dataclass(slots=True)
class Trouble:
    """What is wrong with the pages of one document."""

    label: str
    problems: list[Problem] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)  # pages on which the engine itself failed, and why

    def add(self, code: str, number: int | None, **detail: object) -> None:
        """Record it; the document goes on."""
        self.problems.append(problem(code, self.label, "parse", number, False, **detail))


def fill(
    kind: str, data: bytes, label: str, pages: Sequence[Page], scanner: Scanner, told: Told | None = None
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages of a PDF or an image with those that have no sound text read by OCR, and what could not be read.

    Raises DocumentError("ocr-failed") when the engine failed and no page has any text.
    """
    wanted = _wanted(kind, data, pages)
    filled, trouble = {page.number: page for page in pages}, Trouble(label)
    if told and wanted and scanner.engine:
        told(label, 0, len(wanted))
    for done, (number, picture) in enumerate(_pictures(kind, data, label, wanted), start=1):
        filled[number] = _filled(filled[number], wanted[number], picture, scanner, trouble)
        if told and scanner.engine:
            told(label, done, len(wanted))
    made = tuple(filled.values())
    if trouble.failed and not any(page.text.strip() for page in made):
        page, reason = next(iter(trouble.failed.items()))
        raise DocumentError("ocr-failed", label, page=page, reason=reason)
    _tell_what_was_read(made, trouble)
    return made, tuple(trouble.problems) if any(page.text.strip() for page in made) else ()


def _wanted(kind: str, data: bytes, pages: Sequence[Page]) -> dict[int, str]:
    """Numbers of the pages whose text is not sound, and what is wrong with it."""
    if kind != "pdf":
        return {page.number: "empty" for page in pages if not page.text.strip()}
    opened = pypdfium2.PdfDocument(data)
    try:
        states = {page.number: layer.state(page.text, partial(_covered, opened, page.number)) for page in pages}
    finally:
        opened.close()
    return {number: state for number, state in states.items() if state != "sound"}


def _covered(opened: pypdfium2.PdfDocument, number: int) -> float:
    page = opened[number - 1]
    try:
        return rendering.covered(page)
    finally:
        page.close()


def _pictures(
    kind: str, data: bytes, label: str, wanted: Mapping[int, str]
) -> Iterator[tuple[int, Callable[[], Pixels | None]]]:
    """Each wanted page with a function that draws it."""
    if not wanted:
        return
    if kind == "ofd":
        for number, picture in ofd.page_pictures(data, label, frozenset(wanted)):
            yield number, partial(_opened, picture, label)
        return
    if kind != "pdf":
        for number, pixels in enumerate(pictures.frames(data, label), start=1):
            yield number, partial(_as_it_is, pixels)
        return
    opened = pypdfium2.PdfDocument(data)
    try:
        for number in wanted:
            page = opened[number - 1]
            try:
                yield number, partial(rendering.picture, page)
            finally:
                page.close()
    finally:
        opened.close()


def _opened(picture: bytes | None, label: str) -> Pixels | None:
    """The image file that an OFD page consists of; None where it has none, or one that cannot be read."""
    try:
        return None if picture is None else next(pictures.frames(picture, label), None)
    except DocumentError:
        return None


def _as_it_is(pixels: Pixels) -> Pixels:
    return pixels


def _filled(page: Page, state: str, draw: Callable[[], Pixels | None], scanner: Scanner, trouble: Trouble) -> Page:
    """The page as OCR reads it; as it was where OCR gives nothing better."""
    from checker.parse.scan.layout import laid_out  # numpy is loaded only where there is a scan
    from checker.parse.scan.pixels import is_blank

    try:
        pixels = draw()
        if pixels is None:
            trouble.add("page-without-text", page.number)
            return page
        if state == "empty" and is_blank(pixels):
            return page  # the back of a sheet: there is nothing to read, and nothing to tell
        if scanner.engine is None:
            trouble.add("page-without-text" if state == "empty" else "page-text-damaged", page.number)
            return page
        reading = _read(pixels, scanner.engine, scanner.cache, page.number, trouble)
    except OcrError as error:
        trouble.failed[page.number] = str(error)
        trouble.add("ocr-failed", page.number, reason=str(error))
        return page
    text, placed = laid_out(reading, pixels.shape[1], pixels.shape[0])
    if state == "covered" and layer.chinese(text) <= layer.chinese(page.text):
        return page  # a picture behind sound text, say a letterhead in another language
    _tell_doubts(reading, page.number, trouble)
    if not text:
        if state == "empty":
            trouble.add("page-nothing-read", page.number)
        return page
    starts = [(placed[each.line].start, span) for each in reading.differences for span in each.spans]
    doubtful = tuple((start + low, start + high) for start, (low, high) in starts)
    return Page(page.number, text, Scan(scanner.engine.name, tuple(placed.values()), doubtful))


def _read(pixels: Pixels, engine: Engine, cache: Cache | None, number: int, trouble: Trouble) -> Reading:
    from checker.parse.scan.reading import read_page

    if cache is None:
        return read_page(pixels, engine)
    key = key_of(pixels, engine.name)
    found = cache.find(key)
    if found is None:
        found = read_page(pixels, engine)
        try:
            cache.keep(key, found)
        except OcrError as error:
            trouble.add("ocr-cache-failed", number, reason=str(error))
    return found


def _tell_doubts(reading: Reading, number: int, trouble: Trouble) -> None:
    if reading.unread:
        trouble.add("lines-unread", number, count=reading.unread)
    for each in reading.differences:
        trouble.add("digits-differ", number, clean=mask(each.clean), original=mask(each.original))


def _tell_what_was_read(pages: Sequence[Page], trouble: Trouble) -> None:
    """One sentence a document: which pages a machine read off a picture, and how surely."""
    read = {page.number: page.scan.score for page in pages if page.scan}
    if read:
        worst = min(read, key=lambda number: (read[number], number))
        score = f"{int(read[worst] * 100)}%"
        trouble.add("read-by-ocr", None, pages=_ranges(sorted(read)), score=score, worst=worst)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, neighbours drawn together: 1-3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)
