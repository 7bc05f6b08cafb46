"""What the page says in English of a statement, a gap or a judgement, said again in the language of
a mail's reader.

Said anew from the brief's data, not translated: how well something is supported, what kind of
saying it is, what to beware of, what is not known. Who says it, and where, stays as the brief has
it, and so do the terms of a scale of likelihood, whose ranges stand beside them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.language import edtf
from briefing.model import Brief, Document, Gap, Judgement, Statement
from briefing.render import wording
from briefing.render.mail_words import FrameWords
from briefing.render.plain import clean_line
from briefing.render.view import JudgementView, StatementView


def framed_lines(
    found: Sequence[StatementView], brief: Brief, frame: FrameWords
) -> tuple[StatementView, ...]:
    """Lines with what the brief says of them in the frame's words."""
    told = {(s.id or s.key): s for section in brief.sections for s in section.statements}
    entries = {entry.id: entry for entry in brief.sources}
    documents = {
        name: entry.document for name, entry in entries.items() if entry.document is not None
    }
    earlier = frozenset(name for name, entry in entries.items() if entry.superseded)
    return tuple(
        replace(
            line,
            saying=_saying_words(told[line.id], frame),
            labels=tuple(_warning_labels(told[line.id], documents, earlier, (frame, brief.as_of))),
            support=replace(line.support, words=_support_words(told[line.id], frame)),
        )
        if line.id in told
        else line
        for line in found
    )


def framed_limits(found: Sequence[str], gaps: Sequence[Gap], frame: FrameWords) -> tuple[str, ...]:
    """What is not known in the frame's words; names and counts stand as they are."""
    by_text = {clean_line(gap.text): gap for gap in reversed(gaps)}
    return tuple(_gap_words(by_text[text], frame) if text in by_text else text for text in found)


def framed_judgements(
    found: Sequence[JudgementView], stated: Sequence[Judgement], frame: FrameWords
) -> tuple[JudgementView, ...]:
    """Judgements with their likelihood as a term and its range, and their confidence in the
    frame's words.
    """
    levels = {"low": frame.low, "moderate": frame.moderate, "high": frame.high}
    if len(found) != len(stated):
        return tuple(found)
    return tuple(
        replace(
            one,
            likelihood=_likelihood_words(own),
            confidence=levels.get(own.confidence, one.confidence),
        )
        for one, own in zip(found, stated, strict=True)
    )


def _basis_documents(statement: Statement) -> list[str]:
    """The documents that a statement rests on."""
    bases = [one.document for one in statement.citations if one.role == "basis"]
    return list(dict.fromkeys(bases or [one.document for one in statement.citations]))


def _saying_words(statement: Statement, frame: FrameWords) -> str:
    kinds = dict.fromkeys(
        one.attribution.kind for one in statement.citations if one.role == "basis"
    )
    said = {"claim": frame.claim, "judgement": frame.judgement}
    return ", ".join(said[kind] for kind in kinds if kind in said)


def _warning_labels(
    statement: Statement,
    documents: Mapping[str, Document],
    earlier: frozenset[str],
    said: tuple[FrameWords, str],
) -> dict[str, None]:
    """What a reader must be warned of, each once: an opinion, a translation, an earlier
    version, old age.
    """
    frame, as_of = said
    known = {"opinion piece": frame.opinion, "translated": frame.translated}
    main = [name for name in _basis_documents(statement) if name in documents]
    found = [known[word] for name in main for word in wording.say_warnings(documents[name])]
    found += [frame.earlier] if earlier.intersection(main) else []
    found += [month for name in main if (month := _age_months(documents[name], as_of))]
    return dict.fromkeys(found)


def _age_months(document: Document, as_of: str) -> str:
    """In numbers the months in which something older than news appeared; '' for news."""
    if document.published is None or not wording.say_age(document.published, as_of):
        return ""
    first, last = (f"{day:%Y-%m}" for day in edtf.bounds(document.published.value))
    return first if first == last else f"{first}/{last}"


def _support_words(statement: Statement, frame: FrameWords) -> str:
    outlets = len(statement.outlets)
    if outlets <= 1:
        return frame.single_outlet if outlets else frame.single_source
    words = frame.outlets.format(count=outlets)
    shared = 0 < len(statement.origins) < outlets
    return f"{words}, {frame.origins.format(count=len(statement.origins))}" if shared else words


def _gap_words(gap: Gap, frame: FrameWords) -> str:
    known = {"undecided": frame.undecided, "silent": frame.silent, "single": frame.single}
    around = ("\u2068", "\u2069") if frame.direction == "rtl" else ("", "")
    slots = {name: clean_line(value).join(around) for name, value in gap.slots.items()}
    try:
        return known[gap.kind].format(**slots)
    except KeyError:  # a gap of another program's, or of another kind
        return clean_line(gap.text)


def _likelihood_words(own: Judgement) -> str:
    """A term of a published scale with its range, which is the same in every language."""
    span = next(
        (
            spans[own.likelihood]
            for name, spans in wording.SCALES.items()
            if _is_on_scale(name, own)
        ),
        "",
    )
    return clean_line(own.likelihood) + (f" ({span})" if span else "")


def _is_on_scale(scale: str, own: Judgement) -> bool:
    return scale in own.scale and own.likelihood in wording.SCALES[scale]
