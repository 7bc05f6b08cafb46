"""The speaker behind a source clause: named or unnamed, in whose role, through which medium."""

from dataclasses import replace

from briefing.language import late
from briefing.languages.en.antecedents import index as layout
from briefing.languages.en.antecedents import naming, nouns, people, things
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import OUTLET_HEADS, PLACES
from briefing.languages.en.names.roles import tells_role
from briefing.languages.en.speech.agencies import find_reporter, is_outlet_name
from briefing.languages.en.speech.agents import PAST
from briefing.languages.en.speech.heads import find_head
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.voice import Voice, VoiceMemory
from briefing.languages.en.unmarked_datelines import unmarked_dateline
from briefing.model import Entity, Mention, Span

_APPOSED = late.pattern(r", (?P<role>(?:the|a|an|its|his|her) [^,;()]{2,80}),?")
_NAMED = late.pattern(r"(?!(?:The|A|An|Its|His|Her|One) )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_HOLDER = late.pattern(
    rf"(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<role>[^,]{{2,80}}), (?P<name>{_NAMED.pattern})"
)
_ADDRESSED = late.pattern(r" to (?:(?:the|his|her|their) )?(?:[\w’'-]+ ){0,2}[\w’'-]+")
_NEXT = late.pattern(rf", (?P<name>{_NAMED.pattern}),? [a-z]")
_TITLE_CASE = late.pattern(r"(?:[A-Z][\w.’'&-]*\s?)+")
_ADJUNCTS = [["in"], ["at"], ["on"], ["during"], ["after"]]  # ", in an interview with Y"
_SOURCE_REACH = 4
_DEFINITE = ("the same ", "the ", "this ", "that ")
_NOUNS = (
    OFFICES
    | RANKS
    | HONORIFICS.keys()
    | nouns.PEOPLE
    | nouns.HOLDERS
    | WORDS.words("no adjectives")
)
_ADJECTIVAL = tuple(WORDS.words("adjectival"))
_NO_ROLES = frozenset({"the", "a", "mr", "mr.", "ms", "ms."})
_DETERMINERS = (
    "the same ",
    "another ",
    "this ",
    "that ",
    "the ",
    "an ",
    "a ",
    "his ",
    "her ",
    "its ",
    "their ",
)


def read_voice(
    index: layout.SentenceIndex, memory: VoiceMemory, speaker: Span, number: int
) -> Voice:
    """The voice that the words of a source clause's subject name."""
    filed = unmarked_dateline(index.text, speaker.start, speaker.end)
    speaker = speaker if filed == speaker.start else Span(start=filed, end=speaker.end)
    speaker = find_reporter(index.text, speaker) or speaker
    words = index.text[speaker.start : speaker.end]
    lowered = words.lower()
    if lowered in {"he", "she"}:
        return _pronoun_voice(index, memory, speaker, number, "he" if lowered == "he" else "she")
    if lowered in {"they", "it", "both"}:
        return _group_voice(index, memory, speaker, number, lowered)
    mention = find_head(index, speaker)
    if mention is not None:
        return _named_voice(index, index.entities[mention.entity], mention, speaker)
    holder = index.roles.get(speaker.start)
    if holder is not None and speaker.end <= _role_end(index, holder):
        return _entity_voice(index, index.entities[holder], speaker)
    known = _definite_voice(index, memory, lowered, speaker, number)
    if known is not None:
        return _repeat_voice(known, speaker)
    return _unnamed_voice(index, memory, speaker, words)


def _role_end(index: layout.SentenceIndex, holder: str) -> int:
    role = index.entities[holder].role
    return role.end if role else 0


def _repeat_voice(voice: Voice, speaker: Span) -> Voice:
    return replace(voice, carried=True, evidence=tuple(dict.fromkeys((speaker, *voice.evidence))))


def _pronoun_voice(
    index: layout.SentenceIndex, memory: VoiceMemory, speaker: Span, number: int, sex: naming.Sex
) -> Voice:
    entity = people.resolve_person(index, number, speaker.start, sex, subject=True, saying=True)
    if entity is None:
        return Voice(
            speaker=index.text[speaker.start : speaker.end], carried=True, evidence=(speaker,)
        )
    own = memory.last is not None and memory.last.entity == entity.key
    if own and memory.last is not None:
        return _repeat_voice(memory.last, speaker)
    return _repeat_voice(_entity_voice(index, entity, entity.first), speaker)


def _group_voice(
    index: layout.SentenceIndex, memory: VoiceMemory, speaker: Span, number: int, word: str
) -> Voice:
    """The voice of "it", "they" or "both": the last one's where that may be meant and was heard
    here or in the sentence before, else nobody's.
    """
    last = memory.last
    near = 0 <= number - memory.sentence <= 1
    if last is not None and near and _may_mean(index, last, word):
        return _repeat_voice(last, speaker)
    return Voice(speaker=index.text[speaker.start : speaker.end], carried=True, evidence=(speaker,))


def _may_mean(index: layout.SentenceIndex, voice: Voice, word: str) -> bool:
    """Whether "it" may mean a voice, which is a body's, or "they", which is several people's."""
    entity = index.entities.get(voice.entity or "")
    if word == "it":
        return entity is not None and entity.kind != "person"
    plural = voice.speaker.lower().split(" ")[-1].endswith("s")
    return word == "they" and entity is None and plural


def _named_voice(
    index: layout.SentenceIndex, entity: Entity, mention: Mention, speaker: Span
) -> Voice:
    """The voice of somebody or a body that the source clause names, with what describes it."""
    form = index.text[mention.start : mention.end]
    if form == index.text[speaker.start : speaker.end] and _several_bear(index, form):
        return Voice(speaker=form, evidence=(speaker,))
    voice = _entity_voice(index, entity, speaker)
    if voice.role or entity.kind == "place":
        return voice
    described = _cut_determiner(index.text[speaker.start : mention.start].strip())
    if entity.kind == "body" and _TITLE_CASE.fullmatch(described.removeprefix("The")):
        whole = f"{described} {voice.speaker}"  # "the U.K. Mirror" is a name, no role
        return Voice(speaker=whole, entity=voice.entity, evidence=voice.evidence)
    role = _role_beside(described, index.text[mention.end : speaker.end])
    return Voice(speaker=voice.speaker, entity=voice.entity, role=role, evidence=voice.evidence)


def _role_beside(described: str, rest: str) -> str:
    """The role in a phrase ahead of a name, or, where nothing stands there, in the apposition
    behind it; "" for none.
    """
    ahead = described.strip(" ,~*•")
    if ahead.isupper() and ahead.lower() in PLACES:
        ahead = ""  # a dateline that has lost its dash
    if _describes(ahead):
        return ahead
    behind = "" if described else _apposition_behind(rest)
    return behind if tells_role(behind) else ""


def _describes(role: str) -> bool:
    """Whether the words ahead of a name say who bears it, and are no clause that it only ends ("a
    woman left and").
    """
    words = role.lower().split()
    if role.lower() in _NO_ROLES or not PAST.isdisjoint(words) or not tells_role(role):
        return False
    return words[-1] in _NOUNS or not words[-1].endswith(_ADJECTIVAL)


def _cut_determiner(described: str) -> str:
    """A phrase without the determiner that opens it."""
    opened = (word for word in _DETERMINERS if described.lower().startswith(word))
    return described[len(next(opened, "")) :]


def _several_bear(index: layout.SentenceIndex, surname: str) -> bool:
    """Whether several persons of the article bear a surname, so that it alone names none of
    them.
    """
    people = (entity for entity in index.entities.values() if entity.kind == "person")
    return sum(entity.name.endswith(f" {surname}") for entity in people) > 1


def _entity_voice(index: layout.SentenceIndex, entity: Entity, place: Span) -> Voice:
    known = None if entity.role is None or _may_be_anothers(index, entity.role) else entity.role
    role = index.text[known.start : known.end] if known else ""
    spans = [place, entity.first, *([known] if known else [])]
    return Voice(
        speaker=entity.name, entity=entity.key, role=role, evidence=tuple(dict.fromkeys(spans))
    )


def _may_be_anothers(index: layout.SentenceIndex, role: Span) -> bool:
    """Whether a role behind a name may be another's: "According to X, the chair of the board,
    Y, said".
    """
    if index.text[max(0, role.start - 2) : role.start] != ", ":
        return False
    if any(
        mention.kind == "person" and mention.end == role.end
        for mention in index.named(role.start, role.end)
    ):
        return True
    behind = _NEXT.match(index.text, role.end)
    return behind is not None and index.named(behind.start("name"), behind.end("name")) != ()


def _definite_voice(
    index: layout.SentenceIndex, memory: VoiceMemory, lowered: str, speaker: Span, number: int
) -> Voice | None:
    """Find whom "the newspaper" or "the source" means: the last medium or unnamed source, the one
    of that kind.
    """
    noun = _definite_noun(lowered)
    if noun in OUTLET_HEADS and memory.medium is not None:
        return memory.medium
    near = number - memory.sentence <= _SOURCE_REACH
    if noun == "source" and near and memory.source is not None:
        return _sole_source(memory.source)
    if not lowered.startswith("the "):
        return None
    written = index.text[speaker.start : speaker.end]  # "the Company" is not "the company"
    entity = things.resolve_described(index, number, written, speaker.start)
    return None if entity is None else _entity_voice(index, entity, speaker)


def _definite_noun(lowered: str) -> str:
    """A phrase without the word that makes it definite, "" where it is not."""
    determiner = next((word for word in _DEFINITE if lowered.startswith(word)), lowered)
    return lowered.removeprefix(determiner)


def _sole_source(source: Voice) -> Voice | None:
    """An unnamed source that is one person or body ("a source"), None for several."""
    return source if source.speaker.lower().startswith(("a ", "an ", "one ")) else None


def _unnamed_voice(
    index: layout.SentenceIndex, memory: VoiceMemory, speaker: Span, words: str
) -> Voice:
    holder = _HOLDER.fullmatch(words.strip())
    if (
        holder is not None
        and " " in holder["name"]
        and set(holder["role"].split(" of ")[0].split()) & OFFICES
    ):
        return Voice(speaker=holder["name"], role=holder["role"], evidence=(speaker,))
    addressed = _ADDRESSED.search(words)
    if addressed and _NAMED.fullmatch(words, 0, addressed.start()):
        words = words[: addressed.start()]  # "“…,” said X to Y"
    name, _, behind = words.strip().partition(",")
    named = _NAMED.fullmatch(name) is not None
    role = _apposition_behind(f",{behind}") if named else ""
    alone = role or (named and behind.split(maxsplit=1)[:1] in _ADJUNCTS)
    return Voice(
        speaker=name if alone else words.strip(),
        role=role,
        relayed=_relaying_body(index, memory, speaker, words),
        evidence=(speaker,),
    )


def _relaying_body(
    index: layout.SentenceIndex, memory: VoiceMemory, speaker: Span, words: str
) -> str:
    """The outlet whose sources speak, "" for none: "a U.N. source" is no outlet's."""
    last = words.split(",", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1].lower()
    inside = index.named(speaker.start, speaker.end)
    if last not in {"source", "sources"} or not inside or inside[0].kind != "body":
        return ""
    key = inside[0].entity
    heard = memory.medium is not None and memory.medium.entity == key
    name = index.entities[key].name
    return name if heard or is_outlet_name(name) else ""


def _apposition_behind(behind: str) -> str:
    """What is said of a name behind a comma: ", the state news agency"; "" where a clause or
    more follows.
    """
    match = _APPOSED.fullmatch(behind)
    return match["role"] if match else ""
