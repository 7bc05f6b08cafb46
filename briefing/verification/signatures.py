"""Signatures of editions, held to the desk's public key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import WorkError
from briefing.job.orders import SIGNATURE as SIGNED
from briefing.state import manifest
from briefing.state.manifest import Kept
from briefing.state.recall import Recalled
from briefing.state.regular import read_regular
from briefing.state.signature import check_signature

_MOST = 16_000_000  # bytes of a manifest or a signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What signatures show. `vouched` are the digests of manifests that the desk's key stands for:
    those that are signed, and those that a signed one follows, link by link.
    """

    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    vouched: frozenset[str] = frozenset()


def hold_signatures(kept: Iterable[Kept], public_key: str, known: Recalled) -> Signed:
    """Hold editions of one output to `public_key`, "" where none is at hand."""
    row = sorted(kept, key=lambda one: one.number)
    faults = tuple(f"{one.folder}: its signature is gone" for one in filter(_is_stripped, row))
    signed = list(filter(_is_signed, row))
    if not public_key:
        notes = ("not checked: signature: no public key at hand",) if signed else ()
        return Signed(faults=faults, notes=notes)
    try:
        wrong = {one.number: _wrong(one, public_key) for one in signed}
    except WorkError as error:
        return Signed(faults=faults, notes=(f"not checked: signature: {error}",))
    sound = [one for one in signed if not wrong[one.number]]
    vouched = _follow_links(sound, row)
    later, doubted = _unsigned(row, vouched, known)
    return Signed(
        faults=(*faults, *_name_wrong(signed, wrong), *later),
        notes=doubted,
        vouched=vouched,
    )


def _follow_links(sound: Iterable[Kept], row: Iterable[Kept]) -> frozenset[str]:
    """The digests of soundly signed manifests, and of those in the row that these name before them:
    behind a gap, or elsewhere, may lie anything.
    """
    before = {one.digest: one.before for one in row}
    found: set[str] = set()
    for one in sound:
        link: str | None = one.digest
        while link in before and link not in found:
            found.add(link)
            link = before[link]
    return frozenset(found)


def _name_wrong(signed: Iterable[Kept], wrong: Mapping[int, str]) -> Iterator[str]:
    """Say of each signed edition what is `wrong` with its signature, if anything is."""
    for one in signed:
        if wrong[one.number]:
            yield f"{one.folder}: its signature {wrong[one.number]}"


def _unsigned(
    row: Sequence[Kept], vouched: frozenset[str], known: Recalled
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is wrong with editions that bear no signature and that no signed one follows, and what
    can't be checked of them: those that the store has, and those before which a gap lies.
    """
    newest = max((one.number for one in row if one.digest in vouched), default=0)
    wrong, doubted = [], []
    for one in row:
        if one.digest in vouched or _is_signed(one):
            continue
        if one.number > newest and known.by_store.get(one.number) != one.digest:
            wrong.append(f"{one.folder}: is not signed")
        else:
            doubted.append(
                f"not checked: signature: edition {one.number} is not signed, and none here that "
                "is follows it"
            )
    return tuple(wrong), tuple(doubted)


def _is_signed(kept: Kept) -> bool:
    return (kept.folder / manifest.SIGNATURE).exists()


def _is_stripped(kept: Kept) -> bool:
    """Whether an edition says in its manifest that it was signed, and is not."""
    return bool(kept.versions.get(SIGNED)) and not _is_signed(kept)


def _wrong(kept: Kept, public_key: str) -> str:
    """Say what is wrong with an edition's signature. Raises WorkError as `check_signature`."""
    try:
        data = read_regular(kept.folder / manifest.NAME, _MOST)
        read_regular(kept.folder / manifest.SIGNATURE, _MOST)
    except OSError as error:
        return f"can't be read: {error.strerror}"
    return check_signature(data, kept.folder / manifest.SIGNATURE, public_key)
