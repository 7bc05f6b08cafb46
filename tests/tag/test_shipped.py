"""The tags of the shipped config on the five articles that come with it."""

from pathlib import Path

import pytest
import yaml

from briefing import ingest, split
from briefing.languages.en import reading as language
from briefing.model import Document, Reading
from briefing.registry import kinds
from briefing.tag import Terms, for_sections, route_passage, tag_reading
from briefing.tag.pattern import parse_entry

ROOT = Path(__file__).parents[2]
CONFIG = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
MOST_TERMS = 30


SECTIONS = [
    kinds.SECTIONS[written["kind"]](
        **{key: written[key] for key in ("slug", "title")}, tags=tuple(written["tags"])
    )
    for written in CONFIG["sections"]
]


@pytest.fixture(scope="module")
def tagged() -> list[Reading]:
    taggers = {
        name: Terms(terms=tuple(written["terms"])) for name, written in CONFIG["tags"].items()
    }
    taggers = for_sections(taggers, SECTIONS)
    readings = []
    for found in ingest.Folder(path="seeds")(ROOT):
        document = ingest.read_article(found, None)
        assert isinstance(document, Document)
        readings.append(
            tag_reading(
                language.read_language(document, split.split_passages(document), ()), taggers
            )
        )
    return readings


@pytest.mark.parametrize("name", sorted(CONFIG["tags"]))
def test_a_tag_lists_no_more_terms_than_an_analyst_keeps_in_view(name):
    terms = [term for entry in CONFIG["tags"][name]["terms"] for term in parse_entry(entry)]
    assert sum(len(group) for term in terms for group in term.groups) <= MOST_TERMS


def test_every_section_draws_on_several_articles(tagged):
    for section in SECTIONS:
        serving = [
            r.document.id
            for r in tagged
            if any(section.slug in route_passage(p, SECTIONS) for p in r.passages)
        ]
        assert len(serving) >= 3


def test_most_passages_serve_a_section_and_dropped_ones_none(tagged):
    passages = [passage for reading in tagged for passage in reading.passages]
    kept = [
        passage for passage in passages if passage.dropped is None and passage.kind != "heading"
    ]
    assert sum(bool(route_passage(passage, SECTIONS)) for passage in kept) >= 0.9 * len(kept)
    assert not any(passage.tags for passage in passages if passage.dropped is not None)


def test_a_named_analyst_is_followed_where_only_he_speaks_on(tagged):
    """In the long interview every paragraph that begins with "He" goes on saying what the expert
    says."""
    interview = next(r for r in tagged if r.document.locator.startswith("seeds/003"))
    text = interview.document.text
    followed = [
        p for p in interview.passages if p.dropped is None and text.startswith("He ", p.start)
    ]
    assert len(followed) >= 4
    assert all("analyst_views" in route_passage(passage, SECTIONS) for passage in followed)
