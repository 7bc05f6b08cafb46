"""`theme.yaml` inside a theme's folder: a house style's colours, logo and fonts.

Everything that it names lies in that folder, links followed; nothing else is ever read for it.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from briefing.errors import Problem, UserError, refusal_reason
from briefing.settings import tree, typed
from briefing.settings.config import order_problems
from briefing.settings.meaning import describe_field

NAME = "theme.yaml"
LOGOS: Mapping[str, str] = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
FONTS: Mapping[str, str] = {".ttf": "font/ttf", ".otf": "font/otf"}
LARGEST_LOGO, LARGEST_FONT = 100_000, 20_000_000  # bytes; a page with its logo stays a small file
READABLE = 4.5
"""The least contrast of text, as WCAG 2.2 measures it (success criterion 1.4.3)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_FAMILY = re.compile(r"[\w][\w \-]*\Z")
_INKS, _GROUNDS = ("ink", "quiet", "accent"), ("paper", "wash")

_LINEAR_BELOW = 0.04045  # IEC 61966-2-1: the part of sRGB that is straight


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours as `#rrggbb`; what is left out stays as shipped."""

    accent: str = field(
        default="", metadata=describe_field("Headings, numbers, links, marks in pictures.")
    )
    ink: str = field(default="", metadata=describe_field("Text."))
    quiet: str = field(default="", metadata=describe_field("Attributions, captions, notes."))
    rule: str = field(default="", metadata=describe_field("Thin lines."))
    wash: str = field(default="", metadata=describe_field("The ground of the bottom line."))
    paper: str = field(default="", metadata=describe_field("The ground of everything."))
    mark: str = field(
        default="", metadata=describe_field("The ground of quoted words in the annex.")
    )
    land: str = field(default="", metadata=describe_field("Land on the map."))
    water: str = field(default="", metadata=describe_field("Water on the map."))


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSettings:
    """A typeface. The PDF carries its files; the page and the mail name the family, for readers who
    have it.
    """

    family: str = field(metadata=describe_field("Its name."))
    regular: str = field(metadata=describe_field("Its file, .ttf or .otf."))
    bold: str = field(default="", metadata=describe_field("The file of its bold face."))
    italic: str = field(default="", metadata=describe_field("The file of its italic face."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Typefaces; what is left out stays as shipped."""

    text: FontSettings | None = field(
        default=None, metadata=describe_field("Of statements and headings.")
    )
    small: FontSettings | None = field(
        default=None, metadata=describe_field("Of notes, tables and pictures.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSettings:
    """A house style."""

    colours: Colours = field(
        default_factory=Colours, metadata=describe_field("Colours on paper and on a light screen.")
    )
    dark: Colours = field(
        default_factory=Colours, metadata=describe_field("Colours on a dark screen.")
    )
    logo: str = field(
        default="",
        metadata=describe_field("A picture beside the title: .svg, .png or .jpg, up to 100 kB."),
    )
    logo_text: str = field(
        default="", metadata=describe_field("What the logo says, for those who don't see it.")
    )
    fonts: Fonts = field(default_factory=Fonts, metadata=describe_field("Typefaces."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRead:
    """A theme with the bytes of the files that it names, by name, and doubts that stop nothing."""

    file: ThemeSettings
    files: Mapping[str, bytes]
    warnings: tuple[Problem, ...] = ()


def read_theme(folder: Path, shown: str, shipped: Mapping[str, Mapping[str, str]]) -> ThemeRead:
    """Read the theme in `folder`; `shown` is the folder's name in messages.

    `shipped` gives the colours that hold where the theme has none: "colours" and "dark", each by
    name. Text that would be hard to read is a warning. Raises UserError with every mistake at its
    place: no theme.yaml, an unknown key, what is no colour, a file that is missing, too large, of a
    kind nobody can draw, or outside the folder.
    """
    path = folder / NAME
    known = tree.load_yaml(path, f"{shown.rstrip('/')}/{NAME}")
    if known.value is None and not known.problems:  # comments only
        return ThemeRead(file=ThemeSettings(), files={})
    theme, wrong = typed.convert_mapping(ThemeSettings, known)
    problems = [*known.problems, *wrong]
    if theme is None:
        raise UserError(*order_problems(problems))
    problems += [*_check_colours(known, theme), *_check_families(known, theme)]
    files: dict[str, bytes] = {}
    for steps, name, kinds, largest in _named_files(theme):
        found = _theme_file(folder, name, kinds, largest)
        if isinstance(found, bytes):
            files[name] = found
        else:
            problems.append(known.problem(steps, *found))
    if theme.logo and not theme.logo_text.strip():
        message = "the logo needs 'logo_text': what it says, for those who don't see it"
        problems.append(known.problem(("logo",), message))
    if problems:
        raise UserError(*order_problems(problems))
    hard = _hard_to_read(known, theme, shipped)
    return ThemeRead(file=theme, files=files, warnings=(*known.doubts, *hard))


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2's formula)."""
    light, dark = sorted((_relative_luminance(one), _relative_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _relative_luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _check_colours(known: tree.Tree, theme: ThemeSettings) -> Iterator[Problem]:
    for key in ("colours", "dark"):
        for name, colour in dataclasses.asdict(getattr(theme, key)).items():
            if colour and not _COLOUR.match(colour):
                advice = 'write six digits in quotation marks: "#8c1c13"'
                yield known.problem((key, name), f"{colour!r} is not a colour", advice)


def _check_families(known: tree.Tree, theme: ThemeSettings) -> Iterator[Problem]:
    for key, font in (("text", theme.fonts.text), ("small", theme.fonts.small)):
        if font and not _FAMILY.match(font.family):
            message = f"{font.family!r} is not the name of a typeface"
            yield known.problem(
                ("fonts", key, "family"), message, "letters, digits, spaces and hyphens"
            )


def _named_files(theme: ThemeSettings) -> Iterator[tuple[tree.Steps, str, Mapping[str, str], int]]:
    """Give every file that a theme names, with its place, the kinds it may be of and its largest
    size.
    """
    if theme.logo:
        yield ("logo",), theme.logo, LOGOS, LARGEST_LOGO
    for key, font in (("text", theme.fonts.text), ("small", theme.fonts.small)):
        for face in ("regular", "bold", "italic"):
            name = getattr(font, face) if font else ""
            if name:
                yield ("fonts", key, face), name, FONTS, LARGEST_FONT


def _theme_file(
    folder: Path, name: str, kinds: Mapping[str, str], largest: int
) -> bytes | tuple[str, str]:
    """The bytes of a file of the theme, or what is wrong with it and what to do."""
    suffix = PurePosixPath(name).suffix.lower()
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return f"{name!r} lies outside the theme's folder", "put a copy there"
        if suffix not in kinds:
            return f"{name!r} is of a kind that can't be used", f"one of {', '.join(kinds)}"
        if not path.is_file():
            beside = [
                item.relative_to(folder).as_posix()
                for item in folder.rglob("*")
                if item.suffix.lower() in kinds
            ]
            return f"there is no file {name!r} in the theme's folder", typed.suggest_near(
                name, beside
            )
        if path.stat().st_size > largest:
            return f"{name!r} is larger than {largest // 1000:,} kB", "make it smaller"
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        return f"{name!r} can't be read: {refusal_reason(error)}", ""


def _hard_to_read(
    known: tree.Tree, theme: ThemeSettings, shipped: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    """Say which text would not stand out from its ground, where the theme has chosen one of the
    two.
    """
    for key in ("colours", "dark"):
        chosen = {
            name: colour
            for name, colour in dataclasses.asdict(getattr(theme, key)).items()
            if colour
        }
        colours = {**shipped[key], **chosen}
        for ink in _INKS:
            for ground in _GROUNDS:
                found = contrast_ratio(colours[ink], colours[ground])
                if found < READABLE and (ink in chosen or ground in chosen):
                    message = (
                        f"{ink} on {ground} has a contrast of {found:.1f} to 1; "
                        f"text wants {READABLE}"
                    )
                    place = (key, ink if ink in chosen else ground)
                    yield known.problem(place, message, severity="warning")
