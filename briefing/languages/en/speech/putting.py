"""Source clauses of those who count: "the coast guard puts the death toll of the Larka at 44"."""

from briefing.languages.en.antecedents import nouns
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.cue import Cue, word_span
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import head_of
from briefing.languages.en.speech.speakers import can_be_speaker
from briefing.languages.en.speech.subjects import subject_before
from briefing.model import Span

VERBS = frozenset({"put", "puts"})
"""Words that may be the verb of such a clause."""
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "that"})
_COUNTED = WORDS.words("what is put")
_COUNTERS = WORDS.words("who counts") | nouns.GROUPS | nouns.PEOPLE
_FIGURES = WORDS.words("figures put")
_NOUN, _FIGURE = 5, 16  # words behind the verb among which the noun stands, and "at" with a figure


def read_putting(words: Words, masked: frozenset[int], index: int, sentence: Span) -> Cue | None:
    """Read "X puts the number of … at 44", whose verb stands at `index`; None where nobody counts:
    "the rise puts the total at risk", "new deaths put the toll at 44".
    """
    if not _puts_figure(words, index):
        return None
    subject = subject_before(words, index, masked)
    if subject is None or subject[0] >= subject[1] or not _can_count(words, *subject):
        return None
    first, last = subject
    body = Span(start=words.starts[index + 1], end=sentence.end)
    cue = word_span(words, first, index + 1)
    speaker = word_span(words, first, last)
    return Cue(shape="lead", cue=cue, speaker=speaker, content=body, verb="said")


def _puts_figure(words: Words, index: int) -> bool:
    """Whether a noun for what is counted follows a verb, and behind "at" a figure."""
    if words.lower(index + 1) not in _DETERMINERS | _COUNTED:
        return False
    near = range(index + 1, min(index + 1 + _NOUN, len(words)))
    if not any(words.lowers[at] in _COUNTED for at in near):
        return False
    far = range(index + 3, min(index + 3 + _FIGURE, len(words) - 1))
    return any(words.lowers[at] == "at" and _is_figure(words, at + 1) for at in far)


def _is_figure(words: Words, at: int) -> bool:
    """Whether a figure stands at a word, bounds aside: "at | least 44", "at | about $3m"."""
    ahead = words.texts[at : at + 3]
    return any(text[:1].isdigit() or text.lower() in _FIGURES for text in ahead)


def _can_count(words: Words, first: int, last: int) -> bool:
    """Whether a phrase names somebody, or is headed by a noun for those who count."""
    return head_of(words, first, last) in _COUNTERS or can_be_speaker(words, first, last, "")
