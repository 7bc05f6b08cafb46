"""Editions are acts: what only looks otherwise renews the newest one while nobody was given it."""

import hashlib
import json
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.state import editions, journal, publishing, record, store
from tests.projects.desk import statements

LOOKS = (
    lambda desk, n: write(desk, "templates/page.css", f"h1 {{ margin: {n}px }}\n"),
    lambda desk, n: edit(desk, "title: ", f"title: Draft {n} of "),
    lambda desk, n: write(desk, "templates/brief.md.j2", f"{n} {{{{ page.title }}}}\n"),
)


def write(desk, name, text):
    path = desk.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edit(desk, old, new):
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(old, new, 1), encoding="utf-8")


def article(desk, name, day):
    write(
        desk,
        f"articles/{name}.txt",
        f"Dredger {name.title()} leaves Vellin\n\nVellin Gazette, {day} March 2025\n\nThe dredger"
        f" {name.title()} left the northern quay of Vellin on {day} March 2025, the port said.\n",
    )


def listed(desk):
    return json.loads(desk.run("editions", "--json")[1])


def bytes_of(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def test_an_hour_of_tuning_makes_no_edition_and_a_release_makes_one(desk, count):
    desk.build()
    for number in range(1, count(5, 31)):
        LOOKS[number % 3](desk, number)
        code, out, _ = desk.run("build", "--formats", "markdown,json")
        assert (code, out.split(":")[0]) == (0, "Edition 1 (renewed)")
    assert [one["number"] for one in listed(desk)] == [1]
    assert desk.run("verify")[0] == 0
    assert desk.run("approve")[0] == 0
    released = bytes_of(desk.folder / "output/editions/0001")
    for number in (41, 42):
        write(desk, "templates/brief.md.j2", f"{number} {{{{ page.title }}}}\n")
        desk.build()
    assert [one["number"] for one in listed(desk)] == [1, 2]
    assert bytes_of(desk.folder / "output/editions/0001") == released
    assert (desk.folder / "output/brief.md").read_text(encoding="utf-8").startswith("42 ")
    assert desk.run("verify")[0] == 0


def test_what_a_renewed_edition_says_is_new_stays_new(desk):
    desk.build()
    article(desk, "anna", 8)
    before = desk.build("--as-of", "latest")
    write(desk, "templates/brief.md.j2", "x\n")
    after = desk.build("--as-of", "latest")
    assert after["edition"]["number"] == 2
    assert after["edition"]["previous"] == 1
    assert after["changes"] == before["changes"]
    assert [s["change"] for s in statements(after)] == [s["change"] for s in statements(before)]
    assert desk.run("verify")[0] == 0


def test_what_is_new_is_counted_from_the_last_released_edition(desk):
    first = desk.build()
    desk.run("approve")
    article(desk, "anna", 8)
    desk.build("--as-of", "latest")
    article(desk, "bruno", 9)
    third = desk.build("--as-of", "latest")
    assert (third["edition"]["number"], third["changes"]["previous"]) == (3, 1)
    told = {one["id"] for one in statements(first)}
    new = {one["id"] for one in statements(third)} - told
    assert set(third["changes"]["new"]) == new
    assert desk.run("verify")[0] == 0


def renew_until(desk, step):
    """Renew edition 1 as a build does, stopped after `step` steps; give the manifest's digest."""
    output = desk.folder / "output"
    kept = editions.newest_edition(output)
    node = editions.read_brief(kept)
    pressed = publishing.Pressed(
        edition=_edition(node),
        artifacts=(),
        evidence=(),
        versions={"made": "by a test"},
    )
    seen = []

    def stop(ready):
        seen.append(ready.digest)
        with closing(store.open_store(desk.folder / "config.yaml.db")) as opened:
            if step:
                record.renew_edition(opened, output, ready)
        raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        publishing.renew_folder(output, pressed, publishing.Seal(before=kept.before), stop)
    return kept.digest, seen[0]


def _edition(node):
    from briefing.model import Edition

    return Edition(number=1, made_at=node["edition"]["made_at"], fingerprint="f")


@pytest.mark.parametrize("step", [0, 1, 2])
def test_a_renewal_that_was_killed_is_finished_or_never_was(desk, step):
    desk.build()
    old, new = renew_until(desk, step)
    folder = desk.folder / "output/editions/0001"
    if step == 2:  # killed between two names, where the system can't exchange them
        shutil.rmtree(folder)
    assert desk.run("editions")[0] == 0
    kept = editions.newest_edition(desk.folder / "output")
    assert kept.digest == (new if step else old)
    digests = journal.manifest_digests(journal.read_events(desk.folder / "output/editions"))
    assert digests == {1: kept.digest}
    assert not list(Path(folder.parent).glob(".renewal"))


def test_a_released_edition_is_renewed_by_no_word_of_the_journal():
    made = [
        {"event": "made", "edition": 1, "manifest": "a"},
        {"event": "renewed", "edition": 1, "manifest": "b"},
        {"event": "approved", "edition": 1, "who": "x", "at": ""},
        {"event": "renewed", "edition": 1, "manifest": "c"},
        {"event": "made", "edition": 2, "manifest": "d"},
        {"event": "made", "edition": 3, "manifest": "e"},
        {"event": "renewed", "edition": 2, "manifest": "f"},
    ]
    assert journal.manifest_digests(made) == {1: "b", 2: "d", 3: "e"}


def test_a_forged_renewal_is_found_out_by_the_store(desk):
    desk.build()
    shelf = desk.folder / "output/editions"
    page = shelf / "0001/brief.md"
    page.chmod(0o644)
    page.write_text("Forged.\n", encoding="utf-8")
    manifest = shelf / "0001/manifest.json"
    node = json.loads(manifest.read_bytes())
    node["files"]["brief.md"] = hashlib.sha256(b"Forged.\n").hexdigest()
    manifest.chmod(0o644)
    manifest.write_text(json.dumps(node), encoding="utf-8")
    digest = hashlib.sha256(manifest.read_bytes()).hexdigest()
    journal.append_event(shelf, {"event": "renewed", "edition": 1, "manifest": digest})
    (desk.folder / "output/brief.md").write_text("Forged.\n", encoding="utf-8")
    code, out, _ = desk.run("verify")
    assert code == 1
    assert "its manifest is not the one that the store has of edition 1" in out


def test_diff_says_what_the_analyst_excluded(desk):
    first = desk.build()
    one = next(s for s in statements(first) if "16 vessels" in s["text"])
    desk.analyst(
        f"exclude: [{{path: articles/b_courier.txt, passage: {one['citations'][0]['passage']}, "
        "reason: not about the works}]\n"
    )
    desk.build()
    code, out, _ = desk.run("diff", "1", "2")
    assert code == 0
    line = next(line for line in out.splitlines() if "16 vessels" in line)
    assert line.endswith("(excluded by the analyst: not about the works)")
