"""How pages look: every page of small briefs beside the picture of it that a person has looked at.

`make golden` writes the pictures anew; look at them before you commit. PDFium draws them, which
comes with the locked packages, so that no system's PDF reader has a say; what is left (a text
library's other version) the tolerance bears.
"""

import os
from pathlib import Path

import pypdfium2
import pytest
import small_briefs
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from briefing.figures import draw_figures
from briefing.render.page import view_page as make_page
from briefing.render.pdf import Pdf
from briefing.render.templates import Templates
from briefing.render.theme import Theme

PICTURES = Path(__file__).parent / "pictures"
REWRITE = os.environ.get("BRIEFING_GOLDEN") == "1"
DPI = 60
# A point differs where its surroundings do, so that the edge of a letter may fall otherwise, and a
# moved letter not.
BLUR, APART, MOST = 1.0, 40, 0.001
CASES = {
    "everything": (small_briefs.plain, "A4", Theme()),
    "scripts": (small_briefs.tongues, "Letter", Theme()),
    "house": (small_briefs.plain, "A4", Theme(colours={"accent": "#0b5563", "wash": "#e9f1f2"})),
}
KEPT = {"house": 1}  # pages that are compared; all where not given


def drawn(name: str) -> list[Image.Image]:
    """The pages of a brief as small pictures of few colours."""
    make, paper, theme = CASES[name]
    brief, documents = make()
    page = make_page(brief, documents, draw_figures(brief, documents))
    content = Pdf(paper=paper)(page, Templates(theme=theme)).content
    with pypdfium2.PdfDocument(content) as document:
        pages = list(document)[: KEPT.get(name)]
        return [few(one.render(scale=DPI / 72).to_pil().convert("RGB")) for one in pages]


def few(picture: Image.Image) -> Image.Image:
    return picture.convert("P", palette=Image.Palette.WEB, dither=Image.Dither.NONE)


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of points whose surroundings differ visibly in some colour; 1 where the sizes
    do."""
    if one.size != other.size:
        return 1.0
    blurred = [
        picture.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR)) for picture in (one, other)
    ]
    bands = ImageChops.difference(*blurred).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    counts = worst.histogram()
    return sum(counts[APART:]) / sum(counts)


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_every_page_looks_as_it_was_looked_at(name, tmp_path) -> None:
    pages = drawn(name)
    if REWRITE:
        for old in PICTURES.glob(f"{name}-*.png"):
            old.unlink()
        PICTURES.mkdir(exist_ok=True)
        for number, picture in enumerate(pages, 1):
            picture.save(PICTURES / f"{name}-{number}.png", optimize=True)
    expected = sorted(PICTURES.glob(f"{name}-*.png"))
    assert len(pages) == len(expected), "other pages than before; meant? then `make golden`"
    for picture, path in zip(pages, expected, strict=True):
        with Image.open(path) as kept:
            share = differing(picture, kept)
        picture.save(tmp_path / path.name)
        message = (
            f"{share:.2%} of {path.name} looks different, see {tmp_path / path.name}; meant? "
            f"then `make golden`"
        )
        assert share <= MOST, message


@pytest.fixture(scope="module")
def kept() -> Image.Image:
    with Image.open(PICTURES / "everything-1.png") as picture:
        return picture.convert("RGB")


def test_a_picture_is_like_itself_and_like_itself_a_hair_aside(kept) -> None:
    assert differing(kept, kept) == 0
    aside = kept.resize((kept.width * 4, kept.height * 4)).transform(
        (kept.width * 4, kept.height * 4), Image.Transform.AFFINE, (1, 0, 1, 0, 1, 0)
    )
    assert differing(kept, aside.resize(kept.size)) <= MOST


@pytest.mark.parametrize(
    "box",
    [(40, 40, 300, 62), (24, 171, 240, 180), (24, 371, 320, 380)],
    ids=["title", "judgement", "statement"],
)
def test_a_line_that_is_gone_moved_or_of_another_colour_is_seen(kept, box) -> None:
    line = kept.crop(box)
    assert line.getcolors(100_000), "no line to try with"
    gone = kept.copy()
    ImageDraw.Draw(gone).rectangle(box, fill="white")
    moved = gone.copy()
    moved.paste(line, (box[0], box[1] + 6))
    assert differing(kept, gone) > MOST
    assert differing(kept, moved) > MOST


def test_another_house_colour_is_seen(kept) -> None:
    with Image.open(PICTURES / "house-1.png") as house:
        assert differing(kept, house) > MOST


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < 250_000
