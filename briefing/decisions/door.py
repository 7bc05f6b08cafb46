"""The one door through which acts are written to the analyst's file.

Who writes reads the file, works out the new text, and puts it in place only if the file still holds
the very bytes that were read; else begins again with what stands there now. A lock keeps those who
come through the door apart, the comparison keeps what an editor saved meanwhile.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from briefing.decisions import document
from briefing.decisions.acts import (
    Act,
    EntryChange,
    apply_changes,
    list_entries,
    plan_changes,
    refuse_characters,
)
from briefing.errors import Problem, UserError, WorkError, refusal_reason
from briefing.settings import decode
from briefing.settings.analyst import NAME, AnalystRead, parse_analyst
from briefing.settings.written import compose_root, write_flow
from briefing.state import atomic

_LOCK = f".{NAME}.lock"
_PATIENCE = 10.0  # seconds; an act takes a few milliseconds
_TRIES = 50  # of one act, while an editor saves again and again
_RESTLESS = "it changes all the time"
_HELD = f"another process holds {_LOCK}"
_BOM = b"\xef\xbb\xbf"

Sections = tuple[str, ...] | None
"""The slugs that an entry may name; None where they are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One act as it was written: the file's bytes before and after, None where there was no file,
    and its changes; none where the file said so already.
    """

    before: bytes | None
    after: bytes | None
    changes: tuple[EntryChange, ...]


def write_act(base: Path, act: Act, sections: Sections = None) -> Done:
    """Write an act to the analyst's file in the folder `base`, made where there is none.

    A path, passage and seal are taken as given: whether they fit the sources is asked elsewhere.
    Raises UserError where the file, or the act beside what stands in it, is wrong, with the line;
    WorkError where the file can't be written. The file then stands as it was.
    """
    refuse_characters(act)
    return _rewrite(base, sections, lambda found: plan_changes(found, act))


def foresee_act(base: Path, act: Act, sections: Sections = None) -> AnalystRead:
    """What the analyst's file would say after an act; nothing is written.

    Raises UserError as `write_act` does.
    """
    refuse_characters(act)
    before = _read_bytes((base / NAME).resolve())
    found = _parse_bytes(before, sections)
    changes = tuple(plan_changes(found, act))
    if not changes:
        return found
    return _parse_bytes(_edit_bytes(before, found, changes, sections), sections)


def undo_act(base: Path, done: Done, sections: Sections = None) -> Done:
    """Take back what an act wrote; the undoing can be undone in its turn.

    Where nobody wrote since, the file is again what it was, byte for byte; else its entries alone
    go and come. Raises UserError where one of them isn't there any more as it was written.
    """
    path = (base / NAME).resolve()
    with _hold_file(base):
        now = _read_bytes(path)
        if now == done.after and _put(path, now, done.before):
            entries = _inverse_changes(done, _parse_bytes(now, sections), sections)
            return Done(before=now, after=done.before, changes=entries)
    return _rewrite(base, sections, lambda found: _inverse_changes(done, found, sections))


def _parse_bytes(content: bytes | None, sections: Sections) -> AnalystRead:
    """What the file says; nothing where there is none or it is blank."""
    text = decode.decode_bytes(content or b"", NAME)
    return parse_analyst(text, NAME, sections) if text.strip() else AnalystRead()


def _rewrite(
    base: Path,
    sections: Sections,
    plan: Callable[[AnalystRead], Sequence[EntryChange]],
) -> Done:
    """Change the file as `plan` says of what it holds, as often as it takes for nobody to have come
    between.
    """
    path = (base / NAME).resolve()
    with _hold_file(base):
        for _ in range(_TRIES):
            before = _read_bytes(path)
            found = _parse_bytes(before, sections)
            changes = tuple(plan(found))
            if not changes:
                return Done(before=before, after=before, changes=())
            after = _edit_bytes(before, found, changes, sections)
            if _put(path, before, after):
                return Done(before=before, after=after, changes=changes)
    raise _unwritten_error(_RESTLESS)


@contextmanager
def _hold_file(base: Path) -> Iterator[None]:
    """Keep others who come through the door waiting; the system frees it when its holder dies."""
    try:
        with FileLock(base / _LOCK, timeout=_PATIENCE):
            yield
    except Timeout:
        raise _unwritten_error(_HELD) from None
    except PermissionError as error:
        raise atomic.refusal_error(error, base / NAME) from error


def _unwritten_error(reason: str) -> WorkError:
    return WorkError(f"{NAME}: not written: {reason}")


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = refusal_reason(error)
        raise UserError(
            Problem(path=NAME, line=0, column=0, message=f"can't be read: {reason}")
        ) from error


def _put(path: Path, before: bytes | None, after: bytes | None) -> bool:
    """Put `after` in the place of `before`, whole or not at all; False where that isn't there."""
    beside = atomic.staging_path(path)
    try:
        if after is None:
            done = _take_away(path, beside, before)
        else:
            mode = path.stat().st_mode & 0o777 if before is not None else 0o644
            atomic.write_through(beside, after, mode)
            done = _make_new(path, beside) if before is None else _swap_in(path, beside, before)
        atomic.sync_folder(path.parent)
    except FileNotFoundError:  # somebody took it away meanwhile
        return False
    except OSError as error:
        raise atomic.refusal_error(error, path) from error
    finally:
        atomic.discard_path(beside)
    return done


def _make_new(path: Path, beside: Path) -> bool:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    return True


def _swap_in(path: Path, beside: Path, before: bytes) -> bool:
    """Change places with what stands there, look at what that was, and back where it's another.

    So what an editor saves at any instant is found. Where the system can't change places, what is
    saved between the look and the replacing, some microseconds, is not.
    """
    if path.read_bytes() != before:
        return False
    ours = beside.read_bytes()
    if not atomic.exchange_files(beside, path):
        beside.replace(path)
        return True
    if beside.read_bytes() == before:
        return True
    atomic.exchange_files(beside, path)
    if beside.read_bytes() != ours:  # saved once more, over ours: that is the newest
        atomic.exchange_files(beside, path)
    return False


def _take_away(path: Path, beside: Path, before: bytes | None) -> bool:
    path.replace(beside)
    if beside.read_bytes() == before:
        return True
    _make_new(path, beside)
    return False


def _edit_bytes(
    before: bytes | None, found: AnalystRead, changes: Sequence[EntryChange], sections: Sections
) -> bytes:
    """The file's bytes after `changes`, read again to see that they say so and nothing else."""
    content = before or b""
    text = decode.decode_bytes(content, NAME)
    try:
        edited = document.edit_text(text, changes)
        compose_root(edited, NAME)
    except (UserError, ValueError) as error:
        raise _by_hand(changes) from error
    after = (_BOM if content.startswith(_BOM) else b"") + edited.encode()
    read = _parse_bytes(after, sections)
    wanted = apply_changes(list_entries(found.file), changes)
    same = (read.file.scale, read.file.names) == (found.file.scale, found.file.names)
    if list_entries(read.file) != wanted or not same:
        raise _by_hand(changes)
    return after


def _by_hand(changes: Sequence[EntryChange]) -> UserError:
    """Say that the file is written in a way that can't be added to, with what to write."""
    lines = (f"{one.key}: [{write_flow(one.new)}]" for one in changes if one.new)
    message = "its braces or aliases keep it from being changed here"
    advice = "; ".join(["write it by hand", *lines])
    return UserError(Problem(path=NAME, line=0, column=0, message=message, advice=advice))


def _inverse_changes(done: Done, found: AnalystRead, sections: Sections) -> tuple[EntryChange, ...]:
    """What takes the entries of `done` back from what the file says now."""
    old = list_entries(_parse_bytes(done.before, sections).file)
    now = list_entries(found.file)
    inverse = []
    for change in done.changes:
        earlier = None if change.at is None else old[change.key][change.at]
        at = None
        if change.new is not None:
            if change.new not in now[change.key]:
                raise _gone_entry(change)
            at = now[change.key].index(dict(change.new))
        if earlier is not None or at is not None:
            inverse.append(EntryChange(key=change.key, at=at, new=earlier))
    return tuple(inverse)


def _gone_entry(change: EntryChange) -> UserError:
    message = f"the entry in {change.key!r} was changed by hand since; nothing is undone"
    return UserError(
        Problem(path=NAME, line=0, column=0, message=message, advice="change it in the file")
    )
