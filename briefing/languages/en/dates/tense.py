"""The tense at a place in a sentence: whether what is told there lies behind or ahead."""

import re
from dataclasses import dataclass

from briefing.languages.en.dates.terms import DAYTIME

_CUE_REACH = 70
_NEAR_REACH = 12
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|is to|are to|to be held|scheduled|due|expected|plans?|planned"
    r"|upcoming|going to|set to|"
    r"slated|until|deadline|ahead of)\b|['’]ll\b"
    r"|\b(?:likely|unlikely|about|poised|ready|sure|certain|hopes?|wants?|expects?|prepares?"
    r"|aims?) to [a-z]+\b"
)
_MAY_BE_FUTURE = re.compile(
    r"\b(?:would|should|could|may|might|must|can|if|unless)\b"
    r"|\b(?:is|are|meets|begins|opens|starts|resumes|ends|goes|faces|arrives|travels|holds|takes "
    r"place|kicks off|"
    r"plays|runs|continues|returns|expires|meet|begin|start|resume|arrive|hold|return|expire)"
    r"(?: [\w’'-]+){0,3}? ?(?:on )?$"
)
_PAST_VERB = (
    r"(?:(?!(?:need|speed|indeed|feed|seed|weed|breed|proceed|succeed|exceed|hundred|sacred|wed"
    r"|shed|red|bed)\b)"
    r"[a-z]+ed|was|were|had|did|said|told|met|took|made|came|went|held|began|left|gave|saw|won"
    r"|lost|sent|wrote|rose|"
    r"fell|led|hit|shot|struck|found|got|became|brought|bought|built|broke|spoke|sold|drove|flew"
    r"|knew|paid|ran|set|"
    r"stood|thought|fought|felt|kept|laid|read|sat|put|quit|cut|grew|drew|withdrew|beat|sank|swore"
    r"|rang|spent|taken|"
    r"seen|been|given|held|shown|begun)"
)
_PAST = re.compile(rf"\b{_PAST_VERB}\b")
# "as recently as Wednesday": whatever the sentence plans.
_RECENT = re.compile(
    r"\b(?:as recently as|most recently|as far back as|dat(?:es|ing) (?:back )?to) "
    r"(?:(?:on|in|late|early) )?$"
)
# "senators up for re-election in November": what somebody has before him, in an article of any day.
_BEFORE_HIM = re.compile(
    r"\b(?:up for|standing for|running for|seeking|facing|awaiting)\b[^,;.]{0,40}$"
)
# "whose seat is on the line in the vote on Tuesday": the clause is of the present, whatever the
# rest.
_NOW = re.compile(rf"\b(?:is|are)\b(?:(?!\b{_PAST_VERB}\b)[^,;])*$")
_NO_ADJECTIVE = "".join(
    rf"(?<!\b{word} )" for word in "the a an its his her their our any all".split()
)
_PAST_HERE = re.compile(
    rf"{_NO_ADJECTIVE}\b{_PAST_VERB}(?:,? [\w'’.]+){{0,2}}? ?"
    r"(?:on |late |early |late on |early on |last )?$"
)
# "Friday's attack killed", "the town on Friday voted"; where the day opens its sentence, "On Friday
# the talks ended".
_DONE_BEHIND = re.compile(rf"^(?:['’]s(?: [\w'’-]+){{1,3}})? {_PAST_VERB}\b")
_DONE_AFTER_OPENING = re.compile(
    rf"^(?:['’]s)?(?: {DAYTIME})?(?:,? [\w'’-]+){{0,4}} {_PAST_VERB}\b"
)
# "was still ill on Thursday": how things stand when the article is written.
_STILL_HERE = re.compile(r"\b(?:still|remain\w*|as of)\b[^,;]*$", re.IGNORECASE)
_TAIL = r"(?:,? [\w'’.]+){0,2}? ?(?:on )?$"
# "cancelled a scheduled interview Monday": what was to be, before or after the article.
_AS_PLANNED = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|that|this|one|another)|['’]s) (?:[a-z-]+ly )?"
    r"(?:(?:re)?scheduled|planned|expected|proposed|due)\b[^,;]*$"
)
# "in a letter signed in advance of the visit on Thursday": a visit of this week or of the last one.
_BEFORE_IT = re.compile(
    r"\b(?:(?:in advance|ahead) of|in preparation for|prior to|in the run-up to)\b[^,;]*$"
)
# "is expected to say it in a call on Monday", "will visit the coast ravaged by floods on Monday";
# "before the new Congress takes over in January".
_PASSIVE = re.compile(r"\b(?:is|are|be|being) (?:[a-z]+ly )?[a-z]+ed\b")
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|won['’]t|(?:is|are) (?:[a-z]+ly )?(?:expected|scheduled|due|set|slated|supposed"
    r"|going) to)\b(?!.*\bthat\b)"
)
_SOON = re.compile(
    r"\b(?:before|until|when|once|if|unless)\b[^,;]{0,60}\b(?:takes?|begins?|starts?|ends?|leaves?"
    r"|returns?|expires?|convenes?|meets?|adjourns?|reopens?)\b[^,;]*$"
)
# A participle that looks ahead, and one that looks ahead from an earlier day.
_PLANNED = r"(?:(?:re)?scheduled|expected|planned|slated|postponed|supposed|set)"
_PLANNED_HERE = re.compile(
    rf"\b(?:(?:will|would|shall|should|to|can|could|may|might|must) be [a-z]+|(?:is|are|been) "
    rf"{_PLANNED}){_TAIL}"
)
_WAS_PLANNED_HERE = re.compile(rf"\b(?:was|were|had) (?:\w+ )?{_PLANNED}(?: to \w+)?{_TAIL}")
# "demanded that it be lifted": the mood looks ahead whatever the tense of the verb before it.
_ASKED = r"(?:that|demand\w*|order\w*|ask\w*|urg\w*|insist\w*|request\w*|want\w*)"
_ASKED_HERE = re.compile(
    rf"\b{_ASKED}\b[^,;.]{{0,60}}(?<!to )(?<!would )(?<!could )(?<!might )\bbe [a-z]+{_TAIL}"
)
# "agreed to meet on Friday": the day of the meeting, as a rule, but it may be that of the
# agreement.
_STRETCH = r"[^;.]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St)\."
_AGREED_HERE = re.compile(
    r"\b(?:agreed|asked|demanded|ordered|told|urged|planned|decided|vowed|promised|pledged|wanted"
    r"|hoped|intended|offered|threatened|called)\b[^,;.]{0,40}\bto [a-z]+[^,;.]{0,30}$"
)
# The same over a longer stretch, where the day is that of another thing: "called for X to challenge
# Y at Monday's meeting".
_CALLED_FOR = re.compile(
    rf"\b(?:called|urged|asked|pressed|warned|begged|implored|advised)\b(?:{_STRETCH}){{0,160}}?"
    rf"\bto [“\"‘']?[a-z]+(?:{_STRETCH}){{0,90}}$"
)
_WAS_DEADLINE = re.compile(r"\bdeadline\b[^,;.]{0,40}\b(?:was|had been) (?:on |set for )?$")
_TERM = re.compile(
    r"\b(?P<word>by|before|from|starting|beginning)(?: (?:late|early|noon|midday|midnight|next|the "
    r"end of|on)){0,2} $"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|can|could|be|is|are|wants?|wanted|demand\w*"
    r"|order\w*|ask\w*|urg\w*|"
    r"plan\w*|expect\w*|vow\w*|pledg\w*|promis\w*|agree\w*|announc\w*|due|unless|if)\b|['’]ll\b"
    r"|\bto (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+"
)
# "was leaving in February", said in December: what was under way lay ahead as often as behind.
_WAS_ABOUT_HERE = re.compile(
    r"\b(?:was|were) (?:[a-z]+ly )?(?:leaving|coming|going|returning|arriving|starting|beginning"
    r"|moving|joining|retiring|resigning|stepping|closing|opening|ending|taking|meeting|flying"
    r"|heading|reopening|running|launching|holding|visiting)\b[^,;]{0,30}$"
)
# "will become law after voting to override it on Wednesday": what is to come has a past.
_DONE_BEFORE = re.compile(r"\b(?:after|since|having|following) [a-z]+ing\b[^,;]*$")
# "would provide money for the shuttered offices through September": the clause is of what may be.
_WOULD_HERE = re.compile(r"\b(?:would|could|might|may)\b[^,;]*$")
# A day told of by another event: "one day before the sinking, on Sunday", "the eve of the vote".
_ITS_DAY = (
    r"(?:[Hh]ours?|[Dd]ays?|[Ww]eeks?|(?:[Tt]he|that) (?:day|night|morning|evening|eve)|[Ee]ve) "
    r"(?:before|after|of|following) "
    r"(?:the|his|her|its|their|a|an|[A-Z])"
)
_HUNG = re.compile(rf"\b{_ITS_DAY}[^.;]{{0,40}}$")
_HANGS = re.compile(rf"^\W{{0,3}}(?:\w+ ){{0,3}}{_ITS_DAY}")
_UNTIL_HERE = re.compile(
    r"\b(?:until|till) (?:late |early |the end of |noon on |midnight on |next )?$"
)
_LASTS = re.compile(
    r"\b(?:stays?|remains?|is|are|will|would|shall|should|must|can|may|lasts?|continues?|runs?"
    r"|keeps?|to [a-z]+)\b[^,;]*$"
)
_LASTED = re.compile(
    r"\b(?:was|were|had|took|stayed|remained|lasted|kept|ran|continued|worked|slept|stood|held|lay"
    r"|went|sat|lived|fought)\b"
)
_GONE = re.compile(
    r"\b(?:moved|shifted|postponed|delayed|changed|rescheduled|brought forward) from $"
    r"|\bhad\b(?! (?:demanded|ordered|asked|urged|planned|agreed|announced|vowed|pledged|promised))"
)


# "Had they yielded, the port would have opened on Sunday."
_NEVER_WAS = re.compile(
    r"^(?:Had|If)\b.*\bwould have\b|\bwould have\b.*\b(?:had|if|but for)\b"
    r"|^If\b[^,]*\bhad \w+[^,]*, .*\bwould\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense:
    """Whether a place lies behind or ahead; neither where nobody knows."""

    past: bool
    future: bool


def _judge_tense(before: str, after: str) -> Tense:
    """Judge the tense at a place from its sentence before and behind it.

    A verb in the past just before the place decides; else a sign of the future near it; else any
    verb in the past, unless the sentence is about what may be. Both may be False: nobody knows.
    """
    near = before[-_CUE_REACH:]
    if _RECENT.search(near):
        return Tense(past=True, future=False)
    opens = len(before.split()) <= 1
    ahead = near + (" " + after[:_CUE_REACH] if opens else "")
    was_planned = bool(_WAS_PLANNED_HERE.search(near))
    past_here = _is_past_here(near) and not was_planned
    due = "deadline" in before[-_NEAR_REACH:] + after[:_NEAR_REACH]
    if due or past_here:
        return Tense(past=not due, future=due)
    if _SOON.search(before):
        return Tense(past=False, future=True)
    past = _PAST.search(_PASSIVE.sub(" ", f"{before} {after}")) is not None
    if past and _is_open(before, near):
        return Tense(past=False, future=False)
    if was_planned or _FUTURE.search(ahead):
        return Tense(past=False, future=not (was_planned or _DONE_BEFORE.search(near)))
    return Tense(past=past and not _is_possible(before, near, ahead), future=False)


def _is_open(before: str, near: str) -> bool:
    """Whether a sentence in the past speaks of what was, or is, only to come."""
    ahead = (_AS_PLANNED.search(near), _BEFORE_IT.search(near), _BEFORE_HIM.search(near))
    return any(ahead) or _LOOKS_AHEAD.search(before) is not None


def _is_past_here(near: str) -> bool:
    """Whether a verb in the past stands just before a place, and none that looks ahead from it."""
    looks_ahead = _PLANNED_HERE.search(near) or _WAS_ABOUT_HERE.search(near)
    return _PAST_HERE.search(near) is not None and not looks_ahead


def _is_possible(before: str, near: str, ahead: str) -> bool:
    """Whether a sentence is about what may be, or is going on."""
    signs = (
        (_MAY_BE_FUTURE, ahead),
        (_MAY_BE_FUTURE, near),
        (_NOW, near),
        (_WAS_ABOUT_HERE, near),
        (_WOULD_HERE, before),
    )
    return any(sign.search(place) for sign, place in signs)


def _tense_of_until(near: str) -> Tense | None:
    """Judge the tense at what "until" names; a participle ("stay closed until") says nothing. None:
    no "until".
    """
    if not _UNTIL_HERE.search(near):
        return None
    lasts = _LASTS.search(near) is not None
    return Tense(past=not lasts and _LASTED.search(near) is not None, future=lasts)


def _tense_of_term(before: str) -> Tense | None:
    """Judge the tense at a weekday that something is to begin or end with, or to be done on, from
    what stands before.

    "By Friday" and "from Monday" lie ahead where anything near looks ahead; "by" and "before" leave
    the day open elsewhere, as does what was agreed or asked to be done. None: no such words.
    """
    near = before[-_CUE_REACH:]
    until = _tense_of_until(near)
    if until is not None:
        return until
    term = _TERM.search(near)
    ahead = _AHEAD.search(near) is not None
    if term is not None and (term["word"] in {"by", "before"} or ahead) and len(before.split()) > 1:
        return Tense(past=False, future=ahead and _GONE.search(near) is None)
    if _ASKED_HERE.search(near):
        return Tense(past=False, future=True)
    asked = _AGREED_HERE.search(near) or _CALLED_FOR.search(before)
    if asked or _WAS_DEADLINE.search(near):
        return Tense(past=False, future=False)
    return None


def is_done_beside(before: str, after: str) -> bool:
    """Whether a verb in the past stands beside a place, and tells no state that still lasts."""
    near = before[-_CUE_REACH:]
    behind = _DONE_AFTER_OPENING if len(before.split()) <= 1 else _DONE_BEHIND
    told = _is_past_here(near) or behind.search(after) is not None
    return told and _STILL_HERE.search(near) is None


def find_tense(before: str, after: str, *, weekday: bool) -> Tense:
    """The tense at a place; neither where what it tells hangs on something or never was."""
    hung = weekday and (_HUNG.search(before) or _HANGS.search(after))
    if hung or _NEVER_WAS.search(f"{before}…{after}"):
        return Tense(past=False, future=False)
    return (_tense_of_term(before) if weekday else None) or _judge_tense(before, after)
