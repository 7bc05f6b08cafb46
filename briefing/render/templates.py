"""The one door to Jinja2: finding templates, running them in its sandbox, saying where they fail.

Escaping does not hang on a template's good will. Every value that a template prints passes
`finalize`, which escapes it for the format at hand unless it is markup that this module made
itself; the filter `safe` and everything random are taken out. A template sees no clock, no file and
no network.
"""

import html
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NoReturn

import jinja2
from markupsafe import Markup

from briefing.errors import Problem, UserError, WorkError
from briefing.language.phrases import PLAIN, Phrases, find_phrases
from briefing.render import escape, plain
from briefing.render.sandbox import (
    Exhausted,
    Sandbox,
    TemplateBudget,
    check_size,
    code_for,
    name_missing,
)
from briefing.render.theme import Theme
from briefing.render.view import Drawing, Rich, Segment

_PACKAGE = Path(__file__).parent.parent
SHIPPED = next(
    (p for p in (_PACKAGE / "_templates", _PACKAGE.parent / "templates") if p.is_dir()), _PACKAGE
)
Form = Literal["html", "markdown", "text"]
_UNWANTED_FILTERS = ("safe", "random", "urlize", "pprint")
_UNWANTED_GLOBALS = ("lipsum",)
_FATAL = ("</style", "</script", "<!--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """The templates of one build: the user's `folder` first, then the package's, file by file, in a
    house style.
    """

    folder: Path | None = None
    theme: Theme = field(default_factory=Theme)

    def render(
        self,
        name: str,
        values: Mapping[str, object],
        trusted: Mapping[str, str],
        language: str = PLAIN,
    ) -> str:
        """Run template `name` over `values`; its own name says whether it writes HTML, Markdown or
        plain text, and `phrase` in it says those of `language`.

        `trusted` holds our own style sheets and scripts, which go in as they are. Raises
        `UserError` with file and line for whatever is wrong in a template of the user's folder.
        """
        form = _form_of(name)
        environment = self._environment(form, find_phrases(language))
        environment.bytecode_cache = code_for(form, language)
        environment.undefined = name_missing((*values, *trusted, *environment.globals))
        # Never source text.
        ours = {key: Markup(text) for key, text in trusted.items()}  # noqa: S704
        try:
            return environment.get_template(name).render(**values, **ours)
        except UserError:
            raise
        except Exception as error:
            self._blame_template(name, error)
            if isinstance(error, Exhausted):
                message = f"{name}: {error}"
                raise WorkError(message) from error
            raise

    def _blame_template(self, name: str, error: Exception) -> None:
        """Raise UserError where a template of the user's is at fault, or one can't be read."""
        if isinstance(error, jinja2.TemplateNotFound):
            folder = (self.folder or SHIPPED).name
            path, line = self._place(error.__traceback__) or (Path(folder, name), 0)
            self._blame(
                path, line, f"no template {error} in {folder}/ or among the shipped ones", error
            )
        if isinstance(error, jinja2.TemplateSyntaxError):
            self._blame(
                Path(error.filename or name), error.lineno, error.message or "syntax error", error
            )
        where = self._place(error.__traceback__)
        if where is not None:
            self._blame(*where, str(error) or type(error).__name__, error)

    def asset(self, name: str) -> str:
        """A style sheet or script by name, in the house style; it must be fit to stand inside
        its HTML element.
        """
        for folder in self._folders():
            path = folder / name
            text = self._text_of(path)
            if text is not None:
                if any(mark in text.lower() for mark in _FATAL):
                    message = "must not hold </style, </script or <!--"
                    raise UserError(
                        Problem(path=self._shown(path), line=0, column=0, message=message)
                    )
                return self.theme.asset(name, text)
        raise UserError(
            Problem(path=name, line=0, column=0, message=f"no file {name} in the templates")
        )

    def binary(self, name: str) -> bytes:
        """The bytes of a file that stands in the user's folder. Raises UserError without one."""
        path = (self.folder or SHIPPED) / name
        real = self._real_file(path) if self.folder else None
        if real is None:
            self._blame(path, 0, "there is no such file", None)
        try:
            return real.read_bytes()
        except OSError as error:
            self._blame(path, 0, f"can't be read: {error.strerror}", error)

    def _folders(self) -> tuple[Path, ...]:
        return (self.folder, SHIPPED) if self.folder else (SHIPPED,)

    def _text_of(self, path: Path) -> str | None:
        """The text of a file that really lies in one of the folders, or None where there is
        none.

        A link may lead from one template to another, and nowhere else.
        """
        real = self._real_file(path)
        if real is None:
            return None
        try:
            return real.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._blame(
                path, 0, f"can't be read as UTF-8: {getattr(error, 'reason', None) or error}", error
            )

    def _real_file(self, path: Path) -> Path | None:
        """Where a file really lies, None where there is none; it must be in one of the folders."""
        real = Path(os.path.realpath(path))
        if not real.is_file():  # neither a pipe nor a device is ever opened
            return None
        if not any(real.is_relative_to(os.path.realpath(folder)) for folder in self._folders()):
            self._blame(path, 0, "leads outside the folders of templates", None)
        return real

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template's text and file, the user's first; for Jinja2's loader."""
        parts = name.split("/")
        if any(part in {"", ".", ".."} or "\\" in part for part in parts):
            return None
        for folder in self._folders():
            path = folder.joinpath(*parts)
            text = self._text_of(path)
            if text is not None:
                return text, str(path), None
        return None

    def _environment(self, form: Form, words: Phrases) -> jinja2.Environment:
        escapes: Mapping[Form, Callable[[str], str]] = {
            "markdown": escape.escape_markdown,
            "html": _escape_html,
            "text": str,
        }
        escaped = escapes[form]
        budget = TemplateBudget()

        def printed(value: object) -> Markup:
            text = (
                value
                if isinstance(value, Markup)
                else Markup(escaped(check_size(_value_text(value))))  # noqa: S704
            )
            budget.step(len(text))
            return check_size(text)  # type: ignore[no-any-return]

        environment = Sandbox(
            budget,
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=name_missing(()),
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        for name in _UNWANTED_FILTERS:
            environment.filters.pop(name)
        for name in _UNWANTED_GLOBALS:
            environment.globals.pop(name)
        rich = {"markdown": _rich_markdown, "html": _rich_html, "text": _rich_text}[form]
        environment.filters.update(
            rich=rich,
            picture=self._picture,
            marked=_print_marked,
            bidi=_print_plain if form == "text" else _make_isolating(words.direction),
        )
        environment.globals.update(
            logo=self.theme.logo,
            logo_text=self.theme.logo_text,
            phrase=_make_saying(words, escaped),
            comma=Markup(escaped(words.lists["comma"])),  # noqa: S704 - of the frame
            semicolon=Markup(escaped(words.lists["semicolon"])),  # noqa: S704
        )
        start = str if form == "text" else escape.escape_start
        environment.filters["line"] = lambda value: Markup(  # noqa: S704
            start(str(escaped(_value_text(value))))
        )
        return environment

    def _picture(self, value: Drawing) -> Markup:
        """Print a figure's SVG, which our own drawing module has written."""
        return Markup(self.theme.picture(_check_kind(value, Drawing).svg))  # noqa: S704

    def _place(self, trace: TracebackType | None) -> tuple[Path, int] | None:
        """The innermost template line of the user's folder in a traceback, or None."""
        found = None
        while trace is not None:
            path = Path(trace.tb_frame.f_code.co_filename)
            if self.folder and path.is_relative_to(self.folder):
                found = path, trace.tb_lineno
            trace = trace.tb_next
        return found

    def _blame(self, path: Path, line: int, message: str, cause: Exception | None) -> NoReturn:
        raise UserError(
            Problem(path=self._shown(path), line=line, column=1 if line else 0, message=message)
        ) from cause

    def _shown(self, path: Path) -> str:
        """Name a template as its user would: from the templates folder's own name on."""
        for folder in self._folders():
            if path.is_relative_to(folder):
                return f"{folder.name}/{path.relative_to(folder).as_posix()}"
        return path.name


def _form_of(name: str) -> Form:
    """What a template writes, as its name says."""
    if ".md." in name:
        return "markdown"
    return "text" if ".txt." in name else "html"


def _make_saying(words: Phrases, escaped: Callable[[str], str]) -> Callable[..., Markup]:
    """The function by which a template says a phrase; markup of ours stands in a slot as it is."""

    def say(key: str, **slots: object) -> Markup:
        counted = {name: v if isinstance(v, int) else str(v) for name, v in slots.items()}
        return Markup("").join(
            Markup(escaped(text)) if slot is None else fill(slots[slot])  # noqa: S704
            for text, slot in words.pieces(key, counted)
        )

    def fill(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return Markup(escaped(words.fit_slot(_value_text(value))))  # noqa: S704

    return say


def _value_text(value: object) -> str:
    """Turn a printed value into text; a whole object is a slip of the template, not a text."""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, with the name
    message = f"a template can print text and numbers, not {type(value).__name__}"
    raise TypeError(message)


def _escape_html(text: str) -> str:
    return html.escape(text, quote=True)


def _rich_html(value: Rich) -> Markup:
    """Print the analyst's text, which `analyst.render_rich` has sanitised."""
    return Markup(_check_kind(value, Rich).html)  # noqa: S704


def _rich_markdown(value: Rich) -> Markup:
    """Print the analyst's text as Markdown: as plain words, since raw Markdown may hold HTML."""
    return Markup(escape.escape_markdown(_check_kind(value, Rich).text))  # noqa: S704


def _rich_text(value: Rich) -> Markup:
    """Print the analyst's text as plain words."""
    return Markup(_check_kind(value, Rich).text)  # noqa: S704


def _print_plain(value: str) -> Markup:
    """Print text as it is, where nothing is markup."""
    return Markup(_value_text(value))  # noqa: S704


def _print_marked(segments: Sequence[Segment]) -> Markup:
    """Print the stretches of a passage as Markdown, the quoted ones in bold."""
    return Markup(  # noqa: S704
        escape.mark_stretches([(_check_kind(one, Segment).text, one.quoted) for one in segments])
    )


def _make_isolating(direction: str) -> Callable[[str], Markup]:
    """The filter that prints text in its own direction, set apart from what stands round it."""

    def isolate(value: str) -> Markup:
        safe = _escape_html(value)
        if not plain.runs_otherwise(value, direction):
            return Markup(safe)  # noqa: S704
        return Markup(f'<bdi dir="{plain.text_direction(value)}">{safe}</bdi>')  # noqa: S704

    return isolate


def _check_kind(value: Any, kind: type[Any]) -> Any:  # noqa: ANN401 - whatever a template hands in
    if not isinstance(value, kind):
        message = f"this filter takes a {kind.__name__}, not {type(value).__name__}"
        raise TypeError(message)
    return value
