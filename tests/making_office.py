"""Old office files for tests, saved by LibreOffice from new ones."""

from __future__ import annotations

import subprocess
from pathlib import Path


def saved_as(soffice: str, docx: bytes, folder: Path, suffix: str, name: str) -> bytes:
    """A DOCX in an old format, `name` being LibreOffice's filter. A table at its very end is lost: end with words."""
    (folder / "a.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", f"{suffix}:{name}", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    return (folder / f"a.{suffix}").read_bytes()
