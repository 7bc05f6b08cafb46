"""The page in a real browser: what it does with its script and without, on paper, to whom, and that
it asks nobody."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import small_briefs

from briefing import cli
from briefing.figures import draw_figures
from briefing.render.html import Html
from briefing.render.page import view_page as make_page

ROOT = Path(__file__).parents[2]
LARGEST = 300_000  # octets of the page of the five articles
SHOWN = "[...document.querySelectorAll('.say')].filter((say) => !say.hidden).length"


@pytest.fixture(scope="module")
def shown(brief, documents):
    """The page's data: the example brief, as a second edition in which one statement is new and one
    changed."""
    sections = list(brief.sections)
    first, *others = sections[0].statements
    kept = tuple(replace(one, change="kept") for one in others[1:])
    sections[0] = replace(
        sections[0], statements=(first, replace(others[0], change="changed"), *kept)
    )
    sections[1:] = [
        replace(one, statements=tuple(replace(told, change="kept") for told in one.statements))
        for one in sections[1:]
    ]
    told = replace(
        brief, sections=tuple(sections), changes=replace(brief.changes, previous=1, new=(first.id,))
    )
    return make_page(told, documents, draw_figures(told, documents))


@pytest.fixture(scope="module")
def lines(shown):
    return [line for section in shown.sections for line in section.lines]


@pytest.fixture(scope="module")
def address(shown, templates, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_bytes(Html()(shown, templates).content)
    return path.as_uri()


@pytest.fixture
def look(browser, address):
    """A function that opens the page; at the end it must have asked for nothing and complained of
    nothing."""
    contexts, asked, said = [], [], []

    def opened(where=address, **options):
        usual = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce"}
        contexts.append(browser.new_context(**usual | options))
        view = contexts[-1].new_page()
        view.on("request", lambda request: asked.append(request.url))
        view.on("console", lambda message: said.append(message.text))
        view.on("pageerror", lambda error: said.append(str(error)))
        view.goto(where)
        asked.remove(where.partition("#")[0])
        return view

    yield opened
    for context in contexts:
        context.close()
    assert asked == []
    assert said == []


def test_a_citation_opens_its_passage_in_place_and_gives_the_reader_back(look, lines) -> None:
    view = look()
    ref = view.locator(".say a.ref").first
    ref.scroll_into_view_if_needed()
    before = ref.bounding_box()
    ref.click()
    passage = view.locator(".passage:target")
    assert passage.get_attribute("id") == lines[0].refs[0].target
    assert passage.evaluate("(it) => getComputedStyle(it).position") == "fixed"
    assert passage.evaluate("(it) => it === document.activeElement")
    box = passage.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900
    assert ref.bounding_box() == before  # nothing has moved under the reader's eyes
    view.keyboard.press("Escape")
    assert view.locator(".passage:target").count() == 0
    assert ref.evaluate("(it) => it === document.activeElement")
    ref.click()
    passage.get_by_role("button", name="Close").click()
    assert view.locator(".passage:target").count() == 0
    assert ref.bounding_box() == before


def test_a_citation_is_heard_as_source_and_paragraph(look, lines) -> None:
    view = look()
    heard = view.locator(".say").first.aria_snapshot()
    ref = lines[0].refs[0]
    assert f'link "source {ref.source}, paragraph {ref.passage}"' in heard
    assert "¶" not in heard.replace(ref.label, "")


@pytest.mark.parametrize(
    ("marking", "colour"),
    [
        ("TLP:RED", "rgb(255, 43, 43)"),
        ("TLP:AMBER", "rgb(255, 192, 0)"),
        ("TLP:AMBER+STRICT", "rgb(255, 192, 0)"),
        ("TLP:GREEN", "rgb(51, 255, 0)"),
        ("TLP:CLEAR", "rgb(255, 255, 255)"),
        ("OFFICIAL", "rgb(255, 255, 255)"),
    ],
)
def test_a_label_has_the_colour_of_its_protocol_on_black(
    look, shown, templates, tmp_path, marking, colour
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(Html()(replace(shown, marking=marking), templates).content)
    mark = look(path.as_uri()).locator(".mark").first
    style = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert mark.evaluate(style) == [colour, "rgb(0, 0, 0)"]


def test_a_passage_leads_back_to_what_rests_on_it(look, lines) -> None:
    view = look()
    view.locator(".say a.ref").first.click()
    view.locator(".passage:target .backs a").first.click()
    assert view.locator(f"#{lines[0].anchor}").evaluate("(it) => it.matches(':target')")


def test_filters_and_search(look, lines) -> None:
    view = look()
    assert view.evaluate(SHOWN) == len(lines)
    view.get_by_role("combobox", name="Source").select_option("4")
    assert view.evaluate(SHOWN) == sum(4 in line.sources for line in lines)
    view.get_by_role("combobox", name="Source").select_option("")
    view.get_by_role("combobox", name="Show").select_option("new")
    assert view.evaluate(SHOWN) == 1
    assert view.locator("output").text_content() == f"1 of {len(lines)} statements"
    view.get_by_role("combobox", name="Show").select_option("")
    word = max(lines[0].text.split(), key=len).strip("“”.,")
    view.get_by_label("Search").fill(word.upper())
    with_word = [line for line in lines if word.lower() in line.text.lower()]
    assert len(with_word) <= view.evaluate(SHOWN) < len(lines)
    view.get_by_label("Search").fill("no such word anywhere")
    assert view.evaluate(SHOWN) == 0
    view.get_by_label("Search").fill("")
    assert view.evaluate(SHOWN) == len(lines)
    assert view.locator("output").text_content() == ""


def test_every_statement_has_an_address_of_its_own(look, address, lines) -> None:
    last = lines[-1]
    view = look(f"{address}#{last.anchor}")
    said = view.locator(f"#{last.anchor}")
    assert said.evaluate("(it) => it.matches(':target')")
    assert 0 <= said.bounding_box()["y"] < 900
    assert said.locator("a.no").get_attribute("href") == f"#{last.anchor}"


def test_dark_as_the_reader_has_it_or_wants_it(look) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = look(color_scheme="light"), look(color_scheme="dark")
    colours = light.evaluate(ground), dark.evaluate(ground)
    assert colours == ("rgb(255, 255, 255)", "rgb(20, 24, 31)")
    for view, other in ((light, colours[1]), (dark, colours[0])):
        view.get_by_role("button", name="Dark or light").click()
        assert view.evaluate(ground) == other


def test_the_keyboard_goes_all_the_way(look, lines) -> None:
    view = look()
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.textContent") == "To the bottom line"
    assert view.locator("a.skip").bounding_box()["x"] >= 0  # seen while it has the focus
    view.keyboard.press("Enter")
    assert view.evaluate("location.hash") == "#bottom-line"
    view.keyboard.press("/")
    assert view.evaluate("document.activeElement.type") == "search"
    view.keyboard.type("zzzz")
    assert view.evaluate(SHOWN) == 0
    view.get_by_label("Search").fill("")
    view.evaluate("document.querySelector('.say a.no').focus()")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "ref"
    outline = view.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    view.keyboard.press("Enter")
    assert view.locator(".passage:target").get_attribute("id") == lines[0].refs[0].target
    view.keyboard.press("Tab")
    view.keyboard.press("Enter")  # the first way back, from inside the passage
    assert view.evaluate("location.hash") == f"#{lines[0].anchor}"


def test_printed_it_is_whole_dark_on_white_and_without_tools(look, lines) -> None:
    view = look()
    view.get_by_role("button", name="Dark or light").click()
    view.get_by_label("Search").fill("no such word anywhere")
    with pypdfium2.PdfDocument(io.BytesIO(view.pdf(format="A4"))) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
        picture = document[0].render(scale=0.5).to_pil().convert("L")
    for line in lines:
        assert "".join(line.text.split())[:50] in text
    assert "Darkorlight" not in text
    assert "Evidence" in text
    assert picture.getextrema()[0] < 90
    assert picture.histogram()[255] > 0.6 * picture.width * picture.height
    view.emulate_media(media="print")
    colour = view.locator(".say .ref").first.evaluate("(it) => getComputedStyle(it).color")
    assert colour == "rgb(140, 28, 19)"


def test_without_its_script_it_reads_cites_and_goes_back(look, lines) -> None:
    view = look(java_script_enabled=False)
    text = view.locator("main").inner_text()
    assert all(" ".join(line.text.split()) in " ".join(text.split()) for line in lines)
    assert view.locator(".tools").count() == 0
    assert view.get_by_role("button").count() == 0
    view.locator(".say a.ref").first.click()
    passage = view.locator(".passage:target")
    assert passage.get_attribute("id") == lines[0].refs[0].target
    box = passage.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900
    passage.locator(".backs a").first.click()
    assert view.locator(f"#{lines[0].anchor}:target").count() == 1


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_axe_finds_nothing_and_nothing_overflows(look, width) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    view = look(viewport={"width": width, "height": 900})
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    if width != 800:  # a passage lies open, a filter is at work
        view.locator(".say a.ref").first.click()
        view.get_by_label("Search").fill("the")
    for scheme in ("light", "dark"):
        view.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(view)
        assert found.violations_count == 0, (scheme, found.generate_report())


@pytest.mark.parametrize("make", [small_briefs.tongues, small_briefs.many, small_briefs.plain])
@pytest.mark.parametrize("width", [320, 1000])
def test_other_scripts_long_titles_and_many_sources_hold(
    look, templates, tmp_path, make, width
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    told, documents = make()
    path = tmp_path / "other.html"
    path.write_bytes(
        Html()(make_page(told, documents, draw_figures(told, documents)), templates).content
    )
    view = look(path.as_uri(), viewport={"width": width, "height": 900})
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    if width > 320 and make is small_briefs.many:
        return  # axe takes seconds over so long a page, and has seen it
    found = axe.Axe().run(view)
    assert found.violations_count == 0, found.generate_report()


def test_the_page_of_the_five_articles_is_small_and_alone(look, seeds, tmp_path, capfd) -> None:
    shutil.copytree(seeds, tmp_path / "seeds")
    for name in ("config.yaml", "analyst.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    assert (
        cli.run_command(["build", "-c", str(tmp_path / "config.yaml"), "--formats", "html,json"])
        == 0
    ), capfd.readouterr()
    path = tmp_path / "output" / "brief.html"
    assert path.stat().st_size < LARGEST
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    view = look(path.as_uri())
    for scheme in ("light", "dark"):
        view.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(view)
        assert found.violations_count == 0, (scheme, found.generate_report())


def test_its_policy_lets_nothing_out(browser, address) -> None:
    view = browser.new_page()
    view.goto(address)
    refused = view.evaluate(
        """() => new Promise((done) => {
          addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective));
          const picture = document.createElement("img");
          picture.src = "https://briefing.example/x.png";
          document.body.append(picture);
          setTimeout(() => done("nothing was refused"), 3000);
        })"""
    )
    view.close()
    assert refused == "img-src"
