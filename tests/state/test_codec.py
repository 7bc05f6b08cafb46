import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import model
from briefing.state.codec import make_codec

# These contain the others, one level down, which are drawn on their own.
LARGE = {"Brief", "Reading", "Shortlist", "Section", "Ranked", "Claim"}
KINDS = [
    kind
    for kind in vars(model).values()
    if dataclasses.is_dataclass(kind) and kind.__name__ not in LARGE
]


def plain(value: Any) -> Any:
    """Give a value as what can be compared: any kind of mapping as a dict, not-a-number as
    itself."""
    if dataclasses.is_dataclass(value):
        return [
            type(value),
            *(plain(getattr(value, field.name)) for field in dataclasses.fields(value)),
        ]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(plain(item) for item in value)
    return repr(value) if isinstance(value, float | Decimal) else value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_type_of_the_model_comes_back_as_it_went_in(kind: Any) -> None:
    layout = make_codec(kind)

    @settings(
        max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(st.from_type(kind))
    def round_trip(value: Any) -> None:
        assert plain(layout.decode(layout.encode(value))) == plain(value)

    round_trip()


def test_whole_briefs_and_readings_come_back() -> None:
    document = model.Document(
        id="d",
        locator="a",
        path=None,
        url=None,
        revision="r",
        size=1,
        encoding="utf-8",
        text="\ud800é",
        language=None,
    )
    reading = model.Reading(document=document, passages=())
    assert make_codec(model.Reading).decode(make_codec(model.Reading).encode(reading)) == reading
    brief = model.Brief(
        frame=model.Frame(title="t", slug="s"),
        as_of="2026",
        window="",
        bottom_line=("s-1",),
        sections=(model.Section(slug="a", title="A", kind="digest", considered={"passages": 3}),),
        sources=(),
        edition=model.Edition(number=1, made_at="x", fingerprint="f"),
    )
    assert make_codec(model.Brief).decode(make_codec(model.Brief).encode(brief)) == brief


def test_a_union_of_types_a_row_and_a_mapping_come_back() -> None:
    layout = make_codec(
        tuple[model.Span | model.Tag | None, int | str, Mapping[str, model.Span], bytes]
    )
    span = model.Span(start=1, end=2)
    value = (model.Tag(name="t", score=0.1, terms=("a",)), "x", {"b": span, "a": span}, b"\x00\xff")
    assert layout.decode(layout.encode(value)) == value
    assert list(layout.decode(layout.encode(value))[2]) == ["b", "a"]


def test_a_set_is_the_same_bytes_in_whatever_order_it_was_made() -> None:
    layout = make_codec(frozenset[tuple[str, str]])
    one, other = frozenset([("a", "b"), ("a", "a")]), frozenset([("a", "a"), ("a", "b")])
    assert layout.encode(one) == layout.encode(other) == b'[["a","a"],["a","b"]]'
    assert layout.decode(layout.encode(one)) == one


def test_bytes_of_another_shape_are_refused() -> None:
    span = make_codec(model.Span).encode(model.Span(start=1, end=2))
    for kind in (model.Tag, tuple[model.Tag, ...], model.Document):
        with pytest.raises(ValueError, match="not"):
            make_codec(kind).decode(span)
    with pytest.raises(ValueError, match="Expecting"):
        make_codec(model.Span).decode(b"[1,")


def test_types_that_differ_have_different_shapes() -> None:
    kinds = [
        *KINDS,
        tuple[model.Span, ...],
        model.Span | None,
        tuple[str, ...],
        tuple[str, str],
        Mapping[str, str],
    ]
    assert len({make_codec(kind).shape for kind in kinds}) == len(kinds)
    assert make_codec(model.Brief).shape == make_codec(model.Brief).shape


def test_what_has_no_layout_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="no layout"):
        make_codec(complex)


def test_a_row_a_choice_or_a_union_out_of_place_is_refused() -> None:
    with pytest.raises(ValueError, match="not a row"):
        make_codec(tuple[str, ...]).decode(b'"text"')
    with pytest.raises(ValueError, match="index"):
        make_codec(model.Span | model.Tag).decode(b"[7,[1,2]]")
    for kind, packed in (
        (frozenset[str], b'"text"'),
        (frozenset[str], b"[[1]]"),
        (Decimal, b'"x"'),
    ):
        with pytest.raises(ValueError, match="not "):
            make_codec(kind).decode(packed)
    with pytest.raises(TypeError, match="union"):
        make_codec(model.Span | tuple[bytes, ...])
