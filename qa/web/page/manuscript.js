/** The article of this tab: its text, its name, what is told about it, and its source. */

import { post } from "./api.js";
import { keep, kept } from "./drafts.js";
import { read, renamed, save } from "./files.js";
import { attempt, toast, trouble } from "./notices.js";

const UNNAMED = "article.txt";
const BLANK = { name: UNNAMED, text: "", source: "", language: "", origin: "", first: null };

const byId = (id) => document.getElementById(id);

export class Manuscript extends EventTarget {
  #editor;
  #draft = { ...BLANK, ...kept() };
  #timer = 0;

  /** @param {import("./editor.js").Editor} editor where its text is written */
  constructor(editor) {
    super();
    this.#editor = editor;
    editor.addEventListener("change", () => this.#written());
    byId("source").addEventListener("input", () => this.tell("source", byId("source").value));
    addEventListener("pagehide", () => keep(this.#draft));
  }

  /** Shows what this tab had before it was reloaded. */
  restore() {
    const { text, source, name } = this.#draft;
    this.#rename(name);
    byId("source").value = source;
    this.showSource(Boolean(source));
    if (text) this.#editor.begin(text);
  }

  /** What the server is asked about. */
  get asked() {
    const { language, origin } = this.#draft;
    const source = this.#draft.source.trim() ? this.#draft.source : "";
    const told = Object.entries({ language, origin, source }).filter(([, value]) => value);
    return { text: this.#editor.text, name: this.#draft.name, ...Object.fromEntries(told) };
  }

  /** The first probability that was said of the text, and what else was told of it. */
  get draft() {
    return this.#draft;
  }

  /** Notes something about the article: its source, language, origin, or first probability. */
  tell(what, value) {
    this.#draft[what] = value;
    this.#keepSoon();
    if (what !== "first") this.dispatchEvent(new Event("told"));
  }

  showSource(shown) {
    byId("original").hidden = !shown;
    byId("beside").setAttribute("aria-expanded", String(shown));
    document.body.classList.toggle("with-source", shown);
  }

  /** Puts a file in place of the text, or of the source if it comes there. */
  async open(file, target) {
    const found = file && (await attempt(() => read(file)));
    if (!found) return;
    trouble(null);
    if (byId("original").contains(target)) {
      byId("source").value = found.text;
      this.tell("source", found.text);
      return;
    }
    this.#draft.first = null;
    this.#rename(found.name);
    this.#editor.fill(found.text);
    toast(`${file.name} is open; Ctrl+Z brings back what was here.`);
  }

  /** Saves the text, or a report on it in some format. */
  async download(form) {
    if (form === "text") {
      const text = this.#editor.text.replace(/\n*$/, "\n");
      save(new Blob([text], { type: "text/plain;charset=utf-8" }), this.#draft.name);
      return;
    }
    const order = { ...this.asked, format: form };
    const report = await attempt(async () => (await post("/api/report", order)).blob());
    if (report) save(report, renamed(this.#draft.name, `.report.${form}`));
  }

  #written() {
    const { text } = this.#editor;
    this.#draft.text = text;
    if (!text) {
      this.#rename(UNNAMED);
      this.#draft.first = null;
    }
    byId("text").classList.toggle("blank", !text);
    byId("hint").hidden = Boolean(text);
    this.#keepSoon();
  }

  #rename(name) {
    this.#draft.name = name;
    byId("name").textContent = name === UNNAMED ? "" : name;
    document.title = name === UNNAMED ? "qa" : `${name} – qa`;
  }

  #keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => keep(this.#draft), 200);
  }
}
