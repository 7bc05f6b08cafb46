"""Words of English stand in `languages/en`, not in the code that reads and tells articles.

Looked for are string constants by which code recognises something: members of sets, lists, tuples
and keys of tables, what is compared with, what string methods are asked for, and the letters of
patterns. A string counts where it is an English word that names nothing in the code itself: no
field, parameter, function, word of a `Literal`, element or attribute of HTML.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml.html import defs

import briefing
from briefing.languages.en.names.lists import DICTIONARY

PACKAGE = Path(briefing.__file__).parent
SMALL = frozenset(
    "a an and are as at be but by for from had has have he her him his i if in into is it its may "
    "me"
    " my no nor not of off on or our she so than that the their them they this to too up us was we"
    " were when where which while who whom whose will with would you your".split()
)
ENGLISH = DICTIONARY | SMALL
# Rooms and files whose words aren't those of articles, each with what they are instead.
OTHER_WORDS = {
    "cli mailing registry settings state deliver": (
        "keys and words of the config, of files and protocols, and messages to who runs the program"
    ),
    "desk": "addresses and fields of the desk's forms, headers of HTTP, words to the analyst",
    "render figures sections": "the brief's own frame: titles, legends, labels of tables",
    "ingest/html/several": "names that pages give to their elements",
    "ingest/html/colours ingest/html/data_text ingest/html/declared ingest/html/declared_dates"
    " ingest/html/faint ingest/html/hiding ingest/html/raised"
    " ingest/html/selecting ingest/html/sheets"
    " ingest/html/visible": "names and values of HTML and CSS",
    "ingest/archive ingest/charset ingest/decode ingest/docx ingest/embedded ingest/feedfile"
    " ingest/html/linked ingest/http/exchange ingest/http/fetching ingest/mail/letter"
    " ingest/mail/outlook ingest/mail/parse ingest/mail/parts ingest/mail/saved"
    " ingest/opendocument ingest/raising": (
        "names of file formats and protocols, their parts and their units"
    ),
    "ingest/openings ingest/records": "keys of front matter and of JSON",
    "ingest/noprose": "words of programming languages",
    "ingest/stamps ingest/tongues": "codes of countries and languages",
    "walk/outlets": "a note of this program's own, which `verify` finds in the brief; host labels",
    "tag/pattern": "words of the config: names of signals, the operators of a tag",
    "language/phrases language/plurals": "tables of a frame, and the syntax of CLDR's rules",
    "language/romanising": "letters",
    "language/plain/counts": "names of sections in the files of a language",
    "corpus/differences": "names of what the catalogue keeps",
    "inspection/absence/standing": "the reasons for which rules refuse sentences, by their names",
    "editor/openai_client": "roles and fields of a protocol",
}
ALLOWED = {name for names in OTHER_WORDS for name in names.split()}
# Words of the code that no field, parameter or function is called by.
OUR_WORDS = frozenset(
    "appeal disclaimer repeat struck"  # kinds of marks, as briefing.model.Mark has them
    " office meeting fragment"  # names of signals, and of a reason to refuse a sentence
    " undecided"  # a kind of gap
    " warning".split()
)
METHODS = frozenset(
    "startswith endswith removeprefix removesuffix partition rpartition replace find rfind index"
    " count split rsplit".split()
)
NAME = re.compile(r"\w+(?:_\w+)+")
PATTERN = re.compile(r"\\b|\\s|\\w|\(\?|\[\^|\.\{|\.\*|\w\?")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """The modules that aren't a language's, each by its path in the package without `.py`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if not name.startswith("languages/"):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def named_in(tree: ast.AST) -> Iterator[str]:
    """The words that the code itself is made of."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Name(id=word)
                | ast.Attribute(attr=word)
                | ast.arg(arg=word)
                | ast.keyword(arg=str(word))
                | ast.FunctionDef(name=word)
                | ast.ClassDef(name=word)
                | ast.alias(name=word)
            ):
                yield word.strip("_")
            case ast.Subscript(value=ast.Name(id="Literal"), slice=words):
                yield from texts_of(words)


def texts_of(*nodes: ast.AST | None) -> Iterator[str]:
    """The string constants in nodes and below them; what an f-string makes is no constant."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.AST() if not isinstance(node, ast.JoinedStr):
                yield from texts_of(*ast.iter_child_nodes(node))


def recognising(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings by which code recognises something, with their lines."""
    for node in ast.walk(tree):
        texts: Iterable[str] = ()
        match node:
            case ast.Set(elts=members) | ast.List(elts=members) | ast.Tuple(elts=members):
                texts = [text for text in texts_of(*members) if len(text.split()) < 3]
            case ast.Dict(keys=keys):
                texts = texts_of(*keys)
            case ast.Compare(left=left, comparators=others):
                texts = texts_of(left, *others)
            case ast.Call(func=ast.Attribute(value=owner, attr=method), args=asked) if (
                method in METHODS
            ):
                texts = [*texts_of(*asked), *texts_of(owner)]
            case ast.Constant(value=str(text)) if PATTERN.search(text) and "\n\n" not in text:
                texts = [re.sub(r"\\[a-zA-Z]|\[[^\]]*\]|\(\?P<\w+>", " ", text)]
        for text in texts:
            yield getattr(node, "lineno", 0), text


def english_in(text: str, names: frozenset[str]) -> list[str]:
    """The words of a string that are English and name nothing in the code; a small word names
    something only where it stands alone.
    """
    if text in names or NAME.fullmatch(text):
        return []
    words = re.findall(r"[A-Za-z]{2,}", text)
    return [word for word in words if word.lower() in ENGLISH and not named(word.lower(), names)]


def named(word: str, names: frozenset[str]) -> bool:
    return word in names and word not in SMALL


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """By module the places where English stands, as "line: words"."""
    trees = dict(modules())
    names = {word for tree in trees.values() for word in named_in(tree)}
    ours = frozenset(names | defs.tags | defs.safe_attrs) | OUR_WORDS
    places: dict[str, list[str]] = {}
    for name, tree in trees.items():
        for line, text in recognising(tree):
            words = english_in(text, ours)
            if words:
                places.setdefault(name, []).append(f"{line}: {' '.join(words)}")
    return places


def excused(name: str) -> bool:
    return bool({name, name.split("/", maxsplit=1)[0]} & ALLOWED)


def test_no_word_of_english_recognises_anything_outside_the_languages(found):
    assert not {name: places for name, places in found.items() if not excused(name)}


def test_every_excuse_is_needed(found):
    used = {part for name in found for part in (name, name.split("/", maxsplit=1)[0])}
    assert not ALLOWED - used


@pytest.mark.parametrize(
    "code",
    [
        'WORDS = {"killed", "wounded"}',
        'PATTERN = re.compile(r"\\b(?:said|told) that\\b")',
        'PART = r"(?:mayor|minister)s?"',
        'if word in ("yesterday", "tomorrow"): pass',
        'line.startswith("according to")',
        'STOP = "the of and".split()',
        'TABLE = {"dozen": 12}',
    ],
)
def test_a_word_that_recognises_is_found(code):
    assert any(english_in(text, frozenset()) for _, text in recognising(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ['raise ValueError("no such file in the folder")', 'KEYS = {"ftp", "https"}', "x = 1"]
)
def test_a_message_or_a_name_is_no_word(code):
    assert not any(english_in(text, frozenset()) for _, text in recognising(ast.parse(code)))
