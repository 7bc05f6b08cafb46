"""A bracket names nobody but the one person or body that can be meant; what could be another's
stays open."""

import pytest

from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en import reading
from briefing.languages.en.grounding import (
    Refused,
    ground_sentences,
    licensed_drafts,
    relative_edits,
)
from briefing.model import Reading
from tests.languages.en.articles import article


def read(text: str) -> Reading:
    document, passages = article(text)
    return reading.read_language(document, passages, ())


def alone(text: str) -> str:
    """What becomes of an article's last sentence told alone: its text, or nothing."""
    done = read(text)
    draft = ground_sentences(done, (done.passages[-1].sentences[-1],))
    return (
        ""
        if isinstance(draft, Refused)
        else fold_spaces(apply_edits(draft.text, relative_edits(draft)))
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tarv also stands accused in the 2011 murder of nurse Laura Green. He waits for the "
            "verdict in a cell."
        ),
        (
            "The clerk was held for the killing of Robert Black near the quay. He asked "
            "for a lawyer "
            "in the evening."
        ),
        (
            "A robber stabbed Governor Peter Stone at the market on Monday. He was caught "
            "by guards "
            "near the bridge."
        ),
        (
            "Governor Peter Stone forgave a burglar at the market on Monday. His brother "
            "had robbed "
            "two shops there."
        ),
        (
            "According to Peter Stone, Dorrat Venn left the town in the night. He took the "
            "last boat "
            "to the island."
        ),
        (
            "As my colleague Laura Green wrote, Mary Jones, 31, left the choir. She asked "
            "her pupils "
            "to write to the school."
        ),
        (
            "The club signed the best runner of the league, Robert Black. He played his "
            "first match in "
            "the rain on Sunday."
        ),
        (
            "Zellin was the daughter of the builder Peter Stone and Laura Green. She went "
            "to a school "
            "by the river."
        ),
        (
            "In July, Robert Black met Tom Hill and his brother at the harbour. He went "
            "home before "
            "the others did."
        ),
    ],
)
def test_nobody_is_named_where_another_may_be_meant(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Dr Mary Jones opened the fair.\nAsked whether he would pay, Mayor Robert "
            "Black said that "
            "he could not do it."
        ),
        (
            "Robert Black came to the fair early.\nIn his first speech to the guild, Peter "
            "Stone asked "
            "for a new harbour."
        ),
        (
            "Mary Jones sang at the fair in the evening.\nFollowing her return to the "
            "town, Zellin ran "
            "the old school."
        ),
    ],
)
def test_a_name_that_follows_its_pronoun_is_no_other(text: str) -> None:
    assert "[Dr Mary" not in alone(text)
    assert "[Robert" not in alone(text)
    assert "[Mary" not in alone(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Robert Black opened the new bridge on Monday. He paid for half of the stones.",
            "[Robert Black] paid",
        ),
        (
            "Mayor Laura Green closed the old mill last year. She sold the wheel to a museum.",
            "[Laura Green] sold",
        ),
        (
            "In March, Robert Black opened the new bridge. He paid for half of the stones.",
            "[Robert Black] paid",
        ),
    ],
)
def test_the_subject_of_the_sentence_before_is_named(text: str, named: str) -> None:
    assert named in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The navy chased the Southern Front along the coast. It lost two boats and "
            "thirty men in "
            "the storm."
        ),
        (
            "The guild sued the Harbour Company over the crane. It paid a fine of nine "
            "million crowns "
            "in the end."
        ),
        (
            "The rebels beat the Northern Army near the lake. It left its guns on the field in the "
            "night."
        ),
    ],
)
def test_it_is_no_body_that_another_acts_upon(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Sadly Robert Black was ill for most of the year in the old house.\nBlack left "
            "the choir "
            "in the spring of the year."
        ),
        (
            "Whenever Zellin opens a shop in the town, the rents go up for months.\nZellin "
            "opened a "
            "shop in the old mill this year."
        ),
        (
            "She read “Why I Sold Orvo and Left” by Mike Stone in the train.\nOrvo was "
            "long called the "
            "best horse of the county."
        ),
    ],
)
def test_an_ordinary_word_is_no_given_name(text: str) -> None:
    assert not any(f"[{word}" in alone(text) for word in ("Sadly", "Whenever", "Sold"))


@pytest.mark.parametrize(
    "text",
    [
        "The oldest horse of the farm met a quick, frightening and lonely end.",
        (
            "The old mill was shut by the guards at about 3.15 p.m., according to people "
            "of the town "
            "nearby."
        ),
        (
            "The clerks went through the desk of the old mayor for two days, according to "
            "friends of "
            "the mayor."
        ),
        (
            "The guild will open the crane to all the boats of the county, saying that the "
            "old rule "
            "was bad."
        ),
    ],
)
def test_no_list_and_no_attribution_is_cut_off(text: str) -> None:
    done = read(text)
    for draft in licensed_drafts(done, (done.passages[-1].sentences[-1],)):
        assert fold_spaces(apply_edits(draft.text, relative_edits(draft))) == text


@pytest.mark.parametrize(
    "text",
    [
        "Also a painter, Robert Black showed nearly forty works between the years 1968 and 2008.",
        "Instead of seeking a post, Robert Black lives with his sister in a small town by the sea.",
        (
            "“It is hard to blame the guild for trying something new,” said Laura Green, a "
            "critic of "
            "the town."
        ),
        "“It is rare for a guild to sue a port in wartime,” said Laura Green, a clerk in the town.",
        "“It is common for a barge to run late here,” said Laura Green, a clerk in the town.",
        "“It is natural that the guild is angry with us,” said Laura Green, a clerk in the town.",
    ],
)
def test_what_stands_alone_is_told(text: str) -> None:
    assert alone(text) == text


@pytest.mark.parametrize(
    "text",
    [
        (
            "The chair told the guild [on 3 June 1951] that the stones of the mill were sold by "
            "thieves."
        ),
        "The chair said [Robert Black] had taken the rope from the harbour and sold it for cash.",
        "The guild met in the old mill [not stated] and sent for the mayor of the next town.",
    ],
)
def test_square_brackets_of_a_source_are_not_taken_for_the_brief_s(text: str) -> None:
    assert alone(text) == text.replace("[", "(").replace("]", ")")


@pytest.mark.parametrize(
    "text",
    [
        "The court tried the old guard for his part in the massacre of farmers in the war.",
        "The guild fined the builder for violations of the rule on lead in the old houses.",
        (
            "Pilots read https://evil.example/a or www.evil.example for more about the "
            "harbour of the "
            "town."
        ),
    ],
)
def test_plain_words_of_a_source_get_no_marks(text: str) -> None:
    assert alone(text) == text


@pytest.mark.parametrize(
    "text",
    [
        (
            "Rep. Robert C. Black and Mary Jones of the town came first.\nThere are two now: Laura "
            "Green (D-N.J.) and Peter Stone (R-S. C.) of the old guard."
        ),
        (
            "The prize went to Mary B. Jones in the end of the year.\nThe second and last "
            "of the group "
            "was the boat of Peter Stone (B-Z. B.) from the island."
        ),
        (
            "Peter D. Stone opened the fair with a speech to the guild.\nThe old and the new mill "
            "stand side by side in the village (A-M. D.) by the lake."
        ),
    ],
)
def test_an_initial_gets_no_given_name(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    ["Mr. Stone, I have a deal for you and your old boat.",
    ("Robert, we have seen the last of this " "town and its mill."),
     "Mayor Green, my brother lost his boat in the storm of that night."],
)  # fmt: skip
def test_a_first_person_behind_an_address_is_nobody(text: str) -> None:
    assert alone(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Rex was taken to the vet. Ann Berg said she was moved. She is at the farm now.",
        "Mimma was fed at noon. Karl Lind said he was glad. He has to rest for two weeks.",
        "Bolt was led to the yard. Liv Aas told reporters that she was sorry. She won two cups.",
    ],
)
def test_an_unread_name_that_opened_may_be_meant(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Tolm Harbour League met on Monday. The NTL won the vote. The league may grow.",
        "The Vellin Savings Bank fell by a tenth. A note by CRB was read. The bank was sold later.",
        "Aas ran for the Valley Green Party in May. The VLP won. Voters say the party is too old.",
    ],
)
def test_a_body_is_not_named_where_an_abbreviation_may_name_another(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The activist group Tolm Is Sinking Slowly sent the pictures.\n\nRebels took the town in "
            "May. The Free Valley Front came out on top. Last month, the group took the province."
        ),
        (
            "A car of the forensic technician service Servicio Tolm is seen.\n\nThe pits were found "
            "on a hill. Policemen stand guard at the site where the grave was found."
        ),
        "The force lost three men in Vellin. She filmed both scenes in the same Vellin home.",
    ],
)
def test_a_thing_is_no_body_told_of_long_before(text: str) -> None:
    assert "[" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Kim missed a session.\n\nHe was ill.\n\nHe looks like his grandfather Kim Il Arn.",
        "Mr Castren missed a session.\n\nHe was ill.\n\nHis brother Raul Castren took his place.",
        "Ms Berg sold the mill.\n\nShe left.\n\nThe mill went to her cousin Liv Berg.",
    ],
)
def test_a_surname_is_not_filled_up_with_the_name_of_ones_kin(text: str) -> None:
    done = read(text)
    full = {entity.name for entity in done.entities if " " in entity.name}
    shorts = {m.entity for m in done.mentions if " " not in done.document.text[m.start : m.end]}
    assert full
    assert shorts.isdisjoint(entity.key for entity in done.entities if entity.name in full)


@pytest.mark.parametrize(
    "text",
    [
        "Lenka Vorel won in May. It ended the career of the other Vorel, the marathon woman.",
        "Mark Olund sold the mill. Another Olund, a miller of Tarn, bought it in June.",
        "Ann Berg left the guild. A different Berg was heard by the judge in May.",
    ],
)
def test_another_of_a_surname_gets_no_given_name(text: str) -> None:
    assert "[Lenka]" not in alone(text)
    assert "[Mark]" not in alone(text)
    assert "[Ann]" not in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ship went down in 2011. Then, too, a commission sat for sixty days in Tarn.",
        "The board has set the figures of the last two votes in the valley as follows.",
        "The guild of Tarn has agreed with the owners of the mill on the following.",
    ],
)
def test_what_is_left_of_an_opening_or_only_announces_is_not_told(text: str) -> None:
    assert not alone(text)
