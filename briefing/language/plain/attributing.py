"""Who says sentences of a pack without rules of its own: what speech was found, and no more."""

from collections.abc import Sequence

from briefing.language.draft import quote_evidence
from briefing.model import Attribution, Document, Reading, Saying, Span, Speech

_ROUND = str.maketrans("[]", "()")  # square brackets are the brief's own


def attribute_sentences(reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
    """Who says `sentences`: the one speaker whose speech covers every one of them.

    Where speech covers only some of them, or several speak, it is the outlet's own report: the
    words themselves say who says what. An opinion piece is its author's judgement.
    """
    document = reading.document
    outlet = document.outlet.value if document.outlet else ""
    over = [speech for speech in reading.speech if _touches(speech, sentences)]
    if not _is_one_voice(over, sentences):
        return _own_report(document, outlet)
    speech = over[0]
    spans = sorted({span for one in over for span in (*one.evidence, one.cue)})
    return Attribution(
        speaker=speech.speaker.translate(_ROUND),
        role=speech.role.translate(_ROUND),
        outlet=outlet,
        kind=speech.kind,
        evidence=tuple(quote_evidence(document, span) for span in spans),
    )


def _is_one_voice(over: Sequence[Speech], sentences: tuple[Span, ...]) -> bool:
    """Whether one speaker says something of every sentence, and nobody else does of any."""
    speakers = {speech.speaker for speech in over}
    covered = all(any(_covers(speech, one) for speech in over) for one in sentences)
    return len(speakers) == 1 and covered


def _own_report(document: Document, outlet: str) -> Attribution:
    opinion = document.kind is not None and document.kind.value == "opinion"
    kind: Saying = "judgement" if opinion else "reported"
    author = document.author.value if document.author and opinion else ""
    return Attribution(speaker=author, outlet=outlet, kind=kind)


def _touches(speech: Speech, sentences: tuple[Span, ...]) -> bool:
    return speech.start < sentences[-1].end and sentences[0].start < speech.end


def _covers(speech: Speech, sentence: Span) -> bool:
    return max(speech.start, sentence.start) < min(speech.end, sentence.end)
