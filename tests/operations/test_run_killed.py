"""Whatever happens to the machine, no edition is lost, halved or made twice."""

import random
import shutil
import time
from pathlib import Path

import pytest

from briefing.state import editions
from tests.projects import growing

STEPS = tuple(growing.ARTICLES)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The project after each step, run without disturbance; the first one is before any run."""
    states = [tmp_path_factory.mktemp("state")]
    growing.lay(states[0], ())
    for number, name in enumerate(STEPS, 1):
        following = tmp_path_factory.mktemp("states") / str(number)
        shutil.copytree(states[-1], following)
        code, _, err = growing.finish(growing.lay(following, (name,)))
        assert (code, err) == (0, "")
        states.append(following)
    return states


@pytest.mark.soak
def test_a_run_killed_at_any_instant_leaves_all_whole_and_the_next_one_finishes(
    undisturbed, tmp_path, count
) -> None:
    chance = random.Random(4)
    began = time.monotonic()
    shutil.copytree(undisturbed[0], tmp_path / "timing")
    growing.finish(growing.lay(tmp_path / "timing", STEPS[:1]))
    length = time.monotonic() - began
    killed = 0
    for number in range(count(3, 200)):
        step = chance.randrange(len(STEPS))
        folder = tmp_path / str(number)
        shutil.copytree(undisturbed[step], folder)
        config = growing.lay(folder, (STEPS[step],))
        process = growing.start(config)
        time.sleep(chance.uniform(0.2, 1.05) * length)
        process.kill()
        process.communicate()
        killed += process.returncode != 0
        assert growing.is_sound(folder)
        assert len(editions.kept_numbers(folder / "output")) in {step, step + 1}
        code, _, err = growing.finish(config)
        assert (code, err) == (0, "")
        assert growing.is_sound(folder)
        assert growing.made(folder) == growing.made(undisturbed[step + 1])
        shutil.rmtree(folder)
    assert killed, "no kill came in time"


@pytest.mark.soak
def test_runs_started_at_once_make_one_edition(tmp_path, count) -> None:
    config = growing.lay(tmp_path)
    processes = [
        growing.start(config, *(["--wait"] if number % 2 else [])) for number in range(count(6, 20))
    ]
    said = [process.communicate(timeout=280) for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    assert [growing.complaints(err) for _, err in said] == [[]] * len(said)
    assert sum(out.startswith("Edition 1:") for out, _ in said) == 1
    assert editions.kept_numbers(tmp_path / "output") == (1,)
    assert growing.is_sound(tmp_path)


def test_two_configs_in_one_folder_do_not_mix(tmp_path) -> None:
    first = growing.lay(tmp_path)
    second = tmp_path / "other.yaml"
    second.write_text(
        growing.CONFIG.replace("Harbour", "Canal") + "output: elsewhere\n", encoding="utf-8"
    )
    both = [growing.start(first), growing.start(second)]
    said = [process.communicate()[1] for process in both]
    assert [growing.complaints(err) for err in said] == [[], []]
    assert "Harbour works" in (tmp_path / "output/brief.md").read_text(encoding="utf-8")
    assert "Canal works" in (tmp_path / "elsewhere/brief.md").read_text(encoding="utf-8")
    before = growing.made(tmp_path)
    second.write_text(growing.CONFIG + "output: elsewhere\n", encoding="utf-8")
    assert growing.finish(second)[0] == 0
    assert growing.made(tmp_path) == before
    third = tmp_path / "third.yaml"
    third.write_text(growing.CONFIG, encoding="utf-8")
    code, _, err = growing.finish(third)
    assert code == 2
    assert "belongs to config.yaml" in err
