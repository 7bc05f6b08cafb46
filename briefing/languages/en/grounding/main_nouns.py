"""What an article is about: the nouns that it leads with or comes back to again and again.

Whoever reads a brief of it knows which one is meant by them ("the vessel" of a report that has it
ten times); of the others ("the laptop") only the article itself tells.
"""

from collections import Counter

from briefing.language import late
from briefing.language.identity import Remembered
from briefing.languages.en.grounding.first_places import forms_of, single_form
from briefing.model import Reading

_LEAD = 2  # sentences of the body that a reader of a brief has likely read of
# Times that an article has a noun that it is about: one in fifty words, between these; tuned with
# ten briefs of news.
_LEAST, _MOST, _APART = 2, 4, 50
_WORD = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_about(reading: Reading, noun: str) -> bool:
    """Whether an article has a noun in its title or its first two sentences, or comes back to
    it, in either number.
    """
    return forms_of(noun)[1] in _SUBJECTS(reading)


def _find_subjects(reading: Reading) -> frozenset[str]:
    """The words that an article is about, in small letters and without plural endings."""
    text = reading.document.text
    told = (one for passage in reading.passages if passage.may_tell for one in passage.sentences)
    ends = [one.end for one, _ in zip(told, range(_LEAD), strict=False)]
    words = Counter(single_form(word) for word in _WORD.findall(text.lower()))
    often = min(max(words.total() // _APART, _LEAST), _MOST)
    lead = {single_form(word) for word in _WORD.findall(text[: max(ends, default=0)].lower())}
    return frozenset(lead | {word for word, times in words.items() if times >= often})


_SUBJECTS = Remembered(find=_find_subjects, most=4)
