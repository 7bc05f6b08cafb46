"""Years standing alone: a number is a year only where the words around it say so."""

from collections.abc import Callable
from re import Match

from briefing.language import late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import DateRule, Meaning, part_of, stated_meaning
from briefing.languages.en.dates.terms import APOSTROPHE, PART, RECENT, YEAR

# What may follow a year behind a weak cue: nothing more, or a word that doesn't make it a count.
_CLEAR = (
    rf"(?={APOSTROPHE}s\b|\W*$|[.,;:)\]\"”’!?–—]|\s*[-–—(\[\n]|\s(?i:and|or|to|the|a|an|in|on|at"
    rf"|when|where|while|with|was|"
    r"were|is|are|has|have|had|will|would|by|as|that|which|who|but|for|from|after|before|until"
    r"|till|alone|onwards?|because|"
    r"due|under|through|between|during|since|he|she|they|it|we|[a-z]+(?:ly|ed)|election|elections"
    r"|accord|agreement|deal|war|"
    r"levels?|invasion|summit|census|report|budget|season|tournament|crisis|attacks?|campaign|coup"
    r"|law|treaty|uprising|"
    r"revolution|constitution)\b)"
)
_NO_COUNT = (
    r"(?![\d\w]|[.,/:-][0-9]| s\b|[ -]?(?:%|per ?cent|percent|people|men|women|children|troops"
    r"|soldiers|dollars|euros|"
    r"pounds|km|kilomet|miles?\b|met(?:er|re)s?|feet|hectares|acres|tons?|tonnes?|hours|GMT|local "
    r"time|votes|"
    r"villages|homes|jobs|points|units|workers|members|cases|deaths|barrels|cc\b|rpm|hp\b|kg\b"
    r"|MW\b|million|billion))"
)
# "The 2017 Accord" is of that year; a car or a phone with a year in its name need not be.
_EVENT = (
    r"(?:War|Games|Olympics|World Cup|Cup|Elections?|Accords?|Agreement|Summit|Treaty|Revolution"
    r"|Constitution|"
    r"Convention|Act|Census|Conference|Championships?|Uprising|Protocol|Declaration|Memorandum"
    r"|Resolution|Budget|"
    r"Review|Report|Festival|Massacre|Intifada|Coup)\b"
)
_MONTHS_OF_A_YEAR = 12


# What stands before a year: words that leave no doubt, and words that want a clear end behind the
# year.
_SURE = late.pattern(
    r"\b(?i:in|since|until|till|during|as of|throughout|circa|the year|as early as|as late as|as "
    r"far back as|"
    r"back in|back to) (?:late |early )?$"
)
_LIKELY = late.pattern(
    r"\b(?i:by|from|of|to|for|before|after|through|between|and|or|than|into|following|post|pre"
    r"|year|year:|"
    r"dated|born|elected|founded|established|started|model)[ -]$"
)
_DETERMINED = late.pattern(rf"\b(?i:a|an|the|its|their|his|her|our|this|that|{APOSTROPHE}s) $")
_LEAD = 24  # characters: as long as the longest of these


def _read_behind(lead: late.Pattern) -> Callable[[Match[str]], Meaning | None]:
    """What reads a year behind `lead`. To look back from the year is quicker than to look for
    every "in".
    """

    def read(match: Match[str]) -> Meaning | None:
        start = match.start()
        return (
            stated_meaning(match["y"])
            if lead.search(match.string, max(0, start - _LEAD), start)
            else None
        )

    return read


def _read_year(match: Match[str]) -> Meaning | None:
    return stated_meaning(match["y"])


def _read_part(match: Match[str]) -> Meaning | None:
    word = match["part"].lower()
    if "end of" in word:
        return stated_meaning(
            f"{match['y']}-12-31" if terms.is_deadline(match) else f"{match['y']}-12~"
        )
    if "start of" in word or "beginning of" in word:
        return stated_meaning(f"{match['y']}-01~")
    return stated_meaning(part_of(match["y"], terms.part_number(word)))


def _read_range(match: Match[str]) -> Meaning | None:
    first, last = match["y"], match["last"]
    if len(last) < len(first) and match["sign"] == "-" and int(last) <= _MONTHS_OF_A_YEAR:
        return None  # "2011-12" may be December 2011
    last = first[: 4 - len(last)] + last
    return stated_meaning(f"{first}/{last}") if int(first) < int(last) else None


_EVENTS = late.pattern(r"[a-z] (?:in )?(?:19|20)[0-9]")

RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.YEAR,),
        pattern=late.pattern(rf"(?<= )(?P<y>{YEAR}){_NO_COUNT}"),
        read=_read_behind(_SURE),
    ),
    DateRule(
        needs=(signs.YEAR,),
        pattern=late.pattern(rf"(?<=[ -])(?P<y>{RECENT}){_NO_COUNT}{_CLEAR}"),
        read=_read_behind(_LIKELY),
    ),
    DateRule(
        needs=(signs.YEAR,),
        pattern=late.pattern(
            rf"(?<= )(?P<y>(?:19|20)[0-9]{{2}})(?<!00){_NO_COUNT}(?=[ -][a-z]|(?: "
            rf"[\w'’-]+){{0,3}}[ -]{_EVENT})"
        ),
        read=_read_behind(_DETERMINED),
    ),
    DateRule(
        needs=(signs.YEAR, _EVENTS),
        pattern=late.pattern(
            rf"\b{_EVENT} (?:in )?(?P<span>(?P<y>(?:19|20)[0-9]{{2}})){_NO_COUNT}"
        ),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR, (", ",)),
        pattern=late.pattern(
            rf"(?<=[ (](?:19|20)[0-9][0-9], )(?P<y>{RECENT})(?=(?:,? and|,? or|,) (?:19"
            rf"|20)[0-9][0-9]\b)"
        ),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR,),
        pattern=late.pattern(
            rf"(?:^|[.!?][\"”]? )(?P<span>(?P<y>{RECENT}))(?= (?:was|is|saw|has|will|brought|began"
            rf"|ended)\b)"
        ),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR, ("(",)),
        pattern=late.pattern(rf"\((?:[a-z]{{1,10}}\.? )?(?P<span>(?P<y>{RECENT}))\)"),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR, (" alone",)),
        pattern=late.pattern(rf"(?<![\w.,-])(?P<y>{RECENT})(?= alone\b)"),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR, signs.PART),
        pattern=late.pattern(rf"(?<![\w.,-])(?P<part>{PART})[ -](?P<y>{YEAR}){_NO_COUNT}"),
        read=_read_part,
    ),
    DateRule(
        needs=(signs.YEAR, signs.JOINED),
        pattern=late.pattern(
            rf"(?<![\w.,/$€£:-])(?P<y>{RECENT})(?P<sign>[-/\u2010-\u2015])(?P<last>{RECENT}"
            rf"|[0-9]{{2}})(?![\w/-]|[.,:][0-9])"
        ),
        read=_read_range,
    ),
    DateRule(
        needs=(signs.YEAR, signs.YEARS),
        pattern=late.pattern(
            rf"(?<![\w.,/$€£:-])(?P<span>(?P<y>{RECENT})) [-\u2013] (?={RECENT}(?!\w))"
        ),
        read=_read_year,
    ),
    DateRule(
        needs=(signs.YEAR, signs.YEARS),
        pattern=late.pattern(
            rf"(?<![\w.,/$€£:-]){RECENT} [-\u2013] (?P<span>(?P<y>{RECENT})){_NO_COUNT}"
        ),
        read=_read_year,
    ),
)
