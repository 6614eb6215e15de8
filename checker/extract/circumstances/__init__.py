"""裁量情节: the rules propose mentions and judge them; a trained judge may judge again and propose more."""

from checker.extract.circumstances.lexicon import EFFECT_OF, HEAVIER, KINDS
from checker.extract.circumstances.mentions import Mention, place_of, propose
from checker.extract.circumstances.merging import effect_of, merge

__all__ = ["EFFECT_OF", "HEAVIER", "KINDS", "Mention", "effect_of", "merge", "place_of", "propose"]
