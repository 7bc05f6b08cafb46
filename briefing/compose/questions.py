"""Questions that a section is to answer: which of its statements do, and which stay open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.languages.en.asked import answers_terms
from briefing.model import Question, Ranked, Section, Shortlist, Statement

# What the first answer to a question is worth beside the most worthy concept. By judgement: an
# answer that stands well comes before all else, one that must be told with three others need not.
_ASKED = 3.0
_ELSEWHERE = 3  # statements of other sections that a question is referred to
ASKS = "? "  # with what the concept of a question begins


def answer_questions(section: Section, sections: Sequence[Section]) -> Section:
    """The section with the answers of its questions found anew among its statements, in their
    order; where none answers, the first few of all `sections` that do.
    """
    others = [one for other in sections if other.slug != section.slug for one in other.statements]
    return replace(
        section,
        questions=tuple(
            _answer_question(question, section.statements, others) for question in section.questions
        ),
    )


def _answer_question(
    question: Question, told: Sequence[Statement], others: Sequence[Statement]
) -> Question:
    answers = _find_answers(question, told)
    elsewhere = () if answers else _find_answers(question, others)[:_ELSEWHERE]
    return replace(question, answers=answers, elsewhere=elsewhere)


def _find_answers(question: Question, told: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(one.name for one in told if answers_terms(one.text, question.terms))


def ask_questions(
    shortlists: Sequence[Shortlist], weights: Mapping[str, float]
) -> tuple[tuple[Shortlist, ...], Mapping[str, float]]:
    """Make what answers a question worth telling: the answer is one more concept, covered once.

    Gives the shortlists with these concepts, and the weights with what they are worth.
    """
    asked = {
        _name_concept(shortlist.wanted.slug, question)
        for shortlist in shortlists
        for question in shortlist.wanted.questions
    }
    worth = _ASKED * max(weights.values(), default=0.0)
    return tuple(_ask_shortlist(one) for one in shortlists), {
        **weights,
        **dict.fromkeys(sorted(asked), worth),
    }


def _ask_shortlist(shortlist: Shortlist) -> Shortlist:
    """Each statement the concepts of the questions that it answers."""
    if not shortlist.wanted.questions:
        return shortlist
    return replace(
        shortlist, ranked=tuple(_weigh_asked(item, shortlist) for item in shortlist.ranked)
    )


def _weigh_asked(item: Ranked, shortlist: Shortlist) -> Ranked:
    text = item.candidate.statement.text
    answered = tuple(
        _name_concept(shortlist.wanted.slug, question)
        for question in shortlist.wanted.questions
        if answers_terms(text, question.terms)
    )
    return replace(item, concepts=(*item.concepts, *answered)) if answered else item


def _name_concept(slug: str, question: Question) -> str:
    """A name that no words of a text can have."""
    return f"{ASKS}{slug}: {question.text}"
