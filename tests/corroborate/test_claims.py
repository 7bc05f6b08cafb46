from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.corroborate import group_claims, support_statement, suspect_keys
from briefing.languages.en.sameness import read_gist
from briefing.model import Claim, Pinned
from tests.compose.making import candidate, document

TRUE = (
    "The harbour authority of Vellin reopened the northern quay on Monday after four months of "
    "dredging."
)
LIKE = (
    "Vellin’s harbour authority reopened the northern quay on Monday after four months of "
    "dredging works."
)


def alone(*names):
    """Give each document a family of its own, all of them the latest."""
    return {name: f"f-{name}" for name in names}, dict.fromkeys(names, 0)


def test_two_articles_that_say_the_same_make_one_claim():
    families, latest = alone("d1", "d2")
    (claim,) = group_claims([candidate(TRUE, "d1"), candidate(LIKE, "d2")], families, latest)
    assert (claim.lead.document, [other.document for other in claim.others]) == ("d1", ["d2"])


def test_one_article_never_supports_itself():
    families, latest = alone("d1")
    found = group_claims(
        [candidate(TRUE, "d1"), candidate(LIKE, "d1", position=3)], families, latest
    )
    assert [claim.others for claim in found] == [(), ()]


def test_the_latest_version_leads_and_what_only_the_older_says_is_kept():
    families, latest = {"d1": "f", "d2": "f"}, {"d2": 0, "d1": 1}
    only = "A pilot boat was lent to Vellin by the harbour of Castren in the winter."
    found = group_claims(
        [candidate(TRUE, "d1"), candidate(only, "d1"), candidate(TRUE, "d2")], families, latest
    )
    assert [(claim.lead.document, len(claim.others)) for claim in found] == [("d2", 1), ("d1", 0)]


def test_versions_count_once_and_an_outlet_not_stated_never():
    documents = {
        "d1": document("d1", "Vellin Gazette"),
        "d2": document("d2", "Vellin Gazette"),
        "d3": document("d3"),
        "d4": document("d4", "Sorrel Courier"),
    }
    families = {"d1": "f1", "d2": "f1", "d3": "f3", "d4": "f4"}
    claim = Claim(
        lead=candidate(TRUE, "d1"),
        others=tuple(candidate(TRUE, name) for name in ("d2", "d3", "d4")),
    )
    made = support_statement(claim, documents, families)
    assert made.outlets == ("Vellin Gazette", "Sorrel Courier")
    assert [one.role for one in made.citations] == ["basis", "supports", "supports", "supports"]


def test_two_outlets_that_relay_one_agency_are_one_origin():
    documents = {"d1": document("d1", "Vellin Gazette"), "d2": document("d2", "Sorrel Courier")}
    families, _ = alone("d1", "d2")
    relayed = {"outlet": "River News Agency", "kind": "claim"}
    claim = Claim(
        lead=candidate(TRUE, "d1", relayed_by="Vellin Gazette", **relayed),
        others=(candidate(LIKE, "d2", relayed_by="Sorrel Courier", **relayed),),
    )
    made = support_statement(claim, documents, families)
    assert (len(made.outlets), made.origins) == (2, ("River News Agency",))


def test_who_says_it_is_the_origin_else_the_outlet_else_the_article():
    documents = {"d1": document("d1", "Vellin Gazette"), "d2": document("d2")}
    families, _ = alone("d1", "d2")
    for said, origins in (
        ({"speaker": "Ines Dorrat", "outlet": "Vellin Gazette"}, ("Ines Dorrat",)),
        ({"outlet": "Vellin Gazette"}, ("Vellin Gazette",)),
    ):
        assert (
            support_statement(
                Claim(lead=candidate(TRUE, "d1", **said)), documents, families
            ).origins
            == origins
        )
    assert support_statement(Claim(lead=candidate(TRUE, "d2")), documents, families).origins == (
        "outlet not stated (f-d2)",
    )


def test_only_one_whole_statement_of_an_article_supports():
    documents = {name: document(name, name.upper()) for name in ("d1", "d2", "d3")}
    families, _ = alone("d1", "d2", "d3")
    others = (candidate(LIKE, "d2"), candidate(TRUE, "d2"), candidate(TRUE, "d3", parts=2))
    made = support_statement(Claim(lead=candidate(TRUE, "d1"), others=others), documents, families)
    assert [(one.document, one.role) for one in made.citations] == [
        ("d1", "basis"),
        ("d2", "supports"),
    ]


def test_who_visits_his_own_country_is_doubted():
    pins = (
        Pinned(name="Vellin", kind="place", country="Sorrel"),
        Pinned(name="Ines Dorrat", kind="person", country="Sorrel"),
        Pinned(name="Tomas Arvel", kind="person", country="Castren"),
    )
    wrong = candidate("Nothing is known of the visit to Vellin by the chair Ines Dorrat.")
    right = candidate("Nothing is known of the visit to Vellin by the director Tomas Arvel.")
    assert suspect_keys([wrong, right], pins) == {wrong.statement.key}


NAMES = ["Vellin", "Castren", "Dorrat", "Arvel"]
TEXTS = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["reopened", "closed", "did not reopen"]),
    st.sampled_from(["4", "five"]),
).map(
    lambda t: (
        f"The harbour authority of {t[0]} {t[1]} the northern quay after {t[2]} months of costly "
        f"dredging."
    )
)
CROWDS = st.lists(st.tuples(TEXTS, st.sampled_from(["d1", "d2", "d3"])), max_size=8, unique=True)


@given(CROWDS, st.randoms(use_true_random=False))
def test_claims_part_what_is_offered_and_never_join_what_differs(crowd, rng):
    families, latest = {"d1": "f1", "d2": "f1", "d3": "f3"}, {"d1": 0, "d2": 1, "d3": 0}
    offered = [candidate(text, name, position=place) for place, (text, name) in enumerate(crowd)]
    found = group_claims(offered, families, latest)
    placed = [c for claim in found for c in (claim.lead, *claim.others)]
    assert sorted(placed, key=repr) == sorted(offered, key=repr)
    for claim in found:
        lead = read_gist(claim.lead.statement.text)
        for other in claim.others:
            own = read_gist(other.statement.text)
            assert (own.figures, own.negative, own.names) == (
                lead.figures,
                lead.negative,
                lead.names,
            )
            assert other.document != claim.lead.document
    shuffled = list(offered)
    rng.shuffle(shuffled)
    assert group_claims(shuffled, families, latest) == found


def spoken(text, name, language):
    """A candidate in a language whose sentences are told as they stand, or in English."""
    return replace(candidate(text, name), language=language)


def test_where_sentences_are_told_as_they_stand_the_same_words_alone_are_one_claim():
    families, latest = alone("d1", "d2", "d3")
    text, other = "Der Hafen von Vellin wurde am Montag wieder geöffnet.", "Der Hafen ist offen."
    told = [spoken(text, "d1", "de"), spoken(text, "d2", "de"), spoken(other, "d3", "de")]
    first, second = group_claims(told, families, latest)
    assert [one.document for one in first.others] == ["d2"]
    assert (second.lead.document, second.others) == ("d3", ())


def test_a_sentence_of_another_language_makes_no_claim_with_an_english_one():
    families, latest = alone("d1", "d2")
    found = group_claims([candidate(TRUE, "d1"), spoken(LIKE, "d2", "de")], families, latest)
    assert [claim.others for claim in found] == [(), ()]
