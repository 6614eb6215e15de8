"""What a person does on every page: open it, and look whether anything went wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

SHOTS = os.environ.get("CAIHENG_SCREENSHOTS")


def open_page(page: Any, server: str, path: str, heading: str) -> None:
    page.goto(f"{server}/{path}")
    page.get_by_role("heading", name=heading).first.wait_for()
    page.get_by_test_id("stStatusWidget").wait_for(state="detached")


def settle(page: Any, name: str) -> None:
    """No exception on the page; a picture of it when pictures are asked for."""
    page.wait_for_timeout(800)
    assert page.get_by_test_id("stException").count() == 0
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))
