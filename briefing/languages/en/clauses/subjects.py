"""The subject of a verb: found where the words leave no doubt, else nobody."""

from collections.abc import Sequence

from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.lists import WORDS, section_words
from briefing.languages.en.lexicon import SAYING_VERBS

Phrases = tuple[tuple[Chunk, ...], ...]

ASIDE = frozenset({"adverb", "time", "not"})
_LED = 2  # chunks before a leader: the group, "led", "by"
_LONG = 14  # chunks of an aside between commas
_ORDERS = section_words("orders")
_CLAUSAL = section_words("clausal")
_ORGANS = frozenset(WORDS.entries("organs"))
_TYING = section_words("tying")
_RELATIVE = section_words("relative")


def find_subject(chunks: Sequence[Chunk], at: int) -> Phrases:
    """The phrases that are the subject of the group at `at`; empty where that isn't certain.

    A pronoun is a subject too, as the chunk it is.
    """
    place = at - 1
    while place >= 0 and (chunks[place].kind in ASIDE or _leads_time(chunks, place)):
        place -= 1
    if place < 0:
        return ()
    if chunks[at].tokens[0].tag == "to":
        return _controlling_subject(chunks, place)
    return _subject_ahead(chunks, place)


def _leads_time(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether a preposition only leads a time between subject and verb: "X | on | Friday met"."""
    behind = chunks[place + 1].kind if place + 1 < len(chunks) else ""
    return chunks[place].kind == "preposition" and behind == "time"


def _subject_ahead(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The subject that the chunk at `place`, right before the verb, is or leads to."""
    before = chunks[place]
    if before.kind == "phrase":
        return _with_and(chunks, place)
    if before.kind == "pronoun":
        return ((before,),)
    if before.kind == "subordinator" and before.last.lower in _RELATIVE:
        return _relative_antecedent(chunks, place - 1)
    if before.kind == "comma":
        return _before_aside(chunks, place)
    return _shared_subject(chunks, place) if before.kind == "and" else ()


def _controlling_subject(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The subject of an infinitive: that of the verb that governs it, or whom one asked or
    forced.
    """
    if chunks[place].kind == "group":
        return find_subject(chunks, place)
    ordering = place > 0 and chunks[place - 1].kind == "group"
    if chunks[place].kind == "phrase" and ordering and chunks[place - 1].last.lower in _ORDERS:
        return ((chunks[place],),)
    return ()


def _with_and(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The phrase that ends at `place`, from its head on, and one that "and" joins to it."""
    first = place
    while first > 1 and _tied_to(chunks, first):
        first -= 2
    own = tuple(chunks[first : place + 1])
    led = _led_by(chunks, first)
    if led:
        return (*led, own)
    ahead = chunks[first - 1] if first else None
    if ahead is not None and not _can_begin(ahead):
        return ()
    if not _joins_phrases(chunks, first):
        return (own,)
    before = _with_and(chunks, first - 2)
    return (*before, own) if before else ()


def _joins_phrases(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether "and" stands before a phrase, and another phrase before that."""
    return first > 1 and chunks[first - 1].kind == "and" and chunks[first - 2].kind == "phrase"


def _led_by(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The subject of "a delegation led by the envoy (came)", whose leader stands at
    `place`.
    """
    led = (
        place > _LED and chunks[place - 1].last.lower == "by" and chunks[place - 2].kind == "group"
    )
    if not led or chunks[place - 2].last.lower not in {"led", "headed"}:
        return ()
    return _with_and(chunks, place - 3) if chunks[place - 3].kind == "phrase" else ()


def _tied_to(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether the phrase at `place` hangs on one before it."""
    return chunks[place - 1].last.lower in _TYING and chunks[place - 2].kind == "phrase"


def _can_begin(ahead: Chunk) -> bool:
    """Whether a subject can begin behind `ahead`: no verb's object and no preposition's
    noun.
    """
    if ahead.kind == "group":
        return ahead.last.lower in SAYING_VERBS
    if ahead.kind in {"preposition", "to"}:
        return ahead.last.lower in _CLAUSAL
    return ahead.kind != "phrase"


def _relative_antecedent(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The phrase that "who" or "which" stands for: the one right before, a comma between them
    or not.
    """
    if place >= 0 and chunks[place].kind == "comma":
        place -= 1
    return ((chunks[place],),) if place >= 0 and chunks[place].kind == "phrase" else ()


def _before_aside(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The subject before an aside between commas that ends at `place`."""
    reach = range(place - 1, max(0, place - _LONG), -1)
    opening = next((i for i in reach if chunks[i].kind == "comma"), 0)
    if not opening or chunks[opening - 1].kind != "phrase":
        return ()
    return _with_and(chunks, opening - 1)


def _shared_subject(chunks: Sequence[Chunk], place: int) -> Phrases:
    """The subject that a verb behind "and" shares with the one before it."""
    for at in range(place - 1, -1, -1):
        if chunks[at].kind in {"subordinator", "stop"}:
            return ()
        if chunks[at].kind == "group" and chunks[at].tokens[0].tag != "to":
            return find_subject(chunks, at)
    return ()


def tied_end(chunks: Sequence[Chunk], place: int) -> int:
    """The end of a phrase with all that "of" ties to it."""
    end = place + 1
    while (
        end + 1 < len(chunks) and chunks[end + 1].kind == "phrase" and _tells_belonging(chunks, end)
    ):
        end += 2
    return end


def _tells_belonging(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the preposition at `at` says whose the noun before it is: "of", "officials from the
    ministry".
    """
    word = chunks[at].last.lower
    return word == "of" or (word == "from" and chunks[at - 1].last.lower in _ORGANS)


def skip_aside(chunks: Sequence[Chunk], place: int) -> int:
    """Where a sentence goes on behind an aside between dashes that opens at `place`."""
    if place >= len(chunks) or chunks[place].last.text not in {"—", "–"}:
        return place
    reach = range(place + 1, min(len(chunks), place + _LONG))
    return next((i + 1 for i in reach if chunks[i].last.text in {"—", "–"}), place)
