"""Trained models on a shelf: what there is, which one is in use, who put it there, and how to go back."""

from pathlib import Path

from models.registry.comparing import Comparison, Worse, compare
from models.registry.shelf import Entry, Registry
from models.registry.state import Event, PromotionRefused, RegistryError

SHIPPED = Path(__file__).parents[1] / "artefacts"  # the registry that comes with the package

__all__ = [
    "SHIPPED",
    "Comparison",
    "Entry",
    "Event",
    "PromotionRefused",
    "Registry",
    "RegistryError",
    "Worse",
    "compare",
]
