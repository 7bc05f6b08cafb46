"""Files that are no brief.json: pages, PDF and mails, held to the manifests of the editions at
hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import digest
from briefing.errors import Problem, UserError
from briefing.settings import load_config
from briefing.state import editions
from briefing.state.manifest import NAME, Kept
from briefing.state.regular import read_regular
from briefing.verification.unchecked import PREFIX
from briefing.verification.verify import Verdict, verify_brief, verify_content

if TYPE_CHECKING:
    from email.message import EmailMessage

_FORMATS = frozenset({".pdf", ".html", ".htm", ".md", ".docx"})
_WORDS = frozenset({"text/plain", "text/html"})  # what the words of a mail are
_FEED = "feed."  # how the files of feeds begin
_HEAD = 8_000  # bytes of a mail among which its Message-ID stands
_MOST = 100_000_000  # bytes of a page, a PDF or a mail
_BRIEF, _ATTACHED = "brief.json", "attached.json"


def verify_file(path: Path, base: Path, config: Path) -> Verdict:
    """Check whatever file of a brief lies at `path`: a brief.json as `verify_brief` does, another
    format by the edition that it is a file of, a mail by its attachments.

    Raises UserError where there is no such file, and for a feed.
    """
    if path.suffix == ".json" and not path.name.startswith(_FEED):
        return verify_brief(path, base, config)
    try:
        data = read_regular(path, _MOST)
    except OSError as error:
        message = f"can't be read: {error.strerror}"
        raise UserError(Problem(path=str(path), line=0, column=0, message=message)) from error
    kept = tuple(_editions_at_hand(path, config))
    if path.name.startswith(_FEED):
        message = "is a feed: it is written anew at each release, and no edition keeps it"
        advice = "name the brief.json of an edition that it links to"
        raise UserError(Problem(path=str(path), line=0, column=0, message=message, advice=advice))
    if data.lstrip().startswith(b"{"):
        return verify_content(data, path, base, config)
    if b"message-id:" in data[:_HEAD].lower() and not _is_format(path, kept):
        return _verify_mail(path, data, kept, (base, config))
    return _verify_format(path.name, data, kept, (base, config))


def _editions_at_hand(path: Path, config: Path) -> Iterator[Kept]:
    """The editions of the config's output, and those among which the file lies, newest first."""
    homes = {path.parent, path.parent.parent.parent}
    if config.is_file():
        homes.add(load_config(config).output)
    found = {one.digest: one for home in homes for one in editions.readable_editions(home)}
    if (path.parent / NAME).is_file():
        own = editions.read_manifest(path.parent)
        found[own.digest] = own
    yield from sorted(found.values(), key=lambda one: -one.number)


def _is_format(path: Path, kept: Sequence[Kept]) -> bool:
    """Whether a file is called as a format of an edition is: its program may read it so, whatever
    it looks like to us.
    """
    own = {Path(name).suffix for one in kept for name in one.files if "/" not in name}
    return path.suffix.lower() in _FORMATS.union(own - {""})


def _verify_format(
    name: str, data: bytes, kept: Sequence[Kept], desk: tuple[Path, Path]
) -> Verdict:
    """Hold a file's bytes to the manifests, and the edition that has them to everything."""
    place = _find_place(data, kept)
    if place is None:
        numbers = ", ".join(str(one.number) for one in reversed(kept))
        known = f"editions {numbers} at hand" if numbers else "edition: none is at hand"
        return Verdict(failures=(f"{name}: is no file of {known}",))
    edition, file = place
    whole = _verify_edition(edition, desk)
    return replace(whole, notes=(_say_place(name, edition, file), *whole.notes))


def _say_place(name: str, edition: Kept, file: str) -> str:
    return f"{name}: is the {file} of edition {edition.number}"


def _verify_edition(edition: Kept, desk: tuple[Path, Path]) -> Verdict:
    if _BRIEF in edition.files:
        return verify_brief(edition.folder / _BRIEF, *desk)
    note = f"{PREFIX}edition {edition.number}: it keeps no {_BRIEF}"
    return Verdict(failures=(), notes=(note,), unchecked=("edition",))


def _find_place(data: bytes, kept: Sequence[Kept]) -> tuple[Kept, str] | None:
    """The edition, the newest first, and the name in it under which these very bytes are kept."""
    wanted = digest.of_bytes(data)
    return next(
        (
            (one, name)
            for one in kept
            for name, value in one.files.items()
            if value == wanted and "/" not in name
        ),
        None,
    )


def _verify_mail(path: Path, data: bytes, kept: Sequence[Kept], desk: tuple[Path, Path]) -> Verdict:
    """Hold each attachment of a mail to the editions; name what is no file of any: the mail's own
    words, and what was made for its reader.
    """
    placed: dict[str, Kept] = {}
    said: list[str] = []
    apart: list[Verdict] = []
    try:
        attached = tuple(_read_attachments(data))
    except RecursionError:
        return Verdict(failures=(f"{path.name}: is nested too deep for a mail",))
    for name, content in attached:
        place = _find_place(content, kept)
        if place is None:
            apart.append(_verify_apart(path, name, content, desk))
        else:
            placed[place[0].digest] = place[0]
            said.append(_say_place(name, *place))
    if not said and not apart:
        return Verdict(failures=(f"{path.name}: is no mail with a brief attached",))
    verdicts = [*(_verify_edition(edition, desk) for edition in placed.values()), *apart]
    words = f"{PREFIX}{path.name}: the words of the mail itself"
    whole = _join_verdicts(verdicts)
    notes, unchecked = (*said, words, *whole.notes), ("mail", *whole.unchecked)
    return replace(whole, notes=notes, unchecked=unchecked)


def _join_verdicts(verdicts: Sequence[Verdict]) -> Verdict:
    """What several verdicts say, one after the other."""
    return Verdict(
        failures=tuple(line for one in verdicts for line in one.failures),
        notes=tuple(line for one in verdicts for line in one.notes),
        unchecked=tuple(field for one in verdicts for field in one.unchecked),
    )


def _read_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """All that a mail holds beside its words, wherever in it: mail programs show all of it. Raises
    RecursionError for one that is nested without end.
    """
    from email import message_from_bytes, policy  # noqa: PLC0415 - only a mail asks

    for part in message_from_bytes(data, policy=policy.default).walk():
        content = None if _is_of_words(part) else part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield part.get_filename() or part.get_content_type(), content


def _is_of_words(part: "EmailMessage") -> bool:
    """Whether a part is words of the mail itself and nothing that is attached to it."""
    named = part.get_filename() or part.is_attachment()
    return part.get_content_type() in _WORDS and not named


def _verify_apart(path: Path, name: str, content: bytes, desk: tuple[Path, Path]) -> Verdict:
    """Check what was attached and is no file of an edition: a reader's own brief.json can be
    checked, a page or PDF made of it not.
    """
    if name.endswith(".json"):
        return verify_content(content, path.with_name(_ATTACHED), *desk)
    note = f"{PREFIX}{name}: made for this reader, or altered; no edition at hand has it"
    return Verdict(failures=(), notes=(note,), unchecked=(name,))
