"""Numbers that two statements give of one thing, and not alike."""

from briefing.corroborate.side import (
    CAPITALISED,
    SENTENCE_END,
    Contrast,
    Side,
    sentence_at,
    word_overlap,
)
from briefing.language import wordlist
from briefing.languages.en.assertions.acts import find_act
from briefing.languages.en.sameness import vocabulary

_PATTERNS = wordlist.patterns("en", "words/difference_patterns")
_COUNT = _PATTERNS["count"]
_TOLL, _MARGIN = _PATTERNS["toll"], _PATTERNS["margin"]
_WORDS = wordlist.read("en", "words/differences")
_FILLERS, _UNITS = _WORDS.words("fillers"), _WORDS.words("units")
_NEAR = 25  # characters round a number in which a word makes it a toll
_COUNTED_ALIKE = 0.3  # share of words from which two sentences count the same thing


def contrast_number(left: Side, right: Side) -> Contrast | None:
    """The same thing counted, of which the same is told, with another number, and nothing says that
    it was counted on another day.
    """
    if not _may_count_one(left, right):
        return None
    one, two = read_figures(left.text), read_figures(right.text)
    for what in sorted(one.keys() & two.keys()):
        ends = one[what][1], two[what][1]
        if one[what][0] != two[what][0] and _tell_of_one(left, right, ends):
            return Contrast(topic=f"How many {what}", left=ends[0], right=ends[1])
    return None


def _may_count_one(left: Side, right: Side) -> bool:
    """Whether two statements share words and a name, and are neither of two days nor, in two
    articles, sayings of one speaker, who learnt more between them.
    """
    dates = {left.candidate.statement.date, right.candidate.statement.date} - {None}
    if len(dates) > 1 or not left.gist.names & right.gist.names:
        return False
    said_twice = left.family != right.family and left.speaker.lower() == right.speaker.lower()
    return not (left.speaker and said_twice) and word_overlap(left, right) >= _COUNTED_ALIKE


def _tell_of_one(left: Side, right: Side, ends: tuple[int, int]) -> bool:
    """Whether two counts may be of one thing: their verbs are one, and the names ahead of them in
    their own clauses share one, or neither has a name there. What two lands each pump is no
    difference, nor are tins asked for and tins that came.
    """
    counts = ((left, ends[0]), (right, ends[1]))
    ours, theirs = (_names_ahead(side, end) for side, end in counts)
    if not (ours & theirs) and (ours or theirs):
        return False
    done, said = (find_act(*_sentence_before(side.text, end)) for side, end in counts)
    return done == said


def _sentence_before(text: str, end: int) -> tuple[str, int]:
    """The sentence of a count that ends at an offset, and where it ends in that sentence."""
    sentence = sentence_at(text, end - 1)
    return sentence, end - text.index(sentence)


def _names_ahead(side: Side, end: int) -> frozenset[str]:
    """The names in a count's sentence ahead of where it ends, without small words that open it."""
    start = max((found.end() for found in SENTENCE_END.finditer(side.text, 0, end)), default=0)
    items = CAPITALISED.findall(side.text[start:end])
    words = {word.removesuffix("’s").removesuffix("'s") for word in items}
    return frozenset(filter(vocabulary, words))


def read_figures(text: str) -> dict[str, tuple[str, int]]:
    """What a text counts: the noun, the number without its commas and where its words end. The
    dead are counted elsewhere, clause by clause.

    What is counted twice with different numbers is left out: no one can say which is meant.
    """
    found: dict[str, set[tuple[str, int]]] = {}
    for counted in _COUNT.finditer(text):
        near = text[max(0, counted.start() - _NEAR) : counted.end() + _NEAR]
        if _TOLL.search(near) or _MARGIN.search(text, 0, counted.start()):
            continue  # "won by 213 votes": a margin
        for noun in _counted_nouns(counted.group(2).split()):
            value = counted.group(1).replace(",", "").rstrip(".")
            found.setdefault(noun, set()).add((value, counted.end()))
    return {noun: next(iter(held)) for noun, held in found.items() if len(held) == 1}


def _counted_nouns(words: list[str]) -> set[str]:
    """What the words behind a number may count: the plurals among them; "1,500 more" is of what
    nobody knows.
    """
    return {word for word in words if word.endswith("s")} - _FILLERS - _UNITS


def mark_figures(side: Side) -> frozenset[str]:
    """Mark a statement by what it counts beside each of its names."""
    return frozenset(
        f"{what} {name}" for what in read_figures(side.text) for name in side.gist.names
    )
