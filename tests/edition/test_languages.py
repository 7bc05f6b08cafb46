"""Texts in a language that no rules serve: listed, never quoted, never cut by the rules of
another."""

import pytest

TEXTS = {
    "de": "Der Hafen bleibt bis zum 4. Mai geschlossen, teilte die Behörde mit. Er sagte, die Mauer"
    " sei nicht sicher. Die Arbeiten haben am Montag begonnen und dauern drei Wochen.\n",
    "fr": "Le port restera fermé jusqu'au 4 mai, a annoncé la mairie. Il a dit que le quai n'était"
    " pas sûr. Les travaux ont commencé lundi et dureront trois semaines.\n",
    "es": "El puerto seguirá cerrado hasta el 4 de mayo, anunció la autoridad. Dijo que el muelle "
    "no"
    " era seguro. Las obras empezaron el lunes y durarán tres semanas.\n",
}


def only(desk, text):
    """Leave one source in the desk's folder."""
    articles = desk.folder / "articles"
    for path in articles.iterdir():
        path.unlink()
    (articles / "a.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("code", TEXTS)
def test_a_brief_none_of_whose_sources_is_in_its_language_says_so(desk, code):
    only(desk, TEXTS[code])
    exit_code, out, err = desk.run("build", "--formats", "json")
    assert exit_code == 0
    assert f"no source is in 'en', so none is quoted; they are in {code} (1)" in out + err
    assert not any(section["statements"] for section in desk.brief()["sections"])
    assert desk.run("build", "--formats", "json", "--force", "--strict")[0] == 1
    _, out, err = desk.run("check")
    assert f"they are in {code} (1)" in out + err


def test_a_source_in_another_language_is_listed_with_the_reason(desk):
    (desk.folder / "articles" / "z.txt").write_text(TEXTS["de"], encoding="utf-8")
    _, out, err = desk.run("sources")
    assert "not quoted: its language is de, the brief's en" in out
    assert "no source is in" not in out + err
    _, out, err = desk.run("build", "--formats", "json")
    assert "no source is in" not in out + err
