"""An example brief for the tests of rendering, made of the seed articles by passage and sentence.

It is a layout's worth of data, not a good brief: the sentences are taken as they stand. No sentence
of an article stands here; each is named by file, passage and place and read from the seeds.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from briefing import digest, model

SEEDS = Path(__file__).parents[2] / "seeds"
LINE = re.compile(r"[^\r\n]+")
BREAK = re.compile(r"(?<=[.!?])[”]?\s+(?=[A-Z“])")
FILES = {path.name[:3]: path for path in sorted(SEEDS.glob("*.txt"))}
NUMBERS = {"000": 1, "001": 2, "002": 3, "004": 4, "003": 5}
DATES = {"000": "2025-11-17/2025-11-24", "001": "2025-11-16/..", "002": "2025-11-18/2025-11-24"}
DATES |= {"003": "2025-08", "004": "2025-11-18"}
# Where an outlet's name stands: passage, first and last word.
OUTLETS = {"001": (15, 7, 9), "002": (10, 11, 12), "003": (6, 0, 1), "004": (0, 0, 0)}
KINDS = {"000": "analysis", "001": "opinion", "002": "report", "003": "analysis", "004": "report"}
SECTIONS = {
    "Background": "002:3.0 000:3.0 000:1.0 002:2.0 001:11.1 002:8.0 002:16.0",
    "Russian basing": "002:4.0 002:5.0 000:18.0 000:23.1 003:36.1 003:32.0 003:11.0 002:18.0 "
    "003:23.1",
    "Israeli presence": "002:11.1 003:36.0 000:11.1 002:9.1 002:12.0 004:10.0 002:18.1",
    "Analyst views": "002:7.0 002:10.0 002:22.0 002:6.1 003:17.0 003:18.0 003:38.0 001:2.0 000:17.0",
}
# Who speaks in which passages, and where that article names speaker and role.
TRAD = (("002", 7, 23, 24), ("002", 7, 19, 20))
BRIDZHE = (("003", 10, 27, 28), ("003", 10, 29, 36))
SPEAKERS = dict.fromkeys(("002:7", "002:10", "002:22", "002:20"), TRAD)
SPEAKERS |= dict.fromkeys(("003:17", "003:18", "003:11", "003:23"), BRIDZHE)
TIMELINE = {
    "2017": "001:11.1",
    "2018": "002:8.0",
    "2024-12": "004:1.0",
    "2025-07-31": "003:39.0",
    "2025-08": "003:32.0",
    "2025-10~": "000:10.0",
    "2025-11-15": "000:7.0",
    "2025-11-16": "002:2.0",
    "2025-11-17": "002:1.0",
}
ACTORS = {
    "000:6": [(16, 18, 11, 15), (26, 27, 22, 25)],
    "000:7": [(12, 13, 10, 11), (18, 19, 15, 17)],
    "003:14": [(21, 22, 23, 27)],
    "003:39": [(6, 7, 3, 5), (34, 35, 32, 33)],
    "000:22": [(3, 4, 0, 2)],
    "002:7": [(23, 24, 19, 22)],
    "003:10": [(27, 28, 29, 36)],
}
PLACES = {"000:3": [(4, 4, 33.36, 36.03), (10, 11, 33.31, 35.93), (38, 38, 33.12, 35.82)]}
PLACES |= {
    "000:6": [(9, 9, 33.51, 36.29)],
    "000:18": [(41, 41, 35.41, 35.95), (44, 44, 34.89, 35.88)],
}
PLACES |= {
    "003:11": [(7, 7, 37.05, 41.22)],
    "001:11": [(40, 40, 32.62, 36.1), (43, 43, None, None)],
}


def lines(text: str) -> list[tuple[int, int]]:
    """The spans of the non-empty lines of `text`, trimmed."""
    found = []
    for match in LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            found.append((start, start + len(words)))
    return found


def span(document: model.Document, passage: int, first: int, last: int) -> tuple[int, int]:
    """The span of words `first` to `last` of a passage, without closing punctuation."""
    start, end = lines(document.text)[passage - 1]
    words = [m.span() for m in re.finditer(r"\S+", document.text[start:end])]
    a, b = start + words[first][0], start + words[last][1]
    return a, a + len(document.text[a:b].rstrip(",.;:”"))


def evidence(document: model.Document, passage: int, first: int, last: int) -> model.Evidence:
    start, end = span(document, passage, first, last)
    return model.Evidence(
        document=document.id, start=start, end=end, quote=document.text[start:end]
    )


def document(name: str) -> model.Document:
    data = FILES[name].read_bytes()
    text = data.decode("utf-8")
    plain = model.Document(
        id=f"d-{name}",
        locator=f"seeds/{FILES[name].name}",
        path=f"seeds/{FILES[name].name}",
        url="https://example.org/article?id=1&x=<2>" if name == "004" else None,
        revision=digest.of_bytes(data),
        size=len(data),
        encoding="utf-8",
        text=text,
        language="en",
    )
    known: dict[str, model.Known] = {
        "published": model.Known(
            value=DATES[name],
            basis="stated" if name == "004" else "inferred",
            note="from the words",
        ),
        "kind": model.Known(value=KINDS[name], basis="supplied"),
    }
    if name in OUTLETS:
        where = (plain, *OUTLETS[name]) if name != "004" else (document("002"), *OUTLETS["002"])
        known["outlet"] = model.Known(value=evidence(*where).quote, basis="stated")
    if name == "003":
        known["author"] = model.Known(value=evidence(plain, 6, 3, 4).quote, basis="stated")
        known["title"] = model.Known(value=text[slice(*lines(text)[1])], basis="stated")
    caveats = (text[slice(*lines(text)[14])],) if name == "001" else ()
    fields = {f: getattr(plain, f) for f in plain.__dataclass_fields__}
    return model.Document(
        **fields
        | known
        | {"caveats": caveats, "translated": name == "001", "reliability": "F" if caveats else "B"},
    )


def documents() -> dict[str, model.Document]:
    return {f"d-{name}": document(name) for name in NUMBERS}


def citation(
    docs: Mapping[str, model.Document], where: str, role: model.Role = "basis"
) -> model.Citation:
    """`where` is "002:7.0": file, passage, sentence."""
    name, passage, sentence = re.split("[:.]", where)
    doc = docs[f"d-{name}"]
    start, end = lines(doc.text)[int(passage) - 1]
    cuts = [0, *(m.end() for m in BREAK.finditer(doc.text[start:end])), end - start]
    a, b = start + cuts[int(sentence)], start + cuts[int(sentence) + 1]
    quote = doc.text[a:b].rstrip()
    spoken = tuple(
        evidence(docs[f"d-{home}"], *where)
        for home, *where in SPEAKERS.get(f"{name}:{passage}", ())
    )
    attribution = model.Attribution(
        speaker=spoken[0].quote if spoken else "",
        role=spoken[1].quote if spoken else "",
        outlet=doc.outlet.value if doc.outlet else "",
        kind="judgement" if spoken else "reported",
        evidence=spoken,
    )
    return model.Citation(
        document=doc.id,
        passage=int(passage),
        start=a,
        end=a + len(quote),
        quote=quote,
        role=role,
        attribution=attribution,
    )


def statement(docs: Mapping[str, model.Document], where: str, number: int) -> model.Statement:
    citations = (citation(docs, where),)
    if where in ("002:2.0", "002:11.1", "002:12.0", "002:18.0"):
        twin = {
            "002:2.0": "004:2.0",
            "002:11.1": "004:8.1",
            "002:12.0": "004:9.0",
            "002:18.0": "003:32.0",
        }
        citations += (citation(docs, twin[where], "supports"),)
    text = re.sub(r"\s+", " ", citations[0].quote)
    names = dict.fromkeys(c.attribution.outlet for c in citations if c.attribution.outlet)
    return model.Statement(
        key=digest.short_digest("k-", text),
        id=f"s-{number:04d}",
        text=text,
        parts=(model.Part(citation=0),),
        citations=citations,
        outlets=tuple(names),
        origins=tuple(names),
    )


def actors(docs: Mapping[str, model.Document]) -> tuple[model.Actor, ...]:
    found = []
    for where, people in ACTORS.items():
        name, passage = where.split(":")
        for first, last, role_first, role_last in people:
            doc = docs[f"d-{name}"]
            role = evidence(doc, int(passage), role_first, role_last)
            cited = model.Citation(
                document=doc.id,
                passage=int(passage),
                start=role.start,
                end=role.end,
                quote=role.quote,
                role="basis",
                attribution=model.Attribution(),
            )
            cell = model.Cell(text=role.quote, citations=(cited,))
            spoken = evidence(doc, int(passage), first, last).quote.removesuffix("’s")
            found.append(
                model.Actor(
                    name=spoken, kind="person", aliases=(spoken.upper(),), country="", roles=(cell,)
                )
            )
    return tuple(found)


def places(docs: Mapping[str, model.Document]) -> tuple[model.Place, ...]:
    found = []
    for where, spots in PLACES.items():
        name, passage = where.split(":")
        for first, last, lat, lon in spots:
            quote = evidence(docs[f"d-{name}"], int(passage), first, last).quote
            found.append(
                model.Place(
                    name=quote.removesuffix("’s"),
                    lat=lat,
                    lon=lon,
                    basis="config" if lat else "",
                    citations=(citation(docs, f"{where}.0"),),
                ),
            )
    return tuple(found)


def judgements(docs: Mapping[str, model.Document]) -> tuple[model.Judgement, ...]:
    return (
        model.Judgement(
            text="It is **likely** that whoever toured the old sites was weighing whether to use "
            "them again.",
            likelihood="likely",
            confidence="moderate",
            reason="one outlet with unnamed sources says so, one opinion piece agrees",
            scale="ICD 203",
            citations=(
                citation(docs, "000:2.0"),
                citation(docs, "000:4.0"),
                citation(docs, "001:6.1"),
            ),
        ),
        model.Judgement(
            text="It is **unlikely** that patrols alone would change how often strikes happen.",
            likelihood="unlikely",
            confidence="low",
            reason="one named specialist argues it and one contradicts it",
            scale="ICD 203",
            citations=(
                citation(docs, "002:7.0"),
                citation(docs, "002:22.0"),
                citation(docs, "003:17.0"),
            ),
        ),
        model.Judgement(
            text="It is **very likely** that the bases matter more in the talks than the patrols "
            "do.",
            likelihood="very likely",
            confidence="high",
            reason="several outlets say it in their own ways and none denies it",
            scale="ICD 203",
            citations=(citation(docs, "002:4.0"), citation(docs, "003:18.0")),
        ),
    )


def position(docs: Mapping[str, model.Document], where: str) -> model.Position:
    cited = citation(docs, where)
    return model.Position(text=cited.quote, statement=None, citations=(cited,))


def sources(docs: Mapping[str, model.Document]) -> tuple[model.SourceEntry, ...]:
    entries = [
        model.SourceEntry(
            id=f"d-{name}",
            number=number,
            document=docs[f"d-{name}"],
            quarantined=None,
            family="f-1" if name in ("002", "004") else None,
            relation="version" if name in ("002", "004") else None,
            cited=3,
        )
        for name, number in NUMBERS.items()
    ]
    broken = model.Quarantined(
        id="d-x",
        locator="seeds/photo.txt",
        path="seeds/photo.txt",
        size=1024,
        revision="0" * 64,
        reason="it is not text",
    )
    return (
        *entries,
        model.SourceEntry(
            id="d-x",
            number=0,
            document=None,
            quarantined=broken,
            family=None,
            relation=None,
            cited=0,
        ),
    )


def brief(docs: Mapping[str, model.Document] | None = None) -> model.Brief:
    docs = docs or documents()
    sections, number = [], 0
    for title, wanted in SECTIONS.items():
        found = []
        for where in wanted.split():
            number += 1
            found.append(statement(docs, where, number))
        sections.append(
            model.Section(
                slug=title.lower().replace(" ", "_"),
                title=title,
                kind="positions" if title.startswith("Analyst") else "digest",
                statements=tuple(found),
                health=model.Health(
                    statements=len(found),
                    outlets=3,
                    single_outlet=5,
                    newest="2025-11-18",
                    oldest="2025-08",
                ),
                considered={"passages": 40, "used": len(found)},
            ),
        )
    people = model.Section(
        slug="key_actors", title="Key actors", kind="actors", health=model.Health(outlets=3)
    )
    sections.insert(1, people)
    ids = [s.id for section in sections for s in section.statements]
    return model.Brief(
        frame=model.Frame(
            title="Example brief: what a joint tour leaves open",
            slug="example",
            marking="TLP:CLEAR",
            audience="the example desk",
            contact="example editor",
            next_edition="25 November 2025",
        ),
        as_of="2025-11-18",
        window="30d",
        bottom_line=(ids[3], ids[7], ids[12], ids[23]),
        sections=tuple(sections),
        sources=sources(docs),
        actors=actors(docs),
        timeline=tuple(
            model.Event(
                date=date,
                text=citation(docs, where).quote,
                statement=None,
                citations=(citation(docs, where),),
                basis="inferred" if "~" in date else "stated",
            )
            for date, where in TIMELINE.items()
        ),
        places=places(docs),
        disagreements=(
            model.Disagreement(
                topic="Who took part in the tour",
                positions=(position(docs, "000:1.0"), position(docs, "002:1.0")),
            ),
            model.Disagreement(
                topic="Whether the purpose was public",
                positions=(position(docs, "000:4.0"), position(docs, "002:3.0")),
            ),
            model.Disagreement(
                topic="Who visited whom",
                positions=(position(docs, "000:6.0"), position(docs, "001:1.0")),
            ),
        ),
        gaps=(
            model.Gap(
                kind="silent",
                text="Israel never speaks in its own words in these sources.",
                slots={"party": "Israel"},
            ),
            model.Gap(
                kind="range",
                text="The date of source 1 is known only as a range, 17 to 24 November 2025.",
                slots={"source": "1"},
            ),
            model.Gap(
                kind="single",
                text="Five of the seven statements under “Israeli presence” rest on one outlet.",
                slots={"section": "Israeli presence"},
            ),
        ),
        judgements=judgements(docs),
        changes=model.Changes(previous=0, new=tuple(ids)),
        edition=model.Edition(number=1, made_at="2025-11-18T06:30:00Z", fingerprint="a" * 64),
    )
