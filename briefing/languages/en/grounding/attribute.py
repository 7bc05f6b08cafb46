"""Who says it: the attribution of sentences, worked out from the article and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from briefing.language import late, wordlist
from briefing.language.draft import quote_evidence
from briefing.language.identity import Same
from briefing.languages.en.grounding.issuer import find_issuer, speaks_of_itself
from briefing.languages.en.grounding.voiced import is_whose_voice
from briefing.languages.en.speech.embedding import is_embedded, stands_beside
from briefing.model import Attribution, Document, Known, Reading, Span, Speech

_BRACKETED = late.pattern(r"\s*(?:\[[^\[\]]*\]|\([^()]*\))")  # what a source puts in beside
_SQUARE = str.maketrans("[]", "()")  # square brackets are the brief's own
_OWNERS = wordlist.read("en", "words/pointing").words("owners")
_NOT_STATED = "an outlet not stated"
_KEEP = 32  # sentences asked about last: a sentence is told alone, and with each of its neighbours


def attribute_sentences(reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
    """Who says `sentences`, through whom, and what kind of saying it is.

    The speech that covers most of the words decides, unless its source clause is no more than a
    part of a sentence that is the outlet's own ("… when X said that …"); without one it is the
    outlet's own report, the author's judgement where the document is an opinion piece, or what the
    issuer of a release claims. `outlet`
    is where it was first said, an agency in the dateline included; where the cited article passes
    on another medium, `relayed_by` is the article's outlet. A speaker of whom a second look doesn't
    know that it is somebody is left out.
    """
    return _attribute_same(Same(reading=reading), sentences)


@lru_cache(maxsize=_KEEP)
def _attribute_same(same: Same, sentences: tuple[Span, ...]) -> Attribution:
    reading = same.reading
    document = reading.document
    outlet = document.outlet.value if document.outlet else ""
    speech = _main_speech(reading, sentences)
    if speech is None or (speech.entity is None and speaks_of_itself(speech.speaker)):
        issued = _attribute_to_issuer(reading, outlet)
        if issued is not None:
            return issued
    if speech is None:
        return _attribute_to_outlet(document, outlet)
    return _attribute_to_speaker(document, outlet, speech)


def _attribute_to_speaker(document: Document, outlet: str, speech: Speech) -> Attribution:
    """Whose words those are that somebody in the article says: his, through the dateline's agency
    or the medium that passes them on.
    """
    agency = None if speech.relayed else _dateline_agency(document)
    through = agency.value if agency else speech.relayed
    spans = sorted({*speech.evidence, speech.cue, *(agency.evidence if agency else ())})
    speaker = _leave_out_brackets(speech.speaker)
    certain = speech.entity is not None or is_whose_voice(speaker, document.text)
    said = Attribution(
        speaker=speaker if certain else "",
        role=_whole_role(_leave_out_brackets(speech.role)) if certain else "",
        outlet=outlet,
        kind=speech.kind,
        evidence=tuple(quote_evidence(document, span) for span in spans),
    )
    return _pass_through(said, through)


def _pass_through(said: Attribution, through: str) -> Attribution:
    """What an outlet has from another medium, if that is none of its own names."""
    if not through or _names_outlet(through, said.outlet):
        return said
    return replace(said, outlet=through, relayed_by=said.outlet or _NOT_STATED)


def _whole_role(role: str) -> str:
    """A role, "" for what somebody is to another whom it doesn't name: "his director"."""
    return "" if role.partition(" ")[0].lower() in _OWNERS else role


def _leave_out_brackets(label: str) -> str:
    """A label without what its source puts in brackets beside it: "The mayor [President X]"."""
    bare = _BRACKETED.sub("", label).strip()
    return (bare if bare.count("(") == bare.count(")") else bare.strip("( )")).translate(_SQUARE)


def _attribute_to_issuer(reading: Reading, outlet: str) -> Attribution | None:
    """Whose words those of a release are that nobody in it says: its issuer's, where it names him
    and the outlet isn't he.
    """
    issuer = find_issuer(reading)
    if issuer is None:
        return None
    document = reading.document
    name = _leave_out_brackets(document.text[issuer.start : issuer.end])
    if _names_outlet(name, outlet):
        return None
    evidence = (quote_evidence(document, issuer),)
    return Attribution(speaker=name, outlet=outlet, kind="claim", evidence=evidence)


def _attribute_to_outlet(document: Document, outlet: str) -> Attribution:
    """Whose words those are that nobody in the article says: the outlet's, its dateline's agency's,
    or the author's where they are an opinion.
    """
    if document.kind and document.kind.value == "opinion":
        author = document.author.value if document.author else ""
        return Attribution(speaker=author, outlet=outlet, kind="judgement")
    agency = _dateline_agency(document)
    if agency is None or _names_outlet(agency.value, outlet):
        return Attribution(outlet=outlet, kind="reported")
    return Attribution(
        outlet=agency.value,
        relayed_by=outlet or _NOT_STATED,
        kind="reported",
        evidence=tuple(quote_evidence(document, span) for span in agency.evidence),
    )


def _names_outlet(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's own, in whole or shortened, by its initials or by its site:
    "NPA" for "Nordic Press Agency", "nordicpress.com" for "Nordic Press".
    """
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper() and word != "The")
    short = (len(name) > 1 and name == initials) or _shortens_outlet(name, outlet)
    return short or _fold_outlet(name) == _fold_outlet(outlet)


def _shortens_outlet(name: str, outlet: str) -> bool:
    """Whether a name is the first or the last words of an outlet's: "(Meridian)" in the dateline of
    the Meridian News Agency.
    """
    own, whole = name.casefold().split(), outlet.casefold().split()
    if not own or len(own) >= len(whole):
        return False
    return own in (whole[: len(own)], whole[-len(own) :])


def _fold_outlet(name: str) -> str:
    """An outlet's name as its site may spell it: small letters without spaces and ending."""
    return name.casefold().replace(" ", "").removeprefix("www.").removesuffix(".com")


def _dateline_agency(document: Document) -> Known | None:
    """The agency that the article's dateline names, whose report the outlet passes on."""
    agency = document.agency
    return agency if agency is not None and agency.evidence else None


def _main_speech(reading: Reading, sentences: tuple[Span, ...]) -> Speech | None:
    """The speech that covers most of `sentences`, the earliest among equals.

    None where two speak in one sentence ("X said A, and Y said B"): the outlet tells that; what one
    says that another said ("X said A, Y said") is Y's.
    """
    within = list(_speech_within(reading, sentences))
    if not within:
        return None
    told = [
        (_covered_length(reading, sentences, speech), speech)
        for speech in within
        if not any(_tells_of(other, speech) for other in within)
    ]
    if len(told) > 1 and _speak_together(reading.document.text, sentences, told):
        return None
    most, main = max(told, key=itemgetter(0), default=(0, None))
    return main if most else None


def _speak_together(
    text: str, sentences: tuple[Span, ...], told: Sequence[tuple[int, Speech]]
) -> bool:
    """Whether two are heard in one sentence, of speeches with how many characters each covers."""
    voices: dict[Span, set[str]] = {}
    for covered, speech in told:
        place = next(s for s in sentences if speech.start < s.end)
        if speech.speaker and (covered or stands_beside(text, place, speech)):
            voices.setdefault(place, set()).add(speech.speaker)
    return any(len(names) > 1 for names in voices.values())


def _tells_of(outer: Speech, inner: Speech) -> bool:
    """Whether somebody says behind it that another said something: "X said A, | Y said"."""
    held = outer.start <= inner.cue.start and inner.end <= outer.end
    return held and outer.cue.start >= outer.end and outer.speaker != inner.speaker


def _speech_within(reading: Reading, sentences: tuple[Span, ...]) -> Iterator[Speech]:
    """What is said between the beginning of the first sentence and the end of the last."""
    for speech in reading.speech:
        if speech.start >= sentences[-1].end:
            return
        if speech.end > sentences[0].start:
            yield speech


def _covered_length(reading: Reading, sentences: tuple[Span, ...], speech: Speech) -> int:
    """How many characters of `sentences` a speech covers, those aside that only hold it as a part
    of what the outlet tells.
    """
    text = reading.document.text
    return sum(
        max(0, min(speech.end, s.end) - max(speech.start, s.start))
        for s in sentences
        if not is_embedded(text, s, speech)
    )
