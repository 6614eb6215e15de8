"""The labelling configuration to paste into a Label Studio project; the names in it are what `read` knows."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from checker.messages import messages, say
from models.labels.record import DOCUMENT_KINDS, POLARITIES, SPAN_LABELS, TASKS

TEXT = "text"
WORDS = {"money": "role", "circumstance": "circumstance", "section": "section"}  # catalogue prefix of each task


def config() -> str:
    """The XML, with the labels' Chinese and English names as hints."""
    view = Tree.Element("View")
    style = Tree.SubElement(view, "Style")
    style.text = ".htx-text{ white-space: pre-wrap; }"  # otherwise white space is lost from the results
    _choices(view, "kind", DOCUMENT_KINDS, "kind", choice="single", showInline="true")
    for task, labels in SPAN_LABELS.items():
        holder = Tree.SubElement(view, "Labels", name=task, toName=TEXT, showInline="true")
        for label in labels:
            Tree.SubElement(holder, "Label", value=label, hint=_hint(WORDS[task], label))
    Tree.SubElement(view, "Text", name=TEXT, value="$text", granularity="symbol")
    _choices(view, "polarity", POLARITIES, "polarity", perRegion="true", visibleWhen="region-selected", required="true",
             whenTagName="circumstance", choice="single-radio")  # fmt: skip
    _choices(view, "complete", TASKS, "task", choice="multiple", showInline="true")
    Tree.SubElement(view, "TextArea", name="item", toName=TEXT, maxSubmissions="1", placeholder=_hint("task", "item"))
    Tree.indent(view)
    return Tree.tostring(view, encoding="unicode") + "\n"


def _choices(view: Tree.Element, name: str, values: tuple[str, ...], words: str, **options: str) -> None:
    holder = Tree.SubElement(view, "Choices", {"name": name, "toName": TEXT, **options})
    for value in values:
        Tree.SubElement(holder, "Choice", value=value, hint=_hint(words, value))


def _hint(prefix: str, name: str) -> str:
    key = f"{prefix}:{name}"
    return " · ".join(say(key)) if key in messages() else name
