import pytest

CONFIG = """\
brief: {title: Harbour works}
sources:
  - {kind: folder, path: articles}
tags:
  works: {terms: [quay, dredg*]}
sections:
  - {slug: works, title: Works, kind: digest, tags: [works]}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A function that writes a config beside one article, goes there, and gives the config's
    path."""

    def lay(config=CONFIG, *, extra="", name="config.yaml"):
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / "articles/one.txt").write_text(
            "The northern quay reopened.\n", encoding="utf-8"
        )
        path = tmp_path / name
        path.write_text(config + extra, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return path

    return lay
