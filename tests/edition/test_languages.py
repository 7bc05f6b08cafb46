"""Texts in a language that no rules serve: listed, never quoted, never cut by the rules of
another."""

import pytest

TEXTS = {
    "it": "Il porto resterà chiuso fino al 4 maggio, ha annunciato il comune. Ha detto che la"
    " banchina non era sicura. I lavori sono cominciati lunedì e dureranno tre settimane.\n",
    "pl": "Port będzie zamknięty do 4 maja, jak podał urząd miasta. Powiedział, że nabrzeże nie"
    " było bezpieczne. Prace zaczęły się w poniedziałek i potrwają trzy tygodnie.\n",
    "he": "הנמל יישאר סגור עד 4 במאי, הודיעה העירייה. הוא אמר שהרציף אינו בטוח. העבודות החלו"
    " ביום שני ויימשכו שלושה שבועות.\n",
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
    said = "no source is in a language that is served, so none is quoted; they are in"
    assert f"{said} {code} (1)" in out + err
    assert not any(section["statements"] for section in desk.brief()["sections"])
    assert desk.run("build", "--formats", "json", "--force", "--strict")[0] == 1
    _, out, err = desk.run("check")
    assert f"they are in {code} (1)" in out + err


def test_a_source_in_another_language_is_listed_with_the_reason(desk):
    (desk.folder / "articles" / "z.txt").write_text(TEXTS["it"], encoding="utf-8")
    _, out, err = desk.run("sources")
    assert "not quoted: its language is it, which no language pack serves" in out
    assert "no source is in" not in out + err
    _, out, err = desk.run("build", "--formats", "json")
    assert "no source is in" not in out + err


def test_a_guessed_encoding_is_shown_where_sources_are_listed(desk):
    russian = (
        "Президент приехал в порт и сказал, что работы на причале закончат до мая. Он не был там с "
        "весны, но по его словам это не так важно для города.\n"
    )
    (desk.folder / "articles" / "z.txt").write_bytes(russian.encode("cp1251"))
    _, out, _ = desk.run("sources")
    assert "The encoding, windows-1251, is a guess from the words of the file." in out


def speak(desk, own):
    """Have the brief made in a language."""
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("brief: {", f"brief: {{language: {own}, ", 1), encoding="utf-8")


GERMAN = "Der Hafen bleibt bis zum 4. Mai geschlossen, teilte die Stadt am Montag mit.\n"
ENGLISH = "The port will stay closed until May 4, the town said. It was not safe on Monday.\n"
FRENCH = "Le port restera fermé jusqu'au 4 mai, a annoncé la mairie lundi. Il n'était pas sûr.\n"


@pytest.mark.parametrize(
    ("own", "text", "theirs"),
    [("de", ENGLISH, "en"), ("en", GERMAN, "de"), ("es", FRENCH, "fr"), ("en-GB", FRENCH, "fr")],
)
def test_a_brief_in_another_language_than_all_its_sources_says_so(desk, own, text, theirs):
    only(desk, text)
    speak(desk, own)
    said = (
        f"no source is in the brief's own language, {own}; its quotes stay in theirs: {theirs} (1)"
    )
    for command in ("check", "build"):
        exit_code, out, err = desk.run(command)
        assert exit_code == 0
        assert said in out + err
    assert desk.run("build", "--formats", "json", "--force", "--strict")[0] == 1


@pytest.mark.parametrize(("own", "text"), [("de", GERMAN), ("fr", FRENCH), ("en-US", ENGLISH)])
def test_a_brief_with_one_source_in_its_own_language_says_nothing_of_it(desk, own, text):
    only(desk, TEXTS["it"])
    (desk.folder / "articles" / "z.txt").write_text(text, encoding="utf-8")
    speak(desk, own)
    _, out, err = desk.run("check")
    assert "the brief's own language" not in out + err
