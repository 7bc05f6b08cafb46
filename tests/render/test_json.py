"""brief.json: the shape it promises, and that nothing is lost in it."""

import json as stdlib
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import model
from briefing.render import json, published

TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "\ud800", "\u202e\x00", "{{ x }}", "a\r\nb", "النسخة"]
)
COUNT = st.integers(min_value=0, max_value=10**6)
OPTIONAL = st.none() | TEXT


def some(kind: type, /, **fields: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(kind, **fields)


def few(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, max_size=2).map(tuple)


EVIDENCE = few(some(model.Evidence, document=TEXT, start=COUNT, end=COUNT, quote=TEXT))
SAID = some(
    model.Attribution,
    **dict.fromkeys(("speaker", "role", "body", "outlet", "relayed_by"), TEXT),
    kind=st.sampled_from(["reported", "claim", "judgement"]),
    evidence=EVIDENCE,
)
CITATIONS = few(
    some(
        model.Citation,
        document=TEXT,
        passage=COUNT,
        start=COUNT,
        end=COUNT,
        quote=TEXT,
        role=st.sampled_from(["basis", "supports"]),
        attribution=SAID,
    ),
)
EDIT = some(
    model.Edit,
    op=st.sampled_from(["drop", "insert", "case", "mark", "lift"]),
    start=COUNT,
    end=COUNT,
    text=TEXT,
    rule=TEXT,
    evidence=EVIDENCE,
)
STATEMENT = some(
    model.Statement,
    key=TEXT.map("k".__add__),
    id=TEXT.map("s".__add__),
    text=TEXT,
    parts=few(some(model.Part, citation=COUNT, edits=few(EDIT))),
    citations=CITATIONS,
    proof=st.sampled_from(["replay", "checked"]),
    date=OPTIONAL,
    change=st.sampled_from(["new", "kept", "changed"]),
    outlets=few(TEXT),
    origins=few(TEXT),
)
# A reference to a statement is always written as an id, so a key would not come back.
REFERENCE = st.none() | TEXT.map("s".__add__)
CELL = some(model.Cell, text=TEXT, citations=CITATIONS, statement=REFERENCE)
SECTION = some(
    model.Section,
    slug=TEXT,
    title=TEXT,
    kind=TEXT,
    statements=few(STATEMENT),
    columns=few(TEXT),
    rows=few(few(CELL)),
    health=some(
        model.Health,
        statements=COUNT,
        outlets=COUNT,
        single_outlet=COUNT,
        newest=OPTIONAL,
        oldest=OPTIONAL,
    ),
    considered=st.dictionaries(TEXT, COUNT, max_size=2),
    introduction=TEXT,
)
KNOWN = st.none() | some(
    model.Known,
    value=TEXT,
    basis=st.sampled_from(["stated", "supplied", "inferred"]),
    note=TEXT,
    evidence=few(some(model.Span, start=COUNT, end=COUNT)),
)


@st.composite
def entries(draw: st.DrawFn) -> model.SourceEntry:
    document = quarantined = None
    name, kind = draw(TEXT), draw(st.sampled_from(["document", "quarantined", "neither"]))
    if kind == "document":
        document = model.Document(
            id=name,
            text="",
            locator=draw(TEXT),
            path=draw(OPTIONAL),
            url=draw(OPTIONAL),
            revision=draw(TEXT),
            size=draw(COUNT),
            encoding=draw(TEXT),
            language=draw(OPTIONAL),
            title=draw(KNOWN),
            outlet=draw(KNOWN),
            author=draw(KNOWN),
            published=draw(KNOWN),
            kind=draw(KNOWN),
            translated=draw(st.booleans()),
            retrieved=draw(OPTIONAL),
            reliability=draw(OPTIONAL),
            note=draw(OPTIONAL),
            caveats=draw(few(TEXT)),
            marks=draw(few(some(model.Mark, start=COUNT, end=COUNT, kind=TEXT, reason=TEXT))),
            pages=draw(few(COUNT)),
        )
    if kind == "quarantined":
        quarantined = model.Quarantined(
            id=name,
            locator=draw(TEXT),
            path=draw(OPTIONAL),
            size=draw(COUNT),
            revision=draw(OPTIONAL),
            reason=draw(TEXT),
        )
    return model.SourceEntry(
        id=name,
        number=draw(COUNT),
        document=document,
        quarantined=quarantined,
        family=draw(OPTIONAL),
        relation=draw(OPTIONAL),
        cited=draw(COUNT),
    )


CHANGED = few(some(model.Changed, id=TEXT, was=TEXT, now=TEXT, cause=TEXT))
DEGREES = st.none() | st.floats(-180, 180, allow_nan=False)
BRIEF = some(
    model.Brief,
    frame=some(
        model.Frame,
        **dict.fromkeys(
            ("title", "slug", "marking", "audience", "contact", "language", "next_edition"), TEXT
        ),
    ),
    as_of=TEXT,
    window=TEXT,
    bottom_line=few(TEXT.map("s".__add__)),
    sections=few(SECTION),
    sources=few(entries()),
    actors=few(
        some(
            model.Actor,
            name=TEXT,
            kind=st.sampled_from(["person", "body", "place"]),
            aliases=few(TEXT),
            country=TEXT,
            roles=few(CELL),
        )
    ),
    timeline=few(
        some(
            model.Event,
            date=TEXT,
            text=TEXT,
            statement=REFERENCE,
            citations=CITATIONS,
            basis=st.sampled_from(["stated", "supplied", "inferred"]),
        )
    ),
    places=few(
        some(model.Place, name=TEXT, lat=DEGREES, lon=DEGREES, basis=TEXT, citations=CITATIONS)
    ),
    disagreements=few(
        some(
            model.Disagreement,
            topic=TEXT,
            positions=few(
                some(model.Position, text=TEXT, statement=REFERENCE, citations=CITATIONS)
            ),
        )
    ),
    gaps=few(some(model.Gap, kind=TEXT, text=TEXT, slots=st.dictionaries(TEXT, TEXT, max_size=2))),
    judgements=few(
        some(
            model.Judgement,
            **dict.fromkeys(("text", "likelihood", "confidence", "reason", "scale", "stale"), TEXT),
            citations=CITATIONS,
        )
    ),
    changes=some(
        model.Changes,
        previous=COUNT,
        new=few(TEXT),
        changed=CHANGED,
        withdrawn=CHANGED,
        support=CHANGED,
    ),
    edition=st.none()
    | some(
        model.Edition,
        number=COUNT,
        made_at=TEXT,
        fingerprint=TEXT,
        previous=st.none() | COUNT,
        released=st.booleans(),
    ),
    names=few(
        some(
            model.Pinned,
            name=TEXT,
            kind=st.sampled_from(["person", "body", "place"]),
            aliases=few(TEXT),
            role=TEXT,
            country=TEXT,
            lat=DEGREES,
            lon=DEGREES,
        )
    ),
)


@settings(max_examples=60, deadline=None)
@given(BRIEF)
def test_what_is_written_comes_back_exactly(brief: model.Brief) -> None:
    assert json.decode_brief(json.encode_brief(brief)) == brief


def without_texts(brief: model.Brief) -> model.Brief:
    entries = [
        replace(e, document=replace(e.document, text="") if e.document else None)
        for e in brief.sources
    ]
    return replace(brief, sources=tuple(entries))


def test_the_texts_of_the_sources_stay_out(brief) -> None:
    data = json.encode_brief(brief)
    assert json.decode_brief(data) == without_texts(brief)
    longest = max((e.document.text for e in brief.sources if e.document), key=len)
    assert stdlib.dumps(longest)[1:-1] not in data.decode()


def test_it_follows_its_published_schema(brief) -> None:
    schema = stdlib.loads(published.brief_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(stdlib.loads(json.encode_brief(brief)))


def test_a_citation_names_the_source_and_the_exact_words(brief, documents) -> None:
    data = stdlib.loads(json.encode_brief(brief))
    assert data["schema"] == 1
    cited = [
        c for section in data["sections"] for s in section["statements"] for c in s["citations"]
    ]
    assert len(cited) > 30
    for citation in cited:
        text = documents[citation["source"]].text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_reference_by_key_is_written_as_the_id(brief) -> None:
    statement = brief.sections[0].statements[0]
    by_key = replace(brief, bottom_line=(statement.key,))
    assert stdlib.loads(json.encode_brief(by_key))["bottom_line"] == [statement.id]


def test_the_same_brief_gives_the_same_bytes(brief) -> None:
    artifact = json.Json()(None, None, brief)
    assert artifact.content == json.encode_brief(json.decode_brief(artifact.content))
    assert artifact.content.endswith(b"}\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"schema": 1', b'"schema": 2', "brief.schema: not one of 1"),
        (b'"passage": 3', b'"passage": "3"', "passage: not count"),
        (b'"passage": 3', b'"passage": true', "passage: not count"),
        (b'"start": ', b'"start": -', "start: not count"),
        (b'"edits": []', b'"edits": [{"up": 1}]', "edits\\[0\\].because: missing"),
        (b'"edits": []', b'"edits": {}', "edits: not a list"),
        (b'"role": "basis"', b'"role": "bass"', "role: not one of basis, supports"),
        (b'"quote":', b'"quoted":', "quote: missing"),
        (b'"lat": 33', b'"lat": "33", "x": 33', "unknown|number"),
        (b'"lat": 33.36', b'"lat": "33"', "lat: not number"),
        (b'"translated": false', b'"translated": 0', "translated: not flag"),
        (b'"used": 7', b'"used": "7"', "used: not whole"),
        (b'"quote":', b'"more": 1, "quote":', "more: unknown"),
        (b'"slots": {', b'"slots": 3, "x": {', "unknown"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(brief, old, new, said) -> None:
    data = json.encode_brief(brief)
    assert old in data
    with pytest.raises(json.BrokenBrief, match=said):
        json.decode_brief(data.replace(old, new, 1))


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_brief_at_all_is_refused(data) -> None:
    with pytest.raises(json.BrokenBrief):
        json.decode_brief(data)
