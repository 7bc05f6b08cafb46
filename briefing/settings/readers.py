"""The readers of a brief, from the config and from a CSV file, each with its group's settings
filled in.
"""

import csv
import dataclasses
import io
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.errors import Problem, UserError
from briefing.settings import addresses, decode, typed
from briefing.settings.mail import (
    Language,
    MailCadence,
    MailGroup,
    MailSettings,
    Recipient,
    SendWhen,
)
from briefing.settings.settings import Settings

_LISTS = ("sections", "formats")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": typing.get_args(Language),
    "send_when": typing.get_args(SendWhen),
    "every": typing.get_args(typing.get_type_hints(MailCadence)["every"]),
}
_CADENCE = tuple(field.name for field in dataclasses.fields(MailCadence))
_MAILBOX = re.compile(r"(?P<name>[^<>]*)<(?P<to>[^<>]+)>")
COLUMNS = ("to", "name", "group", *_LISTS, "language", "send_when", *_CADENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReader:
    """A reader as listed, and where: the file, the line (0: in the config) and the number of the
    entry.
    """

    recipient: Recipient
    number: int
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the file that holds something: its number, that of its first line, and its cells."""

    number: int
    line: int
    cells: list[str]


def list_readers(
    settings: Settings, mail: MailSettings
) -> tuple[tuple[ListedReader, ...], tuple[Problem, ...]]:
    """The readers of the config and then of its CSV file, with every mistake of form in the
    latter.

    What an entry names (sections, groups, formats) and whether its address is sound is not looked
    at.
    """
    own = tuple(
        ListedReader(recipient=split_mailbox(recipient), number=number)
        for number, recipient in enumerate(mail.recipients)
    )
    if not mail.recipients_file:
        return own, ()
    problems: list[Problem] = []
    try:
        text = decode.read_file(settings.base / mail.recipients_file, mail.recipients_file)
        rows = tuple(_read_rows(text, mail.recipients_file, problems))
    except UserError as error:
        return own, tuple(_place_problem(settings, problem) for problem in error.problems)
    return (*own, *rows), tuple(problems)


def split_mailbox(recipient: Recipient) -> Recipient:
    """A reader written as `Name <address>` as name and address; a name of its own stays."""
    found = _MAILBOX.fullmatch(recipient.to.strip())
    if found is None:
        return recipient
    name = recipient.name or found["name"].strip().strip('"').strip()
    return dataclasses.replace(recipient, to=found["to"].strip(), name=name)


def _place_problem(settings: Settings, problem: Problem) -> Problem:
    """Put what is wrong with the file as a whole where the config names it."""
    if problem.line:
        return problem
    return settings.tree.problem(
        ("mail", "recipients_file"), f"{problem.path!r}: {problem.message}"
    )


def all_readers(settings: Settings, mail: MailSettings) -> tuple[Recipient, ...]:
    """The readers of a config that `checks` found in order, groups' settings filled in."""
    found, problems = list_readers(settings, mail)
    if problems:
        raise UserError(*problems)
    return tuple(_fill_reader(entry.recipient, mail) for entry in found)


def _fill_reader(recipient: Recipient, mail: MailSettings) -> Recipient:
    """Fill in what the reader's entry leaves to the group, and the group to the whole."""
    group = mail.groups.get(recipient.group, MailGroup())
    return dataclasses.replace(
        recipient,
        sections=recipient.sections or group.sections,
        formats=recipient.formats or group.formats,
        language=recipient.language or group.language,
        send_when=recipient.send_when or group.send_when or mail.send_when,
        cadence=recipient.cadence or group.cadence,
    )


def _read_rows(text: str, shown: str, problems: list[Problem]) -> Iterator[ListedReader]:
    """Read the rows of a CSV file; `problems` gets what is wrong with them."""
    rows = _written_rows(text, shown, problems)
    head = next(rows, None)
    if head is None:
        problems.append(
            _row_problem(shown, 1, "the file has no line of headings", "begin it with: to,name")
        )
        return
    names = _column_names(head.cells, shown, problems)
    for row in rows if names else ():
        found = _read_recipient(
            names,
            row.cells,
            lambda message, advice="", at=row.line: _row_problem(shown, at, message, advice),
        )
        if isinstance(found, Recipient):
            yield ListedReader(recipient=split_mailbox(found), number=row.number, line=row.line)
        else:
            problems += found


def _written_rows(text: str, shown: str, problems: list[Problem]) -> Iterator[_Row]:
    """The rows of a CSV file that hold something; commas, semicolons or tabs part its cells."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for number, cells in enumerate(rows):
            start, line = line, rows.line_num + 1
            if any(map(str.strip, cells)):
                yield _Row(number=number, line=start, cells=cells)
    except csv.Error as error:
        problems.append(
            _row_problem(shown, line, f"not a line of CSV: {error}", "check the quotation marks")
        )


def _row_problem(shown: str, line: int, message: str, advice: str = "") -> Problem:
    return Problem(path=shown, line=line, column=1, message=message, advice=advice)


def _column_names(row: list[str], shown: str, problems: list[Problem]) -> list[str]:
    """The columns' names; none where they are wrong, which is said."""
    names = [cell.strip().casefold() for cell in row]
    wrong = [
        _row_problem(
            shown,
            1,
            f"unknown column {name!r}",
            typed.suggest_near(name, COLUMNS) or f"known: {typed.one_of(COLUMNS)}",
        )
        for name in names
        if name not in COLUMNS
    ]
    if "to" not in names:
        wrong.append(_row_problem(shown, 1, "no column 'to'", "the first line holds the headings"))
    if len(set(names)) < len(names):
        wrong.append(_row_problem(shown, 1, "a column stands twice"))
    problems += wrong
    return [] if wrong else names


class _Say(typing.Protocol):
    def __call__(self, message: str, advice: str = "") -> Problem: ...


def _read_recipient(names: list[str], row: list[str], say: _Say) -> Recipient | list[Problem]:
    """The reader of one row, or what is wrong with it."""
    if len(row) > len(names):
        message = f"{len(row)} cells under {len(names)} headings"
        return [say(message, "put text with a comma into quotation marks")]
    cells = {name: cell.strip() for name, cell in zip(names, row, strict=False) if cell.strip()}
    if "to" not in cells:
        return [say("no address under 'to'")]
    return list(_wrong_choices(cells, say)) or _make_recipient(cells)


def _wrong_choices(cells: Mapping[str, str], say: _Say) -> Iterator[Problem]:
    """Say which cells hold none of the words that they may."""
    for name, allowed in _CHOICES.items():
        if name in cells and cells[name] not in allowed:
            message = f"{name}: {cells[name]!r} is not one of {typed.one_of(allowed)}"
            yield say(message, typed.suggest_near(cells[name], allowed))


def _make_recipient(cells: Mapping[str, str]) -> Recipient:
    """The reader that a row's cells tell of."""
    plain: dict[str, typing.Any] = {
        name: cell for name, cell in cells.items() if name not in _CADENCE
    }
    lists = {name: cell.replace(",", " ").split() for name, cell in cells.items() if name in _LISTS}
    plain |= {name: tuple(words) for name, words in lists.items()}
    timing: dict[str, typing.Any] = {name: cells[name] for name in _CADENCE if name in cells}
    return Recipient(**plain, cadence=MailCadence(**timing) if timing else None)


def find_twice(found: tuple[ListedReader, ...]) -> Iterator[tuple[ListedReader, ListedReader]]:
    """Give each entry whose mailbox an earlier one has, with that one; broken addresses are passed
    over.
    """
    first: dict[str, ListedReader] = {}
    for entry in found:
        if addresses.is_address(entry.recipient.to):
            earlier = first.setdefault(addresses.mailbox_key(entry.recipient.to), entry)
            if earlier is not entry:
                yield entry, earlier
