/** The live page: a text, what is found in it as it is written, and what the writer makes of it. */

import { ask, post } from "./api.js";
import { Manuscript } from "./manuscript.js";
import { Checking } from "./checking.js";
import { Editor } from "./editor.js";
import { takeDrops } from "./files.js";
import { Judging } from "./judging.js";
import { listen } from "./keys.js";
import { Marks, PAINTS } from "./marks.js";
import { attempt, endToast, say, trouble } from "./notices.js";
import { Panel } from "./panel.js";
import { Review } from "./review.js";
import { compare, summarise } from "./summary.js";

const byId = (id) => document.getElementById(id);
const onClick = (id, act) => byId(id).addEventListener("click", act);

const editor = new Editor(byId("text"));
const manuscript = new Manuscript(editor);
const panel = new Panel(byId("panel"));
const review = new Review(editor, panel, new Marks(), say);
const checking = new Checking(check, trouble);
const otherTabs = new BroadcastChannel("qa");
const judging = new Judging(review, () => {
  checking.now();
  otherTabs.postMessage("changed");
});

async function check(signal) {
  const { asked } = manuscript;
  const empty = !asked.text.trim();
  await review.show(empty ? "" : await rendered(asked, signal), asked.text);
  const first = empty ? null : (manuscript.draft.first ?? panel.probability);
  manuscript.tell("first", first);
  summarise(byId("summary"), panel.counts, empty);
  compare(byId("score"), first, panel.probability);
  showLanguage(panel.language);
}

async function rendered(asked, signal) {
  const response = await post("/api/check", asked, { accept: "text/html", signal });
  return response.text();
}

/** Says which language was detected. */
function showLanguage(tag) {
  const [detecting, ...known] = byId("language").options;
  const found = known.find(({ value }) => value === tag)?.text;
  detecting.text = found ? `detect: ${found}` : "detect";
}

async function fillLanguages() {
  const about = await attempt(async () => (await ask("/api/about")).json());
  if (!about) return;
  const known = about.languages.toSorted((one, other) => one.name.localeCompare(other.name));
  for (const select of document.querySelectorAll("select.languages")) {
    select.append(...known.map(({ tag, name }) => new Option(name, tag)));
    select.value = manuscript.draft[select.id] ?? "";
  }
  byId("file").accept = about.suffixes.join(",");
}

function add() {
  const phrase = `${editor.selected() ?? ""}`.replace(/\s+/g, " ").trim();
  judging.add(phrase, manuscript.draft.language || panel.language || "en");
}

/** What a click in the panel means, by what was clicked. */
const CLICKS = [
  ["button[data-suggestion]", (button) => review.write(button)],
  [".dismiss", (button) => judging.dismiss(button.closest(".card"))],
  [".restore", (button) => judging.restore(button.closest(".card"))],
  [".strip a", (link) => review.point(link)],
  ["button, summary, label, input", null],
  [".card", (card) => review.look(card)],
];

// The cursor stays in the text, and with it the card that is pinned on small screens.
byId("panel").addEventListener("mousedown", (event) => {
  if (event.target.closest(".current button")) event.preventDefault();
});

byId("panel").addEventListener("click", (event) => {
  const [selector, act] = CLICKS.find(([one]) => event.target.closest(one)) ?? [];
  if (!act) return;
  event.preventDefault();
  act(event.target.closest(selector));
});

byId("panel").addEventListener("change", (event) => {
  if (event.target.matches(".shade-sentences")) review.shade();
});

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => review.light(event.target.closest(".bars [data-spans]")));
}

listen(
  {
    ArrowDown: () => review.step(false),
    ArrowUp: () => review.step(true),
    digit: (digit) => review.accept(digit),
    x: () => Boolean(panel.current && judging.dismiss(panel.current)),
    z: () => judging.undo(),
    g: add,
    p: () => review.cross(),
  },
  () => byId("keys").showModal(),
);

editor.addEventListener("change", () => checking.soon());
manuscript.addEventListener("told", () => checking.soon());
otherTabs.addEventListener("message", () => checking.now());
takeDrops(document.body, (file, target) => manuscript.open(file, target));

onClick("open", () => byId("file").click());
onClick("add", add);
onClick("help", () => byId("keys").showModal());
onClick("retry", () => checking.now());
onClick("toast-undo", () => judging.undo());
onClick("beside", () => manuscript.showSource(byId("original").hidden));
byId("file").addEventListener("change", (event) => {
  manuscript.open(event.target.files[0]);
  event.target.value = "";
});
byId("downloads").addEventListener("click", (event) => {
  const form = event.target.closest("[data-download]")?.dataset.download;
  if (!form) return;
  byId("downloads").hidePopover();
  manuscript.download(form);
});
for (const id of ["language", "origin"]) {
  byId(id).addEventListener("change", (event) => manuscript.tell(id, event.target.value));
}

byId("unpainted").hidden = PAINTS;
manuscript.restore();
fillLanguages();
