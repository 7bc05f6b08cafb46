"""The brief of the five articles as it is shipped: its length, its reading order, its links, its
soundness."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from briefing import cli

ROOT = Path(__file__).parents[2]
MOST_PAGES = 4


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name in ("config.yaml", "analyst.yaml"):
        shutil.copy(ROOT / name, folder)
    assert cli.run_command(["build", "-c", str(folder / "config.yaml")]) == 0
    return folder / "output"


@pytest.fixture(scope="module")
def pages(output):
    with pypdfium2.PdfDocument(output / "brief.pdf") as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def bare(text: str) -> str:
    """A text without white space; PDFium gives a hyphen at a line's end as U+0002."""
    return re.sub(r"\s+", "", text).replace("\x02", "-")


def test_it_takes_four_pages_and_the_evidence_begins_the_next(pages) -> None:
    first = next(
        number
        for number, text in enumerate(pages)
        if re.search(r"^Evidence\s*$", text, re.MULTILINE)
    )
    assert first <= MOST_PAGES
    assert "Sources" in pages[first - 1]
    assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert all(text.count("TLP:CLEAR") == 2 for text in pages)


def test_its_statements_can_be_taken_out_in_reading_order(pages, output) -> None:
    brief = json.loads((output / "brief.json").read_bytes())
    whole = bare(
        "".join(
            re.sub(r"Russia's return to southern Syria\s|Brief 1, information.*\n", "", p)
            for p in pages
        )
    )
    place = whole.index("1Background")
    for section in brief["sections"]:
        place = whole.index(bare(section["title"]), place)
        for statement in section["statements"]:
            place = whole.index(bare(statement["text"]), place)


def test_every_picture_is_there_with_words(output) -> None:
    page = (output / "brief.html").read_text(encoding="utf-8")
    for name in ("support", "coverage", "timeline", "map"):
        assert re.search(
            rf'<figure class="drawing figure-{name}">\s*<svg[^>]*><title>[^<]{{20,}}', page
        ), name


def test_its_pdf_is_sound(output, needs) -> None:
    done = subprocess.run(
        [needs("qpdf"), "--check", output / "brief.pdf"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "No syntax or stream encoding errors" in done.stdout


def test_what_comes_at_second_hand_is_named_once(output) -> None:
    page = (output / "brief.html").read_text(encoding="utf-8")
    told = re.search(r"At second hand: [^<]*", page)
    assert told
    origins = [
        one.split(" through ")[0] for one in told[0].removeprefix("At second hand: ").split("; ")
    ]
    assert len(origins) == len(set(origins)) > 1


def test_what_the_pdf_costs_can_still_be_measured(output) -> None:
    command = [sys.executable, "-m", "benchmarks.pdf", "steps", str(output.parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["spent"] == pytest.approx(
        told["template"] + told["parse and lay out"] + told["write"], rel=0.01
    )
