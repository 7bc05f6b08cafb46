"""What a term that nothing meets may have meant: a misspelling's word, and never another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.inspection.coaching.hints import suggest_term

PROSE = (
    "Each of the found boats was held by the harbour Police at Vellin while negotiations on "
    "compensation went on beside the breached embankment and Ada Nyholm counted the wreckage"
)
WORDS = {("", word): PROSE.split().count(word) for word in PROSE.split() if len(word) > 2}
MEANT = {
    "harbuor": "harbour",
    "negociat*": "negotiat*",
    "compensaton": "compensation",
    "embankmnt": "embankment",
    "Nyhlom": "Nyholm",
    "vellin": "",  # met already: nothing to set right
    "velin": "vellin",
    "reckage": "wreckage",
    "harbor police": "",
    "harbuor police": "harbour police",
    "breach": "",
    "fund": "",
    "fund*": "",
    "breech*": "breach*",
    "reach": "",
    "boots": "",
    "polise": "police",
    "Polis": "",
    "ded": "",
    "city council": "",
    '"harbuor"': "",
    "harbuor & police": "",
    "Eac": "",
}


@pytest.mark.parametrize("term", MEANT)
def test_a_hint_is_the_word_that_was_misspelt(term):
    assert suggest_term(term, WORDS) == MEANT[term]


def test_words_of_other_languages_are_hinted_at_only_where_they_are_long():
    words = {("de", "Verhandlungen"): 3, ("de", "Hafen"): 2}
    assert suggest_term("Verhandlugen", words) == "Verhandlungen"
    assert suggest_term("Hafem", words) == ""


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz* ", max_size=20))
def test_a_hint_is_another_term_of_as_many_words_or_nothing(term):
    hint = suggest_term(term, WORDS)
    assert hint == "" or (hint != term and len(hint.split()) == len(term.split()))
    assert hint == "" or hint.count("*") == term.count("*")
