"""In whose voice articles speak: a reporter leaves himself out; a columnist, a live page and a
party that defends itself don't. Where facts are asked for, theirs are worth less.

What this does not see: a party that speaks of itself as of others, and a column without an "I".
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from briefing.compose.weights import scale_worths
from briefing.language import late, wordlist
from briefing.languages import is_rewritten
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.model import Candidate, Document, Reading, Setback, Shortlist

_PERSONAL_WORD = wordlist.patterns("en", "words/register_patterns")["personal"]
_QUOTED = late.pattern(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)")
_WORD = late.pattern(r"[^\W\d_]+")
_REPORT = "report"  # the kind that the desk gives to news
_THOUSAND = 1000
# Personal words of a thousand from which an article, or a release, speaks in a voice of its own;
# read off 99 articles of eleven topics of our own.
_PLAIN, _OWN = 8, 4
# What is left of the worth of what such an article and of what a plain release tells: tuned on 101
# statements of three topics and 105 of four others that strict readers judged. Of those others, 44
# of 71 of plain reports were good, 4 of 20 of personal ones, 2 of 14 of releases.
_PERSONAL, _RELEASED = 0.4, 0.6
_FEWEST = 5  # articles of which releases are some voices among others
_MOST = 0.75  # share of the articles above which there are too few others to prefer


def find_releases(documents: Mapping[str, Document]) -> frozenset[str]:
    """The articles that are releases, by id, where others are known as reports; none where all
    may be official.
    """
    kinds = {name: one.kind.value for name, one in documents.items() if one.kind}
    if _REPORT not in kinds.values():
        return frozenset()
    return frozenset(name for name, kind in kinds.items() if kind == RELEASE)


def weigh_personal(
    shortlists: Sequence[Shortlist], personal: AbstractSet[str]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth less where facts are asked for what one of the `personal` articles
    tells; pinned statements stay, and so do shortlists of a given number of words.
    """
    return _lower_facts(shortlists, personal, _PERSONAL, "personal")


def weigh_released(
    shortlists: Sequence[Shortlist], releases: AbstractSet[str], articles: int
) -> tuple[Shortlist, ...]:
    """The same of what one of the `releases` tells, where there are enough `articles`: whoever
    issues them is a party, or says what reports of later days know better.
    """
    told = releases if articles >= _FEWEST else frozenset[str]()
    return _lower_facts(shortlists, told, _RELEASED, "released")


def _lower_facts(
    shortlists: Sequence[Shortlist], names: AbstractSet[str], times: float, why: Setback
) -> tuple[Shortlist, ...]:
    def rate(candidate: Candidate) -> float:
        lowered = candidate.document in names and not candidate.statement.pinned
        return times if lowered else 1.0

    return tuple(
        one if one.wanted.views or one.wanted.words is not None else scale_worths(one, rate, why)
        for one in shortlists
    )


def find_personal(readings: Sequence[Reading]) -> frozenset[str]:
    """The articles, by id, that speak in a voice of their own; none where most do."""
    releases = find_releases({one.document.id: one.document for one in readings})
    found = [
        one.document.id
        for one in readings
        if is_rewritten(one.document.language)
        and count_personal(one) >= (_OWN if one.document.id in releases else _PLAIN)
    ]
    return frozenset(found if len(found) <= _MOST * len(readings) else ())


def count_personal(reading: Reading) -> float:
    """How many of a thousand words of an article's body, quotations left out, are somebody's who
    speaks of himself, to the reader, or as people speak.
    """
    text = reading.document.text
    told = "\n".join(text[one.start : one.end] for one in reading.passages if one.may_tell)
    own = _QUOTED.sub(" ", told)
    found = sum(1 for _ in _PERSONAL_WORD.finditer(own))
    return _THOUSAND * found / max(1, len(_WORD.findall(own)))
