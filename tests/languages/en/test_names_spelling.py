"""Spellings of one name, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en.names import name_key, same_person
from briefing.languages.en.names.spelling import fold_list, fold_word

ONE = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Ahmad al-Sharaa", "Ahmed Al Shara"),
    ("Ahmad al-Sharaa", "President Ahmead al-Sharaa"),
    ("Murhaf Abu Qasra", "Marhaf Abu Kasra"),
    ("Bashar al-Assad", "Bashar Al Assad"),
    ("Mohammed bin Salman", "Muhammad bin Salman"),
    ("George W. Bush", "George Bush"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("V. Putin", "Vladimir Putin"),
    ("William Hague", "Bill Hague"),
]
TWO = [
    ("Ahmad al-Shara", "Maher al-Sharaa"),
    ("Bashar al-Assad", "Maher al-Assad"),
    ("Peter Brown", "Paul Brown"),
    ("John Smith", "Jane Smith"),
    ("Boris Johnson", "Boris Johnston"),
    ("Michael Gordon", "Michelle Gordon"),
    ("Robert Gray", "Roberta Gray"),
    ("George W. Bush", "George H. Bush"),
    ("Raul Castro", "Fidel Castro"),
    ("Putin", "Vladimir Putin"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_spellings_of_one_person_are_recognised(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_people_are_never_one(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)
    assert name_key(a) != name_key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Tartus", "Tartous"), ("Sergei Lavrov", "Sergey Lavrov"), ("Dmitry Peskov", "Dmitri Peskov"),
     ("Ahmad al-Sharaa", "Ahmad Al Shara"), ("Qatar", "Katar"), ("José Núñez", "Jose Nunez"),
     ("President Vladimir Putin", "Vladimir Putin")],
)  # fmt: skip
def test_foldable_spellings_share_a_key(a: str, b: str) -> None:
    assert name_key(a) == name_key(b)


def test_a_body_keeps_the_words_that_are_titles_elsewhere() -> None:
    assert name_key("General Motors") != name_key("Motors")


@given(st.text(max_size=40))
def test_every_name_is_itself(name: str) -> None:
    assert name_key(name) == name_key(name.upper().lower()) or name.lower() != name.upper().lower()
    assert not name.strip() or name_key(name)


@given(st.sampled_from([pair[0] for pair in ONE]), st.sampled_from([pair[1] for pair in ONE]))
def test_sameness_has_no_direction(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)


@given(st.lists(st.text("aeiouyhjkqdfptcsw’-éßİ1", max_size=9), max_size=6))
def test_a_list_is_folded_as_its_words_are(words: list[str]) -> None:
    assert fold_list(words) == (frozenset(map(fold_word, words)) or {""})


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        (("Youssef", "Yusef"), {"usef"}),
        (("Alexey", "Alexei", "Alexy"), {"alexi"}),
        (("Qassim", "Kasim", "quay"), {"kasim", "kuai"}),
    ],
)
def test_folding_a_list_makes_variants_one(words: tuple[str, ...], folded: set[str]) -> None:
    assert fold_list(words) == folded == set(map(fold_word, words))
