"""Whether a source clause is its sentence's main clause, so that the whole sentence is what is
said.
"""

import re

from briefing.language import late
from briefing.languages.en.speech import agents
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Span, Speech

SUBORDINATORS: frozenset[str] = WORDS.words("subordinators")
"""Words that open a clause inside another; "as" only where it doesn't open the sentence ("As X told
Y, …")."""

_LAST_WORD = late.pattern(r"([\w'’-]+|[,;])\s*$")
# A noun of time opens a clause as well: "By the time X said it, Y had left."
_TIMED = late.pattern(
    r"\b(?:by|at|until|from|since|on|before|after) the (?:time|moment|day|hour) $", re.IGNORECASE
)
_PARTICIPLE = late.pattern(r"\w+ing\b")
_WORD = late.pattern(r"\b[a-z]+\b")
_VERBS = WORDS.words("plain auxiliaries")
_DASHES = frozenset("-–—―")
_JOINED = frozenset({"and", "but", ";", ","})
_JOINING = frozenset({"and", "but", ";", "while", "whereas"})
_REACH = 40


def is_embedded(text: str, sentence: Span, speech: Speech) -> bool:
    """Whether a saying is only a part of `sentence`, which the outlet tells in its own voice.

    So it is where its source clause stands inside another clause ("… broke down when X said that
    …"), and where the source clause and what it covers are the lesser part behind a clause of the
    outlet's own ("…, noting that …", "…, and X said …"). A source clause behind or between what it
    covers is about all of it, as is one in the only clause of its sentence ("Whereas X said …").
    """
    cue = speech.cue
    if _is_bracketed(text, sentence, speech.start) or _is_set_off(text, sentence, speech):
        return True
    if sentence.start < speech.start < cue.start < sentence.end:
        relative = _WORD.match(text, speech.start)
        return relative is not None and relative[0] in SUBORDINATORS
    if not sentence.start < cue.start < min(sentence.end, speech.start + 1):
        return False
    return _hangs_on_clause(text, sentence, speech)


def _hangs_on_clause(text: str, sentence: Span, speech: Speech) -> bool:
    """Whether a source clause that leads what it covers is a part of, or less than, the clause that
    stands before it in its sentence.
    """
    cue = speech.cue
    match = _LAST_WORD.search(text, max(sentence.start, cue.start - _REACH), cue.start)
    if match is None:
        return False
    word = match.group(1).lower()
    if _TIMED.search(text, sentence.start, cue.start):
        return True
    if word in SUBORDINATORS:
        about_all = word == "as" or speech.end >= sentence.end - 1
        return match.start() != sentence.start or not about_all
    return _is_beside(text, word, cue) and _is_lesser_part(text, sentence, speech)


def _is_bracketed(text: str, sentence: Span, start: int) -> bool:
    """Whether what is said from `start` on stands in a bracket inside a sentence."""
    ahead = text[sentence.start : start]
    opened = ahead.rfind("(")
    return opened > 0 and ")" not in ahead[opened:]


def _is_set_off(text: str, sentence: Span, speech: Speech) -> bool:
    """Whether an aside between dashes holds no more than what is said and its source clause, or
    one between commas, before its sentence's verb: "The dam, | built in May according to X, was …".
    """
    ahead = text[sentence.start : speech.start].rstrip()[-1:]
    behind = text[speech.cue.end : sentence.end].lstrip()
    if not ahead or not behind:
        return False
    if ahead == behind[0] == ",":
        return _is_verb(_WORD.match(behind[1:].lstrip()))
    return ahead in _DASHES and behind[0] in _DASHES


def _is_beside(text: str, word: str, cue: Span) -> bool:
    """Whether a source clause behind `word` is joined to the clause before it."""
    return _PARTICIPLE.match(text, cue.start) is not None if word == "," else word in _JOINED


def _is_lesser_part(text: str, sentence: Span, speech: Speech) -> bool:
    """Whether a source clause and what it covers behind it are less than half of a sentence that
    tells something before them.
    """
    covered = min(sentence.end, speech.end) - speech.cue.start
    lesser = 2 * covered < sentence.end - sentence.start
    return lesser and _tells_itself(text[sentence.start : speech.cue.start])


def stands_beside(text: str, sentence: Span, speech: Speech) -> bool:
    """Whether a source clause is joined to what stands before it in a sentence: "X said A, | and Y
    said B".
    """
    if not sentence.start < speech.cue.start < sentence.end:
        return False
    match = _LAST_WORD.search(
        text, max(sentence.start, speech.cue.start - _REACH), speech.cue.start
    )
    return match is not None and match[1].lower() in _JOINING


def _tells_itself(ahead: str) -> bool:
    """Whether the words ahead of a source clause have a verb of their own; an adverbial has
    none.
    """
    return any(map(_is_verb, _WORD.finditer(ahead)))


def _is_verb(word: re.Match[str] | None) -> bool:
    """Whether a word has the form of a finite verb; False for none."""
    form = word[0] if word else ""
    return form in agents.PAST or form in _VERBS or form.endswith("ed")
