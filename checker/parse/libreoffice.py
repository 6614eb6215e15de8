"""LibreOffice as a converter, where it is installed: no macros, no network, its own profile, a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from checker.errors import DocumentError
from checker.parse import ole
from checker.parse.source import LARGEST

SECONDS = 120  # a first start takes two to ten, a long file a few more
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
OPT = "/opt", "libreoffice*/program/soffice"  # where LibreOffice's own packages go
FILTERS = {"doc": "MS Word 97", "wps": "MS Word 97", "rtf": "Rich Text Format"}
OLDER, WORKS = "MS Word 95", "MS_Works"
SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),  # a proxy where nobody listens: nothing leaves the machine
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@cache
def program() -> str | None:
    """Path of LibreOffice, on PATH or in the usual places; looked for once a process, None when there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    places = [Path(place) for place in PLACES]
    places += sorted(Path(OPT[0]).glob(OPT[1]), reverse=True)
    return next((str(place) for place in places if place.is_file()), None)


def to_docx(data: bytes, label: str, kind: str) -> bytes:
    """The file as DOCX. Raises DocumentError: needs-libreoffice, office-timeout, office-not-converted."""
    soffice = program()
    if soffice is None:
        raise DocumentError("needs-libreoffice", label, kind=kind.upper())
    with tempfile.TemporaryDirectory(prefix="caiheng-office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        _profile(home / "profile" / "user")
        given, made = home / f"in.{kind}", home / "out" / "in.docx"
        given.write_bytes(data)
        command = [
            soffice,
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            f"--infilter={_filter(data, kind)}",  # never what LibreOffice takes the file for
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(given)),
        ]
        said = _run(command, home, label)
        if not made.is_file():  # LibreOffice leaves with 0 all the same
            raise DocumentError("office-not-converted", label, kind=kind.upper(), reason=said)
        if made.stat().st_size > LARGEST:
            raise DocumentError("too-large", label, size=made.stat().st_size >> 20, limit=LARGEST >> 20)
        return made.read_bytes()


def _filter(data: bytes, kind: str) -> str:
    """LibreOffice's name for what the bytes are; Word 6 and 95 and Works have their own."""
    found = ole.streams(data) if data.startswith(ole.SIGNATURE) else None
    if not found:
        return FILTERS[kind]
    if "WordDocument" not in found:
        return WORKS
    return OLDER if ole.head(data, found, "WordDocument", 2) == b"\xdc\xa5" else FILTERS[kind]


def _profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry"'
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {names}>{items}</oor:items>\n'
    (folder / "registrymodifications.xcu").write_text(whole, encoding="utf-8")


def _run(command: list[str], home: Path, label: str) -> str:
    """What the program said, in one line. Output goes to a file: a pipe would wait for children that outlive it."""
    log = home / "said"
    with log.open("wb") as out:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=home, start_new_session=True
            )
        except OSError as error:
            raise DocumentError("office-not-converted", label, kind="Office", reason=str(error)) from error
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise DocumentError("office-timeout", label, limit=SECONDS) from error
        finally:
            if process.poll() is None:
                _end(process)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line for line in lines if line.strip() and "javaldx" not in line]
    return told[-1].strip()[:200].replace(str(home), "") if told else f"exit {process.returncode}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the program and all that it started: soffice is a script around the real one."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
