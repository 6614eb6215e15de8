"""The OCR engine behind a small protocol: RapidOCR with the models inside its wheel; nothing is downloaded."""

from __future__ import annotations

import logging
import multiprocessing
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from checker.errors import CheckerError
from checker.parse.scan.lines import Line

if TYPE_CHECKING:
    from checker.parse.scan.pixels import Pixels

LONGEST = 4000  # pixels: larger pictures are made smaller by the engine
LOOKED_AT = 1600  # pixels of the longer side when looking for lines; reading them is done at full size


class OcrError(CheckerError):
    """The engine could not be loaded, or failed on a page; the page becomes a Problem."""


class Engine(Protocol):
    """Reads pictures: arrays of height x width x 3 bytes (RGB)."""

    @property
    def name(self) -> str:
        """Name and version; results of another are not taken from the cache."""
        ...

    def lines(self, pixels: Pixels) -> tuple[Line, ...]:
        """Every line found, from top to bottom. Raises OcrError."""
        ...

    def words(self, pixels: Pixels) -> tuple[str, float]:
        """The words of a picture of one line, and how sure. Raises OcrError."""
        ...


@dataclass(frozen=True, slots=True)
class RapidEngine:
    """RapidOCR, loaded on first use and once a process."""

    name: str

    def lines(self, pixels: Pixels) -> tuple[Line, ...]:
        """See Engine."""
        found = _run(pixels, use_det=True)
        if not found.txts:
            return ()
        corners = [tuple(float(value) for value in each.reshape(-1)) for each in found.boxes]
        return tuple(map(Line, found.txts, (round(float(score), 3) for score in found.scores), corners))

    def words(self, pixels: Pixels) -> tuple[str, float]:
        """See Engine."""
        found = _run(pixels, use_det=False)
        return (found.txts[0], round(float(found.scores[0]), 3)) if found.txts else ("", 0.0)


@cache
def installed() -> RapidEngine | None:
    """The engine of the `ocr` extra, not yet loaded; None where the extra is not installed."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    try:
        return RapidEngine(f"rapidocr-{version('rapidocr')}")
    except PackageNotFoundError:
        return None


def _run(pixels: Pixels, *, use_det: bool) -> Any:
    try:
        return _loaded()(pixels[:, :, ::-1], use_det=use_det)  # the engine takes BGR
    except OcrError:
        raise
    except Exception as error:  # onnxruntime raises what it likes; one page must not stop the batch
        raise OcrError(f"{type(error).__name__}: {error}") from error


@lru_cache(maxsize=1)
def _loaded() -> Any:
    try:
        import rapidocr
    except ImportError as error:
        raise OcrError(f"rapidocr: {error}") from error
    models = Path(rapidocr.__file__).parent / "models"
    settings: dict[str, Any] = {
        "Global.log_level": "critical",
        "Global.text_score": 0.0,  # what to leave out is decided, and told, by us
        "Global.max_side_len": LONGEST,
        "Global.use_cls": False,
        "Det.model_path": _model(models, "det"),  # a path given is never downloaded
        "Det.limit_type": "max",
        "Det.limit_side_len": LOOKED_AT,
        "Rec.model_path": _model(models, "rec"),
    }
    if multiprocessing.parent_process() is not None:  # workers share the cores among themselves
        settings |= {f"EngineConfig.onnxruntime.{name}_op_num_threads": 1 for name in ("intra", "inter")}
    made = rapidocr.RapidOCR(params=settings)
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return made


def _model(folder: Path, task: str) -> str:
    found = sorted(folder.glob(f"*_{task}_*.onnx"))
    if not found:
        raise OcrError(f"rapidocr: no {task} model in {folder}")
    return str(found[-1])
