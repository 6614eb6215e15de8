"""What an OFD package holds: its pages in order, and what stands beside them and is not read as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.errors import DocumentError
from checker.parse.ofd.package import ENTRY, Package, PartError

A4 = (210.0, 297.0)  # millimetres


@dataclass(frozen=True, slots=True)
class Body:
    """What the pages of one document share: template pages by ID, parts with composite units, the usual page size."""

    templates: dict[str, str]
    resources: tuple[str, ...]
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PageRef:
    """One page: its part (None where the package has none), the path as written, and its document."""

    part: str | None
    written: str
    body: Body


@dataclass(slots=True)
class Contents:
    """Pages in reading order; `beside` counts stamps, annotations and attachments; `lost` lists parts not found."""

    pages: list[PageRef] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


def local(node: etree._Element) -> str:
    """The element's name without its namespace, which differs between versions of the standard."""
    return str(node.tag).rpartition("}")[2]


def kids(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Children of these names, in order."""
    for child in node if node is not None else ():
        if local(child) in names:
            yield child


def kid(node: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names."""
    for name in path:
        node = next(kids(node, name), None)
    return node


def words(node: etree._Element | None) -> str:
    """An element's own text, stripped."""
    return (node.text or "").strip() if node is not None else ""


def page_size(area: etree._Element | None) -> tuple[float, float] | None:
    """Width and height of a page area's physical box, None when it is absent or makes no sense."""
    try:
        _, _, width, height = (float(number) for number in words(kid(area, "PhysicalBox")).split())
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e5 and 0 < height < 1e5 else None


def contents(package: Package) -> Contents:
    """The pages of all documents of the package. Raises DocumentError: ofd-damaged, ofd-no-pages and those of parts."""
    found = Contents()
    try:
        for entry in kids(package.xml(ENTRY), "DocBody"):
            _document(package, entry, found)
    except PartError as error:
        raise DocumentError("ofd-damaged", package.label, reason=str(error)) from error
    if not found.pages:
        raise DocumentError("ofd-no-pages", package.label)
    return found


def _document(package: Package, entry: etree._Element, found: Contents) -> None:
    written = words(kid(entry, "DocRoot"))
    home = package.find(written, ENTRY) if written else None
    if home is None:
        raise PartError(written or "DocRoot", "is not in the package", missing=True)
    root = package.xml(home)
    common = kid(root, "CommonData")
    templates, resources = {}, []
    for template in kids(common, "TemplatePage"):
        if part := _found(package, template.get("BaseLoc", ""), home, found):
            templates[template.get("ID", "")] = part
    for resource in kids(common, "PublicRes", "DocumentRes"):
        if part := package.find(words(resource), home):
            resources.append(part)
    body = Body(templates, tuple(resources), page_size(kid(common, "PageArea")) or A4)
    for page in kids(kid(root, "Pages"), "Page"):
        path = page.get("BaseLoc", "")
        found.pages.append(PageRef(package.find(path, home) if path else None, path, body))
    _beside(package, entry, root, home, found)


def _found(package: Package, path: str, base: str, found: Contents) -> str | None:
    part = package.find(path, base) if path.strip() else None
    if part is None:
        found.lost.append(path)
    return part


def _beside(package: Package, entry: etree._Element, root: etree._Element, home: str, found: Contents) -> None:
    """Count what is drawn over the pages or attached to them. A part of it that is damaged is listed as lost."""
    for path, base, inner, name in (
        (words(kid(entry, "Signatures")), ENTRY, "Signature", "stamps"),
        (words(kid(root, "Annotations")), home, "Page", "annotations"),
        (words(kid(root, "Attachments")), home, "Attachment", "attachments"),
    ):
        part = _found(package, path, base, found) if path else None
        try:
            listed = list(kids(package.xml(part), inner)) if part else []
            if name == "annotations":
                listed = [each for page in listed for each in _annotations(package, page, str(part), found)]
        except PartError:
            found.lost.append(path)
            continue
        found.beside[name] += len(listed)


def _annotations(package: Package, page: etree._Element, base: str, found: Contents) -> list[etree._Element]:
    part = _found(package, words(kid(page, "FileLoc")), base, found)
    return list(kids(package.xml(part), "Annot")) if part else []
