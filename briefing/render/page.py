"""From a brief to the page that templates see: `page` is the one way in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from briefing.language import edtf, lookalike
from briefing.language.gap_words import say_gap
from briefing.language.phrases import Phrases, find_phrases
from briefing.model import Brief, Document, Question, Section, Statement
from briefing.render import (
    analyst,
    evidence,
    lists,
    news,
    references,
    source_list,
    statements,
    wording,
)
from briefing.render.plain import clean_line
from briefing.render.references import References
from briefing.render.view import (
    CellView,
    Drawing,
    Fact,
    JudgementView,
    PageView,
    QuestionView,
    SectionView,
    StatementView,
    Table,
    TableRow,
)

SHORT_TITLE = 60
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# What of the gaps the opening says too, and how many at most.
_LIMITS = frozenset({"undecided", "silent", "single"})
_MOST_LIMITS = 2
_CONFIDENCE = frozenset({"low", "moderate", "high"})


class Drawn(Protocol):
    """What is asked of a figure; `rows` are the table behind the picture, `columns` its
    heads.
    """

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def alt(self) -> str: ...  # noqa: D102
    @property
    def svg(self) -> str: ...  # noqa: D102
    @property
    def caption(self) -> str: ...  # noqa: D102
    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def rows(self) -> tuple[tuple[str, ...], ...]: ...  # noqa: D102


def view_page(
    brief: Brief,
    documents: Mapping[str, Document],
    drawings: Sequence[Drawn] = (),
    language: str = "",
) -> PageView:
    """The page of `brief`: strings and numbers ready to print, all of them clean text.

    `documents` holds the decoded sources by id, for the annex; a source that is missing there shows
    its quotes without their surroundings. `drawings` are the figures, in the order of the page.
    What is ours is said in `language`, "" for the brief's own.
    """
    frame = brief.frame
    words = find_phrases(language or frame.language)
    names = references.make_references(brief, documents, words)
    title = clean_line(frame.title)
    introducing = _introducing_statements(brief)
    return PageView(
        title=title,
        short_title=shorten_title(title),
        language=clean_line(language or frame.language) or words.language,
        direction=words.direction,
        marking=clean_line(frame.marking),
        edition=_name_edition(brief, words),
        made=clean_line(brief.edition.made_at) if brief.edition else "",
        cut_off=wording.say_date(words, brief.as_of),
        facts=_page_facts(brief, words),
        basis=_basis_sentence(brief, words),
        bottom_line=_bottom_line(brief, names, documents),
        limits=_opening_limits(brief, words),
        judgements=_view_judgements(brief, names),
        scale=wording.say_scale(
            words,
            [j.scale for j in brief.judgements],
            [j.likelihood for j in brief.judgements],
        ),
        news=news.view_news(brief, names),
        sections=tuple(
            _view_section(number, section, names, documents, introducing)
            for number, section in enumerate(brief.sections, 1)
        ),
        actors=lists.actors_table(brief.actors, names) if references.actors_shown(brief) else None,
        timeline=lists.timeline_table(brief.timeline, names),
        places=lists.places_table(brief.places, names),
        differences=lists.view_differences(brief.disagreements, names),
        gaps=_gap_lines(brief, words),
        sources=source_list.view_sources(brief, words),
        more_sources=source_list.more_sources(brief, words),
        second_hand=source_list.second_hand(brief, names),
        quarantined=source_list.quarantined_facts(brief, words),
        drawings=tuple(_view_drawing(drawing) for drawing in drawings),
        evidence=evidence.make_annex(brief, names, documents),
    )


def _name_edition(brief: Brief, words: Phrases) -> str:
    number = brief.edition.number if brief.edition else 0
    return words.say("edition", number=number) if number else words.say("trial")


def _opening_limits(brief: Brief, words: Phrases) -> tuple[str, ...]:
    """What of the gaps the opening says too: the first of each kind that matters there."""
    first: dict[str, str] = {}
    for gap, line in zip(brief.gaps, _gap_lines(brief, words), strict=True):
        if gap.kind in _LIMITS:
            first.setdefault(gap.kind, line)
    return tuple(first.values())[:_MOST_LIMITS]


def _gap_lines(brief: Brief, words: Phrases) -> tuple[str, ...]:
    made = find_phrases(brief.frame.language).language
    return tuple(clean_line(say_gap(words, gap, made)) for gap in brief.gaps)


def shorten_title(title: str) -> str:
    """The running title: whole words up to `SHORT_TITLE` characters."""
    if len(title) <= SHORT_TITLE:
        return title
    cut = title[:SHORT_TITLE]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–-") + "…"


def _page_facts(brief: Brief, words: Phrases) -> tuple[Fact, ...]:
    """What stands under the title; beside the cut-off what the config says, and who chose."""
    frame = brief.frame
    asked = (
        ("for_whom", clean_line(frame.audience)),
        ("contact", clean_line(frame.contact)),
        ("next_edition", wording.say_date(words, frame.next_edition)),
        ("choice", _editor_words(brief, words)),
    )
    day = wording.say_date(words, brief.as_of) or words.say("not_stated")
    cut_off = Fact(label=words.say("cut_off"), value=day)
    return (cut_off, *(Fact(label=words.say(key), value=value) for key, value in asked if value))


def _editor_words(brief: Brief, words: Phrases) -> str:
    """Tell the reader that a model chose, "" where nothing of its choice was used."""
    editing = brief.editor
    if editing is None or not any(part.is_used for part in editing.parts):
        return ""
    return words.say("chosen_by", model=clean_line(editing.model))


def _basis_sentence(brief: Brief, words: Phrases) -> str:
    """Say in one sentence what the brief rests on, versions of one article counted once."""
    read = [entry.document for entry in brief.sources if entry.document and entry.number]
    outlets = {lookalike.spelling_key(one.outlet.value) for one in read if one.outlet}
    unstated = sum(document.outlet is None for document in read)
    cited = words.say("articles", count=len(read))
    if not outlets:
        return words.say("basis_unknown", articles=cited) if read else words.say("basis_none")
    counts = [words.say("named_outlets", count=len(outlets))]
    if unstated:
        counts.append(words.say("unknown_outlets", count=unstated))
    return words.say("basis", articles=cited, outlets=words.join(counts))


def _introducing_statements(brief: Brief) -> frozenset[str]:
    """The statements that name a speaker for the first time: there the role is told, and not
    again.
    """
    first: dict[str, str] = {}
    for statement in brief.statements:
        first.setdefault(statement.citations[0].attribution.speaker, statement.name)
    return frozenset(first.values())


def _bottom_line(
    brief: Brief, names: References, documents: Mapping[str, Document]
) -> tuple[StatementView, ...]:
    found = [names.statements[key] for key in brief.bottom_line if key in names.statements]
    return tuple(
        replace(
            statements.view_statement(statement, names, documents, frozenset()),
            reported=_day_reported(names.words, statement, documents),
        )
        for statement in found
    )


def _day_reported(words: Phrases, statement: Statement, documents: Mapping[str, Document]) -> str:
    """The day on which a statement's article appeared, where the statement names no year itself:
    a reader of the first lines wants to know when.
    """
    document = documents.get(statement.citations[0].document)
    published = document.published if document else None
    if published is None or not edtf.is_valid(published.value) or not edtf.is_day(published.value):
        return ""
    return "" if _YEAR.search(statement.text) else wording.say_date(words, published.value)


def _view_section(
    number: int,
    section: Section,
    names: References,
    documents: Mapping[str, Document],
    introducing: frozenset[str],
) -> SectionView:
    table = lists.section_table(section, number, names)
    return SectionView(
        number=number,
        slug=clean_line(section.slug),
        anchor=f"section-{number}",
        title=clean_line(section.title),
        kind=clean_line(section.kind),
        introduction=analyst.render_rich(section.introduction)
        if section.introduction.strip()
        else None,
        lines=tuple(
            statements.view_statement(statement, names, documents, introducing)
            for statement in section.statements
        ),
        table=table,
        health=_health_words(section, names.words),
        empty="" if section.statements or table else _say_empty(section, names),
        questions=_view_questions(section, names),
    )


def _say_empty(section: Section, names: References) -> str:
    """Why a section tells nothing: nothing serves it, or what does is told in another one."""
    told = [names.statements[one].number for one in section.elsewhere if one in names.statements]
    if not told:
        return names.words.say("nothing_serves")
    return names.words.say("served_elsewhere", numbers=", ".join(told))


def _view_questions(section: Section, names: References) -> tuple[QuestionView, ...]:
    told = names.statements
    return tuple(
        _view_question(
            question,
            [told[key] for key in (*question.answers, *question.elsewhere) if key in told],
            names,
        )
        for question in section.questions
    )


def _view_question(
    question: Question, answers: Sequence[Statement], names: References
) -> QuestionView:
    """A question with the statements that answer it, and which of them the reader hasn't seen."""
    fresh = (one for one in answers if one.id and one.change != "kept")
    return QuestionView(
        text=clean_line(question.text),
        elsewhere=not question.answers,
        links=tuple(names.links[one.name] for one in answers),
        fresh=frozenset(names.links[one.name].label for one in fresh),
    )


def _health_words(section: Section, words: Phrases) -> str:
    """Say how well a section is supported, in one line; "" for a section that tells nothing."""
    health = section.health
    if not health.statements:
        return ""
    stated = health.outlets
    parts = [
        words.say("outlets", count=stated) if stated else words.say("no_outlet"),
        words.say("on_one", single=health.single_outlet, total=health.statements),
    ]
    if health.newest:
        parts.append(wording.say_period(words, health.oldest or health.newest, health.newest))
    return words.list_apart(parts)


def _view_judgements(brief: Brief, names: References) -> tuple[JudgementView, ...]:
    return tuple(
        JudgementView(
            anchor=f"j{number}",
            label=f"J{number}",
            text=analyst.render_rich(judgement.text),
            likelihood=wording.say_likelihood(names.words, judgement),
            confidence=_say_confidence(names.words, judgement.confidence),
            reason=clean_line(judgement.reason).rstrip("."),
            refs=names.refs(judgement.citations),
            stale=clean_line(judgement.stale),
        )
        for number, judgement in enumerate(brief.judgements, 1)
    )


def _say_confidence(words: Phrases, level: str) -> str:
    return words.say(level) if level in _CONFIDENCE else clean_line(level)


def _view_drawing(drawing: Drawn) -> Drawing:
    rows = tuple(
        TableRow(anchor="", label="", cells=tuple(CellView(text=clean_line(cell)) for cell in row))
        for row in drawing.rows
    )
    table = Table(name=drawing.name, caption=drawing.title, columns=drawing.columns, rows=rows)
    return Drawing(
        name=drawing.name,
        title=clean_line(drawing.title),
        alt=clean_line(drawing.alt),
        svg=drawing.svg,
        caption=clean_line(drawing.caption),
        table=table,
    )
