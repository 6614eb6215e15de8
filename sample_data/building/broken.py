"""Inputs that cannot be read, and those that only look so: made from bytes, not from a page."""

from __future__ import annotations

import io
import zipfile

HEAD = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n"
)
END = b"trailer<</Root 1 0 R>>\n%%EOF"
ENCRYPT = (
    b"4 0 obj<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF"
)
NO_PAGES = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" + END


def made(archived: dict[str, bytes]) -> dict[str, bytes]:
    """File name to bytes. `archived` are the decisions of the ZIP with GBK names."""
    return {
        "broken-encrypted.pdf": HEAD + ENCRYPT,
        "broken-truncated.pdf": b"%PDF-1.7\n1 0 obj<</Type/Cat",
        "broken-empty.txt": b"",
        "broken-scan.pdf": HEAD + END,
        "broken-no-pages.pdf": NO_PAGES,
        "broken-image.pdf": image_only(),
        "broken-binary.docx": bytes(range(256)) * 40,
        "broken-path.zip": archive({"../outside.txt": "行政处罚决定书".encode()}),
        "letter-english.txt": b"Dear Sir or Madam,\nthank you for your letter of 5 May. We shall answer soon.\n",
        "两份决定书.zip": archive({f"{name}.txt": data for name, data in archived.items()}, encoding="gbk"),
    }


def image_only() -> bytes:
    """One page that is a picture: rows of dark bars where lines of writing would be, and no text layer."""
    width, height = 60, 84
    blank, line = b"\xff" * width, b"\xff" * 6 + b"\x40" * (width - 12) + b"\xff" * 6
    picture = b"".join(blank if row % 6 < 3 else line for row in range(height))
    drawing = b"q 595 0 0 842 0 0 cm /P Do Q"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</P 5 0 R>>>>>>endobj\n"
        + b"4 0 obj<</Length %d>>stream\n" % len(drawing)
        + drawing
        + b"\nendstream endobj\n"
        + b"5 0 obj<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray" % (width, height)
        + b"/BitsPerComponent 8/Length %d>>stream\n" % len(picture)
        + picture
        + b"\nendstream endobj\n"
        + END
    )


class _Named(zipfile.ZipInfo):
    """A member whose name is stored in `encoding` without the UTF-8 flag, as old Windows tools do."""

    encoding = "ascii"

    # zipfile offers no public hook for the name as stored
    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode(self.encoding), self.flag_bits & ~0x800


def archive(members: dict[str, bytes], encoding: str = "ascii") -> bytes:
    """A ZIP with fixed dates and with member names in `encoding`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, data in members.items():
            member = _Named(name, (2026, 11, 23, 0, 0, 0))
            member.encoding = encoding
            opened.writestr(member, data)
    return out.getvalue()
