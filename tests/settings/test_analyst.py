import pytest

from briefing.errors import UserError
from briefing.settings import analyst, scales, seals

TEXTS = {
    "a.txt": {1: "The quay reopened on Monday.", 2: "Dredging goes on."},
    "b.txt": {1: "The quay stays shut."},
}
SEAL = seals.passage_seal(TEXTS["a.txt"][2])


@pytest.fixture
def read(tmp_path):
    """A function that writes the analyst's file and reads it."""

    def reading(text):
        (tmp_path / "analyst.yaml").write_text(text, encoding="utf-8")
        return analyst.read_analyst(tmp_path, sections=("works",))

    return reading


def doubts(found):
    return [str(problem) for problem in seals.stale_warnings(found, TEXTS)]


def test_no_file_decides_nothing(tmp_path):
    assert analyst.read_analyst(tmp_path) == analyst.AnalystRead()
    assert doubts(analyst.AnalystRead()) == []


def test_the_example_in_the_docstring_is_a_valid_file(read):
    example = analyst.__doc__.split("\n\n")[1].replace("section: background", "section: works")
    found = read(example).file
    assert (found.scale, len(found.pin), len(found.exclude), len(found.judgements[0].cites)) == (
        "icd203",
        1,
        2,
        2,
    )
    assert found.correct[0].now == "1974"
    assert found.names.part == (("a name", "one that only looks the same"),)


def test_a_file_of_comments_decides_nothing(read):
    assert read("# nothing yet\n") == analyst.AnalystRead()


def test_a_seal_minds_words_and_not_white_space():
    assert seals.passage_seal("Dredging \r\n goes on.") == SEAL
    assert seals.passage_seal("Dredging goes on") != SEAL


def test_what_fits_its_source_is_not_doubted(read):
    found = read(f"pin: [{{path: a.txt, passage: 2, hash: {SEAL}, section: works}}]\n")
    assert doubts(found) == []
    assert seals.find_anchor(found.file.pin[0], TEXTS) == seals.Anchor(passage=2)


@pytest.mark.parametrize(
    ("entry", "stale"),
    [
        ("path: c.txt, passage: 1", "there is no source 'c.txt'"),
        ("path: a.txt, passage: 9", "a.txt has no passage 9"),
        (
            f"path: a.txt, passage: 1, hash: {SEAL}",
            "passage 1 of a.txt has changed; these words are passage 2 now",
        ),
        ("path: b.txt, passage: 1, hash: 000000000000", "passage 1 of b.txt has changed"),
    ],
)
def test_what_no_longer_fits_is_stale_and_says_why(read, entry, stale):
    found = read(f"pin: [{{{entry}}}]\n")
    assert doubts(found) == [f"analyst.yaml:1:7: warning: stale: {stale} (look at it again)"]
    assert seals.find_anchor(found.file.pin[0], TEXTS).passage is None


def test_a_quote_is_found_where_it_stands_and_stale_where_it_does_not(read):
    cites = "[{path: a.txt, quote: goes on}, {path: b.txt, quote: reopened}]"
    found = read(
        f"judgements: [{{text: T, likelihood: likely, confidence: low, cites: {cites}}}]\n"
    )
    assert [seals.find_anchor(cite, TEXTS).passage for cite in found.file.judgements[0].cites] == [
        2,
        None,
    ]
    assert "stale: b.txt does not say 'reopened'" in doubts(found)[0]


def test_a_correction_is_stale_when_the_wrong_words_are_gone(read):
    found = read(
        "correct: [{path: a.txt, passage: 1, was: on Sunday, now: on Monday, reason: the log says "
        "so}]\n"
    )
    assert "does not say 'on Sunday'" in doubts(found)[0]


def test_an_entry_without_a_seal_is_told_its_seal(read):
    found = read("pin: [{path: a.txt, passage: 2}]\n")
    assert f"add hash: {SEAL}" in doubts(found)[0]


def test_a_whole_source_is_excluded_without_a_passage(read):
    found = read("exclude: [{path: b.txt, reason: not our harbour}]\n")
    assert doubts(found) == []


def test_all_mistakes_come_at_once(read):
    with pytest.raises(UserError) as caught:
        read(
            "scale: icd203\n"
            "pin: [{path: a.txt, passage: 0, section: wroks}]\n"
            "exclude: [{path: a.txt, reason: ' '}]\n"
            "names: {part: [[one]]}\n"
            "judgements: [{text: ' ', likelihood: realistic possibility, confidence: low, cites: "
            "[{path: a.txt}]}]\n"
        )
    assert [
        (problem.line, problem.column, problem.message) for problem in caught.value.problems
    ] == [
        (2, 30, "passages are numbered from 1"),
        (2, 42, "there is no section 'wroks'"),
        (3, 33, "the reason is blank"),
        (4, 16, "two names or more are wanted"),
        (5, 21, "the judgement is blank"),
        (5, 38, "'realistic possibility' is not a term of icd203"),
        (5, 86, "a citation names a passage or a quote"),
    ]


@pytest.mark.parametrize("scale", ["icd203", "phia"])
def test_the_terms_of_a_scale_rise(scale):
    ranges = list(scales.LIKELIHOOD[scale].values())
    assert ranges == sorted(ranges)
    assert all(0 <= low < high <= 100 for low, high in ranges)


def test_every_mistake_is_told_at_once(tmp_path):
    (tmp_path / "analyst.yaml").write_text(
        """\
scale: icd203
pin:
  - {path: a.txt, passage: 0, section: nowhere, hsah: "12"}
  - {path: a.txt, passage: two}
exclude:
  - {path: b.txt, passage: 2, reason: " "}
  - {path: b.txt}
judgements:
  - {text: "", likelihood: perhaps, confidence: enormous, cites: []}
  - {text: T, likelihood: maybe, confidence: low, cites: [{path: a.txt}]}
""",
        encoding="utf-8",
    )
    with pytest.raises(UserError) as caught:
        analyst.read_analyst(tmp_path, sections=("one",))
    said = [(problem.line, problem.message) for problem in caught.value.problems]
    assert [line for line, _ in said] == [3, 3, 3, 4, 6, 7, 9, 9, 9, 9, 10, 10], said
