"""True editions are accepted: as they were made, moved, under a new config, and long after."""

import shutil

import pytest

from benchmarks import articles
from briefing import cli
from briefing.verification.verify import verify_brief

FIRST, MORE = 8, 2  # articles of a project's first edition, and of each later one
SEEDS = 20


def make_editions(folder, seed, several):
    """Make a project of invented articles with several editions, each of some articles more, some
    of them later versions."""
    (folder / "config.yaml").parent.mkdir()
    (folder / "config.yaml").write_text(articles.CONFIG, encoding="utf-8")
    for number in range(several):
        articles.write(folder / "articles", range(FIRST + MORE * number), f"true {seed}")
        assert cli.run_command(["build", "-c", str(folder / "config.yaml"), "-q"]) == 0
    return sorted(folder.glob("output/editions/0*/brief.json"))


def refused(folder, files, *, complete=True):
    """Give the editions that are not accepted, or of which something is not checked."""
    found = {}
    for file in files:
        verdict = verify_brief(file, folder, folder / "config.yaml")
        if verdict.failures or (complete and not verdict.complete):
            found[str(file)] = (*verdict.failures, *verdict.notes)
    return found


@pytest.fixture
def moved(tmp_path):
    """A function that makes a project's editions, and gives its folder after it was moved."""

    def make(seed, several):
        made = tmp_path / f"made-{seed}"
        files = make_editions(made, seed, several)
        assert refused(made, files) == {}
        folder = tmp_path / f"moved-{seed}"
        made.rename(folder)
        return folder, [folder / file.relative_to(made) for file in files]

    return make


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_true_edition_is_accepted_wherever_it_lies(moved, seed, count):
    """Each seed asks ten times after a true edition: five, under the config of their day and under
    another.
    """
    if seed >= count(1, SEEDS):
        pytest.skip("all of them take minutes; `make soak` runs them")
    folder, files = moved(seed, count(2, 5))
    assert len(files) == count(2, 5)
    assert refused(folder, files) == {}
    config = folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("statements: 8", "statements: 5"), encoding="utf-8")
    assert refused(folder, files) == {}
    config.write_text(text, encoding="utf-8")
    for path in folder.glob("config.yaml.db*"):
        path.unlink()
    assert refused(folder, files[-1:], complete=False) == {}
    alone = folder.parent / f"alone-{seed}"
    shutil.copytree(files[-1].parent, alone)
    assert refused(alone.parent, [alone / "brief.json"], complete=False) == {}
