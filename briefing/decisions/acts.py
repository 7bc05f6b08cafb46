"""What an act changes in the analyst's file: entries that come, go or are replaced."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeAlias

from briefing.errors import Problem, UserError
from briefing.settings import decode
from briefing.settings.analyst import (
    NAME,
    Analyst,
    AnalystRead,
    Correct,
    Exclude,
    JudgementEntry,
    Pin,
)
from briefing.settings.reviewed import Keep, Move, OutletMark, PersonMark, Rendered

Verdict: TypeAlias = Pin | Exclude | Keep | Move
"""What is decided of one passage; a passage has one verdict at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Take back every verdict on a passage: the program decides again. Corrections stay."""

    path: str
    passage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Untranslate:
    """Take back the translation of a passage, or of the words of it that `quote` gives."""

    path: str
    passage: int
    quote: str = ""


Entered: TypeAlias = Verdict | Correct | Rendered | JudgementEntry | PersonMark | OutletMark
"""What stands as an entry in one of the file's lists."""

Act: TypeAlias = Entered | Release | Untranslate
"""An entry to write, replacing the one on the same thing, or the taking back of one."""

_SHOWN = 40  # characters of a text in a message
_VERDICTS: Mapping[str, type] = {"pin": Pin, "exclude": Exclude, "keep": Keep, "move": Move}
_LISTS: Mapping[type, str] = {
    **{kind: key for key, kind in _VERDICTS.items()},
    Correct: "correct",
    Rendered: "translations",
    JudgementEntry: "judgements",
    PersonMark: "people",
    OutletMark: "outlets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One entry of the list `key`: `new` None takes the entry at `at` out, `at` None adds `new`."""

    key: str
    at: int | None = None
    new: Mapping[str, Any] | None = None


def plan_changes(found: AnalystRead, act: Act) -> tuple[EntryChange, ...]:
    """What the file needs so that it says what `act` says; nothing where it says so already.

    A verdict takes the place of another one on the same passage. Raises UserError where a passage
    is to be told whose whole source is excluded, with the line of that.
    """
    match act:
        case Release():
            return tuple(_other_verdicts(found.file, act, ""))
        case Untranslate():
            same = _find_same(found.file.translations, act)
            return tuple(EntryChange(key="translations", at=at) for at in same)
        case Pin() | Keep() | Move():
            _refuse_excluded(found, act)
    key = _LISTS[type(act)]
    others = _other_verdicts(found.file, act, key) if key in _VERDICTS else ()
    return (*others, *_put_entry(getattr(found.file, key), act, key))


def _put_entry(entries: Sequence[Any], act: Entered, key: str) -> Iterator[EntryChange]:
    """Put `act` in the place of the first entry on the same thing, and take the others out."""
    same = _find_same(entries, act)
    if not same:
        yield EntryChange(key=key, new=plain_entry(act))
    elif entries[same[0]] != act:
        yield EntryChange(key=key, at=same[0], new=plain_entry(act))
    for at in same[1:]:
        yield EntryChange(key=key, at=at)


def _find_same(entries: Sequence[Any], act: Entered | Untranslate) -> list[int]:
    """The places of the entries on what `act` is on."""
    return [at for at, entry in enumerate(entries) if _key_of(entry) == _key_of(act)]


def plain_entry(entry: object) -> dict[str, Any]:
    """An entry as YAML has it: what says nothing is left out."""
    assert is_dataclass(entry)  # noqa: S101 - for the type checker
    values = ((one.name, getattr(entry, one.name)) for one in fields(entry))
    return {name: _plain_value(value) for name, value in values if value not in {None, "", ()}}


def list_entries(file: Analyst) -> dict[str, list[dict[str, Any]]]:
    """The entries of every list that acts write to, as YAML has them."""
    return {key: [plain_entry(one) for one in getattr(file, key)] for key in _LISTS.values()}


def apply_changes(
    entries: Mapping[str, list[dict[str, Any]]], changes: Sequence[EntryChange]
) -> dict[str, list[dict[str, Any]]]:
    """What `list_entries` says after `changes`, places counted before any of them."""
    after: dict[str, list[Any]] = {key: list(several) for key, several in entries.items()}
    for change in changes:
        if change.at is None:
            after[change.key].append(change.new)
        else:
            after[change.key][change.at] = change.new
    return {key: [one for one in several if one is not None] for key, several in after.items()}


def _passage_of(act: object) -> tuple[str, int | None] | None:
    """The path and the passage that a verdict speaks of; None for what is none."""
    if isinstance(act, Pin | Exclude | Keep | Move | Release):
        return act.path, act.passage
    return None


def _other_verdicts(file: Analyst, act: Act, key: str) -> Iterator[EntryChange]:
    """The going of each verdict on the passage of `act` that stands in another list than `key`."""
    where = _passage_of(act)
    if where is None or where[1] is None:
        return
    for other in _VERDICTS:
        for at, entry in enumerate(getattr(file, other)):
            if other != key and _passage_of(entry) == where:
                yield EntryChange(key=other, at=at)


def _refuse_excluded(found: AnalystRead, act: Pin | Keep | Move) -> None:
    for at, entry in enumerate(found.file.exclude):
        if entry.path == act.path and entry.passage is None and found.tree is not None:
            raise UserError(
                found.tree.problem(
                    ("exclude", at),
                    f"the whole of {act.path} is excluded here",
                    "take that line out first",
                )
            )


def _key_of(entry: object) -> tuple[object, ...]:
    """What an entry is about: of two in one list about one thing the later takes the place."""
    match entry:
        case Correct():
            return entry.path, entry.passage, entry.was
        case Rendered() | Untranslate():
            return entry.path, entry.passage, entry.quote
        case JudgementEntry():
            return (entry.text,)
        case PersonMark() | OutletMark():
            return (entry.name,)
        case Pin():
            return entry.path, entry.passage, entry.statement
    return _passage_of(entry) or ()


def _plain_value(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    return plain_entry(value) if is_dataclass(value) else value


def refuse_characters(act: Act) -> None:
    """Raise UserError where a text of the act holds a character that YAML forbids."""
    for text in _all_texts(plain_entry(act)):
        wrong = decode.find_forbidden(text)
        if wrong:
            message = f"control character {wrong} in {text[:_SHOWN]!r}"
            raise UserError(
                Problem(path=NAME, line=0, column=0, message=message, advice="take it out")
            )


def _all_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _all_texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _all_texts(one)
