"""Build sample_data/cases from sources and gold: PDF, DOCX, HTML, OFD and TXT as agencies publish them.

Run `python sample_data/build.py [ID …]` from anywhere; PDFs need the system's Chromium and the test extra (Playwright).
Only files whose source, gold or builder changed are written again; MANIFEST.yaml records what they were made of.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from lxml import html as lxml_html

HOME = Path(__file__).resolve().parent
CASES, SOURCES, GOLD = HOME / "cases", HOME / "sources", HOME / "gold"
STYLES = HOME / "styles"
MANIFEST = HOME / "MANIFEST.yaml"
BLOCKS = {"p", "div", "h1", "h2", "h3", "li", "tr"}
DAY = datetime(2026, 11, 23)
CSS = """@page{size:A4;margin:26mm 24mm} body{font:12pt/1.9 'WenQuanYi Micro Hei','Noto Serif CJK SC',serif}
h1,h2{text-align:center;font-size:18pt} h2{font-size:15pt} p{text-indent:2em;margin:0}
table{border-collapse:collapse;width:100%} td,th{border:1px solid #333;padding:3px 6px;vertical-align:top}
.number{text-align:center;text-indent:0} .right{text-align:right}"""
SEAL = (
    '<svg style="position:absolute;right:30mm;bottom:8mm;opacity:.55" width="150" height="150">'
    '<circle cx="75" cy="75" r="68" fill="none" stroke="#d00" stroke-width="5"/>'
    '<text x="75" y="92" font-size="46" fill="#d00" text-anchor="middle">★</text></svg>'
)


def main(wanted: list[str]) -> int:
    """Build what changed; returns how many files were written."""
    CASES.mkdir(exist_ok=True)
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {}
    written = 0
    with Printer() as printer:
        for path in sorted(GOLD.glob("*.yaml")):
            gold = yaml.safe_load(path.read_text(encoding="utf-8"))
            source = SOURCES / f"{path.stem}.html"
            if (wanted and path.stem not in wanted) or not source.exists():
                continue
            made_of = digest(source.read_bytes(), appearance(gold))
            if manifest.get(gold["file"]) != made_of or not (CASES / gold["file"]).exists():
                (CASES / gold["file"]).write_bytes(build(source.read_text(encoding="utf-8"), gold, printer))
                manifest[gold["file"]] = made_of
                written += 1
    if not wanted:
        for name, data in broken_inputs().items():
            if manifest.get(name) != digest(data) or not (CASES / name).exists():
                (CASES / name).write_bytes(data)
                manifest[name] = digest(data)
                written += 1
    MANIFEST.write_text(yaml.safe_dump(dict(sorted(manifest.items())), allow_unicode=True), encoding="utf-8")
    return written


def broken_inputs() -> dict[str, bytes]:
    """File name to bytes of the inputs that are not built from a page."""
    sys.path.insert(0, str(HOME))  # the folder is data, not a package
    from building.broken import made

    archived = {path.stem: text(path.read_text(encoding="utf-8"), {}) for path in (SOURCES / "archive").glob("*.html")}
    return made(dict(sorted(archived.items())))


def appearance(gold: dict[str, Any]) -> bytes:
    """What of a gold file shapes the document; a corrected label must not rebuild a PDF."""
    names = ("file", "format", "encoding", "header", "seal", "columns", "wrap", "fullwidth", "traditional", "spaced")
    shape = {name: gold.get(name) for name in names}
    if gold.get("style"):
        shape["style"] = digest((STYLES / f"{gold['style']}.css").read_bytes())
    return yaml.safe_dump(shape, allow_unicode=True).encode()


def digest(*parts: bytes) -> str:
    """A short hash of what a file was made of."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def build(source: str, gold: dict[str, Any], printer: Printer) -> bytes:
    """One document in the format its gold file asks for."""
    if gold.get("fullwidth"):
        source = source.translate({ord("0") + n: chr(ord("０") + n) for n in range(10)})
    if gold.get("traditional"):
        import opencc

        source = opencc.OpenCC("s2t").convert(source)
    if gold["format"] == "pdf":
        return printer.pdf(source, gold)
    if gold["format"] == "docx":
        return docx(source)
    if gold["format"] == "ofd":
        return ofd(source, gold)
    if gold["format"] == "html":
        return page(source, gold.get("encoding", "utf-8"))
    return text(source, gold)


class Printer:
    """Chromium, started for the first PDF only."""

    def __enter__(self) -> Printer:
        self._driver: Any = None
        self._browser: Any = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._browser is not None:
            self._browser.close()
            self._driver.stop()

    def pdf(self, source: str, gold: dict[str, Any]) -> bytes:
        """The source as a printed page, with running head, page numbers, columns and seal as asked."""
        if self._browser is None:
            from playwright.sync_api import sync_playwright

            self._driver = sync_playwright().start()
            self._browser = self._driver.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
        style = (STYLES / f"{gold['style']}.css").read_text(encoding="utf-8") if gold.get("style") else ""
        columns = "body{column-count:2;column-gap:10mm}" if gold.get("columns") == 2 else ""
        body = f'<div style="position:relative">{source}{SEAL if gold.get("seal") else ""}</div>'
        tab = self._browser.new_page()
        tab.set_content(f"<html lang=zh><style>{CSS}{style}{columns}</style><body>{body}</body></html>")
        running = "font:9px 'WenQuanYi Micro Hei','Noto Serif CJK SC';width:100%;text-align:center"
        options: dict[str, Any] = {"format": "A4"}
        if gold.get("header"):
            options |= {
                "display_header_footer": True,
                "header_template": f'<div style="{running}">{gold["header"]}</div>',
                "footer_template": f'<div style="{running}">第 <span class="pageNumber"></span> 页 共 '
                '<span class="totalPages"></span> 页</div>',
            }
        data: bytes = tab.pdf(**options)
        tab.close()
        return data


def docx(source: str) -> bytes:
    """The source as a Word file: headings, paragraphs, tables."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = DAY
    document.core_properties.author = document.core_properties.last_modified_by = "sample"
    for node in lxml_html.fragment_fromstring(source, create_parent="div"):
        if node.tag == "table":
            rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in node.iter("tr")]
            width = max(sum(int(cell.get("colspan", 1)) for cell in row) for row in rows)
            table = document.add_table(len(rows), width, style="Table Grid")
            for index, row in enumerate(rows):
                column = 0
                for cell in row:
                    span = int(cell.get("colspan", 1))
                    target = table.cell(index, column).merge(table.cell(index, column + span - 1))
                    target.text = "\n".join(lines(cell))
                    column += span
        else:
            for line in lines(node):
                paragraph = document.add_paragraph(line)
                if node.tag in ("h1", "h2"):
                    paragraph.alignment = 1
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


def ofd(source: str, gold: dict[str, Any]) -> bytes:
    """The source as an OFD file, with running head, page numbers and a seal's place as asked."""
    sys.path.insert(0, str(HOME))  # the folder is data, not a package
    from building.ofd import typeset

    return typeset(list(lxml_html.fragment_fromstring(source, create_parent="div")), gold, lines)


def steady(archive: bytes) -> bytes:
    """The same ZIP with one date on every member, so that building twice gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            member = zipfile.ZipInfo(info.filename, (2026, 11, 23, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(info.filename))
    return out.getvalue()


def lines(node: Any) -> list[str]:
    """Text of a block, a line a <br> or inner block; cells of a row are joined by tabs."""
    parts: list[str] = []

    def walk(element: Any) -> None:
        if element.tag == "br" or element.tag in BLOCKS:
            parts.append("\n")
        if element.tag in ("td", "th") and element.getprevious() is not None:
            parts.append("\t")
        parts.append((element.text or "").strip("\n"))
        for child in element:
            walk(child)
            parts.append((child.tail or "").strip("\n"))
        if element.tag in BLOCKS:
            parts.append("\n")

    walk(node)
    return [line for line in "".join(parts).split("\n") if line.strip()]


def page(source: str, encoding: str) -> bytes:
    """The source inside a government site's page, with the noise that such pages have."""
    charset = "gb2312" if encoding == "gb18030" else "utf-8"
    whole = (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>行政处罚信息公开</title>'
        "<style>.c{margin:auto}</style><script>var visits=12;</script></head><body>"
        "<nav><ul><li>首页</li><li>政务公开</li></ul></nav>"
        f'<div class="c">{source}</div><footer><p>主办单位：样例网站　网站标识码：0000000000</p></footer></body></html>'
    )
    return whole.encode(encoding)


def text(source: str, gold: dict[str, Any]) -> bytes:
    """Plain text, hard-wrapped when asked."""
    listed = lines(lxml_html.fragment_fromstring(source, create_parent="div"))
    if gold.get("spaced"):
        listed[:2] = [" ".join(line) for line in listed[:2]]
    if gold.get("wrap"):
        width = int(gold["wrap"])
        listed = [line[at : at + width] for line in listed for at in range(0, len(line), width)]
    return "\n".join(listed).encode(gold.get("encoding") or "utf-8")


if __name__ == "__main__":
    print(f"{main(sys.argv[1:])} files written")
