"""What is told of a figure: the verb of its clause."""

from briefing.languages.en.assertions.fold import fold_verb
from briefing.languages.en.clauses.tokens import Token, tag_tokens
from briefing.languages.en.lexicon import SAYING_VERBS


def find_act(sentence: str, end: int) -> str:
    """The verb, folded, of which what ends at an offset of a sentence is subject or object: the
    last one before it, else the first behind it; "" where neither is there. Verbs of saying and
    auxiliaries tell nothing.
    """
    tokens = tag_tokens(sentence, 0, len(sentence), lambda _: False, lambda _: False)
    verbs = [token for token in tokens if _tells_act(token)]
    before = [token for token in verbs if token.start < end]
    behind = [token for token in verbs if token.start >= end]
    nearest = before[-1:] or behind[:1]
    return fold_verb(nearest[0].lower) if nearest else ""


def _tells_act(token: Token) -> bool:
    """Whether a token is a verb that says what happens."""
    return token.tag in {"verb", "ing"} and token.lower not in SAYING_VERBS
