"""What an article could tell, and that it can be made anew from what a brief cites of it."""

from pathlib import Path

import pytest

from briefing import ingest, split
from briefing.language.replay import replay_parts
from briefing.languages.en import reading
from briefing.offer.candidates import offer_candidates
from briefing.offer.rebuild import rebuild_candidates
from tests.languages.en.articles import article as make_article

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    *sorted((ROOT / "seeds").glob("*.txt")),
    *sorted((ROOT / "tests/projects/topic/articles").glob("*.txt")),
]


def read(file):
    """Read an article as the walk does."""
    found = ingest.Found(
        locator=file.name, path=file.name, file=file, size=file.stat().st_size, mtime_ns=0
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


@pytest.fixture(params=FILES, ids=lambda file: file.name[:6])
def article(request):
    return read(request.param)


def test_every_statement_replays_and_quotes_its_article(article):
    found = offer_candidates(article, lambda passage: (("s", float(passage.number)),))
    assert found
    for one in found:
        statement = one.statement
        assert replay_parts(statement.parts, statement.citations) == statement.text
        assert one.sections == (("s", float(one.passage)),)
        for basis in statement.citations:
            assert article.document.text[basis.start : basis.end] == basis.quote
            passage = next(p for p in article.passages if p.number == basis.passage)
            assert passage.dropped is None
            assert {basis.start, basis.end} <= {
                edge for s in passage.sentences for edge in (s.start, s.end)
            }


def test_a_candidate_can_be_made_anew_from_its_citations(article):
    for one in offer_candidates(article, lambda _passage: ()):
        assert one in rebuild_candidates(article, one.statement.citations)


def test_what_cites_no_whole_sentence_is_not_made_anew(article):
    basis = offer_candidates(article, lambda _passage: ())[0].statement.citations[0]
    from dataclasses import replace

    assert rebuild_candidates(article, ()) == ()
    assert rebuild_candidates(article, (replace(basis, passage=999),)) == ()
    assert rebuild_candidates(article, (replace(basis, end=basis.start + 3),)) == ()


def test_positions_count_the_sentences_of_the_body(article):
    places = [one.position for one in offer_candidates(article, lambda _passage: ())]
    assert places == sorted(places)
    assert min(places) < 4


@pytest.mark.parametrize(
    "answer",
    [
        "The rescue service denied it.",
        "His office said the report was false.",
        "A spokesman called the claim baseless.",
    ],
)
def test_a_claim_is_never_told_without_the_denial_behind_it(answer, tmp_path):
    claim = (
        "The minister of the interior, Jonas Veld, had offered to resign in the night after "
        "the flood."
    )
    file = tmp_path / "article.txt"
    file.write_text(f"Veld stays\n\n{claim} {answer}\n", encoding="utf-8")
    told = [one.statement.text for one in offer_candidates(read(file), lambda _passage: ())]
    assert [text for text in told if claim in text] == [text for text in told if answer in text]
    assert f"{claim} {answer}" in told or not told


def test_what_the_sentence_before_says_is_told_along():
    before = "Ivo Castren of the guild of Tolm said that numbers on 18 rifles were those of Vellin."
    after = "The guild of Vellin said that the rifles had been stolen from the mill of it in 2024."
    document, _ = make_article(f"{before} {after}", "Vellin Gazette")
    made = reading.read_language(document, split.split_passages(document), ())
    told = offer_candidates(made, lambda _passage: ())
    both = [
        one for one in told if "18 rifles" in one.statement.text and "stolen" in one.statement.text
    ]
    assert [one.hanging for one in both] == [0]


@pytest.mark.parametrize(
    ("behind", "nameless"),
    [
        ("Three of the mills were flooded before dawn and two burned down.", [False, True]),
        ("Three mills in Castren were flooded before dawn.", [False, False]),
        ("Some guards carried candles and a large sign to the church.", [False, True]),
    ],
)
def test_what_names_nothing_is_noted_unless_it_opens_its_article(behind, nameless, tmp_path):
    file = tmp_path / "article.txt"
    lead = "A great sluice in the hills burst on Monday, and nobody knows why the gate gave way."
    file.write_text(f"The sluice\n\n{lead}\n\n{behind}\n", encoding="utf-8")
    made = offer_candidates(read(file), lambda _passage: ())
    alone = [one for one in made if len(one.statement.citations) == 1]
    assert [one.nameless for one in alone] == nameless
