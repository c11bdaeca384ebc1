"use strict";
// One case, shown when somebody opens it.
const caseView = (() => {
  const { make, link, time, size, command } = elements;

  function create(data, number) {
    const shown = data.cases[number];
    const checks = shown.checks || [];
    const failed = checks.filter(c => c.outcome === "broken");
    return make("div", { class: "case" },
      shown.reason ? make("p", { class: "reason" }, shown.reason) : null,
      requirement(data.requirements[shown.requirement]),
      facts(shown),
      findings(data, shown, failed, "What is broken", "failed"),
      findings(data, shown, checks.filter(c => c.outcome === "waived"), "Broken, and waived", "warned"),
      findings(data, shown, checks.filter(c => c.outcome === "warned"), "Warnings", "warned"),
      findings(data, shown, checks.filter(c => c.outcome === "not_judged"), "Not judged", "inconclusive"),
      findings(data, shown, checks.filter(c => c.outcome === "observed"), "Observed, where the specification decides nothing", "observed"),
      shown.repeat ? command("Repeat this request", shown.repeat) : null,
      shown.smallest ? command("The smallest body that fails in the same way", shown.smallest) : null,
      shown.scenario ? command("To keep this failure as a test, add to test_scenarios", shown.scenario) : null,
      (shown.comparisons || []).map(comparison),
      sequence(number),
      steps(data, shown, checks),
      held(data, shown),
      list("Not observed", shown.notObserved),
      list("Notes", shown.notes));
  }

  function requirement(of) {
    return make("div", { class: "sentence-of" },
      make("p", { class: "requirement" }, of.statement),
      make("p", { class: "basis" },
        make("span", { class: "level" }, of.level), " by ", of.basis,
        of.line ? [" · ", link(of.line, of.url, "line")] : null,
        " · ", make("code", {}, of.id),
        (of.references || []).map(r => [" · ", link(r.name, r.url, "reference")])));
  }

  function facts(shown) {
    return make("p", { class: "case-facts" },
      make("code", {}, shown.id), " · ", shown.kind, " · ", shown.endpoint, " · ", shown.origin,
      shown.durationMs ? [" · took ", time(shown.durationMs)] : null,
      (shown.tags || []).map(t => [" ", make("span", { class: "tag" }, t)]));
  }

  function findings(data, shown, checks, title, tone) {
    if (checks.length === 0) {
      return null;
    }
    let last = shown.requirement;
    return make("section", { class: "checks tone-" + tone },
      make("h3", {}, title),
      checks.map(check => {
        const other = check.requirement !== last ? requirement(data.requirements[check.requirement]) : null;
        last = check.requirement;
        return [other, evidence(check)];
      }));
  }

  function evidence(check) {
    const [expected, actual] = marked(check.expected, check.actual);
    return make("dl", { class: "evidence" },
      pair("check", [check.check, check.times ? " (" + check.times + " times)" : ""]),
      pair("where", check.where), pair("expected", expected), pair("actual", actual), pair("fix", check.fix));
  }

  function pair(name, value) {
    return value ? [make("dt", {}, name), make("dd", { class: name }, value)] : null;
  }

  // Two values that begin and end alike: what differs between is marked. Two sentences are left as they are.
  function marked(expected, actual) {
    if (!expected || !actual) {
      return [expected, actual];
    }
    const place = /^(.*?)( \([^()]*:\d+\))?$/s.exec(expected);
    const [a, b] = [Array.from(place[1]), Array.from(actual)];
    const shortest = Math.min(a.length, b.length);
    let start = 0;
    while (start < shortest && a[start] === b[start]) { start++; }
    let end = 0;
    while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end++; }
    if (start + end < 4 || start + end < shortest / 3) {
      return [expected, actual];
    }
    const mark = text => [
      text.slice(0, start).join(""),
      make("mark", {}, text.slice(start, text.length - end).join("")),
      text.slice(text.length - end).join("")];
    return [[mark(a), place[2]], mark(b)];
  }

  function comparison(of) {
    return make("section", { class: "comparison" },
      make("h3", {}, "The answers compared"),
      make("p", { class: "hint" }, "- only in step ", of.first, ", + only in step ", of.second),
      make("pre", { tabindex: 0, "aria-label": "Comparison of the answers" }, of.lines.map(line =>
        make("span", { class: line[0] === "-" ? "line removed" : line[0] === "+" ? "line added" : "line" }, line + "\n"))));
  }

  function sequence(number) {
    const template = document.getElementById("sequence-" + number);
    return template
      ? make("section", { class: "sequence" },
        make("h3", {}, "Observed sequence"),
        make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Observed sequence" },
          document.importNode(template.content, true)))
      : null;
  }

  function steps(data, shown, checks) {
    const all = shown.steps || [];
    const count = all.reduce((sum, step) => sum + (step.exchanges || []).length, 0);
    return all.length === 0 ? null : make("section", { class: "steps" },
      make("h3", {}, "Steps"),
      make("ol", {}, all.map(step => make("li", {},
        make("p", { class: "step" }, make("b", {}, step.name), step.phrase ? [": ", step.phrase] : null),
        step.state ? make("p", { class: "reason" }, step.state) : null,
        (step.exchanges || []).map(e => exchange(data, e, checks.filter(c => c.exchange === e.index), count)),
        step.omitted ? make("p", { class: "hint" }, step.omitted) : null))));
  }

  function exchange(data, of, checks, count) {
    const isBroken = checks.some(c => c.outcome === "broken" || c.outcome === "warned");
    const tone = checks.some(c => c.outcome === "broken") ? "failed" : isBroken ? "warned" : "";
    const summary = make("summary", {},
      make("span", { class: "index" }, "#" + (of.index + 1)), " ",
      of.purpose ? make("span", { class: "tag" }, of.purpose) : null, " ",
      make("code", {}, of.summary), " ",
      make("span", { class: "answer " + (tone ? "text-" + tone : "") }, "→ " + of.answer), " ",
      make("span", { class: "took" }, time(of.durationMs)));
    const details = make("details", { class: "exchange", open: isBroken || (count <= 2 && of.purpose !== "token") }, summary);
    let isFilled = false;
    const fill = () => {
      if (details.open && !isFilled) {
        isFilled = true;
        details.append(make("div", { class: "messages" },
          message(data, "Request", of.request, checks.filter(c => c.place && c.place.side === "request")),
          of.failure ? make("div", { class: "message" }, make("h4", {}, "No answer"), make("p", {}, of.failure))
            : message(data, "Response", of.response, checks.filter(c => c.place && c.place.side === "response"))),
        of.note ? make("p", { class: "hint" }, of.note) : "");
      }
    };
    details.addEventListener("toggle", fill);
    fill();
    return details;
  }

  function message(data, title, of, checks) {
    if (!of) {
      return make("div", { class: "message" }, make("h4", {}, title), make("p", { class: "hint" }, "Not in this page."));
    }
    const at = part => checks.filter(c => c.place.part === part);
    return make("div", { class: "message" },
      make("h4", {}, title),
      lines(of.line, at("status"), title + ", first line", "first"),
      of.headers === undefined ? null : lines(data.texts[of.headers], at("headers"), title + ", headers", "headers"),
      of.body ? lines(data.texts[of.body.text], at("body"), title + ", body", "body") : make("p", { class: "hint" }, "no body"),
      of.body ? make("p", { class: "hint" }, size(of.body.size), of.body.note ? "; " + of.body.note : "") : null);
  }

  // A text line by line; below a line that a check is about stands what it should have been.
  function lines(text, checks, label, name) {
    const block = make("pre", { class: name, tabindex: 0, "aria-label": label });
    if (checks.length === 0) {
      block.append(document.createTextNode(text));
      return block;
    }
    text.split("\n").forEach((line, i) => {
      const here = checks.filter(c => c.place.line === i + 1);
      block.append(make("span", { class: here.length ? "line wrong" : "line" }, line + "\n"));
      here.forEach(c => block.append(
        make("span", { class: "note" }, "  ↑ expected " + c.expected + "\n    but it is " + c.actual + "\n")));
    });
    return block;
  }

  function held(data, shown) {
    const all = shown.held || [];
    return all.length === 0 ? null : make("details", { class: "more" },
      make("summary", {}, all.length === 1 ? "1 requirement held" : all.length + " requirements held"),
      make("ul", {}, all.map(i => make("li", {},
        data.requirements[i].statement, " ", make("code", {}, data.requirements[i].line || data.requirements[i].id)))));
  }

  // In a long text, the first line that is wrong is what one wants to see.
  function reveal(element) {
    element.querySelectorAll("pre").forEach(block => {
      const wrong = block.querySelector(".wrong");
      if (wrong) {
        block.scrollTop = wrong.offsetTop - block.offsetTop - 80;
      }
    });
  }

  function list(title, items) {
    return items ? make("section", {}, make("h3", {}, title), make("ul", {}, items.map(i => make("li", {}, i)))) : null;
  }

  return { create, reveal };
})();
