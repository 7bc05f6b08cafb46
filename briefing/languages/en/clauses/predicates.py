"""Classes of what happens, from `predicates.txt`, looked up by any form of their verbs and
nouns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from briefing.language import wordlist
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.stems import stem_word
from briefing.model import ClauseKind, Slot

_CLASSES = wordlist.read("en", "clauses/predicates")
_FORMS = wordlist.read("en", "clauses/forms")
_IRREGULAR = {row[0]: row[1:] for row in _FORMS.rows("irregular")}
_DOUBLING = _FORMS.words("doubling")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A class as one of its words has it.

    `bare` says that the verb's subject is what the change befalls; `of` what "of X" behind the noun
    is, `object` what the verb's object is.
    """

    name: str
    kind: ClauseKind
    bare: bool = False
    of: Slot = "patient"
    object: Slot = "patient"


def third_person(verb: str) -> str:
    """The third person of a verb: "carries", "reaches"."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def past_forms(verb: str) -> tuple[str, ...]:
    """The past and past participle of a verb, all that are in use."""
    if verb in _IRREGULAR:
        return tuple(word for column in _IRREGULAR[verb] for word in column.split())
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb[:-1] + "ied",)
    return (verb + verb[-1] + "ed",) if verb in _DOUBLING else (verb + "ed",)


def gerund_form(verb: str) -> str:
    """The form in -ing."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"


def _section_rows(section: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in _CLASSES.rows(section)}


def _verb_forms(verb: str) -> tuple[str, ...]:
    return (verb, third_person(verb), *past_forms(verb), gerund_form(verb))


def _plain_class(name: str) -> Predicate:
    """The class as its plain verbs have it."""
    rows = _section_rows(name)
    return Predicate(
        name=name,
        kind=cast("ClauseKind", rows.get("kind", ("single",))[0]),
        of=cast("Slot", rows.get("of", ("patient",))[0]),
        object=cast("Slot", rows.get("object", ("patient",))[0]),
    )


def _verb_entries() -> Iterator[tuple[str, Predicate]]:
    for name in _CLASSES.sections:
        rows, plain = _section_rows(name), _plain_class(name)
        bare = replace(plain, bare=True)
        for verb in rows.get("verbs", ()):
            yield from ((form, plain) for form in _verb_forms(verb))
        for verb in rows.get("bare", ()):
            yield from ((form, bare) for form in _verb_forms(verb))
        for key, made in (("phrases", plain), ("bare phrases", bare)):
            for phrase in rows.get(key, ()):
                verb, *behind = phrase.split("+")
                yield from ((" ".join((form, *behind)), made) for form in _verb_forms(verb))


def _noun_entries() -> Iterator[tuple[str, Predicate]]:
    for name in _CLASSES.sections:
        made = _plain_class(name)
        for noun in _section_rows(name).get("nouns", ()):
            yield noun, made
            yield third_person(noun), made


VERBS: Mapping[str, Predicate] = dict(_verb_entries())
"""Classes by every form of their verbs, a phrase by the form and the words behind it."""

LONGEST_PHRASE = max(len(form.split()) for form in VERBS) - 1
"""Words behind the verb of the longest phrase."""

NOUNS: Mapping[str, Predicate] = dict(reversed(tuple(_noun_entries())))
"""Classes by their nouns, in singular and plural."""

PARTICLED: frozenset[str] = frozenset(form.split()[0] for form in VERBS if " " in form)
"""Forms of verbs that only a particle makes one of a class."""

PASTS: frozenset[str] = frozenset(
    word for row in _FORMS.rows("irregular") for column in row[1:] for word in column.split()
) - {"set", "put", "cut", "hit", "let", "cost", "read", "shut", "hurt", "come", "run", "become"}
"""Irregular pasts and participles that are no other word."""

_LEMMAS: Mapping[str, str] = {form: verb for verb in _IRREGULAR for form in past_forms(verb)}
PLAIN = frozenset(
    form for entry in wordlist.read("en", "clauses/plain").entries() for form in _verb_forms(entry)
) | frozenset(SAYING_VERBS)


def class_of(verb: str) -> Predicate | None:
    """The class of a verb in any form: one of the list's, else the verb's own; none for a plain
    one.

    A verb without a class agrees with itself alone. Plain verbs say too little for that.
    """
    if verb in VERBS or verb in PLAIN:
        return VERBS.get(verb)
    return Predicate(name=stem_word(_LEMMAS.get(verb, verb)), kind="single")
