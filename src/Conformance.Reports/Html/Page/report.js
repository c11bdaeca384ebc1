"use strict";
// The list of cases: filters, search, keys, links. The address says what is shown: #verdict=failed&kind=idempotency&case=ID
(() => {
  const { make, time, copyButton } = elements;
  const data = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("list");
  const end = document.getElementById("end");
  const found = document.getElementById("found");
  const search = document.getElementById("search");
  const selects = Array.from(document.querySelectorAll("[data-filter]"));
  const PageSize = 100;
  const Hidden = ["cause", "requirement"]; // Filters that links set and that have no control of their own.
  let filter = {};
  let matching = [];  // Numbers of the cases that the filter leaves.
  let rendered = 0;   // How many of them are in the list.
  let opened = null;  // Number of the case that is open.
  const haystacks = [];

  // ---- which cases

  function haystack(i) {
    if (haystacks[i] === undefined) {
      const c = data.cases[i];
      const about = data.requirements[c.requirement];
      haystacks[i] = [c.title, c.id, c.flaky ? "flaky" : "", c.reason, c.endpoint, c.kind, about.id, about.statement, about.line]
        .concat((c.tags || []), (c.checks || []).flatMap(k => [k.check, k.where, k.expected, k.actual]))
        .join("\n").toLowerCase();
    }
    return haystacks[i];
  }

  function matches(i, words) {
    const c = data.cases[i];
    return (!filter.verdict || c.verdict === filter.verdict)
      && (!filter.kind || c.kind === filter.kind)
      && (!filter.endpoint || c.endpoint === filter.endpoint)
      && (!filter.level || data.requirements[c.requirement].level === filter.level)
      && (!filter.cause || (c.causes || []).includes(Number(filter.cause)))
      && (!filter.requirement || isAbout(c, filter.requirement))
      && words.every(word => haystack(i).includes(word));
  }

  function isAbout(c, id) {
    const all = [c.requirement].concat(c.held || [], (c.checks || []).map(k => k.requirement));
    return all.some(r => data.requirements[r].id === id);
  }

  function apply() {
    const words = (filter.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    matching = data.cases.map((_, i) => i).filter(i => matches(i, words));
    rendered = 0;
    opened = null;
    list.replaceChildren();
    more();
    const beside = Hidden.filter(name => filter[name]).map(name => ", " + name + " " + filter[name]).join("");
    found.textContent = matching.length === data.cases.length
      ? "All " + data.cases.length + " cases"
      : matching.length + " of " + data.cases.length + " cases" + beside;
  }

  // ---- the list

  function more() {
    const next = matching.slice(rendered, rendered + PageSize);
    list.append(...next.map(row));
    rendered += next.length;
    end.textContent = rendered < matching.length ? matching.length - rendered + " more, shown when you get here" : "";
  }

  function row(i) {
    const c = data.cases[i];
    const has = outcome => (c.checks || []).some(k => k.outcome === outcome);
    const mark = c.flaky ? "flaky" : c.verdict !== "passed" ? null : has("waived") ? "waived" : has("warned") ? "warning" : null;
    const button = make("button", { type: "button", class: "row", id: "case-" + i, "aria-expanded": "false" },
      make("span", { class: "badge " + c.verdict }, c.verdict),
      make("span", { class: "name" },
        make("span", { class: "title" }, c.title, mark ? make("span", { class: "tag warned" }, mark) : null),
        make("span", { class: "id" }, c.id)),
      make("span", { class: "took" }, c.durationMs ? time(c.durationMs) : ""));
    button.addEventListener("click", () => opened === i ? close() : open(i));
    return make("li", {}, button);
  }

  function buttonOf(i) {
    const place = matching.indexOf(i);
    while (place >= rendered) {
      more();
    }
    return place < 0 ? null : document.getElementById("case-" + i);
  }

  function open(i) {
    close();
    const button = buttonOf(i);
    opened = i;
    button.setAttribute("aria-expanded", "true");
    button.after(caseView.create(data, i));
    caseView.reveal(button.nextElementSibling);
    remember();
  }

  function close() {
    if (opened !== null) {
      const button = document.getElementById("case-" + opened);
      button.setAttribute("aria-expanded", "false");
      button.nextElementSibling.remove();
      opened = null;
      remember();
    }
  }

  // ---- the address

  function remember() {
    const parts = Object.entries(filter).filter(([, value]) => value);
    if (opened !== null) {
      parts.push(["case", data.cases[opened].id]);
    }
    const text = parts.map(([name, value]) => name + "=" + encodeURIComponent(value)).join("&");
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  }

  function follow() {
    const hash = location.hash.slice(1);
    if (hash !== "" && !hash.includes("=")) {
      return; // An anchor: the browser goes there by itself.
    }
    const said = new URLSearchParams(hash.replace(/\+/g, "%2B"));
    filter = {};
    for (const name of ["q", ...selects.map(s => s.dataset.filter), ...Hidden]) {
      filter[name] = said.get(name) || "";
    }
    show();
    const wanted = said.get("case");
    const number = wanted === null ? -1 : data.cases.findIndex(c => c.id === wanted);
    if (number >= 0) {
      if (!matching.includes(number)) {
        filter = {};
        show();
      }
      open(number);
      buttonOf(number).focus();
      buttonOf(number).scrollIntoView({ block: "start" });
    } else if (wanted !== null) {
      found.textContent = "There is no case " + wanted + " in this report.";
    } else if (hash !== "") {
      document.getElementById("cases").scrollIntoView();
    }
  }

  function show() {
    search.value = filter.q || "";
    selects.forEach(select => {
      const value = filter[select.dataset.filter] || "";
      select.value = value;
      if (select.value !== value) {
        // A verdict that no case has is no choice of the list.
        select.append(make("option", { value }, value));
        select.value = value;
      }
    });
    apply();
  }

  // ---- controls and keys

  selects.forEach(select => select.addEventListener("change", () => {
    filter[select.dataset.filter] = select.value;
    apply();
    remember();
  }));
  search.addEventListener("input", () => {
    filter.q = search.value.trim();
    apply();
    remember();
  });
  document.getElementById("clear").addEventListener("click", () => {
    filter = {};
    show();
    remember();
  });

  function move(by) {
    const current = document.activeElement.closest ? document.activeElement.closest("#list > li") : null;
    const at = current ? Array.prototype.indexOf.call(list.children, current) : by > 0 ? -1 : 0;
    const next = Math.min(Math.max(at + by, 0), matching.length - 1);
    if (next >= 0) {
      buttonOf(matching[next]).focus();
    }
  }

  function escape() {
    if (opened !== null) {
      const button = document.getElementById("case-" + opened);
      close();
      button.focus();
    } else if (filter.q) {
      filter.q = "";
      show();
      remember();
    } else {
      search.blur();
    }
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    const keys = { "/": () => search.focus(), j: () => move(1), k: () => move(-1) };
    const action = event.key === "Escape" ? escape
      : event.key === "Enter" && event.target === search ? () => move(1)
      : isTyping ? undefined : keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  new IntersectionObserver(entries => {
    if (entries.some(e => e.isIntersecting)) {
      more();
    }
  }, { rootMargin: "600px" }).observe(end);
  window.addEventListener("hashchange", follow);

  // ---- the page

  document.querySelectorAll("[data-copy]").forEach(block => block.after(copyButton(block)));
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    label();
  });
  dark.addEventListener("change", label);
  label();
  show(); // Whatever the address says: an anchor elsewhere in the page is no filter.
  follow();
})();
