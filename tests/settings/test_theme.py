"""theme.yaml: a house style's colours, logo and fonts, with every mistake at its place."""

import pytest

from briefing.errors import UserError
from briefing.render.theme import DARK, LIGHT
from briefing.settings import theme

SHIPPED = {"colours": LIGHT, "dark": DARK}


@pytest.fixture
def house(tmp_path):
    """A function that writes a theme beside a logo and a font, and reads it."""
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "face.ttf").write_bytes(b"face")

    def read(text):
        (folder / "theme.yaml").write_text(text, encoding="utf-8")
        return theme.read_theme(folder, "house", SHIPPED)

    return read


def mistakes(house, text):
    with pytest.raises(UserError) as caught:
        house(text)
    return str(caught.value).splitlines()


def test_what_it_names_is_read(house) -> None:
    found = house(
        'colours: {accent: "#003366"}\nlogo: logo.svg\nlogo_text: Our desk\n'
        "fonts: {text: {family: Our Serif, regular: face.ttf}}\n"
    )
    assert found.file.colours == theme.Colours(accent="#003366")
    assert found.file.dark == theme.Colours()
    assert sorted(found.files) == ["face.ttf", "logo.svg"]
    assert found.files["face.ttf"] == b"face"
    assert found.file.fonts.text == theme.FontSettings(family="Our Serif", regular="face.ttf")
    assert found.warnings == ()


def test_comments_alone_are_the_shipped_style(house) -> None:
    assert house("# later\n") == theme.ThemeRead(file=theme.ThemeSettings(), files={})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "colors: {}",
            "house/theme.yaml:1:1: error: unknown key 'colors' (did you mean 'colours'?)",
        ),
        ("colours:\n  accent: red", "house/theme.yaml:2:11: error: 'red' is not a colour"),
        (
            'dark: {acent: "#000000"}',
            "house/theme.yaml:1:8: error: unknown key 'acent' (did you mean 'accent'?)",
        ),
        ("logo: logo.svg", "house/theme.yaml:1:7: error: the logo needs 'logo_text'"),
        (
            "logo: lgo.svg\nlogo_text: x",
            "house/theme.yaml:1:7: error: there is no file 'lgo.svg' in the theme's folder",
        ),
        (
            "logo: theme.yaml\nlogo_text: x",
            "house/theme.yaml:1:7: error: 'theme.yaml' is of a kind that can't be used",
        ),
        (
            "logo: ../x.svg\nlogo_text: x",
            "house/theme.yaml:1:7: error: '../x.svg' lies outside the theme's folder",
        ),
        (
            "logo: /etc/x.svg\nlogo_text: x",
            "house/theme.yaml:1:7: error: '/etc/x.svg' lies outside the theme's folder",
        ),
        (
            "fonts:\n  text: {regular: face.ttf}",
            "house/theme.yaml:2:9: error: 'text' lacks 'family'",
        ),
        (
            "fonts:\n  small: {family: 'a\"; }', regular: face.ttf}",
            "house/theme.yaml:2:19: error: 'a\"; }' is not the name of a typeface",
        ),
        (
            "fonts: {text: {family: F, regular: f.woff2}}",
            "house/theme.yaml:1:36: error: 'f.woff2' is of a kind",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(house, text, said) -> None:
    assert mistakes(house, text)[0].startswith(said)


def test_all_mistakes_are_told_at_once(house) -> None:
    told = mistakes(house, "colours: {ink: black, rule: grey}\nlogo: none.png\n")
    assert [line.split(":")[1] for line in told] == ["1", "1", "2", "2"]


def test_a_link_out_of_the_folder_is_not_followed(house, tmp_path) -> None:
    (tmp_path / "secret.svg").write_text("secret", encoding="utf-8")
    (tmp_path / "house" / "out.svg").symlink_to(tmp_path / "secret.svg")
    assert "lies outside" in mistakes(house, "logo: out.svg\nlogo_text: x")[0]


def test_a_large_logo_is_refused(house, tmp_path) -> None:
    (tmp_path / "house" / "big.png").write_bytes(bytes(theme.LARGEST_LOGO + 1))
    assert "larger than 100 kB" in mistakes(house, "logo: big.png\nlogo_text: x")[0]


def test_text_that_is_hard_to_read_is_a_warning(house) -> None:
    told = [str(one) for one in house('colours: {accent: "#ffcc00"}\n').warnings]
    assert told[0] == (
        "house/theme.yaml:1:19: warning: accent on paper has a contrast of 1.5 to 1; text wants 4.5"
    )
    assert len(told) == 2
    assert house('dark: {accent: "#ffcc00"}\n').warnings == ()


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_wcags(one, other, ratio) -> None:
    assert theme.contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert theme.contrast_ratio(other, one) == theme.contrast_ratio(one, other)
