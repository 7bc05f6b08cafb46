"""The second look at a speaker's label: whether what it calls is anybody at all.

Speech finds speakers by their place before a verb of saying; here the label's own nouns are
asked, by other lists. "Plans announced on Monday …" make no plan a speaker. It does not find the
wrong person.
"""

import re
from itertools import pairwise

from briefing.language import late, wordlist
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.bare_phrases import STRANGERS, TELLINGS, VOICES
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import BODY_HEADS, DEMONYMS, DICTIONARY
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.sources import KNOWN, RESEARCH

_WORDS = wordlist.read("en", "words/strangers")
_ONE = frozenset({"a", "an", "one"})  # "a clerk": whoever speaks so is told of for the first time
# A capital ahead of it and an article behind make "reports" a verb.
_REPORTING = late.pattern(r"\b[A-Z][^,]* (?:reports|says|said|reported) (?:that )?(?:the|a|an)\b")
_HANDLE = late.pattern(r"@\w{2,30}|[A-Za-z]\w*[_\d]\w*")  # "@tolm_rail": who writes posts
_GOING_ON = _WORDS.words("going on")
_MEASURED, _MADE_BY = _WORDS.words("measured"), _WORDS.words("made by")
_AGENTS = tuple(wordlist.read("en", "antecedents/words").words("agents") - {"ar"})
_VOICES = frozenset(
    (
        *KNOWN,
        *RESEARCH,
        *nouns.PEOPLE,
        *nouns.KIN,
        *nouns.GROUPS,
        *nouns.HOLDERS,
        *STRANGERS,
        *TELLINGS,
        *VOICES,
        *BODY_HEADS,
        *DEMONYMS,
        *_WORDS.words("of many"),
        *_WORDS.words("trades"),
    )
)


def is_whose_voice(label: str, text: str) -> bool:
    """Whether a speaker's label holds a name, or a noun for people, for a body or for what speaks
    for them, or is the handle of who posts; an empty one is nobody's and stays so. An ordinary
    word alone is a name where `text`, the article, writes it with a capital inside a sentence.
    """
    words = wording.split_words(label, 0, len(label))
    if not words.texts or _is_nobodys(words, label):
        return not words.texts
    if _is_named(words) or _HANDLE.fullmatch(label):
        return True
    if len(words) == 1 and re.search(rf"(?<=[a-z,] ){re.escape(label)}\b", text):
        return True
    return any(_is_voice(word.rpartition("-")[2]) for word in words.lowers)


def _is_named(words: Words) -> bool:
    """Whether a label opens with "a" or with a name, or holds one behind its first word."""
    if words.lowers[0] in _ONE or any(map(wording.is_capital, words.texts[1:])):
        return True
    return wording.is_capital(words.texts[0]) and words.lowers[0] not in DICTIONARY


def _is_nobodys(words: Words, label: str) -> bool:
    """Whether a label's end is lost ("Dockers near the quay and | said"), its verb stands in it
    ("Vellin Radio reports the crew | said"), or it calls a measurement or a picture by or for
    somebody ("Polls for the paper X").
    """
    lowers = words.lowers
    made = (one in _MEASURED and behind in _MADE_BY for one, behind in pairwise(lowers))
    return lowers[-1] in _GOING_ON or _REPORTING.search(label) is not None or any(made)


def _is_voice(word: str) -> bool:
    """Whether a noun, in small letters and of either number, is one for somebody or a body."""
    return word in _VOICES or word.removesuffix("s") in _VOICES or word.endswith(_AGENTS)
