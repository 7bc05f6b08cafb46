"""A brief.json made to wear `verify` down is refused, and soon: processor and memory of a process
of its own are measured, so that nothing depends on what else the machine does.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.verification.forge_shape import PLACES, holders
from tests.verification.forging import copied

MOST_SECONDS, MOST_MEGABYTES = 10, 500
LARGE = 15_000_000  # bytes: just below what is read at all
JUDGE = """
import json, resource, sys, time
from pathlib import Path
from briefing.errors import UserError
from briefing.verification.verify import verify_brief
from tests.verification.forging import copied

resource.setrlimit(resource.RLIMIT_CPU, (200, 200))
for line in sys.stdin:
    began, file = time.process_time(), Path(json.loads(line))
    try:
        refused = bool(verify_brief(file, Path.cwd(), Path("config.yaml")).failures)
    except UserError:
        refused = True
    status = Path("/proc/self/status")
    peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else 0
    print(json.dumps([refused, time.process_time() - began, int(peak) / 1000]), flush=True)
"""


def judge_apart(desk, files):
    """Verify files one after the other in one other process; give (refused, seconds, peak MB) for
    each."""
    given = "".join(json.dumps(str(file)) + "\n" for file in files)
    done = subprocess.run(
        [sys.executable, "-c", JUDGE],
        input=given,
        cwd=desk.folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def assert_refused(desk, files):
    told = judge_apart(desk, files.values())
    wrong = {
        name: found
        for name, found in zip(files, told, strict=True)
        if not found[0] or found[1] > MOST_SECONDS or found[2] > MOST_MEGABYTES
    }
    assert wrong == {}


def raw_files(folder):
    """Give files that are no brief.json at all, by what they are."""
    contents = {
        "deep lists": b"[" * 8_000_000,
        "deep objects": b'{"a":' * 2_000_000,
        "digits": b'{"schema":' + b"1" * LARGE + b"}",
        "a real number": b'{"schema":1.' + b"1" * LARGE + b"}",
        "an exponent": b'{"schema":1e999999999}',
        "values": b"[" + b"0," * (LARGE // 2) + b"0]",
        "one text": b'{"schema":"' + b"a" * LARGE + b'"}',
        "escapes": b'{"schema":"' + rb"\ud800" * (LARGE // 6) + b'"}',
        "names": b"{" + b",".join(b'"%d":0' % n for n in range(490_000)) + b"}",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    with (folder / "180 MB of repetitions").open("wb") as file:
        for _ in range(180):
            file.write(b'{"a":[],' * 125_000)
    os.mkfifo(folder / "a pipe")
    (folder / "a device").symlink_to("/dev/zero")
    (folder / "a folder").mkdir()
    return {path.name: path for path in folder.iterdir()}


def test_what_is_no_brief_is_refused_soon(invented, tmp_path):
    files = raw_files(tmp_path)
    assert len(files) == 13
    assert_refused(invented, files)


PATHS = ["a\0b.txt", "pipe", "zero", "../../../../etc/passwd", "x" * 5_000, "x/" * 50_000, "."]


def test_a_source_that_leads_astray_is_refused_soon(invented, tmp_path):
    """The bytes of a source are asked for where a brief says that they lie."""
    pipe, zero = invented.folder / "pipe", invented.folder / "zero"
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    files = {}
    for number, path in enumerate(PATHS):
        node = copied(invented.true)
        node["sources"][0]["path"] = path
        files[path[:20]] = tmp_path / f"{number}.json"
        files[path[:20]].write_text(json.dumps(node), encoding="utf-8")
    try:
        assert_refused(invented, files)
    finally:
        pipe.unlink()
        zero.unlink()


def swollen(true, name):
    """Give a true brief with one text, number or list far too large; None where it has none."""
    node = copied(true)
    holder, key = next(iter(holders(node, PLACES[name][0])), (None, None))
    value = holder and holder[key]
    if isinstance(value, str):
        holder[key] = value + " said “ab cd (of) 1," * (LARGE // 24)
    elif isinstance(value, list) and value:
        one = json.dumps(value[0])
        values = 1 + sum(map(one.count, ",[{"))
        holder[key] = value + value[:1] * min(LARGE // len(one), 490_000 // values)
    elif type(value) in (int, float):
        holder[key] = 10**18
    else:
        return None
    return node


SWELLING = [
    "sections[].statements",
    "sections[].statements[].text",
    "sections[].statements[].citations[].quote",
    "edition.number",
]


def test_a_swollen_value_is_refused_soon(invented, tmp_path):
    files = {}
    for name in SWELLING:
        files[name] = tmp_path / f"{len(files)}.json"
        files[name].write_text(json.dumps(swollen(invented.true, name)), encoding="utf-8")
    assert_refused(invented, files)


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_swollen_value_is_refused_soon(invented, tmp_path, name, count):
    if not count(0, 1):
        pytest.skip("all of them take minutes; `make soak` runs them")
    node = swollen(invented.true, name)
    if node is None:
        pytest.skip("the brief has nothing of that sort")
    file = tmp_path / "swollen.json"
    file.write_text(json.dumps(node, ensure_ascii=False), encoding="utf-8")
    assert_refused(invented, {name: file})
