"""What tags are known from an article's words alone, before its language is read.

Names, speech and dates cost many times what words do. They show in a tag only through signals; so
where no signal can have a say, an article is tagged by its words, and these are the tags that it
would get from all that is known of it.
"""

import math
from collections.abc import Mapping

from briefing.model import Reading, Tag
from briefing.tag import matching, signals
from briefing.tag.compiled import Compiled
from briefing.tag.defaults import PassageTagger
from briefing.tag.pattern import Signal, Term
from briefing.tag.terms import Terms, compile_taggers, tag_compiled, tally_points

_MOST_OFTEN = 1.5  # times its weight that a term gives at most, however often it is met
_ROUNDING = 1e-9


def tag_words(
    reading: Reading, taggers: Mapping[str, PassageTagger]
) -> Mapping[str, Mapping[int, Tag]] | None:
    """The tags of an article of which only the passages are known, by tag and passage; None where
    they can't be told from its words: a signal may have a say, or a tagger is of another make.
    """
    ours = {name: one for name, one in taggers.items() if isinstance(one, Terms)}
    if len(ours) < len(taggers):
        return None
    made = compile_taggers(tuple(ours.values()))
    if any(made.signalled) and _may_matter(made, tuple(ours.values()), reading):
        return None
    return tag_compiled(made, ours, reading, signalled=False)


def holds_terms(about: Terms, text: str) -> bool:
    """Whether any phrase of some terms stands in a text: the cheapest question that there is.

    True also where the terms ask for a signal, which no text answers.
    """
    made = compile_taggers((about,))
    return bool(made.signals) or bool(matching.find_phrases(made.matcher, text))


def _may_matter(made: Compiled, taggers: tuple[Terms, ...], reading: Reading) -> bool:
    """Whether a term that asks for a signal may add to a passage's points, or take them away."""
    possible = signals.possible_signals(reading)
    there = _owners_there(made, reading)
    best = tally_points(made, reading)
    for tag, tagger in enumerate(taggers):
        waking = [
            made.terms[tag][number]
            for number in made.signalled[tag]
            if _may_meet(made.terms[tag][number], (tag, number), possible, there)
        ]
        gain = math.fsum(_MOST_OFTEN * one.weight for one in waking if not one.excluded)
        if waking and best[tag] + gain + _ROUNDING >= tagger.needs:
            return True
    return False


def _owners_there(made: Compiled, reading: Reading) -> frozenset[tuple[int, int, int]]:
    """The groups of terms of which a phrase stands anywhere in the article."""
    hits = matching.find_phrases(made.matcher, reading.document.text)
    return frozenset(made.owners[phrase] for _, _, phrase in hits)


def _may_meet(
    term: Term,
    owner: tuple[int, int],
    possible: frozenset[str],
    there: frozenset[tuple[int, int, int]],
) -> bool:
    """Whether each group of a term may be met: by a phrase that stands there, or by a signal."""
    return all(
        (*owner, place) in there
        or any(isinstance(leaf, Signal) and leaf.name in possible for leaf in group)
        for place, group in enumerate(term.groups)
    )
