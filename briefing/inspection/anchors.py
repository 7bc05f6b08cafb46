"""What the analyst names by hand: a statement by its number or id, a passage by path and number."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.edition.editor_seat import look_up_replies
from briefing.edition.make import make
from briefing.edition.session import Look
from briefing.errors import Problem, UserError
from briefing.languages import primary_code
from briefing.model import Brief, Passage, Quarantined, Reading, Statement
from briefing.offer.candidates import anchor_passage
from briefing.render.json import decode_brief
from briefing.settings import analyst, seals, typed
from briefing.state import editions
from briefing.walk.about import UNRELATED
from briefing.walk.comparison import Past
from briefing.walk.library import LATE

_PLACE = re.compile(r"(?P<path>.+):(?P<passage>\d+)")
_NUMBER = re.compile(r"\d+\.\d+")
_STATEMENT = re.compile(r"\d+\.\d+|(?:s-)?[0-9a-f]+|k[0-9a-f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPassage:
    """A passage as the analyst's file names it: `passage` and `seal` are None and "" for a whole
    source.

    `section` is that of the statement by which it was named, "" where it was named by its place;
    `language` the source's tag, "" where it is the brief's own language. `statement` is the key of
    that statement, and `beside` are the other passages that it rests on.
    """

    path: str
    passage: int | None
    seal: str
    section: str
    text: str
    language: str = ""
    statement: str = ""
    beside: tuple["NamedPassage", ...] = ()


def split_place(name: str) -> tuple[str, int] | None:
    """The path and the number of "sources/a.txt:7"; None for another kind of name."""
    found = _PLACE.fullmatch(name)
    return (found["path"], int(found["passage"])) if found else None


def name_passage(look: Look, name: str, *, whole: bool = False) -> NamedPassage:
    """The passage that a name means: PATH:PASSAGE, or the one that a statement rests on; with
    `whole` a path alone is a source. Raises UserError where there is no such thing.
    """
    place = split_place(name)
    if place is not None:
        reading = find_reading(look, place[0])
        return _name_in(look, reading, find_passage(reading, place[1]), "")
    if whole and not _STATEMENT.fullmatch(name):
        find_reading(look, name)
        return NamedPassage(path=name, passage=None, seal="", section="", text="all of it")
    section, statement = find_statement(read_brief(look), name)
    basis = statement.bases[-1]
    (reading,) = look.library.readings({basis.document})
    passage = anchor_passage(reading, statement.bases) or find_passage(reading, basis.passage)
    passages = {one.passage for one in statement.bases}
    beside = tuple(
        _name_in(look, reading, one, section)
        for one in reading.passages
        if one.number in passages - {passage.number}
    )
    named = _name_in(look, reading, passage, section)
    return replace(named, statement=statement.key, beside=beside)


def _name_in(look: Look, reading: Reading, passage: Passage, section: str) -> NamedPassage:
    document, own = reading.document, primary_code(look.settings.brief.language)
    language = document.language or own
    text = document.text[passage.start : passage.end]
    return NamedPassage(
        path=document.path or document.locator,
        passage=passage.number,
        seal=seals.passage_seal(text),
        section=section,
        text=text,
        language=language if primary_code(language) != own else "",
    )


def find_statement(brief: Brief, name: str) -> tuple[str, Statement]:
    """The statement of a number, id, key, or the beginning of one, with its section's slug. Raises
    UserError where there is none.
    """
    by_number = _NUMBER.fullmatch(name) is not None
    for slug, statement in all_statements(brief):
        known = (statement.number,) if by_number else (statement.id, statement.key)
        if name and any(one == name or (not by_number and one.startswith(name)) for one in known):
            return slug, statement
    numbers = [one.number for _, one in all_statements(brief)]
    there = f"from {numbers[0]} to {numbers[-1]}" if numbers else "(there are none)"
    advice = (
        f"numbers {there} and ids stand beside each statement; "
        "PATH:PASSAGE, as in sources/a.txt:7, names a passage"
    )
    raise _no_thing(name, "the brief has no such statement", advice)


def all_statements(brief: Brief) -> Iterator[tuple[str, Statement]]:
    """Every statement with its section's slug."""
    for section in brief.sections:
        for statement in section.statements:
            yield section.slug, statement


def read_brief(look: Look) -> Brief:
    """The last edition where a build of today would make the same, else what it would make."""
    told = editions.read_brief(look.last) if look.last and look.is_unchanged else None
    if told is not None:
        return decode_brief(json.dumps(told).encode())
    past, replies = Past(last=look.last, ids=look.ids), look_up_replies(look.job, look.last)
    return make(look.job, look.library, past, replies).brief


def find_reading(look: Look, path: str) -> Reading:
    """The source at a path. Raises UserError where it isn't there, or was set aside."""
    holdings = look.library.documents()
    _refuse_set_aside(holdings.quarantined, path)
    by_path = {one.path or one.locator: one for one in (*holdings.documents, *holdings.others)}
    if path not in by_path:
        raise _no_source(look, path, by_path)
    (reading,) = look.library.readings({by_path[path].id})
    return reading


def _refuse_set_aside(quarantined: Iterable[Quarantined], path: str) -> None:
    """Raise UserError where the source at a path was set aside."""
    aside = next((one for one in quarantined if path in {one.path, one.locator}), None)
    if aside is not None:
        late = "set brief.as_of to latest or to a later day"
        advice = late if aside.reason == LATE else "mend the file and build again"
        raise _no_thing(path, f"nothing of it is told: set aside: {aside.reason}", advice)


def _no_source(look: Look, path: str, known: Collection[str]) -> UserError:
    """That a path is none of those that are `known`: it is of an article about something else, or
    of none.
    """
    if any(path in {one.path, one.locator} for one in look.library.unrelated()):
        advice = f"add a word of it to `about`, or name it in {analyst.NAME}"
        return _no_thing(path, f"nothing of it is told: {UNRELATED}", advice)
    near = typed.suggest_near(path, known)
    return _no_thing(path, "there is no such source", near or "`briefing sources` lists them")


def find_passage(reading: Reading, number: int) -> Passage:
    """A passage of a source by its number. Raises UserError where it has none."""
    found = next((one for one in reading.passages if one.number == number), None)
    if found is None:
        path = f"{reading.document.path or reading.document.locator}:{number}"
        raise _no_thing(
            path, "the source has no such passage", f"it has 1 to {len(reading.passages)}"
        )
    return found


def _no_thing(path: str, message: str, advice: str) -> UserError:
    return UserError(Problem(path=path, line=0, column=0, message=message, advice=advice))
