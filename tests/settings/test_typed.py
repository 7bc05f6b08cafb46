from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest

from briefing.settings import tree, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    words: tuple[str, ...] = ()
    flag: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    count: int = 1
    share: float | None = None
    text: str = ""
    either: str | bool = ""
    choice: Literal["one", "two"] = "one"
    mixed: tuple[str | list[str] | dict[str, str], ...] = ()
    inner: Inner = field(default_factory=Inner)
    many: tuple[Inner, ...] = ()
    named: Mapping[str, Inner] = field(default_factory=dict)
    from_: str = ""

    def __post_init__(self):
        if self.count == 13:
            message = "the count '13' brings bad luck"
            raise ValueError(message)


def convert(text, **options):
    made, problems = typed.convert_mapping(Outer, tree.parse_yaml(text, "f"), **options)
    return made, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("written", "field_name", "value"),
    [
        ("count: 8", "count", 8),
        ("count: '8'", "count", 8),
        ("share: 1.5", "share", 1.5),
        ("text: 8", "text", "8"),
        ("text: 2025-11-17", "text", "2025-11-17"),
        ("text: 'no'", "text", "no"),
        ("either: no", "either", "no"),
        ("from: a", "from_", "a"),
        ("inner: {flag: off}", "inner", Inner(flag=False)),
        ("inner: {flag: yes, words: ['on']}", "inner", Inner(flag=True, words=("on",))),
        ("mixed: [a, [b], {c: d}]", "mixed", ("a", ["b"], {"c": "d"})),
        ("named: {a: {flag: true}}", "named", {"a": Inner(flag=True)}),
    ],
)
def test_the_field_decides_what_a_scalar_is(written, field_name, value):
    made, problems = convert(written)
    assert problems == []
    assert getattr(made, field_name) == value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("count: 8.5", "f:1:8: error: 'count': '8.5' is not a whole number"),
        ("count: yes", "f:1:8: error: 'count': 'yes' is not a whole number"),
        ("share: much", "f:1:8: error: 'share': 'much' is not a number"),
        ("text: {a: b}", "f:1:7: error: 'text': a mapping is not text"),
        (
            "text: no",
            (
                "f:1:7: error: 'text': no without quotation marks is a truth value to "
                "YAML; text is "
                'wanted (write "no")'
            ),
        ),
        (
            "choice: tow",
            "f:1:9: error: 'choice': 'tow' is not one of one or two (did you mean 'two'?)",
        ),
        ("inner: {flag: 2}", "f:1:15: error: 'flag': '2' is not true or false"),
        ("inner: {wrods: [a]}", "f:1:9: error: unknown key 'wrods' (did you mean 'words'?)"),
        ("many: [{}, {words: a}]", "f:1:20: error: 'words': 'a' is not a list (write [a])"),
        ("named: {a: {flga: yes}}", "f:1:13: error: unknown key 'flga' (did you mean 'flag'?)"),
        ("named: {a: [b]}", "f:1:12: error: 'a': a list is not a mapping (key: value)"),
        (
            "mixed: [off]",
            (
                "f:1:9: error: 'mixed': off without quotation marks is a truth value to YAML; text "
                "is wanted "
                '(write "off")'
            ),
        ),
        ("count: 13", "f:1:8: error: the count '13' brings bad luck"),
        ("from_: a", "f:1:1: error: unknown key 'from_' (did you mean 'from'?)"),
        (
            "zzz: a",
            (
                "f:1:1: error: unknown key 'zzz' (known here: choice, count, either, from, inner, "
                "many, mixed, "
                "named, share or text)"
            ),
        ),
    ],
)
def test_a_mistake_is_said_in_plain_words(written, said):
    assert convert(written) == (None, [said])


def test_what_a_class_asks_of_itself_comes_with_the_wrong_types():
    assert [line.split(": ", 2)[2] for line in convert("count: 13\ntext: [a]")[1]] == [
        "'text': a list is not text",
        "the count '13' brings bad luck",
    ]


def test_foreign_keys_are_passed_over_when_told_to():
    assert convert("kind: x\ncount: 2", ignore=["kind"])[0] == Outer(count=2)


def test_nearness_needs_more_than_a_letter():
    assert typed.suggest_near("qqq", ["works"]) == ""
    assert typed.suggest_near("WORK", ["works", "words"]) == "did you mean 'works'?"
    assert typed.suggest_near("x", []) == ""


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("inner: {words: died, ill}", "a list wants brackets: words: [died, ill]"),
        ("inner: {words: died, ill, flag: yes}", "a list wants brackets: words: [died, ill]"),
        ("inner: {flag: yes, wrods: }", "did you mean 'words'?"),
    ],
)
def test_a_list_without_brackets_is_told_from_a_wrong_key(written, advice):
    made, problems = convert(written)
    assert made is None
    assert any("unknown key" in one and f"({advice})" in one for one in problems), problems
