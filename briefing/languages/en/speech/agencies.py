"""News agencies that an outlet passes on: the name in brackets behind a paragraph."""

import re
from dataclasses import replace

from briefing.language import late
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.model import Passage, Span, Speech

_CREDIT = late.pattern(r"[.!?”\"][ \t]*\((?P<who>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\)\s*$")
_KIND = late.pattern(
    r"(?:wire|press|news|agency|reuters|bloomberg|xinhua|interfax|tass)$", re.IGNORECASE
)
_MASTHEAD = late.pattern(
    r"\b(?:times|post|courier|gazette|herald|tribune|journal|guardian|telegraph|chronicle|observer"
    r"|monitor|echo|mail"
    r"|independent|examiner|dispatch|mirror|daily|weekly|radio|television|tv|broadcasting"
    r"|newspaper|magazine)$",
    re.IGNORECASE,
)
_SHORT = late.pattern(r"[A-Z]{2,5}")
_NAME = r"(?P<who>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})"
_STORIES = r"(?:report|dispatch|story|article|account)"
_OPENERS = r"(?i:the|an?|one|this|that)"
_REPORT = late.pattern(rf"{_OPENERS} (?:[a-z]+ )?{_NAME}(?:['’]s?)? {_STORIES}")
_REPORT_BY = late.pattern(rf"{_OPENERS} (?:[a-z]+ )?{_STORIES} (?:by|from|in|of) (?:the )?{_NAME}")
_NO_AGENCY = frozenset({"ENDS", "END", "MORE", "SIC", "UPDATE", "TBC", "PHOTO"})
_REACH = 80


def read_credits(index: SentenceIndex, passage: Passage, spoken: list[Speech]) -> list[Speech]:
    """Lay a paragraph that ends in an agency's name ("… on Monday. (Northwire)") in that agency's
    mouth.

    `spoken` is what is said in the paragraph; what somebody says there comes through the agency,
    and every other sentence is the agency's own report, without a speaker. Gives `spoken` back
    where no agency is named.
    """
    credit = _credit_span(index, passage)
    if credit is None:
        return spoken
    name = index.text[credit.start : credit.end]
    relayed = [
        speech
        if speech.relayed
        else replace(speech, relayed=name, evidence=(*speech.evidence, credit))
        for speech in spoken
    ]
    heard = [(speech.start, max(speech.end, speech.cue.end)) for speech in spoken]
    own = [
        Speech(
            start=sentence.start,
            end=sentence.end,
            cue=credit,
            speaker="",
            entity=None,
            role="",
            relayed=name,
            kind="reported",
            carried=True,
            evidence=(credit,),
        )
        for sentence in passage.sentences
        if sentence.start < credit.start - 1
        and not any(start < sentence.end and end > sentence.start for start, end in heard)
    ]
    return [*relayed, *own]


def is_outlet_name(name: str) -> bool:
    """Whether a name ends as those of outlets and agencies do ("… Courier", "… News", "…
    Radio").
    """
    named = name.removeprefix("the ").removeprefix("The ")[:1].isupper()
    return named and (_KIND.search(name) is not None or _MASTHEAD.search(name) is not None)


def find_reporter(text: str, speaker: Span) -> Span | None:
    """The outlet whose report speaks: "the | Northwire | report", "a report by | Northwire"; None
    where that is no outlet's, or more is said of it.
    """
    start, end = speaker.start, speaker.end
    match = _REPORT.fullmatch(text, start, end) or _REPORT_BY.fullmatch(text, start, end)
    if match is None or not is_outlet_name(match["who"]):
        return None
    return Span(start=match.start("who"), end=match.end("who"))


def _credit_span(index: SentenceIndex, passage: Passage) -> Span | None:
    match = _CREDIT.search(index.text, max(passage.start, passage.end - _REACH), passage.end)
    if match is None:
        return None
    name = match["who"]
    body = any(
        mention.end == match.end("who") and mention.kind == "body"
        for mention in index.named(match.start("who"), match.end("who"))
    )
    short = _SHORT.fullmatch(name) is not None and name not in _NO_AGENCY
    known = body or short or _KIND.search(name) is not None
    return Span(start=match.start("who"), end=match.end("who")) if known else None
