"""A registry folder: `registry.json` and `<task>/<id>/{model.skops, card.json}`; add, list, promote, roll back."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.extract import artefact
from checker.extract.artefact import Artefact, ArtefactError
from checker.messages import say
from models.registry import state
from models.registry.comparing import Comparison, compare
from models.registry.lock import locked
from models.registry.state import Event, PromotionRefused, RegistryError, State

ID, NAME = re.compile(r"[0-9a-f]{12}"), re.compile(r"[a-z_]+")  # what is typed becomes a path


@dataclass(frozen=True, slots=True)
class Entry:
    """One artefact on the shelf; `broken` says why it cannot be used, and then its card may be empty."""

    task: str
    id: str
    card: dict[str, Any]
    current: bool
    broken: str | None = None


class Registry:
    """The artefacts of a folder. Changes hold a lock and replace files whole; reading needs neither."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def state(self) -> State:
        """Current ids and history. Raises RegistryError for a broken registry.json."""
        return state.read(self.folder)

    def current(self, task: str) -> str | None:
        """The id in use; None: the rules alone."""
        return self.state().current.get(task)

    def history(self, task: str | None = None) -> tuple[Event, ...]:
        """What happened, oldest first."""
        return tuple(each for each in self.state().history if task in (None, each.task))

    def entries(self, task: str | None = None) -> tuple[Entry, ...]:
        """Every artefact by task, the current one first, then the newest; broken ones are listed as such."""
        now = self.state().current
        found = [self._entry(path, now) for path in sorted(self.folder.glob("*/*")) if _is_artefact(path)]
        for name, key in now.items():
            if not any((each.task, each.id) == (name, key) for each in found):
                found.append(Entry(name, key, {}, True, " · ".join(say("registry:no-artefact", task=name, id=key))))
        wanted = [each for each in found if task in (None, each.task)]
        newest = sorted(wanted, key=lambda each: str(each.card.get("trained_at", "")), reverse=True)
        return tuple(sorted(newest, key=lambda each: (each.task, not each.current)))

    def _entry(self, path: Path, now: Any) -> Entry:
        task, key = path.parent.name, path.name
        is_current = now.get(task) == key
        try:
            return Entry(task, key, self.load(task, key).card, is_current)
        except ArtefactError as error:
            return Entry(task, key, _card(path), is_current, str(error))

    def load(self, task: str, key: str) -> Artefact[Any]:
        """One artefact. Raises RegistryError when there is none of that id, ArtefactError when it cannot be trusted."""
        if not ID.fullmatch(key) or not NAME.fullmatch(task) or not (self.folder / task / key).is_dir():
            raise RegistryError(str(self.folder), say("registry:no-artefact", task=task, id=key))
        made = artefact.load(self.folder / task / key, task)
        if made.id != key:
            raise ArtefactError(str(self.folder / task / key), say("registry:other-id", said=key, due=made.id))
        return made

    def card(self, task: str, key: str) -> dict[str, Any]:
        """The card of an artefact that can be trusted."""
        return self.load(task, key).card

    def add(self, model: Any, head: dict[str, Any]) -> str:
        """Put a trained pipeline on the shelf with its card's `head`; returns its id. The incumbent stays.

        The same model again replaces what lies there under its id, which may have been damaged.
        """
        task = str(head["task"])
        with locked(self.folder):
            draft = self.folder / task / ".part"
            shutil.rmtree(draft, ignore_errors=True)
            try:
                key = artefact.save(draft, model, head)
                shutil.rmtree(self.folder / task / key, ignore_errors=True)
                draft.replace(self.folder / task / key)
            except OSError as error:
                raise RegistryError(str(draft), say("registry:unwritable", reason=error.strerror)) from error
            finally:
                shutil.rmtree(draft, ignore_errors=True)
        return key

    def measured(self, task: str, key: str, scores: dict[str, Any], tested_on: str) -> None:
        """Write other scores on a card, with the hash of the texts behind them, so that cards can be compared."""
        with locked(self.folder):
            told = {**self.card(task, key), "scores": scores, "tested_on": tested_on}
            file = self.folder / task / key / artefact.CARD
            draft = file.with_name(f"{file.name}.part")
            try:
                draft.write_text(
                    json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8"
                )
                draft.replace(file)
            except OSError as error:
                raise RegistryError(str(file), say("registry:unwritable", reason=error.strerror)) from error

    def compare(self, task: str, candidate: str, incumbent: str | None = None) -> Comparison | None:
        """A candidate beside the incumbent, or another id; None when there is no incumbent to compare with."""
        other = incumbent or self.current(task)
        return None if other is None else compare(self.card(task, other), self.card(task, candidate))

    def promote(
        self, task: str, key: str, *, who: str, at: str, force: bool = False, reason: str | None = None
    ) -> Event:
        """Make an artefact the current one, and record it. Raises, and the incumbent stays:

        PromotionRefused when it is worse in any figure or was not measured on the incumbent's texts, unless forced
        with a reason; RegistryError for an unknown id, no name, the current one; ArtefactError for a broken one.
        """
        with locked(self.folder):
            now = self.state()
            incumbent = now.current.get(task)
            self._named(who)
            if force and not (reason or "").strip():
                raise RegistryError(str(self.folder), say("registry:no-reason"))
            candidate = self.card(task, key)
            if incumbent == key:
                raise RegistryError(str(self.folder), say("registry:already", task=task, id=key))
            against = self._beside(task, incumbent, candidate, force=force)
            worse = [str(each) for each in against.worse] if against else []
            if not force and against is not None and not against.same_texts:
                raise PromotionRefused(str(self.folder), say("registry:other-texts", id=key, incumbent=incumbent))
            if not force and worse:
                told = "; ".join(worse)
                raise PromotionRefused(str(self.folder), say("registry:worse", id=key, incumbent=incumbent, told=told))
            event = Event(
                task=task, action="promote", id=key, previous=incumbent, who=who, at=at, reason=reason or None,
                forced=force, worse=tuple(worse),
            )  # fmt: skip
            state.write(self.folder, now.after(event))
        return event

    def _beside(self, task: str, incumbent: str | None, candidate: dict[str, Any], *, force: bool) -> Comparison | None:
        """The comparison that a promotion rests on; a broken incumbent can be replaced by force only."""
        if incumbent is None:
            return None
        try:
            return compare(self.card(task, incumbent), candidate)
        except (ArtefactError, RegistryError):
            if force:
                return None
            raise

    def rollback(self, task: str, *, who: str, at: str, reason: str | None = None) -> Event:
        """Put back what the current artefact replaced, and record it; None before the first promotion: rules alone.

        Raises RegistryError when nothing was promoted, ArtefactError when what was there before is broken by now.
        """
        with locked(self.folder):
            now = self.state()
            self._named(who)
            try:
                before = now.before(task)
            except KeyError as error:
                raise RegistryError(str(self.folder), say("registry:nothing-before", task=task)) from error
            if before is not None:
                self.load(task, before)
            event = Event(
                task=task, action="rollback", id=before, previous=now.current.get(task), who=who, at=at,
                reason=reason or None,
            )  # fmt: skip
            state.write(self.folder, now.after(event))
        return event

    def _named(self, who: str) -> None:
        if not who.strip():
            raise RegistryError(str(self.folder), say("registry:nobody"))


def _is_artefact(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")


def _card(path: Path) -> dict[str, Any]:
    try:
        return artefact.read_card(path)
    except ArtefactError:
        return {}


def promoted(key: str, history: Iterable[Event]) -> Event | None:
    """The last event that made an artefact the current one."""
    return next((each for each in reversed(tuple(history)) if each.id == key), None)
