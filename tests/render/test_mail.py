"""The mail's text and page: what they say, how large they grow, what a browser and axe make of
them."""

import re
import typing
from dataclasses import replace

import pytest

from briefing.errors import UserError
from briefing.language.phrases import known_codes, read_phrases
from briefing.model import Brief, Changed, Changes, Gap, Judgement
from briefing.render.mail import LARGEST, Slip, write_mail
from briefing.render.page import view_page as make_page
from briefing.render.templates import Templates
from briefing.settings.mail import Language


def changed(brief: Brief, gone: int = 1, new: int = 2) -> Brief:
    """Give the brief as news to somebody: some statements new, the others known, some withdrawn."""
    ids = [
        statement.id or statement.key
        for section in brief.sections
        for statement in section.statements
    ]
    sections = tuple(
        replace(
            section,
            statements=tuple(
                replace(
                    s, id=s.id or s.key, change="new" if (s.id or s.key) in ids[:new] else "kept"
                )
                for s in section.statements
            ),
        )
        for section in brief.sections
    )
    withdrawn = tuple(
        Changed(
            id=f"s-{n}",
            was=f"Statement {n} about the number of ships in the harbour that day.",
            now="",
            cause="x",
        )
        for n in range(gone)
    )
    changes = Changes(previous=4, new=tuple(ids[:new]), withdrawn=withdrawn)
    return replace(brief, sections=sections, changes=changes)


def write(brief, documents, templates=None, **slip):
    fitted = Slip(
        **({"language": "en", "attached": ("a brief.pdf",), "leave": "desk@example.org"} | slip)
    )
    return write_mail(brief, documents, fitted, templates or Templates())


def test_the_marking_comes_first_in_subject_text_and_page(brief, documents):
    made = write(brief, documents)
    marking = brief.frame.marking
    assert marking
    assert made.subject.startswith(f"{marking} | ")
    assert made.text.startswith(f"{marking}\n")
    body = made.html.partition("<body")[2].partition(">")[2]
    assert re.sub(r"<[^>]*>", "", body).strip().startswith(marking)


def test_both_parts_say_the_bottom_line_what_is_new_and_the_heads(brief, documents):
    news = changed(brief)
    made = write(news, documents)
    page = make_page(news, documents)
    plain = (
        re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", made.html))
        .replace("&amp;", "&")
        .replace("&quot;", '"')
    )
    for said in (
        *(line.text for line in page.bottom_line),
        *(line.text for section in page.sections for line in section.lines if line.change == "new"),
        *(section.title for section in page.sections),
        "Statement 0 about the number of ships",
    ):
        assert said in re.sub(r"\s+", " ", made.text)
        assert said in plain.replace("&#x27;", "'").replace("&#39;", "'")
    assert "2 new, 1 withdrawn since brief 4, the last you were sent." in plain
    assert made.subject.endswith("2 new, 1 withdrawn")


def test_the_page_stays_below_what_mail_programs_show(brief, documents):
    section = next(section for section in brief.sections if section.statements)
    many = tuple(
        replace(
            section.statements[0],
            id=f"s-{n}",
            key=f"k-{n}",
            text=f"{n}: " + "words of a long statement " * 12,
        )
        for n in range(400)
    )
    news = changed(replace(brief, sections=(replace(section, statements=many),)), gone=300, new=400)
    made = write(news, documents)
    assert len(made.html.encode()) <= LARGEST < 102 * 1024
    assert all(f"Statement {n} about" in made.text for n in range(300))
    assert all(f"{n}: words of" in made.text for n in range(400))
    assert "More of them in the brief itself: " in made.html


def test_the_page_asks_the_network_for_nothing_and_styles_each_element(brief, documents):
    made = write(brief, documents).html
    assert re.findall(r"<(?:link|script|img|iframe)|@import|url\(|javascript:", made) == []
    assert 'class="page" ' in made
    assert "style=" in made
    assert made.count("@media") == 2
    assert 'name="color-scheme" content="light dark"' in made


@pytest.mark.parametrize("language", known_codes())
def test_the_frame_speaks_the_readers_language(brief, documents, language):
    made = write(changed(brief), documents, language=language)
    words = read_phrases(language)
    bottom_line, sections = words.say("bottom_line"), words.say("mail_sections")
    assert f'<html lang="{language}" dir="{words.direction}"' in made.html
    assert bottom_line in made.html
    assert bottom_line.upper() in made.text
    others = {read_phrases(name).say("mail_sections") for name in known_codes()} - {sections}
    assert [other for other in others if other in made.html] == []
    assert not re.search(r"[{}]", made.text)


def test_a_config_may_name_every_language_that_has_a_frame():
    assert set(known_codes()) == set(typing.get_args(Language))


def test_a_test_copy_says_so_in_subject_and_body(brief, documents):
    made = write(brief, documents, test=True, released=False)
    assert made.subject.startswith(f"{brief.frame.marking} | Test copy, not released | ")
    assert "*** Test copy, not released ***" in made.text
    assert ">Test copy, not released</p>" in made.html


def test_a_template_of_the_users_can_not_push_the_marking_aside(brief, documents, tmp_path):
    (tmp_path / "mail.subject.txt.j2").write_text(
        "News!\nBcc: {{ mail.title }}\n", encoding="utf-8"
    )
    made = write(brief, documents, Templates(folder=tmp_path))
    assert made.subject == f"{brief.frame.marking} | News! Bcc: {brief.frame.title}"
    (tmp_path / "mail.txt.j2").write_text("{{ mail.nothing }}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"mail\.txt\.j2:1:1"):
        write(brief, documents, Templates(folder=tmp_path))


def test_hostile_text_stays_text(brief, documents):
    section = next(section for section in brief.sections if section.statements)
    hostile = replace(
        section.statements[0], text="<script>alert(1)</script> {{ 7 * 6 }} \r\n.\r\n\u202e</style>"
    )
    news = changed(replace(brief, sections=(replace(section, statements=(hostile,)),)))
    made = write(news, documents)
    assert "<script" not in made.html
    assert made.html.count("</style>") == 1
    assert "\u202e" not in made.html + made.text
    assert "{{ 7 * 6 }}" in made.html


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 800])
def test_a_browser_finds_nothing_amiss(browser, brief, documents, language, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    view = browser.new_page(viewport={"width": width, "height": 900})
    try:
        view.set_content(write(changed(brief), documents, language=language).html)
        for scheme in ("light", "dark"):
            view.emulate_media(color_scheme=scheme)
            assert view.evaluate("document.documentElement.scrollWidth") <= width
            found = axe.Axe().run(view)
            assert found.violations_count == 0, (scheme, found.generate_report())
    finally:
        view.close()


def test_what_the_brief_says_of_statements_gaps_and_judgements_is_in_the_frames_language(
    brief, documents
):
    slots = {"party": "Borland", "named": "3", "total": "9"}
    gaps = (Gap(kind="silent", text="The position of Borland", slots=slots),)
    gaps += (Gap(kind="single", text="Confirmation", slots={"single": "4", "total": "9"}),)
    section = next(section for section in brief.sections if section.statements)
    first = section.statements[0]
    said = replace(
        first.citations[0], attribution=replace(first.citations[0].attribution, kind="judgement")
    )
    lone = replace(first, citations=(said,), outlets=("A",), origins=("A",))
    shared = replace(lone, id="s-2", key="k-2", outlets=("A", "B", "C"), origins=("A",))
    judged = Judgement(
        text="It holds.",
        likelihood="likely",
        confidence="low",
        reason="",
        scale="ICD 203",
        citations=first.citations,
    )
    told = replace(
        brief,
        sections=(replace(section, statements=(lone, shared)),),
        gaps=gaps,
        judgements=(judged,),
        bottom_line=(),
    )
    made = write(changed(told), documents, language="de")
    for said_so in (
        "Die Haltung von Borland in eigenen Worten: in 3 von 9 Aussagen genannt",
        "Bestätigung: 4 von 9 Aussagen",
        "Einschätzung",
        "nur ein Medium",
        "3 Medien, 1 Ursprung",
        "likely (55–80 %)",
        "niedrig",
    ):
        assert said_so in made.text, said_so
    assert [
        word
        for word in ("single outlet", "judgement", "The position", "moderate")
        if word in made.text
    ] == []
    assert "The position of Borland" in write(told, documents).text


def test_a_text_from_left_to_right_stays_so_in_a_frame_from_right_to_left(brief, documents):
    made = write(changed(brief), documents, language="ar").html
    assert re.search(r'<p class="what"[^>]* dir="ltr"[^>]*><b class="flag"', made)
    assert "border-right: 4px solid" in made
