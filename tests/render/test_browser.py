"""The page in a real browser, under its own Content-Security-Policy."""

import html as escapes
import json
import re
import shutil
import subprocess

import pytest

from briefing.figures import draw
from briefing.render.html import document
from briefing.render.page import page as make_page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --virtual-time-budget=15000 --dump-dom"
).split()
PROBE = """
{
const seen = {refused: []};
addEventListener("securitypolicyviolation", (event) => seen.refused.push(event.violatedDirective));
addEventListener("error", (event) => seen.refused.push(String(event.message)));
const wait = () => new Promise((done) => setTimeout(done, 250));
const set = (control, value) => {
  control.value = value;
  control.dispatchEvent(new Event("input", {bubbles: true}));
};
const shown = () => [...document.querySelectorAll(".say")].filter((say) => !say.hidden).length;
(async () => {
  await wait();
  const ref = document.querySelector(".say a.ref");
  ref.focus();
  ref.click();
  await wait();
  const open = document.querySelector(".passage:target");
  seen.opened = open && open.id;
  seen.inPlace = open && getComputedStyle(open).position;
  seen.focused = document.activeElement === open;
  document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
  await wait();
  seen.closed = !document.querySelector(".passage:target");
  seen.returned = document.activeElement === ref;
  seen.all = shown();
  const [source] = document.querySelectorAll(".tools select");
  const query = document.querySelector(".tools input");
  set(query, WORD);
  seen.found = shown();
  seen.told = document.querySelector("output").value;
  set(query, "");
  set(source, "4");
  seen.ofSource = shown();
  set(source, "");
  const before = getComputedStyle(document.body).backgroundColor;
  document.querySelector(".tools button").click();
  seen.darkened = before !== getComputedStyle(document.body).backgroundColor;
  document.body.dataset.seen = JSON.stringify(seen);
})();
}
"""


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_citations_search_filters_theme_and_keyboard(brief, documents, templates, tmp_path) -> None:
    page = make_page(brief, documents, draw(brief, documents))
    lines = [line for section in page.sections for line in section.lines]
    word = max(lines[0].text.split(), key=len).strip("“”.,")
    script = templates.asset("page.js") + PROBE.replace("WORD", json.dumps(word))
    path = tmp_path / "brief.html"
    path.write_text(document(page, templates, "screen", templates.asset("screen.css"), script), encoding="utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r'data-seen="([^"]*)"', dom)
    assert found, "the page's script did not run to its end"
    seen = json.loads(escapes.unescape(found[1]))
    assert seen["refused"] == []
    assert seen["opened"] == lines[0].refs[0].target
    assert seen["inPlace"] == "fixed"
    assert seen["focused"]
    assert seen["closed"]
    assert seen["returned"]
    assert seen["all"] == len(lines)
    with_word = [line for line in lines if word.lower() in line.text.lower()]
    assert len(with_word) <= seen["found"] < len(lines)
    assert seen["told"] == f"{seen['found']} of {len(lines)} statements"
    assert seen["ofSource"] == sum(4 in line.sources for line in lines)
    assert seen["darkened"]
