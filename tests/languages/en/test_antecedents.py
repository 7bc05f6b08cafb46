"""What pronouns and descriptions stand for, and which of them would hang in the air."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en import antecedents, reading
from briefing.model import Span
from tests.languages.en.articles import article


def resolve(text: str, words: str) -> str | None:
    """Resolve the last place of `words` in the article."""
    document, passages = article(text)
    made = reading.read_language(document, passages, ())
    start = text.rindex(words)
    sentence = next(s for p in passages for s in p.sentences if s.start <= start < s.end)
    entity = antecedents.resolve_span(made, sentence, start, start + len(words))
    return None if entity is None else entity.name


def hanging(text: str) -> list[str]:
    return [
        text[span.start : span.end]
        for span in antecedents.dangling_words(text, Span(start=0, end=len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("John Smith said it was late. He added that it rained.", "He", "John Smith"),
        ("John Smith was arrested on Monday. He was released later.", "He", "John Smith"),
        ("John Smith met Mary Jones in Rome. She left at once.", "She", "Mary Jones"),
        ("John Smith wrote to Robert Black. He described Black as a friend.", "He", "John Smith"),
        ("John Smith was promoted. He was proud. He bought a boat.", "He", "John Smith"),
        ("John Smith said it was late.\nHe added that it rained.", "He", "John Smith"),
        ("John Smith came. “It is late,” he told the Daily Echo.", "he", "John Smith"),
        ("Green’s deputy, Robert Black, said no. He called it a day.", "He", "Robert Black"),
        ("The Trade Agency said no. It warned that prices rose.", "It", "Trade Agency"),
        ("John Smith came. The weather was bad. He said so.", "He", "John Smith"),
        (
            "Trade Agency officials left. The automaker Acme filed papers. It also hopes to win.",
            "It",
            "Acme",
        ),
        ("The automaker Acme lost money. Now the company hopes to win.", "the company", "Acme"),
        ("John Smith said he would come back.", "he", "John Smith"),
        ("John Smith oversees trade. His portfolio matters a lot.", "His", "John Smith"),
        ("Israel stepped up strikes on Syria. It hit targets in Damascus.", "It", "Israel"),
        ("The French daily Echo wrote of it. Nobody read the newspaper", "the newspaper", "Echo"),
        (
            "Foreign Minister John Smith left. Now the minister is back.",
            "the minister",
            "John Smith",
        ),
    ],
)
def test_the_one_that_fits(text: str, words: str, name: str) -> None:
    assert resolve(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("John Smith met Robert Black in Rome. He left at once.", "He"),
        ("John Smith met a teacher in Rome. He left at once.", "He"),
        ("John Smith met Tarv Olund, a lawyer, in Rome. He left at once.", "He"),
        ("Opposition leader Tarv Olund praised Mary Jones. He heard her speech.", "her"),
        ("John Smith said no.\nA diplomat said yes. He added that it rained.", "He"),
        ("Russian troops left. It hit targets in the south.", "It"),
        ("Acme workers left the plant. It filed papers.", "It"),
        ("In May Acme Corp closed. It filed papers.", "It"),
        ("Acme Corp closed.\nIt filed papers.", "It"),
        ("Acme Corp sued Brent Corp. Now the company hopes to win.", "the company"),
        (
            "Orvill, a unit of the automaker Acme, lost money. Now the company hopes to win.",
            "the company",
        ),
        ("It rained. He said so.", "He"),
        ("John Smith met Mark Vole Tann Orr. A man said no. He said so.", "He"),
        ("Captain Tarv Olund said no. He was found there, she added.", "He"),
        ("Tarv Olund said the ship’s captain had left. He was found.", "He"),
        ("Tarv Olund left. Olund’s mother thanked the crew. She said so.", "She"),
        ("The talks went on for long. He left at once.", "He"),
        ("Mary Jones left Rome in May. He came back in June.", "He"),
        ("Mary Jones said: “Robert Black was there. He was deposited in an office.”", "He"),
        ("Israel stepped up strikes on Syria. It is difficult to stop.", "It"),
        (
            "President John Smith met President Paul Brown. Now the president is back.",
            "the president",
        ),
        (
            (
                "The regime of John Smith fell. The Smith administration left. Nobody. "
                "Nobody. It was "
                "he."
            ),
            "he",
        ),
        ("John Smith met Mr French in Rome. He left at once.", "He"),
        ("John Smith met Mr. President in Rome. He left at once.", "He"),
        ("John Smith spoke to Mrs March. She left at once.", "She"),
    ],
)
def test_nobody_where_two_could_be_meant_or_none(text: str, words: str) -> None:
    assert resolve(text, words) is None


def test_a_bare_surname_is_the_person_introduced() -> None:
    assert resolve("Mary Jones spoke first. Later on Jones left.", "Jones") == "Mary Jones"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He added that the price was high.", ["He"]),
        ("He said his plan was his own.", ["He"]),
        ("John Smith said he was late.", []),
        ("In his speech, John Smith praised the plan.", []),
        ("“The plan of Mr Black is dead,” he said.", ["he"]),
        ("It is difficult to imagine a better plan.", []),
        ("It hit targets in the south.", ["It"]),
        ("Israel said it would not wait.", []),
        ("They made the trip twice.", ["They"]),
        ("Officials say they are not worried.", []),
        ("This requires a new plan.", ["This"]),
        ("This week the talks go on.", []),
        ("Those who stayed were cold.", []),
        ("Such efforts may help.", ["Such"]),
        ("Countries such as Chad may help.", []),
        ("Both bases are near the sea.", ["Both"]),
        ("Both Russia and Iran are near the sea.", []),
        ("According to the same source, it will rain.", ["the same source"]),
        ("At the same time, prices rose.", []),
        ("The newspaper noted that prices rose.", ["The newspaper"]),
        ("The visit by the minister lasted a day.", []),
        ("That would be unwise.", ["That"]),
        ("Since then, prices rose.", ["then"]),
        ("These past weeks, prices rose.", []),
        ("Prices of grain rose in many places, as these goods are rare.", []),
        ("France and Spain have both agreed to it.", []),
        ("The two men met.", ["The two men"]),
        ("Paris met London, and the two sides agreed.", ["the two sides"]),
        ("The two candidates for mayor of Olm met on Monday.", []),
        ("A storm parted the two men who had rowed to Olm.", []),
        ("The mayor raised the toll and in the same breath spoke of a cut.", []),
        ("The mayor raised the toll and in the same speech told of a cut.", ["the same speech"]),
        ("“It will rain”, and they left", ["It", "they"]),
        ("The move is meant to help.", ["The move"]),
        ("The former president lives abroad.", []),
        ("The latter was never seen again.", ["The latter"]),
    ],
)
def test_what_would_hang_in_the_air(text: str, expected: list[str]) -> None:
    assert hanging(text) == expected


@given(st.text(alphabet="Heits thy bo“”, .'N\n", max_size=120))
def test_hanging_expressions_are_in_order_and_apart(text: str) -> None:
    spans = antecedents.dangling_words(text, Span(start=0, end=len(text)))
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_the_index_answers_as_the_reading_does() -> None:
    document, passages = article("John Smith said it was late. He added that it rained.")
    made = reading.read_language(document, passages, ())
    sentence = passages[0].sentences[1]
    end = sentence.start + 2
    by_index = antecedents.resolve_in(antecedents.index_of(made), sentence, sentence.start, end)
    assert by_index == antecedents.resolve_span(made, sentence, sentence.start, end) != None  # noqa: E711
