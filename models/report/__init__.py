"""How good the models are, as a document: in and out of known templates, calibration, ablation, surest mistakes."""

from models.report.measuring import Report, report
from models.report.writing import markdown

__all__ = ["Report", "markdown", "report"]
