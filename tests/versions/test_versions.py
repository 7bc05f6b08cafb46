"""Versions and syndicated texts are found; what merely shares words is not."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.ingest import Folder, read_article
from briefing.model import Document, Known, Mark
from briefing.versions import group_families, infer_metadata, shingles

ROOT = Path(__file__).resolve().parents[2]
WORDS = [f"word{number}" for number in range(3000)]


def prose(seed: int, length: int = 400) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def document(
    name: str, text: str, outlet: str | None = None, published: str | None = None
) -> Document:
    return Document(
        id=f"d{name}", locator=f"{name}.txt", path=None, url=None, revision="", size=0,
        encoding="utf-8", text=text,
        language="en", outlet=outlet and Known(value=outlet, basis="stated"),
        published=published and Known(value=published, basis="stated"),
    )  # fmt: skip


def families(*documents: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(family.relation, family.documents) for family in group_families(documents)]


@pytest.mark.parametrize("length", [30, 120, 160, 400, 3000])
def test_an_article_written_on_to_twice_its_length_is_a_version(length):
    first = prose(1, length)
    assert families(document("a", first), document("b", f"{first} {prose(2, length)}")) == [
        ("version", ("db", "da"))
    ]


def test_unrelated_articles_stay_alone():
    assert families(document("a", prose(1)), document("b", prose(2))) == [
        ("single", ("da",)),
        ("single", ("db",)),
    ]


def test_two_named_outlets_carry_a_syndicated_text():
    assert (
        families(document("a", prose(1), "The Beacon"), document("b", prose(1), "Star"))[0][0]
        == "syndicated"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Beacon", "beacon"), ("Beacon", None), ("Beacon (English edition)", "Beacon")],
)
def test_one_outlet_or_an_unstated_one_makes_a_version(one, other):
    assert families(document("a", prose(1), one), document("b", prose(1), other))[0][0] == "version"


def test_the_latest_comes_first_then_the_longer_then_by_locator():
    text = prose(1)
    documents = [
        document("a", text, published="2024-05-03"),
        document("b", text + " more", published="2024-05-03"),
        document("c", text, published="2024-05-01/2024-05-09"),
        document("d", text),
        document("e", text),
    ]
    assert families(*documents) == [("version", ("dd", "de", "dc", "db", "da"))]


def test_a_round_up_of_two_articles_does_not_tie_them_together():
    one, two = prose(1), prose(2)
    got = families(document("a", one), document("b", two), document("c", f"{one}\n{two}"))
    assert sorted(len(members) for _, members in got) == [1, 2]


def test_marked_boilerplate_makes_nobody_kin():
    box = prose(9, 300)
    texts = [f"{prose(seed, 150)}\n{box}" for seed in (1, 2)]
    marked = [
        replace(
            document(str(number), text),
            marks=(Mark(start=text.index("\n") + 1, end=len(text), kind="related", reason="test"),),
        )
        for number, text in enumerate(texts)
    ]
    assert [relation for relation, _ in families(*marked)] == ["single", "single"]
    assert (
        families(*(document(str(number), text) for number, text in enumerate(texts)))[0][0]
        == "version"
    )


def test_the_order_of_documents_does_not_matter_and_shingles_may_be_stored():
    documents = [document(str(seed), prose(seed % 4)) for seed in range(9)]
    shuffled = random.Random(5).sample(documents, len(documents))
    stored = {one.id: shingles(one) for one in documents}
    assert group_families(documents) == group_families(shuffled) == group_families(shuffled, stored)


def test_tiny_texts_are_compared_with_nothing():
    assert [
        relation
        for relation, _ in families(
            document("a", "a few words only here"), document("b", "a few words only here")
        )
    ] == [
        "single",
        "single",
    ]


def test_a_version_tells_about_when_and_never_whose_it_is():
    documents = [
        document("a", prose(1), "The Beacon", "2024-05-03"),
        document("b", prose(1) + " and more words here"),
    ]
    one, other = infer_metadata(documents, group_families(documents))
    assert one == documents[0]
    assert other.outlet is None
    assert (other.published.value, other.published.basis) == ("2024-05-03~", "inferred")
    assert "a.txt" in other.published.note


@pytest.mark.parametrize("day", [None, "2024-05-09", "2024-05-01"])
def test_a_later_look_alike_of_no_outlet_stands_behind_the_genuine_article(day):
    genuine = document("a", prose(1), "The Beacon", "2024-05-03")
    alike = document("b", prose(1) + " and more words here", published=day)
    assert group_families([genuine, alike])[0].documents == (genuine.id, alike.id)


def test_spellings_of_one_outlet_make_versions():
    documents = [
        document("a", prose(1), "The Beacon", "2024-05-03"),
        document("b", prose(1), "the  beacon ", "2024-05-04"),
        document("c", prose(1), "Bеacon (online)", "2024-05-05"),
    ]
    assert [family.relation for family in group_families(documents)] == ["version"]


def test_syndicated_texts_and_strangers_learn_nothing():
    documents = [
        document("a", prose(1), "The Beacon"), document("b", prose(1), "Star"), document("c",
        prose(1)),
        document("d", prose(2)),
    ]  # fmt: skip
    assert infer_metadata(documents, group_families(documents)) == tuple(documents)


def test_two_of_the_five_articles_are_one():
    documents = [
        one
        for found in Folder(path="seeds")(ROOT)
        if isinstance(one := read_article(found, None), Document)
    ]
    names = {one.id: Path(one.locator).name[:3] for one in documents}
    together = [
        [names[member] for member in family.documents] for family in group_families(documents)
    ]
    assert sorted(together) == [["000"], ["001"], ["002", "004"], ["003"]]


def test_documents_of_one_address_are_one_article_whatever_they_say_and_whoever_names_the_outlet():
    first = replace(document("a", prose(1), "The Beacon"), url="https://beacon.example/water")
    later = replace(document("b", prose(2), "Beacon Online"), url="https://beacon.example/water/")
    other = replace(document("c", prose(3), "The Beacon"), url="https://beacon.example/fire")
    assert [(relation, set(members)) for relation, members in families(first, later, other)] == [
        ("version", {"da", "db"}),
        ("single", {"dc"}),
    ]
