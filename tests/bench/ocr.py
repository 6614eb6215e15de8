"""What removing seals does for OCR, and what OCR costs: `python -m tests.bench.ocr [--pages N]`.

Printed sample pages are rendered at 200 dpi, seals are printed over their middle, and each is read three times: without
seals, with them, and with them removed. Character errors are counted against the PDF's own text, white space and kinds
of brackets left aside; PDFium gives running heads after the page, so the figure with order counts those too. Seconds
a page stand beside PDFium's for its text layer.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from statistics import median

import numpy as np
import psutil
import pypdfium2
from PIL import Image

from checker.parse.scan.digits import NUMBER
from checker.parse.scan.engine import installed
from checker.parse.scan.layout import laid_out
from checker.parse.scan.lines import Reading
from checker.parse.scan.reading import read_page
from checker.parse.scan.seals import without_seals
from checker.samples import sample_data
from tests.parse.scan.making import sealed

PLACES = ((0.3, 0.3), (0.7, 0.35), (0.35, 0.55), (0.7, 0.6))


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser()
    words.add_argument("--pages", type=int, default=12)
    count = words.parse_args().pages
    engine = installed()
    if engine is None:
        raise SystemExit('needs the ocr extra: pip install ".[ocr]"')
    began = time.perf_counter()
    engine.lines(np.full((64, 64, 3), 255, dtype=np.uint8))
    loading, memory = time.perf_counter() - began, psutil.Process().memory_info().rss >> 20
    errors: dict[str, list[tuple[int, ...]]] = {"no seal": [], "seals left in": [], "seals removed": []}
    seconds: dict[str, list[float]] = {
        name: [] for name in (*errors, "whole page, as parsed", "removal", "PDFium text")
    }
    flagged = 0
    for page, truth, taken in pages(count):
        seconds["PDFium text"].append(taken)
        stamped = page
        for place in PLACES:
            stamped = sealed(stamped, *place)
        began = time.perf_counter()
        removed = without_seals(np.array(stamped))[0]
        seconds["removal"].append(time.perf_counter() - began)
        for name, pixels in zip(errors, (np.array(page), np.array(stamped), removed), strict=True):
            began = time.perf_counter()
            lines = engine.lines(pixels)
            seconds[name].append(time.perf_counter() - began)
            text = laid_out(Reading(tuple(each for each in lines if each.score >= 0.5)), *page.size)[0]
            errors[name].append(wrong(truth, text))
        began = time.perf_counter()
        flagged += len(read_page(np.array(stamped), engine).differences)
        seconds["whole page, as parsed"].append(time.perf_counter() - began)
    done = len(seconds["removal"])
    print(f"{engine.name}: loaded in {loading:.1f} s, {memory} MB; {done} pages at 200 dpi, {len(PLACES)} seals each")
    for name, found in errors.items():
        chars, moved, bad, numbers, lost = map(sum, zip(*found, strict=True))
        print(
            f"  {name:14} {bad / chars:6.2%} of {chars} characters wrong ({moved / chars:.2%} with their order);",
            end="",
        )
        print(f" {lost} of {numbers} numbers not read as printed")
    print(f"  lines with numbers whose two readings differ: {flagged}")
    print("seconds a page, median:", ", ".join(f"{name} {median(each):.4f}" for name, each in seconds.items()))


def pages(count: int) -> Iterator[tuple[Image.Image, str, float]]:
    """Printed pages of the sample PDFs with their text and the seconds that PDFium needs for it."""
    for path in sorted((sample_data() / "cases").glob("*.pdf")):
        if path.name.startswith("broken") or count <= 0:
            continue
        opened = pypdfium2.PdfDocument(path.read_bytes())
        began = time.perf_counter()
        text = opened[0].get_textpage().get_text_range()
        taken = time.perf_counter() - began
        yield opened[0].render(scale=200 / 72).to_pil().convert("RGB"), text, taken
        opened.close()
        count -= 1


def wrong(truth: str, read: str) -> tuple[int, int, int, int, int]:
    """Characters of the page, those replaced, lost or added in order or in any; numbers, those not read."""
    ours, theirs = plain(truth), plain(read)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same, common = sum(block.size for block in blocks), sum((Counter(ours) & Counter(theirs)).values())
    longer = max(len(ours), len(theirs))
    numbers = Counter(NUMBER.findall(ours))
    missing = numbers - Counter(NUMBER.findall(theirs))
    return len(ours), longer - same, longer - common, sum(numbers.values()), sum(missing.values())


def plain(text: str) -> str:
    """Without white space, widths of characters and kinds of brackets."""
    narrow = unicodedata.normalize("NFKC", re.sub(r"\s", "", text))
    return narrow.translate(str.maketrans("〔〕【】[]“”‘’", "()()()\"\"''"))


if __name__ == "__main__":
    main()
