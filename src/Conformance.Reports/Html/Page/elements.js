"use strict";
// Builds elements. Whatever a target sent goes through here as text; nothing in this page is ever parsed as markup.
const elements = (() => {
  // make("a", { class: "line", href: "#x" }, "text", [more, elements], null)
  function make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value === true ? "" : String(value));
      }
    }
    add(element, content);
    return element;
  }

  function add(element, content) {
    for (const item of content) {
      if (Array.isArray(item)) {
        add(element, item);
      } else if (item instanceof Node) {
        element.append(item);
      } else if (item !== null && item !== undefined && item !== "") {
        element.append(document.createTextNode(String(item)));
      }
    }
  }

  // Links lead into this page or to a web site, whatever the environment of the run said.
  function link(text, url, name) {
    return url && /^(https?:|#)/i.test(url)
      ? make("a", { href: url, class: name, rel: "noreferrer" }, text)
      : make("code", { class: name }, text);
  }

  function time(milliseconds) {
    return milliseconds < 10 ? Math.round(milliseconds * 10) / 10 + " ms"
      : milliseconds < 1000 ? Math.round(milliseconds) + " ms"
      : milliseconds < 60000 ? Math.round(milliseconds / 100) / 10 + " s"
      : Math.floor(milliseconds / 60000) + " min " + Math.round(milliseconds % 60000 / 1000) + " s";
  }

  function size(bytes) {
    return bytes < 1024 ? bytes + " B" : Math.round(bytes / 102.4) / 10 + " KiB";
  }

  function command(label, text) {
    const block = make("pre", { tabindex: 0, "aria-label": label }, text);
    return make("div", { class: "command" }, make("p", { class: "label" }, label), block, copyButton(block));
  }

  function copyButton(block) {
    const button = make("button", { type: "button", class: "copy" }, "Copy");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.textContent);
        button.textContent = "Copied";
      } catch {
        // A browser may keep the clipboard from files: then the text is selected, ready for the keys that copy.
        getSelection().selectAllChildren(block);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    return button;
  }

  return { make, link, time, size, command, copyButton };
})();
