"""Templates: the user's folder wins, mistakes are named with file and line, and the sandbox
holds."""

import os

import pytest

from briefing.errors import UserError
from briefing.render import sandbox
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
    (folder / "partials" / "title.html.j2").write_text(
        "<h1>OUR HOUSE {{ page.title }}</h1>", encoding="utf-8"
    )
    values = {"page": page, "medium": "screen", "policy": ""}
    html = Templates(folder=folder).render("brief.html.j2", values, {"style": "", "script": ""})
    assert "OUR HOUSE Example" in html
    assert '<section class="evidence"' in html


def test_a_template_that_changed_is_compiled_anew_and_each_form_has_its_own(folder) -> None:
    told = []
    for text in ("{{ '# c'|line }}1", "{{ '# c'|line }}2"):
        for name in ("own.md.j2", "own.txt.j2"):
            (folder / name).write_text("{% include 'partials/shared.j2' %}", encoding="utf-8")
            (folder / "partials").mkdir(exist_ok=True)
            (folder / "partials/shared.j2").write_text(text, encoding="utf-8")
            told.append(Templates(folder=folder).render(name, {}, {}))
    assert told == ["&#35; c1", "# c1", "&#35; c2", "# c2"]


def test_of_very_many_templates_the_oldest_are_forgotten() -> None:
    kept = sandbox.code_for("text", "none")
    environment = sandbox.Sandbox(sandbox.TemplateBudget(), bytecode_cache=kept)
    for number in range(sandbox._MOST_KEPT + 1):
        bucket = kept.get_bucket(environment, f"{number}.txt.j2", None, str(number))
        bucket.code = number
        kept.set_bucket(bucket)
    first, last = (
        kept.get_bucket(environment, f"{number}.txt.j2", None, str(number)).code
        for number in (0, sandbox._MOST_KEPT)
    )
    assert (first, last) == (None, sandbox._MOST_KEPT)


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


MISSING = {
    "{{ page.editon }}": "page has no `editon`; did you mean `edition`?",
    "{{ pge.title }}": "there is no `pge`; did you mean `page`?",
    "{{ page.sections[0].lines[0].txt }}": "`StatementView` has no `txt`; did you mean `text`?",
    "{% if page.title.size %}{% endif %}": "a text has no `size`",
}


@pytest.mark.parametrize("text", MISSING)
def test_a_name_in_vain_is_told_in_words_of_what_a_template_sees(folder, page, text) -> None:
    (folder / "mine.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Templates(folder=folder).render("mine.html.j2", {"page": page}, {})
    assert str(caught.value) == f"templates/mine.html.j2:1:1: error: {MISSING[text]}"


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
    source = (
        "{{ page.title }}{% autoescape false %}{{ page.title }}{% endautoescape %}{{ "
        "page.title ~ page.title }}"
    )
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


def test_a_link_leads_nowhere_but_to_templates(folder, tmp_path) -> None:
    (tmp_path / "secret").write_text("root:x:0:0", encoding="utf-8")
    (folder / "x.j2").symlink_to(tmp_path / "secret")
    assert mistake(folder, "mine.html.j2", "{% include 'x.j2' %}").startswith(
        "templates/x.j2: error: leads outside"
    )
    (folder / "screen.css").symlink_to(tmp_path / "secret")
    with pytest.raises(UserError, match=r"templates/screen\.css: error: leads outside"):
        Templates(folder=folder).asset("screen.css")


def test_a_link_to_a_folder_leads_nowhere_else_either(folder, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.j2").write_text("secret", encoding="utf-8")
    (folder / "partials").symlink_to(tmp_path / "elsewhere")
    assert "leads outside" in mistake(folder, "mine.html.j2", "{% include 'partials/x.j2' %}")


def test_a_link_from_one_template_to_another_counts(folder) -> None:
    (folder / "a.html.j2").write_text("words", encoding="utf-8")
    (folder / "b.html.j2").symlink_to(folder / "a.html.j2")
    assert Templates(folder=folder).render("b.html.j2", {}, {}) == "words"


def test_a_pipe_is_no_template(folder) -> None:
    os.mkfifo(folder / "pipe.j2")
    assert "no template pipe.j2" in mistake(folder, "mine.html.j2", "{% include 'pipe.j2' %}")


def test_a_missing_template_is_told_where_it_is_asked_for(folder) -> None:
    shown = mistake(folder, "mine.html.j2", "\n{% include 'none.html.j2' %}")
    assert shown.startswith(
        "templates/mine.html.j2:2:1: error: no template none.html.j2 in templates/ or among"
    )


GREED = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops kept": "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% if b < 0 %}x{% "
    "endif %}{% endfor %}"
    "{% endfor %}",
    "text in a macro": "{% macro m() %}{% for a in range(99999) %}"
    + "x" * 9999
    + "{% endfor %}{% endmacro %}{{ m() }}",
    "repeated text": '{{ "x" * 10**10 }}',
    "repeated list": "{{ ([1] * 10**10)|length }}",
    "doubled text": "{% set n = namespace(x='xx') %}{% for i in range(60) %}{% set n.x = n.x + n.x "
    "%}{% endfor %}",
    "joined text": "{% set n = namespace(x='xx') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x "
    "%}{% endfor %}",
    "printed text": "{% set n = namespace(x='xx') %}{% for i in range(60) %}{% set t %}{{ n.x }}{{ "
    "n.x }}{% endset %}"
    "{% set n.x = t %}{% endfor %}",
    "method": '{{ "x".center(10**10) }}',
    "filter": '{{ "x"|center(10**10) }}',
    "named argument": '{{ "x"|center(width=10**10) }}',
    "percent": "{{ '%1000000000d' % 1 }}",
    "percent from outside": "{{ '%*d' % (1000000000, 1) }}",
    "format filter": "{{ '%1000000000d'|format(1) }}",
    "format": "{{ '{:1000000000d}'.format(1) }}",
    "join": "{{ range(99999)|join('x' * 99999) }}",
    "join of long texts": "{{ ([ 'x' * 9999999 ] * 9999)|join('') }}",
    "replace": "{{ ('x' * 99999)|replace('x', 'y' * 99999) }}",
    "power": "{{ 9 ** (9 ** 9) }}",
    "square": "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% "
    "endfor %}",
    "slices": "{{ [1]|slice(10**10)|list }}",
    "calls": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ "
    "m(60) }}",
    "includes": "{% include 'mine.html.j2' %}{% include 'mine.html.j2' %}",
}


@pytest.mark.parametrize("what", GREED)
def test_a_template_that_asks_for_too_much_is_stopped_at_its_line(
    folder, what, monkeypatch
) -> None:
    monkeypatch.setattr(sandbox, "MOST_STEPS", 300_000)
    assert mistake(folder, "mine.html.j2", "\n" + GREED[what]).startswith(
        "templates/mine.html.j2:2:1: error: "
    )


def test_the_clock_ends_a_template_too(folder, monkeypatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.05)
    assert "takes too long" in mistake(folder, "mine.html.j2", GREED["nested loops"])


def test_modest_work_is_let_be(folder) -> None:
    source = "{% for a in [1, 2] recursive %}{{ loop.index }}/{{ loop.length }} {% endfor %}"
    source += "{{ '%05.1f' % 2 }} {{ 'a' ~ 2 * 3 }} {{ '-' * 3 }} {{ 'x'|center(5) }}|"
    (folder / "mine.txt.j2").write_text(source, encoding="utf-8")
    assert Templates(folder=folder).render("mine.txt.j2", {}, {}) == "1/2 2/2 002.0 a6 ---   x  |"
