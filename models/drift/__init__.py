"""Whether what comes in still looks like what the models were trained on."""

from models.drift.groups import Group, measure
from models.drift.profile import Profile, profile

__all__ = ["Group", "Profile", "measure", "profile"]
