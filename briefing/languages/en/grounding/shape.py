"""Which sentences can be a statement at all."""

import re

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, drop_stretch, things_inside
from briefing.language.prefilter import make_ready_together
from briefing.languages.en import lexicon
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding import items

_PATTERNS = wordlist.patterns(
    "en", "words/fragment_patterns", speakers=sorted(lexicon.OFFICES | nouns.KIN | nouns.PEOPLE)
)
LONGEST = 90  # words; beyond that a "sentence" is a list or a lost full stop
SHORTEST = 5  # words; four are a title, a cry or an answer
_PLAIN = 7  # words below which a sentence tells something only with a name or a figure in it

# Joiners have their place in other scripts; between Latin letters they only hide a word.
_CONTROL = late.pattern(
    r"(?<=[A-Za-z])[\u200b-\u200d\u2060-\u2064](?=[A-Za-z])"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]"
)
# Cyrillic and Greek letters look like Latin ones: beside them in a word they deceive.
_MIXED = late.pattern(
    r"[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]"
    r"|[\u0370-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f]"
)
_FOREIGN = late.pattern(r"[\u0370-\u03ff\u0400-\u052f]")
_WORD = late.pattern(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_QUOTED = late.pattern(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
# "World War I" is no speaker: before the pronoun stands nothing or a word in small letters.
_FIRST = late.pattern(
    r"(?:^(?:(?:So|But|And|Then|Now|When|While|As|If|Since|Because|Yet|Or|Here|Today|Perhaps|What"
    r"|Where|How)\s)?"
    r"|(?:^|\s)(?:[a-z]\S*|\S+,)\s)(?:I|[Ww]e|[Mm]y|MY|[Oo]ur|us|me)(?=[ ’'])"
)
# Begun with letters, so that it is tried at those alone and not between all words.
_FIRST_SIGN = late.pattern(
    r"[IWwMmOou](?:(?<=\bI)|(?<=\b[Ww])e|(?<=\b[Mm])y|(?<=\bM)Y|(?<=\b[Oo])ur|(?<=\bu)s|(?<=\bm)e)"
    r"[ ’'“\"]"
)
# “…”; the mayor, “…”: a second speaker without a verb of saying.
_SECOND_SPEAKER = late.pattern(
    r"[”\"] ?[;,] (?:and |while |but )?(?:[\w.’'-]+ ){1,6}?[\w.’'-]+, [“\"‘]"
)
# What is said to readers and tells nothing: "Submit your tips here.", "Thank you, Chairman Brown."
_FORMAL = late.pattern(
    r"please [a-z]+\b"
    r"|(?:read|submit|click|follow|subscribe|sign up|share|watch|listen|contact|e-?mail"
    r"|visit|join|download"
    r"|check out|send)\b(?=.*?\b(?:here|below|us|your?|more|online|newsletter|reporters?|@)(?!\w))"
    r"|(?:thanks|thank you|congratulations|welcome|hello|good (?:morning|afternoon|evening)|dear)"
    r"\b"
    # "Chairman Brook, members of the board, thank you for …": whoever is addressed stands first
    r"|[^.;:“”\"]{0,150}, (?:and )?(?:thanks|thank you|good (?:morning|afternoon|evening))\b"
    r"|[^“”\"]{0,80}\b(?:pleased?|honou?red|privilege|pleasure|grateful)\b[^“”\"]{0,30}"
    r"\b(?:to (?:be (?:here|with you)|appear|testify|join you)"
    r"|for (?:the|this) (?:opportunity|invitation))\b",
    re.IGNORECASE,
)
_PAIR = 2  # straight marks of one quotation
_TURN = late.pattern(r"[A-Z][A-Z .’'-]{1,40}:\s+")  # the speaker's label in a transcript
_TELLING = late.pattern(r"\s[“\"‘(]?[A-Z]|\d")  # a name or a figure
_SAID = late.pattern(r"\b(?:said|says|told|added|adds|asked|wrote|writes|noted|called|calls)\b")
# "X added during a visit to the town.": who said the quotation before, and nothing else.
_CARRIER = late.pattern(
    r"(?:[\w.’'-]+ ){1,4}(?:added|said|explained|replied|answered|wrote|writes|continued|concluded"
    r"|tweeted|insisted)"
    r"(?: (?:during|in|on|at|to|when|after|while|by|via) (?:(?! that )[^“”\",])*)?[.:]"
)
# "Perhaps because he is ill.": a clause without its sentence.
_CLAUSE = late.pattern(
    r"(?:perhaps |maybe |probably |only |partly |just )*because\b[^,]*", re.IGNORECASE
)
# "Lock Master Ivo Castren on how he left the quay.": the line under a film, which has no verb.
_TEASER = late.pattern(
    r"(?:[A-Z][\w.’'-]*,? (?:(?:of|the|and|for|in) )*){1,10}on (?:how|why|whether|what|who|where)\b"
)
_READY = make_ready_together(
    {
        "leading": (_CARRIER, _PATTERNS["stamp"], _CLAUSE),
        "teaser": (_TEASER,),
        "formal": (_FORMAL,),
        "elided": (_PATTERNS["elided"],),
        "gap": (_PATTERNS["gap"],),
        "announcing": (_PATTERNS["announcing"],),
        "own_marks": (_PATTERNS["own_marks"],),
    }
)
_GLUED = _PATTERNS["glued"]
_TITLE_ROOM = 12  # characters of a title before the name that a paragraph opens with
_SMALL = frozenset({"the", "a", "an", "of", "each"})  # "of The Hague", "each In and Out"
_CUT_AHEAD = tuple(_PATTERNS[name] for name in ("cut_ahead", "infinitive", "labelled", "restamped"))
_LONG_WORD = late.pattern(r"(?<![\w’'])[^\W\d_][\w’'-]{3,}")
_ENDED = late.pattern(r"[.!?…:][\"”’'»)\]]*$")
_LISTED = late.pattern(r"[-–—•*·▪◦‣]|\(?\w{1,2}[.)]\s")
_STOPS = (".", "?", "!", "…", ":")
_LETTERS = 2  # characters that a word takes at least, what parts it from the next included
_ENDS_SHORT = (":", ";", ",", "–", "—", "-", "…", "...")
_ENDS_ITEM = (":", "–", "—", "-", "…", "...")  # ";" and "," lead to the next item
_HEADLINE = 20  # words; what has no end mark and stands by itself is a heading or a caption
_TITLE = 3  # longer words that may all be names
_LOWER = late.pattern(r"(?:^|\s)[a-z]")
_SQUARE = late.pattern(r"[^\[\]()]*(?:(?:\[[^\[\]()]*\]|\([^\[\]()]*\))[^\[\]()]*)*")
_ROUND = {"[": "(", "]": ")"}


def refuse_formalities(draft: Draft) -> Draft | Refused:
    """Refuse what is said to readers or hearers and tells nothing: thanks, greetings, appeals."""
    if not _READY["formal"].may_find(draft.text):
        return draft
    label = _TURN.match(draft.text)
    start = label.end() if label else 0
    return Refused(reason="formality") if _FORMAL.match(draft.text, start) else draft


def refuse_fragments(draft: Draft) -> Draft | Refused:
    """Refuse what is no plain assertion: fragments, questions, cut sentences, unsafe characters.

    A line that introduces a list, and what stands behind such a line, need be no sentence.
    """
    text = draft.text
    leads, led = items.leads_on(draft), items.is_led(draft)
    if not (leads or led) and _is_fragment(draft):
        return Refused(reason="fragment")
    if _is_run_into(draft):
        return Refused(reason="a heading runs into it")
    if _is_too_long(text):
        return Refused(reason="too long")
    end = _refuse_end(text, _ENDS_ITEM if led else _ENDS_SHORT)
    return end if end is not None and not leads else _refuse_unsafe(draft)


def _is_run_into(draft: Draft) -> bool:
    """Whether a heading, a label or a caption runs into a sentence."""
    text = draft.text
    return bool(_PATTERNS["run_on"].match(text)) or _is_headed(draft) or _is_glued(text)


def _is_headed(draft: Draft) -> bool:
    """Whether a paragraph opens with a label of a word or three and a colon, or with a name and one
    in a list of people, and nobody speaks.
    """
    passage = draft.passage
    opens = passage is not None and draft.start == passage.sentences[0].start
    if not opens or ": " not in draft.text or _is_spoken(draft):
        return False
    return _is_listed_person(draft) or _PATTERNS["headed"].match(draft.text) is not None


def _is_spoken(draft: Draft) -> bool:
    """Whether the label that a draft opens with is read as its speaker."""
    return any(speech.cue.start == draft.start for speech in draft.reading.speech)


def _is_listed_person(draft: Draft) -> bool:
    """Whether a name, a title before it or not, and a colon open a draft whose words are not
    read as that person's.
    """
    first = next(iter(things_inside(draft.reading.mentions, draft.start, draft.end)), None)
    if first is None or first.kind != "person" or first.start - draft.start > _TITLE_ROOM:
        return False
    text = draft.reading.document.text
    if text[first.end : first.end + 1] != ":" or ":" in text[draft.start : first.start]:
        return False
    return all(speech.cue.start != first.start for speech in draft.reading.speech)


def _is_glued(text: str) -> bool:
    """Whether a sentence begins in the middle of another, straight behind a word in small letters:
    a caption or a heading has lost its end.
    """
    return any(_ends_small(text[: found.start()]) for found in _GLUED.finditer(text))


def _ends_small(ahead: str) -> bool:
    """Whether the last word of a text is one in small letters, and no article or "each"."""
    last = ahead.rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].isalpha() and last[0].islower() and last[0] not in _SMALL


def _refuse_end(text: str, cut: tuple[str, ...]) -> Refused | None:
    """Why words that end so are no whole sentence, marks behind them aside; None where they may."""
    bare = text.rstrip("\"”’') ")
    if bare.endswith("?"):
        return Refused(reason="question")
    if _READY["announcing"].may_find(text) and _PATTERNS["announcing"].match(bare):
        return Refused(reason="what it announces stands elsewhere")
    return Refused(reason="cut short") if bare.endswith((" .", *cut)) else None


def _refuse_unsafe(draft: Draft) -> Draft | Refused:
    """Refuse unsafe characters, words whose speaker is not clear, and half a pair of brackets."""
    text = draft.text
    if (not text.isprintable() or "\ufffd" in text) and _CONTROL.search(text):
        return Refused(reason="control characters")
    if _READY["own_marks"].finds_any(text):
        return Refused(reason="marks that the brief's own lines bear")
    if _mixes_scripts(text):
        return Refused(reason="letters of two scripts in one word")
    if _lets_two_speak(text):
        return Refused(reason="two speakers in one sentence")
    if _speaks_itself(draft):
        return Refused(reason="first person")
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return Refused(reason="unbalanced brackets")
    return draft


def _mixes_scripts(text: str) -> bool:
    return not text.isascii() and bool(_FOREIGN.search(text) and _MIXED.search(text))


def _is_too_long(text: str) -> bool:
    """Whether a text has too many words; what parts them is counted first, for that is cheap."""
    if len(text) <= _LETTERS * LONGEST or len(text) - sum(map(str.isalnum, text)) < LONGEST:
        return False
    return _count_words(text) > LONGEST


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _is_fragment(draft: Draft) -> bool:
    """Whether a draft is too short to tell something, or a heading, or only leads to something."""
    text = draft.text
    if any(pattern.match(text) for pattern in _CUT_AHEAD):
        return True  # "and a hate / crime, reiterated …": a line broken off; "- to publish it;"
    if _is_too_short(draft) or not _LOWER.search(text):
        return True
    likely = _READY["leading"].possible(text)
    if any(_READY["leading"].patterns[at].fullmatch(text) for at in likely):
        return True
    if _READY["teaser"].may_find(text) and _TEASER.match(text):
        return True
    return _is_headline(draft)


def _is_too_short(draft: Draft) -> bool:
    """Whether so few words tell nothing; "That was untrue." stands behind what it answers."""
    if draft.before or sum(map(str.isalpha, draft.text.split())) >= _PLAIN:
        return False  # a word of letters alone is one, whatever else stands there
    words = _count_words(draft.text)
    return words < SHORTEST or (words < _PLAIN and not _TELLING.search(draft.text))


def _lets_two_speak(text: str) -> bool:
    """Whether a second quotation follows with its speaker and without a verb of saying."""
    if " that " in text and _READY["elided"].finds_any(text):
        return True
    if _READY["gap"].may_find(text) and _PATTERNS["gapped"].search(text):
        return True
    if _answers_unsaid(text):
        return True
    second = _SECOND_SPEAKER.search(text)
    return second is not None and not _SAID.search(second[0])


def _answers_unsaid(text: str) -> bool:
    """Whether a second quotation has its speaker's name straight before it: "“A,” X said, and Y,
    “B”".
    """
    several = text.count("“") > 1 or text.count('"') > _PAIR
    return several and _PATTERNS["answering"].search(text) is not None


def _is_headline(draft: Draft) -> bool:
    """Whether what has no end mark stands in a line of its own, which is short or the article's
    first, or has a capital on every longer word.
    """
    passage, text = draft.passage, draft.text
    if passage is None or _is_ended(text):
        return False
    long = _LONG_WORD.findall(text)
    if len(long) > _TITLE and all(word[0].isupper() for word in long):
        return True
    if passage.number > 1 and _count_words(text) > _HEADLINE:
        return False
    whole = draft.reading.document.text[passage.start : passage.end].strip()
    return whole == text.strip() and _LISTED.match(whole) is None


def _is_ended(text: str) -> bool:
    return text.endswith(_STOPS) or _ENDED.search(text) is not None


def round_brackets(draft: Draft) -> Draft | Refused:
    """Make the source's square brackets round: a reader could not tell them from the brief's own.

    Refuses nested ones.
    """
    if "[" not in draft.text:
        return draft
    if not _SQUARE.fullmatch(draft.text):
        return Refused(reason="square brackets of the source")
    places = (place for place, sign in enumerate(draft.text, draft.start) if sign in _ROUND)
    return draft.plus(change for place in places for change in _turn_bracket(draft, place))


def _turn_bracket(draft: Draft, place: int) -> tuple[Change, Change]:
    """Put a round bracket for the square one at `place`."""
    sign = _ROUND[draft.reading.document.text[place]]
    rule = "round-bracket"
    return (
        Change(start=place, end=place, op="mark", text=sign, rule=rule),
        drop_stretch(place, place + 1, rule),
    )


def _speaks_itself(draft: Draft) -> bool:
    """Whether the writer says "I" or "we" outside every quotation: alone, nobody knows who
    that is.
    """
    if not _FIRST_SIGN.search(draft.text):
        return False
    text = draft.reading.document.text
    start = text.rfind("\n", 0, draft.start) + 1
    ahead = text[start : draft.start]
    if ahead.count("“") > ahead.count("”") or ahead.count('"') % 2:
        return False
    return bool(_FIRST.search(_QUOTED.sub(" ", draft.text)))
