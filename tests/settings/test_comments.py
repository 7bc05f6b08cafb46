"""A value that a number sign cuts is pointed at; a comment is left alone."""

import pytest

from briefing.settings import config, tree


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("title: Week #12 of the floods", "Week"),
        ("title: Ward # 9", "Ward"),
        ("title: #floods", ""),
        ("list: [a, b #2\n  ]", "b"),
        ("- Pier #4", "Pier"),
        ("a: text that goes\n  on #here", "text that goes on"),
    ],
)
def test_what_stands_behind_a_cut_value_is_doubted(written, left):
    (doubt,) = tree.parse_yaml(written, "config.yaml").doubts
    assert doubt.severity == "warning"
    assert repr(left) in doubt.message if left else "no value" in doubt.message
    assert "quotation marks" in doubt.advice


@pytest.mark.parametrize(
    "written",
    [
        "title: Floods # the second week",
        "title: Floods  #12",
        "title: 'Week #12'",
        'title: "Week #12" #yes',
        "title: Week#12",
        "# title\ntitle: a",
        "title: |\n  Week #12",
        "title: >-\n  Week #12\nother: a",
        "title:\n  #nothing here\n  - a",
    ],
)
def test_comments_and_quoted_values_are_not(written):
    assert tree.parse_yaml(written, "config.yaml").doubts == ()


def test_the_config_warns_of_it_and_is_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The bridge was closed.", "utf-8")
    (tmp_path / "config.yaml").write_text(
        "brief:\n  title: Week #12\nsources: [{kind: folder, path: in}]\n"
        "sections: [{slug: a, title: A}]\n",
        "utf-8",
    )
    (warning,) = [
        one for one in config.load_config(tmp_path / "config.yaml").warnings if "#" in one.message
    ]
    assert (warning.line, warning.column) == (2, 10)
