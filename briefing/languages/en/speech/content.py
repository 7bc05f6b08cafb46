"""Where what is said begins, behind a verb of saying."""

from dataclasses import dataclass

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import verbs
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.sources import RESEARCH
from briefing.model import Span

_OPENING = frozenset({"“", '"', "«", "‘"})
_TELLS = WORDS.words("telling")
_ADJUNCTS = WORDS.words("content adjuncts")
_NEVER_NEXT = frozenset({"by", "and", "or", ".", ";", ")", "?", "!", "—", "–", "("})
_FINITE = WORDS.words("content verbs")
_INTENDING = ("agree", "hope", "expect", "promis", "pledg", "vow", "threat", "fear", "claim")
_NO_VERB = WORDS.words("no verb")
# "added another hall", "maintains a wide lead": something is added or held, nothing is said.
_TAKING = WORDS.words("taking")
_COUNTING = WORDS.words("counting")
_KNOWING = RESEARCH | {"sources", "source"}
_BEHIND_LISTENER = _ADJUNCTS | {"that", ",", ":"}
_DETERMINERS = WORDS.words("listener determiners")
_ALWAYS = WORDS.words("always saying")
_REACH = 25
_ADJUNCT_REACH = 16
_LISTENER_REACH = 6
_OBJECT_REACH = 7  # words behind "adds" among which the "to" of its object stands


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechContent:
    """The word the content starts with (the sentence's length: it follows in the next), and what
    comes before it.

    `quoted` is the source in "quoted a source as saying", `listener` the one who is told.
    """

    start: int
    quoted: Span | None = None
    listener: Span | None = None


def find_content(
    words: Words, masked: frozenset[int], verb: int, head: str
) -> SpeechContent | None:
    """Where the content of the verb at `verb` starts, None where what follows is no speech.

    `head` is the lower-case head of the subject; `masked` are the words inside quotations.
    """
    form = words.lowers[verb]
    if form in {"quoted", "quotes"}:
        return _as_saying(words, verb)
    if adds_to(words, masked, verb):
        return None
    at, listener = verb + 1, None
    if form in _TELLS and at not in masked:
        at = _behind_listener(words, masked, at)
        listener = (
            Span(start=words.starts[verb + 1], end=words.ends[at - 1]) if at > verb + 1 else None
        )
    if at >= len(words):
        return None
    marked = _marked_start(words, masked, at)
    if marked is None:
        marked = _unmarked_start(words, masked, at, form, head, told=listener is not None)
    if marked is None:
        return None
    return SpeechContent(start=marked, listener=listener)


def _as_saying(words: Words, verb: int) -> SpeechContent | None:
    for at in range(verb + 2, len(words) - 1):
        if words.lowers[at] == "as" and words.lowers[at + 1] in {"saying", "stating", "telling"}:
            start = at + 3 if words.lower(at + 2) in {"that", ",", ":"} else at + 2
            quoted = Span(start=words.starts[verb + 1], end=words.ends[at - 1])
            return SpeechContent(start=start, quoted=quoted) if start < len(words) else None
    return None


def _marked_start(words: Words, masked: frozenset[int], at: int) -> int | None:
    """Where a marked content starts: behind "that", a colon, a comma before a quotation; over
    an adjunct too.
    """
    direct = _content_mark(words, masked, at)
    if direct is not None:
        return direct
    if words.lowers[at] not in _ADJUNCTS and words.lowers[at] != ",":
        return None
    if words.lowers[at] == "to" and words.lowers[at - 1].startswith(_INTENDING):
        return None
    for later in range(at + 1, min(at + _ADJUNCT_REACH, len(words))):
        if words.texts[later] in _FINITE and words.lowers[at] != ",":
            return None
        found = _content_mark(words, masked, later)
        if found is not None and (words.texts[at] != "," or words.texts[later - 1] == ","):
            return found
    return None


def _content_mark(words: Words, masked: frozenset[int], at: int) -> int | None:
    word = words.lowers[at]
    if word == "that":
        start = at + 2 if words.lower(at + 1) == "," else at + 1
        return start if start < len(words) else None
    if at in masked or words.texts[at] in _OPENING:
        return at
    if word == ":" or (word == "," and (at + 1 in masked or at + 1 == len(words))):
        return at + 1
    return None


def _unmarked_start(
    words: Words, masked: frozenset[int], at: int, form: str, head: str, *, told: bool
) -> int | None:
    """Where an unmarked clause or object starts, if the verb takes one."""
    word = words.lowers[at]
    if word in _NEVER_NEXT or word == "," or (word in {"to", "as", "of"} and not told):
        return None
    if word == "to" and form.startswith(_INTENDING):
        return None
    if form in _TAKING and (word in _COUNTING or word[:1].isdigit()):
        return None
    reach = range(at, min(at + _REACH, len(words)))
    finite = any(words.lowers[index] in _FINITE or index in masked for index in reach)
    if form in verbs.OBJECTS or (
        form in verbs.FREE and (finite or form in _ALWAYS or _holds_verb(words, reach))
    ):
        return at
    if form in verbs.FREE and head in _KNOWING:
        return at
    if form in verbs.CLAUSAL and word not in _ADJUNCTS and (finite or head in RESEARCH):
        return at
    return None


def adds_to(words: Words, masked: frozenset[int], verb: int) -> bool:
    """Whether something is added to something: "adds weight to the plan", "adds to the debt"."""
    at = verb + 1
    if words.lowers[verb] not in {"added", "adds", "add"}:
        return False
    for later in range(at, min(at + _OBJECT_REACH, len(words))):
        word = words.lowers[later]
        if word == "to":
            return not (later > at and words.lowers[later - 1].endswith(("ed", "ing")))
        if (
            later in masked
            or word in _FINITE
            or word in {"that", ",", ":", "he", "she", "it", "they"}
        ):
            return False
    return False


def _holds_verb(words: Words, reach: range) -> bool:
    return any(
        words.lowers[at].endswith("ed")
        or (
            words.lowers[at].endswith("s") and at > reach.start and words.lowers[at] not in _NO_VERB
        )
        for at in reach
    )


def _behind_listener(words: Words, masked: frozenset[int], at: int) -> int:
    """Skip whom it is told: a pronoun, a name, or a short phrase."""
    first = at
    if words.lower(at) in {
        "him",
        "her",
        "them",
        "us",
        "me",
        "reporters",
        "journalists",
        "lawmakers",
        "parliament",
    }:
        return at + 1
    if (
        words.lower(at).endswith("s")
        and words.texts[at].islower()
        and words.lower(at + 1) in _BEHIND_LISTENER
    ):
        return at + 1
    if words.lower(at) in _DETERMINERS:
        for later in range(at + 1, min(at + _LISTENER_REACH, len(words))):
            if words.lowers[later] in {"that", ","}:
                return later
    while at < len(words) and at - first < _LISTENER_REACH and at not in masked:
        named = words.texts[at][:1].isupper() or (at > first and words.texts[at].isdigit())
        determined = at == first and words.lowers[at] in {
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "state",
        }
        if not (
            named
            or determined
            or (
                at == first + 1
                and words.lowers[first] in {"the", "a", "an", "his", "her", "its", "state"}
            )
        ):
            break
        at += 1
    return at
