"""What "it" and "the newspaper" mean: bodies and states, only where one alone can be meant."""

import re
from collections.abc import Sequence

from briefing.language import late, wordlist
from briefing.languages.en.antecedents import people
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.lists import COMPANY_NOUNS, DEMONYMS, OUTLET_HEADS
from briefing.model import Entity, Mention, Span

_WORDS = wordlist.read("en", "words/subjects")
_OPENING = _WORDS.words("opening")
_PREPOSITIONS = _WORDS.words("prepositions")
_LABELLED = _WORDS.words("labelled")
_PAPERS, _OUTLETS = _WORDS.words("papers"), _WORDS.words("outlets")

_WORD = late.pattern(r"\w[\w'’-]*")
_CAPITAL = late.pattern(r"\b[A-Z][\w’'&.-]* \Z")
_ACTS = _WORDS.words("acts")
_GAP = _WORDS.words("gap")
_BEHIND = late.pattern(r" (?:\([^)]{1,12}\) )?([a-z]+)")
_NO_VERBS = frozenset({"and", "or", "in", "of", "for"})
_OWNED = late.pattern(r"\w, (?:an?|the|one) [^,.;]*\b(?:of|by|to|within)\b[^,.;]*\Z")
_AHEAD = 4
_SEVERAL = wordlist.read("en", "words/references").words("held by several")
_IRREGULAR = wordlist.read("en", "clauses/forms").rows("irregular")
_FINITE = frozenset(form for row in _IRREGULAR for form in row[1].split())
_NOUNS = "|".join(sorted(COMPANY_NOUNS | OUTLET_HEADS))
_ANOTHER = late.pattern(rf"\b(?:an?|another) (?:[\w’'-]+,? ){{0,5}}?(?:{_NOUNS})\b")
_BEFORE = COMPANY_NOUNS | OUTLET_HEADS | DEMONYMS | _WORDS.words("before")
"""What may stand before a body that is its sentence's subject."""


def resolve_it(index: SentenceIndex, number: int, end: int) -> Entity | None:
    """The body or state that "it" means as the subject of an act, after a sentence whose
    subject that was.
    """
    if number < 1:
        return None
    sentence, before = index.sentences[number], index.sentences[number - 1]
    says = people.says_behind(index.text, end, sentence.end)
    if index.paragraph[number] - index.paragraph[number - 1] > int(says):
        return None
    if not says and not _acts_behind(index.text, end, sentence.end):
        return None
    subject = _subject_body(index, before)
    if subject is None:
        return None
    named = {mention.entity for mention in index.named(end, sentence.end)}
    return None if subject.key in named else subject


def _acts_behind(text: str, start: int, end: int) -> bool:
    also = False
    for match in _WORD.finditer(text, start, min(end, start + 60)):
        word = match.group().lower()
        if word in _ACTS or (also and word.endswith("ing")):
            return True
        also = also or word == "also"
        if word not in _GAP:
            return False
    return False


def _subject_body(index: SentenceIndex, span: Span) -> Entity | None:
    """The body or state that opens a sentence as its subject: named first, followed by a
    lower-case word.
    """
    named = index.named(span.start, span.end)
    if not named or named[0].kind == "person":
        return None
    first = named[0]
    gap = _BEHIND.match(index.text, first.end)
    if gap is None or _is_no_verb(gap.group(1)):
        return None
    ahead = [match.group() for match in _WORD.finditer(index.text, span.start, first.start)]
    if first.kind == "place" and _is_articled(ahead) and not _may_act(gap.group(1)):
        return None  # "The Vellin case …"
    return index.entities.get(first.entity) if _leads_subject(ahead) else None


def _is_no_verb(word: str) -> bool:
    """Whether the word behind a name can't be what it does."""
    return word in _NO_VERBS or _labels_thing(word)


def _is_articled(ahead: Sequence[str]) -> bool:
    """Whether "the" is the last of the words before a name."""
    return bool(ahead) and ahead[-1] in {"The", "the"}


def _may_act(word: str) -> bool:
    """Whether a word looks like a verb behind its subject."""
    return word.endswith(("s", "ed")) or word in _FINITE


def _brings_in_another(
    index: SentenceIndex, begin: int, start: int, fitting: Sequence[Entity]
) -> bool:
    """Whether a stretch speaks of "a firm" or "an outlet" that is none of those which fit."""
    roles = [entity.role for entity in fitting if entity.role is not None]
    return any(
        not any(role.start <= match.start() < role.end for role in roles)
        for match in _ANOTHER.finditer(index.text, begin, start)
    )


def _leads_subject(ahead: Sequence[str]) -> bool:
    """Whether the words before a name may stand before a subject: few, and no preposition's."""
    if len(ahead) > _AHEAD or any(word.lower() not in _BEFORE for word in ahead):
        return False
    return _PREPOSITIONS.isdisjoint(ahead) and (not ahead or ahead[0].lower() not in _OPENING)


def _labels_thing(word: str) -> bool:
    """Whether the word behind a name shows that the name only labels a thing ("X workers")."""
    return word in OFFICES or (word.endswith("s") and word[:-1] in OFFICES) or word in _LABELLED


def resolve_described(index: SentenceIndex, number: int, words: str, start: int) -> Entity | None:
    """The one entity of the article that "the newspaper" or "the minister" can mean, named
    before `start`.
    """
    noun = words.lower().removeprefix("the ").removeprefix("same ")
    known = _entities_before(index, start)
    term = words.rpartition(" ")[2]
    if term[:1].isupper() and _body_heads(term.lower()):  # whom the article calls "the Company"
        return _defined_body(index, re.escape(term), start)
    heads = _body_heads(noun)
    if heads:
        bodies = [entity for entity in known if entity.kind == "body"]
        fitting = [entity for entity in bodies if _role_head(index, entity) in heads]
        return _sole_fitting(index, number, start, fitting)
    sole = noun in OFFICES and noun not in _SEVERAL
    return _sole_holder(index, known, noun) if sole else None


def _defined_body(index: SentenceIndex, term: str, start: int) -> Entity | None:
    """The body behind which a bracket says that it is called by a term: "Orvill Steel Ltd ("Orvill"
    or the "Company")"; None where none does, or a part of its name wasn't read.
    """
    defined = re.search(
        rf"(?:\([^()\n]*\) )?\([^()\n]{{0,80}}[“\"‘']{term}[”\"’'][^()\n]{{0,40}}\)",
        index.text[:start],
    )
    if defined is None:
        return None
    line = index.text.rfind("\n", 0, defined.start()) + 1
    ahead = [m for m in index.named(line, defined.start()) if m.kind == "body"]
    whole = ahead and _CAPITAL.search(index.text, line, ahead[-1].start) is None
    return index.entities.get(ahead[-1].entity) if whole else None


def _sole_holder(index: SentenceIndex, known: Sequence[Entity], noun: str) -> Entity | None:
    """The one person of those `known` in whose role a noun for an office stands."""
    people = [entity for entity in known if entity.kind == "person"]
    holders = [entity for entity in people if _holds_role(index, entity, noun)]
    return holders[0] if len(holders) == 1 else None


def _body_heads(noun: str) -> frozenset[str]:
    """The words for a body that a noun may stand for; none where it stands for no body."""
    if noun in {"company", "firm"}:
        return COMPANY_NOUNS
    if noun in {"newspaper", "paper"}:
        return _PAPERS
    if noun == "outlet":
        return _OUTLETS
    return (COMPANY_NOUNS | OUTLET_HEADS) & {noun}


def _entities_before(index: SentenceIndex, start: int) -> list[Entity]:
    return [entity for entity in index.entities.values() if entity.first.start < start]


def _role_head(index: SentenceIndex, entity: Entity) -> str:
    if entity.role is None:
        return ""
    return index.text[entity.role.start : entity.role.end].lower().split(" ")[-1]


def _holds_role(index: SentenceIndex, entity: Entity, noun: str) -> bool:
    if entity.role is None:
        return False
    return noun in _WORD.findall(index.text[entity.role.start : entity.role.end].lower())


def _names_owned(index: SentenceIndex, begin: int, bodies: Sequence[Mention]) -> bool:
    """Whether one of the bodies named behind `begin` is told of as another's: "a subsidiary of"."""
    return any(_OWNED.search(index.text, begin, body.start) for body in bodies)


def _sole_fitting(
    index: SentenceIndex, number: int, start: int, fitting: list[Entity]
) -> Entity | None:
    """The one that fits, if it was named in the two sentences before, or is the only body so far,
    and no other was named there, be it one that this one only owns: "Orvill, a subsidiary of
    Brenna".
    """
    begin = index.sentences[max(number - 2, 0)].start
    bodies = [mention for mention in index.named(begin, start) if mention.kind == "body"]
    if _names_owned(index, begin, bodies):
        return None
    near = {mention.entity for mention in bodies}
    keys = {entity.key for entity in fitting}
    if not near <= keys or _brings_in_another(index, begin, start, fitting):
        return None
    if near:
        return index.entities[near.pop()] if len(near) == 1 else None
    return _sole_far(index, start, fitting)


def _sole_far(index: SentenceIndex, start: int, fitting: Sequence[Entity]) -> Entity | None:
    """The one that fits of the article's only body before `start`, however far back."""
    bodies = [entity for entity in _entities_before(index, start) if entity.kind == "body"]
    return fitting[0] if len(bodies) == len(fitting) == 1 else None
