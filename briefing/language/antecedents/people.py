"""The person that "he" or "she" means, or nobody when two could be meant."""

import re

from briefing.language.antecedents.index import Index
from briefing.language.lexicon import OFFICES, SAYING_VERBS
from briefing.model import Entity, Mention, Span

_WORD = re.compile(r"\w[\w'’-]*")
_SUBJECT = re.compile(r"(?:[“\"‘]?)(He|She)\b")
_LOOK_BACK = 3
_GROUPS = frozenset({
    "administration", "regime", "government", "era", "presidency", "family", "campaign", "cabinet", "team", "plan",
    "doctrine", "years", "loyalists", "supporters", "foundation", "center", "centre", "school", "university", "award",
})  # fmt: skip
_KIN = frozenset({
    "man", "woman", "boy", "girl", "father", "mother", "son", "daughter", "wife", "husband", "brother", "sister",
    "friend", "teacher", "doctor", "driver", "victim", "suspect", "someone", "somebody", "user", "person", "child",
    "lawyer", "officer", "officer", "witness", "colleague", "soldier", "reporter", "judge", "professor", "student",
})  # fmt: skip


def resolve(index: Index, number: int, start: int, sex: str, *, saying: bool = False) -> Entity | None:
    """Give the one person a pronoun at `start` in sentence `number` can mean, or None.

    `sex` is "he" or "she"; `saying` tells that a verb of saying follows. Looks back at most three sentences.
    """
    sentence = index.sentences[number]
    here = _people(index, Span(start=sentence.start, end=start), sex)
    if here:
        return here[0] if len(here) == 1 and _alone(index, number, here[0], sex) else None
    if _human(index.text, sentence.start, start):
        return None
    for back in range(1, _LOOK_BACK + 1):
        before = number - back
        if before < 0 or index.paragraph[number] - index.paragraph[before] > 1:
            return None
        decided, person = _before(index, before, sex, saying=saying and back == 1)
        if decided:
            return person
        if index.paragraph[before] != index.paragraph[number]:
            return None
    return None


def _alone(index: Index, number: int, person: Entity, sex: str) -> bool:
    """Tell whether no other person of that sex stands in the sentence before."""
    if number == 0:
        return True
    others = _people(index, index.sentences[number - 1], sex)
    return all(other.key == person.key for other in others)


def _before(index: Index, number: int, sex: str, *, saying: bool) -> tuple[bool, Entity | None]:
    """Judge one earlier sentence: (decided, the person). Undecided when it names nobody that fits."""
    span = index.sentences[number]
    people = _people(index, span, sex)
    speaker = index.entities.get(index.speakers.get(number, ""))
    if speaker is not None and speaker.kind == "person" and speaker.sex in {sex, None}:
        if saying or all(person.key == speaker.key for person in people):
            return True, speaker
        return True, None
    if len(people) > 1:
        return True, None
    subject = _SUBJECT.match(index.text, span.start, span.end)
    if subject is not None and subject.group(1).lower() == sex:
        carried = resolve(index, number, subject.start(1), sex)
        if people and (carried is None or carried.key != people[0].key):
            return True, None
        return True, carried
    if len(people) == 1:
        last = max(mention.end for mention in index.named(span.start, span.end) if mention.entity == people[0].key)
        return True, None if _human(index.text, last, span.end) else people[0]
    return _human(index.text, span.start, span.end), None


def _people(index: Index, span: Span, sex: str) -> list[Entity]:
    """Give the persons named in a stretch who may be of that sex, each once."""
    found: dict[str, Entity] = {}
    for mention in index.named(span.start, span.end):
        entity = index.entities.get(mention.entity)
        if entity is None or entity.kind != "person" or entity.sex not in {sex, None}:
            continue
        if not _modifies(index.text, mention):
            found[entity.key] = entity
    return list(found.values())


def _modifies(text: str, mention: Mention) -> bool:
    """Tell whether a person's name only labels something else ("the Assad regime")."""
    following = _WORD.search(text, mention.end, mention.end + 40)
    return following is not None and text[mention.end : following.start()] == " " and following.group() in _GROUPS


def _human(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of somebody without a name ("a teacher", "his father")."""
    words = [match.group() for match in _WORD.finditer(text, start, end)]
    for first, second, third in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False):
        if first.lower() not in {"a", "an", "the", "his", "her", "their", "another", "one", "this", "that"}:
            continue
        for word in (second, third):
            if word in _KIN or (word in OFFICES and word == second):
                return True
    return False


def says(text: str, end: int, stop: int) -> bool:
    """Tell whether a verb of saying stands straight behind a pronoun that ends at `end`."""
    for match in _WORD.finditer(text, end, min(stop, end + 60)):
        word = match.group().lower()
        if word in SAYING_VERBS:
            return True
        if word not in {"also", "later", "then", "further", "has", "had", "recently", "again", "went", "on", "to"} and not word.endswith("ly"):
            return False
    return False
