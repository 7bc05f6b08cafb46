"""Counts that a story is told by (the dead, the missing, those without power), with what they are
told of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from briefing.language import edtf, late, wordlist
from briefing.language.identity import Remembered
from briefing.language.prefilter import make_ready
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.parties import fold_names, name_key, person_key
from briefing.languages.en.clauses.quantities import number_end
from briefing.languages.en.clauses.sentences import Sentence, lay_out_sentences
from briefing.languages.en.clauses.tokens import Token, holds_word, tag_tokens
from briefing.languages.en.grounding import attribute_sentences
from briefing.model import Count, Quantity, Reading

_LIST = wordlist.read("en", "clauses/counted")
_PATTERNS = wordlist.patterns("en", "words/difference_patterns")
_OTHERWISE, _PARTS = _PATTERNS["no_people"], _PATTERNS["part_of_a_group"]
_COUNTING_PATTERNS = wordlist.patterns("en", "words/count_patterns")
_UNSAID = tuple(
    _COUNTING_PATTERNS[name] for name in ("no_count_before", "corrected_from", "risen_from")
)
_UNSURE = _COUNTING_PATTERNS["no_count_behind"]
_PEOPLE = section_words("people")
_ANYBODY = section_words("anybody")
_HOUSEHOLDS, _A_HOUSEHOLD = section_words("households"), "household"
_ADDING = section_words("adding")
_BEFORE, _AFTER = 8, 7  # words round a number among which it is said what is counted
_GROUP = 3  # words behind a figure in which the noun for those counted stands
_OTHERS = frozenset({"of", "them", "others"})  # of whom a figure counts, no noun for them
_ENDS = frozenset({"stop", "comma", "number", "subordinator"})
_NEWS = 10  # sentences that still speak of what an article opens with
_STATES = section_words("counted states")
_COMPARING = _PATTERNS["compared_with"]
_LONG_AGO = timedelta(days=90)  # before an article, from which a date is of another event
_KEEP = 1024  # articles whose counts are remembered
_SHORTLY = 30  # characters before a figure that say that it counts some of a group
_OPENING = 2  # sentences that say what an article is about, when a sentence with a count doesn't


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quantity of the list: its name, the question it answers, how it goes while a story goes on
    ("" for one that doesn't), its words on either side and before.
    """

    name: str
    title: str
    course: str
    beside: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]


def _split_phrases(words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.split("+")) for word in words.split())


def _load_quantities() -> Iterator[Counted]:
    for name in _LIST.sections:
        rows: Mapping[str, str] = _LIST.table(name)
        beside, ahead = _split_phrases(rows["words"]), _split_phrases(rows.get("before", ""))
        yield Counted(
            name=name,
            title=rows["title"],
            course=rows.get("course", ""),
            beside=beside,
            before=(*beside, *ahead),
        )


FLOORS = section_words("floors")
"""Words of a figure that another one may exceed."""

COUNTED: tuple[Counted, ...] = tuple(_load_quantities())
TITLES: Mapping[str, str] = {one.name: one.title for one in COUNTED}
"""The question that each quantity answers."""
RISING = frozenset(one.name for one in COUNTED if one.course == "rises")
"""Quantities that only rise while a story goes on."""
SHIFTING = frozenset(one.name for one in COUNTED if one.course == "either")
"""Quantities that rise and fall while a story goes on."""


_COUNTING = make_ready(
    [
        late.pattern(
            r"\b(?:"
            + "|".join(sorted({max(phrase, key=len) for one in COUNTED for phrase in one.before}))
            + r")\b",
            re.IGNORECASE,
        )
    ]
)


def find_counts(reading: Reading) -> tuple[Count, ...]:
    """The counts of an English article, in order.

    An early sentence that names nothing is told of what the title and the opening name; further
    down an article tells of other things too. What one sentence
    counts twice with different numbers is left out: nobody can say which is meant. Remembered, for
    a brief is proved right after it was made.
    """
    return REMEMBERED_COUNTS(reading)


def find_counts_anew(reading: Reading) -> tuple[Count, ...]:
    """The same, whatever is remembered, and not remembered."""
    sentences = tuple(lay_out_sentences(reading, _COUNTING.finds_any))
    early = tuple(islice(lay_out_sentences(reading), _NEWS)) if sentences else ()
    return _count_all(reading, sentences, early)


def read_counts(reading: Reading, laid: Sequence[Sentence]) -> tuple[Count, ...]:
    """The counts of an article whose sentences are all laid out."""
    text = reading.document.text
    counting = [one for one in laid if _COUNTING.finds_any(text[one.span.start : one.span.end])]
    return _count_all(reading, counting, laid[:_NEWS])


def _count_all(
    reading: Reading, sentences: Sequence[Sentence], early: Sequence[Sentence]
) -> tuple[Count, ...]:
    """The counts of sentences that may have some; `early` are the article's first."""
    opening = _opening_names(reading, early[:_OPENING]) if sentences else frozenset()
    until = early[-1].span.end if early else 0
    found: list[Count] = []
    for sentence in sentences:
        news = opening if sentence.span.start < until else frozenset[str]()
        made = list(_in_sentence(reading, sentence, news))
        values = {(one.quantity, one.value) for one in made}
        told = Counter(quantity for quantity, _ in values)
        found.extend(one for one in made if told[one.quantity] == 1)
    return tuple(found)


REMEMBERED_COUNTS = Remembered(find=find_counts_anew, most=_KEEP)


def _opening_names(reading: Reading, first: Sequence[Sentence]) -> frozenset[str]:
    """What the title and the first sentences name."""
    title = reading.document.title.value if reading.document.title else ""
    tokens = tag_tokens(title, 0, len(title), lambda _: False, lambda _: False)
    titled = fold_names(tokens[1:], first[0].names) if first else ()
    return frozenset({*titled, *(name for one in first for name in _names_in(one))})


def _names_in(sentence: Sentence) -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in fold_names(sentence.tokens, sentence.names))


def _in_sentence(reading: Reading, sentence: Sentence, opening: frozenset[str]) -> Iterator[Count]:
    counted = sentence.quantities_in(sentence.span.start, sentence.span.end)
    for quantity in counted:
        if _is_of_long_ago(reading, sentence, quantity) or _is_unsaid(reading, sentence, quantity):
            continue
        name = _named_quantity(sentence.tokens, quantity)
        if name and not quantity.unit and not _counts_no_people(reading, quantity):
            said = attribute_sentences(reading, (sentence.span,))
            about = _names_in(sentence) - _fold_speaker(said.speaker)
            yield Count(
                document=reading.document.id,
                passage=sentence.passage,
                start=sentence.span.start,
                end=sentence.span.end,
                quantity=name,
                value=quantity.value,
                floor=quantity.rough in FLOORS,
                speaker=said.speaker,
                about=tuple(sorted(about or opening)),
                group=_group_counted(sentence.tokens, quantity),
            )


def _is_unsaid(reading: Reading, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether nobody gives a figure as a count: "denied that 58 had died", "58 may have died",
    "rose from 58", "44, not 58".
    """
    text = reading.document.text
    if any(one.search(text, sentence.span.start, quantity.start) for one in _UNSAID):
        return True
    return _UNSURE.match(text, quantity.end, sentence.span.end) is not None


def _is_of_long_ago(reading: Reading, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is of something else than what the article tells: it stands beside a date
    that is long past, "in 1998, when nine people died".

    A day that is only compared with stands behind what is told: "the worst since 1998".
    """
    day = publication_day(reading.document)
    if not day:
        return False
    first = edtf.bounds(day)[0] - _LONG_AGO
    text = reading.document.text
    return any(
        edtf.bounds(dated.edtf)[1] < first
        and not (
            quantity.start < dated.start
            and _COMPARING.search(text, quantity.end, dated.start) is not None
        )
        for dated in sentence.dates
        if dated.edtf is not None
    )


def _group_counted(tokens: Sequence[Token], quantity: Quantity) -> str:
    """The noun by a figure that leaves others out, with whose they are: "two | soldiers | were
    wounded", "the number of | Castren soldiers | killed rose to nine"; "" for none.
    """
    place = next(i for i, t in enumerate(tokens) if t.start >= quantity.start and t.tag == "number")
    stop = number_end(tokens, place)
    behind = _find_group(tokens[stop : stop + _GROUP])
    return behind or _find_group(_words_numbered(tokens[:place]))


def _words_numbered(ahead: Sequence[Token]) -> Sequence[Token]:
    """The words behind the last "number of" before a figure."""
    for place in range(len(ahead) - 2, -1, -1):
        if (ahead[place].lower, ahead[place + 1].lower) == ("number", "of"):
            return ahead[place + 2 : place + 2 + _GROUP]
    return ()


def _find_group(tokens: Sequence[Token]) -> str:
    """The first noun for people, with the name or the land before it that says whose they are; ""
    where that leaves nobody out.
    """
    place = next((i for i, t in enumerate(tokens) if t.lower in _PEOPLE - _OTHERS), None)
    if place is None:
        return ""
    whose = [token.lower for token in tokens[:place] if token.tag == "name"]
    noun = tokens[place].lower
    told = [*whose, _A_HOUSEHOLD if noun in _HOUSEHOLDS else noun]
    return " ".join(told) if whose or told[0] not in _ANYBODY else ""


def _counts_no_people(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is somebody's age, or counts only some of those who are counted: "his
    9-year-old son", "nine of its dead", "all 212 employees, of whom 14 died".
    """
    text = reading.document.text
    before = text[max(0, quantity.start - _SHORTLY) : quantity.start]
    return bool(_OTHERWISE.match(text, quantity.start) or _PARTS.search(before))


def _fold_speaker(speaker: str) -> frozenset[str]:
    """A speaker as names are folded in a sentence: whole, as a person, and word by word."""
    tokens = tag_tokens(speaker, 0, len(speaker), lambda _: True, lambda _: False)
    words = frozenset(token.lower for token in tokens)
    keys = (key(one) for one in (speaker, *words) if one for key in (name_key, person_key))
    return words | {key.split(" ")[0] for key in keys}


def _named_quantity(tokens: Sequence[Token], quantity: Quantity) -> str:
    """The quantity that the words round a figure name: the nearest of the list, "" for none."""
    place = next(i for i, t in enumerate(tokens) if t.start >= quantity.start and t.tag == "number")
    stop = number_end(tokens, place)
    if not _of_people(tokens, stop) or _comes_on_top(tokens, place, stop):
        return ""
    ahead = _until_end(tokens[max(0, place - _BEFORE) : place][::-1])
    behind = _until_end(tokens[stop : stop + _AFTER])
    found = [
        (distance, one.name)
        for one in COUNTED
        for distance in (
            *_phrase_distances(behind, one.beside),
            *_phrase_distances(ahead, one.before, back=True),
        )
    ]
    return min(found)[1] if found else ""


def _comes_on_top(tokens: Sequence[Token], place: int, stop: int) -> bool:
    """Whether a figure is what came on top of another: "two more workers", "another two"."""
    beside = (*tokens[max(0, place - 1) : place], *tokens[stop : stop + 1])
    return holds_word(beside, _ADDING)


def _of_people(tokens: Sequence[Token], stop: int) -> bool:
    """Whether what stands behind a figure can be counted so: people, or nothing."""
    behind = tokens[stop] if stop < len(tokens) else None
    if behind is None or behind.tag not in {"noun", "name"}:
        return True
    near = {t.lower for t in tokens[stop : stop + 3]}
    return bool(near & _PEOPLE) or any((word,) in one.beside for one in COUNTED for word in near)


def _until_end(tokens: Sequence[Token]) -> list[str]:
    words: list[str] = []
    for place, token in enumerate(tokens):
        related = token.lower == "who" and place + 1 < len(tokens)
        if related and tokens[place + 1].lower in _STATES:
            continue  # "38 people who are still missing"
        if token.tag in _ENDS or token.tag == "and":
            break
        words.append(token.lower)
    return words


def _phrase_distances(
    words: Sequence[str], phrases: Sequence[Sequence[str]], *, back: bool = False
) -> Iterator[int]:
    """How far from a figure each phrase stands; `words` lead away from it."""
    for phrase in phrases:
        wanted = list(reversed(phrase)) if back else list(phrase)
        for place in range(len(words) - len(wanted) + 1):
            if list(words[place : place + len(wanted)]) == wanted:
                yield place
