"""Whatever is in a file, reading it ends in a document or a reason, soon."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.ingest import original_file
from briefing.model import Document, Quarantined
from briefing.split import split_passages

BITS = [
    *(
        "By ",
        "(AP) — ",
        "\n",
        "\r\n",
        "\f",
        "\x00",
        "told The ",
        "© 2024",
        "# ",
        "---\n",
        "a: b\n",
        "“",
        "”",
        "|",
        "\t",
        "…",
    ),
    *(
        "date 2024-05-03 ",
        "Related:",
        "The town said it would not pay. ",
        "النص ",
        "\u202e",
        "12 May 2024",
        "A A A",
    ),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(st.sampled_from(BITS) | st.text(max_size=12), max_size=60))
def test_any_text_is_read_and_split_without_loss(article, bits):
    content = "".join(bits)
    result = article(content.encode("utf-8", "replace"))
    if isinstance(result, Quarantined):
        assert result.reason
        return
    passages = split_passages(result)
    assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))
    last = 0
    for passage in passages:
        assert last <= passage.start < passage.end <= len(result.text)
        assert result.text[passage.start : passage.end].strip()
        assert all(passage.start <= one.start < one.end <= passage.end for one in passage.sentences)
        last = passage.end


@pytest.mark.parametrize(
    ("shape", "times"),
    [
        ("a ", 400_000),
        ("told The A ", 80_000),
        ("Ab Cd – Ef Gh\n", 20_000),
        ("x|", 400_000),
        ("(By A B, ", 90_000),
    ],
)
def test_hostile_shapes_are_read_in_a_while(article, shape, times):
    document = article(shape * times)  # anything that isn't linear would take hours here
    assert isinstance(document, Document)
    assert len(split_passages(document)) == max(1, (shape * times).count("\n"))


def test_twice_the_same_file_gives_twice_the_same_document(article):
    content = (
        "Town refuses to pay\n\n3 May 2024\n\nThe town said on Friday that it would not pay "
        "for the water.\n"
    )
    assert article(content) == article(content)


@pytest.mark.parametrize("path", ["in/a\0b.txt", "\0", f"in/{'x' * 300}.txt", "in/\ud800.txt"])
def test_a_path_that_no_file_can_have_leads_nowhere(tmp_path, path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words", "utf-8")
    place = original_file(tmp_path, path)
    assert place.is_relative_to(tmp_path)
    assert not place.exists()
    assert place.resolve()
