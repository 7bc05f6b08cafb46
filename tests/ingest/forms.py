"""Makes files of other forms from the paragraphs of an article, as desks meet them."""

import html
import io
from email.message import EmailMessage

import docx
import weasyprint

MENU = "World Politics Business Sport Culture Opinion Video Podcasts Newsletters".split()
OTHERS = (
    "Ten ways to save water this summer",
    "Why the harbour bridge was closed again",
    "Council votes on school meals",
    "Rovers beat Wanderers in extra time",
)


def paragraphs(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def page(text, title="", head=""):
    """A page of a news site round the article: menu, share bars, adverts, related links, footer."""
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in MENU)
    others = "".join(
        f'<li><a href="/{n}"><img src="{n}.jpg" alt=""><h3>{name}</h3></a></li>'
        for n, name in enumerate(OTHERS)
    )
    share = (
        '<div class="share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Email</a></div>'
    )
    words = [f"<p>{html.escape(one)}</p>" for one in paragraphs(text)]
    words.insert(len(words) // 2, '<div class="advert" aria-hidden="true">Advertisement</div>')
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>{head}
<style>.share {{ color: red }} .sr {{ position: absolute; left: -9999px }}</style>
<script>var tracked = "yes";</script></head>
<body><a class="sr" href="#main">Skip to content</a><header><nav><ul>{menu}</ul></nav></header>
<main id="main"><article>{share}{"".join(words)}{share}</article>
<aside class="related"><h2>Related stories</h2><ul>{others}</ul></aside></main>
<footer><p>© 2025 The Paper. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>""".encode()


def pdf(text):
    words = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs(text))
    style = (
        '@page { @top-center { content: "The Paper" } @bottom-center { content: "Page " '
        "counter(page) } }"
    )
    return weasyprint.HTML(string=f"<html lang=en><style>{style}</style><body>{words}").write_pdf()


def word(text):
    made, out = docx.Document(), io.BytesIO()
    for one in paragraphs(text):
        made.add_paragraph(one)
    made.save(out)
    return out.getvalue()


def letter(text, subject="", *, as_page=False):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Desk <desk@example.org>", "a@example.org", subject
    if as_page:
        made.set_content("This message is a page.")
        made.add_alternative(page(text).decode(), subtype="html")
    else:
        made.set_content(text)
    return made.as_bytes()


MAKERS = {"html": page, "pdf": pdf, "docx": word, "eml": letter}
