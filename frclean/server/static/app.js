"use strict";
// Offsets of the server count code points; strings here count UTF-16 units: texts are cut as
// arrays of code points.
const $ = (id) => document.getElementById(id);
const points = (text) => Array.from(text);
let result = null;
let source = "";

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

async function run() {
  source = $("source").value;
  const steps = $("article").checked
    ? ["encoding", "whitespace", "boilerplate", "rules"]
    : ["encoding", "whitespace", "rules"];
  $("status").textContent = "…";
  const begun = performance.now();
  let answer;
  try {
    answer = await fetch("/explain", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: source, steps, unsafe_fixes: $("unsafe").checked }),
    });
  } catch {
    $("status").textContent = "Le serveur ne répond pas.";
    return;
  }
  if (!answer.ok) {
    $("status").textContent = await answer.text();
    return;
  }
  result = await answer.json();
  const left = result.findings.filter((f) => !f.applied).length;
  const done = result.findings.length - left;
  $("status").textContent =
    `${done} réparations faites, ${left} remarques à lire, ${result.removed.length} lignes ` +
    `retirées (${Math.round(performance.now() - begun)} ms).`;
  $("results").hidden = false;
  show();
}

function show() {
  showFindings();
  showChanges();
  const rows = result.removed.map((r) => {
    const row = element("tr");
    row.append(element("td", r.line), cell(codeButton(r.code)), element("td", r.reason));
    return row;
  });
  $("removed").replaceChildren(...rows);
  const facts = [];
  for (const [name, value] of Object.entries(result.metadata)) {
    if (value === null || value.length === 0) continue;
    facts.push(element("dt", name));
    facts.push(element("dd", typeof value === "string" ? value : JSON.stringify(value)));
  }
  $("metadata").replaceChildren(...(facts.length ? facts : [element("dd", "Rien n’a été lu.")]));
}

function cell(child) {
  const made = element("td");
  made.append(child);
  return made;
}

function codeButton(code) {
  const button = element("button", code, { type: "button", class: "code" });
  button.addEventListener("click", () => showRule(code));
  return button;
}

// What is left to read, underlined in the text that was given.
function showFindings() {
  const chars = points(source);
  const shown = result.findings
    .filter((f) => !f.code.startsWith("BPL") && !f.code.startsWith("WSP"))
    .sort((a, b) => a.start - b.start);
  const text = $("text");
  const list = $("findings");
  text.replaceChildren();
  list.replaceChildren();
  let at = 0;
  shown.forEach((finding, number) => {
    const id = `finding-${number}`;
    if (finding.start >= at && finding.end > finding.start) {
      text.append(chars.slice(at, finding.start).join(""));
      const mark = element("mark", chars.slice(finding.start, finding.end).join(""), {
        class: finding.applicability, title: finding.message, tabindex: "0", role: "link",
        "aria-describedby": id,
      });
      const light = () => lit(id);
      mark.addEventListener("click", light);
      mark.addEventListener("keydown", (event) => event.key === "Enter" && light());
      text.append(mark);
      at = finding.end;
    }
    list.append(item(finding, id));
  });
  text.append(chars.slice(at).join(""));
  if (shown.length === 0) list.append(element("li", "Rien à signaler."));
}

function item(finding, id) {
  const made = element("li", undefined, { id, tabindex: "-1" });
  made.append(codeButton(finding.code), " ", element("span", finding.message));
  if (finding.applied) {
    made.append(" ", element("strong", "Réparé."));
    return made;
  }
  const fixes = element("span", undefined, { class: "fixes" });
  for (const fix of finding.fixes.slice(0, 4)) {
    const words = fix.replacement === "" ? "(supprimer)" : fix.replacement;
    const button = element("button", words, {
      type: "button", "aria-label": `Remplacer « ${finding.found} » par « ${words} »`,
    });
    button.addEventListener("click", () => replace(finding, fix.replacement));
    fixes.append(button);
  }
  made.append(fixes);
  return made;
}

function replace(finding, replacement) {
  const chars = points(source);
  chars.splice(finding.start, finding.end - finding.start, replacement);
  $("source").value = chars.join("");
  run();
}

function lit(id) {
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  $(id).classList.add("lit");
  $(id).focus();
}

function showChanges() {
  const chars = points(source);
  const view = $("changes");
  view.replaceChildren();
  let at = 0;
  for (const [start, end, replacement] of result.edits.map((e) => [e.start, e.end, e.replacement])) {
    view.append(chars.slice(at, start).join(""));
    if (end > start) view.append(element("del", chars.slice(start, end).join("")));
    if (replacement) view.append(element("ins", replacement));
    at = end;
  }
  view.append(chars.slice(at).join(""));
}

async function showRule(code) {
  const answer = await fetch(`/rules/${encodeURIComponent(code)}`);
  $("rule-page").textContent = await answer.text();
  $("rule-title").textContent = code;
  $("rule").showModal();
}

function select(tab) {
  for (const other of document.querySelectorAll("[role=tab]")) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    $(other.getAttribute("aria-controls")).hidden = !chosen;
  }
  tab.focus();
}

async function open(file) {
  if (!file) return;
  $("source").value = await file.text();
  run();
}

$("go").addEventListener("click", run);
$("source").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
$("file").addEventListener("change", (event) => open(event.target.files[0]));
$("source").addEventListener("dragover", (event) => {
  event.preventDefault();
  $("source").classList.add("over");
});
$("source").addEventListener("dragleave", () => $("source").classList.remove("over"));
$("source").addEventListener("drop", (event) => {
  event.preventDefault();
  $("source").classList.remove("over");
  open(event.dataTransfer.files[0]);
});
$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(result.text);
  $("status").textContent = "Copié.";
});
$("rule-close").addEventListener("click", () => $("rule").close());
const tabs = Array.from(document.querySelectorAll("[role=tab]"));
tabs.forEach((tab, number) => {
  tab.addEventListener("click", () => select(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) select(tabs[(number + step + tabs.length) % tabs.length]);
  });
});
