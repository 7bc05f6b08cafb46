"""The benchmark of an editor runs over a made-up cluster, and its oracle finds what people marked."""

from benchmarks import editor
from tests.projects import growing

SUMMARY = "The northern quay is open again."


def _mark(name, words):
    text = growing.ARTICLES[name]
    start = text.index(words)
    return {
        "documentFile": name,
        "docSpanOffsets": [[start, start + len(words)]],
        "scuSentCharIdx": 0,
    }


def test_the_oracle_covers_what_is_marked(tmp_path):
    marked = growing.ARTICLES["a.txt"].splitlines()[2].split(". ")[0]
    cluster = {
        "documents": [
            {"documentFile": name, "rawDocumentText": growing.ARTICLES[name]}
            for name in ("a.txt", "b.txt")
        ],
        "set_of_highlights_in_context": [_mark("a.txt", marked)],
        "response": SUMMARY,
    }
    found = editor.measure_cluster(cluster, tmp_path / "cluster")
    assert set(found) == {"program", "oracle"}
    assert found["oracle"].covered == 1
    assert all(0 < one.words <= 200 for one in found.values())
