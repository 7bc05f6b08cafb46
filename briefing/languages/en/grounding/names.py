"""Short names made full at their first mention, from the article's own first full mention."""

import re
from collections.abc import Mapping
from functools import lru_cache

from briefing.language.identity import Same
from briefing.languages.en import lexicon
from briefing.languages.en.grounding.draft import Change, Draft, Refused, things_inside
from briefing.languages.en.names.lists import DEMONYMS, DEPARTMENTS, DICTIONARY, GIVEN, PLACES
from briefing.model import Entity, Mention

_DETERMINER = re.compile(r"\b(?:the|a|an|this|former|ex-)\s+$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s\b")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'-]*) $")
_CAPITAL_BEHIND = re.compile(r" [A-Z]")
_GLUE = frozenset("-–/&")
_OPENERS = frozenset({
    "the", "a", "an", "in", "on", "at", "for", "when", "while", "after", "before", "but", "and",
    "if", "as", "although",
    "since", "with", "by", "from", "to", "of", "both", "because", "like", "under", "once", "until",
    "that", "this",
    "his", "her", "its", "their", "said", "though", "against", "between", "according", "then",
    "now", "so", "or",
})  # fmt: skip
_INITIAL = 1  # letter: too short for a surname
_BACKWARD = 24  # characters looked back over for a determiner


def complete_names(draft: Draft) -> Draft | Refused:
    """Complete each person's surname and each body's abbreviation at its first mention here.

    Refuses a bare surname that two persons of the article share, where nothing tells whose it is.
    """
    reading = draft.reading
    entities = _entities_by_key(Same(reading=reading))
    if _shares_surname(draft):
        return Refused(reason="two share the name")
    seen = {key for change in draft.changes for key in _inserted_keys(change, entities)}
    if draft.before:
        seen |= {
            mention.entity
            for mention in things_inside(reading.mentions, draft.context, draft.before[-1].end)
        }
    changes: list[Change] = []
    for mention in things_inside(reading.mentions, draft.start, draft.end):
        entity = entities.get(mention.entity)
        if entity is None or entity.key in seen or draft.gone(mention.start):
            continue
        seen.add(entity.key)
        if _is_guessed(draft, mention):
            continue
        change = _full_name_change(draft, mention, entity)
        if change is not None:
            changes.append(change)
    return draft.plus(changes)


def _is_guessed(draft: Draft, mention: Mention) -> bool:
    """Whether a bare surname that several persons bear was given to one of them for being near: it
    stays bare.
    """
    text = draft.reading.document.text
    form = text[mention.start : mention.end]
    ahead = text[max(0, mention.start - _BACKWARD) : mention.start].split()[-1:]
    addressed = bool(ahead) and ahead[0].lower().rstrip(".") in lexicon.HONORIFICS
    return form in _surname_bearers(Same(reading=draft.reading)) and not addressed


def _shares_surname(draft: Draft) -> bool:
    """Whether a surname that several persons of the article bear stands alone here, and is
    nobody's mention.

    Where just one of them is named before it here, that one is meant.
    """
    bearers = _surname_bearers(Same(reading=draft.reading))
    text, told = draft.reading.document.text, draft.text
    mentions = things_inside(draft.reading.mentions, draft.context, draft.end)
    for surname in (name for name in bearers if name in told):
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", told):
            place = draft.start + match.start()
            lone = not _CAPITAL_BEFORE.search(text, max(0, place - _BACKWARD), place)
            named = {m.entity for m in mentions if m.start < place} & bearers[surname]
            if lone and len(named) != 1 and not any(m.start <= place < m.end for m in mentions):
                return True
    return False


@lru_cache(maxsize=2)
def _entities_by_key(same: Same) -> Mapping[str, Entity]:
    return {entity.key: entity for entity in same.reading.entities}


@lru_cache(maxsize=2)
def _surname_bearers(same: Same) -> Mapping[str, frozenset[str]]:
    """The surnames that several persons of an article bear, in order, with those persons'
    keys.
    """
    bearers: dict[str, set[str]] = {}
    for entity in same.reading.entities:
        if entity.kind == "person" and " " in entity.name:
            bearers.setdefault(entity.name.rsplit(" ", 1)[-1], set()).add(entity.key)
    return {name: frozenset(keys) for name, keys in sorted(bearers.items()) if len(keys) > 1}


def _inserted_keys(change: Change, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The keys of the entities that an insertion has already named in full."""
    if change.op != "insert" or change.rule != "antecedent":
        return ()
    return tuple(key for key, entity in entities.items() if f"[{entity.name}" in change.text)


def _full_name_change(draft: Draft, mention: Mention, entity: Entity) -> Change | None:
    """The insertion that makes the mention full, or None where it is full already."""
    text = draft.reading.document.text
    form = text[mention.start : mention.end]
    if entity.kind == "person" and not _DETERMINER.search(
        text, max(0, mention.start - _BACKWARD), mention.start
    ):
        return None if _may_be_anothers(text, mention) else _given_name(mention, form, entity)
    if (
        entity.kind == "body"
        and form.isupper()
        and " " not in form
        and len(entity.name) > len(form) + 2
    ):
        if entity.first.start >= draft.start and entity.first.start < mention.end:
            return None
        if _in_longer_name(text, mention) or entity.name in text[draft.context : draft.end]:
            return None
        possessive = _POSSESSIVE.match(text, mention.end)
        place = possessive.end() if possessive else mention.end
        return Change(
            start=place,
            end=place,
            op="insert",
            text=f" [{entity.name}]",
            rule="full-name",
            evidence=(entity.first,),
        )
    return None


def _in_longer_name(text: str, mention: Mention) -> bool:
    """Whether an abbreviation is a part of a longer name or compound ("New X", "X Europe",
    "X-led").
    """
    if (
        text[max(0, mention.start - 1) : mention.start] in _GLUE
        or text[mention.end : mention.end + 1] in _GLUE
    ):
        return True
    ahead = _CAPITAL_BEFORE.search(text, max(0, mention.start - _BACKWARD), mention.start)
    joined = ahead is not None and ahead.group(1).lower() not in _OPENERS
    return joined or _CAPITAL_BEHIND.match(text, mention.end) is not None


def _may_be_anothers(text: str, mention: Mention) -> bool:
    """Whether the capitalised word before a surname may be another's given name or part of a
    place's name.
    """
    ahead = _CAPITAL_BEFORE.search(text, max(0, mention.start - _BACKWARD), mention.start)
    if ahead is None:
        return False
    word = ahead.group(1).lower().removesuffix("’s").removesuffix("'s")
    titles = (word, word.removesuffix("s"))
    first = ahead.start(1) == 0 or text[: ahead.start(1)].rstrip(" ")[-1:] in {
        "",
        ".",
        "\n",
        "“",
        '"',
        "?",
        "!",
    }
    known = any(
        w in lexicon.OFFICES or w in lexicon.RANKS or w in lexicon.HONORIFICS for w in titles
    )
    return not (
        known
        or first
        or word in _OPENERS
        or word in DEMONYMS
        or word in DEPARTMENTS
        or word in PLACES
    )


def _given_name(mention: Mention, form: str, entity: Entity) -> Change | None:
    """The insertion of what stands before the surname in the full name."""
    surname = next(
        (
            tail
            for tail in _name_tails(form)
            if entity.name.casefold().endswith(" " + tail.casefold())
        ),
        None,
    )
    if surname is None:
        return None
    if len(surname.rstrip(".")) <= _INITIAL:  # "R-S.C." is no Mr C
        return None
    start = mention.start + form.rindex(surname)
    given = entity.name[: -len(surname)].strip()
    if not given or given.casefold() in form.casefold() or _is_ordinary(given):
        return None
    return Change(
        start=start,
        end=start,
        op="insert",
        text=f"[{given}] ",
        rule="full-name",
        evidence=(entity.first,),
    )


def _is_ordinary(given: str) -> bool:
    """A word of what would be put in as a given name is an ordinary one ("Fortunately",
    "Killed").
    """
    words = [word for part in given.lower().split() for word in part.rstrip(".").split("-")]
    return any(word in DICTIONARY and word not in GIVEN for word in words)


def _name_tails(form: str) -> tuple[str, ...]:
    """The ends of a printed name, longest first: "Mr A B", "A B", "B"."""
    words = form.split(" ")
    return tuple(" ".join(words[first:]) for first in range(len(words)))
