from hypothesis import given
from hypothesis import strategies as st

from briefing.offer.concepts import Unit, find_concepts, lower_words, weigh_concepts, word_stems

TEXT = "The quays of Vellin [in Sorrel] carried 1,250 ships and 3.5 million tonnes of grain."


def test_concepts_are_stems_and_pairs_of_them_without_what_was_put_in():
    found = find_concepts(TEXT)
    assert {"quay", "vellin", "vellin carri", "1,250", "3.5"} <= set(found)
    assert not any("sorrel" in concept for concept in found)
    assert find_concepts("Of the of the.") == ()
    assert len(found) == len(set(found))


def test_words_and_stems_are_lower_case():
    assert lower_words("Two Ships") == ("two", "ships")
    assert word_stems("The Ships sailed") == ("the", "ship", "sail")


def test_what_several_sentences_say_weighs_more_and_what_stands_late_less():
    units = [
        Unit(text="grain ships mill pond", family="f1", position=0),
        Unit(text="grain ships", family="f2", position=1),
        Unit(text="late word", family="f2", position=9),
    ]
    worth = weigh_concepts(units)
    assert worth["grain ship"] > worth["mill pond"] > worth["late word"]
    assert worth["grain ship"] > worth["grain"] > worth["mill"]


def test_a_sentence_that_versions_share_counts_once_where_it_stands_first():
    once = [Unit(text="grain ships", family="f1", position=2)]
    again = [*once, Unit(text="grain ships", family="f1", position=4)]
    assert weigh_concepts(once) == weigh_concepts(again)
    elsewhere = [*once, Unit(text="grain ships", family="f2", position=2)]
    assert weigh_concepts(elsewhere)["grain ship"] > 5 * weigh_concepts(once)["grain ship"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["grain ships", "mill pond 4", "toll road"]), st.sampled_from("ab")
        ),
        max_size=6,
    )
)
def test_weights_do_not_hang_on_the_order_of_articles(rows):
    units = [
        Unit(text=text, family=family, position=place) for place, (text, family) in enumerate(rows)
    ]
    assert weigh_concepts(units) == weigh_concepts(list(reversed(units)))
    assert all(value > 0 for value in weigh_concepts(units).values())
