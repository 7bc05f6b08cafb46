"""What a pronoun, a short definite description or a bare surname stands for, or None unless exactly
one fits.
"""

from briefing.languages.en.antecedents import naming, people, things
from briefing.languages.en.antecedents.dangling import announced, dangling_words, governed
from briefing.languages.en.antecedents.index import SentenceIndex, build_index, index_of
from briefing.model import Entity, Reading, Span

__all__ = [
    "SentenceIndex",
    "announced",
    "build_index",
    "dangling_words",
    "governed",
    "index_of",
    "resolve_in",
    "resolve_span",
]

_OPENING = 1
_HE: dict[str, naming.Sex] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}


def resolve_span(reading: Reading, sentence: Span, start: int, end: int) -> Entity | None:
    """The one entity that `text[start:end]` in `sentence` means, or None unless exactly one
    fits.

    Knows personal pronouns, "the newspaper"-like descriptions and bare surnames. Lays the article
    out anew on each call; for many questions about one article build the index once (`of`) and use
    `resolve_in`.
    """
    return resolve_in(index_of(reading), sentence, start, end)


def resolve_in(index: SentenceIndex, sentence: Span, start: int, end: int) -> Entity | None:
    """Do as `resolve` does over an article that is already laid out."""
    number = index.number(sentence.start)
    if number < 0:
        return None
    for mention in index.named(start, end):
        if mention.end <= end:
            return index.entities.get(mention.entity)
    word = index.text[start:end].lower()
    if word == "it" and start - sentence.start <= _OPENING:
        return things.resolve_it(index, number, end)
    if word.startswith("the "):
        return things.resolve_described(index, number, index.text[start:end], start)
    sex = _HE.get(word)
    if sex is None:
        return None
    subject = word in {"he", "she"}
    saying = subject and people.says_behind(index.text, end, sentence.end)
    return people.resolve_person(index, number, start, sex, subject=subject, saying=saying)
