"""The desk in a real Chromium: renewal after every kind of save, acts by mouse, by keyboard,
light and dark, narrow and wide."""

import re

import pytest
from playwright.sync_api import expect

from briefing.settings.analyst import read_analyst

SLUGS = ("works", "talks")
LONG = 25_000  # milliseconds; a busy machine takes its time
ACTS = {
    "exclude": ("x", "Exclude", {"Why": "no news"}),
    "move": ("m", "Move", {"Into": "talks"}),
    "correct": ("c", "Correct", {"The source says": "four months", "Right is": "five months",
    "Why": "the register"}),
    "judgements": ("j", "Judge", {"Judgement": "It stays open.", "Likelihood": "likely",
    "Confidence": "low"}),
    "people": ("a", "Mark a person", {"Name": "Ruth Adeyemi", "Role": "harbour master"}),
    "outlets": ("o", "Mark the outlet", {"Outlet": "Vellin Post", "Reliability": "B",
    "Why": "owned by the port"}),
}  # fmt: skip


ESCAPING = """[...document.querySelectorAll(".card *")]
    .filter((one) => one.getBoundingClientRect().right > one.closest(".card").getBoundingClientRect().right)
    .map((one) => one.outerHTML)"""  # fields that stick out of their form


@pytest.fixture
def look(browser, desk):
    """A function that opens a page of the desk; at the end nothing may have been complained of."""
    contexts, said = [], []

    def opened(path="/", **options):
        usual = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce"}
        contexts.append(browser.new_context(**usual | options))
        contexts[-1].set_default_timeout(LONG)
        view = contexts[-1].new_page()
        view.on("console", lambda message: said.append(message.text))
        view.on("pageerror", lambda error: said.append(str(error)))
        view.goto(desk.address)
        if path != "/":
            view.goto(f"http://{desk.host}{path}")
        return view

    yield opened
    for context in contexts:
        context.close()
    assert [line for line in said if "status of 4" not in line] == []


@pytest.fixture
def item(desk):
    """The address of a statement's review, once what the test before took back is told again."""
    desk.settle()
    return f"/review/{desk.item('northern quay reopened')[0]}"


def decided(desk):
    return read_analyst(desk.folder, sections=SLUGS).file


def test_the_preview_follows_a_save_of_each_kind_of_file(look, desk):
    view = look()
    frame = view.frame_locator("#brief")
    expect(frame.locator("h1")).to_have_text("Harbour works", timeout=LONG)
    folder, wait = desk.folder, {"timeout": LONG}
    config, article = folder / "config.yaml", folder / "articles" / "d.txt"
    was = config.read_text()
    config.write_text(was.replace("title: Harbour works", "title: Works of the harbour"))
    expect(frame.locator("h1")).to_have_text("Works of the harbour", **wait)
    config.write_text(was)
    expect(frame.locator("h1")).to_have_text("Harbour works", **wait)
    article.write_text(
        "Pilots ask for lamps\n\nVellin Post, 14 March 2025\n\n"
        "Pilots asked for lamps along the channel on 14 March 2025, the port authority said.\n"
    )
    expect(frame.locator("body")).to_contain_text("Pilots ask for lamps", **wait)
    article.unlink()
    expect(frame.locator("body")).not_to_contain_text("Pilots ask for lamps", **wait)
    (folder / "analyst.yaml").write_text("exclude: [{path: articles/b.txt, reason: late}]\n")
    expect(frame.locator(".say", has_text="cranes")).to_have_count(0, **wait)
    (folder / "analyst.yaml").unlink()
    expect(frame.locator(".say", has_text="cranes").first).to_be_visible(**wait)
    theme = folder / "theme" / "theme.yaml"
    own = theme.read_text()
    theme.write_text(own.replace("#0b5563", "#123456"))
    expect(frame.locator("h2").first).to_have_css("color", "rgb(18, 52, 86)", **wait)
    theme.write_text(own)
    template = folder / "templates" / "partials"
    template.mkdir(parents=True)
    (template / "title.html.j2").write_text("<h1>{{ page.titel }}</h1>")
    expect(view.locator(".problems")).to_contain_text(
        "templates/partials/title.html.j2:1:1", **wait
    )
    (template / "title.html.j2").write_text("<h1>Ours: {{ page.title }}</h1>")
    expect(frame.locator("h1")).to_have_text("Ours: Harbour works", **wait)
    (template / "title.html.j2").unlink()
    expect(frame.locator("h1")).to_have_text("Harbour works", **wait)
    assert [one.name for one in (folder / "output" / "editions").iterdir()] == [".lock"]


def fill(card, fields):
    for label, value in fields.items():
        field = card.get_by_label(re.compile(f"^{label}"))
        if field.evaluate("(it) => it.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def visit(desk, view, item):
    """Open a statement's review; one that was let back in a moment ago is there with the brief
    that is made next.
    """

    def shows():
        view.goto(f"http://{desk.host}{item}")
        return view.locator("details", has_text="Exclude").count() > 0

    desk.until(shows)


def test_each_act_by_mouse(look, desk, item):
    view = look(item)

    def click(button):
        with view.expect_navigation():
            button.click()

    for key, name in (("keep", "Keep"), ("pin", "Pin")):
        view.goto(f"http://{desk.host}{item}")
        click(view.get_by_role("button", name=name, exact=True))
        assert len(getattr(decided(desk), key)) == 1
        click(view.get_by_role("button", name="Undo"))
        assert desk.analyst == ""
    for key, (_, title, fields) in ACTS.items():
        visit(desk, view, item)
        card = view.locator("details", has=view.locator("summary", has_text=title))
        card.locator("summary").click()
        fill(card, fields)
        click(card.get_by_role("button"))
        (entry,) = getattr(decided(desk), key)
        assert set(fields.values()) <= {str(getattr(entry, one)) for one in entry.__slots__}
        click(view.get_by_role("button", name="Undo"))
        assert desk.analyst == ""


def test_without_javascript_a_form_does_it(look, desk, item):
    view = look(item, java_script_enabled=False)
    view.locator("details", has_text="Exclude").locator("summary").click()
    view.get_by_label("Why").first.fill("no news")
    view.get_by_role("button", name="Exclude").click()
    (entry,) = decided(desk).exclude
    assert entry.reason == "no news"
    view.get_by_role("button", name="Undo").click()
    assert desk.analyst == ""
    view.get_by_role("link", name="Preview").click()
    expect(view.get_by_role("link", name="Look again")).to_be_visible()
    expect(view.frame_locator("#brief").locator("h1")).to_have_text("Harbour works", timeout=LONG)


def test_each_act_by_keyboard_and_undo(look, desk, item):
    view = look(item)
    for key, letter in (("keep", "k"), ("pin", "p")):
        view.goto(f"http://{desk.host}{item}")
        with view.expect_navigation():
            view.locator("body").press(letter)
        assert len(getattr(decided(desk), key)) == 1
        with view.expect_navigation():
            view.locator("body").press("u")
        assert desk.analyst == ""
    for key, (letter, title, fields) in ACTS.items():
        visit(desk, view, item)
        view.locator("body").press(letter)
        for number, value in enumerate(fields.values()):
            if number:
                view.keyboard.press("Tab")
            if view.evaluate("document.activeElement.tagName") != "SELECT":
                view.keyboard.press("Control+a")
            view.keyboard.type(value.capitalize() if key == "move" else value)
        for _ in range(4):
            if view.evaluate("document.activeElement.tagName") == "BUTTON":
                break
            view.keyboard.press("Tab")
        with view.expect_navigation():
            view.keyboard.press("Enter")
        assert len(getattr(decided(desk), key)) == 1, (title, view.inner_text("main"))
        with view.expect_navigation():
            view.locator("body").press("u")
        assert desk.analyst == ""


def test_the_passage_stands_in_view_beside_its_statement(look, item):
    view = look(item)
    here = view.locator(".source .here")
    assert here.locator("mark").inner_text().startswith("The northern quay reopened")
    box = here.bounding_box()
    assert 0 <= box["y"] < 900


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_axe_finds_nothing_and_nothing_overflows(look, item, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    view = look(item, viewport={"width": width, "height": 900})
    for path in (item, "/", "/release"):
        view.goto(view.url.split("/")[0] + "//" + view.url.split("/")[2] + path)
        assert view.evaluate("document.documentElement.scrollWidth") <= width
        for summary in view.locator("summary").all():
            summary.click()
        assert view.evaluate(ESCAPING) == []
        for scheme in ("light", "dark"):
            view.emulate_media(color_scheme=scheme)
            found = axe.Axe().run(view, options={"iframes": False, "resultTypes": ["violations"]})
            assert found.violations_count == 0, (scheme, found.generate_report())
