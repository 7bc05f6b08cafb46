"use strict";
// Everything here is an extra: the page reads, cites and prints without it. No request is ever made.
(() => {
  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const says = [...document.querySelectorAll(".say")];
  const sources = [...document.querySelectorAll(".list li[id]")];

  // Search, filters and the theme.
  const tools = make("form", "", { class: "tools", role: "search", "aria-label": "{{find}}" });
  const field = (label, control) => {
    const wrap = make("label", label + " ");
    wrap.append(control);
    tools.append(wrap);
    return control;
  };
  const query = field("{{search}}", make("input", "", { type: "search" }));
  const source = field("{{search_source}}", make("select", ""));
  source.append(make("option", "{{search_all}}", { value: "" }));
  for (const item of sources) {
    const number = item.id.replace("source-", "");
    source.append(make("option", number + " " + item.querySelector("b").textContent, { value: number }));
  }
  const states = new Set(says.map((say) => say.dataset.change));
  const change = states.size > 1 ? field("{{show}}", make("select", "")) : null;
  if (change) {
    for (const [value, label] of [["", "{{show_everything}}"], ["new", "{{show_new}}"], ["changed", "{{show_changed}}"]]) {
      if (!value || states.has(value)) change.append(make("option", label, { value }));
    }
  }
  const theme = make("button", "{{shade}}", { type: "button", "aria-pressed": "false" });
  const count = make("output", "", { "aria-live": "polite" });
  tools.append(theme, count);
  document.querySelector("header.title").append(tools);

  const filter = () => {
    const words = query.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const say of says) {
      const text = say.textContent.toLocaleLowerCase();
      const fits = words.every((word) => text.includes(word))
        && (!source.value || say.dataset.sources.split(" ").includes(source.value))
        && (!change || !change.value || say.dataset.change === change.value);
      say.hidden = !fits;
      shown += fits;
    }
    count.value = shown === says.length ? "" : shown + "{{shown.1}}" + says.length + "{{shown.2}}";
  };
  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    theme.setAttribute("aria-pressed", String(!dark));
  });

  // A citation opens its passage in place; Escape or the button closes it and goes back to the citation.
  let opener = null;
  const close = () => {
    const open = document.querySelector(".passage:target");
    if (!open) return;
    const place = [scrollX, scrollY];
    location.hash = "none";
    history.replaceState(null, "", location.pathname + location.search);
    scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };
  for (const passage of document.querySelectorAll(".passage")) {
    const button = make("button", "{{close}}", { type: "button", class: "close" });
    button.addEventListener("click", close);
    passage.append(button);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    if (link) opener = link;
  });
  addEventListener("hashchange", () => {
    const open = document.querySelector(".passage:target");
    if (open) open.focus({ preventScroll: true });
    const said = document.querySelector(".say:target");
    if (said && said.hidden) {
      tools.reset();
      filter();
      said.scrollIntoView();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      query.focus();
    }
  });
})();
