"""Scans: pages that are pictures, and image files, read by OCR where the `ocr` extra is installed."""

from checker.parse.scan.cache import Cache
from checker.parse.scan.engine import Engine, OcrError, installed
from checker.parse.scan.filling import Scanner, Told, fill

__all__ = ["Cache", "Engine", "OcrError", "Scanner", "Told", "fill", "installed"]
