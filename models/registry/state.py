"""registry.json: the current model of each task and everything that happened, replaced whole and never in part."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from checker.errors import CheckerError
from checker.messages import say

FILE = "registry.json"
PROTOCOL = 1


class RegistryError(CheckerError):
    """The registry cannot do that; `file` names the place, `reason` says why in Chinese and in English."""

    def __init__(self, file: str, reason: tuple[str, str]) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason[0]} {reason[1]}")


class PromotionRefused(RegistryError):
    """A candidate is worse than the incumbent, or cannot be compared with it; the incumbent stays."""


class Event(BaseModel):
    """A promotion or a rollback: `id` is current after it (None: no model, the rules alone), `previous` before it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    task: str
    action: str  # promote or rollback
    id: str | None
    previous: str | None
    who: str
    at: str
    reason: str | None = None
    forced: bool = False
    worse: tuple[str, ...] = ()  # what was worse where it was forced


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    protocol: int
    current: dict[str, str]
    history: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What registry.json says."""

    current: Mapping[str, str]
    history: tuple[Event, ...]

    def after(self, event: Event) -> State:
        """The state once the event has happened."""
        current = {task: key for task, key in self.current.items() if task != event.task}
        if event.id is not None:
            current[event.task] = event.id
        return State(dict(sorted(current.items())), (*self.history, event))

    def before(self, task: str) -> str | None:
        """The incumbent that a rollback restores: the one that the current one replaced. KeyError without a current.

        Rollbacks undo promotions one by one, so after two of them the incumbent of two promotions ago is back.
        """
        stack: list[str | None] = [None]
        for event in self.history:
            if event.task == task and event.action == "promote":
                stack.append(event.id)
            elif event.task == task and len(stack) > 1:
                stack.pop()
        if len(stack) < 2:
            raise KeyError(task)
        return stack[-2]


def read(folder: Path) -> State:
    """The state of a registry; an empty one where the folder has none yet. Raises RegistryError for a broken file."""
    path = folder / FILE
    try:
        made = _File.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return State({}, ())
    except OSError as error:
        raise RegistryError(str(path), say("registry:unreadable", reason=error.strerror)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "-"
        raise RegistryError(str(path), say("registry:broken", reason=f"{where}: {first['msg']}")) from error
    except ValueError as error:
        raise RegistryError(str(path), say("registry:broken", reason=error)) from error
    if made.protocol != PROTOCOL:
        raise RegistryError(str(path), say("registry:protocol", said=made.protocol, due=PROTOCOL))
    return State(made.current, made.history)


def write(folder: Path, state: State) -> None:
    """Replace registry.json whole: a reader, and a machine that dies, find the old one or the new one."""
    made: dict[str, Any] = {"protocol": PROTOCOL, **asdict(state)}
    made["history"] = [event.model_dump(exclude_defaults=True) for event in state.history]
    draft = folder / f"{FILE}.part"
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(folder / FILE)
    except OSError as error:
        raise RegistryError(str(folder / FILE), say("registry:unwritable", reason=error.strerror)) from error
