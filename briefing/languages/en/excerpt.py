"""Excerpts: the telling part of a statement for a table's cell, cut only where nothing it says is
lost.

A cut takes a trailing clause that adds ("..., which", "..., following", "; ...") and never one that
weakens, denies or conditions, or says who says so ("..., according to", "..., citing"): a table
must not say more than the statement it comes from. The cut shows as "…".
"""

from briefing.language import late, wordlist
from briefing.languages.en import lexicon, sentences
from briefing.model import Span

_WORDS = wordlist.read("en", "words/excerpt_words")

CUT = " …"

_BOUNDARY = late.pattern(
    r",\s+(?:which|where|who|whose|following|highlighting|including|amid|as|with|after|before|when"
    r"|less than|more than"
    r"|(?!(?:during|according|citing|quoting)\b)[a-z]+ing)\b|\s[–—]\s|;\s"
)
_WORD = late.pattern(r"[^\W_]+(?:[’'][^\W_]+)?")
_FORMS = wordlist.read("en", "clauses/forms").rows("irregular")
_VERBS = _WORDS.words("auxiliaries").union(
    word for row in _FORMS for form in row for word in form.split()
)
_CAREFUL = lexicon.NEGATIONS | lexicon.HEDGES | _WORDS.words("turning", "telling")
_LOOSE = _WORDS.words("loose")
_WORTH = 25  # code points; less is not worth a cut


def _answers_before(sentence: str) -> bool:
    """Whether a sentence takes back or doubts the one before it."""
    from briefing.languages.en import denials  # noqa: PLC0415 - its patterns are slow to make ready

    return denials.answers_before(sentence)


def cut_excerpt(text: str, through: int) -> str:
    """The sentence of `text` that holds position `through` - 1, up to the end of the clause
    there.

    A sentence or clause left out shows as "…". Never cuts inside a quotation or bracket,
    and leaves no denial out.
    """
    told = sentences.split_sentences(text, 0, len(text))
    sentence = next((s for s in told if through <= s.end), None)
    if sentence is None:
        return text
    if any(_answers_before(text[other.start : other.end]) for other in told[1:]):
        return text
    before = CUT.strip() + " " if sentence != told[0] else ""
    head = _cut_clause(text, sentence, through)
    if head is not None:
        return before + head + CUT
    after = CUT if sentence != told[-1] else ""
    whole = before + text[sentence.start : sentence.end] + after
    return whole if _is_balanced(whole) else text


def _cut_clause(text: str, sentence: Span, through: int) -> str | None:
    """A sentence without the clauses behind `through`; None where no cut is worth it or safe."""
    for found in _BOUNDARY.finditer(text, max(0, through), sentence.end):
        head, rest = text[sentence.start : found.start()], text[found.start() : sentence.end]
        if len(rest) < _WORTH or _is_careful(rest):
            return None
        if _is_balanced(head) and _holds_verb(head):
            return head
    return None


def _holds_verb(head: str) -> bool:
    """Whether words may be a clause: "In 2007" is none."""
    return any(
        word.endswith("ed") or word in _VERBS or word in lexicon.SAYING_VERBS
        for word in _WORD.findall(head.lower().replace("’", "'"))
    )


def _is_careful(rest: str) -> bool:
    """Whether words hold a hedge, a negation, a turn or who says so, which nobody may lose."""
    words = {word.lower().replace("’", "'") for word in _WORD.findall(rest)}
    return bool((words & _CAREFUL) - _LOOSE) or any(word.endswith("n't") for word in words)


def _is_balanced(text: str) -> bool:
    """Whether no quotation or bracket is cut."""
    return (
        text.count("“") == text.count("”")
        and text.count("[") == text.count("]")
        and text.count('"') % 2 == 0
    )
