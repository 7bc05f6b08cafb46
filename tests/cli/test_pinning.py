"""What `briefing pin` and `exclude` say and refuse, before anything is written."""

import pytest

from tests.projects.desk import Desk, statements

CONFIG = """\
brief: {title: The lock at Tarn, as_of: 2026-05-20}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: lock, title: The lock, terms: [lock, barge*, gate*], statements: 2}
  - {slug: money, title: Money, terms: [crowns, cost*], statements: 2}
outputs: [{kind: json}]
"""
ARTICLES = {
    "a.txt": """\
Lock at Tarn jams, 30 barges wait

By Mia Holt

Tarn Herald, 12 May 2026

The gates of the lock at Tarn jammed on Monday, the waterways office said, and 30 barges wait there.

A goods train killed a deer near Halden at dawn, the railway police said.

The office said that divers had found a chain. It did not say whose chain it was.

The shippers' union wants both sides to share the cost of 40,000 crowns.

“This must never happen again in this valley,” the mayor of Tarn, Ole Brandt, told the council.

Skipper Ada Rehn said that the lock keeper had been asleep since last week.

The keeper denied that. His wife said that he had worked all night.

A report [of 2019] said that the gate was old.
""",
    "b.txt": """\
Mayor resigns over lock

Tarn Post, 14 May 2026

The mayor of Tarn, Ole Brandt, denied on Thursday that he would resign over the lock.

The lock has cost the town two million crowns since 2019, the treasurer Ida Moe said.
""",
    "c.txt": """\
Retraction: Barge sinks in the lock at Tarn

Tarn Evening News, 15 May 2026

Tarn Evening News has retracted this article, which was wrong: no barge sank in the lock at Tarn.

A barge with 90 tonnes of salt sank in the lock at Tarn on Wednesday, a witness said.
""",
}


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """A brief of two articles and one that its outlet has taken back."""
    folder = tmp_path / "tarn"
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


def pin(desk, place, section="lock"):
    return desk.run("pin", f"articles/{place}", "--section", section)


TOLD = {
    "a sentence whose quotation points to what all know": (
        "a.txt:8",
        ("  told in lock: “This must never happen again in this valley,” the mayor of Tarn, Ole "
        "Brandt, told the council.\n"),
    ),
    "a word that nothing before explains": (
        "a.txt:7",
        "  told in lock: The shippers' union wants both sides to share the cost of 40,000 crowns.\n",
    ),
    "a claim with its denial": (
        "a.txt:9",
        ("  told in lock: Skipper Ada Rehn said that the lock keeper had been asleep since last week "
        "[4–10 May 2026]. The keeper denied that.\n"
        "  with passage 10 behind it, which may take back what it says\n"),
    ),
    "a denial that does not say of what": (
        "a.txt:10",
        ("  told in lock: Skipper Ada Rehn said that the lock keeper had been asleep since last week "
        "[4–10 May 2026]. The keeper denied that. His wife said that he had worked all night.\n"
        "  with passage 9 before it, which says what its first words point to\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", TOLD)
def test_a_pin_tells_what_is_pinned_and_says_what_is_told_along(desk, what):
    place, told = TOLD[what]
    number = place.partition(":")[2]
    assert pin(desk, place) == (
        0,
        f"analyst.yaml: pinned passage {number} of articles/a.txt\n{told}",
        "",
    )
    assert desk.run("build", "-q") == (0, "", "")
    assert desk.run("verify")[0] == 0


def test_what_the_title_is_taken_for_is_said_and_obeyed(desk):
    code, out, err = pin(desk, "a.txt:1")
    assert (code, err) == (
        0,
        (
            "articles/a.txt:1: warning: taken for the title, not for text of the article; it is told "
            "all the same (pin a passage of the body, if that says it too)\n"
        ),
    )
    assert "told in lock: Lock at Tarn jams, 30 barges wait." in out
    assert desk.run("build", "-q")[0] == 0


REFUSED = {
    "a byline": (
        "a.txt:2",
        (
            "it can't be told: it is taken for the byline, and is no sentence (pin a passage of the "
            "body)"
        ),
    ),
    "outlet and day": (
        "a.txt:3",
        (
            "it can't be told: it is taken for the line that names outlet and day, and is no sentence "
            "(pin a passage of the body)"
        ),
    ),
    "a title that its text denies": (
        "b.txt:1",
        (
            "it can't be told: what passage 3 says (“The mayor of Tarn, Ole Brandt, denied on Thursday "
            "that he…”) may deny it, and can't be told behind it (pin passage 3 instead)"
        ),
    ),
    "a withdrawn article": (
        "c.txt:4",
        (
            "Withdrawn by its outlet, as it says itself: nothing of it is told (pin a passage of "
            "another article)"
        ),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_pin_that_could_not_be_built_is_refused_in_one_line_and_not_written(desk, what):
    place, why = REFUSED[what]
    assert pin(desk, place) == (2, "", f"articles/{place}: error: {why}\n")
    assert not (desk.folder / "analyst.yaml").exists()


def test_a_passage_that_no_section_takes_is_refused_with_the_sections(desk):
    assert desk.run("pin", "articles/a.txt:5") == (
        2,
        "",
        (
            "articles/a.txt:5: error: it can't be told: no section's tags fit it (name the section "
            "that is to tell it: lock or money)\n"
        ),
    )


def test_the_same_written_by_hand_fails_the_build_at_its_place(desk):
    desk.analyst("# ours\npin:\n  - {path: articles/a.txt, passage: 2, section: lock}\n")
    code, _, err = desk.run("build")
    assert code == 2
    assert err == (
        "analyst.yaml:3:5: error: passage 2 of articles/a.txt is pinned and can't be told: it is "
        "taken for the byline, and is no sentence (pin a passage of the body)\n"
    )


def test_pinned_twice_then_excluded_then_pinned_again(desk):
    said = "analyst.yaml: pinned passage 7 of articles/a.txt"
    assert pin(desk, "a.txt:7")[1].startswith(f"{said}\n  told in lock: ")
    assert pin(desk, "a.txt:7") == (0, f"{said} (it said so already)\n", "")
    exclude = ("exclude", "articles/a.txt:7", "--reason", "late")
    assert desk.run(*exclude) == (
        0,
        "analyst.yaml: excluded passage 7 of articles/a.txt; pinned no longer\n",
        "",
    )
    assert pin(desk, "a.txt:7")[1].startswith(f"{said}; excluded no longer\n")


def test_what_a_pin_needs_is_not_excluded_and_the_other_way_round(desk):
    assert pin(desk, "a.txt:9")[0] == 0
    pinned = "passage 9 of articles/a.txt is pinned in line 2 of analyst.yaml"
    before = (desk.folder / "analyst.yaml").read_text()
    for what, why in (
        ("articles/a.txt:10", f"it can't be excluded: {pinned}, and can't be told without it"),
        ("articles/a.txt", f"it can't be excluded: {pinned}, and is part of it"),
    ):
        assert desk.run("exclude", what, "--reason", "late") == (
            2,
            "",
            f"{what}: error: {why} (take that pin out first)\n",
        )
    assert (desk.folder / "analyst.yaml").read_text() == before
    (desk.folder / "analyst.yaml").unlink()
    assert desk.run("exclude", "articles/a.txt:10", "--reason", "late")[0] == 0
    assert pin(desk, "a.txt:9") == (
        2,
        "",
        (
            "articles/a.txt:9: error: it can't be told: it needs passage 10, which is excluded in line "
            "2 (take one of them out)\n"
        ),
    )


def test_a_pin_of_what_is_withdrawn_later_orders_nothing_and_says_so(desk):
    article = desk.folder / "articles" / "c.txt"
    article.write_text(
        ARTICLES["c.txt"].replace("Retraction: ", "").replace("has retracted", "had")
    )
    assert pin(desk, "c.txt:4")[0] == 0
    article.write_text(ARTICLES["c.txt"])
    code, _, err = desk.run("build")
    assert code == 0
    assert "analyst.yaml:2:5: warning: stale: Withdrawn by its outlet, as it says itself" in err
    assert "is pinned, and its outlet has withdrawn it" in desk.run("check")[2]


def test_a_pin_of_a_passage_that_changed_is_stale_and_another_pin_renews_it(desk):
    assert pin(desk, "a.txt:7")[0] == 0
    article = desk.folder / "articles" / "a.txt"
    article.write_text(article.read_text().replace("40,000 crowns", "50,000 crowns"))
    assert "stale: passage 7 of articles/a.txt has changed" in desk.run("build")[2]
    assert "50,000 crowns" in pin(desk, "a.txt:7")[1]
    assert desk.run("build", "-q") == (0, "", "")


PAIR = """\
Ferries stop at Tarn

Tarn Herald, 13 May 2026

The ferry company Ister Lines stopped its service at Tarn on Monday because of the lock.

It lost 300,000 crowns in two days while the lock was shut, the firm's director Eva Lund said.

Nils Grann, who keeps the lock, opened it at 6 a.m. on Wednesday after divers had taken out a chain. \
A barge with 40 tonnes of salt for the mills of Halden passed first, skipper Ada Rehn told the Herald.
"""


def told(desk):
    return {one["number"]: one for one in statements(desk.brief())}


def number_of(desk, words):
    return next(number for number, one in told(desk).items() if words in one["text"])


@pytest.fixture
def ferries(desk):
    """The desk with an article of which statements join passages, or are a part of one."""
    for one in (desk.folder / "articles").iterdir():
        one.unlink()
    (desk.folder / "articles" / "p.txt").write_text(PAIR, encoding="utf-8")
    config = desk.folder / "config.yaml"
    config.write_text(CONFIG.replace(", statements: 2", ", statements: 5"), encoding="utf-8")
    assert desk.run("build", "-q")[0] == 0
    return desk


def test_a_statement_that_joins_passages_is_pinned_as_it_is(ferries):
    (joined,) = [
        one
        for one in statements(ferries.brief())
        if {3, 4} <= {cited["passage"] for cited in one["citations"]}
    ]
    code, out, err = ferries.run("pin", joined["number"])
    assert (code, err) == (0, "")
    assert f": {joined['text']}\n" in out
    assert ferries.run("build", "-q")[0] == 0
    again = told(ferries)[number_of(ferries, "300,000 crowns")]
    assert (again["text"], again.get("pinned")) == (joined["text"], True)
    assert ferries.run("verify")[0] == 0


def test_two_statements_of_one_passage_are_pinned_and_excluded_together(ferries):
    for words in ("opened it", "40 tonnes of salt"):
        code, out, _ = ferries.run("pin", number_of(ferries, words))
        assert code == 0
        assert out.count("told in") == 1
    ferries.run("build", "-q")
    pinned = [one["text"] for one in statements(ferries.brief()) if one.get("pinned")]
    assert len(pinned) == 2
    text = (ferries.folder / "analyst.yaml").read_text()
    assert text.count("statement: k") == 2
    (ferries.folder / "analyst.yaml").write_text(text.replace("statement: k", "statement: kk"))
    ferries.run("build", "-q")
    assert [one["text"] for one in statements(ferries.brief()) if one.get("pinned")] == pinned
    code, out, _ = ferries.run("exclude", "articles/p.txt:5", "--reason", "late")
    assert (code, out) == (
        0,
        "analyst.yaml: excluded passage 5 of articles/p.txt; pinned no longer\n",
    )
    assert "statement" not in (ferries.folder / "analyst.yaml").read_text()


def test_words_are_corrected_in_the_passage_of_a_statement_that_says_them(ferries):
    number = number_of(ferries, "300,000 crowns")
    for words, passage in (("on Monday", 3), ("two days", 4)):
        correct = ("correct", number, "--was", words, "--now", "x", "--reason", "y")
        assert ferries.run(*correct) == (
            0,
            f"analyst.yaml: corrected passage {passage} of articles/p.txt\n",
            "",
        )


@pytest.mark.parametrize(
    ("place", "doubt"),
    [
        ("articles/c.txt:4", "articles/c.txt, which its outlet has withdrawn"),
        ("articles/b.txt:4", "articles/b.txt, which is excluded in line 2 of analyst.yaml"),
    ],
)
def test_a_judgement_that_rests_on_what_is_withdrawn_or_excluded_is_warned_of(desk, place, doubt):
    desk.analyst("exclude:\n  - {path: articles/b.txt, reason: wrong}\n")
    words = ("judge", "So it seems.", "--likelihood", "likely", "--confidence", "low")
    code, out, err = desk.run(*words, "--cite", place)
    assert code == 0
    assert "judged, resting on" in out
    assert err.startswith(f"{place}: warning: the judgement rests on ")
    assert doubt in err
    assert err.count("\n") == 1
    code, _, err = desk.run("build")
    assert code == 0
    assert "analyst.yaml" in err
    assert desk.run("verify")[0] == 0


def test_a_source_that_a_judgement_alone_cites_has_a_number_behind_the_others(desk):
    desk.analyst(
        "exclude: [{path: articles/b.txt, reason: wrong}]\n"
        "judgements: [{text: So it seems., likelihood: likely, confidence: low, "
        "cites: [{path: articles/b.txt, passage: 4}]}]\n"
    )
    assert desk.run("build")[0] == 0
    brief = desk.brief()
    (cited,) = brief["judgements"][0]["citations"]
    told = {one["source"] for it in statements(brief) for one in it["citations"]}
    numbers = {one["id"]: one["number"] for one in brief["sources"]}
    assert cited["source"] not in told
    assert numbers[cited["source"]] > max(numbers[one] for one in told) > 0
    assert desk.run("verify")[0] == 0


MORE = {
    "d.txt": """\
Thaw at Orm

Orm Gazette, 12 May 2026

Spokeswoman Lea Kvist said that 41 barges waited at the lock of Orm on Tuesday.

The gates of the lock of Orm froze in the night of Monday, the harbour office said.

Engineers at the lock of Orm heated the gates with steam on Tuesday, the office said.

___

Contact: Harbour office, post@orm.example, telephone 01 555
""",
    "e.txt": """\
Gates of Orm work again

Orm Gazette, 16 May 2026

The gates of the lock of Orm work again, the harbour office said.

Correction: An earlier report on 12 May gave a wrong number of barges. Lea Kvist said that 14 barges \
waited at the lock of Orm, not 41.
""",
}


@pytest.fixture
def orm(desk):
    """The same with two articles more, of which the later corrects the earlier."""
    for name, text in MORE.items():
        (desk.folder / "articles" / name).write_text(text, encoding="utf-8")
    return desk


def test_a_line_with_an_address_is_warned_of(orm):
    code, _, err = pin(orm, "d.txt:7")
    assert code == 0
    assert err.startswith(
        "articles/d.txt:7: warning: taken for a line of whom to write to, not for text of the art"
    )


def test_a_line_without_a_letter_is_no_sentence(orm):
    said = "it can't be told: it holds no sentence (pin a passage of the body)"
    assert pin(orm, "d.txt:6") == (2, "", f"articles/d.txt:6: error: {said}\n")


def test_what_its_outlet_corrected_later_is_warned_of_with_its_place(orm):
    code, _, err = pin(orm, "d.txt:3")
    assert code == 0
    assert err.startswith(
        "articles/d.txt:3: warning: its outlet has corrected what it says: articles/e.txt, “"
    )
    assert pin(orm, "d.txt:4")[2] == ""


def test_a_pin_says_which_statements_go_for_it(orm):
    config = CONFIG.replace("statements: 2", "statements: 1", 1)
    (orm.folder / "config.yaml").write_text(config, encoding="utf-8")
    assert orm.run("build", "-q")[0] == 0
    before = {one["key"]: one["number"] for one in statements(orm.brief())}
    _, out, _ = pin(orm, "a.txt:5", "lock")
    assert orm.run("build", "-q")[0] == 0
    after = {one["key"] for one in statements(orm.brief())}
    gone = [number for key, number in before.items() if key not in after]
    assert gone
    assert out.splitlines()[-1] == f"  instead of {' and '.join(gone)}"
