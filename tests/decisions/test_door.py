"""Acts written to the analyst's file: what stands there stays, and nobody's work is lost."""

import random
import stat
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.decisions import Release, door, undo_act, write_act
from briefing.errors import UserError
from briefing.settings import reviewed
from briefing.settings.analyst import (
    Analyst,
    Cite,
    Correct,
    Exclude,
    JudgementEntry,
    Pin,
    parse_analyst,
    read_analyst,
)
from briefing.state import atomic

SLUGS = ("works", "talks")
SEAL = "0123456789ab"
WRITTEN = """\
# Ours, and nobody else's.
scale: icd203   # as agreed

# what must be told
pin:
    # the reopening
    - {path: a.txt, passage: 1, hash: 5f0c2a91d3e4}   # asked for twice
    - path: 'b #2.txt'      # a name with a sign in it
      passage: 2

      # inside the second
      section: works

    # before the third
    - {path: c.txt,   # broken over lines
       passage: 3}

judgements:
  - text: >-
      The quay reopens
      in May.
    likelihood: likely
    confidence: low   # only one source
    cites: [{path: a.txt, passage: 1}]
  # more to come
exclude: [ {path: a.txt, passage: 9, reason: "no # news"},   # first
           {path: b.txt, passage: 9, reason: late} ]   # second
names:
  part: [[Ruth Adeyemi, R. Adeyemi]]
# the end"""
COMMENTS = [
    line[line.index("# ") :] for line in WRITTEN.splitlines() if "# " in line and "no #" not in line
]
COMMENTS += ["# first"]


def write(folder, text):
    (folder / "analyst.yaml").write_bytes(text.encode())


def text_of(folder):
    return (folder / "analyst.yaml").read_bytes().decode()


def comments_of(text):
    """The comments that the file began with, in the order in which they stand now."""
    return sorted((comment for comment in COMMENTS if comment in text), key=text.index)


def random_act(chance):
    path = chance.choice(["a.txt", "b #2.txt", "d: é.txt"])
    place = {"path": path, "passage": chance.randint(1, 3)}
    words = chance.choice(
        ["no", "12e3", "# not a comment", "a: b", "two\nlines", "“said”", "- x", " y ", "{z}"]
    )
    sealed = {**place, "hash": SEAL}
    return chance.choice(
        [
            Pin(**sealed, section=chance.choice([*SLUGS, ""])),
            Exclude(**sealed, reason=words),
            reviewed.Keep(**sealed),
            reviewed.Move(**sealed, section=chance.choice(SLUGS)),
            Correct(**sealed, was="1973", now=words, reason=words),
            JudgementEntry(
                text=words * chance.randint(1, 4),
                likelihood="likely",
                confidence="low",
                reason=words,
                cites=(Cite(**sealed), Cite(path=path, quote=words)),
            ),
            reviewed.PersonMark(name=words, role=words),
            reviewed.OutletMark(name=words, reliability="B", note=words),
            Release(**place),
        ]
    )


def says(folder, act):
    """Whether the file says what an act said."""
    file = read_analyst(folder, sections=SLUGS).file
    verdicts = [*file.pin, *file.exclude, *file.keep, *file.move]
    if isinstance(act, Release):
        return all((one.path, one.passage) != (act.path, act.passage) for one in verdicts)
    return act in (*verdicts, *file.correct, *file.judgements, *file.people, *file.outlets)


@pytest.mark.soak
def test_two_hundred_acts_and_undoings_keep_comments_and_order(count, tmp_path_factory):
    for seed in range(count(1, 20)):
        act_at_random(tmp_path_factory.mktemp("acts"), random.Random(seed))


def act_at_random(folder, chance):
    """Act and undo two hundred times; the file says so each time and keeps what it began with."""
    write(folder, WRITTEN)
    done = []
    for _ in range(200):
        if done and chance.random() < 0.2:
            before, one = text_of(folder), done.pop()
            undo_act(folder, one, SLUGS)
            assert one.changes == () or text_of(folder) != before
        else:
            act = random_act(chance)
            done.append(write_act(folder, act, SLUGS))
            assert says(folder, act)
    text = text_of(folder)
    assert comments_of(text) == sorted(COMMENTS, key=WRITTEN.index)
    file = parse_analyst(text, sections=SLUGS).file
    assert file.names.part == (("Ruth Adeyemi", "R. Adeyemi"),)
    passages = [
        (one.path, one.passage) for one in (*file.pin, *file.exclude, *file.keep, *file.move)
    ]
    assert len(passages) == len(set(passages))


def test_undoing_all_acts_one_by_one_gives_the_first_bytes(tmp_path):
    write(tmp_path, WRITTEN)
    chance = random.Random(7)
    done = [write_act(tmp_path, random_act(chance), SLUGS) for _ in range(40)]
    for one in reversed(done):
        undo_act(tmp_path, one, SLUGS)
    assert text_of(tmp_path) == WRITTEN


def test_lines_that_no_act_speaks_of_stay_as_they_are(tmp_path):
    write(tmp_path, WRITTEN)
    write_act(tmp_path, Pin(path="e.txt", passage=5, hash=SEAL, section="talks"), SLUGS)
    new = "    - {path: e.txt, passage: 5, hash: 0123456789ab, section: talks}"
    if "0123456789ab" in SEAL and new not in text_of(tmp_path):
        new = "    - {path: e.txt, passage: 5, hash: '0123456789ab', section: talks}"
    lines = text_of(tmp_path).split("\n")
    assert lines.pop(lines.index("       passage: 3}") + 1) == new
    assert "\n".join(lines) == WRITTEN


def test_the_first_act_makes_the_file_and_its_undoing_removes_it(tmp_path):
    act = Exclude(path="a.txt", passage=1, hash=SEAL, reason="late")
    done = write_act(tmp_path, act, SLUGS)
    assert read_analyst(tmp_path, sections=SLUGS).file == Analyst(exclude=(act,))
    undo_act(tmp_path, done, SLUGS)
    assert [one.name for one in tmp_path.iterdir()] == [".analyst.yaml.lock"]


@pytest.mark.parametrize(
    "text",
    ["# nothing yet\n", "", "pin: []", "pin: [ ] # none\n", "exclude: [{path: b, reason: x}]\n"],
)
def test_any_beginning_is_added_to(tmp_path, text):
    write(tmp_path, text)
    act = Pin(path="a.txt", passage=1, hash=SEAL)
    write_act(tmp_path, act, SLUGS)
    assert act in read_analyst(tmp_path, sections=SLUGS).file.pin
    for part in text.replace("[ ]", "[]").split("[]"):
        assert part.strip() in text_of(tmp_path)


def test_line_ends_and_a_byte_order_mark_stay(tmp_path):
    text = "\ufeff" + WRITTEN.replace("\n", "\r\n")
    write(tmp_path, text)
    done = write_act(tmp_path, Exclude(path="a.txt", passage=1, reason="x"), SLUGS)
    now = text_of(tmp_path)
    assert now.startswith("\ufeff# Ours")
    assert now.count("\n") == now.count("\r\n")
    undo_act(tmp_path, done, SLUGS)
    assert text_of(tmp_path) == text


def test_a_verdict_takes_the_place_of_another_on_the_same_passage(tmp_path):
    place = {"path": "a.txt", "passage": 1, "hash": SEAL}
    for act in (
        Pin(**place),
        Exclude(**place, reason="x"),
        reviewed.Keep(**place),
        reviewed.Move(**place, section="talks"),
    ):
        write_act(tmp_path, act, SLUGS)
        file = read_analyst(tmp_path, sections=SLUGS).file
        assert [*file.pin, *file.exclude, *file.keep, *file.move] == [act]
    write_act(tmp_path, Release(path="a.txt", passage=1), SLUGS)
    assert read_analyst(tmp_path, sections=SLUGS).file == Analyst()


def test_what_the_file_says_already_is_not_written(tmp_path):
    write(tmp_path, WRITTEN)
    before = (tmp_path / "analyst.yaml").stat().st_ino
    done = write_act(tmp_path, Pin(path="a.txt", passage=1, hash="5f0c2a91d3e4"), SLUGS)
    assert (done.changes, (tmp_path / "analyst.yaml").stat().st_ino) == ((), before)


@pytest.mark.parametrize(
    ("text", "act", "said"),
    [
        ("pin: [\n", Pin(path="a", passage=1), "analyst.yaml:2:1: error"),
        ("exclude:\n  - {path: a, reason: x}\n", Pin(path="a", passage=1),
        ("analyst.yaml:2:5: " "error: the whole of a is excluded here (take that line out first)")),
        ("", Pin(path="a", passage=1, section="nowhere"), "there is no section 'nowhere'"),
        ("", Exclude(path="a", passage=1, reason="\x07"), "control character U+0007"),
        ("{scale: phia}\n", Pin(path="a", passage=1),
        ("write it by hand; pin: [{path: a, passage: " "1}]")),
        ("pin: &x []\nkeep: *x\n", reviewed.Keep(path="a", passage=1), "write it by hand"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_with_its_place_and_changes_nothing(
    tmp_path, text, act, said
):
    write(tmp_path, text)
    with pytest.raises(UserError) as refused:
        write_act(tmp_path, act, SLUGS)
    assert said in str(refused.value)
    assert text_of(tmp_path) == text


def test_an_undoing_after_a_hand_edit_keeps_the_edit(tmp_path):
    write(tmp_path, WRITTEN)
    done = write_act(tmp_path, Exclude(path="a.txt", passage=1, reason="x"), SLUGS)
    write(tmp_path, text_of(tmp_path) + "\n# and by hand\n")
    undo_act(tmp_path, done, SLUGS)
    assert "# and by hand" in text_of(tmp_path)
    file, first = (
        read_analyst(tmp_path, sections=SLUGS).file,
        parse_analyst(WRITTEN, sections=SLUGS).file,
    )
    assert (set(file.pin), file.exclude) == (set(first.pin), first.exclude)


def test_an_entry_changed_by_hand_is_not_undone(tmp_path):
    done = write_act(tmp_path, Exclude(path="a.txt", passage=1, reason="late"), SLUGS)
    write(tmp_path, text_of(tmp_path).replace("late", "too late"))
    with pytest.raises(UserError, match="changed by hand since"):
        undo_act(tmp_path, done, SLUGS)
    assert "too late" in text_of(tmp_path)


def test_a_file_kept_private_stays_so_and_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.yaml"
    real.write_text("pin: []\n")
    real.chmod(0o600)
    (tmp_path / "analyst.yaml").symlink_to(real)
    write_act(tmp_path, Pin(path="a", passage=1), SLUGS)
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert (tmp_path / "analyst.yaml").is_symlink()
    assert "passage: 1" in real.read_text()


@settings(max_examples=30, deadline=None)
@given(moves=st.lists(st.sampled_from("ABHU"), min_size=1, max_size=12))
def test_two_windows_and_hand_edits_in_any_order_lose_nothing(moves, tmp_path_factory):
    """A and B act, H edits by hand, U undoes B's last act; each reads what is there just before."""
    folder = tmp_path_factory.mktemp("moves")
    write(folder, WRITTEN)
    wanted, done = [], []
    for number, move in enumerate(moves):
        if move == "H":
            line = f"# by hand {number}"
            write(folder, f"{line}\n{text_of(folder)}")
            wanted.append(line)
        elif move == "U" and done:
            undo_act(folder, done.pop()[1], SLUGS)
        elif move in "AB":
            act = Exclude(path=f"{move}.txt", passage=number + 1, reason=f"act {number} of {move}")
            made = write_act(folder, act, SLUGS)
            done += [(act, made)] if move == "B" else []
            wanted += [f"act {number} of A"] if move == "A" else []
    wanted += [act.reason for act, _ in done]
    assert [line for line in wanted if line not in text_of(folder)] == []
    assert comments_of(text_of(folder)) == sorted(COMMENTS, key=WRITTEN.index)


def path_of_thread(path):
    """As the file's own, of a process for each thread."""
    return path.parent / f".part-{threading.get_ident()}"


def test_windows_and_an_editor_at_the_same_time_lose_nothing(tmp_path, monkeypatch):
    """Two threads act while a third saves as an editor does that warns of changes, without the
    lock."""
    write(tmp_path, WRITTEN)
    path, stop, saved = tmp_path / "analyst.yaml", threading.Event(), []

    def act(name):
        for number in range(15):
            write_act(tmp_path, reviewed.Keep(path=name, passage=number + 1), SLUGS)

    def edit():
        while not stop.is_set():
            before, line = path.read_bytes(), f"# save {len(saved)}\n"
            if door._put(path, before, line.encode() + before):
                saved.append(line)
            stop.wait(0.01)

    monkeypatch.setattr(atomic, "staging_path", path_of_thread)
    editor = threading.Thread(target=edit)
    windows = [threading.Thread(target=act, args=(name,)) for name in ("a.txt", "b.txt")]
    for one in (editor, *windows):
        one.start()
    for one in windows:
        one.join()
    stop.set()
    editor.join()
    kept = read_analyst(tmp_path, sections=SLUGS).file.keep
    assert {(one.path, one.passage) for one in kept} == {
        (p, n) for p in ("a.txt", "b.txt") for n in range(1, 16)
    }
    assert [line for line in saved if line not in text_of(tmp_path)] == []


def test_what_an_editor_saves_between_the_look_and_the_replacing_stays(tmp_path, monkeypatch):
    write(tmp_path, "pin: []\n")
    path, real, saves = (
        tmp_path / "analyst.yaml",
        atomic.exchange_files,
        ["# one\npin: []\n", "# two\n# one\npin: []\n"],
    )

    def save_and_exchange(beside, place):
        if saves:
            beside.with_name("new").write_text(saves.pop(0))
            beside.with_name("new").replace(place)
        return real(beside, place)

    monkeypatch.setattr(atomic, "exchange_files", save_and_exchange)
    write_act(tmp_path, Pin(path="a.txt", passage=1), SLUGS)
    assert text_of(tmp_path).startswith("# two\n# one\n") or not real(path, path)
    assert "passage: 1" in text_of(tmp_path)


def test_where_files_cannot_change_places_they_are_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "exchange_files", lambda *_: False)
    write(tmp_path, "pin: []\n")
    write_act(tmp_path, Pin(path="a.txt", passage=1), SLUGS)
    assert "passage: 1" in text_of(tmp_path)
