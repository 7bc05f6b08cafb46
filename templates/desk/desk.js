"use strict";
// Everything here is an extra: every act is a form that works without it.
(() => {
  const body = document.body;
  const state = document.getElementById("state");

  // The brief is made anew after every save: the preview follows, and keeps its place.
  const follow = (number) => {
    const frame = document.getElementById("brief");
    if (body.dataset.page !== "preview") {
      state.textContent = "made anew: ";
      const link = document.createElement("a");
      link.href = location.pathname;
      link.textContent = "look again";
      state.append(link);
      return;
    }
    if (!frame) return location.reload();
    const place = frame.contentWindow ? frame.contentWindow.scrollY : 0;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, place), { once: true });
    frame.src = "/brief.html?" + number;
    state.textContent = "up to date";
  };
  const ask = async () => {
    for (let seen = body.dataset.number; ;) {
      let news;
      try {
        const answer = await fetch("/state?seen=" + encodeURIComponent(seen));
        if (!answer.ok) throw new Error(answer.statusText);
        news = await answer.json();
      } catch {
        state.textContent = "the desk is not there";
        await new Promise((done) => setTimeout(done, 2000));
        continue;
      }
      if (String(news.number) === String(seen)) continue;
      seen = news.number;
      const wrong = body.dataset.page === "preview" && (news.problems || document.querySelector(".problems, .notice"));
      if (wrong && !location.search) return location.reload();
      follow(seen);
    }
  };
  if (state) ask();

  // One key for each act, as its button says; none while somebody writes.
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement) {
      const open = document.activeElement.closest("details[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) return;
    const target = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key && !one.disabled);
    if (!target) return;
    event.preventDefault();
    if (target.tagName !== "SUMMARY") return target.click();
    target.parentElement.open = true;
    target.parentElement.querySelector("input:not([type=hidden]), select, textarea").focus();
  });

  // The passage stands in view from the beginning, and so does the line of the queue.
  for (const one of document.querySelectorAll(".source .here, .queue .here")) {
    const box = one.parentElement;
    box.scrollTop = one.offsetTop - box.offsetTop - box.clientHeight / 3;
  }
})();
