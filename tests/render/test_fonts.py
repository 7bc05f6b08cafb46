"""Letters that no font has are named; fonts of more scripts are an extra; long words break."""

import base64
import re
import shutil
import subprocess
from dataclasses import dataclass

import pytest

from briefing import cli
from briefing.render import fonts
from briefing.render.theme import Face, Font, Theme

SHOWN = "The relief office 🌊 of Northdale; แม่น้ำ and गंगा; ከተማ; 中国; ひらがな; 한국."
CONFIG = """\
brief: {title: Trial}
sources: [{kind: folder, path: sources}]
sections: [{slug: all, title: All, statements: 20}]
outputs: [{kind: OUTPUT}]
"""
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" * 3
ARTICLE = f"""\
Eastmere Courier, 20 March 2025

The relief office 🌊 of Northdale said on Wednesday that the floods had left 5,400 people homeless.

The loader has the digest {DIGEST} and calls home every nine minutes, the police said.
"""


@dataclass(frozen=True)
class Shown:
    texts: tuple[object, ...]


@pytest.fixture
def shipped_only(monkeypatch):
    """No package of fonts but our own."""
    monkeypatch.setattr(fonts, "_EXTRAS", {})


@pytest.fixture
def project(tmp_path, monkeypatch):
    def lay(output):
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources/en.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "config.yaml").write_text(CONFIG.replace("OUTPUT", output), encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return lay


@pytest.mark.usefixtures("shipped_only")
def test_letters_that_no_font_has_are_found_however_deep_they_lie():
    shown = Shown(texts=({"a": "中"}, [("x", "ก")], 7, None, b"\xff"))
    assert fonts.missing_letters(shown, Theme()) == "ก中"


@pytest.mark.parametrize(
    "text",
    [
        "Łódź, Ωμέγα, Київ, العربية, ½ € ₽ → ↩ ● ○ … “quoted” ¶",
        "e\u0301 is é, n\u0303 is ñ",  # composed before a font is asked
        "soft\u00adhyphen, no\u200bspace, right\u200fleft, heart\ufe0f, tab\t",
    ],
)
@pytest.mark.usefixtures("shipped_only")
def test_what_is_served_or_unseen_is_not_missing(text):
    assert fonts.missing_letters(text, Theme()) == ""


@pytest.mark.usefixtures("shipped_only")
def test_scripts_are_named_as_unicode_names_them():
    missing = fonts.missing_letters(SHOWN, Theme())
    assert fonts.name_scripts(missing) == "Devanagari, Thai, Ethiopic, Hiragana, Han, Hangul, …"
    assert fonts.name_scripts("🌊") == "Water wave"
    assert fonts.name_scripts("\ue000") == "Without a name"


@pytest.mark.usefixtures("shipped_only")
def test_a_font_of_the_house_style_counts(monkeypatch):
    data = base64.b64encode((fonts.FONTS / "NotoNaskhArabic-Regular.ttf").read_bytes()).decode()
    face = Face(address=f"data:font/ttf;base64,{data}", bold=False, italic=False)
    empty = fonts.FONTS.parent / "languages"  # a folder without any font
    monkeypatch.setattr(fonts, "FONTS", empty)
    assert fonts.missing_letters("ب", Theme()) == "ب"
    assert fonts.missing_letters("ب", Theme(text=Font(family="Ours", faces=(face,)))) == ""


def test_the_extra_has_the_letters_of_more_scripts():
    pytest.importorskip("manimgx_fonts")
    pytest.importorskip("manimgx_fonts_cjk")
    assert fonts.missing_letters(SHOWN, Theme()) == ""
    assert set(fonts.extra_versions()) == {"manimgx-fonts", "manimgx-fonts-cjk"}
    with fonts.write_config() as config:
        assert "manimgx_fonts_cjk" in config.read_text(encoding="utf-8")
    assert not config.exists()


@pytest.mark.usefixtures("shipped_only")
def test_a_build_names_them_and_strict_makes_that_a_failure(project, capfd):
    project("pdf")
    assert cli.run_command(["build"]) == 0
    said = capfd.readouterr().err
    assert "brief.pdf: warning: no font has 🌊 (Water wave): printed as boxes" in said
    assert "cited-brief[fonts]" in said
    assert cli.run_command(["check", "--strict"]) == 1
    assert "no font has 🌊" in capfd.readouterr().err
    assert cli.run_command(["build", "--strict"]) == 1
    assert "no font has 🌊" in capfd.readouterr().err


@pytest.mark.usefixtures("shipped_only")
def test_where_there_is_no_pdf_nothing_is_said(project, capfd):
    project("html")
    assert cli.run_command(["build", "--strict"]) == 0
    assert "no font" not in capfd.readouterr().err


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext")
def test_a_word_longer_than_its_column_breaks_inside_it(project):
    folder = project("pdf")
    assert cli.run_command(["build", "-q"]) == 0
    command = ["pdftotext", "-bbox", str(folder / "output/brief.pdf"), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    width = float(re.search(r'page width="([\d.]+)"', found)[1])
    edges = [float(right) for right in re.findall(r'xMax="([\d.]+)"', found)]
    assert max(edges) <= width - 36  # the margin of the page, half an inch
    pieces = re.findall(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([0-9a-f]{30,})<', found)
    assert len(pieces) > 3
