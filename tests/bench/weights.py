"""How many weight tables of a published PDF come out right: `python -m tests.bench.weights [PDF]`.

Each table is compared with the PDF's own text layer, read by another library (PDFium, no table finder): the numbers
that stand in the text between the table's heading and its remarks must be the weights that were imported, as many of
each. The document's own sum is a second proof: in nearly all its tables start + largest weights is 100 %.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2

from checker.benchmarks.importing import assemble, open_source
from checker.benchmarks.importing.formulas import weight

DATA = Path(__file__).parents[3] / "shared" / "data" / "benchmarks" / "guangdong-ecology-fine-table-2021.pdf"
# One cell of the Guangdong table says a bare 0; a number alone at the end of a line is such a cell.
TOKEN = re.compile(r"(?<![\d.])(?:\d+(?:\.\d+)?\s?[%％]|\d{1,2}/\d{1,2}(?!/)|(?<= )0(?=\n))")


def main() -> None:
    """Print a line a table and the tally."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    began = time.perf_counter()
    made = assemble(open_source(path.read_bytes(), path.name), {"below_excludes": "true"})
    spent = time.perf_counter() - began
    texts = passages(path)
    right = whole = 0
    tables = [item for item in made.items if "scorings" in item]
    for item in tables:
        same, sums = compare(item, texts.get(str(item["id"]), Counter()))
        right += same
        whole += all(total == 1 for total in sums)
        shown = " / ".join(f"{total:.2%}" for total in sums)
        count = len(item["scorings"][0]["factors"])
        print(f"{item['id']:8} {'right' if same else 'DIFFERS':8} factors {count}  Σ {shown}")
    print(
        f"weight tables: {len(tables)}; every number as in the text: {right}; start + largest weights is 100 %: {whole}"
    )
    rows = f"rows {made.rows_read} = {made.rows_used} used + {made.rows_listed} listed"
    print(f"items {len(made.items)}, tiers {made.tiers}, factors {made.factors}; {rows}; {spent:.1f} s")


def passages(path: Path) -> dict[str, Counter[Decimal]]:
    """The percentages in the text of each §, from its table's header to its remarks."""
    opened = pypdfium2.PdfDocument(path)
    text = "\n".join(opened[index].get_textpage().get_text_range() for index in range(len(opened)))
    text = re.sub(r"\r", "", text)
    marks = list(re.finditer(r"§\s?(\d+(?:\.\d+)*)\s*裁量标准", text))
    ends = [match.start() for match in marks[1:]] + [len(text)]
    found = {}
    for match, end in zip(marks, ends, strict=True):
        part = text[match.end() : end]
        part = part[part.find("裁量要素") :] if "裁量要素" in part else part[part.find("裁量起点") :]
        part = re.split(r"\n备\s*注", part)[0]
        found.setdefault(match.group(1), Counter(weight(token.replace(" ", "")) for token in TOKEN.findall(part)))
    return found


def compare(item: dict[str, Any], told: Counter[Decimal]) -> tuple[bool, list[Decimal]]:
    """(whether the numbers agree, start + largest weights of each column); cells over all columns count once."""
    scorings = item["scorings"]
    apart: Counter[Decimal] = Counter()
    merged: Counter[Decimal] = Counter()
    starts = [Decimal(str(each["start"])) for each in scorings]
    apart.update(starts)
    merged.update(set(starts) if len(set(starts)) == 1 else starts)
    options: dict[tuple[str, int, str], list[Decimal]] = {}
    for scoring in scorings:
        for number, factor in enumerate(scoring["factors"]):
            for option in factor["options"]:
                options.setdefault((factor["name"], number, option["text"]), []).append(Decimal(str(option["weight"])))
    for _, _, words in options:  # a share inside an option's own words (超标10%以上) is no weight
        told = told - Counter(weight(token.replace(" ", "")) for token in TOKEN.findall(words))
    for weights in options.values():
        apart.update(weights)
        merged.update(set(weights))
    sums = [
        Decimal(str(each["start"]))
        + sum(
            (max(Decimal(str(option["weight"])) for option in factor["options"]) for factor in each["factors"]),
            Decimal(0),
        )
        for each in scorings
    ]
    return told in (apart, merged) or merged <= told <= apart, sums


if __name__ == "__main__":
    main()
