"""The person that "he" or "she" means, or nobody when two could be meant.

Two observations carry most of the weight: whoever spoke in the sentence before goes on speaking,
and a pronoun that is the subject does not mean somebody who is named later in its own sentence.
"""

import re
from typing import Literal

from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.nouns import KIN, PEOPLE, TIMES
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS, SAYING_VERBS
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    BODY_NAMES,
    DEMONYMS,
    DEPARTMENTS,
    DICTIONARY,
    GIVEN,
    ORDINARY,
    PLACE_HEADS,
    PLACES,
    SURNAMES,
)
from briefing.model import Entity, Mention, Span

Sex = Literal["he", "she"]
_WORD = re.compile(r"\w[\w'’-]*")
_SUBJECT = re.compile(r"[“\"‘]?(He|She)\b")
_PAIR = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)? [A-Z][a-z]+\b")
_CLAUSE_END = re.compile(
    r"[,;:—“\"]| (?:that|who|which|whose|when|while|because|after|before|but|as|if|where)\b"
)
_SEXED = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w-]*[a-z]\b")
_OWNER = re.compile(rf"['’]s (?:\w+ )?(?:{'|'.join(sorted(OFFICES | KIN))}), [A-Z]")
_OWNING = re.compile(r"[’']s?$")
_LED = re.compile(r"\b(?:in|at|near|from|to|for|the|of) (?:[A-Z][\w-]+ )*$")
_SURE_BACK = 2
_LOOK_BACK = 3
_SPEAKER_BACK = 6
_GROUPS = frozenset({
    "administration", "regime", "government", "era", "presidency", "family", "campaign", "cabinet", "team", "plan",
    "doctrine", "years", "loyalists", "supporters", "foundation", "center", "centre", "school", "university", "award",
})  # fmt: skip
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "their", "another", "one", "this", "that", "our", "my"}
)
_SAYING_GAP = frozenset({
    "also", "later", "then", "further", "has", "had", "recently", "again", "went", "on", "to", "earlier", "himself",
})  # fmt: skip


def resolve_person(
    index: SentenceIndex, number: int, start: int, sex: Sex, *, subject: bool, saying: bool
) -> Entity | None:
    """The one person a pronoun at `start` in sentence `number` can mean, or None.

    `subject` tells that it is the sentence's subject, `saying` that a verb of saying follows. Looks
    back three sentences, in the paragraph and into the one before; further, over sentences that
    name nobody, for who speaks.
    """
    sentence = index.sentences[number]
    if index.quoted(number, start):
        return None
    quoting = saying and index.text[sentence.start : start].rstrip().endswith(("”", '"', "»"))
    if not quoting:
        here = _people_named(index, Span(start=sentence.start, end=start), sex)
        if here:
            sole = len(here) == 1 and not _names_stranger(index, sentence.start, start)
            sole = sole and _leads_sentence(index, Span(start=sentence.start, end=start), here[0])
            return here[0] if sole and _stands_alone(index, number, here[0], sex) else None
        if _speaks_of_human(index, sentence.start, start) or _names_stranger(
            index, sentence.start, start
        ):
            return None
        if _is_announced(index, sentence, start, sex):
            return None
    barred = _keys_in_clause(index, Span(start=start, end=sentence.end)) if subject else frozenset()
    reach = _SPEAKER_BACK if saying else _LOOK_BACK
    for back in range(1, reach + 1):
        before = number - back
        if before < 0 or index.paragraph[number] - index.paragraph[before] > (2 if saying else 1):
            return None
        decided, person = _judge_sentence_before(
            index, before, sex, barred, subject=subject, saying=saying
        )
        if decided:
            unsure = person is not None and person.sex != sex
            return (
                None
                if unsure and (back > _SURE_BACK or _tells_of_both(index, sentence))
                else person
            )
        if not saying and index.paragraph[before] != index.paragraph[number]:
            return None
    return None


def _tells_of_both(index: SentenceIndex, sentence: Span) -> bool:
    """Whether a sentence speaks of a "he" and a "she", so that a person of unknown sex could
    be either.
    """
    found = {
        _SEXED[match.group().lower()]
        for match in _PRONOUN.finditer(index.text, sentence.start, sentence.end)
    }
    return len(found) > 1


def _stands_alone(index: SentenceIndex, number: int, person: Entity, sex: Sex) -> bool:
    """Whether no other person of that sex stands in the sentence before."""
    if number == 0:
        return True
    return all(
        other.key == person.key for other in _people_named(index, index.sentences[number - 1], sex)
    )


def _judge_sentence_before(
    index: SentenceIndex,
    number: int,
    sex: Sex,
    barred: frozenset[str],
    *,
    subject: bool,
    saying: bool,
) -> tuple[bool, Entity | None]:
    """Judge one earlier sentence: (decided, the person). Undecided when it names nobody that
    fits.
    """
    span = index.sentences[number]
    fitting = _people_named(index, span, sex)
    people = [person for person in fitting if person.key not in barred]
    if subject:
        people = [person for person in people if not _is_kin_only(index, span, person)]
        people = [person for person in people if not _is_owner_only(index, span, person)] or people
    if saying and index.speakers.get(number) == "":
        return True, None
    speaker = index.entities.get(index.speakers.get(number, ""))
    fits = speaker is not None and speaker.kind == "person" and speaker.sex in {sex, None}
    if speaker is not None and fits and subject and speaker.key not in barred:
        sole = all(person.key == speaker.key for person in people) and not _names_others(
            index, span
        )
        leading = saying and _leads_sentence(index, span, speaker)
        return True, speaker if sole or leading else None
    if len(people) > 1 or (fitting and not people):
        return True, None
    opening = _SUBJECT.match(index.text, span.start, span.end)
    if opening is not None and opening.group(1).lower() == sex:
        says_so = says_behind(index.text, opening.end(1), span.end)
        carried = resolve_person(index, number, opening.start(1), sex, subject=True, saying=says_so)
        if carried is not None and (
            carried.key in barred or any(person.key != carried.key for person in people)
        ):
            carried = None
        return True, carried
    if len(people) == 1:
        return True, people[0] if _is_certain(
            index, span, people[0], sex, subject=subject
        ) else None
    return _names_others(index, span), None


def _is_certain(
    index: SentenceIndex, span: Span, person: Entity, sex: Sex, *, subject: bool
) -> bool:
    """The one person that a sentence names is whom the next one goes on with, and nobody else can
    be.
    """
    if (not subject and person.sex != sex) or _speaks_of_human(index, span.start, span.end):
        return False
    goes_on = subject and person.sex == sex and _leads_sentence(index, span, person)
    return _stands_out(index, span, person, sex) and not _names_stranger(
        index, span.start, span.end, placed=goes_on
    )


def _names_others(index: SentenceIndex, span: Span) -> bool:
    """Somebody who is no entity is spoken of in a stretch: by a noun, or by a name nobody read."""
    return _speaks_of_human(index, span.start, span.end) or _names_stranger(
        index, span.start, span.end
    )


def _names_stranger(index: SentenceIndex, start: int, end: int, *, placed: bool = False) -> bool:
    """A capitalised word that may be somebody's name stands in a stretch and was not understood.

    Whoever is not read as a person may be the one meant, so nobody else is certain. With `placed`
    a word that a preposition of place or "the" leads is taken for a place or a body.
    """
    covered = [(mention.start, mention.end) for mention in index.named(start, end)]
    for match in _CAPITAL.finditer(index.text, start, end):
        word = match.group().lower()
        known = word in _NO_NAME or word in _KNOWN or word.removesuffix("s") in DEMONYMS
        named = word in GIVEN or word in SURNAMES or word not in DICTIONARY
        inside = any(first < match.end() and match.start() < last for first, last in covered)
        owner = _OWNER.match(index.text, match.end()) is not None
        led = placed and _LED.search(index.text, start, match.start()) is not None
        if named and not (known or inside or owner or led):
            return True
    return False


def _stands_out(index: SentenceIndex, span: Span, person: Entity, sex: Sex) -> bool:
    """A person is a sentence's subject, or of a sex that the subject, another person, is not."""
    if _leads_sentence(index, span, person):
        return True
    named = {mention.entity for mention in index.named(span.start, span.end)}
    others = [index.entities[key] for key in named if key in index.entities and key != person.key]
    mention = next(m for m in index.named(span.start, span.end) if m.entity == person.key)
    behind = index.text[span.start : mention.start].rsplit(None, 1)[-1:]
    joined = not behind or behind[0].lower() in _JOINING or not behind[0].isalpha()
    return (
        person.sex == sex
        and not joined
        and any(
            other.sex not in {sex, None} and _leads_sentence(index, span, other) for other in others
        )
    )


def _is_crowded(index: SentenceIndex, ahead: Span, room: int) -> bool:
    """What stands before a comma names somebody, or nothing follows the name: no opening phrase."""
    named = any(mention.kind == "person" for mention in index.named(ahead.start, ahead.end))
    return named or room <= 1 or _names_stranger(index, ahead.start, ahead.end)


def _is_announced(index: SentenceIndex, sentence: Span, start: int, sex: Sex) -> bool:
    """A name that fits follows a pronoun inside a sentence ("Asked whether he …, X said")."""
    if not index.text[sentence.start : start].strip('“"‘ '):
        return False
    behind = Span(start=start, end=sentence.end)
    return bool(_people_named(index, behind, sex)) or _names_stranger(
        index, behind.start, behind.end
    )


def _leads_sentence(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """A person is the subject that a sentence or its main clause opens with: a title at most before
    the name.
    """
    mention = next((m for m in index.named(span.start, span.end) if m.entity == person.key), None)
    if mention is None or index.text.startswith(("’s", "'s"), mention.end):
        return False
    comma = index.text.rfind(", ", span.start, mention.start)
    if comma > 0 and _is_crowded(index, Span(start=span.start, end=comma), span.end - mention.end):
        return False
    ahead = _WORD.findall(index.text, max(span.start, comma), mention.start)
    return all(word.lower().rstrip(".") in _TITLE for word in ahead)


def _keys_in_clause(index: SentenceIndex, span: Span) -> frozenset[str]:
    """Who is named in the pronoun's own clause, and so is not meant by it."""
    stop = _CLAUSE_END.search(index.text, span.start, span.end)
    return frozenset(
        mention.entity for mention in index.named(span.start, stop.start() if stop else span.end)
    )


def _people_named(index: SentenceIndex, span: Span, sex: Sex) -> list[Entity]:
    """The persons named in a stretch who may be of that sex, each once."""
    found: dict[str, Entity] = {}
    for mention in index.named(span.start, span.end):
        entity = index.entities.get(mention.entity)
        if entity is None or entity.kind != "person" or entity.sex not in {sex, None}:
            continue
        if not _only_modifies(index.text, mention):
            found[entity.key] = entity
    return list(found.values())


def _is_owner_only(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """Whether a stretch names a person only as an owner ("X's deputy"), so that a subject
    hardly means him.
    """
    return all(
        index.text.startswith(("’s", "'s"), mention.end)
        for mention in index.named(span.start, span.end)
        if mention.entity == person.key
    )


def _is_kin_only(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """Whether a stretch names a person only to say who somebody else is ("X's mother")."""
    if not _is_owner_only(index, span, person):
        return False
    for mention in index.named(span.start, span.end):
        following = [
            match.group()
            for match in _WORD.finditer(
                index.text, mention.end + 2, min(span.end, mention.end + 50)
            )
        ]
        if mention.entity == person.key and any(
            word in KIN or word in OFFICES for word in following[:3]
        ):
            return True
    return False


def _only_modifies(text: str, mention: Mention) -> bool:
    """Whether a person's name only labels something else ("the X administration")."""
    following = _WORD.search(text, mention.end, mention.end + 40)
    return (
        following is not None
        and text[mention.end : following.start()] == " "
        and following.group() in _GROUPS
    )


def _speaks_of_human(index: SentenceIndex, start: int, end: int) -> bool:
    """Whether a stretch speaks of somebody the entities do not hold ("a teacher", an unread
    full name).

    Roles of the persons named there (before the name, or in an apposition) do not count.
    """
    mentions = index.named(start, end)
    matches = list(_WORD.finditer(index.text, start, end))
    for at, match in enumerate(matches):
        if match.group().lower() not in _DETERMINERS:
            continue
        for place in range(at + 1, min(at + 4, len(matches))):
            later = matches[place]
            word = _OWNING.sub("", later.group())
            following = matches[place + 1].group() if place + 1 < len(matches) else ""
            if word in _ADJECTIVES and following.islower() and following not in ORDINARY:
                continue
            agent = match.group().lower() in {"a", "an", "another"} and word.endswith(_AGENTS)
            if (
                agent or word in KIN or word in PEOPLE or word in OFFICES
            ) and not _belongs_to_person(index, mentions, match.start(), later.end()):
                return True
    covered = [(mention.start, mention.end) for mention in mentions]
    return any(
        _may_be_name(match.group())
        and not any(first < match.end() and match.start() < last for first, last in covered)
        for match in _PAIR.finditer(index.text, start, end)
    )


def _belongs_to_person(
    index: SentenceIndex, mentions: tuple[Mention, ...], start: int, end: int
) -> bool:
    """Whether a noun belongs to a person named beside it."""
    for mention in mentions:
        if mention.kind != "person":
            continue
        gap = (
            index.text[end : mention.start]
            if mention.start >= end
            else index.text[mention.end : start]
        )
        if (
            mention.start >= end
            and len(gap) <= _ROLE_GAP
            and not set(gap) & set(".;:")
            and gap.count(",") <= 1
        ):
            return True
        if mention.end <= start and len(gap) <= _AGE_GAP and gap.lstrip("’'s").startswith(","):
            return True
    return False


_ADJECTIVES = frozenset(
    {
        "official",
        "chief",
        "general",
        "major",
        "principal",
        "private",
        "head",
        "staff",
        "lead",
        "host",
    }
)
_NO_NAME = DEMONYMS | ORDINARY | BODY_HEADS | PLACE_HEADS | OFFICES | KIN | PEOPLE
_AGENTS = ("er", "or", "ar", "ist", "ian", "man", "woman")  # blocks too much rather than too little
_JOINING = frozenset(
    {"and", "or", "of", "by", "with", "to", "for", "from", "against", "than", "between"}
)
_KNOWN = BODY_NAMES | TIMES | DEPARTMENTS | frozenset(HONORIFICS) | RANKS
_TITLE = (
    DEPARTMENTS | OFFICES | RANKS | DEMONYMS | HONORIFICS.keys() | {"the", "a", "an", "but", "and"}
)
_ROLE_GAP = 30
_AGE_GAP = 6


def _may_be_name(pair: str) -> bool:
    """Whether two capitalised words may be a person's name that nobody read."""
    first, second = pair.lower().split(" ")
    return not (
        first in _NO_NAME
        or second in _NO_NAME
        or first in PLACES
        or second in PLACES
        or pair.lower() in PLACES
    )


def says_behind(text: str, end: int, stop: int) -> bool:
    """Whether a verb of saying stands straight behind a pronoun that ends at `end`."""
    for match in _WORD.finditer(text, end, min(stop, end + 60)):
        word = match.group().lower()
        if word in SAYING_VERBS:
            return True
        if word not in _SAYING_GAP and not word.endswith("ly"):
            return False
    return False
