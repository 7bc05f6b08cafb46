"""Figures: drawn from data alone, with words and a table for whoever cannot see them."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing import model
from briefing.figures import coast, coverage, draw_figures, labels, locator, support, svg, timeline
from briefing.figures.coast import MapWindow
from briefing.figures.decimals import write_number
from briefing.language.phrases import read_phrases

ENGLISH = read_phrases("en")

SVG = "{http://www.w3.org/2000/svg}"
CITED = model.Citation(
    document="d1",
    passage=2,
    start=0,
    end=1,
    quote="a",
    role="basis",
    attribution=model.Attribution(),
)
OTHER = replace(CITED, document="d2", passage=5)


def told(key: str, *outlets: str, citations=(CITED,)) -> model.Statement:
    return model.Statement(
        key=key, id=key, text=key, parts=(), citations=citations, outlets=outlets
    )


def entry(name: str, number: int, published: str | None = None) -> model.SourceEntry:
    document = model.Document(
        id=name,
        locator=name,
        path=name,
        url=None,
        revision="0",
        size=1,
        encoding="utf-8",
        text="a",
        language="en",
        published=model.Known(value=published, basis="stated") if published else None,
    )
    return model.SourceEntry(
        id=name,
        number=number,
        document=document,
        quarantined=None,
        family=None,
        relation=None,
        cited=1,
    )


def place(name: str, lat: float | None, lon: float | None) -> model.Place:
    return model.Place(name=name, lat=lat, lon=lon, basis="config", citations=())


def event(when: str) -> model.Event:
    return model.Event(date=when, text=when, statement=None, citations=())


def brief(**more) -> model.Brief:
    section = model.Section(
        slug="a",
        title="First & <last>",
        kind="digest",
        statements=(told("s1", "A"), told("s2", "A", "B", citations=(CITED, OTHER)), told("s3")),
    )
    base = model.Brief(
        frame=model.Frame(title="T", slug="t"),
        as_of="2025-11-18",
        window="30d",
        bottom_line=(),
        sections=(section,),
        sources=(
            entry("d1", 1, "2025-11-18"),
            entry("d2", 2, "2025-11-17/2025-11-24"),
            entry("d3", 0),
        ),
        timeline=(event("2017"), event("2025-10~"), event("2025-11-16"), event("2025-11-17")),
        places=(place("Damascus", 33.51, 36.29), place("Nowhere", None, None)),
    )
    return replace(base, **more)


def read(figure) -> etree._Element:
    return etree.fromstring(figure.svg)


def words(figure) -> list[str]:
    return [text.text for text in read(figure).iter(SVG + "text")]


def test_every_figure_has_words_a_table_and_nothing_active() -> None:
    figures = draw_figures(brief(), {})
    assert [figure.name for figure in figures] == ["support", "timeline", "map", "coverage"]
    for figure in figures:
        tree = read(figure)
        assert tree.find(SVG + "title").text == figure.alt
        assert tree.get("role") == "img"
        assert figure.rows
        assert all(len(row) == len(figure.columns) for row in figure.rows)
        assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= {
            "svg", "title", "rect", "circle", "line", "path", "text",
        }  # fmt: skip
        assert not [
            a
            for element in tree.iter()
            for a in element.attrib
            if a.startswith("on") or a in ("style", "href")
        ]


def test_a_brief_without_data_draws_nothing() -> None:
    assert draw_figures(brief(sections=(), timeline=(), places=()), {}) == ()


def test_the_same_data_gives_the_same_picture() -> None:
    assert draw_figures(brief(), {}) == draw_figures(brief(), {})


def test_support_counts_what_an_outlet_shares_and_what_it_says_alone() -> None:
    figure = support.draw_support(brief(), ENGLISH)
    assert figure.rows == (("A", "1", "1"), ("B", "1", "0"), ("outlet not stated", "0", "1"))
    assert "A 1 shared, 1 alone" in figure.alt


def test_coverage_counts_each_passage_once() -> None:
    figure = coverage.draw_coverage(brief(), ENGLISH)
    assert figure.columns == ("Section", "Source 1", "Source 2")
    assert figure.rows == (("First & <last>", "1", "1"),)


def test_a_timeline_draws_events_and_sources_by_number() -> None:
    figure = timeline.draw_timeline(brief(), {}, ENGLISH)
    shown = words(figure)
    assert [shown.count(number) for number in "1234"] == [2, 2, 1, 1]
    assert ("Event 2", "about October 2025", "31 days") in figure.rows
    assert ("Source 2", "17–24 November 2025", "8 days") in figure.rows
    assert "changes its scale" in figure.caption


def test_marks_of_one_lane_never_touch() -> None:
    days = tuple(event(f"2025-11-{day:02d}") for day in (1, 1, 1, 2, 3, 3, 17))
    tree = read(timeline.draw_timeline(brief(timeline=days, sources=()), {}, ENGLISH))
    marks = sorted(
        (float(r.get("y")), float(r.get("x")), float(r.get("width")))
        for r in tree.iter(SVG + "rect")
        if r.get("rx")
    )
    assert len(marks) == 4
    for (y1, x1, wide), (y2, x2, _) in pairwise(marks):
        assert y1 != y2 or x2 >= x1 + wide


def test_very_many_dates_stay_a_few_lanes_high() -> None:
    entries = tuple(
        entry(f"d{n}", n, f"2025-{1 + n % 9:02d}-{1 + n % 28:02d}") for n in range(1, 61)
    )
    made = brief(
        timeline=(event("2019"), event("2025-11-01"), event("2025-11-09")), sources=entries
    )
    figure = timeline.draw_timeline(made, {}, ENGLISH)
    height = float(etree.fromstring(figure.svg).get("viewBox").split()[3])
    assert height < 17 + (2 * timeline.LANES + 2) * timeline.LANE
    assert "stands for five together" in figure.caption
    marks = [int(m) for m in re.findall(r">(\d+)×<", figure.svg)]
    assert sum(marks) <= 60
    assert len(figure.rows) == 63  # the table leaves nothing out


def test_a_stretch_of_months_is_told_in_months() -> None:
    days = ("2008-12-12", "2009-04-01", "2009-05-20", "2009-06-01")
    made = brief(timeline=tuple(event(day) for day in days), sources=())
    drawn = timeline.draw_timeline(made, {}, ENGLISH).svg
    assert ">December 2008<" in drawn
    assert ">2008<" not in drawn


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Short", ["Short"]),
        ("Bankruptcy proceedings of firms", ["Bankruptcy", "proceedings of firms"]),
        ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahrt", "sgesellschaft"]),
        (
            "one two three four five six seven eight nine ten",
            ["one two three four", "five six seven eight…"],
        ),
    ],
)
def test_a_long_name_breaks_over_two_lines(words, lines) -> None:
    assert svg.break_name(words, 7.2, 76) == lines


def test_what_has_one_date_shares_one_mark() -> None:
    days = tuple(event(f"2025-11-{day:02d}") for day in (1, 1, 1, 1, 2, 1, 3, 3))
    shown = words(timeline.draw_timeline(brief(timeline=days, sources=()), {}, ENGLISH))
    assert {"1 and 4 more", "5", "7, 8"} <= set(shown)
    in_a_row = tuple(event("2025-11-01") for _ in range(4))
    assert "1–4" in words(timeline.draw_timeline(brief(timeline=in_a_row, sources=()), {}, ENGLISH))


@pytest.mark.parametrize(
    "when", ["2025", "2025-11-17", "../2025", "2025-11-17/..", "199X", "0001", "9999"]
)
def test_any_single_date_can_be_drawn(when) -> None:
    figure = timeline.draw_timeline(brief(timeline=(event(when),), sources=()), {}, ENGLISH)
    for element in read(figure).iter(SVG + "rect"):
        for name in ("x", "width"):
            assert float(element.get(name, "1")) >= 0


def test_what_is_no_date_is_left_out() -> None:
    assert timeline.draw_timeline(brief(timeline=(event("soon"),), sources=()), {}, ENGLISH) is None


def test_an_axis_grows_with_time() -> None:
    axis = timeline.Axis(
        start=date(2017, 1, 1), end=date(2025, 11, 24), break_at=date(2025, 10, 27)
    )
    days = [
        date(2017, 1, 1),
        date(2024, 12, 8),
        date(2025, 10, 26),
        date(2025, 10, 27),
        date(2025, 11, 24),
    ]
    places = [axis.x(day) for day in days]
    assert places == sorted(set(places))


def test_a_map_shows_known_positions_only() -> None:
    figure = locator.draw_locator(brief(), ENGLISH)
    assert figure.rows == (("Damascus", "33.51", "36.29", "config"),)
    assert "Nowhere" not in figure.svg
    assert "Positions approximate" in figure.caption


def test_a_crowd_gets_a_panel_of_its_own() -> None:
    near = [place(f"n{n}", 33.3 + n / 20, 36 + n / 30) for n in range(4)]
    far = [place("far", 37.0, 41.2), place("north", 35.4, 35.9)]
    figure = locator.draw_locator(brief(places=(*near, *far)), ENGLISH)
    tree = read(figure)
    assert {"panel-a", "panel-b"} <= set(" ".join(e.get("class", "") for e in tree.iter()).split())
    assert sorted(w for w in words(figure) if "km" not in w) == [
        "far",
        "n0",
        "n1",
        "n2",
        "n3",
        "north",
    ]


@given(st.floats(-85, 85), st.floats(-175, 175), st.floats(-85, 85), st.floats(-175, 175))
def test_a_window_holds_its_places(lat1, lon1, lat2, lon2) -> None:
    window = locator.window_around([place("a", lat1, lon1), place("b", lat2, lon2)])
    assert window.holds(lon1, lat1)
    assert window.holds(lon2, lat2)


def test_land_lies_where_land_is_and_stays_inside_its_window() -> None:
    window = MapWindow(west=34, south=32, east=37, north=36)
    rings = coast.land_outlines(window)
    assert rings
    assert all(window.holds(round(lon, 9), round(lat, 9)) for ring in rings for lon, lat in ring)
    assert inside((36.3, 33.5), rings)
    assert not inside((34.5, 34.5), rings)
    assert coast.land_outlines(MapWindow(west=-140, south=-10, east=-139.9, north=-9.9)) == []


def inside(point, rings) -> bool:
    """Even-odd rule."""
    x, y = point
    hits = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                hits += 1
    return hits % 2 == 1


def test_names_do_not_hide_each_other() -> None:
    box = labels.Box(left=0, top=0, right=150, bottom=100)
    spots = [(40.0 + 6 * n, 50.0 + 5 * (n % 2)) for n in range(6)]
    placed = labels.place_labels([f"Name {n}" for n in range(6)], spots, box)
    boxes = [
        labels.Box(
            left=p.x, right=p.x + svg.text_width(p.words, labels.SIZE), top=p.y - 5, bottom=p.y + 1
        )
        for p in placed
    ]
    assert sum(a.overlap(b) > 1 for n, a in enumerate(boxes) for b in boxes[n + 1 :]) <= 1
    assert all(b.outside(box) == pytest.approx(0, abs=1e-6) for b in boxes)


@given(st.text())
def test_any_text_is_well_formed_in_a_picture(text) -> None:
    picture = svg.picture(
        10, 10, text, [svg.text(1, 1, text), svg.element("rect", class_=text, x=1)]
    )
    tree = etree.fromstring(picture)
    assert len(tree) == 3


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.5, "0.5"), (-0.0001, "0"), (12.345, "12.35"), (7, "7")]
)
def test_numbers_are_short(value, written) -> None:
    assert write_number(value) == written or re.fullmatch(r"12\.3[45]", write_number(value))


@pytest.mark.parametrize(
    ("lon", "lat", "dry"),
    [
        (100.0, 71.5, True),  # Siberia, whose coast goes on beyond the 180th meridian
        (100.0, 79.9, False),
        (-150.0, 72.5, False),  # the sea north of Alaska
        (178.0, 66.5, True),
        (-172.0, 66.0, True),
        (30.0, -85.0, True),  # round the south pole
        (-170.0, -80.0, False),
    ],
)
def test_no_coast_leaps_across_the_map(lon, lat, dry) -> None:
    window = MapWindow(west=lon - 3, south=lat - 2, east=lon + 3, north=lat + 2)
    assert inside((lon, lat), coast.land_outlines(window)) == dry
