"""Training and scoring the models of checker.extract.learned."""

from models.training.examples import TASKS, Example, examples
from models.training.fitting import Trained, TrainingError, crossed, data_hash, train
from models.training.scores import Rate, Scores, score

__all__ = [
    "TASKS",
    "Example",
    "Rate",
    "Scores",
    "Trained",
    "TrainingError",
    "crossed",
    "data_hash",
    "examples",
    "score",
    "train",
]
