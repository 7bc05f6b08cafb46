from hypothesis import given
from hypothesis import strategies as st

from briefing.offer.concepts import Unit, lead, pairs, stems, weigh, words

TEXT = "The quays of Vellin [in Sorrel] carried 1,250 ships and 3.5 million tonnes of grain."


def test_concepts_are_pairs_of_stems_and_figures_without_what_was_put_in():
    found = pairs(TEXT)
    assert "vellin carri" in found
    assert {"#1,250", "#3.5"} <= set(found)
    assert not any("sorrel" in concept for concept in found)
    assert not any(concept == "of the" for concept in pairs("Of the of the."))
    assert len(found) == len(set(found))


def test_words_and_stems_are_lower_case():
    assert words("Two Ships") == ("two", "ships")
    assert stems("The Ships sailed") == ("the", "ship", "sail")


def test_the_first_sentence_of_an_article_has_its_news():
    assert lead(0, "f1") == ("§f1",)
    assert lead(1, "f1") == ()


def test_what_independent_articles_share_weighs_more_and_what_stands_late_less():
    shared, own = "grain ships", "mill pond"
    units = [
        Unit(text=f"{shared} {own}", family="f1", position=0),
        Unit(text=shared, family="f2", position=1),
        Unit(text="late word", family="f2", position=9),
    ]
    worth = weigh(units, 10)
    assert worth["grain ship"] > worth["mill pond"] > worth["late word"]
    assert weigh([Unit(text="two 14 ships", family="f1", position=3)], 100)["#14"] > 0


@given(
    st.lists(
        st.tuples(st.sampled_from(["grain ships", "mill pond 4", "toll"]), st.sampled_from("ab")),
        max_size=6,
    )
)
def test_weights_do_not_hang_on_the_order_of_articles(rows):
    units = [
        Unit(text=text, family=family, position=place) for place, (text, family) in enumerate(rows)
    ]
    assert weigh(units, 20) == weigh(list(reversed(units)), 20)
    assert all(value > 0 for value in weigh(units, 20).values())
