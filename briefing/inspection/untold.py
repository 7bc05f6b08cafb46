"""Why a passage is not told: the first of the walk's steps that left it, and what would change
that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from briefing.compose.brief import weigh_shortlists
from briefing.compose.material import Ingredients
from briefing.compose.offers import Offer
from briefing.compose.repetition import REPEATED
from briefing.compose.select import ENOUGH, is_background, least_gain, rank_offers
from briefing.inspection.anchors import all_statements
from briefing.job.load import Job
from briefing.language.draft import Refused
from briefing.languages import is_told, packs
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Brief, Candidate, Passage, Reading, Section, Statement
from briefing.settings import analyst, seals
from briefing.walk import assemble, decisions, routing
from briefing.walk.assemble import SectionsRanking
from briefing.walk.decisions import Decided
from briefing.walk.library import Considered

_SHOWN = 3  # statements that are named as those which beat it
_LENGTH = 90  # characters of a statement that are shown
_MOST = 0.5  # share of its worth of which a statement lacks the most where more is told already


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Why a passage is not told, and `more`: what else would make its like told, beside a pin.

    `final` where no pin helps either; then `more` says what does.
    """

    why: str
    more: tuple[str, ...] = ()
    final: bool = False


@dataclass(frozen=True, kw_only=True)
class UntoldPassage:
    """A passage that is not told, in a brief. Not slotted: what is dear is worked out once."""

    job: Job
    considered: Considered
    decided: Decided
    brief: Brief
    reading: Reading
    passage: Passage

    @cached_property
    def ranking(self) -> SectionsRanking:
        """What the sections make of what could be told."""
        return assemble.rank(self.job, self.considered, self.decided)

    @cached_property
    def ingredients(self) -> Ingredients:
        """What the brief is composed of."""
        return assemble.gather_ingredients(self.job, self.considered, self.decided, self.ranking)

    @cached_property
    def offers(self) -> tuple[tuple[Offer, float], ...]:
        """What sections are offered, with what each would add to an empty brief, best first."""
        return rank_offers(*weigh_shortlists(self.ingredients))

    @cached_property
    def beside(self) -> tuple[tuple[Offer, float], ...]:
        """The same with what each would add to the brief as it is."""
        told = {row.slug: tuple(one.key for one in row.statements) for row in self.brief.sections}
        return rank_offers(*weigh_shortlists(self.ingredients), told)

    @property
    def gain_left(self) -> float:
        """What the best offer of the passage would add to the brief as it is."""
        offer, worth = self.best
        return next((gain for one, gain in self.beside if one == offer), worth)

    @property
    def best(self) -> tuple[Offer, float]:
        """The offer of the passage that is worth most, and its worth."""
        return next(one for one in self.offers if self.holds(one[0].candidate))

    @property
    def own(self) -> tuple[Candidate, ...]:
        """The statements that the passage could make."""
        return tuple(one for one in self.decided.candidates if self.holds(one))

    def holds(self, candidate: Candidate) -> bool:
        """Whether a candidate tells words of the passage."""
        return any(
            one.document == self.reading.document.id and one.passage == self.passage.number
            for one in candidate.statement.citations
        )


def say_untold(case: UntoldPassage) -> Untold:
    """Say why a passage that the brief does not tell is not told."""
    return next(found for question in _QUESTIONS if (found := question(case)) is not None)


def _ask_exclusion(case: UntoldPassage) -> Untold | None:
    texts = decisions.passage_texts((case.reading,))
    path = case.reading.document.path or case.reading.document.locator
    for number, entry in enumerate(case.job.analyst.file.exclude):
        at = seals.find_anchor(entry, texts)
        if entry.path == path and not at.stale and at.passage in {None, case.passage.number}:
            tree = case.job.analyst.tree
            line = tree.problem(("exclude", number), "").line if tree else 0
            return Untold(
                why=f"excluded by the analyst in {analyst.NAME}, line {line}: {entry.reason}",
                more=(f"take that entry out of {analyst.NAME}",),
                final=True,
            )
    return None


def _ask_language(case: UntoldPassage) -> Untold | None:
    language = case.reading.document.language
    if is_told(language):
        return None
    return Untold(
        why=f"its source is in {language}, and no language pack serves that",
        more=("add a source that says it in a language that is served",),
        final=True,
    )


def _ask_text(case: UntoldPassage) -> Untold | None:
    """Ask whether the program takes it for text of the article."""
    passage = case.passage
    if not passage.sentences:
        return Untold(
            why="it is no text of the article: no sentence was found in it"
            + (f" ({passage.dropped})" if passage.dropped else ""),
            more=("cite another passage that says it",),
            final=True,
        )
    if passage.dropped is not None:
        return Untold(why=f"dropped as {passage.dropped}: taken for no text of the article")
    if not passage.may_tell:
        return Untold(why=f"it is a {passage.kind}, of which no statements are made")
    return None


def _ask_sections(case: UntoldPassage) -> Untold | None:
    if routing.passage_routes(case.job, case.passage):
        return None
    found = ", ".join(tag.name for tag in case.passage.tags)
    why = f"no section asks for its tags ({found})" if found else "no tag fits it"
    return Untold(why=why, more=("add a word of it to the terms of a section",))


def _ask_rules(case: UntoldPassage) -> Untold | None:
    """Ask whether its sentences can stand alone."""
    if case.own:
        return None
    reasons = []
    for sentence in case.passage.sentences:
        made = packs.ground_sentences(case.reading, (sentence,))
        if isinstance(made, Refused):
            reasons.append(made.reason)
    shown = ", ".join(dict.fromkeys(reasons))
    if not shown:
        return Untold(why="no statement of it was looked at: others fit the sections better")
    return Untold(why=f"its sentences can't stand alone: {shown}")


def _ask_doubt(case: UntoldPassage) -> Untold | None:
    keys = {one.statement.key for one in case.ranking.doubtful}
    if not all(one.statement.key in keys for one in case.own):
        return None
    return Untold(why="its own article gives reason to doubt it")


def _ask_kinds(case: UntoldPassage) -> Untold | None:
    """Ask whether a section's kind or its window passes it over."""
    ranked = [one for row in case.ranking.shortlists for one in row.ranked]
    if any(case.holds(one.candidate) for one in ranked):
        return None
    slugs = [slug for slug, _ in routing.passage_routes(case.job, case.passage)]
    closed = [slug for slug in slugs if not case.job.sections[slug].older]
    if case.job.window and len(closed) == len(slugs):
        return Untold(
            why=f"its source is older than the window of {case.job.window}",
            more=(f"older: true in the section {closed[0]}",),
        )
    kinds = ", ".join(f"{slug} ({case.job.sections[slug].kind})" for slug in slugs)
    return Untold(why=f"its sections pass it over: {kinds}")


def _ask_claims(case: UntoldPassage) -> Untold | None:
    """Ask whether others say the same, and are told or weighed in its stead."""
    if any(case.holds(offer.candidate) for offer, _ in case.offers):
        return None
    claims = case.ingredients.claims.values()
    lead = next((one.lead for one in claims if any(map(case.holds, one.others))), None)
    if lead is None:
        return Untold(why="no section is offered it")
    told = _find_told(case.brief, lead)
    where = f"{told.number} ({told.id}) says the same" if told else "another article says the same"
    return Untold(why=f"{where}, and stands for it: {_shorten(lead.statement.text)}")


def _ask_sharing(case: UntoldPassage) -> Untold | None:
    """Ask whether something told holds sentences of it, or repeats it."""
    texts = [vocabulary(one.statement.text) for one in case.own]
    for _, told in all_statements(case.brief):
        words = vocabulary(told.text)
        if any(vocabulary_overlap(words, own) >= REPEATED for own in texts):
            return Untold(why=f"it repeats {told.number} ({told.id}): {_shorten(told.text)}")
    return None


def _ask_novelty(case: UntoldPassage) -> Untold | None:
    """Ask whether it adds too little to what is told, however much room there is."""
    offer, _ = case.best
    section = _section_of(case, offer)
    least = least_gain([gain for _, gain in case.offers])
    kind = case.job.sections[section.slug]
    free = kind.words is None and kind.statements is None
    if not free or case.gain_left >= least or len(section.statements) < ENOUGH:
        return None
    return Untold(
        why=f"too little in it is new: {_say_news(case)}",
        more=("leave out what tells its news: briefing exclude NUMBER --reason WHY",),
    )


def _say_news(case: UntoldPassage) -> str:
    """How much of its worth is left beside what is told, and what opens with its news."""
    offer, worth = case.best
    same = _find_same_news(case, offer)
    teller = f"; {same.number} ({same.id}) opens with its news" if same else ""
    return f"beside what is told it adds {case.gain_left / worth:.0%} of its worth{teller}"


def _find_same_news(case: UntoldPassage, offer: Offer) -> Statement | None:
    """The first statement told that opens with the news of an offer."""
    leads = (one for one, _ in case.offers if offer.lead and one.lead == offer.lead)
    found = (_find_told(case.brief, one.candidate) for one in leads)
    return next((one for one in found if one is not None), None)


def _ask_colour(case: UntoldPassage) -> Untold | None:
    offer, _ = case.best
    if not is_background(offer):
        return None
    slug = _section_of(case, offer).slug
    return Untold(
        why=f"it is colour, or about something else: {slug} tells such things only where it has "
        "nothing better",
        more=("add a word of it to the terms of a section",),
    )


def _ask_room(case: UntoldPassage) -> Untold | None:
    """Say where it ranks, and what beat it."""
    offer, gain = case.best
    rivals = [one for one in case.offers if one[0].section == offer.section]
    place = rivals.index((offer, gain)) + 1
    section = _section_of(case, offer)
    news = f"; {_say_news(case)}" if case.gain_left < _MOST * gain else ""
    return Untold(
        why=f"no room: in {section.slug} it ranks {place} of {len(rivals)} by itself, and the "
        f"section tells {_say_room(case, section)}{news}; {_say_winners(section)}",
        more=(f"more room for the section {section.slug}: statements or words, or budget.pages",),
    )


def _section_of(case: UntoldPassage, offer: Offer) -> Section:
    """The section that is offered it."""
    slug = list(case.job.sections)[offer.section]
    return next(one for one in case.brief.sections if one.slug == slug)


def _say_room(case: UntoldPassage, section: Section) -> str:
    kind = case.job.sections[section.slug]
    count = len(section.statements)
    if kind.words is not None:
        words = sum(len(one.text.split()) for one in section.statements)
        return f"{count}, {words} words of {kind.words}"
    if kind.statements is not None:
        return f"{count} of {kind.statements}"
    return f"{count} (all sections share {case.job.pages} pages)"


def _say_winners(section: Section) -> str:
    shown = [f"{one.number} {_shorten(one.text)}" for one in section.statements[:_SHOWN]]
    return "before it came " + "; ".join(shown) if shown else "nothing came before it"


def _find_told(brief: Brief, lead: Candidate) -> Statement | None:
    told = (one for _, one in all_statements(brief))
    return next((one for one in told if one.key == lead.statement.key), None)


def _shorten(text: str) -> str:
    return f"“{text if len(text) <= _LENGTH else text[:_LENGTH].rstrip() + '…'}”"


_QUESTIONS: tuple[Callable[[UntoldPassage], Untold | None], ...] = (
    _ask_exclusion,
    _ask_language,
    _ask_text,
    _ask_sections,
    _ask_rules,
    _ask_doubt,
    _ask_kinds,
    _ask_claims,
    _ask_sharing,
    _ask_novelty,
    _ask_colour,
    _ask_room,
)
"""In the order in which the walk would leave a passage; the last always answers."""
