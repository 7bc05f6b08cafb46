"""Where a title ends and a name begins, and whose title it is."""

import pytest

from tests.languages.en.test_names import find, mentioned, role


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        (
            "The vice chairman slept. Vice Chairman Ivo Castren spoke.",
            "Ivo Castren",
            "Vice Chairman",
        ),
        ("A staff rota hung there. Staff Sergeant Ruth Holm left.", "Ruth Holm", "Staff Sergeant"),
        ("The chief slept. Chief Justice Mark Adeyemi ruled.", "Mark Adeyemi", "Chief Justice"),
        ("No vice was found. Vice Admiral Karl Fasch sailed.", "Karl Fasch", "Vice Admiral"),
    ],
)
def test_a_rank_stays_with_its_office_though_the_text_writes_it_small(text, name, stated):
    assert role(text, name) == stated


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        (
            "Tolm Police Sergeant Mark Holm shot at the van.",
            "Mark Holm",
            "Tolm Police Sergeant",
        ),
        (
            "Vellin Army Captain Ruth Adeyemi closed the quay.",
            "Ruth Adeyemi",
            "Vellin Army Captain",
        ),
        (
            "On Monday state Senate President Pro Tem Karl Berg spoke.",
            "Karl Berg",
            "Senate President Pro Tem",
        ),
        (
            "The vote of Senate President Pro Tempore Ruth Adeyemi counted.",
            "Ruth Adeyemi",
            "Senate President Pro Tempore",
        ),
        (
            "Regional Planning Director Ruth Holm left the town on Monday.",
            "Ruth Holm",
            "Regional Planning Director",
        ),
        ("SAN FRANCISCO Billionaire investor Ruth Holm left.", "Ruth Holm", "Billionaire investor"),
        (
            "WASHINGTON U.S. Vice President Ruth Holm left the town on Monday.",
            "Ruth Holm",
            "U.S. Vice President",
        ),
        (
            "Ruth Holm, president of the Tolm, Mo., branch of the guild, left on Monday.",
            "Ruth Holm",
            "president of the Tolm, Mo., branch of the guild",
        ),
        (
            "TOLM, Germany German Chancellor Ruth Holm left the town on Monday.",
            "Ruth Holm",
            "German Chancellor",
        ),
        (
            "National Transport Minister Karl Berg left the town on Monday.",
            "Karl Berg",
            "National Transport Minister",
        ),
        ("LONDON President Karl Berg left on Monday.", "Karl Berg", "President"),
        ("NEW YORK Mayor Ann Fasch left on Monday.", "Ann Fasch", "Mayor"),
        ("NATO Secretary Karl Berg left on Monday.", "Karl Berg", "NATO Secretary"),
        ("They dismissed Special Agent Karl Berg on Monday.", "Karl Berg", "Special Agent"),
        ("They thanked State Trooper Ann Fasch on Monday.", "Ann Fasch", "State Trooper"),
    ],
)
def test_a_place_and_an_office_before_a_name_are_no_part_of_it(text, name, stated):
    assert role(text, name) == stated


@pytest.mark.parametrize("rank", ["Special Agent", "State Trooper", "Patrolman"])
def test_a_rank_and_a_surname_are_who_was_named_in_full(rank):
    text = f"The bureau dismissed Peter Castren. It fined {rank} Castren."
    assert mentioned(text)[-1] == ("Castren", "Peter Castren")
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She told Senators Karl Holm and Ruth Berg about the lock.",
        "It was signed by Ministers Karl Holm and Ruth Berg on Monday.",
        "The vote of Governors Karl Holm of Tolm and Ruth Berg of Vellin decided it.",
    ],
)
def test_an_office_of_several_is_nobodys_role(text):
    assert role(text, "Karl Holm") is None
    assert role(text, "Ruth Berg") is None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("They should make the firm’s founder, Karl Holm, envoy to Tolm.", "firm’s founder"),
        ("She asked him to name the club’s coach, Karl Holm, minister of sport.", "club’s coach"),
        ("It is time to elect the town’s judge, Karl Holm, president of Tolm.", "town’s judge"),
        ("The firm hired Karl Holm, envoy to Tolm, for a year.", "envoy to Tolm"),
    ],
)
def test_what_somebody_is_made_is_not_what_he_is(text, stated):
    assert role(text, "Karl Holm") == stated


@pytest.mark.parametrize(
    "text",
    [
        "The St. Vellin-based Dr. Karl Holm spoke.",
        "An Oxford-educated Karl Holm spoke.",
        "The San Tolm-born Prime Minister Karl Holm spoke.",
    ],
)
def test_an_adjective_made_of_a_place_is_no_part_of_a_name(text):
    assert [name for _, name in mentioned(text)] == ["Karl Holm"]


@pytest.mark.parametrize("generation", ["Jr.", "Sr.", "III"])
def test_a_surname_with_its_generation_is_the_full_name_of_that_generation(generation):
    text = (
        f"Governor Castren’s son, Karl Castren {generation}, wrote to the club. "
        f"Castren {generation} said so on Monday. Governor Castren said nothing."
    )
    assert mentioned(text) == [
        ("Castren", "Castren"),
        (f"Karl Castren {generation}", f"Karl Castren {generation}"),
        (f"Castren {generation}", f"Karl Castren {generation}"),
        ("Castren", "Castren"),
    ]
    assert role(text, "Castren") == "Governor"


@pytest.mark.parametrize(
    ("office", "named"),
    [("President Holm", "Holm"), ("Lawyer Holm", "Karl Holm Jr."), ("Mr. Holm", "Karl Holm Jr.")],
)
def test_an_office_that_a_son_does_not_hold_is_his_fathers(office, named):
    text = f"The letters of Karl Holm Jr., a lawyer from Tolm, came out. {office} spoke on Monday."
    assert ("Holm", named) in mentioned(text)


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("18:50 Education minister Ruth Holm spoke in Tolm.", "Ruth Holm", "Education minister"),
        ("At 40 government spokesman Karl Berg left.", "Karl Berg", "government spokesman"),
        ("In 2012 defence minister Mark Fasch resigned.", "Mark Fasch", "defence minister"),
    ],
)
def test_a_number_is_no_part_of_a_role(text, name, stated):
    assert role(text, name) == stated
