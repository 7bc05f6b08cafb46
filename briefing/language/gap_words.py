"""What is not known, said in a language: from a gap's kind and its slots, never translated."""

from collections.abc import Mapping

from briefing.language import late
from briefing.language.phrases import PLAIN, Phrases, Slot, read_phrases
from briefing.model import Gap

_NUMBER = late.pattern(r"[0-9]+")


def say_gap(words: Phrases, gap: Gap, made: str = PLAIN) -> str:
    """The words of a gap whose text is in the language `made`; its own text where it is not one of
    ours, or in this language already.
    """
    key = _find_key(gap)
    if words.language == made or key not in words.texts:
        return gap.text
    try:
        return _fill_gap(words, key, gap.slots)
    except (KeyError, ValueError):  # a gap of another program's under one of our names
        return gap.text


def fill_gap(kind: str, slots: Mapping[str, str]) -> str:
    """A gap's text in English. Raises KeyError for an unknown kind or a missing slot."""
    return read_phrases(PLAIN).say(f"gap_{kind}", **slots)


def name_sources(words: Phrases, numbers: str) -> str:
    """Sources by their numbers, which stand in a text: "sources 1, 2 and 5"."""
    found = _NUMBER.findall(numbers)
    return words.say("sources_named", count=len(found), numbers=words.join(found))


def _find_key(gap: Gap) -> str:
    """The phrase of a gap: what one outlet says alone is called `single` too."""
    sole = gap.kind == "single" and "outlet" in gap.slots
    return "gap_sole" if sole else f"gap_{gap.kind}"


def _fill_gap(words: Phrases, key: str, slots: Mapping[str, str]) -> str:
    told: dict[str, Slot] = dict(slots)
    if "sources" in slots:
        told["sources"] = name_sources(words, slots["sources"])
    if "languages" in slots:
        codes = slots["languages"].split(", ")
        told["languages"] = words.list_all([words.find_word("language", c) or c for c in codes])
    if key == "gap_disputed":
        told["topic"] = words.retell(slots["topic"])
    return words.say(key, **told)
