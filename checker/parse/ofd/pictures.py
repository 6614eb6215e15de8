"""The picture that a page without text consists of, as scanners write OFD: one image object that covers the page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.parse.ofd.matrix import numbers
from checker.parse.ofd.package import Package, PartError
from checker.parse.ofd.tree import PageRef, contents, kid, kids, local, page_size, words

COVERS = 0.4  # share of the page that a picture of it covers at least; a logo or a seal covers less


def page_pictures(data: bytes, label: str, wanted: frozenset[int]) -> Iterator[tuple[int, bytes | None]]:
    """(page number, bytes of the image file) of each wanted page that could be read; None where no picture covers it.

    Raises DocumentError for attacks, as reading does.
    """
    package = Package(data, label)
    known: dict[tuple[str, ...], dict[str, str]] = {}
    for number, page in enumerate(contents(package).pages, start=1):
        if number in wanted and page.part is not None:
            try:
                found = _picture(package, page, page.part, known)
            except PartError:
                continue  # told when the page was read
            yield number, found


def _picture(package: Package, page: PageRef, part: str, known: dict[tuple[str, ...], dict[str, str]]) -> bytes | None:
    root = package.xml(part)
    width, height = page_size(kid(root, "Area")) or page.body.size
    best: tuple[float, str] = (COVERS * width * height, "")
    for node in root.iter():
        if isinstance(node.tag, str) and local(node) == "ImageObject":
            box = numbers(node.get("Boundary"), 4)
            best = max(best, (box[2] * box[3], node.get("ResourceID", "")) if box else best, key=lambda each: each[0])
    if not best[1]:
        return None
    parts = (*page.body.resources, *_own(package, root, part))
    if parts not in known:
        known[parts] = dict(_images(package, parts))
    name = known[parts].get(best[1])
    return package.member(name) if name else None


def _own(package: Package, root: etree._Element, part: str) -> tuple[str, ...]:
    """Resource parts of the page alone."""
    found = (package.find(words(each), part) for each in kids(root, "PageRes"))
    return tuple(each for each in found if each)


def _images(package: Package, parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(resource ID, member) of every image that the resource parts list; what cannot be read is left out."""
    for part in parts:
        try:
            root = package.xml(part)
        except PartError:
            continue
        folder = root.get("BaseLoc", "")
        for media in kids(kid(root, "MultiMedias"), "MultiMedia"):
            written = words(kid(media, "MediaFile"))
            name = package.find(f"{folder}/{written}" if folder else written, part) if written else None
            name = name or (package.find(written, part) if written else None)
            if name:
                yield media.get("ID", ""), name
