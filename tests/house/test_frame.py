"""What a brief says in its own voice stands in the frames of languages: no template and no code of
the rooms that make pages holds words for its readers."""

import ast
import re
from pathlib import Path

import pytest

import briefing
from briefing.render.templates import SHIPPED

PACKAGE = Path(briefing.__file__).parent
ROOMS = ("render", "figures", "compose", "sections")
# Names of the format's own and signs that every language has.
SIGNS = re.compile(r"sha256|&#?\w+;|A4|3 ¶7|https?://\S+")
TEMPLATES = [
    path.relative_to(SHIPPED).as_posix()
    for path in sorted(SHIPPED.rglob("*.j2"))
    if path.parent.name != "desk"  # the desk's pages speak to the analyst, as the command line does
]
MARKUP = re.compile(r"[<{\n]|^noopener |^img-src ")  # of HTML, CSS and a page's policy
# Texts that are data or go to whoever runs the program, by the module that has them.
OURS = {
    "sections/actors": "columns as brief.json names them; the page says them in its language",
    "compose/editing/": "questions to a model, and why its answer was not taken",
    "sections/tables": "a fault, for who runs `verify`",
    "render/shapes": "mistakes of a brief.json, for who runs the program",
    "render/sandbox": "mistakes of a user's template",
    "render/word/styles": "names of Word's own styles",
    "render/wording": "terms of the published scales of likelihood, as the analyst's file has them",
}


def words_of(template: str) -> str:
    """What a template prints whatever it is given: its text without commands and markup."""
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", template, flags=re.DOTALL)
    text = re.sub(r"<(style|script)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"""\b(?:title|alt|aria-label|placeholder)="([^"]*)\"""", r">\1<", text)
    text = re.sub(r""" (?:role|rel|tabindex)="[^"]*\"""", "", text)
    return SIGNS.sub("", re.sub(r"<[^<>]*>", "", text))


def printed_strings(template: str) -> list[str]:
    """Strings of two words or more that a template's expressions hold."""
    return [
        found
        for inner in re.findall(r"{{(.*?)}}", template, flags=re.DOTALL)
        for found in re.findall(r'"([^"]*)"', inner)
        if re.search(r"[a-z]{2,} [a-z]", found) and not found.startswith("grid ")
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name):
    text = (SHIPPED / name).read_text(encoding="utf-8")
    assert re.findall(r"[^\W\d_]{2,}", words_of(text)) == []
    assert printed_strings(text) == []


@pytest.mark.parametrize("name", ["page.js", "print.css", "screen.css", "mail.css"])
def test_a_script_and_a_style_have_none_either(name):
    text = (SHIPPED / name).read_text(encoding="utf-8")
    bare = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    shown = re.findall(r'(?:content: |field\(|make\("\w+", |" of |aria-label": )"([^"{}]*)"', bare)
    assert [one for one in shown if re.search(r"[A-Za-z]{2,}", one)] == []


def constants_of(tree: ast.Module):
    """The strings of a module that a reader of a brief could see: no docstring, no message to
    who runs the program."""
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed.add(node.value)
        if isinstance(node, ast.Raise):
            passed |= set(ast.walk(node))
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(getattr(target, "id", "") in {"message", "INSTALL"} for target in targets):
                passed |= set(ast.walk(node))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"_blame", "compile"}:
            passed |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            yield node


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_for_a_reader_stands_in_the_code(room):
    found = []
    for path in sorted((PACKAGE / room).rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if name.startswith(tuple(OURS)):
            continue
        for node in constants_of(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value
            if re.search(r"[A-Za-z]{2,} [a-z]{2,}", text) and not MARKUP.search(text):
                found.append((name, node.lineno, text))
    assert found == []
