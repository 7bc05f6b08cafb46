"""Jinja2's sandbox with a bound on work: what a template may do at most before it is stopped.

Jinja2 bounds `range` alone. Here every round of a loop, call, filter and printed value is counted,
the size of every value that can grow is asked before it is made where it could be huge, and the
counts end a template long before it fills the memory. They are counts, so that they end at the same
place on any machine; the clock is only asked in case single steps are slow. The two classes extend
Jinja2's own, which is how it is meant to be changed.
"""

import dataclasses
import difflib
import functools
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import BytecodeCache, nodes, sandbox
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Template
from jinja2.runtime import Context, StrictUndefined
from jinja2.utils import missing

MOST_STEPS = 20_000_000
MOST_PRINTED = 200_000_000  # characters, all values together
MOST_VALUE = 20_000_000  # characters or items of one value
MOST_SECONDS = 120.0
_MOST_KEPT = 128  # compiled templates; a brief and its mail take some thirty
_MOST_NUMBER = 10_000  # of what is asked of a filter: widths, counts
_MOST_BITS = 4_096
_MOST_FILLING = 3  # digits of a width or a precision
_WIDE = re.compile(rf"%[^a-zA-Z%]*(?:\*|[0-9]{{{_MOST_FILLING + 1}}})")
_GROWING = frozenset(
    {"center", "expandtabs", "format", "format_map", "join", "ljust", "replace", "rjust", "zfill"}
)


class Exhausted(ValueError):  # noqa: N818 - what happened to the template, as its author reads it
    """A template asked for more work than any brief needs."""


class TemplateBudget:
    """What one run of a template has used so far."""

    __slots__ = ("_ends", "_printed", "_steps")

    def __init__(self) -> None:
        """Start counting, and the clock."""
        self._steps = 0
        self._printed = 0
        self._ends = time.monotonic() + MOST_SECONDS

    def step(self, printed: int = 0) -> None:
        """Count one step that writes so many characters. Raises Exhausted where that is too
        much.
        """
        self._steps += 1
        self._printed += printed
        if self._steps > MOST_STEPS:
            message = f"the template does not end: stopped after {MOST_STEPS:,} steps"
            raise Exhausted(message)
        if self._printed > MOST_PRINTED:
            message = f"the template writes too much: stopped after {MOST_PRINTED:,} characters"
            raise Exhausted(message)
        if time.monotonic() > self._ends:
            message = f"the template takes too long: stopped after {MOST_SECONDS:.0f} seconds"
            raise Exhausted(message)

    def rounds(self, items: Iterable[Any], printed: int) -> Iterator[Any]:
        """The items of a loop, each of whose rounds writes so many characters of its own."""
        for item in items:
            self.step(printed)
            yield item


def check_size(value: Any) -> Any:  # noqa: ANN401 - whatever a template handles
    """`value` back. Raises Exhausted where it is larger than anything a brief prints."""
    if isinstance(value, str | list | tuple | dict) and len(value) > MOST_VALUE:
        raise _too_large()
    return value


class Sandbox(sandbox.ImmutableSandboxedEnvironment):
    """The sandbox with its bounds; good for one run of one template."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    # The signature is Jinja2's own.
    def __init__(self, budget: TemplateBudget, **options: Any) -> None:  # noqa: ANN401
        """Bind every filter to `budget`."""
        super().__init__(**options)
        self.budget = budget
        self.rounds = budget.rounds
        self.sized = check_size
        self.code_generator_class = Counting
        for name, filtered in sorted(self.filters.items()):
            self.filters[name] = _bound_filter(name, filtered, budget)

    # The signature is Jinja2's own.
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Keep from templates the methods of text that can make much of little; there are filters
        for it.
        """
        growing = isinstance(obj, str) and attr in _GROWING
        return not growing and super().is_safe_attribute(obj, attr, value)

    # The signature is Jinja2's own.
    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Count a call, and look at what it gives."""
        self.budget.step()
        return check_size(super().call(context, obj, *args, **kwargs))

    # The signature is Jinja2's own.
    def call_binop(
        self,
        context: Context,
        operator: str,
        left: Any,  # noqa: ANN401
        right: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Refuse what would be huge before it is made."""
        self.budget.step()
        _OPERATORS[operator](left, right)
        return super().call_binop(context, operator, left, right)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: Any = None,  # noqa: A002, ANN401 - Jinja2's own
    ) -> Template:
        """Count an include."""
        self.budget.step()
        return super().get_template(name, parent, globals)


class KeptCode(BytecodeCache):
    """What templates were compiled to, while the process lives: the desk renders one brief again
    and again, and a letter goes to each of many readers.

    Compiling takes longer than running. A template of another text, name or file is compiled anew.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give `bucket` the code of its template, if that is kept."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, and forget the oldest of too many."""
        self._codes[bucket.key, bucket.checksum] = bucket.code
        while len(self._codes) > _MOST_KEPT:
            self._codes.popitem(last=False)


@functools.lru_cache(maxsize=16)
def code_for(form: str, language: str) -> KeptCode:
    """The code of templates that write `form` in `language`: filters of theirs over constant words
    run as these are compiled, so each pair has its own.
    """
    del form, language
    return KeptCode()


def name_missing(known: Iterable[str]) -> type[StrictUndefined]:
    """What stands for a name that a template asks for in vain: it fails in words of what a template
    sees. `known` are the names that the template was given.
    """
    names = tuple(known)

    class Missing(StrictUndefined):  # Jinja2's own way to say otherwise what is missing
        """A name or a field that is not there."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return self._undefined_hint
            wanted = str(self._undefined_name)
            if self._undefined_obj is missing:
                return f"there is no `{wanted}`{_suggest(wanted, names)}"
            fields = _field_names(self._undefined_obj)
            seen = _seen_name(self._undefined_obj)
            return f"{seen} has no `{wanted}`{_suggest(wanted, fields)}"

    return Missing


def _suggest(wanted: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, sorted(names), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def _field_names(seen: object) -> list[str]:
    """The fields of what a template sees."""
    if isinstance(seen, Mapping):
        return [str(key) for key in seen]
    return [one.name for one in dataclasses.fields(seen)] if dataclasses.is_dataclass(seen) else []


def _seen_name(seen: object) -> str:
    """What a template calls a value: `page` for the page, else by the kind that the docs name."""
    own = type(seen).__name__
    if isinstance(seen, str | int | float):
        return "a text" if isinstance(seen, str) else "a number"
    if isinstance(seen, Sequence | Mapping):
        return "a list" if isinstance(seen, Sequence) else "a mapping"
    return {"PageView": "page", "MailView": "mail"}.get(own, f"`{own}`")


class Counting(CodeGenerator):
    """Writes templates whose loops and joined texts are counted."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja2's own
        """Take the items of a loop through the budget."""
        own = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        asked = [node.iter, nodes.Const(own)]
        counted = nodes.Call(nodes.EnvironmentAttribute("rounds"), asked, [], None, None)
        node.iter = counted.set_lineno(node.lineno).set_environment(self.environment)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja2's own
        """Look at a text joined with `~`."""
        self.write("environment.sized(")
        super().visit_Concat(node, frame)
        self.write(")")


def _too_large() -> Exhausted:
    return Exhausted(f"a value of more than {MOST_VALUE:,} characters or items")


def _bit_length(value: object) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _check_plus(left: Any, right: Any) -> None:  # noqa: ANN401 - whatever a template adds
    if (
        hasattr(left, "__len__")
        and hasattr(right, "__len__")
        and len(left) + len(right) > MOST_VALUE
    ):
        raise _too_large()


def _check_times(left: Any, right: Any) -> None:  # noqa: ANN401 - whatever a template multiplies
    for one, other in ((left, right), (right, left)):
        if hasattr(one, "__len__") and isinstance(other, int) and len(one) * other > MOST_VALUE:
            raise _too_large()
    if _bit_length(left) + _bit_length(right) > _MOST_BITS:
        message = "a number too large"
        raise Exhausted(message)


def _check_power(left: Any, right: Any) -> None:  # noqa: ANN401 - whatever a template raises
    if isinstance(right, int) and _bit_length(left) * abs(right) > _MOST_BITS:
        message = "a number too large"
        raise Exhausted(message)


def _check_percent(left: Any, right: Any) -> None:  # noqa: ANN401 - whatever a template formats
    del right
    if isinstance(left, str) and _WIDE.search(left):
        message = f"a width of more than {_MOST_FILLING} digits"
        raise Exhausted(message)


_OPERATORS: Mapping[str, Callable[[Any, Any], None]] = {
    "+": _check_plus,
    "*": _check_times,
    "**": _check_power,
    "%": _check_percent,
}


def _bound_filter(
    name: str, filtered: Callable[..., Any], budget: TemplateBudget
) -> Callable[..., Any]:
    """A filter that counts, and refuses arguments of which much could be made."""
    skipped = 1 if hasattr(filtered, "jinja_pass_arg") else 0

    @functools.wraps(filtered)  # keeps the marks that Jinja2 puts on filters
    def bounded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a filter's own
        budget.step()
        handled = list(args)
        if name == "join" and len(handled) > skipped and not isinstance(handled[skipped], str):
            handled[skipped] = list(budget.rounds(handled[skipped], 0))
        value, *given = handled[skipped:] or [None]
        _check_arguments(name, value, [*given, *kwargs.values()])
        return check_size(filtered(*handled, **kwargs))

    return bounded


# What a filter is given is whatever a template says.
def _check_arguments(name: str, value: Any, given: list[Any]) -> None:  # noqa: ANN401
    """Raise Exhausted where a filter is asked for more than a brief needs."""
    for one in given:
        if isinstance(one, int | float) and abs(one) > _MOST_NUMBER:
            message = f"{name}: a number of more than {_MOST_NUMBER:,}"
            raise Exhausted(message)
        if isinstance(one, str):
            _check_spread(value, one)
    if name == "format":
        _check_percent(value, None)
    if name == "join":
        _check_joined(value)


def _check_spread(value: Any, text: str) -> None:  # noqa: ANN401
    """Raise Exhausted where `text` beside each item of a value would be too much."""
    if hasattr(value, "__len__") and (len(value) + 1) * len(text) > MOST_VALUE:
        raise _too_large()


def _check_joined(value: Any) -> None:  # noqa: ANN401
    if isinstance(value, list) and sum(len(str(one)) for one in value) > MOST_VALUE:
        raise _too_large()
