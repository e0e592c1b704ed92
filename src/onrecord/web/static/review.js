// The review desk by keys, and by marking words of the sentence. Without it everything works by its forms.
"use strict";
(() => {
  const NUMBER = /\d[\d,]*(\.\d+)?/;
  const ON = "onrecord-keys";
  let words = [], first = -1, last = -1, taking = "correct";

  const one = (selector) => document.querySelector(selector);
  const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=submit]), textarea, select, [contenteditable]") !== null;
  const areOn = () => { const box = one("[data-keys-on]"); return !box || box.checked; };

  // The words of the sentence, each as an element that can be marked.
  function partWords(sentence) {
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = text.data.split(/(\s+)/).filter((part) => part !== "");
      text.replaceWith(...parts.map((part) => {
        if (/^\s+$/.test(part)) return document.createTextNode(part);
        const word = Object.assign(document.createElement("span"), { className: "word", textContent: part });
        words.push(word);
        return word;
      }));
    }
  }

  function markedText() {
    const selected = String(getSelection());
    const sentence = one("[data-sentence]");
    const anchor = getSelection().anchorNode;
    if (selected.trim() && sentence && anchor && sentence.contains(anchor)) return selected.trim();
    if (first < 0) return "";
    const range = document.createRange();
    range.setStartBefore(words[first]);
    range.setEndAfter(words[last]);
    return range.toString().trim();
  }

  function show() {
    words.forEach((word, n) => word.classList.toggle("picked", n >= first && n <= last && first >= 0));
    const text = markedText();
    one("[data-marked]").textContent = text ? `Marked: “${text.length > 80 ? `${text.slice(0, 78)}…` : text}”` : "Mark words of the sentence, then press the number of a field.";
    one("[data-takes-row]").hidden = !text;
  }

  function move(step, more) {
    if (!words.length) partWords(one("[data-sentence]"));
    if (!words.length) return;
    getSelection().removeAllRanges();
    if (first < 0) first = last = step > 0 ? 0 : words.length - 1;
    else if (more) {
      if (step > 0) last = Math.min(last + 1, words.length - 1);
      else if (last > first) last -= 1;
      else first = Math.max(first - 1, 0);
    } else first = last = Math.min(Math.max((step > 0 ? last : first) + step, 0), words.length - 1);
    words[step > 0 ? last : first].scrollIntoView({ block: "nearest" });
    show();
  }

  const bare = (text) => text.replace(/^[\s"'“”‘’(\[]+|[\s"'“”‘’,.;:!?)\]]+$/g, "").replace(/['’]s$/, "");

  // Of the two parts of a split, the one whose values were opened last.
  const ofPart = (field) => taking === "split" && document.getElementsByName(field.name.replace(/^set\./, "other."))[0] || field;

  function take(field) {
    const text = markedText();
    if (!text) { one("[data-marked]").textContent = "Nothing is marked yet."; return; }
    const open = field.closest("details");
    if (open) open.open = true;
    const isNumber = /^(set|other)\.quantity\.(?!unit$)/.test(field.name);
    const number = isNumber && NUMBER.exec(text);
    field.value = field.name === "words" ? text : number ? number[0].replace(/,/g, "") : bare(text);
    field.classList.add("taken");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.scrollIntoView({ block: "nearest" });
    const says = document.getElementById("taken");
    says.textContent = `${field.dataset.label}: ${field.value}`;
    if (/^(set|other)\.(time|announced)\.text$/.test(field.name)) date(field, text);
  }

  // What words give as a time is asked for, and stands in the fields for the analyst to look at; only a correction keeps it.
  async function date(field, text) {
    const desk = one("[data-desk]");
    const of = desk.dataset.at ? { claim: desk.dataset.at } : { report: desk.dataset.report };
    const group = field.name.replace(/\.text$/, "");
    const says = document.getElementById("taken");
    const answer = await fetch(`/api/dates?${new URLSearchParams({ words: text, ...of })}`);
    const time = answer.ok ? await answer.json() : null;
    if (!time || (!time.start && !time.end)) {
      says.textContent = `${field.dataset.label}: ${field.value}. These words give no date: look whether the dates below still hold.`;
      return;
    }
    field.value = time.text;
    for (const name of ["start", "end", "type"]) {
      const other = one(`[name="${group}.${name}"]`);
      if (!other) continue;
      other.value = time[name] || "";
      other.classList.add("taken");
      other.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const days = [...new Set([time.start, time.end])].map((day) => day || "…").join(" to ");
    const day = desk.dataset.day;
    says.textContent = `${field.dataset.label}: “${time.text}” is ${days} (${time.type})${day ? `, as the report is of ${day}` : ""}. Look at it before you correct.`;
  }

  function addBar(sentence) {
    const bar = document.createElement("div");
    bar.className = "marking";
    const says = Object.assign(document.createElement("p"), { className: "note" });
    says.dataset.marked = "";
    const row = Object.assign(document.createElement("p"), { className: "takes", hidden: true });
    row.dataset.takesRow = "";
    for (const field of document.querySelectorAll("#judge [data-takes]")) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "plain small" });
      if (field.dataset.takes) button.append(Object.assign(document.createElement("kbd"), { textContent: field.dataset.takes }), " ");
      button.append(field.dataset.label);
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => take(ofPart(field)));
      row.append(button);
    }
    const taken = Object.assign(document.createElement("p"), { className: "note", id: "taken" });
    taken.setAttribute("role", "status");
    bar.append(says, row, taken);
    (sentence.closest("figure") || sentence).after(bar);
    document.addEventListener("selectionchange", () => {
      if (String(getSelection()).trim()) first = last = -1;
      show();
    });
    show();
  }

  function tellKeys() {
    const row = document.querySelectorAll(".verdicts [data-key], details[data-key] > summary, a[data-key=n]");
    for (const what of row) {
      const key = Object.assign(document.createElement("kbd"), { textContent: what.dataset.key || what.parentElement.dataset.key });
      key.setAttribute("aria-hidden", "true");
      what.append(" ", key);
    }
  }

  function press(what) {
    if (!what) return false;
    if (what.tagName === "DETAILS") {
      what.open = true;
      taking = what.className;  // at once: the event comes later than a fast key
      what.querySelector("input, select").focus();
    } else if (what.type === "checkbox") what.focus();
    else what.click();
    return true;
  }

  function comment() {
    const why = one("#why");
    if (!why) return false;
    if (why.value.trim()) return press(one('button[value="comment"]'));
    why.focus();
    return true;
  }

  function onKey(event) {
    if (event.key === "Enter" && event.target.name?.startsWith("other.")) {
      event.preventDefault();
      press(one("[data-splits]"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !areOn()) return;
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (isTyping(event.target)) return;
    const field = /^[0-9]$/.test(event.key) && one(`#judge [data-takes="${event.key}"]`);
    if (field) take(ofPart(field));
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") move(event.key === "ArrowRight" ? 1 : -1, event.shiftKey);
    else if (event.key === "c") { if (!comment()) return; }
    else if (event.key === "u") { if (!press(one(".recent [data-undo]"))) return; }
    else if (!/^[a-z]$/.test(event.key) || !press(one(`[data-key="${event.key}"]`))) return;
    event.preventDefault();
  }

  function begin() {
    const sentence = one("[data-sentence]");
    const keys = one("[data-keys]");
    if (keys) {
      keys.hidden = false;
      const box = one("[data-keys-on]");
      box.checked = localStorage.getItem(ON) !== "no";
      box.addEventListener("change", () => localStorage.setItem(ON, box.checked ? "yes" : "no"));
    }
    if (!sentence) return;
    addBar(sentence);
    tellKeys();
    for (const part of document.querySelectorAll("#judge details")) {
      part.addEventListener("toggle", () => { taking = part.open ? part.className : "correct"; });
    }
    const by = one("[data-by]");
    const follow = () => document.querySelectorAll("[data-follows-by]").forEach((other) => { other.value = by.value; });
    if (by) { by.addEventListener("input", follow); follow(); }
    const problem = one("#problem");
    if (problem) problem.focus();
    document.addEventListener("keydown", onKey);
  }

  document.addEventListener("DOMContentLoaded", begin);
})();
