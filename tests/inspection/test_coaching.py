"""What `check` says of things left out: each with its line and what to type."""

import re

import pytest

from tests.projects.desk import Desk

CONFIG = """\
brief: {title: The mill at Ormen, as_of: latest}
sources:
  - {kind: folder, path: articles}
outlets:
  Ormen Post: {reliability: B}
sections:
  - slug: mill
    title: The mill
    terms: [mill, wheel*]
  - slug: money
    title: Money
    terms: [crowns, cost]
outputs: [{kind: markdown}, {kind: json}]
"""
SIDECAR = "b.txt: {kind: report, reliability: C}\n"
ARTICLES = {
    "a.txt": """\
Mill at Ormen reopens

Ormen Post, 5 May 2026

The mill at Ormen reopened on 4 May 2026 after its wheel was repaired, the town said.

The repair cost two million crowns, the treasurer Ada Nyholm said.
""",
    "b.txt": """\
Mill grinds again

Ormen Post, 6 May 2026

The mill will grind 40 tonnes of rye for the bakers of the valley this summer, Ada Nyholm said.
""",
}
ANALYST = """\
judgements:
  - text: It will stay open.
    likelihood: likely
    confidence: low
    cites:
      - {path: articles/a.txt, quote: The repair cost two million crowns}
"""


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """A small brief in which nothing is left out."""
    folder = tmp_path / "mill"
    (folder / "articles").mkdir(parents=True)
    for name, text in {**ARTICLES, "sources.yaml": SIDECAR}.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    (folder / "analyst.yaml").write_text(ANALYST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


def change(name, old, new):
    def plant(desk):
        path = desk.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


def add(name, text):
    return lambda desk: (desk.folder / name).write_text(text, encoding="utf-8")


def several(*plants):
    def plant(desk):
        for one in plants:
            one(desk)

    return plant


PAGE = (
    "<html><body><article><h1>Mill</h1><p>The mill cost "
    "crowns.</p></article><nav>{}</nav></body></html>"
)
OMISSIONS = {
    "a term misspelt": (
        change("config.yaml", "[mill, wheel*]", "[mill, weel]"),
        (
            r"config\.yaml:9:19: warning: the term 'weel' is met by no article \(did you mean "
            r"'wheel'\?\)"
        ),
    ),
    "a term of nothing": (
        change("config.yaml", "[crowns, cost]", "[crowns, cost, dredging]"),
        r"config\.yaml:12:27: warning: the term 'dredging' is met by no article \(take it out",
    ),
    "a word of a title alone": (
        change("config.yaml", "[crowns, cost]", "[crowns, cost, again]"),
        (
            r"config\.yaml:12:27: warning: the term 'again' is met only in the title of "
            r"articles/b\.txt, where terms are not looked for \(take a word that the text has"
        ),
    ),
    "a right word that is near another": (
        change("config.yaml", "[crowns, cost]", "[crowns, cost, coast]"),
        r"config\.yaml:12:27: warning: the term 'coast' is met by no article \(take it out",
    ),
    "a phrase with a word misspelt": (
        change("config.yaml", "[crowns, cost]", "[crowns, cost, treasuerer Ada]"),
        r"config\.yaml:12:27: warning: .* \(did you mean 'treasurer Ada'\?\)",
    ),
    "a phrase that is never said": (
        change("config.yaml", "[crowns, cost]", "[crowns, cost, city council]"),
        r"config\.yaml:12:27: warning: the term 'city council' is met by no article",
    ),
    "a section without a passage": (
        change("config.yaml", "outputs", "  - {slug: sea, title: Sea, terms: [storm]}\noutputs"),
        r"config\.yaml:13:5: warning: the section 'sea' stays empty: its terms fit no passage",
    ),
    "a section whose articles are old": (
        several(
            change("config.yaml", "as_of: latest", "as_of: latest, window: 30d"),
            change(
                "config.yaml", "outputs", "  - {slug: sea, title: Sea, terms: [storm]}\noutputs"
            ),
            add(
                "articles/o.txt",
                "Storm\n\nOrmen Post, 5 May 2019\n\nA storm broke 40 boats at Ormen on Sunday.\n",
            ),
        ),
        r"config\.yaml:13:5: warning: the section 'sea' stays empty: its terms fit 1 passage, of",
    ),
    "text that no section takes": (
        change("config.yaml", "[mill, wheel*]", "[wheel*]"),
        r"config\.yaml:\d+:\d+: warning: 1 of 3 passages .*articles/b\.txt:3 .*briefing pin",
    ),
    "an outlet that the desk does not know": (
        change("articles/a.txt", "Ormen Post, 5 May 2026", "Hillside\n\n5 May 2026"),
        r"articles/a\.txt:3:1: warning: 'Hillside' stands over the article.*Hillside: \{\}",
    ),
    "an outlet misspelt in the config": (
        change("config.yaml", "Ormen Post:", "Orman Post:"),
        (
            r"config\.yaml:5:3: warning: no article is of the outlet 'Orman Post' \(did you mean "
            r"'Ormen Post', as over articles/a\.txt"
        ),
    ),
    "a person misspelt in the config": (
        change("config.yaml", "outputs", "names: {people: [{name: Ada Nyholn}]}\noutputs"),
        r"config\.yaml:13:25: warning: no article has the name 'Ada Nyholn' \(did you mean 'Ada Ny",
    ),
    "a person misspelt in the analyst's file": (
        add("analyst.yaml", "people: [{name: Ada Nyhlom, role: treasurer}]\n"),
        r"analyst\.yaml:1:17: warning: no article has the name 'Ada Nyhlom' \(did you mean 'Ada Ny",
    ),
    "an outlet misspelt in the analyst's file": (
        add("analyst.yaml", "outlets: [{name: Ormen Psot, reliability: B}]\n"),
        r"analyst\.yaml:1:18: warning: no article has the name 'Ormen Psot'",
    ),
    "a path misspelt in the analyst's file": (
        add("analyst.yaml", "pin: [{path: article/b.txt, passage: 3, section: mill}]\n"),
        (
            r"analyst\.yaml:1:7: warning: stale: there is no source 'article/b\.txt'; did you "
            r"mean 'articles/b\.txt'\?"
        ),
    ),
    "a misspelt term of a question": (
        change(
            "config.yaml",
            "terms: [crowns, cost]",
            "terms: [crowns, cost]\n    questions: [{text: Who paid?, terms: [tresurer, tax]}]",
        ),
        r"config\.yaml:13:43: warning: the term 'tresurer' is met by .*did you mean 'treasurer'",
    ),
    "terms that a comma joins": (
        change("config.yaml", "[crowns, cost]", '["crowns, cost"]'),
        r"config\.yaml:12:13: warning: the term 'crowns, cost' is met by no article: it holds a com",
    ),
    "an outlet without a grade": (
        change("articles/a.txt", "Ormen Post, 5", "The Valley Ledger, 5"),
        r"articles/a\.txt: warning: 'The Valley Ledger' .*The Valley Ledger: \{reliability: …\}",
    ),
    "a date on which days hang": (
        several(
            change("articles/b.txt", "Ormen Post, 6 May 2026", "Ormen Post"),
            change("articles/b.txt", "this summer", "from Monday on"),
        ),
        r"articles/b\.txt: warning: its date is not known.*b\.txt: \{published: YYYY-MM-DD\}",
    ),
    "a date that the file's name has": (
        add(
            "articles/2026-05-07-mill.txt",
            "Mill open\n\nOrmen Post\n\nThe mill has cost the town much, the baker Hugo Lind "
            "said.\n",
        ),
        r"2026-05-07-mill\.txt: \{published: 2026-05-07\}",
    ),
    "an opinion by its title": (
        change("articles/a.txt", "Mill at Ormen reopens", "A mill to be proud of (Opinion)"),
        (
            r"articles/a\.txt:1:1: warning: its title says that it is opinion.*a\.txt: \{kind: "
            r"opinion\}"
        ),
    ),
    "an opinion by a label behind its title": (
        change("articles/a.txt", "Mill at Ormen reopens", "A mill to be proud of – Commentary"),
        r"articles/a\.txt:1:1: warning: its title says that it is opinion",
    ),
    "a feed that was never asked": (
        change(
            "config.yaml", "outlets:", "  - {kind: feed, url: 'https://feed.invalid/x'}\noutlets:"
        ),
        (
            r"config\.yaml:4:5: warning: nothing was ever fetched of this feed \(`briefing build "
            r"--online`"
        ),
    ),
    "pages that were never asked": (
        change(
            "config.yaml", "outlets:", "  - {kind: pages, urls: ['https://p.invalid/x']}\noutlets:"
        ),
        r"config\.yaml:4:5: warning: nothing was ever fetched of this pages",
    ),
    "a source in another language": (
        add(
            "articles/d.txt",
            "Notizie\n\nCorriere di Ormen, 5 maggio 2026\n\nIl mulino di Ormen è stato riaperto"
            " lunedì, ha comunicato il comune, dopo che la ruota era stata riparata.\n",
        ),
        r"articles/d\.txt: warning: this is in 'it', which no language pack serves: listed, and never quoted",
    ),
    "a value that YAML cuts in the config": (
        change("config.yaml", "title: Money", "title: Money #2"),
        r"config\.yaml:11:12: warning: 'Money' is all that YAML reads here.*quotation marks",
    ),
    "a value that YAML cuts in sources.yaml": (
        change("articles/sources.yaml", SIDECAR, "b.txt:\n  note: Part #3\n"),
        r"articles/sources\.yaml:2:9: warning: 'Part' is all that YAML reads here",
    ),
    "a kind misspelt": (
        change("articles/sources.yaml", "kind: report", "kind: reprot"),
        (
            r"articles/sources\.yaml:1:15: warning: there is no kind 'reprot' \(did you mean "
            r"'report'\?\)"
        ),
    ),
    "a kind that is a label of another": (
        change("articles/sources.yaml", "kind: report", "kind: Editorial"),
        r"sources\.yaml:1:15: warning: there is no kind 'Editorial' \(did you mean 'opinion'\?\)",
    ),
    "a kind that nobody knows": (
        change("articles/sources.yaml", "kind: report", "kind: statment"),
        (
            r"sources\.yaml:1:15: warning: there is no kind 'statment' \(known are analysis, .*; "
            r"another is printed as it is written\)"
        ),
    ),
    "an outlet of sources.yaml misspelt": (
        change("articles/sources.yaml", "{kind", "{outlet: Orman Post, kind"),
        (
            r"sources\.yaml:1:17: warning: the outlet 'Orman Post' is nearly 'Ormen Post' "
            r"\(did you mean 'Ormen Post'\?\)"
        ),
    ),
    "an outlet misspelt over an article": (
        change("articles/b.txt", "Ormen Post", "Ormen Pots"),
        r"articles/b\.txt: warning: the outlet 'Ormen Pots' is nearly 'Ormen Post'",
    ),
    "an outlet misspelt where the config has none": (
        several(
            change("config.yaml", "outlets:\n  Ormen Post: {reliability: B}\n", ""),
            change(
                "articles/sources.yaml",
                SIDECAR,
                "a.txt: {outlet: Associated Press}\nb.txt: {outlet: Asociated Press}\n",
            ),
        ),
        r"sources\.yaml:2:17: warning: the outlet 'Asociated Press' is nearly 'Associated Press'",
    ),
    "an outlet misspelt in the config that the analyst's file has right": (
        several(
            change("config.yaml", "Ormen Post:", "Orman Post:"),
            add("analyst.yaml", "outlets: [{name: Ormen Post, reliability: B}]\n"),
        ),
        r"config\.yaml:5:3: warning: no article is of the outlet 'Orman Post' \(did you mean 'Orme",
    ),
    "words of another figure": (
        add(
            "analyst.yaml",
            "correct: [{path: articles/b.txt, passage: 3, was: 60 tonnes, now: 4, reason: r}]\n",
        ),
        r"does not say '60 tonnes' \(did you mean '40 tonnes'\?\)",
    ),
    "words misquoted": (
        change("analyst.yaml", "cost two million", "cost of two million"),
        r"does not say .* \(did you mean 'The repair cost two million crowns'\?\)",
    ),
    "a judgement on what was withdrawn": (
        change("articles/a.txt", "The repair", "We have withdrawn this article.\n\nThe repair"),
        r"analyst\.yaml:6:9: warning: this judgement rests on articles/a\.txt, which .* withdrawn",
    ),
    "a judgement on an excluded source": (
        add("analyst.yaml", "exclude: [{path: articles/a.txt, reason: wrong}]\n" + ANALYST),
        (
            r"analyst\.yaml:7:9: warning: this judgement rests on articles/a\.txt, which is "
            r"excluded in line 1 of analyst\.yaml \(cite another source"
        ),
    ),
    "a judgement on an excluded passage": (
        add(
            "analyst.yaml",
            "exclude: [{path: articles/a.txt, passage: 4, reason: wrong}]\n" + ANALYST,
        ),
        r"analyst\.yaml:7:9: warning: this judgement rests on passage 4 of articles/a\.txt, which",
    ),
    "a page of which little is kept": (
        add(
            "articles/p.html",
            PAGE.format(" ".join(f"<a>Menu {n} and more</a>" for n in range(300))),
        ),
        r"articles/p\.html: warning: \d+ of its \d+ words were taken for the article",
    ),
    "a judgement without a seal": (
        change("analyst.yaml", "quote: The repair cost two million crowns", "passage: 4"),
        r"analyst\.yaml:6:9: warning: no hash: .*add hash: [0-9a-f]{12}",
    ),
}


def test_where_nothing_is_left_out_nothing_is_said(desk):
    assert desk.run("check") == (0, "config.yaml: no problems\n", "")


def test_a_byline_is_not_taken_for_an_outlet(desk):
    change("articles/a.txt", "Ormen Post, 5 May 2026", "By Ada Nyholm\n\n5 May 2026")(desk)
    assert desk.run("check") == (0, "config.yaml: no problems\n", "")


@pytest.mark.parametrize("what", OMISSIONS)
def test_an_omission_is_named_with_its_place_and_the_fix(desk, what):
    plant, said = OMISSIONS[what]
    plant(desk)
    code, _, err = desk.run("check")
    assert code == 0, err
    assert re.search(said, err), err
    assert all(": warning: " in line for line in err.splitlines())


def test_what_the_desk_has_described_is_not_asked_for_again(desk):
    change("articles/b.txt", "Ormen Post, 6 May 2026", "Hillside")(desk)
    change("articles/b.txt", "this summer", "from Monday on")(desk)
    change("articles/sources.yaml", SIDECAR, "b.txt: {note: A leaflet without place or day.}\n")(
        desk
    )
    assert desk.run("check") == (0, "config.yaml: no problems\n", "")


def test_a_kind_of_the_desks_own_is_noted_once(desk):
    own = "a.txt: {kind: statement}\nb.txt: {kind: statement}\n"
    change("articles/sources.yaml", SIDECAR, own)(desk)
    code, _, err = desk.run("check")
    assert code == 0
    assert err.startswith("articles/sources.yaml:1:15: note: there is no kind 'statement' (known")
    assert err.count("\n") == 1


def test_a_kind_that_is_misspelt_is_held_to_those_of_other_entries(desk):
    add("articles/c.txt", "Mill\n\nOrmen Post, 7 May 2026\n\nThe mill cost crowns.\n")(desk)
    kinds = ("statement", "statment", "statement")
    own = "".join(f"{n}.txt: {{kind: {kind}}}\n" for n, kind in zip("abc", kinds, strict=True))
    change("articles/sources.yaml", SIDECAR, own)(desk)
    _, _, err = desk.run("check")
    said = "sources.yaml:2:15: warning: there is no kind 'statment' (did you mean 'statement'?)"
    assert said in err


def test_a_judgement_on_what_was_withdrawn_is_said_once(desk):
    plant, said = OMISSIONS["a judgement on what was withdrawn"]
    plant(desk)
    _, _, err = desk.run("check")
    assert re.search(said, err)
    assert len([line for line in err.splitlines() if line.startswith("analyst.yaml")]) == 1, err


def test_near_names_of_two_outlets_are_left_alone(desk):
    change("articles/a.txt", "Ormen Post", "CBS News")(desk)
    change("articles/b.txt", "Ormen Post", "CBC News")(desk)
    change("config.yaml", "  Ormen Post: {reliability: B}", "  CBC News: {reliability: B}")(desk)
    _, _, err = desk.run("check")
    assert "did you mean" not in err, err
    assert "'CBS News' is not among the config's outlets" in err


def test_beside_a_pin_that_fails_all_else_is_said(desk):
    plant, said = OMISSIONS["a section without a passage"]
    plant(desk)
    add("analyst.yaml", "pin: [{path: articles/a.txt, passage: 2, section: mill}]\n")(desk)
    code, _, err = desk.run("check")
    assert code != 0
    assert "is pinned and can't be told" in err
    assert re.search(said, err), err


def test_after_a_build_the_same_is_said(desk):
    for plant, _ in (
        OMISSIONS["a term misspelt"],
        OMISSIONS["an outlet that the desk does not know"],
    ):
        plant(desk)
    before = desk.run("check")
    assert desk.run("build")[0] == 0
    assert desk.run("check") == before
