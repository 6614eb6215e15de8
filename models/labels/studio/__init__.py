"""Label Studio: the labelling configuration, and its JSON both ways."""

from models.labels.studio.config import config
from models.labels.studio.reading import read
from models.labels.studio.writing import write

__all__ = ["config", "read", "write"]
