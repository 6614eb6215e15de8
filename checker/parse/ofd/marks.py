"""What is drawn on a page: characters with their places, straight lines; millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.errors import DocumentError
from checker.parse.ofd.matrix import SAME, Matrix, after, numbers
from checker.parse.ofd.package import Package, PartError
from checker.parse.ofd.rules import Rule, rules
from checker.parse.ofd.tree import PageRef, kid, kids, local, page_size
from checker.parse.ofd.writing import Glyph, glyphs

NODES, CROWDED = 2_000_000, 100_000  # objects of one document, of one page, those of its templates counted again
GLYPHS, SHEET = 5_000_000, 200_000  # characters of one document, of one page
DEEPEST = 4  # composite units inside each other


@dataclass(slots=True)
class Marks:
    """One page's marks.

    `unnamed` counts glyphs that stand for no character, `misplaced` texts and objects whose numbers are wrong; `lost`
    names templates that could not be read.
    """

    size: tuple[float, float]
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    unnamed: int = 0
    misplaced: int = 0
    lost: list[str] = field(default_factory=list)
    objects: int = 0


class Drawing:
    """Reads pages of one package; templates and composite units are parsed once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, etree._Element] = {}
        self._units: dict[tuple[str, ...], dict[str, etree._Element]] = {}
        self._nodes, self._glyphs = NODES, GLYPHS

    def page(self, page: PageRef) -> Marks:
        """A page with its templates. Raises PartError for the page's own part, DocumentError for attacks."""
        if page.part is None:
            raise PartError(page.written, "is not in the package", missing=True)
        root = self._package.xml(page.part)
        marks = Marks(page_size(kid(root, "Area")) or page.body.size)
        for template in kids(root, "Template"):
            part = page.body.templates.get(template.get("TemplateID", ""))
            try:
                if part is None:
                    raise PartError(template.get("TemplateID", ""), "is no template of the document", missing=True)
                self._layers(self._part(part), page, marks)
            except PartError as error:
                marks.lost.append(error.name)
        self._layers(root, page, marks)
        return marks

    def _part(self, name: str) -> etree._Element:
        if name not in self._parts:
            self._parts[name] = self._package.xml(name)
        return self._parts[name]

    def _layers(self, root: etree._Element, page: PageRef, marks: Marks) -> None:
        for layer in kids(kid(root, "Content"), "Layer"):
            self._objects(layer, SAME, page, marks, 0)

    def _objects(self, parent: etree._Element, outer: Matrix, page: PageRef, marks: Marks, depth: int) -> None:
        for node in _drawn(parent):
            self._nodes, marks.objects = self._nodes - 1, marks.objects + 1
            if self._nodes < 0 or marks.objects > CROWDED:
                reason = f"> {CROWDED} objects on a page or {NODES} in all"
                raise DocumentError("ofd-bomb", self._package.label, reason=reason)
            matrix = self._placed(node, outer, marks)
            name = local(node)
            if name == "TextObject":
                self._count(node, marks)
                found = glyphs(node, matrix, len(marks.glyphs))
                marks.glyphs += found.glyphs
                marks.unnamed += found.unnamed
                marks.misplaced += found.misplaced
            elif name == "PathObject":
                marks.rules += rules(node, matrix)
            elif depth < DEEPEST:  # CompositeObject
                unit = self._composite(page).get(node.get("ResourceID", ""))
                if unit is not None:
                    self._objects(unit, matrix, page, marks, depth + 1)

    def _count(self, node: etree._Element, marks: Marks) -> None:
        """Refuse more characters than pages hold, before each becomes a record."""
        here = sum(len(code.text or "") for code in kids(node, "TextCode"))
        self._glyphs -= here
        if self._glyphs < 0 or len(marks.glyphs) + here > SHEET:
            reason = f"> {SHEET} characters on a page or {GLYPHS} in all"
            raise DocumentError("ofd-bomb", self._package.label, reason=reason)

    def _placed(self, node: etree._Element, outer: Matrix, marks: Marks) -> Matrix:
        """The matrix from an object's own space to the page: its CTM, then the corner of its boundary."""
        box = numbers(node.get("Boundary"), 4)
        own = numbers(node.get("CTM"), 6) if node.get("CTM", "").strip() else SAME
        marks.misplaced += box is None or own is None
        corner: Matrix = (1.0, 0.0, 0.0, 1.0, box[0], box[1]) if box else SAME
        return after(after(_matrix(own), corner), outer)

    def _composite(self, page: PageRef) -> dict[str, etree._Element]:
        """Composite units of the page's document by ID; a resource part that cannot be read has none."""
        key = page.body.resources
        if key not in self._units:
            units: dict[str, etree._Element] = {}
            for part in key:
                try:
                    root = self._part(part)
                except PartError:
                    continue  # fonts and colours, as a rule: no text is lost unless a unit is asked for
                for unit in kids(kid(root, "CompositeGraphicUnits"), "CompositeGraphicUnit"):
                    content = kid(unit, "Content")
                    if content is not None:
                        units[unit.get("ID", "")] = content
            self._units[key] = units
        return self._units[key]


def _drawn(parent: etree._Element) -> Iterator[etree._Element]:
    """Visible objects in drawing order, those in blocks and layers inside included; libxml2 bounds the depth."""
    for node in parent:
        name = local(node)
        if str(node.get("Visible", "true")).strip().lower() in ("false", "0"):
            continue
        if name in ("TextObject", "PathObject", "CompositeObject"):
            yield node
        elif name in ("PageBlock", "Layer"):
            yield from _drawn(node)


def _matrix(written: tuple[float, ...] | None) -> Matrix:
    if written is None:
        return SAME
    a, b, c, d, e, f = written
    return a, b, c, d, e, f
