"""Short names made full at their first mention, from the article's own first full mention."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, insert_text, things_inside
from briefing.language.identity import Remembered
from briefing.languages.en import lexicon
from briefing.languages.en.names.lists import (
    DEMONYMS,
    DEPARTMENTS,
    DICTIONARY,
    GIVEN,
    PARTICLES,
    PLACES,
)
from briefing.languages.en.names.spelling import generation_of, name_parts
from briefing.model import Entity, Mention, Reading

_WORDS = wordlist.read("en", "words/name_openers")

_DETERMINER = late.pattern(r"\b(?:the|a|an|this|former|ex-)\s+$", re.IGNORECASE)
_POSSESSIVE = late.pattern(r"[’']s\b")
_CAPITAL_BEFORE = late.pattern(r"\b([A-Z][\w’'-]*) $")
_CAPITAL_BEHIND = late.pattern(r" [A-Z]")
_VERSUS = late.pattern(r"\bvs?\.? $")
_VERSUS_BEHIND = late.pattern(r" vs?\. ")
_GLUE = frozenset("-–/&")
_TITLES = frozenset((*lexicon.OFFICES, *lexicon.RANKS, *lexicon.HONORIFICS))
_OPENERS = _WORDS.words()
_NO_GIVEN = frozenset((*_OPENERS, *DEMONYMS, *DEPARTMENTS, *PLACES, *_TITLES))
"""Words with a capital before a surname that are no given name."""
_SENTENCE_ENDS = frozenset({"", ".", "\n", "“", '"', "?", "!"})
_INITIAL_SIGN = late.pattern(r"[a-z]\.")
_FIGURES = frozenset("0123456789")
_INITIAL = 1  # letter: too short for a surname
_INITIALS, _ABBREVIATED = 2, 5  # letters: "JD" is a given name, "RJR" none
_BACKWARD = 24  # characters looked back over for a determiner


def complete_names(draft: Draft) -> Draft | Refused:
    """Complete each person's surname and each body's abbreviation at its first mention here.

    Refuses a bare surname that two persons of the article share, where nothing tells whose it is.
    """
    shared = _shared_surname(draft)
    if shared:
        return Refused(reason="two share the name", words=shared)
    entities = _ENTITIES(draft.reading)
    seen = _named_already(draft, entities)
    changes: list[Change] = []
    for mention in things_inside(draft.reading.mentions, draft.start, draft.end):
        entity = entities.get(mention.entity)
        if entity is None or entity.key in seen or draft.gone(mention.start):
            continue
        seen.add(entity.key)
        if not _is_guessed(draft, mention):
            changes.extend(_full_name_changes(draft, mention, entity))
    return draft.plus(changes)


def _named_already(draft: Draft, entities: Mapping[str, Entity]) -> set[str]:
    """The keys of those whom a bracket or the sentences before the draft name."""
    keys = {key for change in draft.changes for key in _inserted_keys(change, entities)}
    if draft.before:
        told = things_inside(draft.reading.mentions, draft.context, draft.before[-1].end)
        keys.update(mention.entity for mention in told)
    return keys


def _is_guessed(draft: Draft, mention: Mention) -> bool:
    """Whether a bare surname that several persons bear was given to one of them for being near: it
    stays bare.
    """
    text = draft.reading.document.text
    form = text[mention.start : mention.end]
    return form in _BEARERS(draft.reading) and not _is_addressed(text, mention.start)


def _is_addressed(text: str, start: int) -> bool:
    """Whether "Mr." or the like stands straight before a name."""
    ahead = text[max(0, start - _BACKWARD) : start].split()[-1:]
    return bool(ahead) and ahead[0].lower().rstrip(".") in lexicon.HONORIFICS


def _shared_surname(draft: Draft) -> str:
    """A surname that several persons of the article bear, that stands alone here and is nobody's
    mention; "" for none.

    Where just one of them is named before it here, that one is meant.
    """
    bearers = _BEARERS(draft.reading)
    text = draft.reading.document.text
    mentions = things_inside(draft.reading.mentions, draft.context, draft.end)
    for surname, place in _surname_places(draft, bearers):
        if _CAPITAL_BEFORE.search(text, max(0, place - _BACKWARD), place):
            continue
        named = {one.entity for one in mentions if one.start < place} & bearers[surname]
        if len(named) != 1 and not any(one.start <= place < one.end for one in mentions):
            return surname
    return ""


def _surname_places(draft: Draft, surnames: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Where surnames stand in a draft as whole words, from the document's beginning."""
    for surname in surnames:
        if surname in draft.text:
            pattern = rf"(?<![\w-]){re.escape(surname)}(?![\w-])"
            for found in re.finditer(pattern, draft.text):
                yield surname, draft.start + found.start()


def _entities_by_key(reading: Reading) -> Mapping[str, Entity]:
    return {entity.key: entity for entity in reading.entities}


def _surname_bearers(reading: Reading) -> Mapping[str, frozenset[str]]:
    """The surnames that several persons of an article bear, in order, with those persons'
    keys.
    """
    bearers: dict[str, set[str]] = {}
    for entity in reading.entities:
        if entity.kind == "person" and " " in entity.name:
            surname = _part_generation(entity.name)[0].rsplit(" ", 1)[-1]
            bearers.setdefault(surname, set()).add(entity.key)
    return {name: frozenset(keys) for name, keys in sorted(bearers.items()) if len(keys) > 1}


_ENTITIES = Remembered(find=_entities_by_key, most=2)
_BEARERS = Remembered(find=_surname_bearers, most=2)


def _inserted_keys(change: Change, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The keys of the entities that an insertion has already named in full."""
    if change.op != "insert" or change.rule != "antecedent":
        return ()
    return tuple(key for key, entity in entities.items() if f"[{entity.name}" in change.text)


def _part_generation(name: str) -> tuple[str, str]:
    """A printed name without "Jr." or the like, and that ("" for none)."""
    own, _, last = name.rpartition(" ")
    return (own.rstrip(","), last) if generation_of(name_parts(name)) else (name, "")


def _full_name_changes(draft: Draft, mention: Mention, entity: Entity) -> tuple[Change, ...]:
    """The insertions that make the mention full; none where it is full already."""
    text = draft.reading.document.text
    form = text[mention.start : mention.end]
    if entity.kind == "body":
        return tuple(filter(None, [_body_name_change(draft, mention, entity)]))
    described = _DETERMINER.search(text, max(0, mention.start - _BACKWARD), mention.start)
    if entity.kind != "person" or described or _may_be_anothers(text, mention):
        return ()
    if _is_bracketed(text, draft.start, mention) or _joins_surnames(draft, entity):
        return ()
    return _given_name(text, mention, form, entity)


def _body_name_change(draft: Draft, mention: Mention, entity: Entity) -> Change | None:
    """The insertion of a body's name behind its abbreviation; None where it is none, where the name
    stands here already, or where the abbreviation is part of a longer name.
    """
    text = draft.reading.document.text
    form = text[mention.start : mention.end]
    abbreviated = form.isupper() and " " not in form and len(entity.name) > len(form) + 2
    if not abbreviated or draft.start <= entity.first.start < mention.end:
        return None
    if not _is_whole_name(form, entity.name):
        return None
    if _in_longer_name(text, mention) or entity.name in text[draft.context : draft.end]:
        return None
    possessive = _POSSESSIVE.match(text, mention.end)
    place = possessive.end() if possessive else mention.end
    return insert_text(place, f" [{entity.name}]", "full-name", entity.first)


def _is_whole_name(form: str, name: str) -> bool:
    """Whether a name says more than its abbreviation, and no less: "AT&T [AT&T Inc]" does not, nor
    does "NM2 [New Media]".
    """
    return name.split(maxsplit=1)[0] != form and set(form) & _FIGURES <= set(name)


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
    if ahead is None or _opens_sentence(text, ahead.start(1)):
        return False
    word = ahead.group(1).lower().removesuffix("’s").removesuffix("'s")
    return word not in _NO_GIVEN and word.removesuffix("s") not in _TITLES


def _joins_surnames(draft: Draft, entity: Entity) -> bool:
    """Whether what seems a given name is two others' surnames: "the Berg-Holm plan"."""
    first, hyphen, second = entity.name.partition(" ")[0].partition("-")
    others = {
        other.name.rsplit(" ", 1)[-1]
        for other in draft.reading.entities
        if other.kind == "person" and other.key != entity.key
    }
    return bool(hyphen) and not others.isdisjoint({first, second})


def _is_bracketed(text: str, start: int, mention: Mention) -> bool:
    """Whether the source itself has put the name, or what stands before it, in brackets, or the
    name is a party's to a case ("X v. Y").
    """
    ahead = text[start : mention.start]
    inside = ahead.count("[") > ahead.count("]") or ahead.rstrip().endswith("]")
    return (
        inside
        or _VERSUS.search(ahead) is not None
        or _VERSUS_BEHIND.match(text, mention.end) is not None
    )


def _opens_sentence(text: str, place: int) -> bool:
    """Whether nothing of its sentence stands before `place`."""
    while place and text[place - 1] == " ":
        place -= 1
    ahead = text[max(0, place - 1) : place]
    return ahead in _SENTENCE_ENDS


def _stands_there(text: str, start: int, given: str, form: str) -> bool:
    """Whether a given name stands in what names somebody, or straight before the surname at
    `start`: "Osk | [Osk] Berg".
    """
    ahead = text[max(0, start - len(given) - 1) : start].rstrip()
    return given.casefold() in form.casefold() or ahead == given


def _given_name(text: str, mention: Mention, form: str, entity: Entity) -> tuple[Change, ...]:
    """The insertion of what stands before the surname in the full name, and of "Jr." behind it:
    that only where the surname is somebody's address, since it may be the father's.
    """
    name, generation = _part_generation(entity.name)
    surname = _surname_in(form, name)
    if not surname or (generation and not _is_addressed(text, mention.start)):
        return ()
    start = mention.start + form.rindex(surname)
    given = name[: -len(surname)].strip()
    start, given = _before_particles(text, start, given)
    if not given or _stands_there(text, start, given, form) or not _are_names(given, surname):
        return ()
    if _is_ordinary(given) and not _follows_title(text, entity):
        return ()
    own = insert_text(start, f"[{given}] ", "full-name", entity.first)
    if not generation:
        return (own,)
    return own, insert_text(start + len(surname), f" [{generation}]", "full-name", entity.first)


def _are_names(given: str, surname: str) -> bool:
    """Whether what a full name is cut into may be a given name and a surname."""
    if len(surname.rstrip(".")) <= _INITIAL:  # "R-S.C." is no Mr C
        return False
    if not _TITLES.isdisjoint(word.rstrip(".").lower() for word in given.split()[:-1]):
        return False  # "Tarn Gov. Ann" is a title and a name
    return _is_abbreviation(given) == _is_abbreviation(surname)  # not "RJR Holm", "the Ann PAC"


def _before_particles(text: str, start: int, given: str) -> tuple[int, str]:
    """Where a given name goes, and which, where the surname's particles stand ahead of its mention
    already: "gave | de Wit a cup"; nothing is put in where they are all of it.
    """
    words = given.split()
    while words and words[-1].lower() in PARTICLES:
        ahead = f"{words[-1]} "
        if text[max(0, start - len(ahead) - 1) : start].lower() == f" {ahead.lower()}":
            start -= len(ahead)
        elif len(words) > 1:
            break
        words.pop()
    return start, " ".join(words)


def _is_abbreviation(word: str) -> bool:
    """Whether a word is the abbreviation of a body, as names of persons hold none."""
    return word.isupper() and word.isalpha() and _INITIALS < len(word) <= _ABBREVIATED


def _surname_in(form: str, name: str) -> str:
    """The end of a printed form with which a full name ends too, "" for none."""
    whole = name.casefold()
    return next((tail for tail in _name_tails(form) if whole.endswith(f" {tail.casefold()}")), "")


def _follows_title(text: str, entity: Entity) -> bool:
    """Whether a full name stands straight behind its bearer's title where it is first told, so
    that an ordinary word in it is a name: "Defence Secretary Brook Holm".
    """
    role = entity.role
    if role is None or text[role.end : entity.first.start] != " ":
        return False
    return text[role.start : role.end].rsplit(maxsplit=1)[-1].lower() in _TITLES


def _is_ordinary(given: str) -> bool:
    """A word of what would be put in as a given name is an ordinary one ("Fortunately",
    "Killed"); an initial is none.
    """
    parts = [part for part in given.lower().split() if _INITIAL_SIGN.fullmatch(part) is None]
    words = [word for part in parts for word in part.rstrip(".").split("-")]
    return any(word in DICTIONARY and word not in GIVEN for word in words)


def _name_tails(form: str) -> tuple[str, ...]:
    """The ends of a printed name, longest first: "Mr A B", "A B", "B"."""
    words = form.split(" ")
    return tuple(" ".join(words[first:]) for first in range(len(words)))
