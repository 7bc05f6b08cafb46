"""Definite descriptions that a statement doesn't explain: "the deal was …", where nothing in it
says which.

Only subjects are asked about, and companies and outlets wherever they stand: there a reader stops.

A definite noun that its article has named before points back there ("a deal … the deal"); one that
comes up for the first time explains itself (Prince 1981: hearer-new and discourse-new; Vieira and
Poesio 2000 find half of all definites in news to be of the second kind). It is a sign for ranking,
not a ground for refusing: readers of a section often know which one is meant.
"""

from collections.abc import Collection
from functools import lru_cache

from briefing.language import late, wordlist
from briefing.language.draft import Draft, things_inside
from briefing.language.identity import Same
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.bare_phrases import (
    DEFINING,
    FIRMS,
    HOLDERS,
    NAMED_BY,
    OPENING,
    STRANGERS,
    TELLINGS,
    TOLD_OF,
    VOICES,
    bare_phrases,
)
from briefing.languages.en.grounding.first_places import (
    first_of,
    first_place,
    forms_of,
    single_form,
)
from briefing.languages.en.lexicon import MONTHS, OFFICES, WEEKDAYS
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import (
    COUNTRIES,
    DEMONYMS,
    STATE_OF,
)
from briefing.languages.en.names.words import Words
from briefing.model import Span, Speech

_WORDS = wordlist.read("en", "words/vague")

_WORD = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITAL = late.pattern(r"(?:(?<=[a-z,] )|(?<=\bThe ))[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_NAME = late.pattern(r"\b[A-Z][a-z]+\b")
UNIQUE = nouns.TIMES | _WORDS.words("unique")
"""What is one of its kind, and times."""
_WRITTEN = _WORDS.words("written")
_PLACED = _WORDS.words("placed")
_PUBLIC = _WORDS.words("public")
"""Words in names of bodies that are no firm and no outlet."""
_CALENDAR = {word.lower() for word in (*MONTHS, *WEEKDAYS)}
_NO_FIRM = _PUBLIC | DEMONYMS | {f"{people}s" for people in DEMONYMS} | _CALENDAR
_INSTITUTIONS = _WORDS.words("institutions")
_TASKS = _WORDS.words("tasks")
"""Words before those: "the coast guard" is one of its kind where one state is told of."""
_TOLD = nouns.EVENTS | nouns.HOLDERS | TELLINGS | VOICES
HAPPENINGS = nouns.EVENTS | TOLD_OF
"""What was done or told before, where nothing says which it is."""
_PERSONS = STRANGERS | nouns.KIN | OFFICES
_SOMEBODY = OFFICES | nouns.PEOPLE
_PEOPLE_FORMS = frozenset(form for word in _PERSONS for form in (word, f"{word}s"))
_ROOM = 5  # words, among which a clause can stand that "the move" takes up
_CLAUSE_END = late.pattern(
    r"[;:—–]|\b(?:and|but|or|so|after|before|as|when|while|where|because|since|if|though|although"
    r"|that|which|who|until|unless|whether)\b"
)
_KEEP = 16


def vague_descriptions(draft: Draft) -> tuple[Span, ...]:
    """The definite descriptions of a draft that point to what its article has told before, and
    the draft hasn't.

    Each noun once, from its article to its end; what a bracket names behind it is left out.
    """
    found: dict[str, Span] = {}
    same = Same(reading=draft.reading)
    for noun, at, span in _untold_phrases(same, draft.sentences, draft.before):
        if not draft.gone(at) and not draft.inserts_at(span.end):
            found.setdefault(noun, span)
    return tuple(found.values())


# Several rules ask the same of a draft, one after the other, and each of its changed forms.
@lru_cache(maxsize=_KEEP)
def _untold_phrases(
    same: Same, sentences: tuple[Span, ...], before: tuple[Span, ...]
) -> tuple[tuple[str, int, Span], ...]:
    """The noun, the place of "the" and the span of each definite description of a draft without
    changes that points back behind it.
    """
    draft = Draft(reading=same.reading, sentences=sentences, before=before)
    text = draft.reading.document.text
    found = []
    for sentence in sentences:
        words = wording.split_words(text, sentence.start, sentence.end)
        for at, head in bare_phrases(text, sentence.start, sentence.end):
            if _points_back(draft, words, head):
                span = Span(start=words.starts[at], end=words.ends[head])
                found.append((words.lowers[head], words.starts[at], span))
    return tuple(found)


def _points_back(draft: Draft, words: Words, head: int) -> bool:
    """Whether a bare noun points back behind the draft."""
    noun, place = words.lowers[head], words.starts[head]
    forms = forms_of(noun)
    if not UNIQUE.isdisjoint(forms[:2]) or is_told(draft, words, head):
        return False
    if is_institution(draft, words, head):
        return False
    kinds = _kinds_before(draft, noun, place)
    if noun in HOLDERS:
        return "person" not in kinds
    if not FIRMS.isdisjoint(forms):
        return _opens_draft(draft, place) or not _holds_body(draft, place)
    if _is_named_before(draft, noun, place, kinds):
        return False
    if noun in STRANGERS:
        return _is_stranger(draft, place)
    return _came_before(draft, words, head)


def _opens_draft(draft: Draft, place: int) -> bool:
    """Whether nothing but "the" stands before a noun, and the article has named a body before:
    what the sentence itself names later explains no subject.
    """
    ahead = draft.reading.document.text[draft.context : place].strip().lower()
    return ahead == "the" and bool(_bodies_before(draft, draft.context))


def is_institution(draft: Draft, words: Words, head: int) -> bool:
    """Whether a noun is a public body's, the word before it says its task, and its article tells of
    one state at most.
    """
    public = words.lowers[head] in _INSTITUTIONS and words.lower(head - 1) in _TASKS
    return public and not _tells_of_states(draft)


def _tells_of_states(draft: Draft) -> bool:
    """Whether an article tells of two states or more, so that nobody knows whose body is meant."""
    return len(_states_named(draft.reading.document.text)) > 1


@lru_cache(maxsize=_KEEP)
def _states_named(text: str) -> frozenset[str]:
    """The states that a text names by a word of their own or by an adjective."""
    words = {found.group() for found in _NAME.finditer(text)}
    lands = {word for word in words if word.lower() in COUNTRIES}
    return frozenset(lands | {STATE_OF[word] for word in words if word in STATE_OF})


def _is_named_before(draft: Draft, noun: str, place: int, kinds: Collection[str]) -> bool:
    """Whether a noun may mean what the draft names before `place`: a group a body, a town a place,
    a person somebody.
    """
    if noun in nouns.GROUPS and ("body" in kinds or _holds_name(draft, place)):
        return True
    if not _PLACED.isdisjoint(forms_of(noun)) and ("place" in kinds or _holds_name(draft, place)):
        return True
    return "person" in kinds and not _SOMEBODY.isdisjoint(forms_of(noun))


def is_told(draft: Draft, words: Words, head: int) -> bool:
    """Whether a noun stands in the draft before its phrase."""
    single = forms_of(words.lowers[head])[1]
    ahead = draft.reading.document.text[draft.context : words.starts[head - 1]]
    if single[:-1] in ahead.lower():  # few words begin as the noun does
        return single in (single_form(token.lower()) for token in _WORD.findall(ahead))
    return False


def _kinds_before(draft: Draft, noun: str, place: int) -> set[str]:
    """The kinds of what a draft names before a noun; whoever speaks of "the driver" is somebody
    else.
    """
    ahead = things_inside(draft.reading.mentions, draft.context, place)
    heard = draft.reading.speech if noun in STRANGERS else ()
    speakers = {said.entity for said in heard if said.start <= place < said.end}
    told = _content_of(draft, place)
    return {
        mention.kind
        for mention in ahead
        if mention.entity not in speakers and not (told and told.start <= mention.start < told.end)
    }


def _content_of(draft: Draft, place: int) -> Speech | None:
    """What somebody is heard to say before the noun that stands for him: nobody it tells of is he
    ("X had died, | the official said").
    """
    speech = draft.reading.speech
    return next((s for s in speech if s.cue.start <= place < s.cue.end and s.end <= place), None)


def _holds_body(draft: Draft, place: int) -> bool:
    """Whether a draft names a body that is no public one, or what may be one."""
    text = draft.reading.document.text
    beside = things_inside(draft.reading.mentions, draft.context, draft.end)
    names = (text[mention.start : mention.end] for mention in beside if mention.kind == "body")
    private = any(_PUBLIC.isdisjoint(name.lower().split()) for name in names)
    return private or _holds_name(draft, place)


def _is_stranger(draft: Draft, place: int) -> bool:
    """Whether the article tells of people before the draft, and the draft of none before
    `place`.
    """
    ahead = _WORD.findall(draft.reading.document.text[draft.context : place].lower())
    if not _PERSONS.isdisjoint(ahead):
        return False
    firsts = first_of(draft.reading.document.text, _prose_start(draft), _PEOPLE_FORMS)
    return firsts is not None and firsts < draft.context


def _takes_up_clause(draft: Draft, noun: str, place: int) -> bool:
    """Whether an event may be what a clause before it has told: no paper is, in its own
    sentence, nor anything in its own clause ("bodies condemned | the announcement").
    """
    own = draft.context == draft.sentence_at(place).start
    if noun not in nouns.EVENTS or (own and noun in _WRITTEN):
        return False
    ahead = draft.reading.document.text[draft.context : place]
    ended = not own or _CLAUSE_END.search(ahead) is not None
    return ended and len(ahead.split()) > _ROOM


def _came_before(draft: Draft, words: Words, head: int) -> bool:
    """Whether the article has a noun before the draft, or it stands for something told there."""
    noun, place = words.lowers[head], words.starts[head]
    text = draft.reading.document.text
    if _takes_up_clause(draft, noun, place):
        return False
    if noun in NAMED_BY and any(
        body.rsplit(" ", 1)[-1].lower() == noun for body in _bodies_before(draft, draft.context)
    ):
        return True
    if not HAPPENINGS.isdisjoint(forms_of(noun)) or (head <= OPENING and noun in _TOLD):
        return True
    start = _prose_start(draft)
    first = min(first_place(text, start, form, place) for form in forms_of(noun))
    return first < draft.context and not _began_as_known(text, words, head, first)


def _began_as_known(text: str, words: Words, head: int, first: int) -> bool:
    """Whether the article itself begins with the same description, as one that readers know:
    "The northern quay" is told of "the northern quay" and of nothing that came before.

    `first` is where the article has the noun for the first time.
    """
    at = max((place for place in range(head) if words.lowers[place] == "the"), default=head)
    if head - at < OPENING:
        return False
    described = text[words.starts[at + 1] : words.ends[head]].lower()
    end = first + len(words.lowers[head])
    start = end - len(described)
    line = text[text.rfind("\n", 0, max(start, 0)) + 1 : max(start, 0)].split()
    known = not line or line[-1].lower() == "the"
    after = _WORD.match(text, end + 1)
    defined = after is not None and after.group().lower() in DEFINING
    return known and not defined and text[max(start, 0) : end].lower() == described


def _holds_name(draft: Draft, place: int) -> bool:
    """Whether a name stands in a draft before `place` that is read as no person and no place:
    perhaps a body's.
    """
    text = draft.reading.document.text
    read = things_inside(draft.reading.mentions, draft.context, place)
    return any(
        not any(one.start <= found.start() < one.end for one in read)
        for found in _CAPITAL.finditer(text, draft.context, place)
        if _NO_FIRM.isdisjoint(found.group().lower().split())
    )


def _bodies_before(draft: Draft, place: int) -> list[str]:
    """The names of the bodies that the article names before `place`."""
    return [
        entity.name
        for entity in draft.reading.entities
        if entity.kind == "body" and entity.first.start < place
    ]


def _prose_start(draft: Draft) -> int:
    """Where the first paragraph begins that is told: a title points nowhere."""
    told = (p.start for p in draft.reading.passages if p.is_live)
    return next(told, 0)
