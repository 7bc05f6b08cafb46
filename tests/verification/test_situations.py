"""In whatever situation a forged brief is verified, nothing forged is accepted in silence."""

import random

import pytest

from tests.verification import forge_shape
from tests.verification.forge_shape import covered, differing, forge
from tests.verification.forging import copied
from tests.verification.situations import NAMES, WITH_RECORD, lay_situations
from tests.verification.test_forgeries import KINDS, forged


@pytest.fixture(scope="module")
def laid(laden, tmp_path_factory):
    """The situations of its newest edition."""
    return lay_situations(laden.folder, tmp_path_factory.mktemp("situations"))


def forgeries(desk, count, rng):
    """Give (kind, forged brief): `count` of the kinds of the shape and of the kinds that a careful
    forger knows."""
    kinds = [*forge_shape.KINDS, *KINDS]
    for number in range(count):
        kind = kinds[number % len(kinds)] if count > len(kinds) else rng.choice(kinds)
        if kind in KINDS:
            found = forged(desk, kind, number)
            node = found and found[1]
        else:
            node = forge(rng, desk.true, kind)
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
def test_the_true_edition_is_accepted_in_every_situation(laid, name):
    verdict = laid[name].judge(laid[name].brief.read_bytes())
    assert verdict.failures == ()
    assert (name == WITH_RECORD) == verdict.complete


@pytest.mark.parametrize("name", NAMES)
def test_no_forgery_is_accepted_in_silence(laid, laden, name):
    rng = random.Random(name)
    accepted = {
        kind: places
        for kind, node in forgeries(laden, 40, rng)
        if (places := unseen(laid, name, laden.true, node))
    }
    assert accepted == {}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("listed", ["cited", "set aside"])
def test_a_source_under_another_id_is_refused(laid, laden, name, listed):
    aside = [bool(one["quarantined"]) for one in laden.true["sources"]]
    places = [n for n, one in enumerate(aside) if one == (listed == "set aside")]
    assert places
    for place in places:
        node = copied(laden.true)
        source = node["sources"][place]
        source["id"] = f"{source['id'][:-1]}x"
        assert any(
            line.startswith(f"{source['locator']}: its id")
            for line in laid[name].judge(node).failures
        ), source["locator"]


@pytest.mark.parametrize("name", NAMES)
def test_a_source_set_aside_keeps_its_id_without_a_locator(laid, laden, name):
    node = copied(laden.true)
    for source in node["sources"]:
        if source["quarantined"]:
            del source["locator"]
    assert laid[name].judge(node).failures


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_no_forgery_of_thousands_is_accepted_in_silence(laid, laden, name, count):
    rng = random.Random(f"many {name}")
    tried, accepted = 0, {}
    for kind, node in forgeries(laden, count(50, 4500), rng):
        tried += 1
        if places := unseen(laid, name, laden.true, node):
            accepted[kind] = places
    assert accepted == {}
    assert tried >= count(25, 2000)
