"""An unchanged build is answered by the little program that asks whether there is anything to
do."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build(folder, *options):
    """Run a build of the folder's config; return what Python and the program said."""
    command = [
        sys.executable,
        *options,
        "-m",
        "briefing",
        "build",
        "-c",
        str(folder / "config.yaml"),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)


def test_the_second_build_imports_nothing_of_the_first(tmp_path):
    """Without the PDF, which takes most of a build's time and nothing of this question."""
    for name in ("seeds", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = (
        (ROOT / "config.yaml")
        .read_text(encoding="utf-8")
        .replace("  - {kind: pdf, variant: pdf/ua-1}\n", "")
    )
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
    build(tmp_path)
    second = build(tmp_path, "-X", "importtime")
    imported = {line.rsplit("|", 1)[-1].strip() for line in second.stderr.splitlines()}
    assert "briefing.state.witness" in imported
    assert (
        imported & {"briefing.cli", "briefing.edition", "click", "pydantic", "yaml", "pathlib"}
        == set()
    )
    assert second.stdout.count("\n") == 1
