"""What a page says to its readers and what only leads to something: no statement holds any of it.

A page is cleaned by lines before it is read; here stand the sentences that hide between those of an
article. What it doesn't see: advertising that looks like a report.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language import wordlist
from briefing.language.draft import Draft, Refused, is_quoted, things_inside
from briefing.language.identity import Remembered, Same
from briefing.language.interviews import find_interview
from briefing.language.prefilter import make_ready
from briefing.languages.en.own_reports import tells_own_report
from briefing.languages.en.speech.labels import find_answers
from briefing.model import Reading, Span

_PATTERNS = wordlist.patterns("en", "words/furniture_patterns")
_SAID_TO_READERS = make_ready(
    _PATTERNS[name]
    for name in (
        "appeal",
        "contact",
        "greeting",
        "lead",
        "lead_on",
        "begins_itself",
        "calls_itself",
        "itself",
        "caption",
        "shown",
        "dated_picture",
        "on_page",
        "aside",
        "same_text",
    )
)
_ISSUER, _ANSWERING = _PATTERNS["issuer"], _PATTERNS["answering"]
_LETTER, _LETTERS, _SIGNED = (_PATTERNS[name] for name in ("letter", "letters", "signed"))
_TELEPHONE, _DIGITS = _PATTERNS["telephone"], 5  # which no number has fewer of
_SEVERAL = 2  # letters that make a page of them
_SPEAKS_ITSELF = wordlist.patterns("en", "words/stated_patterns")["speaks_itself"]
_POST, _SAYS = _PATTERNS["post"], _PATTERNS["says"]
_SIGNS_POST = _PATTERNS["signs_post"]
_HOLDS_POST = make_ready([_POST])
_MARKS = ("“", '"', "‘", "'", "«", "„")
_AHEAD = 300  # characters looked back over for a line that announces a quotation


def refuse_furniture(draft: Draft) -> Draft | Refused:
    """Refuse sentences that speak to the reader of the page, a question among them, and words of
    an embedded post.
    """
    if _is_readers(draft):
        return Refused(reason="a reader's letter")
    same = Same(reading=draft.reading)
    said = next(filter(None, (_say_why(same, one) for one in draft.sentences)), "")
    if said:
        return Refused(reason=said)
    reasons = (reason for reason, holds in _TOLD_BY_PLACE if holds(draft))
    found = next(reasons, None)
    return draft if found is None else Refused(reason=found)


# A sentence is asked about alone, and in each draft with its neighbours: remembered as they are.
@lru_cache(maxsize=32)
def _say_why(same: Same, sentence: Span) -> str:
    """Why a sentence that speaks to readers or of the page is refused, "" where it doesn't."""
    reading = same.reading
    told = reading.document.text[sentence.start : sentence.end]
    if _SAID_TO_READERS.finds_any(told) or _gives_number(told):
        return "said to readers"
    if tells_own_report(reading, sentence):
        return "what the outlet had reported"
    if not told.endswith(("?", "!")) or is_quoted(reading.document.text, sentence.end - 1):
        return ""
    return "question" if told.endswith("?") else "exclamation"


def _gives_number(told: str) -> bool:
    """Whether a telephone number stands in a sentence."""
    return sum(map(str.isdigit, told)) >= _DIGITS and _TELEPHONE.search(told) is not None


def _tells_issuer(draft: Draft) -> bool:
    """Whether a paragraph says what the issuer of a release is."""
    return draft.passage is not None and draft.passage.start in _PLACES(draft.reading).issuing


def _answers_interviewer(draft: Draft) -> bool:
    """Whether a draft stands in an answer of an interview."""
    answers = _ANSWERS(draft.reading)
    return any(one.start <= draft.start < one.end for one in answers)


def _announces_words(draft: Draft) -> bool:
    """Whether a draft is announced or labelled as somebody's words."""
    passage = draft.passage
    announced = passage is not None and passage.start in _PLACES(draft.reading).announced
    return announced or _is_labelled(draft)


def _answers_question(draft: Draft) -> bool:
    """Whether a draft stands behind a question of its paragraph, and answers it in words that tell
    nothing without it.
    """
    if draft.passage is None or not _ANSWERING.match(draft.text):
        return False
    text = draft.reading.document.text
    return text[draft.passage.start : draft.start].rstrip().endswith("?")


def _is_readers(draft: Draft) -> bool:
    """Whether a reader writes what a draft tells: a page of letters, or a paragraph that opens with
    its salutation.
    """
    kind, passage = draft.reading.document.kind, draft.passage
    if kind is not None and _LETTERS.match(kind.value):
        return True
    if _LETTERED(draft.reading):
        return True
    return passage is not None and passage.start in _PLACES(draft.reading).letters


def _are_letters(reading: Reading) -> bool:
    """Whether several readers sign their letters in a text."""
    return len(_SIGNED.findall(reading.document.text)) >= _SEVERAL


def _answers(reading: Reading) -> Sequence[Span]:
    """The paragraphs of an article's interview of which nobody says who speaks them."""
    live = [passage for passage in reading.passages if passage.dropped is None]
    text = reading.document.text
    asked = find_interview(text, _SPEAKS_ITSELF)
    return (
        *find_answers(text, live, reading.mentions, reading.entities),
        *((asked,) if asked is not None else ()),
    )


_LETTERED = Remembered(find=_are_letters, most=64)
_ANSWERS = Remembered(find=_answers, most=2)


def _is_labelled(draft: Draft) -> bool:
    """Whether a name and a colon open the draft, and somebody else would be told as speaker."""
    reading = draft.reading
    first = next(iter(things_inside(reading.mentions, draft.start, draft.end)), None)
    if first is None or first.start != draft.start or first.kind != "person":
        return False
    if reading.document.text[first.end : first.end + 1] != ":":
        return False
    heard = things_inside(reading.speech, draft.start, draft.end)
    return any(speech.entity != first.entity for speech in heard)


def _is_posted(draft: Draft) -> bool:
    """Whether a post's signature stands in the sentences or behind them in their passage.

    A passage that ends with one, or that one follows in a line of its own, is the post from its
    beginning.
    """
    if not _PLACES(draft.reading).posts:
        return False
    passage, text = draft.passage, draft.reading.document.text
    end = passage.end if passage else draft.end
    if _POST.search(text, draft.start, end) is not None:
        return True
    return passage is not None and _SIGNS_POST.match(text, passage.end) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the passages of an article start that open as a reader's letter does, that say what
    the issuer is, and whose words the line before announces; and whether it may hold a post.
    """

    letters: frozenset[int]
    issuing: frozenset[int]
    announced: frozenset[int]
    posts: bool


def _find_places(reading: Reading) -> _Places:
    text = reading.document.text
    starts = [passage.start for passage in reading.passages]
    return _Places(
        letters=frozenset(one for one in starts if _LETTER.match(text, one)),
        issuing=frozenset(one for one in starts if _ISSUER.match(text, one)),
        announced=frozenset(one for one in starts if _is_announced(text, one)),
        posts=_HOLDS_POST.may_find(text),
    )


def _is_announced(text: str, start: int) -> bool:
    """Whether the line before a passage that starts there ends in a colon behind a verb of saying,
    and no marks follow: whose words these are can't be told.
    """
    if text[start : start + 1] in _MARKS:
        return False
    ahead = text[max(0, start - _AHEAD) : start].rstrip()
    line = ahead[ahead.rfind("\n") + 1 :]
    return line.endswith(":") and _SAYS.search(line) is not None


_PLACES = Remembered(find=_find_places, most=2)


_TOLD_BY_PLACE: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    ("what the issuer is", _tells_issuer),
    ("an embedded post", _is_posted),
    ("an answer in an interview", _answers_interviewer),
    ("the answer to a question", _answers_question),
    ("announced as somebody's words", _announces_words),
)
"""Why a draft isn't told, by where it stands, in the order in which it is asked."""
