"""The chain of an output's editions, walked from the oldest to the newest: every link held to what
is remembered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import WorkError
from briefing.state import editions, manifest
from briefing.state.manifest import Kept
from briefing.state.recall import Recalled

_UNRECORDED = "`briefing editions` brings the record up to what a killed run left, if that is why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What a walk found. `breaks` are its breaks, the first link that does not hold first.

    `notes` say which parts of the history can't be checked; `kept` are the editions that could be
    read.
    """

    breaks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()


def walk_chain(output: Path, known: Recalled) -> Chain:
    """Walk the editions in `output`; `known` is what is remembered of them."""
    breaks: list[str] = []
    found: dict[int, Kept] = {}
    for number in editions.kept_numbers(output):
        folder = output / editions.FOLDER / f"{number:04d}"
        try:
            kept = manifest.read_manifest(folder)
        except WorkError as error:
            breaks.append(str(error))
            continue
        breaks.extend(_hold_folder(number, kept, known))
        breaks.extend(_hold_link(number, kept, found, known))
        found[number] = kept
    breaks.extend(_find_gone(output, known))
    return Chain(
        kept=tuple(found.values()),
        breaks=tuple(breaks),
        notes=tuple(_note_gaps(found, known)),
    )


def _hold_folder(number: int, kept: Kept, known: Recalled) -> Iterator[str]:
    """Hold an edition's folder to its manifest, and the manifest to the record."""
    if kept.number != number:
        yield f"{kept.folder}: its manifest is that of edition {kept.number}"
    for name, digests in (("store", known.by_store), ("record", known.by_journal)):
        if digests and number not in digests and (name == "store" or not known.by_store):
            yield f"{kept.folder}: the {name} has no edition {number}; {_UNRECORDED}"
        elif digests.get(number, "") not in {"", kept.digest}:
            yield (
                f"{kept.folder}: its manifest is not the one that the {name} has of edition "
                f"{number}"
            )
    yield from manifest.file_faults(kept.folder)


def _hold_link(
    number: int, kept: Kept, found: Mapping[int, Kept], known: Recalled
) -> Iterator[str]:
    """Hold an edition to the one that it says it follows; `found` are those that lie before it."""
    older = max(found, default=None)
    if kept.before is None:
        if any(one.before is not None for one in found.values()):
            yield f"{kept.folder}: names no manifest before it, though older editions do"
    elif older is not None and (kept.previous is None or kept.previous <= older):
        if kept.before != found[older].digest:
            yield (
                f"{kept.folder}: the edition {older} that it follows is not the one that lies here"
            )
    else:
        yield from _hold_first(number, kept, known)


def _hold_first(number: int, kept: Kept, known: Recalled) -> Iterator[str]:
    """Hold the oldest edition at hand to what is remembered of those before it."""
    remembered = {one for n in known.numbers if n < number for one in known.digests(n)}
    if remembered and kept.before not in remembered:
        yield f"{kept.folder}: the edition that it follows is not one that is on record"


def _find_gone(output: Path, known: Recalled) -> Iterator[str]:
    """Name a newest edition that is on record and gone: the newest is never pruned."""
    there, newest = editions.kept_numbers(output), max(known.numbers, default=0)
    if there and newest > max(there):
        yield (
            f"{output}: edition {newest} is on record, and the newest here is edition {max(there)}"
        )


def _note_gaps(found: Mapping[int, Kept], known: Recalled) -> Iterator[str]:
    """Say which parts of the history nothing at hand shows."""
    unchained = [n for n, kept in found.items() if kept.before is None and not known.digests(n)]
    later = any(kept.before for kept in found.values())
    if unchained and not later:
        numbers = ", ".join(map(str, unchained))
        yield f"not checked: edition {numbers}: made by an older program, which kept no chain"
    first = next(iter(found.values()), None)
    if first is not None and first.before and not known.numbers:
        yield f"not checked: what came before edition {first.number}: it is not here"
