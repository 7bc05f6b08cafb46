"""Who says it: the attribution of sentences, worked out from the article and nothing else."""

from briefing.language.draft import Draft, quote_evidence
from briefing.languages.en.speech.embedding import is_embedded, stands_beside
from briefing.model import Attribution, Document, Known, Reading, Saying, Span, Speech

_ROUND = str.maketrans("[]", "()")  # square brackets are the brief's own
_NOT_STATED = "an outlet not stated"


def attribute_sentences(reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
    """Who says `sentences`, through whom, and what kind of saying it is.

    The speech that covers most of the words decides, unless its source clause is no more than a
    part of a sentence that is the outlet's own ("… when X said that …"); without one it is the
    outlet's own report, or the author's judgement where the document is an opinion piece. `outlet`
    is where it was first said, an agency in the dateline included; where the cited article passes
    on another medium, `relayed_by` is the article's outlet.
    """
    document = reading.document
    outlet = document.outlet.value if document.outlet else ""
    speech = _main_speech(reading, sentences)
    if speech is None:
        kind: Saying = (
            "judgement" if document.kind and document.kind.value == "opinion" else "reported"
        )
        agency = _dateline_agency(document) if kind == "reported" else None
        if agency is not None and agency.value.casefold() != outlet.casefold():
            shown = tuple(quote_evidence(document, span) for span in agency.evidence)
            return Attribution(
                outlet=agency.value, relayed_by=outlet or _NOT_STATED, kind=kind, evidence=shown
            )
        author = document.author.value if document.author and kind == "judgement" else ""
        return Attribution(speaker=author, outlet=outlet, kind=kind)
    draft = Draft(reading=reading, sentences=sentences)
    agency = None if speech.relayed else _dateline_agency(document)
    through = agency.value if agency else speech.relayed
    spans = sorted({*speech.evidence, speech.cue, *(agency.evidence if agency else ())})
    relayed = bool(through) and through.casefold() != outlet.casefold()
    return Attribution(
        speaker=speech.speaker.translate(_ROUND),
        role=speech.role.translate(_ROUND),
        outlet=through if relayed else outlet,
        relayed_by=(outlet or _NOT_STATED) if relayed else "",
        kind=speech.kind,
        evidence=tuple(quote_evidence(draft.reading.document, span) for span in spans),
    )


def _dateline_agency(document: Document) -> Known | None:
    """The agency that the article's dateline names, whose report the outlet passes on."""
    author = document.author
    return author if author is not None and author.note == "dateline" and author.evidence else None


def _main_speech(reading: Reading, sentences: tuple[Span, ...]) -> Speech | None:
    """The speech that covers most of `sentences`, the earliest among equals.

    None where two speak in one sentence ("X said A, and Y said B"): the outlet tells that.
    """
    best: Speech | None = None
    voices: dict[Span, set[str]] = {}
    most = 0
    for speech in reading.speech:
        if speech.start >= sentences[-1].end:
            break
        if speech.end <= sentences[0].start:
            continue
        covered = sum(
            max(0, min(speech.end, s.end) - max(speech.start, s.start))
            for s in sentences
            if not is_embedded(reading.document.text, s, speech)
        )
        place = next(s for s in sentences if speech.start < s.end)
        heard = covered or stands_beside(reading.document.text, place, speech)
        if heard and speech.speaker:
            voices.setdefault(place, set()).add(speech.speaker)
        if covered > most:
            best, most = speech, covered
    return None if any(len(names) > 1 for names in voices.values()) else best
