"""In whatever situation a forged brief is verified, nothing forged is accepted in silence."""

import random

import pytest

from briefing import cli
from tests.verification import forge_shape
from tests.verification.forge_shape import covered, differing, forge
from tests.verification.situations import NAMES, WITH_RECORD, lay_situations
from tests.verification.test_forgeries import KINDS, forged


@pytest.fixture(scope="module")
def laid(invented, tmp_path_factory):
    """The four situations of an edition of the invented topic."""
    folder = tmp_path_factory.mktemp("situations")
    arguments = ["-c", str(invented.folder / "config.yaml"), "--formats", "markdown,json", "-q"]
    assert cli.run_command(["build", *arguments]) == 0
    return lay_situations(invented.folder, folder)


@pytest.fixture(scope="module")
def true(laid):
    """The true edition, parsed."""
    import json

    return json.loads(laid[WITH_RECORD].brief.read_bytes())


def forgeries(true, invented, count, rng):
    """Give (kind, forged brief): `count` of the kinds of the shape and of the kinds that a careful
    forger knows."""
    kinds = [*forge_shape.KINDS, *KINDS]
    for number in range(count):
        kind = kinds[number % len(kinds)] if count > len(kinds) else rng.choice(kinds)
        if kind in KINDS:
            found = forged(invented, kind, number)
            node = found and {**found[1], "edition": true["edition"]}
        else:
            node = forge(rng, true, kind)
        if node:
            yield f"{kind} ({number})", node


def unseen(laid, name, true, node):
    """Give the places that are forged where none of them is refused or named as not checked."""
    verdict = laid[name].judge(node)
    if verdict.failures:
        return set()
    places = differing(true, node)
    if name != WITH_RECORD and any(covered(one, verdict.unchecked) for one in places):
        return set()
    return places


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("true")
def test_the_true_edition_is_accepted_in_every_situation(laid, name):
    verdict = laid[name].judge(laid[name].brief.read_bytes())
    assert verdict.failures == ()
    assert (name == WITH_RECORD) == verdict.complete


@pytest.mark.parametrize("name", NAMES)
def test_no_forgery_is_accepted_in_silence(laid, true, invented, name):
    rng = random.Random(name)
    accepted = {
        kind: places
        for kind, node in forgeries(true, invented, 60, rng)
        if (places := unseen(laid, name, true, node))
    }
    assert accepted == {}


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_no_forgery_of_thousands_is_accepted_in_silence(laid, true, invented, name, count):
    rng = random.Random(f"many {name}")
    tried, accepted = 0, {}
    for kind, node in forgeries(true, invented, count(100, 4500), rng):
        tried += 1
        if places := unseen(laid, name, true, node):
            accepted[kind] = places
    assert accepted == {}
    assert tried >= count(50, 2000)
