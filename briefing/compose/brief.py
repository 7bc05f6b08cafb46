"""Composing, step by step: select, order, open, number, count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.compose.departures import weigh_outlived
from briefing.compose.derive import derive_brief, list_views
from briefing.compose.editing.opening import edit_opening
from briefing.compose.editing.seat import EditorSeat
from briefing.compose.editing.section import EditedSections, SectionChoice, edit_sections
from briefing.compose.eventful import count_happenings
from briefing.compose.examined import weigh_answered
from briefing.compose.foretold import weigh_foretold
from briefing.compose.levels import weigh_levels
from briefing.compose.material import Ingredients
from briefing.compose.opening import Opening
from briefing.compose.order import number_documents
from briefing.compose.overtaken import age_shortlist, set_back_corrected, weigh_older
from briefing.compose.own_denials import weigh_own_denials
from briefing.compose.presence import measure_presence
from briefing.compose.prominence import mark_prominent
from briefing.compose.questions import ask_questions
from briefing.compose.registers import find_releases, weigh_personal, weigh_released
from briefing.compose.replaced import weigh_replaced
from briefing.compose.retractions import weigh_taken_back
from briefing.compose.select import select_candidates
from briefing.compose.stale import weigh_stale
from briefing.compose.tolls import weigh_tolls
from briefing.compose.turned import weigh_turned
from briefing.events.corrections import find_corrections
from briefing.model import (
    Brief,
    Candidate,
    Claim,
    EditedPart,
    Editing,
    Section,
    Shortlist,
    SourceEntry,
    Statement,
)

Support = Callable[[Claim], Statement]
Order = Callable[[str, Sequence[Candidate]], tuple[Candidate, ...]]


def compose_sections(
    ingredients: Ingredients, support: Support, order: Order, seat: EditorSeat | None = None
) -> Brief:
    """Compose a brief, its statements still without ids: wherever one is named, its key stands.

    `support` gives a claim's statement with all its citations (see `corroborate.supported`),
    `order` what is told in a section (named by its slug) as it reads; an editor in its `seat`
    chooses along.
    """
    leads, weights = weigh_shortlists(ingredients)
    edited = _choose_statements(ingredients, leads, weights, seat)
    chosen = edited.rows
    sections = tuple(
        _make_section(
            shortlist,
            [
                support(ingredients.claims[c.statement.key])
                for c in order(shortlist.wanted.slug, row)
            ],
        )
        for shortlist, row in zip(leads, chosen, strict=True)
    )
    sections = _refer_elsewhere(sections, leads)
    told = [one for section in sections for one in section.statements]
    opened = edit_opening(
        Opening(
            sections=sections,
            views=list_views(ingredients.rules),
            told={candidate.statement.key: candidate for row in chosen for candidate in row},
            documents=ingredients.documents,
            as_of=ingredients.as_of,
            presence=measure_presence(told, ingredients.landscape),
            language=ingredients.frame.language,
        ),
        seat,
        edited.shown,
    )
    opening = opened.statements
    brief = Brief(
        frame=ingredients.frame,
        as_of=ingredients.as_of,
        window=ingredients.window,
        bottom_line=tuple(statement.key for statement in opening),
        sections=sections,
        sources=_list_sources(ingredients, number_documents(sections, opening)),
        timeline=ingredients.timeline,
        places=ingredients.places,
        unlisted=ingredients.unlisted,
        unrelated=ingredients.unrelated,
        disagreements=ingredients.disagreements,
        judgements=ingredients.judgements,
        editor=_note_editing(seat, (*edited.parts, *((opened.part,) if opened.part else ()))),
    )
    return derive_brief(brief, ingredients.rules)


def _choose_statements(
    ingredients: Ingredients,
    leads: Sequence[Shortlist],
    weights: Mapping[str, float],
    seat: EditorSeat | None,
) -> EditedSections:
    """Choose what sections tell: as the program does, and with an editor where there is one."""
    own = select_candidates(leads, weights, ingredients.pins)
    if seat is None:
        return EditedSections(rows=own)
    choice = SectionChoice(
        shortlists=leads,
        weights=weights,
        pins=ingredients.pins,
        documents=ingredients.documents,
        families=ingredients.family_of(),
    )
    return edit_sections(choice, own, seat)


def _note_editing(seat: EditorSeat | None, parts: tuple[EditedPart, ...]) -> Editing | None:
    """What a brief says of its editor: nothing where nobody was asked."""
    return Editing(model=seat.model, parts=parts) if seat is not None and parts else None


def weigh_shortlists(
    ingredients: Ingredients,
) -> tuple[tuple[Shortlist, ...], Mapping[str, float]]:
    """What each section chooses from, supports left out and worths settled, and what each concept
    is worth.
    """
    documents, as_of = ingredients.documents, ingredients.as_of
    corrections = find_corrections(documents.values())
    kept = [_keep_leads(shortlist, ingredients.claims) for shortlist in ingredients.shortlists]
    right = [set_back_corrected(shortlist, documents, corrections) for shortlist in kept]
    leads = weigh_tolls(
        [age_shortlist(shortlist, documents, as_of) for shortlist in right],
        documents,
        ingredients.landscape.readings,
    )
    leads = weigh_taken_back(leads, ingredients.landscape.readings)
    leads = weigh_turned(leads, ingredients.landscape.readings)
    leads = weigh_outlived(leads, ingredients.landscape.readings)
    leads = weigh_foretold(leads, ingredients.landscape.readings)
    leads = weigh_own_denials(leads, ingredients.landscape.readings)
    leads = weigh_stale(leads, ingredients.landscape.readings)
    leads = weigh_answered(leads, ingredients.landscape.readings)
    leads = weigh_replaced(leads, ingredients.landscape.readings)
    leads = weigh_levels(leads, ingredients.landscape.readings)
    leads = weigh_older(leads, documents)
    releases = find_releases(documents)
    personal = ingredients.landscape.personal
    leads = weigh_personal(leads, personal)
    leads = weigh_released(leads, releases - personal, len(documents))
    clauses = ingredients.landscape.connections.clauses
    leads = count_happenings(leads, clauses, releases)
    news = ingredients.landscape.news
    shortlists, weights = ask_questions(*mark_prominent(leads, ingredients.weights, news))
    return tuple(shortlists), weights


def _keep_leads(shortlist: Shortlist, claims: Mapping[str, Claim]) -> Shortlist:
    """Keep the candidates that lead a claim: the others are its support, be they of the very same
    words.
    """
    leads = {(key, claim.lead.document) for key, claim in claims.items()}
    ranked = tuple(
        item
        for item in shortlist.ranked
        if (item.candidate.statement.key, item.candidate.document) in leads
    )
    return replace(
        shortlist, ranked=ranked, considered={**shortlist.considered, "candidates": len(ranked)}
    )


def _make_section(shortlist: Shortlist, statements: Sequence[Statement]) -> Section:
    """Make a section of what was chosen for it."""
    wanted = shortlist.wanted
    return Section(
        slug=wanted.slug,
        title=wanted.title,
        kind=wanted.kind,
        statements=tuple(statements),
        columns=shortlist.columns,
        rows=shortlist.rows,
        considered=shortlist.considered,
        introduction=wanted.introduction,
        questions=wanted.questions,
    )


def _refer_elsewhere(
    sections: Sequence[Section], shortlists: Sequence[Shortlist]
) -> tuple[Section, ...]:
    """Sections, those that tell nothing with what would serve them and is told in another one."""
    told = [statement.key for section in sections for statement in section.statements]
    served = [{item.candidate.statement.key for item in one.ranked} for one in shortlists]
    return tuple(
        section
        if section.statements or section.rows
        else replace(section, elsewhere=tuple(key for key in told if key in wanted))
        for section, wanted in zip(sections, served, strict=True)
    )


def _list_sources(ingredients: Ingredients, number: Mapping[str, int]) -> tuple[SourceEntry, ...]:
    """List sources: the cited in order of their numbers, then the others, then the unreadable."""
    family_of = ingredients.family_of()
    entries = [
        SourceEntry(
            id=document.id,
            number=number.get(document.id, 0),
            document=document,
            quarantined=None,
            family=family_of[document.id].id,
            relation=None
            if family_of[document.id].relation == "single"
            else family_of[document.id].relation,
            cited=0,
            superseded=family_of[document.id].relation == "version"
            and family_of[document.id].documents[0] != document.id,
            considered=document.id in ingredients.documents,
        )
        for document in (*ingredients.documents.values(), *ingredients.others)
    ]
    entries.sort(
        key=lambda entry: (
            entry.number == 0,
            entry.number,
            entry.document.locator if entry.document else "",
        )
    )
    unread = [
        SourceEntry(
            id=bad.id, number=0, document=None, quarantined=bad, family=None, relation=None, cited=0
        )
        for bad in ingredients.quarantined
    ]
    return (*entries, *unread)
