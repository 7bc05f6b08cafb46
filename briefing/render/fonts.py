"""The fonts that a PDF is set in, and which letters none of them has.

The shipped fonts serve Latin, Greek, Cyrillic and Arabic; the extra `fonts` brings those of more
scripts. The system's own fonts are never used, so that a PDF is the same on every machine.
"""

import base64
import functools
import html
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.render.theme import Theme

EXTRA = "cited-brief[fonts]"
"""What to install for more scripts."""

FONTS = Path(__file__).parent.parent / "fonts"
_EXTRAS = {"manimgx_fonts": "manimgx-fonts", "manimgx_fonts_cjk": "manimgx-fonts-cjk"}
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
_SCRIPTS = {"CJK": "Han"}
_SHOWN = 6
# Categories of signs that nobody sees: controls, formats, spaces, ends of lines, surrogates.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def extra_versions() -> dict[str, str]:
    """The versions of the font packages that are installed, by their names on the index."""
    from importlib import metadata  # noqa: PLC0415 - only a PDF asks

    return {
        name: metadata.version(name)
        for package, name in _EXTRAS.items()
        if find_spec(package) is not None
    }


def _extra_folders() -> tuple[Path, ...]:
    specs = [find_spec(package) for package in _EXTRAS]
    return tuple(
        Path(place) for spec in specs if spec for place in spec.submodule_search_locations or ()
    )


@contextmanager
def write_config() -> Iterator[Path]:
    """A file by which fontconfig knows these fonts and no others, for as long as the context
    lasts.
    """
    shipped, extras = FONTS / "fonts.conf", _extra_folders()
    if not extras:
        yield shipped
        return
    with TemporaryDirectory(prefix="briefing-") as folder:
        places = "".join(f"<dir>{_escape(place)}</dir>" for place in extras)
        config = Path(folder) / "fonts.conf"
        config.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
            f"<fontconfig><include>{_escape(shipped)}</include>{places}</fontconfig>",
            encoding="utf-8",
        )
        yield config


def _escape(path: Path) -> str:
    return html.escape(str(path), quote=False)


def missing_letters(shown: object, theme: Theme) -> str:
    """The letters among all texts of `shown` (any dataclasses, mappings, sequences) that no font
    has, each once, in the order of their code points.

    They are looked up as fonts are asked for them: composed, and without what nobody sees.
    """
    missing = _letters_asked_for(shown)
    for covered in _list_coverage(theme):
        if not missing:
            break
        missing = {one for one in missing if ord(one) not in covered}
    return "".join(sorted(missing))


def _letters_asked_for(shown: object) -> set[str]:
    """The letters of texts for which a font is asked, those aside that every font has."""
    texts = (text for text in _list_texts(shown) if not text.isascii())
    letters = {letter for text in texts for letter in unicodedata.normalize("NFC", text)}
    return {one for one in letters if not (one.isascii() or _is_unseen(one))}


def name_scripts(letters: str) -> str:
    """The scripts of letters as Unicode names them: `Thai, Han`; other signs by their own names."""
    named = (_SCRIPTS.get(word, word) for word in map(_first_word, letters))
    found = [one for one in dict.fromkeys(named) if one]
    shown = ", ".join(one.capitalize() for one in found[:_SHOWN])
    return shown + (", …" if len(found) > _SHOWN else "")


def _first_word(letter: str) -> str:
    name = unicodedata.name(letter, "")
    if unicodedata.category(letter)[0] == "S" or not name:
        return name or "without a name"
    return name.split(" ")[0].split("-")[0]


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in _UNSEEN or letter in _SELECTORS


def _list_texts(shown: object) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(shown, str):
        yield shown
    elif is_dataclass(shown) and not isinstance(shown, type):
        for one in fields(shown):
            yield from _list_texts(getattr(shown, one.name))
    elif isinstance(shown, Mapping):
        yield from _list_texts(tuple(shown.values()))
    elif isinstance(shown, Iterable) and not isinstance(shown, bytes):
        for part in shown:
            yield from _list_texts(part)


def _list_coverage(theme: Theme) -> Iterator[frozenset[int]]:
    """What each font has, as code points: ours, then the theme's, then those of the extra."""
    for path in sorted(FONTS.iterdir()):
        if path.suffix in _SUFFIXES:
            yield _read_file(path)
    for font in (theme.text, theme.small):
        for face in font.faces if font else ():
            yield _read_coverage(base64.b64decode(face.address.partition("base64,")[2]))
    for folder in _extra_folders():
        for path in sorted(folder.iterdir()):
            if path.suffix in _SUFFIXES:
                yield _read_file(path)


@functools.cache
def _read_file(path: Path) -> frozenset[int]:
    return _read_coverage(path.read_bytes())


def _read_coverage(data: bytes) -> frozenset[int]:
    """The code points that a font has letters for."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where a letter is in doubt

    with TTFont(io.BytesIO(data), fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
