"""Who and what an article names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en import names
from briefing.model import Entity
from tests.languages.en.articles import article, seed


def find(text: str, *pinned: names.Pinned) -> dict[str, Entity]:
    document, passages = article(text)
    return {entity.name: entity for entity in names.find_names(document, passages, pinned)[0]}


def role(text: str, name: str) -> str | None:
    span = find(text)[name].role
    return None if span is None else text[span.start : span.end]


def mentioned(text: str) -> list[tuple[str, str]]:
    document, passages = article(text)
    entities, mentions = names.find_names(document, passages, ())
    called = {entity.key: entity.name for entity in entities}
    return [(text[mention.start : mention.end], called[mention.entity]) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        (
            "The plan was drawn up by French Foreign Minister Jean Martin.",
            "Jean Martin",
            "French Foreign Minister",
        ),
        (
            "They met the deputy defence minister Omar Abu Salim in Paris.",
            "Omar Abu Salim",
            "deputy defence minister",
        ),
        (
            "Mary Jones, an economist with the Trade Council, told the paper.",
            "Mary Jones",
            "an economist with the Trade Council",
        ),
        (
            "The offer was refused by Lt. Gen. Peter de Vries on Monday.",
            "Peter de Vries",
            "Lt. Gen.",
        ),
        (
            "Acme Chief Executive Robert Black resigned on Monday evening.",
            "Robert Black",
            "Acme Chief Executive",
        ),
        (
            "It was Minister of Education Anna Rossi who opened the school.",
            "Anna Rossi",
            "Minister of Education",
        ),
        (
            "The letter reached team member Laura Green in the evening.",
            "Laura Green",
            "team member",
        ),
        (
            "Ambassador to the United States Omar Haddad spoke first of all.",
            "Omar Haddad",
            "Ambassador to the United States",
        ),
        (
            "Economist Laura Green of the University of Rome disagreed with it.",
            "Laura Green",
            "Economist",
        ),
        (
            "The union’s president, Peter Black, said no to every offer.",
            "Peter Black",
            "union’s president",
        ),
        (
            "John Smith, the president of Acme announced that it will close.",
            "John Smith",
            "the president of Acme",
        ),
    ],
)
def test_a_person_has_the_role_that_the_article_states(text: str, name: str, stated: str) -> None:
    assert find(text)[name].kind == "person"
    assert role(text, name) == stated


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Ministry of Defence said nothing about it all day long.",
            "Ministry of Defence",
            "body",
        ),
        (
            "A deal with the Free Workers Union (FWU) was signed at last.",
            "Free Workers Union",
            "body",
        ),
        ("The French daily Echo reported that talks had begun again.", "Echo", "body"),
        ("Shares in Acme fell, and Acme workers went on strike again.", "Acme", "body"),
        ("They drove from Salem toward the coast of Alden province.", "Alden", "place"),
        (
            "The National Weather Service warned of rain again on Monday.",
            "National Weather Service",
            "body",
        ),
        ("Sky TV Group fell, and shares in Sky TV rose on Monday.", "Sky TV Group", "body"),
        ("The province of Kelb was quiet, and so was the coast.", "Kelb", "place"),
        ("The merger with Orbex was called off on Monday evening.", "Orbex", "body"),
        ("The powder came from its Halden plant, the dairy said.", "Halden", "place"),
        ("The firm's Halden factory closed, and so did its mill.", "Halden", "place"),
        ("The Acme plant struck, and so did other Acme workers.", "Acme", "body"),
        (
            "The Food Safety Authority spoke. Cheap food is short.",
            "Food Safety Authority",
            "body",
        ),
        ("The Vantor reported that prices had risen again in May.", "Vantor", "body"),
        ("New York was quiet, and nobody was in the streets that day.", "New York", "place"),
        ("The fighting spread in Homra, Kelb and Tarsin during the week.", "Kelb", "place"),
        ("He said that the U.S. would not agree to the new terms.", "U.S.", "place"),
    ],
)
def test_bodies_and_places_are_told_by_their_words_and_surroundings(
    text: str, name: str, kind: str
) -> None:
    assert find(text)[name].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Analysts expect more of it. Both sides agree on that point.",
        "However, Russian troops left. French and Anglo-German officers stayed.",
        "On Monday the talks ended. They’re over, and I’m glad of it.",
        "The new SUVs are built to EU-wide rules, at 12:00 UTC or later.",
    ],
)
def test_common_words_demonyms_and_dates_are_no_names(text: str) -> None:
    assert {entity.kind for entity in find(text).values()} <= {"place"}


def test_short_forms_abbreviations_and_possessives_join_their_full_name() -> None:
    text = (
        "Mary Jones met the Free Workers Union (FWU) on Monday in Paris.\n"
        "Ms Jones said the FWU’s offer was fair. Jones’s reply came at once."
    )
    assert mentioned(text) == [
        ("Mary Jones", "Mary Jones"), ("Free Workers Union", "Free Workers Union"),
        ("FWU", "Free Workers Union"), ("Paris", "Paris"),
        ("Jones", "Mary Jones"), ("FWU", "Free Workers Union"), ("Jones", "Mary Jones"),
    ]  # fmt: skip


def test_a_surname_of_two_people_is_joined_only_where_the_text_decides() -> None:
    text = (
        "President Peter Brown met the press, and Brown smiled at all of them.\n"
        "His brother Paul Brown was there. Both left early, but Brown came back.\n"
        "President Brown said nothing more about it on the following day."
    )
    joined = [who for form, who in mentioned(text) if form == "Brown"]
    assert joined == ["Peter Brown", "Peter Brown"]


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("The Free Workers Union met. The FWU voted.", "Free Workers Union", ("Free Workers Union",
        "FWU")),
        ("Acme Petroleum fell. Brent rose, and Acme fell again.", "Acme Petroleum",
        ("Acme Petroleum", "Acme")),
        ("The French Foreign Ministry met. The Foreign Ministry voted.", "French Foreign Ministry",
         ("French Foreign Ministry", "Foreign Ministry")),
        ("Acme Motor Company closed. Workers at the automaker Acme left.", "Acme Motor Company",
         ("Acme Motor Company", "Acme")),
        ("Daniel Olund, 34, was arrested. His lawyer saw Daniel in May.", "Daniel Olund",
        ("Daniel Olund", "Daniel")),
        ("Anna de Boer won. De Boer, a lawyer, smiled.", "Anna de Boer", ("Anna de Boer",
        "De Boer")),
        ("The UN met in May. The United Nations voted.", "UN", ("UN", "United Nations")),
    ],
)  # fmt: skip
def test_other_names_of_one_join(text: str, name: str, forms: tuple[str, ...]) -> None:
    assert find(text)[name].forms == forms


def test_a_title_without_a_full_name_still_names_a_person() -> None:
    found = find("The bill was signed by U.S. President Bush on Tuesday.")
    assert found["Bush"].kind == "person"
    assert found["Bush"].sex is None


def test_sex_comes_from_address_and_given_name_only() -> None:
    found = find("Ms Haddad met Robert Black and Tarv Olund, a lawyer, in Rome.")
    assert {name: entity.sex for name, entity in found.items() if entity.kind == "person"} == {
        "Haddad": "she", "Robert Black": "he", "Tarv Olund": None,
    }  # fmt: skip


def test_a_pin_gives_kind_key_and_aliases() -> None:
    pin = names.Pinned(name="Port Zed", kind="place", aliases=("Zedport", "the naval yard"))
    found = find("Ships left Zedport. The crew of the naval yard stayed behind.", pin)
    assert [(entity.key, entity.kind, entity.forms) for entity in found.values()] == [
        (names.name_key("Port Zed"), "place", ("Zedport", "the naval yard"))
    ]


def test_a_pin_joins_a_spelling_the_rules_keep_apart() -> None:
    pin = names.Pinned(name="Sergei Ivanov", kind="person", aliases=("Ivanof",))
    found = find("Minister Sergey Ivanov came. Later Ivanof left, and Ivanov stayed.", pin)
    assert [(entity.key, entity.forms) for entity in found.values()] == [
        (names.name_key("Sergei Ivanov"), ("Sergey Ivanov", "Ivanof", "Ivanov"))
    ]


def test_the_two_bearers_of_one_surname_stay_apart_in_a_real_article() -> None:
    document, passages = seed("003")
    entities, mentions = names.find_names(document, passages, ())
    shared = {
        entity.key
        for entity in entities
        if entity.kind == "person" and entity.name.endswith("araa")
    }
    assert len(shared) == 2
    counts = sorted(sum(mention.entity == key for mention in mentions) for key in shared)
    assert counts == [1, 3]


@given(st.text(alphabet="AaBb Mr.,'’-()“” \nDr of and the in said", max_size=200))
def test_mentions_point_at_forms_of_their_entity(text: str) -> None:
    document, passages = article(text)
    entities, mentions = names.find_names(document, passages, ())
    forms = {entity.key: entity.forms for entity in entities}
    assert all(text[mention.start : mention.end] in forms[mention.entity] for mention in mentions)
    assert len(forms) == len(entities)


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("It was told by acting Port House chief of staff Mick Mulvey on Monday.", "Mick Mulvey",
         "acting Port House chief of staff"),
        ("The parcel was sent to former President Ruth Adeyemi.", "Ruth Adeyemi",
         "former President"),
        ("Former Governor Ivo Castren left.", "Ivo Castren", "Former Governor"),
        ("Mark Pomper, the president’s second secretary of state, spoke.", "Mark Pomper",
         "the president’s second secretary of state"),
        (
            'The trade ministry of Vellin fell. "We will," Trade Minister Karin Osk said.',
            "Karin Osk",
            "Trade Minister",
        ),
        ("On Monday Foreign Minister Karin Osk left Vellin.", "Karin Osk", "Foreign Minister"),
        ("Yesterday Interior Minister Karin Osk left.", "Karin Osk", "Interior Minister"),
    ],
)  # fmt: skip
def test_a_role_keeps_what_says_that_it_is_over_and_all_its_words(text, name, stated):
    assert role(text, name) == stated


def test_father_and_son_of_one_name_stay_two_and_the_surname_is_his_who_was_named():
    text = (
        "Arthur L. Brook Jr., the former mayor, pleaded guilty on Monday. Mr. Brook wept. His "
        "father, the Rev. Arthur L. Brook, was there."
    )
    document, passages = article(text)
    entities, mentions = names.find_names(document, passages, ())
    keys = {one.name: one.key for one in entities if one.kind == "person"}
    assert len(set(keys.values())) == 2
    (short,) = [one for one in mentions if text[one.start : one.end] == "Brook"]
    assert short.entity == keys["Arthur L. Brook Jr."]
    assert not names.same_person("Arthur Brook", "Arthur Brook Jr.")
    assert names.same_person("Arthur L. Brook Jr.", "Arthur Brook Jr.")


def test_a_surname_before_anybody_of_it_is_named_is_not_the_sons():
    found = find(
        "President Brook spoke on Monday. Mr. Brook was loud. Photos showed Arthur Brook Jr. on "
        "a hunt."
    )
    assert found["Arthur Brook Jr."].forms == ("Arthur Brook Jr.",)


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("The minister met his Danish counterpart Ann Berg on Monday.", "Ann Berg", None),
        ("She thanked her predecessor, Ann Berg, who left in May.", "Ann Berg", None),
        ("Ann Berg, his rival, spoke for an hour.", "Ann Berg", None),
        (
            "Ann Berg, successor of the late chairman, spoke for an hour.",
            "Ann Berg",
            "successor of the late chairman",
        ),
    ],
)
def test_what_somebody_is_to_another_alone_is_no_role(text, name, stated):
    assert role(text, name) == stated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The man in the video was Londoner Mohammed Emwar.", "Mohammed Emwar"),
        ("Twenty-two-year-old Oliver Ilich cut the rope.", "Oliver Ilich"),
        ("The clerk was 34-year-old Ann Berg.", "Ann Berg"),
        ("It says that Brazilian Daiane Dejes wrote it.", "Daiane Dejes"),
    ],
)
def test_an_age_or_an_origin_is_no_part_of_a_name(text: str, name: str) -> None:
    assert name in {who for _, who in mentioned(text)}
