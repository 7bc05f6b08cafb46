"""A house style: what it changes in our style sheets and pictures, and the logo beside the title.

A theme changes no template. Its colours become the values of the variables at the head of
`print.css` and `screen.css`, and take the place of the shipped colours in pictures and in the mail,
where there are no variables.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# The colours as shipped: the variables of the style sheets, the figures' own, the mail's.
LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "accent": "#8c1c13", "ink": "#14181f", "quiet": "#4d545e", "rule": "#b9bec6",
        "wash": "#f4f1e9",
        "paper": "#ffffff", "mark": "#fbf1c7", "land": "#ece7da", "water": "#dfe6ea",
    }
)  # fmt: skip
DARK: Mapping[str, str] = MappingProxyType(
    {
        "accent": "#ff9d8f", "ink": "#e8e6e1", "quiet": "#aeb4bd", "rule": "#454b55",
        "wash": "#1f242c",
        "paper": "#14181f", "mark": "#4a3f12", "land": "#3a3d3f", "water": "#1b2a33",
    }
)  # fmt: skip
_DARK_RULES = "@media (prefers-color-scheme: dark)"
_TAG = re.compile(r"<[^>]*>")
_SERIFS, _SANS = 'Georgia, "Times New Roman", serif', "Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One file of a typeface, as a `data:` address."""

    address: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A typeface by its family's name, and the faces that the PDF carries."""

    family: str
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A house style. Colours are `#rrggbb` by name (see `LIGHT`); `logo` is a `data:` address or
    "".

    `text` and `small` are the typefaces of statements and of notes; None leaves the shipped one.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""
    logo_text: str = ""
    text: Font | None = None
    small: Font | None = None

    def asset(self, name: str, content: str) -> str:
        """A style sheet of the shipped or the user's folder in this house style; other files
        as they are.
        """
        if name == "print.css":
            return content + self._variables(self.colours, ":root")
        if name == "screen.css":
            return content + self._screen()
        if name == "mail.css":
            return self._mail(content)
        return content

    def picture(self, svg: str) -> str:
        """A picture of ours in this house style; colours in its texts stay, for they are not
        tags.
        """
        if not self.colours and not self.small:
            return svg
        return _TAG.sub(
            lambda tag: self._fonted(_replace_colours(tag[0], LIGHT, self.colours)), svg
        )

    def _fonted(self, tag: str) -> str:
        return (
            tag.replace(' font-family="', f" font-family=\"'{self.small.family}', ", 1)
            if self.small
            else tag
        )

    def faces(self) -> str:
        """The style sheet that lets the PDF carry the theme's fonts; "" without any."""
        return "".join(
            f'@font-face {{ font-family: "{font.family}"; font-weight: '
            f"{'700' if face.bold else '400'};"
            f" font-style: {'italic' if face.italic else 'normal'}; src: url({face.address}) }}\n"
            for font in (self.text, self.small)
            if font
            for face in font.faces
        )

    def _variables(self, colours: Mapping[str, str], selector: str) -> str:
        values = [f"--{name}: {colour}" for name, colour in colours.items()]
        if selector == ":root":
            values += [f'--{key}: "{font.family}", {_STACKS[key]}' for key, font in self._fonts()]
        return f"{selector} {{ {'; '.join(values)} }}\n" if values else ""

    def _fonts(self) -> list[tuple[str, Font]]:
        return [(key, font) for key, font in (("text", self.text), ("small", self.small)) if font]

    def _screen(self) -> str:
        """The variables for a light and a dark screen, in the order of the shipped rules."""
        light = self._variables(self.colours, ":root")
        if not self.dark and not light:
            return ""
        dark = {**DARK, **self.dark}
        own = self._variables(dark, ":root:not([data-theme=light])")
        chosen = self._variables(dark, ":root[data-theme=dark]")
        return (
            f"{light}@media screen and (prefers-color-scheme: dark) {{ {own} }}\n@media screen "
            f"{{ {chosen} }}\n"
        )

    def _mail(self, content: str) -> str:
        """Paint the mail's style sheet: it has no variables, because many mail programs know
        none.
        """
        light, rules, dark = content.partition(_DARK_RULES)
        painted = _replace_colours(light, {**LIGHT, "rule": "#c6cad1"}, self.colours)
        for key, font in self._fonts():
            stack = {"text": _SERIFS, "small": _SANS}[key]
            painted = painted.replace(stack, f'"{font.family}", {stack}')
        return painted + rules + _replace_colours(dark, DARK, self.dark)


_STACKS: Mapping[str, str] = MappingProxyType(
    {
        "text": '"STIX Two Text", "Noto Naskh Arabic", "DejaVu Sans", Georgia, serif',
        "small": (
            '"Fira Sans Condensed", "Noto Naskh Arabic", "DejaVu Sans", "Segoe UI", sans-serif'
        ),
    }
)


def _replace_colours(text: str, shipped: Mapping[str, str], chosen: Mapping[str, str]) -> str:
    """Put chosen colours where shipped ones stand, all in one pass."""
    swaps = {shipped[name]: colour for name, colour in chosen.items()}
    if not swaps:
        return text
    return re.sub("|".join(map(re.escape, swaps)), lambda found: swaps[found[0]], text)
