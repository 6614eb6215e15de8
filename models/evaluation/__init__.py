"""Precision and recall of extraction by field and of the checks by name, against gold labels."""

from models.evaluation.run import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
