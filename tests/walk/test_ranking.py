"""What sections make of one and the same candidates."""

from briefing.edition.make import make_anew
from briefing.job.load import load_job

CONFIG = """\
brief: {title: The quays of Castren, slug: quays}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: many, title: Many, kind: digest, statements: 9}
  - {slug: short, title: Short, kind: digest, words: 120}
outputs: [{kind: json}]
"""
NEWS = (
    "The northern quay of Castren reopened on Monday after a long repair, the port said.",
    "Dockers moved two cranes to the northern quay of Castren, and ships of grain came back.",
    "The port of Castren will dredge its southern basin before the grain harvest, it said.",
)
QUIP = "“Nobody cheers louder than my grandmother and her seventeen noisy parrots,” Mira Sand said."


def test_a_quip_is_worth_less_where_statements_are_counted_alone(tmp_path):
    (tmp_path / "articles").mkdir()
    for number, line in enumerate(NEWS):
        text = f"{line}\n\n{QUIP if number == 0 else NEWS[0]}\n"
        (tmp_path / f"articles/{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    ranking = make_anew(load_job(tmp_path / "config.yaml")[1]).ranking
    many, short = (
        {one.candidate.statement.text: one.candidate.weight for one in listed.ranked}
        for listed in ranking.shortlists
    )
    said = next(text for text in many if text.startswith("“Nobody"))
    assert many[said] < short[said]
    assert many[NEWS[1]] == short[NEWS[1]]
