"""Who says it: the attribution of sentences, worked out from the article and nothing else."""

from briefing.language.grounding.draft import Draft, evidence
from briefing.language.speech.embedding import embedded
from briefing.model import Attribution, Reading, Saying, Span, Speech

_NOT_STATED = "an outlet not stated"


def attribution(reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
    """Give who says `sentences`, through whom, and what kind of saying it is.

    The speech that covers most of the words decides, unless its source clause is no more than a part of a sentence
    that is the outlet's own ("… when X said that …"); without one it is the outlet's own report, or
    the author's judgement where the document is an opinion piece. `outlet` is where it was first
    said; where the cited article passes on another medium, `relayed_by` is the article's outlet.
    """
    document = reading.document
    outlet = document.outlet.value if document.outlet else ""
    speech = _main(reading, sentences)
    if speech is None:
        kind: Saying = "judgement" if document.kind and document.kind.value == "opinion" else "reported"
        author = document.author.value if document.author and kind == "judgement" else ""
        return Attribution(speaker=author, outlet=outlet, kind=kind)
    draft = Draft(reading=reading, sentences=sentences)
    spans = sorted({*speech.evidence, speech.cue})
    relayed = bool(speech.relayed) and speech.relayed.casefold() != outlet.casefold()
    return Attribution(
        speaker=speech.speaker,
        role=speech.role,
        outlet=speech.relayed if relayed else outlet,
        relayed_by=(outlet or _NOT_STATED) if relayed else "",
        kind=speech.kind,
        evidence=tuple(evidence(draft.reading.document, span) for span in spans),
    )


def _main(reading: Reading, sentences: tuple[Span, ...]) -> Speech | None:
    """Give the speech that covers most of `sentences`, the earliest among equals."""
    best: Speech | None = None
    most = 0
    for speech in reading.speech:
        if speech.start >= sentences[-1].end:
            break
        covered = sum(
            max(0, min(speech.end, s.end) - max(speech.start, s.start))
            for s in sentences
            if not embedded(reading.document.text, s, speech)
        )
        if covered > most:
            best, most = speech, covered
    return best
