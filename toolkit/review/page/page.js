"use strict";
/* The page where editors decide. It shows what the server says and sends what the editor decides;
   it keeps nothing: the ledger of the edition does. */

const KINDS = { error: "Errors", name: "Names", date: "Dates", note: "Notes", structure: "Structure" };
const CERTAINTY = ["low", "medium", "unknown", "high"];
const NAMES = ["persName", "orgName", "placeName", "geogName", "name", "roleName"];
const DATES = ["date", "time"];
const POLL = 3000;
const LISTED = 200; // a browser takes seconds to draw thousands

const $ = (id) => document.getElementById(id);
let text = null; // what api/text said last
let chosen = ""; // the id of the item in question
let busy = false;
let drawn = ""; // which text stands on the page, with marks of which items
let marks = []; // its marks, each with the ids of the items that it belongs to

async function ask(path, message) {
  const options = message === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  };
  const response = await fetch(`api/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function say(words, { problem = false } = {}) {
  $("status").textContent = words;
  $("status").classList.toggle("problem", problem);
}

/* What is shown */

function isOpen(item) {
  return item.state === "waiting" || item.state === "encoded";
}

function kinds() {
  return [...document.querySelectorAll("[name=kind]:checked")].map((box) => box.value);
}

function isShown(item, wantedKinds) {
  if (!wantedKinds.includes(item.kind)) return false;
  const wanted = $("states").value;
  if (wanted === "open") return isOpen(item);
  if (wanted === "waiting") return item.state === "waiting";
  if (wanted === "decided") return !isOpen(item);
  return true;
}

/* The items in the list: those that wait first, then by kind and the least certain, or as in the
   text. The one in question stays in the list when it is decided. */
function listed() {
  const wantedKinds = kinds();
  const items = text.items.filter((item) => isShown(item, wantedKinds) || item.id === chosen);
  if ($("order").value === "text") return items;
  const rank = (item) => [
    Object.keys(KINDS).indexOf(item.kind),
    item.state === "waiting" ? 0 : 1,
    CERTAINTY.indexOf(item.certainty),
  ];
  return items
    .map((item, index) => ({ item, key: [...rank(item), index] }))
    .sort((a, b) => a.key.map((n, i) => n - b.key[i]).find((n) => n) || 0)
    .map(({ item }) => item);
}

function current() {
  return text && text.items.find((item) => item.id === chosen);
}

/* Drawing */

function node(name, content = "", properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...[content].flat());
  return made;
}

function summary(item) {
  const words = item.words || "(missing)";
  if (item.alternative === null) return words;
  return `${words} \u2192 ${item.alternative || "(nothing)"}`;
}

/* The text with its marks is made once; afterwards only what a mark says of itself changes. */
function drawText() {
  const wantedKinds = kinds();
  const shown = new Set(text.items.filter((item) => wantedKinds.includes(item.kind)));
  const key = [text.name, text.version, ...[...shown].map((item) => item.id)].join(" ");
  if (key !== drawn) {
    drawn = key;
    marks = [];
    $("text").replaceChildren(...text.pieces.map((piece) => markedPiece(piece, shown)));
    $("text").lang = text.language;
  }
  const byId = new Map(text.items.map((item) => [item.id, item]));
  for (const { mark, ids } of marks) {
    const item = byId.get(ids[0]);
    const wanted = `${item.kind} ${item.state}${ids.includes(chosen) ? " chosen" : ""}`;
    if (mark.className !== wanted) {
      mark.className = wanted;
      mark.title = `${item.kind}: ${summary(item)} (${item.state})`;
    }
  }
}

/* A piece of the text; where several items cover it, the innermost gives it its look. */
function markedPiece([words, covering], shown) {
  const items = covering.map((n) => text.items[n]).filter((item) => shown.has(item)).reverse();
  if (!items.length) return words;
  const mark = node("mark", words);
  marks.push({ mark, ids: items.map((item) => item.id) });
  return mark;
}

/* A click chooses the innermost item, another click the one around it. */
function onMark(event) {
  const found = marks.find(({ mark }) => mark === event.target.closest("mark"));
  if (found) choose(found.ids[(found.ids.indexOf(chosen) + 1) % found.ids.length]);
}

/* The list, or of a long one the part around the item in question. */
function drawList() {
  const items = listed();
  const at = Math.max(0, items.findIndex((item) => item.id === chosen));
  const start = Math.max(0, Math.min(at - LISTED / 4, items.length - LISTED));
  const seen = items.slice(start, start + LISTED);
  const heading = (item) => ($("order").value === "text" ? "In the text" : KINDS[item.kind]);
  const parts = [];
  if (start) parts.push(node("p", `${start} before these`));
  for (const title of new Set(seen.map(heading))) {
    const own = (item) => heading(item) === title;
    parts.push(node("h3", `${title} (${items.filter(own).length})`));
    parts.push(node("ol", seen.filter(own).map((item) => node("li", entry(item)))));
  }
  const after = items.length - start - seen.length;
  if (after) parts.push(node("p", `${after} after these`));
  if (!parts.length) parts.push(node("p", "Nothing to show."));
  $("list").replaceChildren(...parts);
  const lost = text.lost.map((words) => node("li", words));
  $("lost").hidden = !lost.length;
  $("lost").querySelector("ul").replaceChildren(...lost);
}

function entry(item) {
  const about = ` ${item.element}, ${item.certainty}, ${item.state}, line ${item.line}`;
  const button = node("button", [summary(item), node("small", about)], { type: "button" });
  button.dataset.id = item.id;
  if (item.id === chosen) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => choose(item.id, { focus: true }));
  return button;
}

function drawDetail() {
  const item = current();
  $("facts").hidden = !item;
  $("proposal").textContent = item ? summary(item) : "No proposal chosen";
  if (!item) return;
  $("proposal").lang = text.language;
  $("context").lang = text.language;
  $("context").replaceChildren(item.before, node("mark", item.words || "\u2038"), item.after);
  $("proposed").textContent = `${item.element} by ${item.origin.replace("editor:", "")}, ` +
    `${item.certainty} certainty, line ${item.line}`;
  $("state").textContent = stateWords(item);
  $("reason").textContent = item.reason || "none given";
  $("effect").textContent = item.effect;
  $("alike").textContent = item.alike === 1 ? "nothing else is like this" :
    `${item.alike} like this in ${item.texts} ${item.texts === 1 ? "text" : "texts"}`;
  $("accept-alike").hidden = $("reject-alike").hidden = item.alike === 1;
}

function stateWords(item) {
  if (item.state === "waiting") return "waits for a decision; the text stands as transcribed";
  if (item.state === "encoded") return "encoded without a decision";
  const why = item.why ? `: ${item.why}` : "";
  if (item.state === "excluded") return `gives way to what ${item.by} decided on ${item.when}`;
  return `${item.state} by ${item.by} on ${item.when}${why}`;
}

function draw() {
  drawDetail();
  drawText();
  drawList();
  bring(document.querySelector("#text mark.chosen"), $("text"));
  bring(document.querySelector("#list [aria-current]"), $("proposals"));
}

/* Scroll a part of the page so that something in it is seen; the page itself stays. */
function bring(wanted, part) {
  if (!wanted) return;
  const { top, bottom } = wanted.getBoundingClientRect();
  const seen = part.getBoundingClientRect();
  if (top < seen.top || bottom > seen.bottom) {
    part.scrollTop += top - seen.top - part.clientHeight / 3;
  }
}

/* Moving */

function choose(id, { focus = false } = {}) {
  chosen = id;
  closeForm();
  closeMarking();
  draw();
  if (focus) $("proposal").focus({ preventScroll: true });
}

/* The item `step` places further in the list that is left when the present one is done. */
function beside(step, { openOnly = false } = {}) {
  const items = listed();
  const at = items.findIndex((item) => item.id === chosen);
  if (at < 0) return (step > 0 ? items[0] : items.at(-1))?.id ?? "";
  const further = step > 0 ? items.slice(at + 1) : items.slice(0, at).reverse();
  const next = further.find((item) => !openOnly || isOpen(item));
  return next ? next.id : "";
}

function move(step) {
  const id = beside(step);
  if (id) choose(id, { focus: true });
  else say(step > 0 ? "This is the last one." : "This is the first one.");
}

/* Deciding */

async function decide(verdict, more = {}) {
  const item = current();
  if (!item || busy) return;
  const next = beside(1, { openOnly: true });
  const message = { name: text.name, version: text.version, id: item.id, seen: item.seen, verdict, ...more };
  await during(async () => {
    const { decided } = await ask("decide", message);
    await load(text.name);
    const words = decided === 1 ? summary(item) : `${decided} proposals`;
    say(decided ? `Saved: ${verdict} ${words}` : "It was decided so already.");
    choose(next || item.id, { focus: true });
  });
}

async function undo() {
  if (busy || !text) return;
  await during(async () => {
    const { undone, words } = await ask("undo", {});
    await load(text.name);
    const what = undone === 1 ? words : `${undone} decisions`;
    say(undone ? `Taken back: ${what}` : "Nothing of this session to take back.");
    draw();
  });
}

/* Do one thing at a time; when it fails, show what holds now and say why. */
async function during(work) {
  busy = true;
  try {
    await work();
  } catch (error) {
    try {
      await load(text.name);
      draw();
    } catch { /* the server has gone; the first error says so */ }
    say(error instanceof TypeError ? "Not saved: the server does not answer." : `Not saved: ${error.message}`,
      { problem: true });
  } finally {
    busy = false;
  }
}

/* The form */

function openForm() {
  const item = current();
  if (!item) return;
  const elements = NAMES.includes(item.element) ? NAMES : DATES.includes(item.element) ? DATES : [];
  const isError = item.kind === "error";
  $("correction-field").hidden = !isError;
  $("element-field").hidden = !elements.length;
  $("attributes-field").hidden = $("attributes-hint").hidden = isError;
  $("correction").value = item.alternative ?? item.words;
  $("element").replaceChildren(...elements.map((name) => node("option", name, { value: name })));
  $("element").value = item.element;
  $("attributes").value = item.attributes;
  $("why").value = item.why;
  $("change").hidden = false;
  $("edit").setAttribute("aria-expanded", "true");
  (isError ? $("correction") : $("attributes")).focus();
  bring($("change").querySelector("button"), $("detail"));
}

function closeForm() {
  $("change").hidden = true;
  $("edit").setAttribute("aria-expanded", "false");
}

function save(event) {
  event.preventDefault();
  const item = current();
  const more = { why: $("why").value };
  if (item.kind === "error") more.alternative = $("correction").value;
  else Object.assign(more, { attributes: $("attributes").value, element: $("element").value });
  decide("change", more);
}

/* Marking what no tool proposed */

/* The words selected in the text, with their place in code points; null if none are. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !$("text").contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart($("text"), 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  return placed(before.toString() + words.match(/^\s*/)[0], words.trim());
}

function placed(before, words) {
  const start = [...before].length;
  return words ? { words, start, end: start + [...words].length } : null;
}

/* The only place where the words stand in the text. */
function found(words) {
  const whole = $("text").textContent;
  const at = words ? whole.indexOf(words) : -1;
  if (at < 0) throw new Error("these words do not stand in the text");
  if (whole.indexOf(words, at + 1) >= 0) {
    throw new Error("these words stand there more than once; select them in the text");
  }
  return placed(whole.slice(0, at), words);
}

let marked = null; // the place of the words in the form, if they were selected
let written = ""; // the words in the form; the correction begins as the same

const onOneLine = (words) => words.replace(/\s+/g, " ");

function openMarking() {
  if (!text) return;
  closeForm();
  marked = selected();
  written = marked ? onOneLine(marked.words) : "";
  $("mark-words").value = $("mark-correction").value = written;
  $("mark-attributes").value = $("mark-why").value = "";
  $("marking").hidden = false;
  $("mark").setAttribute("aria-expanded", "true");
  suitMarking();
  (marked ? $("mark-correction") : $("mark-words")).focus();
  bring($("marking").querySelector("button"), $("detail"));
}

function followWords() {
  if ($("mark-correction").value === written) $("mark-correction").value = $("mark-words").value;
  written = $("mark-words").value;
}

function closeMarking() {
  $("marking").hidden = true;
  $("mark").setAttribute("aria-expanded", "false");
}

function suitMarking() {
  const isError = $("mark-element").value === "sic";
  $("mark-correction-field").hidden = $("mark-correction-hint").hidden = !isError;
  $("mark-attributes-field").hidden = isError;
}

function saveMark(event) {
  event.preventDefault();
  if (busy) return;
  const words = $("mark-words").value.trim();
  during(async () => {
    const place = marked && onOneLine(marked.words) === words ? marked : found(words);
    const element = $("mark-element").value;
    const correction = $("mark-correction").value;
    const message = {
      name: text.name, version: text.version, start: place.start, end: place.end, element, why: $("mark-why").value,
    };
    if (element !== "sic") message.attributes = $("mark-attributes").value;
    else if (correction !== written) message.alternative = correction;
    const { id } = await ask("mark", message);
    await load(text.name);
    closeMarking();
    say(`Saved: marked ${place.words}`);
    choose(id || chosen, { focus: true });
  });
}

/* Loading */

async function load(name) {
  text = await ask(`text?name=${encodeURIComponent(name)}`);
  const waiting = text.items.filter((item) => item.state === "waiting").length;
  const option = [...$("texts").options].find((one) => one.value === name);
  option.textContent = textWords(name, waiting, text.items.length);
}

function textWords(name, waiting, all) {
  return `${name} (${waiting} waiting, ${all} in all)`;
}

async function open(name) {
  await load(name);
  chosen = "";
  chosen = listed()[0]?.id ?? "";
  draw();
}

/* The next text in which something waits, from the present one on and around. */
function nextText() {
  const options = [...$("texts").options];
  const at = $("texts").selectedIndex;
  const following = [...options.slice(at + 1), ...options.slice(0, at)];
  const next = following.find((option) => !option.textContent.includes("(0 waiting"));
  if (!next) return say("Nothing waits in another text.");
  $("texts").value = next.value;
  during(() => open(next.value));
}

async function start() {
  const edition = await ask("overview");
  document.title = `Review: ${edition.title}`;
  $("title").textContent = `Review: ${edition.title}`;
  $("editor").textContent = `Editor: ${edition.editor}`;
  const options = edition.texts.map((t) =>
    node("option", textWords(t.name, t.waiting, t.all), { value: t.name }));
  $("texts").replaceChildren(...options);
  await open(edition.texts[0].name);
}

/* Somebody else may decide meanwhile, in another browser or at a prompt. */
async function poll() {
  if (busy || !text || !$("change").hidden || !$("marking").hidden) return;
  try {
    const { revision } = await ask("revision");
    if (revision === text.revision || busy) return;
    await load(text.name);
    draw();
    say("Brought up to date: somebody else decided.");
  } catch {
    say("The server does not answer.", { problem: true });
  }
}

const KEYS = {
  a: () => decide("accept"),
  r: () => decide("reject"),
  A: () => decide("accept", { alike: true }),
  R: () => decide("reject", { alike: true }),
  e: openForm,
  u: undo,
  n: () => move(1),
  j: () => move(1),
  p: () => move(-1),
  k: () => move(-1),
  m: openMarking,
  t: nextText,
};

function onKey(event) {
  if (event.key === "Escape") {
    closeForm();
    return closeMarking();
  }
  if (!$("keys").checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

document.addEventListener("keydown", onKey);
$("text").addEventListener("click", onMark);
$("accept").addEventListener("click", KEYS.a);
$("reject").addEventListener("click", KEYS.r);
$("accept-alike").addEventListener("click", KEYS.A);
$("reject-alike").addEventListener("click", KEYS.R);
$("edit").addEventListener("click", () => ($("change").hidden ? openForm() : closeForm()));
$("cancel").addEventListener("click", closeForm);
$("change").addEventListener("submit", save);
$("next").addEventListener("click", KEYS.n);
$("previous").addEventListener("click", KEYS.p);
$("undo").addEventListener("click", KEYS.u);
$("mark").addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
$("mark").addEventListener("click", () => ($("marking").hidden ? openMarking() : closeMarking()));
$("mark-words").addEventListener("input", followWords);
$("mark-element").addEventListener("change", suitMarking);
$("mark-cancel").addEventListener("click", closeMarking);
$("marking").addEventListener("submit", saveMark);
$("next-text").addEventListener("click", nextText);
$("texts").addEventListener("change", () => during(() => open($("texts").value)));
for (const control of document.querySelectorAll("[name=kind], #states, #order")) {
  control.addEventListener("change", draw);
}
setInterval(poll, POLL);
during(start);
