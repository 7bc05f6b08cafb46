"""What a verb only carries, as a verb of its own: "opened an inquiry" is "inquired"."""

from dataclasses import replace

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb
from briefing.languages.en.clauses.predicates import NOUNS
from briefing.model import Assertion

_WORDS = wordlist.read("en", "assertions/words")
_CARRYING = frozenset(map(fold_verb, _WORDS.words("carrying", "opening")))
_HOLDING, _OCCURRING = (fold_verb(_WORDS.entries("held")[at]) for at in (0, 1))
_LIGHT = frozenset(map(fold_verb, _WORDS.words("light")))
_BEFALLING = _WORDS.words("befalling")
_HAPPENINGS = frozenset(made.name for made in NOUNS.values())


def lift_carried(one: Assertion) -> Assertion:
    """The assertion with the happening that its object names for its verb, where the verb only
    carries it; "was held" is "took place". Any other as it is.
    """
    if one.verb == _HOLDING and not one.doer and one.object:
        return replace(one, verb=_OCCURRING, doer=one.object, object=frozenset(), carrier=False)
    named = one.object & _HAPPENINGS
    if one.verb in _CARRYING and len(named) == 1 and one.doer:
        (verb,) = named
        heads = one.heads[0], ""
        return replace(one, verb=verb, object=one.object - named, heads=heads, carrier=False)
    return _lift_noun(one)


def _lift_noun(one: Assertion) -> Assertion:
    """The same for verbs that carry any noun: "imposed a suspension on him" is "suspended him"."""
    verb = fold_noun(one.heads[1]) if one.heads[1] else ""
    if one.verb not in _LIGHT or verb not in one.object:
        return one
    befallen = frozenset(word for lead, word in one.scope if lead in _BEFALLING)
    thing = (one.object - {verb} if one.doer else frozenset()) | befallen
    heads = one.heads[0], ""
    return replace(
        one, verb=verb, object=thing, around=one.around - befallen, heads=heads, carrier=False
    )
