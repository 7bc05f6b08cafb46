"""Templates: the user's folder wins, mistakes are named with file and line, and the sandbox holds."""

import pytest

from briefing.errors import UserError
from briefing.render.templates import Templates


def mistake(folder, name: str, text: str) -> str:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Templates(folder=folder).render(name, {"page": {"title": "T"}, "medium": "screen"}, {})
    return str(caught.value)


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "templates"
    path.mkdir()
    return path


def test_a_users_file_wins_and_the_rest_stays(folder, page) -> None:
    (folder / "partials").mkdir()
    (folder / "partials" / "title.html.j2").write_text("<h1>OUR HOUSE {{ page.title }}</h1>", encoding="utf-8")
    values = {"page": page, "medium": "screen", "policy": ""}
    html = Templates(folder=folder).render("brief.html.j2", values, {"style": "", "script": ""})
    assert "OUR HOUSE Example" in html
    assert '<section class="evidence"' in html


def test_a_users_style_sheet_wins(folder) -> None:
    (folder / "screen.css").write_text("body { color: red }", encoding="utf-8")
    assert Templates(folder=folder).asset("screen.css") == "body { color: red }"
    assert "@page" in Templates(folder=folder).asset("print.css")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("one\n{% if %}", 2, "Expected"),
        ("{% for x in y %}\n\n", 1, "Unexpected end"),
        ("a\nb\n{{ page.titel }}", 3, "titel"),
        ("\n{{ missing }}", 2, "missing"),
        ("{{ page.title|safe }}", 1, "safe"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("\n\n{{ 1 / 0 }}", 3, "division"),
        ("{{ page }}", 1, "not dict"),
        ("{{ lipsum() }}", 1, "lipsum"),
        ("{{ page.title|rich }}", 1, "takes a Rich"),
        ("{{ page.update({}) }}", 1, "unsafe"),
        ("{% include 'none.html.j2' %}", 0, "none.html.j2"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(folder, text, line, said) -> None:
    shown = mistake(folder, "mine.html.j2", text)
    assert said in shown
    if line:
        assert shown.startswith(f"templates/mine.html.j2:{line}:")


def test_a_mistake_in_a_partial_is_named_there(folder) -> None:
    (folder / "partials").mkdir()
    (folder / "partials" / "p.html.j2").write_text("\n{{ nothing }}", encoding="utf-8")
    shown = mistake(folder, "mine.html.j2", "{% include 'partials/p.html.j2' %}")
    assert shown.startswith("templates/partials/p.html.j2:2:")


def test_no_template_lies_outside_the_folders(folder, tmp_path) -> None:
    (tmp_path / "secret.html.j2").write_text("secret", encoding="utf-8")
    assert "secret.html.j2" in mistake(folder, "mine.html.j2", "{% include '../secret.html.j2' %}")


@pytest.mark.parametrize("name", ["t.html.j2", "t.md.j2"])
def test_a_value_is_never_run_and_always_escaped(folder, name) -> None:
    evil = "{{ 7 * 7 }} <script>alert(1)</script> **bold**"
    source = "{{ page.title }}{% autoescape false %}{{ page.title }}{% endautoescape %}{{ page.title ~ page.title }}"
    (folder / name).write_text(source, encoding="utf-8")
    shown = Templates(folder=folder).render(name, {"page": {"title": evil}}, {})
    assert "<script" not in shown
    assert "49" not in shown
    assert shown.count("&lt;script&gt;") == 4


def test_a_style_sheet_cannot_leave_its_element(folder) -> None:
    (folder / "screen.css").write_text("a{}</STYLE><script>", encoding="utf-8")
    with pytest.raises(UserError, match=r"templates/screen\.css"):
        Templates(folder=folder).asset("screen.css")


def test_a_missing_file_is_a_mistake_not_a_crash() -> None:
    with pytest.raises(UserError, match=r"no file x\.css"):
        Templates().asset("x.css")
