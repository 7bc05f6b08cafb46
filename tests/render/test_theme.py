"""A house style: seen on the page, on paper and in the mail, and in pictures."""

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from briefing import cli
from briefing.figures import draw_figures
from briefing.render import theme as themes
from briefing.render.fonts import FONTS
from briefing.render.html import Html
from briefing.render.mail import Slip, write_mail
from briefing.render.page import view_page as make_page
from briefing.render.pdf import Pdf
from briefing.render.templates import Templates
from briefing.render.theme import DARK, LIGHT, Face, Font, Theme

EXAMPLE = Path(__file__).parents[2] / "examples" / "house"
LOGO = "data:image/svg+xml;base64," + base64.b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3" '
    b'fill="#00f"/></svg>'
).decode("ascii")


def address(name):
    return "data:font/ttf;base64," + base64.b64encode((FONTS / name).read_bytes()).decode("ascii")


@pytest.fixture(scope="module")
def house():
    return Templates(
        theme=Theme(
            colours={"accent": "#0b5563", "ink": "#10202a"},
            dark={"accent": "#8fd6e1"},
            logo=LOGO,
            logo_text="Our desk",
            text=Font(family="House Face", faces=(Face(address=address("DejaVuSans.ttf")),)),
        )
    )


@pytest.fixture(scope="module")
def drawn(brief, documents):
    return make_page(brief, documents, draw_figures(brief, documents))


def test_no_theme_changes_nothing(templates) -> None:
    for name in ("print.css", "screen.css", "mail.css", "page.js"):
        assert templates.asset(name) == Theme().asset(name, templates.asset(name))
        assert "House" not in templates.asset(name)


@pytest.mark.parametrize(
    ("name", "colours", "variables"),
    [("light", LIGHT, r":root \{(.*?)\}"), ("dark", DARK, r"=dark\] \{(.*?)\}")],
)
def test_the_colours_known_here_are_those_of_the_style_sheet(
    templates, name, colours, variables
) -> None:
    rules = re.findall(variables, templates.asset("screen.css"), re.DOTALL)[0]
    shipped = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", rules))
    shipped["paper"] = (
        shipped["paper"].replace("#fff", "#ffffff")
        if len(shipped["paper"]) == 4
        else shipped["paper"]
    )
    known = dict(colours) | ({"rule": "#c6cad1"} if name == "light" else {})
    assert {key: shipped[key] for key in known} == known


def test_the_page_wears_it_and_asks_for_nothing(drawn, house) -> None:
    html = Html()(drawn, house).content.decode()
    assert ':root { --accent: #0b5563; --ink: #10202a; --text: "House Face"' in html
    assert ":root[data-theme=dark] { --accent: #8fd6e1; --ink: #e8e6e1" in html
    assert f'<img class="logo" src="{LOGO}" alt="Our desk">' in html
    assert 'fill="#0b5563"' in html
    assert 'fill="#8c1c13"' not in html
    assert "font/ttf" not in html


def test_the_mail_wears_it_light_and_dark(house) -> None:
    light, dark = house.asset("mail.css").split("@media (prefers-color-scheme: dark)")
    assert "#8c1c13" not in light
    assert light.count("#0b5563") > 4
    assert '"House Face", Georgia' in light
    assert "#ff9d8f" not in dark
    assert "#8fd6e1" in dark
    assert "#14181f" in dark  # the dark paper is not the light ink


def test_words_in_a_picture_are_never_painted() -> None:
    svg = (
        '<svg font-family="A"><text fill="#8c1c13">the colour #8c1c13 &lt;b '
        'fill="#8c1c13"></text></svg>'
    )
    made = Theme(colours={"accent": "#0b5563"}).picture(svg)
    assert made == svg.replace('text fill="#8c1c13"', 'text fill="#0b5563"')


def test_the_paper_wears_it_in_its_own_font_and_is_the_same_each_time(
    drawn, house, tmp_path
) -> None:
    made = Pdf()(drawn, house)
    assert Pdf()(drawn, house).content == made.content
    with pypdfium2.PdfDocument(made.content) as document:
        first = document[0]
        kinds = [found.type for found in first.get_objects()]
        picture = first.render(scale=0.5).to_pil().convert("RGB")
    assert kinds
    colours = {colour for _, colour in picture.getcolors(picture.width * picture.height)}
    assert (0, 0, 255) in colours  # the logo
    if shutil.which("pdffonts"):
        (tmp_path / "brief.pdf").write_bytes(made.content)
        fonts = subprocess.run(
            ["pdffonts", tmp_path / "brief.pdf"], capture_output=True, text=True, check=True
        ).stdout
        assert "House" in fonts
        assert "STIX" not in fonts


def test_the_example_is_made_as_it_stands(tmp_path, capfd) -> None:
    folder = tmp_path / "house"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("output", "*.db"))
    config = str(folder / "config.yaml")
    assert cli.run_command(["check", "--strict", "-c", config]) == 0, capfd.readouterr()
    assert cli.run_command(["build", "-c", config]) == 0, capfd.readouterr()
    page = (folder / "output" / "brief.html").read_text(encoding="utf-8")
    assert "--accent: #0b5563" in page
    assert 'alt="Transport desk"' in page
    title = page[page.index('<header class="title">') : page.index("</header>")]
    assert title.index("<h1") < title.index("kicker")  # the partial of its own
    assert (folder / "output" / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert cli.run_command(["verify", "-c", config]) == 0


def test_another_theme_makes_a_new_edition_stale(tmp_path, capfd) -> None:
    folder = tmp_path / "house"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("output", "*.db"))
    config = str(folder / "config.yaml")
    formats = ["--formats", "html,json"]
    assert cli.run_command(["build", "-c", config, *formats]) == 0
    theme = folder / "house" / "theme.yaml"
    theme.write_text(
        theme.read_text(encoding="utf-8").replace("#0b5563", "#334455"), encoding="utf-8"
    )
    assert cli.run_command(["build", "-c", config, "--plan"]) == 0
    assert "theme.yaml" in capfd.readouterr().out
    assert cli.run_command(["build", "-c", config, *formats]) == 0
    assert "--accent: #334455" in (folder / "output" / "brief.html").read_text(encoding="utf-8")


def test_a_mistake_in_a_theme_stops_a_build_at_its_line(tmp_path, capfd) -> None:
    folder = tmp_path / "house"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("output", "*.db"))
    (folder / "house" / "theme.yaml").write_text("logo: gone.svg\nlogo_text: x\n", encoding="utf-8")
    assert cli.run_command(["build", "-c", str(folder / "config.yaml")]) == 2
    assert "house/theme.yaml:1:7: error: there is no file 'gone.svg'" in capfd.readouterr().err


def test_every_colour_can_be_chosen() -> None:
    from briefing.settings import theme as files

    assert set(files.Colours.__dataclass_fields__) == set(themes.LIGHT) == set(themes.DARK)


def test_a_mail_is_sent_in_it(brief, documents, house) -> None:
    made = write_mail(brief, documents, Slip(language="en"), house)
    assert "#0b5563" in made.html
    assert "House Face" in made.html
    assert "#8c1c13" not in made.html
    assert "<img" not in made.html


def test_axe_finds_nothing_in_the_example(browser, tmp_path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    folder = tmp_path / "house"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("output", "*.db"))
    assert (
        cli.run_command(["build", "-c", str(folder / "config.yaml"), "--formats", "html,json"]) == 0
    )
    view = browser.new_page()
    try:
        view.goto((folder / "output" / "brief.html").as_uri())
        logo = view.get_by_alt_text("Transport desk")
        assert logo.evaluate("(it) => it.naturalWidth > 0")
        for scheme in ("light", "dark"):
            view.emulate_media(color_scheme=scheme)
            found = axe.Axe().run(view)
            assert found.violations_count == 0, (scheme, found.generate_report())
    finally:
        view.close()
