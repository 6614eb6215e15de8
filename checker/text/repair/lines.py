"""Line ends that are the paper's, not the author's: inside sentences, words and numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from checker.text.repair.working import Working

ENDS = "。；：！？:;!?"
LATIN = re.compile(r"[A-Za-z]\n[A-Za-z]")
# What begins a paragraph: list numbers, headings, "label：", titles of documents.
OPENS = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条]\s|[^\s，。；、（(]{2,12}[:：]|.{0,30}(?:决定书|告知书|笔录)\s*$)"
)
TORN = re.compile(
    r"(?<=[\d一二三四五六七八九十百千万])\n+(?=[\d一二三四五六七八九十百千]*[万亿]?元(?!月))|(?<=\d)\n(?=年\d)|(?<=月)\n(?=\d{1,2}日)"
)
WHOLE = ("docx", "doc", "wps", "rtf")  # formats whose paragraphs are never broken into lines
PAGEFUL = 18  # full-width characters of a last line that is no heading
NARROW, SHARE = 14, 0.2  # hard-wrapped text has lines at least so long, and this share of them of nearly full length


def join(work: Working) -> None:
    """Join lines that run on: full ones that end in mid-sentence, and numbers torn apart."""
    if work.document.format in ("pdf", "txt", "image"):
        _unwrap(work)
    if work.document.format == "ofd":  # whose parser knows the margins, and joins what stands on one page
        _over_pages(work)
    if work.document.format not in WHOLE:
        work.remove(TORN)


def _unwrap(work: Working) -> None:
    lines = work.text.split("\n")
    widths = [_width(line) for line in lines]
    longest = sorted(widths)[int(len(widths) * 0.97)] if widths else 0
    near = sum(1 for width in widths if width >= longest - 3)
    if longest < NARROW or near < max(2, SHARE * sum(1 for width in widths if width > 2)):
        return
    cuts, position = [], 0
    for index, line in enumerate(lines[:-1]):
        position += len(line)
        gap = _gap(lines, index) if work.document.format == "pdf" else 1
        if _runs_on(line, lines[index + gap], widths[index], longest):
            cuts.append((position, position + sum(len(each) + 1 for each in lines[index + 1 : index + gap]) + 1, ""))
        position += 1
    work.cut(cuts)


def _over_pages(work: Working) -> None:
    """Join a sentence that a page's end divides; a paragraph that begins the next page is indented or opens."""
    lines = work.text.split("\n")
    starts, cuts, position = _starts(work), [], 0
    for index, line in enumerate(lines[:-1]):
        position += len(line)
        gap = _gap(lines, index)
        after = position + sum(len(each) + 1 for each in lines[index + 1 : index + gap]) + 1
        if line and bisect_right(starts, work.offsets[position - 1]) != bisect_right(starts, work.offsets[after]):
            source = work.document.text[: work.offsets[after]]
            whole = _width(line) < PAGEFUL or line.rstrip()[-1:] in ENDS or "\t" in lines[index + gap]
            if not whole and not source.endswith("\u3000") and not OPENS.match(lines[index + gap]):
                cuts.append((position, after, ""))
        position += 1
    work.cut(cuts)


def _starts(work: Working) -> list[int]:
    """Where each page begins in the document's text."""
    return [0, *accumulate(len(page.text) + 1 for page in work.document.pages)]


def _gap(lines: list[str], index: int) -> int:
    """How many lines down the next one with words is: pages of a PDF leave blank lines between them."""
    gap = 1
    while index + gap < len(lines) - 1 and not lines[index + gap].strip():
        gap += 1
    return gap


def _runs_on(line: str, following: str, width: float, longest: float) -> bool:
    body, after = line.rstrip(), following.lstrip()
    if not body or not after or "\t" in body[-8:]:
        return False
    if width >= longest * 0.5 and re.search(r"[（(][^）)]*$", body):
        return True  # inside a bracket, whatever it ends with; a long code leaves such a line short
    if width < longest - max(4, longest * 0.15) or body[-1] in ENDS:
        return False
    return not OPENS.match(following) or bool(re.search(r"[，、《〔“第]$|《[^》]*$", body))


def _width(line: str) -> float:
    """Width in full-width characters: Latin letters and digits count half."""
    text = line.strip()
    narrow = sum(1 for char in text if char.isascii())
    return len(text) - narrow / 2
