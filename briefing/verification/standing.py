"""Where a brief stands: which edition it is or says it is, and who vouches for that.

Everything at hand is asked: the manifest beside the file, the chain of the editions around it, the
record and the store of the desk. What the file says of itself decides only whom it is compared
with, never whether.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import digest
from briefing.deliver.selection import select_sections
from briefing.errors import WorkError
from briefing.model import Brief, Edition, Rendition
from briefing.settings import Settings
from briefing.stages import SectionKind
from briefing.state import editions, manifest, publishing
from briefing.state.chain import Chain, walk_chain
from briefing.state.manifest import Kept
from briefing.state.recall import Recalled, recall_editions
from briefing.verification import excerpts, originals
from briefing.verification.signatures import Signed, hold_signatures

Kinds = Mapping[str, SectionKind]

_BRIEF = "brief.json"
_PRUNED = "not checked: its edition: it was pruned, and only its number is on record"
_MOST_EDITIONS = 10_000_000  # one a minute for nineteen years
_OTHERWISE = "the edition on record that it says it is reads otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStanding:
    """What is known of a brief's edition.

    `kept` is the edition that the brief is, or is a copy of; None where none at hand says the same.
    `vouched` says that the desk's store has the very digest of its manifest, `unsealed` that it has
    the edition without one, as older programs kept it.
    """

    kept: Kept | None = None
    vouched: bool = False
    unsealed: bool = False
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def find_standing(brief: Brief, path: Path, desk: Settings | None, kinds: Kinds) -> EditionStanding:
    """Find the edition of the brief at `path`.

    `desk` are the settings of the brief's config, None where that is not at hand; `kinds` are the
    config's sections.
    """
    home = _home_folder(brief, path, desk)
    known = _recall_home(home, desk)
    chain = walk_chain(home, known) if home else Chain()
    placed = _place_edition(brief, path, kinds, home, known)
    kept = placed.kept
    twins = tuple(_other_twins(kept, chain))
    row = {one.folder: one for one in (*chain.kept, *([kept] if kept else ()))}
    signed = hold_signatures(row.values(), _public_key(desk), known)
    faults = (
        *_say_impossible(brief),
        *chain.breaks,
        *placed.faults,
        *twins,
        *signed.faults,
        *_files_beside(path, kept, brief.rendition),
    )
    return EditionStanding(
        kept=kept,
        vouched=not faults and _is_vouched(kept, known, signed),
        unsealed=not faults and kept is not None and known.by_store.get(kept.number) == "",
        faults=tuple(dict.fromkeys(faults)),
        notes=(
            *chain.notes,
            *placed.notes,
            *signed.notes,
            *_note_files(path, kept, brief.rendition),
            *_note_release(brief, known, kept),
        ),
    )


def _place_edition(
    brief: Brief, path: Path, kinds: Kinds, home: Path | None, known: Recalled
) -> EditionStanding:
    """The edition that a brief is: the one in whose folder it lies, or one on record that reads
    alike.
    """
    if (path.parent / manifest.NAME).exists():
        kept, faults = _own_edition(brief, path.parent, home, known)
        alone = home is None or path.parent.parent != home / editions.FOLDER
        notes = tuple(_say_elsewhere(kept)) if alone else ()
        return EditionStanding(kept=kept, faults=tuple(faults), notes=notes)
    if home is None or not _is_edition(brief):
        return EditionStanding(faults=tuple(_say_misplaced(brief, path, home)))
    kept, faults = _find_recorded(brief, kinds, path, home, known)
    faults.extend(_say_misplaced(brief, path, home))
    notes = () if kept is not None or faults else (_PRUNED,)
    return EditionStanding(kept=kept, faults=tuple(faults), notes=notes)


def _say_misplaced(brief: Brief, path: Path, home: Path | None) -> Iterator[str]:
    """Name what stands where the newest edition belongs and is no edition."""
    newest = max(editions.kept_numbers(home), default=0) if home is not None else 0
    if not newest or path.parent != home or path.name != _BRIEF:
        return
    if not _is_edition(brief):
        yield f"{path}: is no edition, and edition {newest} belongs here"
    elif brief.rendition is not None:
        yield f"{path}: is a reader's copy, and edition {newest} belongs here"


def _say_impossible(brief: Brief) -> Iterator[str]:
    """Name a number that no edition has."""
    if brief.edition is not None and brief.edition.number > _MOST_EDITIONS:
        yield f"edition.number is {brief.edition.number}: nobody made so many editions"


def _public_key(desk: Settings | None) -> str:
    """The desk's key for signatures, "" where none is at hand."""
    return desk.signature.public_key if desk is not None and desk.signature is not None else ""


def _is_vouched(kept: Kept | None, known: Recalled, signed: Signed) -> bool:
    """Whether the store has an edition's very manifest, or the desk's key stands for it."""
    if kept is None:
        return False
    return known.by_store.get(kept.number) == kept.digest or kept.digest in signed.vouched


def _is_edition(brief: Brief) -> bool:
    """Whether a brief says that it is an edition; a trial has the number 0."""
    return brief.edition is not None and brief.edition.number > 0


def _home_folder(brief: Brief, path: Path, own: Settings | None) -> Path | None:
    """The output folder among whose editions a brief belongs; None where none is at hand."""
    folder = path.parent
    if (folder / manifest.NAME).exists() and folder.absolute().parent.name == editions.FOLDER:
        return folder.parent.parent
    if (folder / editions.FOLDER).is_dir():
        return folder
    there = own is not None and (own.output / editions.FOLDER).is_dir()
    return own.output if own is not None and there and _is_edition(brief) else None


def _recall_home(home: Path | None, own: Settings | None) -> Recalled:
    """Ask what is remembered of the editions in `home`; the store is the desk's, so asked of its
    own output only.
    """
    if home is None:
        return Recalled()
    ours = own is not None and own.output.resolve() == home.resolve()
    return recall_editions(home, own.path if own is not None and ours else None)


def _own_edition(
    brief: Brief, folder: Path, home: Path | None, known: Recalled
) -> tuple[Kept | None, list[str]]:
    """Read the edition in whose folder the brief lies, and hold it to what is on record under its
    number.
    """
    try:
        kept = manifest.read_manifest(folder)
        faults = [*manifest.file_faults(folder)]
    except WorkError as error:
        return None, [str(error)]
    faults.extend(f"{folder}: {what}" for what in _manifest_faults(brief, kept))
    if home is not None and kept.number in known.numbers:
        digests = known.digests(kept.number)
        if digests and digests != {kept.digest}:
            faults.append(f"{folder}: is not the edition {kept.number} that is on record")
    return kept, faults


def _other_twins(kept: Kept | None, chain: Chain) -> Iterator[str]:
    """Say where an edition of the same number lies among the others and is not the same."""
    for one in chain.kept:
        if kept is not None and one.number == kept.number and one.digest != kept.digest:
            yield f"{kept.folder}: is not the edition {kept.number} that lies in {one.folder}"


def _manifest_faults(brief: Brief, kept: Kept) -> Iterator[str]:
    """Say where a brief and its edition's manifest tell otherwise."""
    said = brief.edition
    if said is None or said.number != kept.number:
        yield f"its manifest is that of edition {kept.number}"
    if said is not None and not _was_made_so(said, kept):
        yield "its manifest says otherwise of when and after what it was made"
    if brief.rendition is not None:
        yield "an edition is no reader's copy, as it says"


def _was_made_so(said: Edition, kept: Kept) -> bool:
    """Whether a manifest tells of the same build, day and edition before."""
    made = (kept.made_at, kept.fingerprint, kept.previous)
    return (said.made_at, said.fingerprint, said.previous) == made


def _say_elsewhere(kept: Kept | None) -> Iterator[str]:
    """Say which parts of its history can't be checked where an edition lies alone."""
    if kept is None:
        return
    if kept.before is None:
        yield "not checked: the edition's manifest: an older program made it, which kept no chain"
    elif kept.previous is not None:
        yield f"not checked: what came before: edition {kept.previous} is not here"


def _find_recorded(
    brief: Brief, kinds: Kinds, path: Path, home: Path, known: Recalled
) -> tuple[Kept | None, list[str]]:
    """Find the edition on record that reads as the brief does; say where there should be one and is
    none.
    """
    for kept, twin in _recorded_twins(brief, home):
        if _is_same_edition(twin, brief, kinds):
            return kept, [*_say_outdated(kept, path, home)]
    number = brief.edition.number if brief.edition else 0
    numbers = editions.kept_numbers(home)
    if number in known.numbers and number not in numbers:
        return None, []
    if not numbers and not known.numbers:
        return None, []
    return None, [f"{path.name}: {_OTHERWISE}"]


def _say_outdated(kept: Kept, path: Path, home: Path) -> Iterator[str]:
    """Name an older edition that stands where the newest belongs."""
    newest = max(editions.kept_numbers(home), default=0)
    if path.parent == home and path.name == _BRIEF and kept.number != newest:
        yield f"{path}: is edition {kept.number}, and the newest is edition {newest}"


def _recorded_twins(brief: Brief, home: Path) -> Iterator[tuple[Kept, Brief]]:
    """The editions on record that a brief may be: those of its number, its time or its
    content.
    """
    said = brief.edition
    for number in editions.kept_numbers(home) if said else ():
        folder = home / editions.FOLDER / f"{number:04d}"
        found = originals.read_record(folder)
        if found is None or said is None or found[1].edition is None:
            continue
        if found[1].rendition is not None:  # no edition is a reader's copy
            continue
        their = found[1].edition
        same = (said.number, said.made_at) == (their.number, their.made_at)
        if same or said.fingerprint == their.fingerprint:
            yield found


def _is_same_edition(twin: Brief, brief: Brief, kinds: Kinds) -> bool:
    """Whether an edition on record says what a brief does, or what a reader's copy has of
    it.
    """
    if brief.rendition is None:
        return _unreleased_content(twin) == _unreleased_content(brief)
    if not _is_cut_of(twin, brief, brief.rendition.sections):
        return False
    whole = excerpts.shared_content(twin, brief.rendition, kinds)
    return whole == excerpts.shared_content(brief, None, kinds)


def _is_cut_of(twin: Brief, brief: Brief, slugs: Sequence[str]) -> bool:
    """Whether a reader's copy says that it is of an edition, and opens as that does; where nothing
    of the edition's opening is left, the copy has one of its own.
    """
    opening = select_sections(twin, slugs).bottom_line if slugs else twin.bottom_line
    of = _unreleased_content(twin).edition == _unreleased_content(brief).edition
    return of and opening in {(), brief.bottom_line}


def _unreleased_content(brief: Brief) -> Brief:
    """Give all that an edition says, whether it was released aside."""
    said = brief.edition
    return brief if said is None else replace(brief, edition=replace(said, released=False))


def _files_beside(path: Path, kept: Kept | None, given: Rendition | None) -> Iterator[str]:
    """Hold the other formats that lie beside a copy of an edition to its manifest."""
    if kept is None or given is not None or path.parent == kept.folder:
        return
    for file in sorted({*_format_files(path), *_own_files(path, kept)}):
        content = manifest.content_of(file.parent, file.name)
        if content is None or digest.of_bytes(content) != kept.files.get(file.name):
            yield f"{file}: is not the {file.name} of edition {kept.number}"


def _note_files(path: Path, kept: Kept | None, given: Rendition | None) -> Iterator[str]:
    """Name formats that lie beside a brief of which no manifest is at hand, or beside a reader's
    own copy.
    """
    names = [file.name for file in _format_files(path)] if kept is None or given is not None else []
    if names:
        yield f"not checked: {', '.join(names)}: no manifest at hand says what they are"


def _format_files(path: Path) -> list[Path]:
    """The files beside a brief.json that are named as its other formats are, in whatever case: some
    file systems and most readers know no difference. None where a folder isn't there: the content
    was handed in.
    """
    lies_there = path.name == _BRIEF and path.parent.is_dir()
    found = path.parent.iterdir() if lies_there else ()
    named = (file for file in found if file.name.lower().startswith("brief."))
    return sorted(file for file in named if file.name != _BRIEF)


def _own_files(path: Path, kept: Kept) -> list[Path]:
    """The files beside a copy of an edition that are named as those of the user's own writers."""
    named = (path.parent / name for name in publishing.own_files(kept))
    return [file for file in named if path.name == _BRIEF and file.exists()]


def _note_release(brief: Brief, known: Recalled, kept: Kept | None) -> Iterator[str]:
    """Say where nobody at hand let go what says that it was let go."""
    said = brief.edition is not None and brief.edition.released
    if said and (kept is None or kept.number not in known.approved):
        yield "not checked: edition.released: no release is on record"
