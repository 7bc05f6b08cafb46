"""What a statement is worth for what it is, before anybody asks what it adds: colour and trivia
are worth less, and so are articles that only touch on the brief's subject.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from briefing.compose.leads import find_lead
from briefing.compose.weights import find_median
from briefing.events.copies import sentence_words
from briefing.language import edtf, late, prefilter, wordlist
from briefing.languages import is_rewritten
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.sameness import read_gist, vocabulary, vocabulary_overlap
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.sources import PRONOUNS
from briefing.model import Candidate, Known, Reading, Span, Statement
from briefing.offer.setbacks import set_back

# By judgement, tried on five topics of three to sixteen articles: what is left of the worth of
# colour, and of an article on something else.
_SLIGHT, _ASIDE = 0.4, 0.5
_FEWEST = 5  # articles of which one can be said to be about something else, or to open with a scene
_LONG_AGO = timedelta(days=180)  # from which what somebody said is no view of the news
_MOSTLY = 0.6  # share of a text inside quotation marks from which it is mostly quotation
# Share of its words that a quotation has in common with titles and leads, below which it is a quip;
# read off the quotations in briefs of ten topics.
_QUIP = 0.13
_QUOTATION = late.pattern(r"“[^“”]*”|\"[^\"]*\"")
# Share of a lead's words that a second article has, below which it sets a scene; of 29 leads
# of three topics one has .2, all others .4 and more.
_SCENIC = 0.35
_SENTENCE_END = late.pattern(r"(?<=[.!?])[”\"]? (?=[“\"\[A-Z])")
_WORD = late.pattern(r"\w+")
_FAR = 0.7  # share of the usual likeness of leads below which an article may be
# Voices of one word that show nobody.
_BARE_VOICES = PRONOUNS | DETERMINERS
_REVISING = 1.3  # of the worth of what sets right what was said; tried on four topics of our own
_REVISES = prefilter.make_ready(wordlist.patterns("en", "words/revising_patterns").values())
_PATTERNS = prefilter.make_ready(wordlist.patterns("en", "words/slight_patterns").values())


def is_slight(text: str) -> bool:
    """Whether a text tells colour or trivia: how something sounded, what somebody wore, that views
    were mixed; of several sentences half of them or more.
    """
    if not _PATTERNS.finds_any(text):
        return False
    sentences = _SENTENCE_END.split(text)
    return 2 * sum(map(_PATTERNS.finds_any, sentences)) >= len(sentences)


def find_slight(text: str) -> str:
    """The words by which a text tells colour or trivia, "" where none do."""
    return _PATTERNS.find_words(text)


def is_unheard(statement: Statement) -> bool:
    """Whether somebody says what a statement tells, and nothing shows who: "he said", where hearsay
    ("reportedly") has no one who says it, and "her lawyer said", "the prefecture said" show as much
    as their article does.
    """
    said = statement.citations[0].attribution
    unnamed = said.kind == "claim" and not said.speaker and len(said.evidence) > 1
    voices = [one.quote.lower() for one in said.evidence]
    return unnamed and not _BARE_VOICES.isdisjoint(voices)


def weigh_slight(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, those worth less that tell colour or trivia, or words of somebody who was not
    found; pinned ones stay.
    """
    return tuple(one if one.statement.pinned else _weigh_slight(one) for one in candidates)


def _weigh_slight(candidate: Candidate) -> Candidate:
    if is_slight(candidate.statement.text):
        return set_back(candidate, _SLIGHT, "slight")
    if is_unheard(candidate.statement):
        return set_back(candidate, _SLIGHT, "unheard")
    return candidate


def weigh_revising(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, those worth more that turn round or set right what somebody had said: a claim
    that is told without it misleads.
    """
    return tuple(
        replace(one, weight=one.weight * _REVISING)
        if _REVISES.finds_any(one.statement.text)
        else one
        for one in candidates
    )


def is_mostly_quotation(text: str) -> bool:
    """Whether a text is mostly quotation."""
    inside = sum(len(found) for found in _QUOTATION.findall(text))
    return inside > _MOSTLY * len(text)


def weigh_quips(
    candidates: Sequence[Candidate], readings: Sequence[Reading], title: str
) -> tuple[Candidate, ...]:
    """The candidates, those worth less that are mostly quotation and have hardly a word of what the
    articles are about: a quip is of use to those who heard it.
    """
    leads = _lead_words(readings)
    subject = vocabulary(title).union(*leads.values())
    return tuple(
        set_back(one, _SLIGHT, "quip")
        if leads and not one.statement.pinned and _is_quip(one.statement.text, subject)
        else one
        for one in candidates
    )


def _is_quip(text: str, subject: frozenset[str]) -> bool:
    words = vocabulary(text)
    return is_mostly_quotation(text) and len(words & subject) < _QUIP * len(words)


def weigh_old_sayings(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> tuple[Candidate, ...]:
    """The candidates, those worth less that tell what somebody said long before their article.

    What an article opens with is its news, of whichever day it tells: a warning of two years ago
    that has come out now.
    """
    days = {one.document.id: one.document.published for one in readings}
    return tuple(
        set_back(one, _SLIGHT, "old_saying")
        if not one.statement.pinned and _is_old_saying(one, days.get(one.document))
        else one
        for one in candidates
    )


def _is_old_saying(candidate: Candidate, published: Known | None) -> bool:
    said, date = candidate.statement.citations[0].attribution, candidate.statement.date
    if candidate.position == 0:
        return False
    if not (said.speaker and said.evidence) or date is None or published is None:
        return False  # no words show an opinion's author speaking: the article is what he says
    if not (edtf.is_valid(date) and edtf.is_valid(published.value)):
        return False
    return edtf.bounds(published.value)[0] - edtf.bounds(date)[1] > _LONG_AGO


def weigh_elsewhere(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> tuple[Candidate, ...]:
    """The candidates, those worth less that tell of long ago and name nobody and no place that a
    lead or a second article names: what once happened elsewhere, told for comparison.
    """
    days = {one.document.id: one.document.published for one in readings}
    known = _known_words(readings)
    return tuple(
        set_back(one, _SLIGHT, "elsewhere")
        if not one.statement.pinned and _is_elsewhere(one, days.get(one.document), known)
        else one
        for one in candidates
    )


def _known_words(readings: Sequence[Reading]) -> frozenset[str]:
    """The words that an article has in its title or first sentence, or two have at all."""
    times = Counter(word for one in readings for word in frozenset().union(*sentence_words(one)))
    twice = frozenset(word for word, articles in times.items() if articles > 1)
    return twice.union(*_lead_words(readings).values())


def _is_elsewhere(candidate: Candidate, published: Known | None, known: frozenset[str]) -> bool:
    date = candidate.statement.date
    if candidate.position == 0 or date is None or published is None:
        return False
    if not (edtf.is_valid(date) and edtf.is_valid(published.value)):
        return False
    names = read_gist(candidate.statement.text).names
    past = edtf.bounds(published.value)[0] - edtf.bounds(date)[0] > _LONG_AGO
    return past and bool(names) and not names & known


def weigh_anecdotes(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> tuple[Candidate, ...]:
    """The candidates, those worth less with which an article opens though hardly a word of them and
    no name stands in any other article: a scene, or somebody's story, before the news.

    Of fewer than five articles, none; nor what is told in a language whose words others may share
    unseen.
    """
    if len(readings) < _FEWEST:
        return tuple(candidates)
    times = Counter(word for one in readings for word in frozenset().union(*sentence_words(one)))
    leads = {one.document.id: lead for one in readings if (lead := find_lead(one)) is not None}
    return tuple(
        set_back(one, _SLIGHT, "slight")
        if _opens_article(one, leads) and not one.statement.pinned and _is_anecdote(one, times)
        else one
        for one in candidates
    )


def _opens_article(candidate: Candidate, leads: Mapping[str, Span]) -> bool:
    """Whether what is told, in a language that is read closely, begins with the first sentence of
    its article.
    """
    if not is_rewritten(candidate.language):
        return False
    lead, cited = leads.get(candidate.document), candidate.statement.citations[0]
    return lead is not None and cited.start <= lead.start < cited.end


def _is_anecdote(candidate: Candidate, times: Mapping[str, int]) -> bool:
    """Whether hardly a word of what is told, and no name, stands in a second article."""
    gist = read_gist(candidate.statement.text)
    names = (gist.names | {gist.opener}).difference(WEEKDAYS, MONTHS)
    shared = [word for word in gist.words if times.get(word, 0) > 1]
    return names.isdisjoint(shared) and len(shared) < _SCENIC * len(gist.words - names)


def weigh_asides(
    candidates: Sequence[Candidate], asides: frozenset[str], title: str
) -> tuple[Candidate, ...]:
    """The candidates, those worth less whose article is about something else, one of the `asides`
    (see `find_asides`); what in it has a word of the brief's title is worth as much as elsewhere.
    """
    subject = vocabulary(title)
    return tuple(
        set_back(one, _ASIDE, "aside")
        if one.document in asides and not subject & vocabulary(one.statement.text)
        else one
        for one in candidates
    )


def find_asides(readings: Sequence[Reading], subject: frozenset[str]) -> frozenset[str]:
    """The articles that open unlike the others and without a word of the subject, be it with
    nobody whom another opens with or has in its title.

    Of fewer than five, or without a subject, none.
    """
    leads = _lead_words(readings)
    if len(leads) < _FEWEST or not subject:
        return frozenset()
    likeness = dict.fromkeys(leads, 0.0)
    for one, other in combinations(leads, 2):
        alike = vocabulary_overlap(leads[one], leads[other])
        likeness[one] += alike
        likeness[other] += alike
    usual = find_median(likeness.values())
    apart = {
        name for name, own in leads.items() if not own & subject and likeness[name] < _FAR * usual
    }
    return frozenset(apart - _share_persons(readings)) if apart else frozenset()


def _share_persons(readings: Sequence[Reading]) -> frozenset[str]:
    """The articles that have somebody in title or first sentence whom another one has there."""
    headed = {one.document.id: _head_persons(one) for one in readings}
    often = Counter(name for names in headed.values() for name in names)
    return frozenset(one for one, names in headed.items() if any(often[n] > 1 for n in names))


def _head_persons(reading: Reading) -> frozenset[str]:
    """The surnames of the persons in an article's title and first sentence."""
    lead, document = find_lead(reading), reading.document
    title = document.title.value if document.title else ""
    head = set(_WORD.findall(f"{title} {document.text[lead.start : lead.end] if lead else ''}"))
    persons = (one.name.split()[-1] for one in reading.entities if one.kind == "person")
    return frozenset(name for name in persons if name in head)


def _lead_words(readings: Sequence[Reading]) -> Mapping[str, frozenset[str]]:
    """The words of each article's title and first sentence."""
    found = {}
    for one in readings:
        lead = find_lead(one)
        if lead is not None:
            title = one.document.title.value if one.document.title else ""
            text = one.document.text[lead.start : lead.end]
            found[one.document.id] = vocabulary(f"{title} {text}")
    return found
