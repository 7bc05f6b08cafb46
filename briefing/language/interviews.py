"""Where an article turns into questions and answers of which no label says who speaks.

A line that is all of it a question, and behind it lines in which somebody says "I": where two or
more stand so, what follows the first one is an interview. What is asked over the parts of an
explainer ("What happened?") is none, for its answers are the outlet's own.
"""

from collections.abc import Iterator

from briefing.language import late
from briefing.language.late import Pattern
from briefing.model import Span

_QUOTED = late.pattern(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*»")
_FEWEST = 2  # questions that make an interview
_SHORTEST, _LONGEST = 3, 60  # words of a question
_HALF = 2  # of the answers, one of so many is in the first person


def find_interview(text: str, first_person: Pattern) -> Span | None:
    """From the first question of an interview to the end of the text, None for what is none.

    `first_person` finds where somebody speaks of himself; what is quoted is left out.
    """
    lines = [line for line in _read_lines(text) if text[line.start : line.end].strip()]
    asked = [at for at, line in enumerate(lines) if _is_question(text[line.start : line.end])]
    ends = [*asked[1:], len(lines)]
    answers = [
        _QUOTED.sub(" ", text[lines[at + 1].start : lines[end - 1].end])
        for at, end in zip(asked, ends, strict=False)
        if end > at + 1
    ]
    own = sum(first_person.search(answer) is not None for answer in answers)
    if len(answers) < _FEWEST or _HALF * own < len(answers):
        return None
    return Span(start=lines[asked[0]].start, end=len(text))


def _read_lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start=start, end=start + len(line))
        start += len(line)


def _is_question(line: str) -> bool:
    """Whether a line is one question, or two."""
    words = line.split()
    asks = line.rstrip(" *_\n\r\t").endswith("?") and ". " not in line
    return asks and _SHORTEST <= len(words) <= _LONGEST
