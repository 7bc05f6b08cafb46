"""Variables of a style sheet, put in before a PDF is made."""

import pytest

from briefing.render.variables import solve_variables


@pytest.mark.parametrize(
    ("style", "made"),
    [
        (":root { --a: red }\np { color: var(--a) }", ":root { --a: red }\np { color: red }"),
        (":root { --a: 1pt; --b: 2pt/3 var( --c ); --c: x }p{f:var(--b)}", None),
        ("p { color: var(--a) }:root{--a:red}", "p { color: red }:root{--a:red}"),
        (":root{--a:1}:root{--a:2}p{o:var(--a)}", ":root{--a:1}:root{--a:2}p{o:2}"),
        # Not ours to settle: a fallback, an unknown name, one that hangs on the element or on the
        # medium.
        (":root{--a:1}p{o:var(--a, 2)}", ":root{--a:1}p{o:var(--a, 2)}"),
        ("p{o:var(--a)}", "p{o:var(--a)}"),
        (":root{--a:1}.b{--a:2}p{o:var(--a)}", ":root{--a:1}.b{--a:2}p{o:var(--a)}"),
        ("@media x{:root{--a:1}}p{o:var(--a)}", "@media x{:root{--a:1}}p{o:var(--a)}"),
        (
            ":root{--a:1}@media x{:root{--a:2}}p{o:var(--a)}",
            ":root{--a:1}@media x{:root{--a:2}}p{o:var(--a)}",
        ),
        (
            ":root{--a:url(data:x;y,z);--b:2}p{o:var(--a) var(--b)}",
            ":root{--a:url(data:x;y,z);--b:2}p{o:url(data:x;y,z) 2}",
        ),
    ],
)
def test_what_root_alone_defines_is_put_in(style, made) -> None:
    if made is None:
        made = style.replace("{f:var(--b)}", "{f:2pt/3 x}").replace("var( --c )", "x")
    assert solve_variables(style) == made


def test_a_circle_ends() -> None:
    assert "var(--" in solve_variables(":root{--a:var(--b);--b:var(--a)}p{o:var(--a)}")


def test_nothing_is_left_to_work_out_in_what_is_shipped(templates) -> None:
    assert "var(" not in solve_variables(templates.asset("print.css"))
