"""A trained model on disk: skops and a card; what is not exactly what the card says is refused."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from checker.benchmarks.ranking import PAIRS, Ranker
from checker.errors import CheckerError
from checker.extract.features import FEATURES
from checker.extract.linear import Linear
from checker.messages import say

M = TypeVar("M")  # how the weights are laid out for use: Linear, or Ranker

PROTOCOL = 1  # raised when an artefact's files or keys change; a loader reads only its own
MODEL, CARD = "model.skops", "card.json"
ADDRESS = re.compile(r"(?<![\d.])\d{12,}(?![\d.]*\d)")  # how skops names objects and files: by where they lay
TRUSTED: tuple[str, ...] = ()  # types beyond skops' own list: none, and an artefact that needs one is refused


class ArtefactError(CheckerError):
    """An artefact cannot be used; `file` names it, `reason` says why in Chinese and English."""

    def __init__(self, file: str, reason: tuple[str, str]) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason[0]} · {reason[1]}")


@dataclass(frozen=True)
class Artefact(Generic[M]):
    """A loaded model: its task, its id (the beginning of its hash), its weights and its card."""

    task: str
    id: str
    linear: M
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """What the models of a task are: the version of the feature code behind them, and how a pipeline is laid out."""

    features: str
    laid_out: Callable[[Any], Any]


WORDS = Form(FEATURES, Linear.of)  # models over the words of a text
FORMS = {"item": Form(PAIRS, Ranker.of)}


def form_of(task: str) -> Form:
    """The form of a task's models."""
    return FORMS.get(task, WORDS)


def save(folder: Path, pipeline: Any, head: dict[str, Any]) -> str:
    """Write a fitted pipeline and its card into `folder`, which is made; the artefact's id comes back.

    `head` has at least `task`; protocol, feature version, library version and the model's hash are added. The same
    pipeline gives the same bytes.
    """
    import sklearn
    import skops.io

    form = form_of(head["task"])
    form.laid_out(pipeline)
    data = _steady(skops.io.dumps(pipeline))
    digest = hashlib.sha256(data).hexdigest()
    card = {**head, "protocol": PROTOCOL, "features": form.features, "sklearn": sklearn.__version__, "sha256": digest}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MODEL).write_bytes(data)
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return digest[:12]


def load(folder: Path, task: str) -> Artefact[Any]:
    """The artefact in `folder`, once a process. Raises ArtefactError for any that is not whole, known and of `task`."""
    stamp = tuple((folder / name).stat().st_mtime_ns if (folder / name).exists() else 0 for name in (MODEL, CARD))
    return _load(folder, task, stamp)


@lru_cache(maxsize=32)
def _load(folder: Path, task: str, stamp: tuple[int, ...]) -> Artefact[Any]:
    card, form = read_card(folder), form_of(task)
    for key, due in (("protocol", PROTOCOL), ("features", form.features), ("task", task)):
        if card.get(key) != due:
            raise ArtefactError(str(folder / CARD), say(f"artefact:{key}", said=card.get(key), due=due))
    try:
        data = (folder / MODEL).read_bytes()
    except OSError as error:
        raise ArtefactError(str(folder / MODEL), say("artefact:unreadable", reason=error.strerror)) from error
    if hashlib.sha256(data).hexdigest() != card.get("sha256"):
        raise ArtefactError(str(folder / MODEL), say("artefact:hash"))
    laid_out = _laid_out(folder / MODEL, data, form)
    return Artefact(task, str(card["sha256"])[:12], laid_out, card)


def current(registry: Path) -> dict[str, str]:
    """The current artefact of each task of a registry folder. Raises ArtefactError for a broken registry.json."""
    file = registry / "registry.json"
    try:
        told = json.loads(file.read_text(encoding="utf-8"))["current"]
        return {str(task): str(name) for task, name in told.items()}
    except OSError as error:
        raise ArtefactError(str(file), say("artefact:unreadable", reason=error.strerror)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArtefactError(str(file), say("artefact:card", reason=str(error))) from error


def read_card(folder: Path) -> dict[str, Any]:
    """The card as it stands. Raises ArtefactError when it is missing or no JSON object."""
    file = folder / CARD
    try:
        card = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ArtefactError(str(file), say("artefact:unreadable", reason=error.strerror)) from error
    except ValueError as error:
        raise ArtefactError(str(file), say("artefact:card", reason=str(error))) from error
    if not isinstance(card, dict):
        raise ArtefactError(str(file), say("artefact:card", reason="not an object"))
    return card


def _laid_out(file: Path, data: bytes, form: Form) -> Any:
    import skops.io

    try:
        strange = skops.io.get_untrusted_types(data=data)
        if set(strange) - set(TRUSTED):
            raise ArtefactError(str(file), say("artefact:untrusted", types=", ".join(sorted(strange))))
        return form.laid_out(skops.io.loads(data, trusted=list(TRUSTED)))
    except ArtefactError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise ArtefactError(str(file), say("artefact:foreign", reason=reason)) from error


def _steady(data: bytes) -> bytes:
    """The same archive without what differs from run to run: member dates, and object addresses used as names."""
    target, names = io.BytesIO(), dict[str, str]()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        schema = source.read("schema.json").decode("utf-8")
        for address in ADDRESS.findall(schema):
            names.setdefault(address, str(len(names) + 1))
        members = {"schema.json": ADDRESS.sub(lambda match: names[match.group()], schema).encode("utf-8")}
        for name in source.namelist():
            if name != "schema.json":
                members[ADDRESS.sub(lambda match: names.get(match.group(), match.group()), name)] = source.read(name)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(members):
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), members[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()
