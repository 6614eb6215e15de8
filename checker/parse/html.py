"""Web pages: block elements give lines, table cells tabs; scripts, styles and hidden parts are left out."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from checker.errors import DocumentError
from checker.parse.plain import decode
from checker.records.document import Page
from checker.records.problem import Problem

BLOCKS = frozenset(
    ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "table", "ul", "ol", "section", "article", "header"]
).union(["footer", "blockquote", "pre", "form", "dl", "dt", "dd", "hr", "main", "aside", "title", "center", "fieldset"])
DROPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "svg",
        "nav",
        "select",
        "button",
        "textarea",
    )
)
META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n]+")
BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """The page's text as one page. Raises DocumentError: html-damaged and those of text."""
    text, encoding = _decoded(data, label)
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError("html-damaged", label, reason=str(error)) from error
    parts: list[str] = []
    _walk(root, parts)
    shown = re.sub(r"[ \t\xa0]*\n[ \xa0]*", "\n", "".join(parts))
    return (Page(1, re.sub(r"\n{3,}", "\n\n", shown).strip("\n")),), (), encoding


def _decoded(data: bytes, label: str) -> tuple[str, str]:
    declared = META.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii", "ignore").lower()
        for encoding in ("gb18030" if name in ("gb2312", "gbk", "gb18030") else name,):
            try:
                return data.decode(encoding), encoding
            except (LookupError, UnicodeDecodeError):
                break  # the declaration lies: look at the content
    return decode(data, label)


def _walk(node: etree._Element, parts: list[str]) -> None:
    """Iterative over siblings, recursive over depth, which libxml2 bounds at 256."""
    tag = node.tag if isinstance(node.tag, str) else ""
    hidden = "hidden" in node.attrib or HIDDEN.search(str(node.get("style") or ""))
    if tag not in DROPPED and not hidden:
        block = tag in BLOCKS
        if block:
            parts.append("\n")
        elif tag in ("td", "th") and node.getprevious() is not None:
            parts.append("\t")
        if tag == "br":
            parts.append("\n")
        inside: list[str] = [_flow(node.text, tag)] if node.text else []
        for child in node:
            _walk(child, inside)
        if tag in ("td", "th"):  # lines inside a cell do not end its row
            inside = [re.sub(r"\s*\n\s*", "\n", "".join(inside)).strip()]
        parts.extend(inside)
        if block:
            parts.append("\n")
    if node.tail:
        parts.append(_flow(node.tail, "pre" if _in_pre(node) else ""))


def _flow(text: str, tag: str) -> str:
    """White space as a browser shows it: runs are one space, none between Chinese characters."""
    if tag == "pre":
        return text
    text = re.sub(r"[ \t\r\n]+", " ", text)
    return (
        re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
        if "\n" in text
        else text
    )


def _in_pre(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == "pre"
