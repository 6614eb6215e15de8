"""OFD files written by the book (GB/T 33190-2016), with the odd habits of real writers as options."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

SPACE = "http://www.ofdspec.org/2016"
PITCH, LEFT, TOP, SIZE = 8.0, 30.0, 40.0, 5.0  # millimetres


def text(
    words: str,
    x: float,
    y: float,
    *,
    size: float = SIZE,
    dx: str | None = None,
    dy: str | None = None,
    ctm: str | None = None,
    boundary: str | None = None,
    more: str = "",
) -> str:
    """A TextObject whose first character has its origin at x, y of the page, unless `boundary` says otherwise."""
    corner = boundary or f"{x} {y - size} {max(len(words), 1) * size} {size * 1.3}"
    inside = (0.0, size) if boundary is None else (x, y)
    attributes = [f"X={quoteattr(str(inside[0]))} Y={quoteattr(str(inside[1]))}"]
    attributes += [f"DeltaX={quoteattr(dx)}"] if dx is not None else []
    attributes += [f"DeltaY={quoteattr(dy)}"] if dy is not None else []
    matrix = f" CTM={quoteattr(ctm)}" if ctm else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{corner}" Font="2" Size="{size}"{matrix} {more}>'
        f"<ofd:TextCode {' '.join(attributes)}>{escape(words)}</ofd:TextCode></ofd:TextObject>"
    )


def advance(char: str, size: float = SIZE) -> float:
    """As Chinese type is set: ASCII takes half."""
    return size / 2 if char.isascii() else size


def steps(words: str, size: float = SIZE) -> str:
    """DeltaX written out."""
    return " ".join(f"{advance(char, size):g}" for char in words[:-1])


def repeated(words: str, size: float = SIZE) -> str:
    """DeltaX in `g` notation, as most writers shorten it."""
    parts: list[tuple[float, int]] = []
    for char in words[:-1]:
        width = advance(char, size)
        if parts and parts[-1][0] == width:
            parts[-1] = (width, parts[-1][1] + 1)
        else:
            parts.append((width, 1))
    return " ".join(f"g {count} {width:g}" if count > 2 else " ".join([f"{width:g}"] * count) for width, count in parts)


def line_objects(lines: Sequence[str], top: float = TOP) -> str:
    """One TextObject a line with its offsets written out."""
    return "".join(text(line, LEFT, top + n * PITCH, dx=steps(line)) for n, line in enumerate(lines) if line)


def g_objects(lines: Sequence[str], top: float = TOP) -> str:
    """One TextObject a line with its offsets in `g` notation."""
    return "".join(text(line, LEFT, top + n * PITCH, dx=repeated(line)) for n, line in enumerate(lines) if line)


def char_objects(lines: Sequence[str], top: float = TOP) -> str:
    """One TextObject a character, as printer drivers write."""
    made = []
    for n, line in enumerate(lines):
        x = LEFT
        for char in line:
            made.append(text(char, x, top + n * PITCH))
            x += advance(char)
    return "".join(made)


def scaled_objects(lines: Sequence[str], top: float = TOP) -> str:
    """As converters from PDF write: all in points under one CTM, in a boundary of the whole page."""
    k = 25.4 / 72
    return "".join(
        text(
            line,
            LEFT / k,
            (top + n * PITCH) / k - 10,
            size=SIZE / k,
            dx=steps(line, SIZE / k),
            ctm=f"{k} 0 0 {k} 0 {10 * k}",
            boundary="0 0 210 297",
        )
        for n, line in enumerate(lines)
        if line
    )


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A PathObject with one straight line, in a boundary of its own."""
    return (
        f'<ofd:PathObject ID="9" Boundary="{x0} {y0} {max(x1 - x0, 0.1)} {max(y1 - y0, 0.1)}" LineWidth="0.25">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def frame(x0: float, y0: float, x1: float, y1: float) -> str:
    """A PathObject with a closed box."""
    width, height = x1 - x0, y1 - y0
    data = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
    return (
        f'<ofd:PathObject ID="9" Boundary="{x0} {y0} {width} {height}" Fill="true" Stroke="true">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(objects: str, *, template: str | None = None, area: str = "0 0 210 297", prefix: str = "ofd") -> str:
    """A Content.xml around the objects."""
    used = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    whole = (
        f'<ofd:Page xmlns:ofd="{SPACE}">{used}<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>'
        f'<ofd:Content><ofd:Layer ID="8" Type="Body">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    )
    return prefixed(whole, prefix)


def prefixed(xml: str, prefix: str) -> str:
    """The same XML under another prefix, or under none."""
    if prefix == "ofd":
        return xml
    tags = xml.replace("<ofd:", f"<{prefix}:" if prefix else "<").replace("</ofd:", f"</{prefix}:" if prefix else "</")
    return tags.replace("xmlns:ofd=", f"xmlns:{prefix}=" if prefix else "xmlns=")


@dataclass(frozen=True)
class Style:
    """How a package is written."""

    prefix: str = "ofd"
    encoding: str = "UTF-8"
    paths: str = "relative"  # relative, absolute, rootless (from the root, without its slash)
    compression: int = zipfile.ZIP_DEFLATED


def package(
    documents: Sequence[Sequence[str]],
    *,
    style: Style | None = None,
    templates: Mapping[str, str] | None = None,
    extra: Mapping[str, str | bytes] | None = None,
    entry: str = "",
    root: str = "",
    without: Sequence[str] = (),
) -> dict[str, bytes]:
    """Members of a package: page XML texts by document; `entry` and `root` go into DocBody and Document."""
    how = style or Style()
    members: dict[str, bytes] = {}
    bodies = []
    for number, pages in enumerate(documents):
        home = f"Doc_{number}"
        members |= _document(home, pages, how, templates or {}, root)
        bodies.append(
            f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
            f"<ofd:DocRoot>{_path(home, 'Document.xml', how, True)}</ofd:DocRoot>{entry}</ofd:DocBody>"
        )
    whole = f'<ofd:OFD xmlns:ofd="{SPACE}" Version="1.0" DocType="OFD">{"".join(bodies)}</ofd:OFD>'
    members = {"OFD.xml": _bytes(whole, how), **members}
    members |= {name: each if isinstance(each, bytes) else _bytes(each, how) for name, each in (extra or {}).items()}
    return {name: data for name, data in members.items() if name not in without}


def _document(home: str, pages: Sequence[str], how: Style, templates: Mapping[str, str], root: str) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    listed = []
    for index, content in enumerate(pages):
        # Names run against the order, as they do after pages were moved.
        inside = f"Pages/Page_{len(pages) - 1 - index}/Content.xml"
        members[f"{home}/{inside}"] = _bytes(content, how)
        listed.append(f'<ofd:Page ID="{index + 100}" BaseLoc="{_path(home, inside, how)}"/>')
    known = []
    for name, content in templates.items():
        inside = f"Tpls/Tpl_{name}/Content.xml"
        members[f"{home}/{inside}"] = _bytes(content, how)
        known.append(f'<ofd:TemplatePage ID="{name}" BaseLoc="{_path(home, inside, how)}"/>')
    whole = (
        f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{''.join(known)}</ofd:CommonData>"
        f"<ofd:Pages>{''.join(listed)}</ofd:Pages>{root}</ofd:Document>"
    )
    return {f"{home}/Document.xml": _bytes(whole, how), **members}


def _path(home: str, inside: str, how: Style, entry: bool = False) -> str:
    if how.paths == "absolute":
        return f"/{home}/{inside}"
    return f"{home}/{inside}" if how.paths == "rootless" or entry else inside


def _bytes(xml: str, how: Style) -> bytes:
    return f'<?xml version="1.0" encoding="{how.encoding}"?>\n{prefixed(xml, how.prefix)}'.encode(how.encoding)


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The members as a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return out.getvalue()


def ofd(*pages: str, **options: object) -> bytes:
    """A package of one document with these pages."""
    return zipped(package([pages], **options))  # type: ignore[arg-type]
