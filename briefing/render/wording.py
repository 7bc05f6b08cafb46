"""The brief's own voice in the rendered files: dates, attributions, support, what is not known.

Plain functions from data to English words; every choice of words that a template does not make.
"""

from collections.abc import Sequence
from datetime import timedelta

from briefing.language import edtf, wordlist
from briefing.languages import primary_code
from briefing.languages.en import dates
from briefing.model import Attribution, ClauseSupport, Document, Known, Statement
from briefing.render.plain import clean_line
from briefing.render.view import Support

# What appeared longer before the cut-off is dated wherever it is cited.
NEWS = timedelta(days=30)
UNSTATED = "outlet not stated"
CORRECTED = "corrected by its outlet"
PINNED = "pinned by the analyst"
_CORRECTS = wordlist.patterns("en", "words/corrections")["corrects"]
_PATTERNS = wordlist.patterns("en", "words/correction_patterns")
_TELLING_WORD = _PATTERNS["telling_word"]
_SHARED_WORDS = 2
SAYINGS = {"reported": "", "claim": "claim", "judgement": "judgement"}
LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
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
        "remote chance": "up to 5 %",
        "highly unlikely": "10–20 %",
        "unlikely": "25–35 %",
        "realistic possibility": "40–50 %",
        "likely": "55–75 %",
        "probable": "55–75 %",
        "highly likely": "80–90 %",
        "almost certain": "95–100 %",
    },
}


def say_date(edtf: str | None) -> str:
    """Say an EDTF date; what is not EDTF is given back as it stands, None as ""."""
    if not edtf:
        return ""
    try:
        return dates.date_words(edtf)
    except ValueError:
        return clean_line(edtf)


def say_period(oldest: str, newest: str) -> str:
    """Say from when to when: from the beginning of `oldest` to the end of `newest`, both EDTF."""
    first, last = oldest.partition("/")[0], newest.rpartition("/")[2]
    if first == last or ".." in (first, last):
        return say_date(oldest if oldest == newest else last)
    joint = f"{first}/{last}"
    return (
        dates.date_words(joint)
        if edtf.is_valid(joint)
        else f"{say_date(first)} to {say_date(last)}"
    )


def say_age(published: Known | None, as_of: str) -> str:
    """Say in months when something appeared that is older than news; "" for news and where it isn't
    known.
    """
    if published is None or not (edtf.is_valid(published.value) and edtf.is_valid(as_of)):
        return ""
    first, last = edtf.bounds(published.value)
    if edtf.bounds(as_of)[1] - last <= NEWS:
        return ""
    months = [dates.date_words(f"{day:%Y-%m}") for day in (first, last)]
    if months[0] == months[1]:
        return months[0]
    return f"{months[0].split()[0] if first.year == last.year else months[0]}–{months[1]}"


def say_count(number: int, one: str, many: str = "") -> str:
    """Say a count with its noun: "1 outlet", "3 outlets"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def capitalise(text: str) -> str:
    """Give `text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def join_words(words: Sequence[str]) -> str:
    """Join words as English does: "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def say_voice(said: Attribution, number: int = 0, *, known: bool = False) -> str:
    """Say whose words a citation carries: who, in which outlet, through whom.

    An outlet that is not stated is named by the `number` of its source. "in" is where it was said,
    "via" the outlet that passes it on from there. The role is left out of a speaker who is `known`:
    it was told before.
    """
    who = [
        part
        for part in (said.speaker, "" if known else said.role, "" if known else said.body)
        if part
    ]
    if said.body and said.body in said.role and not known:
        who.remove(said.body)
    outlet = said.outlet or (f"source {number}, {UNSTATED}" if number else UNSTATED)
    speaks_itself = said.speaker.casefold() == said.outlet.casefold()
    place = [] if who and speaks_itself else [f"in {outlet}" if who else outlet]
    return clean_line(
        ", ".join([*who, *place, *([f"via {said.relayed_by}"] if said.relayed_by else [])])
    )


def say_warnings(document: Document | None) -> tuple[str, ...]:
    """Say what a reader must know wherever this source is cited."""
    if document is None:
        return ()
    kind = document.kind.value if document.kind else ""
    opinion = ("opinion piece",) if kind == "opinion" else ()
    return (*opinion, *(("translated",) if document.translated else ()))


def is_corrected(document: Document | None, quote: str) -> bool:
    """Whether an outlet's correction of its own article speaks of what a quote tells.

    It does where both share two names or numbers.
    """
    if document is None:
        return False
    told = set(_TELLING_WORD.findall(quote))
    return any(
        len(told & set(_TELLING_WORD.findall(note))) >= _SHARED_WORDS
        for note in document.caveats
        if _CORRECTS.search(note.casefold())
    )


def say_support(statement: Statement) -> Support:
    """Say how many independent outlets carry a statement, and whether they share one origin."""
    outlets = len(statement.outlets)
    shared = 0 < len(statement.origins) < outlets
    count = len(statement.origins) if shared else outlets
    if outlets == 0:
        words = "single source"
    elif outlets == 1:
        words = "single outlet"
    else:
        words = f"{outlets} outlets"
    if shared:
        words += f", {say_count(count, 'origin')}"
    single = count <= 1
    return Support(
        outlets=outlets, words=words, mark="○" if single else "●" * min(count, 5), single=single
    )


def clause_support(one: ClauseSupport, numbers: Sequence[int]) -> str:
    """Say by how many independent outlets a clause is told; `numbers` are the sources that tell
    it.
    """
    told = list(dict.fromkeys(numbers))
    if len(told) == 1:
        return f"source {told[0]} alone"
    outlets = len(one.outlets)
    if outlets < len(told):
        named = f", {say_count(outlets, 'outlet')} named" if outlets else ""
        return say_count(len(told), "source") + named
    shared = len(one.origins) < outlets
    return f"{outlets} outlets" + (f", {say_count(len(one.origins), 'origin')}" if shared else "")


def say_scale(names: Sequence[str], used: Sequence[str]) -> str:
    """Name the scale of likelihood and give the ranges of the words that are used."""
    name = " and ".join(dict.fromkeys(name for name in names if name))
    if not name:
        return "No scale of likelihood is declared."
    ranges = [
        (word, spans[word])
        for key, spans in SCALES.items()
        if key in name
        for word in used
        if word in spans
    ]
    words = "; ".join(f"{word} {span}" for word, span in dict.fromkeys(ranges))
    return clean_line(f"Likelihood words follow {name}{': ' + words if words else ''}.")


def say_grade(letter: str | None) -> str:
    """Say an Admiralty letter of reliability with its meaning."""
    if not letter:
        return "none"
    meaning = LETTERS.get(letter.strip().upper()[:1])
    return f"{clean_line(letter)} – {meaning}" if meaning else clean_line(letter)


def say_language(code: str | None) -> str:
    """Name a language; an unlisted code stands as it is."""
    if not code:
        return "language not known"
    return LANGUAGES.get(primary_code(code), clean_line(code))


def say_fact(known: Known | None, missing: str) -> str:
    """A known value, marked where it was worked out, or the words for its absence."""
    if known is None:
        return missing
    return clean_line(known.value) + (" (inferred)" if known.basis == "inferred" else "")
