"""Who speaks of others by office: "the prosecutor said that he would be tried".

"X said that he …" mostly means X. Not where it is X's work to speak of somebody else, and the
sentence before, which isn't told, names one: then nobody knows who "he" is. Nor does whoever asks
give the answer: "X asked about the visit. “It was pleasant,” she said."
"""

from collections.abc import Set as AbstractSet
from itertools import pairwise

from briefing.language import late, wordlist
from briefing.language.draft import Draft, Refused, things_inside

_FOR_OTHERS = wordlist.read("en", "words/references").words("speaking for others")
_SAID = late.pattern(
    r"\b(?:said|says|added|told [\w ]{1,30}|confirmed|announced|argued)(?: that)? $"
)
# Begun with letters, so that it is tried at those alone and not between all words.
_SUBJECT = late.pattern(r"[hs](?:(?<=\bh)(?:e|is|er)|(?<=\bs)he)\b")
_ASKS = late.pattern(
    r"[^,;“\"]{0,40}(?<!was)(?<!were)(?<!been)(?<!when)(?<!When)(?<!is)(?<!are) asked\b"
)
_ANSWERS = late.pattern(
    r"[,.?!][”\"’'] (he|she) (?:said|says|replied|answered|responded|added|told|recalled)\b"
)
_TOKEN = late.pattern(r"[^\W\d_]+")


def refuse_advocate(draft: Draft) -> Draft | Refused:
    """Refuse a draft that begins with somebody who says of "he" or "she" what may be of the one
    whom the sentence before names, or in which a pronoun answers whoever asks.
    """
    word = _speaks_for_another(draft) or _answers_asker(draft)
    return Refused(reason="dangling reference", words=word) if word else draft


def _speaks_for_another(draft: Draft) -> str:
    """The "he" or "she" that may be somebody else, "" for none."""
    first, text = draft.sentences[0], draft.reading.document.text
    if draft.context < first.start:
        return ""
    for found in _SUBJECT.finditer(text, first.start, first.end):
        head = text[first.start : found.start()]
        if not _SAID.search(head):
            continue
        named = things_inside(draft.reading.mentions, first.start, found.start())
        keys = {one.entity for one in named if one.kind == "person"}
        by_office = not _FOR_OTHERS.isdisjoint(word.lower() for word in _TOKEN.findall(head))
        another = len(keys) == 1 and by_office and _names_another(draft, keys)
        return found.group() if another else ""
    return ""


def _answers_asker(draft: Draft) -> str:
    """The "she" who answers in a quotation behind a sentence in which somebody asks; "" for
    none.
    """
    text = draft.reading.document.text
    for asking, answer in pairwise((*draft.before, *draft.sentences)):
        if _ASKS.match(text, asking.start, asking.end):
            found = _ANSWERS.search(text, answer.start, answer.end)
            if found and not draft.gone(found.start(1)):
                return found[1]
    return ""


def _names_another(draft: Draft, keys: AbstractSet[str]) -> bool:
    """Whether the sentence before the draft names a person other than those with some keys."""
    spans = [one for passage in draft.reading.passages for one in passage.sentences]
    before = [one for one in spans if one.end <= draft.start][-1:]
    return any(
        mention.kind == "person" and mention.entity not in keys
        for one in before
        for mention in things_inside(draft.reading.mentions, one.start, one.end)
    )
