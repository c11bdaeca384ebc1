(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.getElementById("theme");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : dark.matches;
  }
  function label() { button.textContent = isDark() ? "Light mode" : "Dark mode"; }
  button.addEventListener("click", function () {
    root.setAttribute("data-theme", isDark() ? "light" : "dark");
    label();
  });
  dark.addEventListener("change", label);
  label();

  // A part is a heading of the second or third level with all that follows it, up to the next one.
  var main = document.getElementById("content");
  var parts = [];
  Array.prototype.forEach.call(main.children, function (element) {
    if (/^H[23]$/.test(element.tagName) || parts.length === 0) {
      parts.push({ level: element.tagName, elements: [], id: element.id });
    }
    parts[parts.length - 1].elements.push(element);
  });
  var links = {};
  Array.prototype.forEach.call(document.querySelectorAll("nav a"), function (link) {
    links[decodeURIComponent(link.hash.slice(1))] = link.parentElement;
  });
  var found = document.getElementById("found");
  document.getElementById("search").addEventListener("input", function (event) {
    var words = event.target.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    parts.forEach(function (part) {
      var text = part.elements.map(function (e) { return e.textContent; }).join(" ").toLowerCase();
      var shown = words.every(function (word) { return text.indexOf(word) >= 0; });
      if (shown && part.id) { count += 1; }
      part.elements.forEach(function (e) { if (e !== found) { e.hidden = !shown; } });
      if (links[part.id]) { links[part.id].hidden = !shown; }
    });
    found.textContent = words.length === 0 ? "" : count === 0 ? "Nothing found." : count === 1 ? "1 part found." : count + " parts found.";
  });
})();
