"""What articles could tell, passage by passage: asked of some, then of others, they offer what they
offer when they are asked at once; of very many articles no more is grounded than is handed on.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.corpus import offering, shortlist
from briefing.edition.build import BuildOptions, build_edition
from briefing.offer import outline, packed
from briefing.offer.candidates import offer_candidates
from tests.offer.test_candidates import FILES, read
from tests.projects import growing


@pytest.fixture(params=FILES[:4], ids=lambda file: file.name[:6])
def article(request):
    return read(request.param)


def _nowhere(_passage):
    return ()


def _outlines(packed_outlines):
    return sorted(outline.unpack_outlines(packed_outlines), key=lambda o: (o.passage, o.index))


def test_passages_that_are_asked_offer_what_they_offer_in_their_article(article):
    whole = offer_candidates(article, _nowhere)
    for one in article.passages:
        asked = offer_candidates(article, _nowhere, {one.number})
        assert asked == tuple(found for found in whole if found.passage == one.number)


@pytest.mark.parametrize("steps", [((1, 2, 3),), ((3,), (1, 5)), ((2, 4), (4, 5), (1,)), ((99,),)])
def test_what_is_asked_bit_by_bit_is_what_is_asked_at_once(article, steps):
    at_once = offering.ground_passages(article, packed.PackedOffers(), b"", None)
    kept, outlines = b"", b""
    for asked in (*steps, None):
        known = packed.unpack_offers(kept)
        assert not known.whole
        kept, outlines = offering.ground_passages(article, known, outlines, asked)
        assert packed.unpack_offers(kept).covers(asked)
    assert set(offering.unpack_offers(kept)) == set(offering.unpack_offers(at_once[0]))
    there = packed.unpack_offers(kept).rows
    assert {number: rows for number, rows in there.items() if rows} == {
        number: rows for number, rows in packed.unpack_offers(at_once[0]).rows.items() if rows
    }
    assert _outlines(outlines) == _outlines(at_once[1])


def test_an_outline_names_the_place_of_its_candidate(article):
    kept, outlines = offering.ground_passages(article, packed.PackedOffers(), b"", None)
    for one in outline.unpack_outlines(outlines):
        (found,) = offering.unpack_offers(kept, {(one.passage, one.index)})
        assert (found.passage, found.position) == (one.passage, one.position)
        assert len(found.statement.text.split()) == one.words


ROWS = st.binary(min_size=1).filter(lambda row: b"\n" not in row)


@given(rows=st.dictionaries(st.integers(0, 999), st.lists(ROWS).map(tuple)), whole=st.booleans())
def test_packed_offers_are_unpacked_as_they_were(rows, whole):
    made = packed.PackedOffers(rows=rows, whole=whole)
    again = packed.unpack_offers(packed.pack_offers(made))
    assert again == made
    assert again.count() == len(list(again.pick(None))) == sum(map(len, rows.values()))
    assert again.covers(rows)
    assert again.covers([*rows, 1000]) is again.covers(None) is whole


@pytest.mark.parametrize("data", [b"some of it", b"all\nno figures", b"some\n1", b"\n"])
def test_what_is_no_offers_is_refused(data):
    with pytest.raises(ValueError, match=r"."):
        packed.unpack_offers(data)


@pytest.mark.parametrize("consider", [1, 2, 3])
def test_of_many_articles_only_the_passages_handed_on_are_grounded(tmp_path, monkeypatch, consider):
    monkeypatch.setattr(shortlist, "_WHOLE", 2)
    grounded = []
    offer = offering.offer_candidates

    def counted(reading, route, asked=None):
        grounded.extend((reading.document.id, number) for number in asked)
        return offer(reading, route, asked)

    monkeypatch.setattr(offering, "offer_candidates", counted)
    narrow = growing.CONFIG.replace("2025-03-20", f"2025-03-20, consider: {consider}")
    config = growing.lay(tmp_path, ("a.txt", "b.txt", "c.txt"), narrow)
    build_edition(config, BuildOptions())
    assert 0 < len(grounded) == len(set(grounded)) <= consider * narrow.count("terms:")
    before = list(grounded)
    growing.lay(tmp_path, (), narrow.replace(f"consider: {consider}", f"consider: {consider + 1}"))
    build_edition(config, BuildOptions())
    assert len(grounded) == len(set(grounded)) >= len(before)
