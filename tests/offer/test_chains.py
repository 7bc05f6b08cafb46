from itertools import pairwise

import pytest

from briefing.language.replay import fold_spaces
from briefing.offer.candidates import offer_candidates
from tests.offer.test_candidates import read

FIRST = "Ines Dorrat, the mayor of Vellin, opened the lower quay for the grain ships in March."
HANGING = "They did not say who would pay for the second stage of the works."
AGAIN = "It will begin after the harvest on the eastern bank of the river."


def told(text, tmp_path):
    """Read an article and give all that it could tell."""
    file = tmp_path / "article.txt"
    file.write_text(f"Vellin opens a quay\n\n{text}\n", encoding="utf-8")
    reading = read(file)
    return reading, [one.statement for one in offer_candidates(reading, lambda _passage: ())]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_chain_of_hanging_sentences_is_told_from_where_it_hangs(gap, tmp_path):
    reading, made = told(gap.join([FIRST, HANGING, AGAIN]), tmp_path)
    texts = [one.text for one in made]
    assert f"{FIRST} {HANGING} {AGAIN}" in texts
    assert not any(text.startswith(("They", "It")) for text in texts)
    for one in made:
        for before, behind in pairwise(one.citations):
            between = reading.document.text[before.end : behind.start]
            assert not between.strip()


def test_nothing_is_told_along_from_behind_a_heading(tmp_path):
    _, made = told(f"{FIRST}\n\nWhat comes next\n\n{AGAIN}", tmp_path)
    assert [one.text for one in made] == [FIRST]


def test_four_sentences_hang_together_at_most(tmp_path):
    chain = [
        FIRST,
        HANGING,
        AGAIN,
        AGAIN.replace("harvest", "storms"),
        AGAIN.replace("bank", "bend"),
    ]
    _, made = told(" ".join(chain), tmp_path)
    assert max(text.text.count(".") for text in made) == 4


def test_what_is_very_long_is_told_along_with_nothing(tmp_path):
    long = FIRST.replace("opened", f"who {'spoke at length of ships and ' * 12}opened")
    _, made = told(f"{long} {HANGING}", tmp_path)
    assert HANGING not in fold_spaces(" ".join(one.text for one in made))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("It is unclear whether the second stage of the works will ever begin.", None),
        ("It was announced that the second stage would begin after the harvest.", None),
        ("In addition to ships, the lower quay of Vellin serves the ferries.", None),
        ("Also known as the old lady, the lower quay opened long before.", None),
        ("The quay of Vellin reopened.", None),
        (
            "The quay [sic] of Vellin was opened for ships.",
            "The quay (sic) of Vellin was opened for ships.",
        ),
        ("It is likely to begin after the harvest on the eastern bank.", ""),
        ("It is important to the town and to the whole of the harbour.", ""),
        ("The quay [of [old]] Vellin was opened for the ships.", ""),
        ("The quay] of Vellin was opened [for the ships.", ""),
    ],
)
def test_what_stands_alone(sentence, text, tmp_path):
    _, made = told(sentence, tmp_path)
    assert [one.text for one in made] == ([] if text == "" else [text or sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Submit your tips on the harbour of Vellin here.",
        "Read more about the harbour: Ines Dorrat, Tomas Arvel and the mill.",
        "Thank you for the chance to speak on the harbour of Vellin today.",
        "Contact reporter Ines Dorrat at the harbour.",
        "Here’s what the harbour of Vellin costs the town.",
        "Nobody knows the old mill.",
    ],
)
def test_formalities_and_what_tells_nothing_are_not_told(sentence, tmp_path):
    _, made = told(sentence, tmp_path)
    assert made == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Read by thousands, the Vellin Courier sells well in the harbour.",
        "Share prices of the harbour company fell on Monday in Vellin.",
        "Welcomed by the mayor, the crew of the dredger went ashore.",
    ],
)
def test_a_sentence_that_opens_like_a_formality_is_told(sentence, tmp_path):
    _, made = told(sentence, tmp_path)
    assert len(made) == 1


@pytest.mark.parametrize(
    "quotation",
    [
        "“This was bound to happen.”",
        "“It was the worst that we have seen.” The guild has asked for help.",
        "“They knew of all this for years.”",
    ],
)
def test_a_bare_quotation_is_not_told_behind_what_nobody_says(quotation, tmp_path):
    ahead = "The sluice of Tolm burst on Monday and three mills were flooded."
    said = "Ivo Castren, the miller, said he would sue the guild of Tolm for the flood."
    _, made = told(f"{ahead}\n\n{said} {quotation}", tmp_path)
    assert not any(ahead in one.text and "“" in one.text for one in made)
    _, made = told(f"{said}\n\n{ahead}\n\n{quotation}", tmp_path)
    assert not any(one.text.endswith("”") for one in made)
