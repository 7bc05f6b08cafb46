"""The brief's own voice in the rendered files: dates, attributions, support, what is not known.

Plain functions from data to the words of a language; every choice of words that a template does
not make.
"""

from collections.abc import Sequence
from datetime import timedelta

from briefing.language import edtf, lookalike
from briefing.language.phrases import PLAIN, Phrases
from briefing.languages import primary_code
from briefing.model import Attribution, ClauseSupport, Document, Judgement, Known, Statement
from briefing.render.plain import clean_line
from briefing.render.view import Support

# What appeared longer before the cut-off is dated wherever it is cited.
NEWS = timedelta(days=30)
# What appeared longer before the cut-off tells a state that may have passed: where a statement has
# no date of its own, its margin gives the day.
FRESH = timedelta(days=1)
# The two published scales of likelihood: ICD 203, Analytic Standards, D.6.e(2)(a); PHIA Probability
# Yardstick of the UK Professional Head of Intelligence Assessment.
SCALES = {
    "ICD 203": {
        "almost no chance": "1–5 %",
        "remote": "1–5 %",
        "very unlikely": "5–20 %",
        "highly improbable": "5–20 %",
        "unlikely": "20–45 %",
        "improbable": "20–45 %",
        "roughly even chance": "45–55 %",
        "roughly even odds": "45–55 %",
        "likely": "55–80 %",
        "probable": "55–80 %",
        "very likely": "80–95 %",
        "highly probable": "80–95 %",
        "almost certain": "95–99 %",
        "nearly certain": "95–99 %",
    },
    "PHIA": {
        "remote chance": "≤ 5 %",
        "highly unlikely": "10–20 %",
        "unlikely": "25–35 %",
        "realistic possibility": "40–50 %",
        "likely": "55–75 %",
        "probable": "55–75 %",
        "highly likely": "80–90 %",
        "almost certain": "95–100 %",
    },
}


def say_date(words: Phrases, edtf: str | None) -> str:
    """Say an EDTF date; what is not EDTF is given back as it stands, None as ""."""
    if not edtf:
        return ""
    try:
        return words.days.say(edtf)
    except ValueError:
        return clean_line(edtf)


def say_period(words: Phrases, oldest: str, newest: str) -> str:
    """Say from when to when: from the beginning of `oldest` to the end of `newest`, both EDTF."""
    first, last = oldest.partition("/")[0], newest.rpartition("/")[2]
    if first == last or ".." in (first, last):
        return say_date(words, oldest if oldest == newest else last)
    joint = f"{first}/{last}"
    if edtf.is_valid(joint):
        return words.days.say(joint)
    return words.say("period", first=say_date(words, first), last=say_date(words, last))


def say_age(words: Phrases, published: Known | None, as_of: str) -> str:
    """Say in months when something appeared that is older than news; "" for news and where it isn't
    known.
    """
    if published is None or not (edtf.is_valid(published.value) and edtf.is_valid(as_of)):
        return ""
    first, last = edtf.bounds(published.value)
    if edtf.bounds(as_of)[1] - last <= NEWS:
        return ""
    begun, ended = (f"{day:%Y-%m}" for day in (first, last))
    if begun == ended:
        return words.days.say(begun)
    if first.year == last.year:
        return words.days.say(f"{begun}/{ended}")
    return words.say("year_months", first=words.days.say(begun), last=words.days.say(ended))


def say_day(words: Phrases, published: Known | None, as_of: str) -> str:
    """Say the day on which news appeared before the last day of the brief; "" for what is as old
    as `say_age` tells, for what is fresh, and where no single day is known.
    """
    if published is None or not (edtf.is_valid(published.value) and edtf.is_valid(as_of)):
        return ""
    first, last = edtf.bounds(published.value)
    age = edtf.bounds(as_of)[1] - last
    return words.days.say(f"{last:%Y-%m-%d}") if first == last and FRESH < age <= NEWS else ""


def capitalise(text: str) -> str:
    """Give `text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def say_voice(words: Phrases, said: Attribution, number: int = 0, *, known: bool = False) -> str:
    """Say whose words a citation carries: who, in which outlet, through whom.

    An outlet that is not stated is named by the `number` of its source. "in" is where it was said,
    "via" the outlet that passes it on from there. The role is left out of a speaker who is `known`:
    it was told before.
    """
    who = _name_speaker(said, known=known)
    outlet = said.outlet or _unstated_outlet(words, number)
    speaks_itself = lookalike.spelling_key(said.speaker) == lookalike.spelling_key(said.outlet)
    inside = words.say("in_outlet", outlet=outlet) if who else outlet
    place = [] if who and speaks_itself else [inside]
    relay = [words.say("via", outlet=said.relayed_by)] if said.relayed_by else []
    return clean_line(words.list_all([*who, *place, *relay]))


def _name_speaker(said: Attribution, *, known: bool) -> list[str]:
    """A speaker with role and body as far as they are stated and not yet `known`."""
    if known:
        return [said.speaker] if said.speaker else []
    body = "" if said.body in said.role else said.body
    return [part for part in (said.speaker, said.role, body) if part]


def _unstated_outlet(words: Phrases, number: int) -> str:
    return words.say("source_unstated", number=number) if number else words.say("outlet_unstated")


def say_warnings(words: Phrases, document: Document | None) -> tuple[str, ...]:
    """Say what a reader must know wherever this source is cited."""
    if document is None:
        return ()
    kind = document.kind.value if document.kind else ""
    opinion = (words.say("opinion_piece"),) if kind == "opinion" else ()
    return (*opinion, *((words.say("translated"),) if document.translated else ()))


def say_support(words: Phrases, statement: Statement) -> Support:
    """Say how many independent outlets carry a statement, and whether they share one origin."""
    outlets = len(statement.outlets)
    shared = 0 < len(statement.origins) < outlets
    count = len(statement.origins) if shared else outlets
    if outlets == 0:
        told = words.say("single_source")
    elif outlets == 1:
        told = words.say("single_outlet")
    else:
        told = words.say("outlets", count=outlets)
    if shared:
        told = words.list_all([told, words.say("origins", count=count)])
    single = count <= 1
    return Support(
        outlets=outlets, words=told, mark="○" if single else "●" * min(count, 5), single=single
    )


def clause_support(words: Phrases, one: ClauseSupport, numbers: Sequence[int]) -> str:
    """Say by how many independent outlets a clause is told; `numbers` are the sources that tell
    it.
    """
    told = list(dict.fromkeys(numbers))
    if len(told) == 1:
        return words.say("source_alone", number=told[0])
    outlets = len(one.outlets)
    if outlets < len(told):
        named = [words.say("outlets_named", count=outlets)] if outlets else []
        return words.list_all([words.say("sources_counted", count=len(told)), *named])
    shared = [words.say("origins", count=len(one.origins))] if len(one.origins) < outlets else []
    return words.list_all([words.say("outlets", count=outlets), *shared])


def say_scale(words: Phrases, names: Sequence[str], used: Sequence[str]) -> str:
    """Name the scale of likelihood and give the ranges of the terms that are used."""
    name = words.join(tuple(dict.fromkeys(name for name in names if name)))
    if not name:
        return words.say("scale_none")
    ranges = [
        f"{term} {say_span(words, spans[term])}"
        for key, spans in SCALES.items()
        if key in name
        for term in used
        if term in spans
    ]
    if not ranges:
        return clean_line(words.say("scale_follows", scale=name))
    told = words.list_apart(list(dict.fromkeys(ranges)))
    return clean_line(words.say("scale_ranges", scale=name, ranges=told))


def say_likelihood(words: Phrases, own: Judgement) -> str:
    """A term of likelihood; beside other languages than its own its range, which says the same in
    each.
    """
    spans = next((terms for name, terms in SCALES.items() if name in own.scale), {})
    term = clean_line(own.likelihood)
    if words.language == PLAIN or own.likelihood not in spans:
        return term
    return f"{term} ({say_span(words, spans[own.likelihood])})"


def say_span(words: Phrases, span: str) -> str:
    """Say the range of a term of likelihood: "55–80 %", or "up to 5 %"."""
    return words.say("up_to", span=span[2:]) if span.startswith("≤ ") else span


def say_grade(words: Phrases, letter: str | None) -> str:
    """Say an Admiralty letter of reliability with its meaning."""
    if not letter:
        return words.say("grade_none")
    meaning = words.find_word("grade", letter.strip().upper()[:1])
    shown = clean_line(letter)
    return words.say("grade_meaning", letter=shown, meaning=meaning) if meaning else shown


def say_language(words: Phrases, code: str | None) -> str:
    """Name a language; an unlisted code stands as it is."""
    if not code:
        return words.say("language_unknown")
    return words.find_word("language", primary_code(code)) or clean_line(code)


def say_kind(words: Phrases, known: Known | None) -> str:
    """Name the kind of an article; one that is not ours stands as it is written."""
    if known is None:
        return words.say("kind_unknown")
    word = words.find_word("kind", known.value.replace(" ", "_")) or known.value
    return _mark_inferred(words, clean_line(word), known)


def say_fact(words: Phrases, known: Known | None, missing: str) -> str:
    """A known value, marked where it was worked out, or the words for its absence."""
    return missing if known is None else _mark_inferred(words, clean_line(known.value), known)


def _mark_inferred(words: Phrases, value: str, known: Known) -> str:
    return words.say("inferred_mark", value=value) if known.basis == "inferred" else value
