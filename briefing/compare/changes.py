"""Giving every statement its id, and saying what differs from the edition before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing import digest
from briefing.compare import cause, match, told
from briefing.compare.told import Account, ToldStatement
from briefing.model import Brief, Cell, Change, Changed, Changes, Section, Statement

Causes = Mapping[str, str]

_Kept = tuple[ToldStatement, ToldStatement]  # as an edition tells it, and as the last one did

_DIGITS = 8


def compare(
    brief: Brief,
    previous: Mapping[str, Any] | None,
    causes: Causes | None = None,
    past: Mapping[str, str] | None = None,
) -> Brief:
    """`brief` with ids, changes and, wherever a statement was named by its key, its id.

    `previous` is the parsed brief.json of the last edition, None before the first. `causes` says by
    statement key (of this brief or of the last) what the sources can't show: "excluded by the
    analyst", "older than the window". `past` maps every id ever given to the key it was first given
    for; an id in it is never given to another statement, and a statement that returns gets its own
    again. Raises KeyError or TypeError when `previous` is no brief.json of ours.
    """
    new = told.of_brief(brief)
    old = (
        told.of_json(previous)
        if previous is not None
        else Account(number=0, statements=(), sources={})
    )
    known = match.pair_statements(old, new)
    ids = _assign_ids(new, known, old, past or {})
    changes = _collect_changes(new, old, known, ids, causes or {})
    states: dict[str, Change] = {
        told.key: _change_of(told, known.get(told.key)) for told in new.statements
    }
    return replace(_name_statements(brief, ids, states), changes=changes)


def _assign_ids(
    new: Account, known: Mapping[str, ToldStatement], old: Account, past: Mapping[str, str]
) -> dict[str, str]:
    """The id of each statement by key: the old one, or one that nobody ever had."""
    ids = {key: was.id for key, was in known.items()}
    taken = {was.id for was in old.statements}
    for statement in new.statements:
        if statement.key not in ids:
            given = next(
                name
                for name in _possible_ids(statement.key)
                if name not in taken and past.get(name, statement.key) == statement.key
            )
            ids[statement.key] = given
            taken.add(given)
    return ids


def _possible_ids(key: str) -> Iterator[str]:
    """The ids that a key may have, the one it should have first, without end."""
    salt = 0
    while True:
        yield digest.short_digest("s-", key, *([str(salt)] if salt else []), digits=_DIGITS)
        salt += 1


def _change_of(now: ToldStatement, was: ToldStatement | None) -> Change:
    if was is None:
        return "new"
    return "kept" if now.text.split() == was.text.split() else "changed"


def _collect_changes(
    new: Account,
    old: Account,
    known: Mapping[str, ToldStatement],
    ids: Mapping[str, str],
    causes: Causes,
) -> Changes:
    """Say what is new, changed, withdrawn, better or worse supported, each in reading order."""
    kept = [(now, known[now.key]) for now in new.statements if now.key in known]
    ids_kept = {was.id for was in known.values()}
    return Changes(
        previous=old.number,
        new=tuple(ids[now.key] for now in new.statements if now.key not in known),
        changed=tuple(_changed_texts(kept, new, old, causes)),
        withdrawn=tuple(
            Changed(
                id=gone.id,
                was=gone.text,
                now="",
                cause=causes.get(gone.key) or cause.of_withdrawal(gone, old, new),
            )
            for gone in old.statements
            if gone.id not in ids_kept
        ),
        support=tuple(_changed_support(kept, new, old)),
        renamed=tuple(_renamed_outlets(new, old)),
    )


def _changed_texts(
    kept: Sequence[_Kept], new: Account, old: Account, causes: Causes
) -> Iterator[Changed]:
    """The statements of both editions whose words differ."""
    for now, was in kept:
        if _change_of(now, was) == "changed":
            why = causes.get(now.key) or cause.of_change(now, was, old, new)
            yield Changed(id=was.id, was=was.text, now=now.text, cause=why)


def _changed_support(kept: Sequence[_Kept], new: Account, old: Account) -> Iterator[Changed]:
    """The statements of both editions that other sources stand behind by now."""
    for now, was in kept:
        backing = cause.of_support(now, was, old, new)
        if backing:
            yield Changed(id=was.id, was=backing[0], now=backing[1], cause=backing[2])


def _renamed_outlets(new: Account, old: Account) -> Iterator[Changed]:
    """Each outlet that the desk calls otherwise by now, once, with how many sources are meant."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for name in cause.find_renamed(old, new) if old.number else ():
        pair = old.sources[name].outlet, new.sources[name].outlet
        pairs.setdefault(pair, []).append(name)
    for (was, now), names in pairs.items():
        many = f"{len(names)} source{'s' * (len(names) != 1)}"
        yield Changed(id=names[0], was=was, now=now, cause=f"called so by the desk: {many}")


def _name_statements(brief: Brief, ids: Mapping[str, str], states: Mapping[str, Change]) -> Brief:
    """Put ids where keys stand; a key of no statement in this brief stays as it is."""

    def named(key: str | None) -> str | None:
        return None if key is None else ids.get(key, key)

    def cell(one: Cell) -> Cell:
        return one if one.statement is None else replace(one, statement=named(one.statement))

    return replace(
        brief,
        bottom_line=tuple(ids.get(key, key) for key in brief.bottom_line),
        sections=tuple(_name_section(section, ids, states, cell) for section in brief.sections),
        actors=tuple(
            replace(actor, roles=tuple(cell(role) for role in actor.roles))
            for actor in brief.actors
        ),
        timeline=tuple(
            replace(event, statement=named(event.statement)) for event in brief.timeline
        ),
        disagreements=tuple(
            replace(
                topic,
                positions=tuple(
                    replace(one, statement=named(one.statement)) for one in topic.positions
                ),
            )
            for topic in brief.disagreements
        ),
    )


def _name_section(
    section: Section,
    ids: Mapping[str, str],
    states: Mapping[str, Change],
    cell: Callable[[Cell], Cell],
) -> Section:
    def given(statement: Statement) -> Statement:
        return replace(statement, id=ids[statement.key], change=states[statement.key])

    return replace(
        section,
        statements=tuple(given(statement) for statement in section.statements),
        questions=tuple(
            replace(
                question,
                answers=tuple(ids.get(key, key) for key in question.answers),
                elsewhere=tuple(ids.get(key, key) for key in question.elsewhere),
            )
            for question in section.questions
        ),
        rows=tuple(tuple(cell(one) for one in row) for row in section.rows),
        elsewhere=tuple(ids.get(key, key) for key in section.elsewhere),
    )
