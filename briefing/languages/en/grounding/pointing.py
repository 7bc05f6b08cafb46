"""Whether a passage that is told as it stands leaves a reader asking who or what is meant.

Asked of what the analyst orders, where no rule lets it stand alone. What is quoted is its speaker's
("This was a violation," the minister said), and what a section speaks of is known to its reader
("the dam"). A pronoun is not, nor "the ministry" where the sentence before has said which one, nor
"the board denied that".
"""

from collections.abc import Sequence

from briefing.language import wordlist
from briefing.language.draft import Draft
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.denials import find_answer
from briefing.languages.en.grounding.bare_phrases import STRANGERS
from briefing.languages.en.grounding.hanging import (
    hangs_in_draft,
    pointing_words,
    reaches_back,
)
from briefing.languages.en.grounding.vague import vague_descriptions
from briefing.model import Reading, Span

_BARE = wordlist.patterns("en", "words/denials")["bare_denial"]
_REFERENCES = wordlist.read("en", "words/references")
_PRONOUNS = _REFERENCES.words("human") | _REFERENCES.words("things")
_ACTORS = STRANGERS | nouns.HOLDERS


def points_back(reading: Reading, sentences: tuple[Span, ...], ahead: Sequence[Span]) -> bool:
    """Whether `sentences`, of one passage and told as they stand, need what the sentences `ahead`,
    which go before them, say. A pronoun further down means what its own passage tells.
    """
    draft = Draft(reading=reading, sentences=sentences)
    return _leaves_open(draft, sentences[0]) or _is_named_ahead(draft, ahead)


def denies_unsaid(reading: Reading, sentence: Span, ahead: Sequence[Span]) -> bool:
    """Whether a sentence denies the last of `ahead` and does not say what it denies."""
    words = reading.document.text[sentence.start : sentence.end]
    denied = bool(ahead) and find_answer(reading, ahead[-1]) == sentence
    return denied and _BARE.search(words) is not None


def _leaves_open(draft: Draft, sentence: Span) -> bool:
    """Whether a pronoun of a sentence, outside quotations, means nothing that the draft tells, or a
    passage opens with another word that points ("This would …"): "both sides" may stay open.
    """
    text = draft.reading.document.text
    for span in pointing_words(draft, sentence):
        word = text[span.start : span.end]
        opens = span.start == draft.start and not word.lower().startswith("the ")
        if draft.is_quoted(span.start) or not (opens or word.lower() in _PRONOUNS):
            continue
        hangs = hangs_in_draft(draft, sentence, span)
        if hangs and not reaches_back(draft, word, sentence.start):
            return True
    return False


def _is_named_ahead(draft: Draft, ahead: Sequence[Span]) -> bool:
    """Whether the sentences ahead tell of somebody or a body that the draft means by a noun
    alone.
    """
    text = draft.reading.document.text
    told = " ".join(text[one.start : one.end] for one in ahead).lower().split()
    words = {word.strip(".,;:“”\"'’()") for word in told}
    found = (text[span.start : span.end].split()[-1].lower() for span in vague_descriptions(draft))
    return any(noun in _ACTORS and noun in words for noun in found)
