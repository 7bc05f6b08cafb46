"""What is not known, found mechanically and said in templates of ours.

Every slot follows from the brief's own statements and sources, so `verify` recomputes each gap. A
gap says what these sources leave open, never what is so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from briefing.compose.accused import unheard_parties
from briefing.compose.parties import silent_parties
from briefing.compose.talks import are_settled, days_appeared, is_to_the_day, list_talks
from briefing.language import edtf, gap_words, wordlist
from briefing.language.phrases import PLAIN, find_phrases, read_phrases
from briefing.languages import is_told
from briefing.languages.en.open_matters import reports_decision, says_unknown
from briefing.model import (
    Brief,
    Disagreement,
    Gap,
    Position,
    Section,
    SectionRules,
    Statement,
)

_PATTERNS = wordlist.patterns("en", "words/gap_patterns")
_UNNAMED = _PATTERNS["unnamed"]
_LEAST = 3  # statements; of fewer nothing general can be said
_MUCH_ALONE = 2  # of so many statements one rests on one outlet where that is worth a line
_MUCH_TALK = 0.4  # share of a section's statements that speak of talks
_UNDECIDED = 2  # sections named at most
_DISPUTED = 3  # counts named at most
_PARTIES = 2  # silent parties named at most
_UNKNOWN = 3  # statements told again at most because they say that something is not known
_OPEN = timedelta(days=2)  # before the newest article; what was open then may be known since
_LONGEST = 45  # words of such a one


def fill_gap(kind: str, **slots: str) -> Gap:
    """Fill the phrase of a kind, in English: `find_gaps` says all in the brief's language."""
    return Gap(kind=kind, text=gap_words.fill_gap(kind, slots), slots=slots)


def find_gaps(brief: Brief, rules: Mapping[str, SectionRules]) -> tuple[Gap, ...]:
    """The brief's gaps, recomputed from its sections and sources; what matters most to a
    reader first.
    """
    words = find_phrases(brief.frame.language)
    return tuple(
        replace(gap, text=gap_words.say_gap(words, gap)) for gap in _list_gaps(brief, rules)
    )


def _list_gaps(brief: Brief, rules: Mapping[str, SectionRules]) -> tuple[Gap, ...]:
    own = {section.slug: _of_section(section, rules) for section in brief.sections}
    told = [statement for section in brief.sections for statement in section.statements]
    sole = _sole_outlet(told)
    own_gaps = [gap for section in brief.sections for gap in own[section.slug]]
    aside = {"undecided", "one_outlet"} if sole else {"undecided"}
    return (
        *_question_gaps(brief),
        *_disputed_gaps(brief),
        *_unknown_gaps(told, brief),
        *_foremost(brief, own),
        *_unheard_gaps(told),
        *_silent_gaps(told, brief),
        *_unnamed_gaps(told),
        *_confirmation_gaps(brief, told, sole),
        *(gap for gap in own_gaps if gap.kind not in aside),
        *_elsewhere_gaps(brief),
        *_source_gaps(brief),
        *_foreign_gaps(brief),
        *_unread_gaps(brief),
    )


def _question_gaps(brief: Brief) -> Iterator[Gap]:
    for section in brief.sections:
        for question in section.questions:
            if not (question.answers or question.elsewhere):
                yield fill_gap("question", question=question.text, section=section.title)


def _disputed_gaps(brief: Brief) -> Iterator[Gap]:
    """Counts on which no two articles agree, with the values that stand still; one article has no
    other.

    Of counts that each have a day of their own the later overtake the earlier: nothing is open.
    """
    words = find_phrases(brief.frame.language)
    open_rows = [row for row in brief.disagreements if _is_open_count(row)]
    for row in open_rows[:_DISPUTED]:
        values = [position.value for position in _standing_sides(row) if position.value]
        if len(values) > 1:
            said = words.join([words.say_count(value) for value in values])
            yield fill_gap("disputed", topic=row.topic, values=said)


def _is_open_count(row: Disagreement) -> bool:
    """Whether a row is of a count, each side of which one article alone tells, and not one alone
    all of them.
    """
    if not row.quantity or _is_followed(row):
        return False
    telling = [frozenset(c.document for c in side.citations) for side in _standing_sides(row)]
    return all(len(one) == 1 for one in telling) and len(frozenset().union(*telling)) > 1


def _standing_sides(row: Disagreement) -> list[Position]:
    """The sides of a row of which nothing became: neither withdrawn nor corrected nor overtaken."""
    return [one for one in row.positions if one.standing in {"", "denied"}]


def _is_followed(row: Disagreement) -> bool:
    """Whether the sides of a row are of days that follow one another."""
    days = [one.as_of for one in row.positions if one.as_of and edtf.is_valid(one.as_of)]
    spans = sorted(edtf.bounds(day) for day in days)
    return len(days) == len(row.positions) and all(
        one[1] < other[0] for one, other in pairwise(spans)
    )


def _silent_gaps(told: Sequence[Statement], brief: Brief) -> Iterator[Gap]:
    for party, count in silent_parties(told, brief.names)[:_PARTIES]:
        yield fill_gap("silent", party=party, named=str(count), total=str(len(told)))


def _unheard_gaps(told: Sequence[Statement]) -> Iterator[Gap]:
    for party, number in unheard_parties(told)[:_PARTIES]:
        yield fill_gap("unheard", party=party, number=number)


def _sole_outlet(told: Sequence[Statement]) -> str:
    """The one outlet that all statements come from, "" where they have several or none."""
    outlets = {outlet for statement in told for outlet in statement.outlets}
    alone = len(outlets) == 1 and all(statement.outlets for statement in told)
    return min(outlets) if alone else ""


def _confirmation_gaps(brief: Brief, told: Sequence[Statement], sole: str) -> Iterator[Gap]:
    """What no second outlet was found to tell, where that is much of the brief: of a few statements
    the margin says so.
    """
    single = sum(section.health.single_outlet for section in brief.sections)
    if sole:
        yield replace(fill_gap("sole", total=str(len(told)), outlet=sole), kind="single")
    elif single * _MUCH_ALONE >= len(told) > 0:
        yield _confirmation_gap(told, single)


def _foreign_gaps(brief: Brief) -> Iterator[Gap]:
    """What sources in languages that no pack serves say."""
    tongues = [entry.document.language for entry in brief.sources if entry.document]
    foreign = [tongue for tongue in tongues if tongue and not is_told(tongue)]
    if foreign:
        names = ", ".join(sorted(set(foreign)))
        total = str(len(brief.sources))
        yield fill_gap("foreign", count=str(len(foreign)), total=total, languages=names)


def _unread_gaps(brief: Brief) -> Iterator[Gap]:
    """What sources that could not be read say."""
    unread = sum(entry.quarantined is not None for entry in brief.sources)
    if unread:
        yield fill_gap("unread", count=str(unread), total=str(len(brief.sources)))


def _of_section(section: Section, rules: Mapping[str, SectionRules]) -> tuple[Gap, ...]:
    """What a section's kind finds, each marked as the section's own."""
    return tuple(
        replace(one, slots={**one.slots, "section": section.title})
        for one in rules[section.slug].gaps(section)
    )


def _foremost(brief: Brief, found: Mapping[str, Sequence[Gap]]) -> list[Gap]:
    """The undecided talks that matter most: those that the opening speaks of, then those most
    spoken of.
    """
    ranked: list[tuple[bool, float, Gap]] = []
    for section in brief.sections:
        talks = list_talks(section)
        if are_settled(talks, brief):
            continue
        opens = any(
            statement.key in brief.bottom_line or statement.id in brief.bottom_line
            for statement in talks
        )
        share = len(talks) / max(1, len(section.statements))
        ranked += [(not opens, -share, g) for g in found[section.slug] if g.kind == "undecided"]
    return [one for _, _, one in sorted(ranked, key=lambda entry: entry[:2])][:_UNDECIDED]


def find_undecided(section: Section) -> tuple[Gap, ...]:
    """Find that a section speaks of talks and plans and that no statement of it reports a
    decision.
    """
    told = section.statements
    talks = list_talks(section)
    if len(told) < _LEAST or len(talks) / len(told) < _MUCH_TALK:
        return ()
    if any(reports_decision(statement.text) for statement in told):
        return ()
    counts = (str(len(talks)), str(len(told)))
    return (fill_gap("undecided", section=section.title, talk=counts[0], total=counts[1]),)


def _confirmation_gap(told: Sequence[Statement], single: int) -> Gap:
    """What no second outlet was found to tell: `single` of the statements, of some only parts."""
    partly = sum(
        len(statement.outlets) <= 1 and any(len(one.origins) > 1 for one in statement.support)
        for statement in told
    )
    if not partly:
        return fill_gap("single", single=str(single), total=str(len(told)))
    return fill_gap("partly", single=str(single), total=str(len(told)), partly=str(partly))


def _unnamed_gaps(told: Iterable[Statement]) -> list[Gap]:
    """A gap that counts the statements whose speaker no article names."""
    statements = list(told)
    speakers = [s.citations[0].attribution.speaker for s in statements if s.citations]
    count = sum(bool(_UNNAMED.search(speaker)) for speaker in speakers)
    return [fill_gap("unnamed", unnamed=str(count), total=str(len(statements)))] if count else []


def _unknown_gaps(told: Iterable[Statement], brief: Brief) -> list[Gap]:
    """The first statements that say themselves that something is not known, of the newest articles:
    what was open when an older one appeared may be known since.
    """
    past = _past_documents(brief)
    said = (
        one.text
        for one in told
        if says_unknown(one.text)
        and len(one.text.split()) <= _LONGEST
        and one.citations[0].document not in past
    )
    return [fill_gap("unknown", text=text) for text in dict.fromkeys(said)][:_UNKNOWN]


def _past_documents(brief: Brief) -> frozenset[str]:
    """The documents that appeared days before the newest one that is cited."""
    days = days_appeared(brief)
    newest = max(days.values(), default=date.min)
    return frozenset(name for name, day in days.items() if newest - day > _OPEN)


def find_thin(section: Section) -> tuple[Gap, ...]:
    """Find that a section tells nothing, or what one outlet says only."""
    if not section.statements and not section.rows:
        return () if section.elsewhere else (fill_gap("empty", section=section.title),)
    outlets = {outlet for statement in section.statements for outlet in statement.outlets}
    if len(outlets) == 1 and all(statement.outlets for statement in section.statements):
        return (fill_gap("one_outlet", section=section.title, outlet=min(outlets)),)
    return ()


def _elsewhere_gaps(brief: Brief) -> Iterator[Gap]:
    """What serves a section that tells nothing, with the section in which it is told."""
    for section in brief.sections:
        for other in brief.sections:
            told = [one.number for one in other.statements if one.name in section.elsewhere]
            if told:
                yield fill_gap(
                    "elsewhere",
                    section=section.title,
                    other=other.title,
                    numbers=", ".join(told),
                )


def _source_gaps(brief: Brief) -> list[Gap]:
    """What is not known of the cited sources: which outlet, which day."""
    cited = [
        (entry.number, entry.document)
        for entry in brief.sources
        if entry.document is not None and entry.number
    ]
    nameless = [number for number, document in cited if document.outlet is None]
    undated = [number for number, document in cited if not is_to_the_day(document)]
    found = [fill_gap("outlet", sources=_name_sources(nameless))] if nameless else []
    return [*found, fill_gap("undated", sources=_name_sources(undated))] if undated else found


def _name_sources(numbers: Sequence[int]) -> str:
    """Name sources by number: "source 1", "sources 1, 2 and 5"."""
    return gap_words.name_sources(read_phrases(PLAIN), ", ".join(map(str, numbers)))
