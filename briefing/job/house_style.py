"""From a theme's folder to the house style that the templates wear."""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import PurePosixPath

from briefing.errors import Problem, UserError
from briefing.render.theme import DARK, LIGHT, Face, Font, Theme
from briefing.settings import Settings, theme


def load_theme(settings: Settings, problems: list[Problem]) -> tuple[Theme, tuple[Problem, ...]]:
    """Read the theme's folder, adding its mistakes to `problems`; also give what is doubtful in
    it.
    """
    name = settings.brief.theme
    if (
        not name or not (settings.base / name).is_dir()
    ):  # a folder that is missing is said of the config
        return Theme(), ()
    try:
        found = theme.read_theme(settings.base / name, name, {"colours": LIGHT, "dark": DARK})
    except UserError as error:
        problems.extend(error.problems)
        return Theme(), ()
    chosen = found.file
    colours, dark = (
        {k: v for k, v in asdict(one).items() if v} for one in (chosen.colours, chosen.dark)
    )
    return Theme(
        colours=colours,
        dark=dark,
        logo=_data_address(found, chosen.logo, theme.LOGOS),
        logo_text=chosen.logo_text,
        text=_load_font(found, chosen.fonts.text),
        small=_load_font(found, chosen.fonts.small),
    ), found.warnings


def _load_font(found: theme.ThemeRead, font: theme.FontSettings | None) -> Font | None:
    """A typeface of the theme with its faces."""
    if font is None:
        return None
    faces = (("regular", font.regular), ("bold", font.bold), ("italic", font.italic))
    return Font(
        family=font.family,
        faces=tuple(
            Face(
                address=_data_address(found, name, theme.FONTS),
                bold=face == "bold",
                italic=face == "italic",
            )
            for face, name in faces
            if name
        ),
    )


def _data_address(found: theme.ThemeRead, name: str, kinds: Mapping[str, str]) -> str:
    """A file of the theme as a `data:` address; "" for none."""
    if not name:
        return ""
    kind = kinds[PurePosixPath(name).suffix.lower()]
    return f"data:{kind};base64,{base64.b64encode(found.files[name]).decode('ascii')}"
