"""Briefs made up for looking at pages: every kind of thing on a page, in few words, in several
scripts, or very many.

They are data laid out by hand; no program has chosen or proved their sentences. The only persons
are long dead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing import digest, model

ENGLISH = (
    "The port authority said that the ferry would stay in dry dock until January.",
    "A replacement vessel makes two crossings a day; the regular ferry made five.",
    "The repair will cost 2.4 million crowns, and nobody has said who will pay.",
    "“Two sailings a day are too few,” the council of the outer islands said.",
    "The council asked for a third crossing on 5 November 2025.",
    "Up to 30 cars were left on the quay on Friday.",
)
ARABIC = (
    "قالت هيئة الميناء إن العبّارة ستبقى في الحوض الجاف حتى كانون الثاني 2026.",
    "وأضافت الهيئة: «رحلتان (2) في اليوم لا تكفيان»، وفق ما نقلته وكالة TASS.",
    "كتب ابن خلدون في «المقدمة» عن أحوال العمران.",
)
RUSSIAN = (
    "«Двух рейсов в день недостаточно», — заявил совет островов 5 ноября 2025 года.",
    "Антон Чехов писал о проливе в книге «Остров Сахалин».",
    "Ремонт обойдётся в 2,4 млн крон; кто заплатит, не сообщается.",
)
LONG_TITLE = (
    "Ferries, docks and the outer islands: what the port authority, the council and the shops each "
    "said in November"
    " 2025 about the crossings, who pays for the repair, and what remains unknown until the new "
    "year"
)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A source: its lines, and what is known of it."""

    lines: Sequence[str]
    outlet: str
    language: str = "en"
    kind: str = "report"
    date: str = "2025-11-04"
    translated: bool = False


def document(number: int, text: Text) -> model.Document:
    whole = "\n".join(text.lines)
    return model.Document(
        id=f"d-{number:03d}",
        locator=f"articles/{number:03d}.txt",
        path=f"articles/{number:03d}.txt",
        url=f"https://example.org/{number}" if number % 2 else None,
        revision=digest.of_bytes(whole.encode()),
        size=len(whole.encode()),
        encoding="utf-8",
        text=whole,
        language=text.language,
        title=model.Known(value=text.lines[0].rstrip("."), basis="stated"),
        outlet=model.Known(value=text.outlet, basis="supplied"),
        published=model.Known(value=text.date, basis="stated"),
        kind=model.Known(value=text.kind, basis="supplied"),
        translated=text.translated,
        reliability="B",
        note="Made up for a test.",
    )


def cite(document: model.Document, line: int, **attributed: str) -> model.Citation:
    """Cite a whole line, counted from 1."""
    lines = document.text.split("\n")
    start = sum(len(one) + 1 for one in lines[: line - 1])
    outlet = document.outlet.value if document.outlet else ""
    return model.Citation(
        document=document.id,
        passage=line,
        start=start,
        end=start + len(lines[line - 1]),
        quote=lines[line - 1],
        role="basis",
        attribution=model.Attribution(outlet=outlet, **attributed),
    )


def say(number: int, *cited: model.Citation, change: model.Change = "new") -> model.Statement:
    outlets = tuple(dict.fromkeys(one.attribution.outlet for one in cited))
    citations = (cited[0], *(replace(one, role="supports") for one in cited[1:]))
    return model.Statement(
        key=f"k-{number}",
        id=f"s-{number:04d}",
        text=cited[0].quote,
        parts=(model.Part(citation=0),),
        citations=citations,
        outlets=outlets,
        origins=outlets,
        change=change,
    )


def section(
    title: str, statements: Sequence[model.Statement] = (), kind: str = "digest"
) -> model.Section:
    health = model.Health(
        statements=len(statements),
        outlets=len({outlet for one in statements for outlet in one.outlets}),
        single_outlet=sum(len(one.outlets) < 2 for one in statements),
        newest="2025-11-06" if statements else None,
        oldest="2025-11-04" if statements else None,
    )
    return model.Section(
        slug=title.lower(), title=title, kind=kind, statements=tuple(statements), health=health
    )


def brief(
    title: str, documents: Sequence[model.Document], sections: Sequence[model.Section]
) -> model.Brief:
    cited = [c.document for s in sections for one in s.statements for c in one.citations]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(cited), 1)}
    told = [one for s in sections for one in s.statements]
    return model.Brief(
        frame=model.Frame(
            title=title,
            slug="small",
            marking="TLP:AMBER+STRICT",
            audience="Transport desk",
            contact="",
        ),
        as_of="2025-11-06",
        window="30d",
        bottom_line=tuple(one.id for one in told[:2]),
        sections=tuple(sections),
        sources=tuple(
            model.SourceEntry(
                id=one.id,
                number=numbers.get(one.id, 0),
                document=one,
                quarantined=None,
                family=None,
                relation=None,
                cited=cited.count(one.id),
            )
            for one in documents
        ),
        timeline=tuple(
            model.Event(date=date, text=one.text, statement=one.id, citations=one.citations)
            for date, one in zip(("2024", "2025-11-04", "2025-11-05"), told, strict=False)
        ),
        gaps=(
            model.Gap(kind="silent", text="Who will pay for the repair: no source says.", slots={}),
        ),
        edition=model.Edition(number=2, made_at="2025-11-06T06:30:00Z", fingerprint="a" * 64),
        changes=model.Changes(
            previous=1,
            new=tuple(one.id for one in told if one.change == "new"),
            withdrawn=(
                model.Changed(
                    id="s-0900", was="The ferry sails again.", now="", cause="its source was edited"
                ),
            ),
        ),
    )


def plain() -> tuple[model.Brief, dict[str, model.Document]]:
    """A brief with everything in it, and one section for which there is nothing."""
    texts = (
        Text(lines=ENGLISH, outlet="Harbour Gazette"),
        Text(lines=ENGLISH[:3], outlet="Island Post", kind="opinion"),
    )
    one, two = (document(number, text) for number, text in enumerate(texts, 1))
    told = (
        say(1, cite(one, 1, speaker="the port authority"), cite(two, 1)),
        say(2, cite(one, 2), change="kept"),
        say(3, cite(two, 3)),
        say(4, cite(one, 4, speaker="the council", role="of the outer islands", kind="claim")),
    )
    made = brief(
        "The ferry to the islands", (one, two), (section("Service", told), section("Accidents"))
    )
    role = model.Cell(text="council", citations=(cite(one, 4),))
    return replace(
        made,
        actors=(
            model.Actor(
                name="Outer islands", kind="body", aliases=("the isles",), country="", roles=(role,)
            ),
        ),
        places=(
            model.Place(
                name="Gothenburg", lat=57.71, lon=11.97, basis="config", citations=(cite(one, 1),)
            ),
            model.Place(
                name="Visby", lat=57.63, lon=18.3, basis="config", citations=(cite(one, 2),)
            ),
        ),
        disagreements=(
            model.Disagreement(
                topic="How many crossings are enough",
                positions=tuple(
                    model.Position(text=c.quote, statement=None, citations=(c,))
                    for c in (cite(one, 4), cite(two, 2))
                ),
            ),
        ),
        judgements=(
            model.Judgement(
                text="The ferry will sail again by February.",
                likelihood="likely",
                confidence="moderate",
                reason="two outlets give the same month",
                scale="ICD 203",
                citations=(cite(one, 1), cite(two, 1)),
            ),
        ),
    ), {one.id: one, two.id: two}


def tongues() -> tuple[model.Brief, dict[str, model.Document]]:
    """A brief under a very long title, of Arabic and Russian words and names."""
    texts = (
        Text(lines=ARABIC, outlet="صحيفة الميناء", language="ar"),
        Text(lines=RUSSIAN, outlet="Портовая газета", language="ru"),
        Text(lines=ENGLISH, outlet="Harbour Gazette"),
    )
    arabic, russian, english = (document(number, text) for number, text in enumerate(texts, 1))
    told = (
        say(1, cite(arabic, 1, speaker="هيئة الميناء")),
        say(
            2,
            cite(arabic, 2, speaker="هيئة الميناء", relayed_by="TASS", kind="claim"),
            cite(russian, 1),
        ),
        say(3, cite(russian, 1, speaker="совет островов")),
        say(4, cite(english, 1)),
    )
    views = (
        say(5, cite(russian, 2, speaker="Антон Чехов")),
        say(6, cite(arabic, 3, speaker="ابن خلدون", kind="judgement")),
    )
    made = brief(
        LONG_TITLE,
        (arabic, russian, english),
        (section("Сообщения", told), section("آراء", views, "positions")),
    )
    people = (("Антон Чехов", "Anton Chekhov", russian, 2), ("ابن خلدون", "Ibn Khaldun", arabic, 3))
    return replace(
        made,
        actors=tuple(
            model.Actor(
                name=name,
                kind="person",
                aliases=(alias,),
                country="",
                roles=(model.Cell(text="author", citations=(cite(source, line),)),),
            )
            for name, alias, source, line in people
        ),
        places=(
            model.Place(
                name="Сахалин", lat=50.5, lon=143.0, basis="config", citations=(cite(russian, 2),)
            ),
            model.Place(
                name="تونس", lat=36.8, lon=10.18, basis="config", citations=(cite(arabic, 3),)
            ),
        ),
    ), {one.id: one for one in (arabic, russian, english)}


def many(statements: int = 60, sources: int = 40) -> tuple[model.Brief, dict[str, model.Document]]:
    """A brief of very many statements and sources, some cited together."""
    documents = [
        document(
            number,
            Text(
                lines=[
                    f"{line} It is report {number} of the day, and source {number % 7} says the "
                    f"same."
                    for line in ENGLISH
                ],
                outlet=f"Outlet number {number % 11} of the northern coast",
                date=f"2025-{1 + number % 11:02d}-{1 + number % 27:02d}",
            ),
        )
        for number in range(1, sources + 1)
    ]
    told = [
        say(
            number,
            *(
                cite(documents[(number * 7 + more) % sources], 1 + number % len(ENGLISH))
                for more in range(1 + 11 * (number % 9 == 0) + number % 2)
            ),
        )
        for number in range(1, statements + 1)
    ]
    titles = (
        "Service",
        "Repairs and the question of who pays for them",
        "Council",
        "Shops",
        "Analyst views",
    )
    size = -(-statements // len(titles))
    parts = [
        section(title, told[place * size : (place + 1) * size])
        for place, title in enumerate(titles)
    ]
    made = brief("Forty sources on one ferry", documents, parts)
    events = tuple(
        model.Event(
            date=f"{2015 + n // 2}-{1 + n % 12:02d}-05" if n < 16 else f"2025-11-{n - 12:02d}",
            text=one.text,
            statement=one.id,
            citations=one.citations[:1],
        )
        for n, one in enumerate(told[:18])
    )
    return replace(made, timeline=events), {one.id: one for one in documents}
