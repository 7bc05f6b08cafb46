"""What an article says of itself, and nothing more."""

import json

import pytest

from briefing.ingest import labels
from briefing.ingest.clean import page
from briefing.model import Known

BODY = (
    "The council of the town said on Friday that it would not pay the bill for the water.\n\n"
    "Its members had met for three hours before the vote, and nobody spoke against it in the end.\n"
)


def facts(document):
    return {
        name: (getattr(document, name).value, getattr(document, name).basis)
        for name in ("title", "outlet", "author", "published", "kind")
        if getattr(document, name)
    }


def test_nothing_is_invented(article):
    assert facts(article(BODY)) == {}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("December 12, 2008", "2008-12-12"),
        ("12 December 2008", "2008-12-12"),
        ("Published: Dec. 12th, 2008 at 5:27 am EST", "2008-12-12"),
        ("Friday, 12 December 2008 | Updated 13 December 2008", "2008-12-12"),
        ("2008-12-12T10:00:00Z", "2008-12-12"),
    ],
)
def test_a_line_that_is_only_a_date_dates_the_article(article, line, day):
    document = article(f"Town refuses to pay for its water\n\n{line}\n\n{BODY}")
    assert facts(document)["published"] == (day, "stated")


@pytest.mark.parametrize(
    "line", ["12/11/2008", "On December 12, 2008 the town paid nothing", "31 February 2008"]
)
def test_an_unclear_or_a_mentioned_date_dates_nothing(article, line):
    assert "published" not in facts(
        article(f"Town refuses to pay for its water\n\n{line}\n\n{BODY}")
    )


def test_two_different_dates_over_an_article_leave_its_date_open(article):
    document = article(f"Town refuses to pay for its water\n\n3 May 2024\n\n5 May 2024\n\n{BODY}")
    assert "published" not in facts(document)


def test_an_update_does_not_hide_the_day_of_publication(article):
    document = article(f"Town refuses to pay\n\nUpdated: 5 May 2024\n\n3 May 2024\n\n{BODY}")
    assert facts(document)["published"] == ("2024-05-03", "stated")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("Jane Doe, National Security Writer", "Jane Doe"),
        ("By Jane Doe, The Daily Paper", "Jane Doe"),
    ],
)
def test_a_byline_names_the_author(article, line, author):
    document = article(f"Town refuses to pay for its water\n\n{line}\n\n{BODY}")
    assert facts(document)["author"] == (author, "stated")
    assert any(mark.kind == "byline" for mark in document.marks)


def test_a_pair_is_a_byline_only_where_the_text_knows_the_outlet(article):
    pair = "Water refused to the town\n\nTown Crier – Jane Doe\n\n"
    assert "author" not in facts(article(pair + BODY))
    told = facts(
        article(pair + BODY + "\nThe mayor told Town Crier that the matter was closed for her.\n")
    )
    assert told["outlet"] == ("Town Crier", "stated")
    assert told["author"] == ("Jane Doe", "stated")


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("“We will not pay,” she told The Beacon.", ("The Beacon", "inferred")),
        ("A source told Reuters that the town would not pay.", None),
        ("A source told The Beacon that the town would not pay.", None),
        ("“We will not pay,” she told the Senate.", None),
        ("“We will not pay,” she told The Associated Press.", None),
        ("“No,” she told The Beacon. “Never,” he told The Star.", None),
    ],
)
def test_whom_a_speaker_told_is_the_outlet_only_in_an_interview(article, sentence, outlet):
    assert facts(article(f"{BODY}\n{sentence}\n")).get("outlet") == outlet


def test_a_translators_line_gives_outlet_translation_caveat_and_kind(article):
    line = (
        "This article was translated and edited by The Beacon. Responsibility for the views set "
        "out in it lies "
        "entirely with the author."
    )
    document = article(f"{BODY}\n{line}\n")
    assert facts(document) == {"outlet": ("The Beacon", "stated"), "kind": ("opinion", "inferred")}
    assert document.translated
    assert document.caveats == (line,)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("The Beacon", "The Beacon corrects its report of 2 March: 4 are missing, not 14."),
        ("Harbour Mail", ""),  # it says so of another outlet
    ],
)
def test_a_sentence_in_which_an_outlet_sets_itself_right_is_a_caveat(name, line):
    told = "The Beacon corrects its report of 2 March: 4 are missing, not 14."
    lines = page.read_lines(f"The quay stays shut. {told}\n")
    found = labels.find_corrections(lines, Known(value=name, basis="supplied"))
    assert found == ((line,) if line else ())


def test_front_matter_is_read_and_marked(article):
    document = article(
        f'---\ntitle: "Water: a refusal"\nauthor: Jane Doe\ndate: 2024-05-03\nurl: '
        f"https://example.org/a\n---\n{BODY}",
        name="a.md",
    )
    assert facts(document) == {
        "title": ("Water: a refusal", "stated"),
        "author": ("Jane Doe", "stated"),
        "published": ("2024-05-03", "stated"),
    }
    assert document.url == "https://example.org/a"


@pytest.mark.parametrize(
    ("matter", "known"),
    [
        (
            (
                'author:\n  - "[[Jane Doe]]"\n  - Piet Vos\nsource: "https://example.org/a"\n'
                "created: 2024-05-09\npublished: 2024-05-03"
            ),
            {"author": "Jane Doe, Piet Vos", "published": "2024-05-03", "url": True},
        ),
        (
            (
                "authors: [Jane Doe, 'Piet Vos']\nsource: https://example.org/a\n"
                "publisher: The Beacon\ndate: 2024-05-03"
            ),
            {"author": "Jane Doe, Piet Vos", "published": "2024-05-03", "url": True}
            | {"outlet": "The Beacon"},
        ),
        (
            "byline: Jane Doe\ntitle: The port's 'refusal'\nurl: The Beacon\nsource: The Beacon",
            {"author": "Jane Doe", "title": "The port's 'refusal", "outlet": "The Beacon"},
        ),
        ("tags:\n- water\n- ports\nsource: https://example.org/a", {"url": True}),
    ],
)
def test_front_matter_of_notes_and_clippers(article, matter, known):
    document = article(f"---\n{matter}\n---\n{BODY}", name="a.md")
    url = known.pop("url", False)
    assert {field: value for field, (value, _) in facts(document).items()} == known
    assert document.url == ("https://example.org/a" if url else None)


def test_nested_values_and_days_that_do_not_exist_are_passed_over(article):
    assert facts(
        article(f"---\ntitle: [Water]\ndate: 2024-02-31\nsource: The Beacon\n---\n{BODY}")
    ) == {"outlet": ("The Beacon", "stated")}


@pytest.mark.parametrize(
    "line",
    [
        "Korrektur: In einer früheren Version hieß es, die Flüsse seien um drei Meter gestiegen.",
        "Rectificatif : le conseil compte neuf membres, et non dix.",
        "訂正：会議は五月三日でした。",
    ],
)
def test_a_correction_in_another_language_is_a_caveat(article, line):
    document = article(f"Town refuses to pay\n\n{BODY}\n\n{BODY}\n\n{line}")
    assert document.caveats == (line,)


def test_a_damaged_file_carries_a_caveat(article):
    document = article((BODY + "“" * 30).encode() + b"\xe2\x80")
    assert document.caveats == ("Breaks in the UTF-8 encoding of the file: 1.",)


def test_dashes_that_close_nothing_are_no_front_matter(article):
    assert facts(article(f"---\ntitle: Water\n{BODY}")) == {}


@pytest.mark.parametrize(
    ("opening", "author", "published"),
    [
        ("LONDON, March 3, 2024 (Reuters) - ", ("Reuters", "stated"), ("2024-03-03", "stated")),
        ("LONDON (AP) — ", ("AP", "stated"), None),
        ("New York, 3 March — ", None, None),
        ("Kiel (dpa) - ", ("dpa", "stated"), None),
        ("Kiel (dpa/lno) - ", ("dpa/lno", "stated"), None),
        ("Bergen (ntb) – ", ("ntb", "stated"), None),
    ],
)
def test_a_dateline_is_marked_and_names_the_agency(article, opening, author, published):
    document = article(opening + BODY)
    assert facts(document).get("author") == author
    assert facts(document).get("published") == published
    assert [
        document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "dateline"
    ] == [opening.strip()]


def test_a_dateline_may_stand_in_a_line_of_its_own(article):
    document = article(f"Missing in Calder\n\nCalder, March 3, 2026 (CNS) --\n\n{BODY}")
    assert facts(document)["published"] == ("2026-03-03", "stated")
    assert [m.kind for m in document.marks][:2] == ["title", "dateline"]
    bare = article(f"Missing in Calder\n\nCALDER --\n\n{BODY}")
    assert "dateline" not in {mark.kind for mark in bare.marks}


@pytest.mark.parametrize(
    ("opening", "text", "day"),
    [
        ("CALDER, March 2 (CNS) -- ", "It fell on Monday. Repairs began on 1 March 2026.", "2026-03-02"),
        ("CALDER, Mar. 2 (CNS) --\n\n", "It fell on Monday. It was built by 30 May 2026.", "2026-03-02"),
        ("CALDER, 2 March — ", "On Monday it fell. Of 3 May 1990 and 3 January 2026.", "2026-03-02"),
        ("CALDER, Dec. 30 (CNS) — ", "It fell on Wednesday. It opens on 4 January 2027.", "2026-12-30"),
        ("CALDER, March 2 (CNS) -- ", "It fell on Monday.", None),  # nothing tells the year
        ("CALDER, March 2 (CNS) -- ", "Repairs began on 1 March 2026.", None),  # no weekday
        ("CALDER, March 2 (CNS) -- ", "It fell on Sunday. Repairs began on 1 March 2026.", None),
        ("CALDER, March 2 (CNS) -- ", "It fell last Monday. Repairs began on 1 March 2026.", None),
        ("CALDER, March 2 (CNS) -- ", "It falls on Mondays. Repairs began on 1 March 2026.", None),
        ("CALDER, March 2 (CNS) -- ", "It fell on Monday. It began on 3 June 2026.", None),  # far
        ("CALDER, March 2 (CNS) -- ", "It fell on Monday. On 1 March 2026; until 2027.", None),
        ("CALDER, March 2 (CNS) -- ", "It fell on Monday. On 1 March 2026, on 9 May 2027.", None),
        ("CALDER (CNS) -- ", "It fell on Monday, March 2. Repairs began on 1 March 2026.", None),
        ("CALDER, Feb. 29 (CNS) -- ", "It fell on Sunday. Repairs began on 1 March 2026.", None),
    ],
)  # fmt: skip
def test_the_year_of_a_dateline_comes_from_the_article_where_the_weekday_fits(
    article, opening, text, day
):
    document = article(f"{opening}The bridge of Calder is being repaired by nine men. {text}")
    assert facts(document).get("published") == (day and (day, "inferred"))
    if day:
        (span,) = document.published.evidence
        assert document.text[span.start : span.end] == opening.strip()


@pytest.mark.parametrize("opening", ["Damascus – the capital – ", "Holst (left) - a diver - "])
def test_a_sentence_that_begins_with_a_name_and_a_dash_has_no_dateline(article, opening):
    assert not [mark for mark in article(opening + BODY).marks if mark.kind == "dateline"]


CAPTION = "The mayor (left) in front of the town hall on February 29, 2024\n\n"


def test_a_dated_caption_and_the_same_day_without_its_year_give_a_range(article):
    document = article(
        CAPTION + BODY + "\nOn February 29 the mayor had promised to pay for everything at once.\n"
    )
    assert facts(document)["published"] == ("2024-02-29/2025-02-28", "inferred")
    assert len(document.published.evidence) == 2


@pytest.mark.parametrize(
    "sentence",
    ["", "\nOn February 29, 2024 the mayor had promised to pay for everything at once.\n"],
)
def test_a_dated_caption_alone_proves_no_last_day(article, sentence):
    assert "published" not in facts(article(CAPTION + BODY + sentence))


def test_the_supplied_wins_and_a_conflict_is_noted(article):
    document = article(
        f"Town refuses to pay\n\n3 May 2024\n\n{BODY}", published="2024-05-04", outlet="The Beacon"
    )
    assert (document.published.value, document.published.basis) == ("2024-05-04", "supplied")
    assert "2024-05-03" in document.published.note
    assert (document.outlet.value, document.outlet.basis) == ("The Beacon", "supplied")


def test_the_five_articles_say_what_a_careful_reader_finds(described):
    assert facts(described["000"]) == {}
    assert facts(described["001"]).keys() == {"outlet", "kind"}
    assert described["001"].translated
    assert len(described["001"].caveats) == 1
    assert facts(described["002"])["outlet"][1] == "inferred"
    assert facts(described["003"]).keys() == {"title", "outlet", "author", "published"}
    assert facts(described["003"])["published"] == ("2025-07-31/2026-07-30", "inferred")
    assert facts(described["004"]) == {"published": ("2025-11-18", "stated")}
    assert {document.language for document in described.values()} == {"en"}


@pytest.mark.parametrize(
    ("lines", "outlet", "author", "published"),
    [
        ("Ondova Mirror, 20 March 2026", "Ondova Mirror", None, "2026-03-20"),
        ("The Teyn Standard, 25 March 2026", "The Teyn Standard", None, "2026-03-25"),
        (
            "By Jane Doe\n\nThe Teyn Standard, March 25, 2026",
            "The Teyn Standard",
            "Jane Doe",
            "2026-03-25",
        ),
        ("By Jane Doe, The Halden Courier", "The Halden Courier", "Jane Doe", None),
        ("By Jane Doe, Senior Correspondent", None, "Jane Doe", None),
        ("By Jane Doe, Velde", None, "Jane Doe", None),
        ("Velde, 20 March 2026", None, None, "2026-03-20"),
        ("Halden Wire, 20 March 2026", "Halden Wire", None, "2026-03-20"),
        ("By Jane Doe\nHorizon, 20 March 2026", "Horizon", "Jane Doe", "2026-03-20"),
        ("OBC, 20 March 2026", "OBC", None, "2026-03-20"),
        ("The Teyn Post\n20 March 2026", "The Teyn Post", None, "2026-03-20"),
        ("The Teyn Post\nBremen, Friday 20 March 2026", "The Teyn Post", None, "2026-03-20"),
        (
            "Teyn Courier\nBremen, 20 March 2026\nBy Jana Holm",
            "Teyn Courier",
            "Jana Holm",
            "2026-03-20",
        ),
        (
            "The Teyn Ledger\nJames Doe and Anna Holm\n20 March 2026",
            "The Teyn Ledger",
            "James Doe and Anna Holm",
            "2026-03-20",
        ),
        ("Teyn Today\n20 March 2026", "Teyn Today", None, "2026-03-20"),
        ("Reuters\n20 March 2026", "Reuters", None, "2026-03-20"),
        ("Middle East\n20 March 2026", None, None, "2026-03-20"),
        ("Teyn Today\nThe bridge over the Velde", None, None, None),
        ("Sorrel Wire\n20 March 2026", "Sorrel Wire", None, "2026-03-20"),
        ("20 March 2026, Halden Wire", "Halden Wire", None, "2026-03-20"),
        ("Friday, 20 March 2026 – The Teyn Post", "The Teyn Post", None, "2026-03-20"),
        ("The Teyn Post (20 March 2026)", "The Teyn Post", None, "2026-03-20"),
        ("Jane Doe (20 March 1976)", None, None, None),
        ("Published in The Teyn Post on 20 March 2026", "The Teyn Post", None, "2026-03-20"),
        ("First published by OBC on March 20, 2026.", "OBC", None, "2026-03-20"),
        ("March 20, 2026 | World Politics", None, None, "2026-03-20"),
        ("20 March 2026, Port Teyn", None, None, None),
        ("Posted on 20 March 2026 by Jane Doe", None, "Jane Doe", "2026-03-20"),
        ("Published: March 20, 2026, by Jane Doe", None, "Jane Doe", "2026-03-20"),
        ("20 March 2026 | By Jane Doe", None, "Jane Doe", "2026-03-20"),
        ("Updated 20 March 2026 by Jane Doe", None, "Jane Doe", None),
        ("New York, 20 March 2026", None, None, "2026-03-20"),
        ("San Miguel Arriba, 20 March 2026", None, None, "2026-03-20"),
        ("Sankt Velde, 20 March 2026", None, None, "2026-03-20"),
        ("Port Teyn, 20 March 2026", None, None, "2026-03-20"),
        ("Jane Doe, 20 March 2026", None, None, "2026-03-20"),
        ("The Teyn Standard, 25 March 2026\n\n24 March 2026", "The Teyn Standard", None, None),
        ("The Teyn Standard, 31 February 2026", None, None, None),
    ],
)
def test_a_line_of_outlet_and_date_names_both(article, lines, outlet, author, published):
    found = facts(article(f"Town refuses to pay for its water\n\n{lines}\n\n{BODY}"))
    assert found.pop("title") == ("Town refuses to pay for its water", "stated")
    stated = {"outlet": outlet, "author": author, "published": published}
    assert found == {name: (value, "stated") for name, value in stated.items() if value}


@pytest.mark.parametrize(
    "line",
    [
        "Press release — Orvill Steel, Teyn, 20 March 2026",
        "Media release: Orvill Steel, 20 March 2026",
    ],
)
def test_the_line_of_a_release_names_its_issuer_and_its_day(article, line):
    found = article(f"Town refuses to pay for its water\n\n{line}\n\n{BODY}")
    assert (found.outlet.value, found.published.value) == ("Orvill Steel", "2026-03-20")
    assert found.kind.value == "release"


@pytest.mark.parametrize(
    ("name", "body", "outlet"),
    [
        ("The Morvane", BODY, "The Morvane"),
        ("Morvane", f"{BODY}\n\nThe mayor told Morvane that the town would pay.", "Morvane"),
        ("Morvane", BODY, None),  # a town, for all that is known
        ("The Hague", f"{BODY}\n\nA court in The Hague heard the town.", None),
        ("Politics", f"{BODY}\n\nThe mayor told Politics that the town would pay.", None),
        ("By Jana Holm", BODY, None),
    ],
)
def test_a_name_over_a_date_and_a_title_is_the_outlet(article, name, body, outlet):
    found = article(f"{name}\n\n20 March 2026\n\nTown refuses to pay for its water\n\n{body}")
    assert (found.outlet.value if found.outlet else None) == outlet
    assert found.title.value == "Town refuses to pay for its water"
    assert found.published.value == "2026-03-20"


def test_a_title_over_a_date_and_a_byline_is_no_outlet(article):
    found = article(f"The Long Drought\n\n20 March 2026\n\nBy Jana Holm\n\n{BODY}")
    assert found.outlet is None
    assert found.title.value == "The Long Drought"


def test_an_agency_stands_beside_the_byline_of_its_reporter(article):
    found = article(
        f"Town refuses to pay\n\nBy Jana Holm\n\nTEYN, 17 March 2026 (Northwire) – {BODY}"
    )
    assert (found.author.value, found.agency.value) == ("Jana Holm", "Northwire")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Press release, 20 March 2026", "release"),
        ("News release | March 20, 2026", "release"),
        ("Opinion, 20 March 2026", "opinion"),
    ],
)
def test_a_label_beside_a_date_says_of_which_kind_the_article_is(article, line, kind):
    found = article(f"Town refuses to pay for its water\n\n{line}\n\n{BODY}")
    assert (found.outlet, found.published.value) == (None, "2026-03-20")
    assert found.kind.value == kind


def test_a_dateline_with_an_agency_says_when_and_by_whom(article):
    found = article(f"Town refuses to pay\n\nTEYN, 17 March 2026 (Northwire) – {BODY}")
    assert facts(found)["published"] == ("2026-03-17", "stated")
    assert (found.author.value, found.author.note) == ("Northwire", "dateline")
    assert found.agency == found.author


@pytest.mark.parametrize(
    "line",
    [
        "By Jana Holm, 16 September 2025",
        "Von Jana Holm, 16 September 2025",
        "By The Coast Post, 16 September 2025",
        "Words by Jana Holm | 16 September 2025",
    ],
)
def test_a_byline_before_a_date_is_no_outlet(article, line):
    document = article(f"Water refused\n\n{line}\n\n{BODY}")
    assert document.outlet is None
    assert document.published.value == "2025-09-16"


@pytest.mark.parametrize(
    ("more", "house"),
    [({}, "Olm Post"), ({"source": "Teyn Wire"}, "Teyn Wire"), (None, None)],
)
def test_the_title_of_a_json_feed_names_the_house_of_its_entries(article, more, house):
    words = "The council of Olm voted on Tuesday to open the quay again, after months of repairs."
    entry = {"title": "Quay", "content_text": words, **(more or {})}
    told = {"title": "Olm Post", "items": [entry]}
    if more is not None:
        told["version"] = "https://jsonfeed.org/version/1.1"
    made = article(json.dumps(told), "a.json")
    assert (made.outlet.value if made.outlet else None) == house
