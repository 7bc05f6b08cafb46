"""The noun phrase before a verb of saying: who does the saying."""

from briefing.language import wordlist
from briefing.languages.en.lexicon import WEEKDAYS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents, appositions
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import DAYS, LONGEST, PREPOSITIONS, opens_nominal
from briefing.languages.en.speech.sources import PRONOUNS, SOURCES
from briefing.languages.en.speech.verbs import BETWEEN

_VERBS = tuple(wordlist.read("en", "clauses/forms").rows("irregular"))
_PARTICIPLES = frozenset(word for row in _VERBS for word in row[2].split())
_FINITE = frozenset(word for row in _VERBS for word in row[1].split()) - _PARTICIPLES
_BEING = frozenset({"is", "are", "was", "were"})
_STOPS = WORDS.words("phrase stops") | frozenset(', ; : — – ( ) “ ” " ? ! ... .'.split())
_NEAR = WORDS.words("near")
_NOT_LAST = WORDS.words("not last")
_SURNAMES = frozenset({"May", "Will"})  # with a capital no modal verbs
_LEADING = WORDS.words("leading")
_APPEARING = WORDS.words("appearing")
_PHRASES = tuple(entry.split() for entry in WORDS.entries("phrases between"))
_PHRASE_ENDS = frozenset(phrase[-1] for phrase in _PHRASES)
_EVERYBODY = WORDS.words("everybody")
_HOLDING = frozenset({"with", "from", "at", "of", "for", "in"})
_ASIDES = frozenset({"however", "meanwhile", "too", "though"})
_BRACKET = 9  # words of a bracket behind a name, its marks among them
DASH_MARKS = frozenset({"-", "–", "—", "―"})
_DASHES = DASH_MARKS | {"•", "*"}
_TIMING = frozenset({"after", "before", "during"})
_LINKING = PREPOSITIONS | {"the"}


def is_dash(words: Words, at: int) -> bool:
    """Whether a word is a dash, and no hyphen inside another word."""
    if words.texts[at] not in DASH_MARKS:
        return False
    apart = at == 0 or words.starts[at] > words.ends[at - 1] or words.texts[at - 1] in DASH_MARKS
    return words.texts[at] != "-" or apart


def subject_before(words: Words, verb: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """The words [first, last) of the subject before a verb; equal ends mean "and said"
    (subject further back).

    None where nothing before the verb can be its subject: a negation, a modal, a passive, a
    relative pronoun.
    """
    last = _skip_bracket(words, _skip_adverbs(words, verb))
    if _is_participle(words, last - 1):
        last = verb  # "a poll released yesterday | shows"
    elif last < verb and _says_when(words, last - 1):
        last -= 1  # "a poll by the Institute | published on Tuesday found"
    if last <= 0 or last - 1 in words.possessive:
        return None
    if last - 1 in masked:
        titled = appositions.is_title(words, last - 1, masked)
        return _appositive_subject(words, last, masked) if titled else None
    tail = words.lowers[last - 1].replace("’", "'")
    if tail in PRONOUNS and tail != "many":
        return (last - 1, last)
    if _ends_no_subject(words.texts[last - 1], tail):
        return None
    if tail == "and":
        return (verb, verb)
    if tail == ",":
        return _subject_behind_comma(words, last - 1, masked)
    if tail in DASH_MARKS:
        return _subject_behind_dash(words, last - 1, masked)
    return _noun_phrase(words, last, masked)


def _is_participle(words: Words, at: int) -> bool:
    """Whether a participle stands behind a noun in small letters, which it says more of."""
    if at < 1 or not words.texts[at].islower() or not words.texts[at - 1].isalpha():
        return False
    noun = words.texts[at - 1].islower() and words.lowers[at - 1] not in BETWEEN
    return noun and (words.lowers[at].endswith("ed") or words.lowers[at] in _PARTICIPLES)


def _says_when(words: Words, at: int) -> bool:
    """Whether a participle behind a name only leads to the day on which something appeared."""
    named = at > 1 and words.texts[at].islower() and words.texts[at - 1][:1].isupper()
    return named and words.lowers[at] in _APPEARING


def _ends_no_subject(text: str, tail: str) -> bool:
    """Whether no subject ends with a word: a relative pronoun ("WHO" is a body), a modal, a
    negation.
    """
    return text in {"who", "Who"} or (tail in _NOT_LAST and text not in _SURNAMES)


def _skip_adverbs(words: Words, last: int) -> int:
    """Step back over what may stand between subject and verb: "X on Monday also | said", "X over
    the weekend | said".
    """
    while last > 0:
        phrase = _phrase_length(words, last)
        if not phrase and not _is_adverb(words, last - 1):
            break
        last -= phrase or 1
        if not phrase and words.lower(last - 1) in {"on", "from", "since"}:
            last -= 1
    return last


def _phrase_length(words: Words, last: int) -> int:
    """How many words of a phrase that tells when or where something was said end before `last`,
    0 where none does.
    """
    if words.texts[last - 1] not in _PHRASE_ENDS:
        return 0
    ends = (
        len(phrase)
        for phrase in _PHRASES
        if last > len(phrase) and words.texts[last - len(phrase) : last] == phrase
    )
    return next(ends, 0)


def _subject_behind_comma(
    words: Words, comma: int, masked: frozenset[int]
) -> tuple[int, int] | None:
    """Read the subject that a comma ends: "X, however, | said", "X (Tolm), | said", "X, a pilot,
    | said".
    """
    if words.lower(comma - 1) in _ASIDES and words.lower(comma - 2) == ",":
        return _noun_phrase(words, comma - 2, masked)
    if words.lower(comma - 1) == ")":
        return _noun_phrase(words, comma, masked)
    return _appositive_subject(words, comma, masked)


def _subject_behind_dash(words: Words, dash: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject that an aside in dashes parts from its verb: "X — a pilot — | said".

    It opens its sentence, or nobody can tell on what the aside hangs.
    """
    while dash > 0 and words.lower(dash - 1) in DASH_MARKS:
        dash -= 1
    opened = next(
        (at for at in range(dash - 1, max(dash - LONGEST, 0), -1) if is_dash(words, at)), 0
    )
    while opened > 0 and is_dash(words, opened - 1):
        opened -= 1
    head = _noun_phrase(words, opened, masked) if opened else None
    return head if head is not None and _opens_sentence(words, head[0]) else None


def _opens_sentence(words: Words, first: int) -> bool:
    """Whether nothing but connectives stands ahead of a subject."""
    return all(word in _LEADING for word in words.lowers[:first])


def _skip_bracket(words: Words, last: int) -> int:
    """Step back over a short bracket behind a name: "Rep. X (R-Ga.) | said"."""
    if words.lower(last - 1) != ")":
        return last
    opened = (at for at in range(last - 2, max(last - _BRACKET, -1), -1) if words.texts[at] == "(")
    return next(opened, last)


def _is_adverb(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word in {"first", "last"}:
        named = (
            words.texts[at - 1][:1].isupper() and words.lowers[at - 1] not in DETERMINERS | _LINKING
        )
        return at > 0 and (named or words.lowers[at - 1] in {"he", "she", "they"})
    small = words.texts[at] == word
    return (word in BETWEEN and (small or word in WEEKDAYS)) or (small and word.endswith("ly"))


def _noun_phrase(words: Words, last: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """The noun phrase that ends before `last`, a relative clause inside it included."""
    last = _skip_bracket(words, last)
    first = last
    while first > max(last - LONGEST, 0) and not _stops_phrase(words, first - 1):
        if first - 1 in masked:
            break
        first -= 1
    if _belongs_ahead(words, first) or _is_supposed(words, first) or _ends_list(words, first, last):
        return None
    pronoun = _relative_pronoun(words, first, last)
    if pronoun is None:
        return _trim_subject(words, first, last)
    wider = _noun_phrase(words, pronoun, masked)
    return None if wider is None else (wider[0], last)


def _relative_pronoun(words: Words, first: int, last: int) -> int | None:
    """Where "who" or "which" opens the relative clause whose words from `first` to `last` were
    read, None where none does.
    """
    if words.lower(first - 1) in _BEING and words.lower(first - 2) == "who":
        return first - 2
    opened = first > 1 and words.texts[first - 1] in {"who", "which"}
    if words.lower(first - 1) == "that" and first > 1:  # "the firm that | X left | said"
        opened = _ends_with_verb(words, last)
    return first - 1 if opened and last - first > 1 else None


def _ends_with_verb(words: Words, last: int) -> bool:
    """Whether words end with a verb in the past, as a clause may that says which one is meant."""
    word = words.lowers[last - 1]
    verb = word.endswith("ed") or word in _FINITE or word in _PARTICIPLES
    return verb and words.texts[last - 1].islower()


def _belongs_ahead(words: Words, first: int) -> bool:
    """Whether a phrase only ends another one: "a nurse quarrelling with | X", "a man posing as |
    X", "everybody but | X".
    """
    before = words.lower(first - 2)
    if words.lower(first - 1) in {"with", "as"}:
        return before.isalpha() and first > 2  # noqa: PLR2004 - "With X" opens its sentence
    if words.lower(first - 1) == "than":
        return before == "other"  # "all ministers other than | X"
    if words.lower(first - 1) == "after":
        return before in {"named", "called"}  # "the foundation named after | X"
    return words.lower(first - 1) == "but" and before in _EVERYBODY


def _ends_list(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is only the last of a list: "Rep. X (R-Ga.) and | 18 members", "Officials
    with the guild, | the port and the mill".
    """
    if words.lower(first - 1) == "and" and words.lower(first - 2) == ")":
        return True
    opened = _skip_bracket(words, first)
    if opened < first and "." in words.texts[opened:first] and words.texts[first].islower():
        return True  # "Falk (FALK.O) | subsidiary X and firm Y said"
    opens = words.lowers[0] in SOURCES and words.lower(1) in _HOLDING
    return opens and words.lower(first - 1) == "," and "and" in words.lowers[first:last]


def _is_supposed(words: Words, first: int) -> bool:
    """Whether nobody says what a subject is said to say: "Had | X said so", "either X or | Y
    said", "unclear whether | X said".
    """
    before = words.lower(first - 1)
    if before in {"whether", "if"}:
        return True
    choice = before in {"or", "nor"} and not {"either", "neither"}.isdisjoint(words.lowers[:first])
    return choice or (first == 0 and words.lowers[0] in {"had", "should", "were"})


def _stops_phrase(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word == "who" and words.texts[at] == "WHO":
        return False
    if word == "with" and (words.lower(at - 1) in SOURCES or words.lower(at - 1) in _NEAR):
        return False  # "officials with the agency", "people familiar with the plan"
    return word in _STOPS or (at > 0 and is_dash(words, at))


def _trim_subject(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Cut a clause of its own, leading connectives and prepositional phrases off a subject."""
    first = _behind_clause(words, first, last)
    while first < last and (words.lowers[first] in _LEADING or words.texts[first] in _DASHES):
        first += 1
    if first >= last:
        return None
    if words.lowers[first] in PREPOSITIONS or _ends_time(words, first, last):
        return _tail_name(words, first, last)
    return (first, last)


def _ends_time(words: Words, first: int, last: int) -> bool:
    """Whether a phrase opens with the noun of a time that no comma ends before a longer name:
    "After | the hearing District Attorney X said".
    """
    timed = first == 1 and words.lowers[0] in _TIMING and words.lowers[first] == "the"
    name = words.texts[first + 2 : last]
    return timed and len(name) > 1 and all(text[:1].isupper() for text in name)


def _behind_clause(words: Words, first: int, last: int) -> int:
    """Where a subject begins behind a clause joined to it by "and": "The mayor left and | officials
    said".
    """
    before = words.lower(first - 1)
    if before in {"that", "which", "who"}:
        return first  # a clause that only says which one is meant may go on
    joints = [at for at in range(first + 1, last - 1) if words.lowers[at] == "and"]
    verbs = [at for at in range(first, last) if before in _BEING or _is_finite(words, at, last)]
    return next((at + 1 for at in joints if verbs and verbs[0] < at), first)


def _is_finite(words: Words, at: int, last: int) -> bool:
    """Whether a word ahead of "and" can only be its clause's verb: one that is no participle, or
    what a time or an object follows.
    """
    word = words.lowers[at]
    if word in _FINITE:
        return True
    if at == 0 or not (word.endswith("ed") or word in _PARTICIPLES) or words.texts[at][0].isupper():
        return False
    return at + 1 < last and _opens_object(words, at + 1)


def _opens_object(words: Words, at: int) -> bool:
    """Whether a time or an object opens at a word: "on Monday", "the quay", "three ships"."""
    word = words.lower(at)
    timed = word in DAYS or (word == "on" and words.lower(at + 1) in DAYS)
    return timed or word in DETERMINERS or word[:1].isdigit()


def _tail_name(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The name or source noun at the end of "On Monday X officials"."""
    at = last
    while at > first + 1 and words.texts[at - 1][:1].isupper():
        at -= 1
    if at == last:
        return _tail_source(words, first, last)
    if words.lowers[at] in BETWEEN and at + 1 < last:
        at += 1
    return (at, last) if words.lower(at - 1) not in _LINKING else None


def _tail_source(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase of a source noun at the end: behind a day, or from its article on."""
    if words.lowers[last - 1] not in SOURCES:
        return None
    for at in range(last - 1, first, -1):
        if words.lowers[at - 1] in DAYS:
            return (at, last)
        if words.lowers[at - 1] in PREPOSITIONS:
            return None
        if words.lowers[at] in {"the", "a", "an"}:
            return (at, last)
    return None


def _appositive_subject(words: Words, comma: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject in "X, an expert with Y, told": it runs from X to the comma before the
    verb.

    Of several phrases it is the nearest, unless another opens the sentence or stands straight
    behind a quotation: "“…,” | X, who beat Y, a Democrat, said".
    """
    nearest = None
    for at in range(comma - 1, max(comma - LONGEST, 0), -1):
        if at in masked and appositions.is_title(words, at, masked):
            continue
        if appositions.ends_clause(words, at, masked):
            return nearest
        found = _phrase_ahead(words, at, comma, masked)
        if found is not None and _ends_pair(words, found[0]):
            return None
        leads = found is not None and appositions.leads_clause(words, found, masked)
        if found is not None and leads and not _begins_clause(words, found, nearest):
            return found
        if found is not None and nearest and appositions.is_named(words, found[0], nearest):
            return found[0], nearest[1]
        nearest = nearest or found
    if nearest is not None:
        return nearest
    whole = _noun_phrase(words, comma, masked)
    return (0, comma) if whole and whole[0] == 0 and opens_nominal(words, 0) else None


def _begins_clause(words: Words, found: tuple[int, int], nearest: tuple[int, int] | None) -> bool:
    """Whether the nearest phrase is the subject of a clause that is joined to the one of a phrase
    ahead: "X, a pilot, left on Monday, and | Y, a nurse, said".
    """
    if nearest is None:
        return False
    joined = words.lower(nearest[0] - 1) in {"and", "but", "while"}
    between = range(found[0], nearest[0] - 1)
    return joined and any(_is_past(words, at) for at in between)


def _ends_pair(words: Words, first: int) -> bool:
    """Whether a phrase is the second of two who speak together: "The minister, X, and | his
    counterpart, Y, said"; behind a clause it begins one of its own.
    """
    joined = words.lower(first - 1) == "and" and words.lower(first - 2) == "," and first > 1
    ahead = range(first - 2)
    acts = (agents.is_auxiliary(words, at) or _is_past(words, at) for at in ahead)
    return joined and not any(acts)


def _is_past(words: Words, at: int) -> bool:
    """Whether a word is a verb in the past."""
    word = words.texts[at]
    return word in agents.PAST or (word.islower() and word.endswith("ed"))


def _phrase_ahead(
    words: Words, at: int, comma: int, masked: frozenset[int]
) -> tuple[int, int] | None:
    """The noun phrase ahead of an apposition that opens behind `at` and ends at `comma`."""
    if not appositions.opens_apposition(words, at):
        return None
    head = _noun_phrase(words, at, masked)
    if head is None or not opens_nominal(words, head[0]) or appositions.is_where(words, *head):
        return None
    commas = (i for i in range(at, comma) if words.texts[i] == ",")
    ends = (i for i in commas if appositions.opens_clause(words.lowers[i + 1]))
    return head[0], next(ends, comma)
