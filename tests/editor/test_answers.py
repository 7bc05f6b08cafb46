"""Reading an answer: numbers that were offered, in the order of the answer, and nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.editing.answer import read_answer
from briefing.compose.editing.request import digest_request
from briefing.model import EditorRequest

REQUEST = EditorRequest(
    subject="works",
    instructions="Choose.",
    content="{}",
    schema="{}",
    numbers={"1": "k1", "2": "k2", "3": "k3", "4": "k4"},
    drops={"2a": ("k2", "k2short")},
    joins={"3+4": (("3", "4"), "k34")},
    answers={"q1=1": "1", "q1=2": "2"},
)
ALLOWED = {"k1", "k2", "k2short", "k3", "k4", "k34"}


@pytest.mark.parametrize(
    ("answer", "chosen", "answering", "misread"),
    [
        ({"tell": ["2", "1"]}, ("k2", "k1"), (), 0),
        ({"tell": ["2", "1"], "drop": ["2a"]}, ("k2short", "k1"), (), 0),
        ({"tell": ["1"], "drop": ["2a"]}, ("k1",), (), 0),
        ({"tell": ["3", "1", "4"], "joins": ["3+4"]}, ("k34", "k1"), (), 0),
        ({"tell": ["3", "1"], "joins": ["3+4"]}, ("k3", "k1"), (), 0),
        ({"tell": ["1"], "answers": ["q1=2"]}, ("k1", "k2"), ("k2",), 0),
        ({"tell": ["1"], "answers": ["q1=2"], "drop": ["2a"]}, ("k1", "k2short"), ("k2short",), 0),
        ({"tell": [1, 2]}, ("k1", "k2"), (), 0),
        ({"tell": ["1", "1", "9"]}, ("k1",), (), 2),
        ({"tell": ["1"], "text": "The mayor resigned."}, ("k1",), (), 1),
        ({"tell": ["1"], "drop": "2a"}, ("k1",), (), 1),
        ({"tell": [True, None, {}, "1"]}, ("k1",), (), 3),
    ],
)
def test_an_answer_is_read_as_far_as_it_names_what_was_offered(answer, chosen, answering, misread):
    found = read_answer(REQUEST, json.dumps(answer))
    assert (found.chosen, found.answering, found.misread) == (chosen, answering, misread)
    assert found.fault == ""


@pytest.mark.parametrize("text", ["", "no", "[]", "null", "{}", '{"tell": 1}', '{"tell": ["9"]}'])
def test_an_answer_that_names_nothing_has_a_fault(text):
    found = read_answer(REQUEST, text)
    assert found.fault
    assert found.chosen == ()


NODES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["1", "2", "2a", "3+4", "q1=1", "tell", "drop"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tell", "drop", "joins", "answers", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(NODES)
def test_whatever_is_read_is_of_what_was_offered(node):
    found = read_answer(REQUEST, json.dumps(node))
    assert set(found.chosen) <= ALLOWED
    assert set(found.answering) <= set(found.chosen)
    assert len(set(found.chosen)) == len(found.chosen)
    assert bool(found.fault) == (not found.chosen)


@given(st.text())
def test_any_text_is_read_without_a_word_of_it_being_kept(text):
    assert set(read_answer(REQUEST, text).chosen) <= ALLOWED


def test_the_digest_of_a_request_is_of_all_that_is_sent():
    from dataclasses import replace

    digests = {
        digest_request(one)
        for one in (
            REQUEST,
            replace(REQUEST, content="{ }"),
            replace(REQUEST, instructions="Choose!"),
            replace(REQUEST, schema="{ }"),
        )
    }
    assert len(digests) == 4
