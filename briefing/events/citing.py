"""A sentence cited as one side of a difference."""

from briefing.languages.packs import attribute_sentences
from briefing.model import Citation, Reading, Span


def cite_sentence(reading: Reading, sentence: Span) -> Citation:
    """Cite a sentence of an article as basis, with who says it."""
    passage = next(p for p in reading.passages if p.start <= sentence.start < p.end)
    return Citation(
        document=reading.document.id,
        passage=passage.number,
        start=sentence.start,
        end=sentence.end,
        quote=reading.document.text[sentence.start : sentence.end],
        role="basis",
        attribution=attribute_sentences(reading, (sentence,)),
    )
