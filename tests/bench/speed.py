"""Documents a second against two baselines of the same run: `python -m tests.bench.speed [--documents N]`.

Baselines: pdfplumber's text alone, and PDFium's text alone, on the sample PDFs. Ratios matter, not absolute times:
machines are shared. Memory is measured over N text decisions in one process.
"""

from __future__ import annotations

import argparse
import io
import itertools
import time
from collections.abc import Callable, Sequence

import pdfplumber
import psutil
import pypdfium2

from checker.contract import check_json
from checker.parse import parse
from checker.pipeline import Options, Pipeline
from checker.samples import sample_data

ROUNDS = 5


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser()
    words.add_argument("--documents", type=int, default=10_000)
    count = words.parse_args().documents
    joined = Pipeline.load(Options((sample_data() / "benchmarks",)))
    files = {path.name: path.read_bytes() for path in sorted((sample_data() / "cases").iterdir())}
    files = {name: data for name, data in files.items() if joined.read(data, name).decision is not None}
    pdfs = [data for data in files.values() if data.startswith(b"%PDF")]
    texts = [data for name, data in files.items() if name.endswith(".txt")]
    for data in files.values():
        joined.check(data, "warm-up")
    ours = best(lambda data: joined.check(data, "x.pdf"), pdfs)
    reading = best(lambda data: parse(data, "x.pdf"), pdfs)
    plumber, pdfium = best(by_pdfplumber, pdfs), best(by_pdfium, pdfs)
    text = best(lambda data: joined.check(data, "x.txt"), texts)
    print(f"{len(pdfs)} PDFs, milliseconds each, best of {ROUNDS} rounds")
    for name, value in (("checked", ours), ("only read", reading), ("pdfplumber", plumber), ("PDFium", pdfium)):
        print(f"  {name:12} {value * 1000:8.2f}   {plumber / value:6.1f} times pdfplumber's speed")
    print(f"{len(texts)} text decisions: {text * 1000:.2f} ms each on one core")
    memory(joined, texts, count)


def best(work: Callable[[bytes], object], inputs: Sequence[bytes]) -> float:
    """Seconds an input, the best of several rounds over all."""

    def once() -> float:
        began = time.perf_counter()
        for data in inputs:
            work(data)
        return (time.perf_counter() - began) / len(inputs)

    return min(once() for _ in range(ROUNDS))


def by_pdfplumber(data: bytes) -> str:
    """The text of all pages, as pdfplumber gives it."""
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return "\n".join(page.extract_text() or "" for page in opened.pages)


def by_pdfium(data: bytes) -> str:
    """The text of all pages, as PDFium gives it."""
    opened = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()


def memory(joined: Pipeline, texts: Sequence[bytes], count: int) -> None:
    """Resident memory at the start, the middle and the end of many documents."""
    process, marks = psutil.Process(), list[int]()
    began = time.perf_counter()
    for index, data in enumerate(itertools.islice(itertools.cycle(texts), count)):
        check_json(joined.check(data + str(index).encode(), f"{index}.txt"))
        if index in (count // 10, count // 2, count - 1):
            marks.append(process.memory_info().rss >> 20)
    rate = count / (time.perf_counter() - began)
    print(
        f"{count} text decisions: {rate:.0f} a second; memory {' → '.join(map(str, marks))} MB (at 10 %, 50 %, 100 %)"
    )


if __name__ == "__main__":
    main()
