"""Where what is said begins, behind a verb of saying."""

from dataclasses import dataclass

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import verbs
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.sources import RESEARCH
from briefing.model import Span

_OPENING = frozenset({"“", '"', "«", "‘"})
_GOES_ON = WORDS.words("goes on")
_TELLS = WORDS.words("telling")
_ADJUNCTS = WORDS.words("content adjuncts")
_NEVER_NEXT = frozenset({"by", "and", "or", ".", ";", ")", "?", "!", "—", "–", "("})
_FINITE = WORDS.words("content verbs")
_INTENDING = ("agree", "hope", "expect", "promis", "pledg", "vow", "threat", "fear", "claim")
_NO_VERB = WORDS.words("no verb")
# "added another hall", "maintains a wide lead": something is added or held, nothing is said.
_TAKING = WORDS.words("taking")
_COUNTING = WORDS.words("counting")
_DETERMINED = WORDS.words("determiners") | {"support", "ties", "control"}
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_NEVER_BEHIND = dict.fromkeys(("found", "finds"), _REFLEXIVE) | dict.fromkeys(
    ("wrote", "writes"), frozenset({"under", "for"})
)
_NEVER_BEHIND |= dict.fromkeys(("think", "thinks", "thought"), frozenset({"twice", "hard", "big"}))
_KNOWING = RESEARCH | {"sources", "source"}
_BEHIND_LISTENER = _ADJUNCTS | {"that", ",", ":"}
_DETERMINERS = WORDS.words("listener determiners")
_BEFORE_LISTENER = _DETERMINERS - {"their"}
_OWNED = WORDS.words("owned")
_LISTENERS = WORDS.words("listeners")
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
    if adds_to(words, masked, verb) or (form in _GOES_ON and words.lower(verb + 1) == "to"):
        return None
    at, listener = _skip_listener(words, masked, verb)
    if at >= len(words):
        return None
    marked = _marked_start(words, masked, at)
    if marked is None:
        marked = _unmarked_start(words, masked, at, form, head, told=listener is not None)
    if marked is None:
        return None
    return SpeechContent(start=marked, listener=listener)


def _skip_listener(words: Words, masked: frozenset[int], verb: int) -> tuple[int, Span | None]:
    """The word behind whom the verb at `verb` tells something, and who that is; the word behind
    the verb where it takes nobody or names nobody.
    """
    at = verb + 1
    if words.lowers[verb] not in _TELLS or at in masked:
        return at, None
    end = _behind_listener(words, masked, at)
    return end, Span(start=words.starts[at], end=words.ends[end - 1]) if end > at else None


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
    if direct is not None or not _opens_adjunct(words, at):
        return direct
    comma = words.texts[at] == ","
    for later in range(at + 1, min(at + _ADJUNCT_REACH, len(words))):
        if words.texts[later] in _FINITE and not comma:
            return None
        found = _content_mark(words, masked, later)
        if found is not None and (not comma or words.texts[later - 1] == ","):
            return found
    return None


def _opens_adjunct(words: Words, at: int) -> bool:
    """Whether what stands behind a verb of saying may be an adjunct ahead of its content; "to"
    behind a verb of intending ("agreed to") is none.
    """
    word = words.lowers[at]
    if word == "to" and words.lowers[at - 1].startswith(_INTENDING):
        return False
    return word in _ADJUNCTS or word == ","


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
    if _refuses_content(word, form, told=told):
        return None
    reach = range(at, min(at + _REACH, len(words)))
    if _takes_thing(form, word) and not _is_told(words, masked, reach):
        return None  # "claimed the prize for exceeding expectations"
    if form in verbs.OBJECTS or (form in verbs.FREE and _is_free(words, reach, form, head)):
        return at
    if not _takes_clause(form, word):
        return None
    return at if head in RESEARCH or _is_told(words, masked, reach) else None


def _takes_thing(form: str, word: str) -> bool:
    """Whether a verb that also takes things is followed by a word that opens one."""
    return form in _TAKING and word in _DETERMINED


def _is_told(words: Words, masked: frozenset[int], reach: range) -> bool:
    """Whether a finite verb or a quotation shows that a verb that also takes things says one."""
    return any(words.lowers[at] in _FINITE or at in masked for at in reach)


def _refuses_content(word: str, form: str, *, told: bool) -> bool:
    """Whether nothing is said behind a verb where `word` follows; `told`: a listener stands
    between them.
    """
    if word in {"to", "as", "of"} and not told:
        return True
    if word in _NEVER_BEHIND.get(form, ()):
        return True  # "found themselves attacked", "wrote under a pseudonym"
    return word in _NEVER_NEXT or word == "," or _tells_nothing(word, form)


def _is_free(words: Words, reach: range, form: str, head: str) -> bool:
    """Whether what follows a verb that needs no mark is said: by whoever knows, by a verb that
    always says something, or with a verb of its own.
    """
    return head in _KNOWING or form in _ALWAYS or _holds_verb(words, reach)


def _takes_clause(form: str, word: str) -> bool:
    """Whether a verb of saying takes a clause with a finite verb that begins with `word`."""
    return form in verbs.FREE or (form in verbs.CLAUSAL and word not in _ADJUNCTS)


def _tells_nothing(word: str, form: str) -> bool:
    """Whether a verb of saying says nothing with such a word behind it: "agreed to go", "added
    three".
    """
    if word == "to":
        return form.startswith(_INTENDING)
    return form in _TAKING and (word in _COUNTING or word[:1].isdigit())


def adds_to(words: Words, masked: frozenset[int], verb: int) -> bool:
    """Whether something is added to something: "adds weight to the plan", "adds to the debt"."""
    at = verb + 1
    if words.lowers[verb] not in {"added", "adds", "add", "adding"}:
        return False
    if words.lower(at) in _OWNED and words.lower(at + 2) in _ADJUNCTS:
        return True  # "added his voice after …"
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
    if _is_listener(words, at):
        return at + 1
    if words.lower(at) in _DETERMINERS:
        for later in range(at + 1, min(at + _LISTENER_REACH, len(words))):
            if words.lowers[later] in {"that", ","}:
                return later
    first, stop = at, min(len(words), at + _LISTENER_REACH)
    while at < stop and at not in masked and _names_listener(words, first, at):
        at += 1
    return at


def _is_listener(words: Words, at: int) -> bool:
    """Whether one word is whom it is told: "him", "reporters", a plural that content follows."""
    if words.lower(at) in _LISTENERS:
        return True
    plural = words.lower(at).endswith("s") and words.texts[at].islower()
    return plural and words.lower(at + 1) in _BEHIND_LISTENER


def _names_listener(words: Words, first: int, at: int) -> bool:
    """Whether the phrase for whom it is told, which begins at `first`, goes on with a word: a
    capital, a figure behind one, or what a determiner stands at or before.
    """
    if words.texts[at][:1].isupper() or (at > first and words.texts[at].isdigit()):
        return True
    return at <= first + 1 and words.lowers[first] in _BEFORE_LISTENER
