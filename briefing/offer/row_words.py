"""The words of a row of the timeline: a statement's own, as far as its date's clause."""

from briefing.language import wordlist
from briefing.languages import is_rewritten
from briefing.languages.en.excerpt import CUT, cut_excerpt
from briefing.languages.en.sentences import split_sentences
from briefing.model import Candidate

_POINTS_BACK = wordlist.patterns("en", "words/timeline_patterns")["points_back"]


def show_words(candidate: Candidate, date: str) -> str:
    """What a row for a date, called as its article calls it, shows of a statement."""
    return _row_words(candidate, _date_end(candidate.statement.text, date))


def _row_words(candidate: Candidate, through: int) -> str:
    """A row's words: an excerpt, with as many sentences before it as say what "it" is; of a
    language whose sentences are told as they stand always all.
    """
    text = candidate.statement.text
    if not is_rewritten(candidate.language):
        return text
    cut = cut_excerpt(text, through)
    if _POINTS_BACK.match(cut) is None:
        return cut
    starts = [one.start for one in split_sentences(text, 0, len(text)) if one.end < through]
    tails = (f"{CUT.strip()} {text[start:]}" for start in reversed(starts) if start)
    return next((tail for tail in tails if _POINTS_BACK.match(tail) is None), text)


def _date_end(text: str, words: str) -> int:
    """Where a date expression, with the bracket behind it, ends in a statement's text."""
    at = text.find(" ".join(words.split()))
    end = at + len(words) if at >= 0 else len(text)
    return text.find("]", end) + 1 if text[end : end + 2] == " [" else end
