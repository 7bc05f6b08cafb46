"""The promises that the repository makes about its own files."""

import hashlib
import itertools
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
SEEDS = {
    "000_66977714f23e4c91.txt": "f700b9969897cdf90e4a2627bdf15fab7ada56324365e26d486a706c41de9a04",
    "001_8edc7b6c48c4ce7e.txt": "6ed681ac2fc386a7f4ae25be1bdbe47c1ff8c2e340fa3fe363bcf9875f0127df",
    "002_c0033e48e806ae0a.txt": "6120724255b892588950e96c9ce68a92144968fed9b7b3760a7820ee0ea8d3f9",
    "003_75fae4a5527c219a.txt": "395e371f790432eaffb89cf854ffd8dcb9f820019aa5171a6fb397f7ed228505",
    "004_1b412cc5b12accd7.txt": "e67ddd3e24139476e6e0f6ddec698e99054ffb88d9d896db687e8d087a538a54",
}
MADE = {".git", ".venv", "output", "build", "dist", "node_modules", "htmlcov", "__pycache__"}
WORD = re.compile(r"[^\W\d_]+")


def ours():
    """Yield every file that belongs to the project: not made by it, not a seed, not a picture or a
    font."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if (
            not path.is_file()
            or MADE & set(parts)
            or (parts[0].startswith(".") and parts[0] != ".ci")
        ):
            continue
        if parts[0] != "seeds" or path.suffix != ".txt":
            yield path


def text_of(path):
    """Return the text of a file, or "" for what isn't text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def pins(lock):
    """Return {name and marker: hashes} of a lock file."""
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    return {
        re.split(r" *\\", entry)[0]: re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)
        for entry in entries
    }


def test_the_articles_are_as_they_came():
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert found == SEEDS


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_is_exact_and_hashed(lock):
    entries = pins(lock)
    assert len(entries) > 40
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==\S+", entry)] == []
    assert [entry for entry, hashes in entries.items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_index(lock):
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"://|^--.*|find-links|index", text, re.MULTILINE) == []


def test_the_locks_agree():
    for smaller, larger in itertools.pairwise(
        ROOT / f"requirements{kind}.lock" for kind in ("", "-dev", "-bench")
    ):
        assert pins(smaller).items() <= pins(larger).items()


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name
)
def test_every_make_target_that_a_page_names_exists(path):
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = set(
        re.findall(r"(?:`|^ {4}|^)make ([a-z]+)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert named <= targets


def test_make_alone_lists_every_target_with_what_it_does():
    listed = subprocess.run(
        ["make", "-C", str(ROOT)], capture_output=True, text=True, check=True
    ).stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE).group(1).split()
    assert re.findall(r"^  make (\w+) +\S", listed, re.MULTILINE) == phony


def test_no_file_knows_a_machine():
    own_folder = re.compile(r"(?<![\w.~-])/(?:home|Users|root|work|tmp|var/tmp)/\w")
    found = [f"{path.relative_to(ROOT)}: {line.strip()}" for path in ours() for line in text_of(path).splitlines()
             if own_folder.search(line) and "own_folder" not in line]  # fmt: skip
    assert found == []


def test_no_file_names_an_index_or_a_registry_url():
    address = re.compile(
        r"--(?:extra-)?index-url|^registry *=|\"resolved\":|_authToken", re.MULTILINE
    )
    assert [
        path.name for path in ours() if address.search(text_of(path)) and path != Path(__file__)
    ] == []


def distinctive(text, everyday):
    """Return the names in a text: capitalised words that it also uses inside sentences and never in
    lower case."""
    inside = set(re.findall(rf"(?<=[a-z,] ){WORD.pattern}", text))
    lower = {word for word in WORD.findall(text) if word.islower()}
    return {
        word
        for word in inside
        if word[0].isupper() and len(word) > 3 and word.lower() not in lower | everyday
    }


def test_the_code_holds_no_word_of_the_five_articles():
    """General rules only: what names this topic's people and places may stand in config.yaml and
    nowhere else.

    What stands in a calendar, in any atlas or in a list of public offices (everyday.txt) may stand
    in code too: it was not taken from these articles.
    """
    everyday = set(
        (Path(__file__).parent / "everyday.txt").read_text(encoding="utf-8").lower().split()
    )
    names = set().union(
        *(distinctive(text_of(path), everyday) for path in (ROOT / "seeds").glob("*.txt"))
    )
    assert len(names) > 50, "the articles name more than that; this test has gone blind"
    code = [path for path in ours() if path.relative_to(ROOT).parts[0] in {"briefing", "templates"}]
    found = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in code
        if path.suffix in {".py", ".j2", ".css", ".js", ".yaml", ".txt"}
        and "LICENSE" not in path.name
        for word in sorted(names & set(WORD.findall(text_of(path))))
    }
    assert not found, "words of the articles in the code:\n" + "\n".join(sorted(found))
