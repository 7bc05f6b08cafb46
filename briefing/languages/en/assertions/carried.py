"""What a verb only carries, as a verb of its own: "opened an inquiry" is "inquired"."""

from dataclasses import replace

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_verb
from briefing.languages.en.clauses.predicates import NOUNS
from briefing.model import Assertion

_WORDS = wordlist.read("en", "assertions/words")
_CARRYING = frozenset(map(fold_verb, _WORDS.words("carrying", "opening")))
_HOLDING, _OCCURRING = (fold_verb(_WORDS.entries("held")[at]) for at in (0, 1))
_HAPPENINGS = frozenset(made.name for made in NOUNS.values())


def lift_carried(one: Assertion) -> Assertion:
    """The assertion with the happening that its object names for its verb, where the verb only
    carries it; "was held" is "took place". Any other as it is.
    """
    if one.verb == _HOLDING and not one.doer and one.object:
        return replace(one, verb=_OCCURRING, doer=one.object, object=frozenset(), carrier=False)
    named = one.object & _HAPPENINGS
    if one.verb not in _CARRYING or len(named) != 1 or not one.doer:
        return one
    (verb,) = named
    heads = one.heads[0], ""
    return replace(one, verb=verb, object=one.object - named, heads=heads, carrier=False)
