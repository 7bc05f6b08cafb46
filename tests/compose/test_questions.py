from dataclasses import replace

import pytest

from briefing.compose.questions import answer_questions, ask_questions
from briefing.compose.select import select_candidates
from briefing.languages.en.asked import answers_terms, find_fault
from briefing.model import Question, Section
from tests.compose.making import candidate, shortlist, weights


@pytest.mark.parametrize(
    ("text", "terms", "answered"),
    [
        ("Two cranes arrived at the quay.", ("crane",), True),
        ("A crane arrived at the quay.", ("Cranes",), True),
        ("They dredged the channel.", ("dredg*",), True),
        ("The channel was deepened.", ("dredg*",), False),
        ("The northern quay reopened.", ("northern quay",), True),
        ("The quay in the northern town reopened.", ("northern quay",), False),
        ("The quay cost four million euros.", ("quay & million",), True),
        ("The quay reopened.", ("quay & million",), False),
        ("The quay reopened.", ("mill", "reopen"), True),
        ("The quayside reopened.", ("quay",), False),
        ("", ("quay",), False),
        ("The quay.", (), False),
    ],
)
def test_an_answer_speaks_of_what_the_question_asks_for(text, terms, answered):
    assert answers_terms(text, terms) is answered


@pytest.mark.parametrize("term", ["", "…", "quay & ", "*"])
def test_a_term_without_a_word_is_a_fault(term):
    assert find_fault(term)
    assert not find_fault("quay & mill*")


def test_answers_are_found_anew_in_the_order_of_the_section():
    told = tuple(candidate(text).statement for text in ("A crane came.", "No.", "Cranes went."))
    asked = Question(text="Which cranes?", terms=("crane",), answers=("forged",))
    silent = replace(asked, text="Which mills?", terms=("mill",))
    section = Section(
        slug="s", title="S", kind="digest", statements=told, questions=(asked, silent)
    )
    made = answer_questions(section, (section,))
    assert [one.answers for one in made.questions] == [(told[0].key, told[2].key), ()]
    named = replace(section, statements=(replace(told[0], id="s-1"), *told[1:]))
    assert answer_questions(named, ()).questions[0].answers == ("s-1", told[2].key)
    assert answer_questions(made, (section,)) == made


def test_what_no_statement_of_a_section_answers_is_referred_to_another_one():
    told = tuple(candidate(f"Crane {number} fell.").statement for number in range(5))
    asked = Question(text="Which cranes?", terms=("crane",))
    open_one = Question(text="Which mills?", terms=("mill",))
    empty = Section(slug="a", title="A", kind="digest", questions=(asked, open_one))
    other = Section(slug="b", title="B", kind="digest", statements=told)
    made = answer_questions(empty, (empty, other))
    assert [one.elsewhere for one in made.questions] == [tuple(t.key for t in told[:3]), ()]
    assert made.questions[0].answers == ()
    own = replace(empty, statements=told[4:])
    assert answer_questions(own, (own, other)).questions[0].elsewhere == ()


def test_one_answer_is_worth_telling_and_a_second_is_worth_its_words():
    rich = candidate("Grain ships reached the northern quay before noon and left.", "d1")
    first = candidate("A crane fell.", "d2")
    again = candidate("Another crane stands there.", "d3")
    one = shortlist([rich, first, again], statements=2)
    wanted = replace(one.wanted, questions=(Question(text="Which?", terms=("crane",)),))
    lists, worth = ask_questions([replace(one, wanted=wanted)], weights(one))
    told = select_candidates(lists, worth, {})[0]
    assert rich in told
    assert len({first, again} & set(told)) == 1


def test_without_questions_nothing_changes():
    one = shortlist([candidate("Grain ships reached the quay.")])
    assert ask_questions([one], weights(one)) == ((one,), weights(one))
