"""What somebody named did or said, of which only the article tells: "Orvill's move", "Holt's
remarks", where nothing behind the noun says which.
"""

from briefing.language.draft import Draft
from briefing.languages.en.grounding.bare_phrases import ends_clause
from briefing.languages.en.grounding.first_places import forms_of
from briefing.languages.en.grounding.main_nouns import is_about
from briefing.languages.en.grounding.vague import HAPPENINGS, is_told
from briefing.languages.en.names import words as wording

_BETWEEN = 2  # adjectives between an owner and the noun: "X's | latest public | remarks"


def find_owned(draft: Draft) -> str:
    """The first happening of a lone sentence that somebody named has and nothing explains; "" for
    none.
    """
    if draft.before:
        return ""
    first = draft.sentences[0]
    text = draft.reading.document.text
    words = wording.split_words(text, first.start, first.end)
    for owner in sorted(words.possessive):
        head = next(
            (at for at in range(owner + 1, owner + 2 + _BETWEEN) if _is_happening(words, at)), 0
        )
        named = words.texts[owner][:1].isupper()
        if head and named and ends_clause(words, head) and not _is_known(draft, words, head):
            return text[words.starts[owner] : words.ends[head]]
    return ""


def _is_happening(words: wording.Words, at: int) -> bool:
    """Whether a word is a noun for what was done or said, and no part of a title."""
    known = at < len(words) and not HAPPENINGS.isdisjoint(forms_of(words.lowers[at]))
    return known and words.texts[at].islower()


def _is_known(draft: Draft, words: wording.Words, head: int) -> bool:
    """Whether a draft has told of a happening, or its article is about it."""
    return is_told(draft, words, head) or is_about(draft.reading, words.lowers[head])
