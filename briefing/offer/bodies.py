"""Bodies across articles: which are one, and which are actors since an article tells what they say
or do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from briefing.language import lookalike, wordlist
from briefing.languages.packs import pack_for
from briefing.model import Cell, Citation, Entity, Pinned, Reading, Span
from briefing.offer.people import Person, cite_span, gather_people

_MEDIA = wordlist.read("en", "words/small_words").words("media in roles")
# Times that a body is named at least: with three, the table filled with passing names.
_OFTEN = 4


def gather_bodies(readings: Sequence[Reading], pinned: Sequence[Pinned]) -> tuple[Person, ...]:
    """The bodies of all articles; one that an article calls by what another shortens its name to
    ("FDIC", "Chrysler") is one with it, unless two may be meant.
    """
    found = gather_people(readings, pinned, "body")
    called = _index_forms(found)
    whole = {one.name: [b for b in called[one.name] if _is_short_for(one, b)] for one in found}
    homes = {name: others[0] for name, others in whole.items() if len(others) == 1}
    own: dict[int, list[Person]] = defaultdict(list)  # by the identity of the body that they are
    for one in found:
        own[id(_find_home(one, homes))].append(one)
    joined = [_join_bodies(own[id(body)], body) for body in found if body.name not in homes]
    return tuple(sorted(joined, key=lambda b: (-_count_articles(b), -b.mentions, b.name)))


def _index_forms(bodies: Sequence[Person]) -> Mapping[str, list[Person]]:
    """The bodies that some article calls by a form, by that form, each once."""
    called: dict[str, list[Person]] = defaultdict(list)
    for body in bodies:
        for form in {form for _, entity in body.seen for form in entity.forms}:
            called[form].append(body)
    return called


def _is_short_for(one: Person, other: Person) -> bool:
    """Whether the name of one body, a form that articles have of another, is short for that: its
    initials, or the words that it begins with.
    """
    begins = other.name.startswith(f"{one.name} ")
    return one.name != other.name and (begins or one.name.isupper())


def _find_home(body: Person, homes: dict[str, Person]) -> Person:
    while body.name in homes:
        body = homes[body.name]
    return body


def _join_bodies(bodies: Sequence[Person], whole: Person) -> Person:
    """One body of several; it has the name that most articles use, in full."""
    seen = tuple(pair for body in bodies for pair in body.seen)
    full = [body for body in bodies if not body.name.isupper()] or [whole]
    name = max(full, key=_count_articles).name if whole.pinned is None else whole.name
    return replace(whole, name=name, seen=seen, mentions=sum(body.mentions for body in bodies))


def name_short_forms(body: Person) -> tuple[Cell, ...]:
    """What articles call a body for short ("FDIC"), each once with the place where it stands."""
    found: dict[str, Citation] = {}
    for reading, entity in body.seen:
        text = reading.document.text
        for mention in reading.mentions:
            form = text[mention.start : mention.end]
            if mention.entity == entity.key and form not in found and _shortens(form, body.name):
                span = Span(start=mention.start, end=mention.end)
                found[form] = cite_span(reading, span)
    return tuple(Cell(text=form, citations=(cited,)) for form, cited in found.items())


def _shortens(form: str, name: str) -> bool:
    """Whether a printed form is shorter than a name: its initials, or its first words."""
    initials = form.isupper() and " " not in form
    return len(form) < len(name) and (initials or name.startswith(f"{form} "))


def _count_articles(body: Person) -> int:
    return len({reading.document.id for reading, _ in body.seen})


def is_acting_body(body: Person) -> bool:
    """Whether a body is named again and again and some article tells what it says or does.

    One that is an outlet of these articles, or through which one of them has its news, must do
    something in another's article: that it reports makes it a source.
    """
    if body.mentions < _OFTEN and body.pinned is None:
        return False
    spelt = _spelling_keys(body)
    if spelt.isdisjoint(_media_names(body)) and not _is_called_media(body):
        return any(_does_something(*one) or _says_something(*one) for one in body.seen)
    others = (one for one in body.seen if lookalike.spelling_key(_outlet_of(one[0])) not in spelt)
    return any(_does_something(*one) for one in others)


def _spelling_keys(body: Person) -> frozenset[str]:
    """What a body is called in any article, folded."""
    forms = chain.from_iterable(entity.forms for _, entity in body.seen)
    return frozenset(map(lookalike.spelling_key, forms))


def _media_names(body: Person) -> Iterator[str]:
    """The names, folded, of the outlets of a body's articles and of whom they pass on."""
    for reading, _ in body.seen:
        yield lookalike.spelling_key(_outlet_of(reading))
        for speech in reading.speech:
            yield lookalike.spelling_key(speech.relayed)


def _is_called_media(body: Person) -> bool:
    """Whether an article calls a body a news agency, a newspaper or the like."""
    roles = (
        reading.document.text[entity.role.start : entity.role.end].lower().split()
        for reading, entity in body.seen
        if entity.role is not None
    )
    return any(not _MEDIA.isdisjoint(role) for role in roles)


def _outlet_of(reading: Reading) -> str:
    return reading.document.outlet.value if reading.document.outlet else ""


def _says_something(reading: Reading, entity: Entity) -> bool:
    return any(speech.entity == entity.key for speech in reading.speech)


def _does_something(reading: Reading, entity: Entity) -> bool:
    """Whether a clause of an article that tells what happened, or is planned, has a body do it."""
    named = [mention.start for mention in reading.mentions if mention.entity == entity.key]
    agents = [
        party
        for clause in pack_for(reading.document.language).find_clauses(reading)
        if clause.modality in {"happened", "planned"}
        for party in clause.parties
        if party.slot == "agent"
    ]
    return any(party.start <= place < party.end for party in agents for place in named)
