"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;

  function build(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  const spoken = build("div", { class: "spoken", "aria-live": "polite" });
  document.body.append(spoken);
  const say = (words) => { spoken.textContent = words; };

  const store = {
    read(key, otherwise) {
      try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
    },
    write(key, value) {
      try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* then it is for today */ }
    },
  };

  // Dark or light.
  const theme = store.read("qa-theme", null);
  if (theme) root.dataset.theme = theme;
  document.querySelector(".theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    store.write("qa-theme", root.dataset.theme);
  });

  // From findings to cards and marks. A document is a section with all of its own ids.
  const sheetOf = (node) => node.closest(".document");
  const shown = () => all(".document").find((one) => one.getClientRects().length);
  const numbered = (sheet, number) =>
    sheet.querySelector(`.beside .card[data-number="${Number(number)}"]`);
  const markOf = (card) => document.getElementById(card.id.replace("finding-", "mark-"));
  const linkOf = (mark) => (mark.matches("mark") ? mark : mark.parentNode.querySelector(`#${mark.id} ~ mark`)).querySelector("a");
  const numbers = (mark) => mark.dataset.findings.split(" ");
  const visible = (card) => !card.parentNode.hidden
    && (!card.dataset.suppressed || sheetOf(card).querySelector(".show-suppressed").checked);

  const pending = (card) => visible(card) && !card.classList.contains("dismissed");

  const current = new WeakMap();
  function choose(sheet, card, mark) {
    for (const one of current.get(sheet) || []) one.classList.remove("current");
    const chosen = [card, mark].filter(Boolean);
    for (const one of chosen) one.classList.add("current");
    current.set(sheet, chosen);
    const panel = card.closest(".beside");
    if (panel.scrollHeight > panel.clientHeight) {
      const apart = card.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollTop += apart - panel.clientHeight / 3;
    }
  }

  // The card beside the words.
  const peek = build("div", { class: "peek panel", popover: "manual", role: "dialog", "aria-label": "Finding" });
  document.body.append(peek);
  let opened = null;
  let pinned = false;
  let waiting = 0;

  function copyOf(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("aria-labelledby");
    copy.classList.remove("current");
    for (const one of all("[id]", copy)) one.removeAttribute("id");
    return build("li", {}, copy);
  }

  function place(link) {
    if (matchMedia("(max-width: 46rem)").matches) {
      peek.style.left = peek.style.top = "";
      return;
    }
    const words = link.getClientRects()[0] || link.getBoundingClientRect();
    const below = words.bottom + 8;
    const above = words.top - 8 - peek.offsetHeight;
    const fits = below + peek.offsetHeight <= innerHeight || above < 0;
    peek.style.top = `${Math.max(6, fits ? Math.min(below, innerHeight - peek.offsetHeight - 6) : above)}px`;
    const leftwards = getComputedStyle(link.closest(".passage")).direction === "rtl";
    const wanted = leftwards ? words.right - peek.offsetWidth : words.left;
    const most = link.closest(".reading").getBoundingClientRect().right - peek.offsetWidth - 8;
    peek.style.left = `${Math.max(6, Math.min(wanted, most))}px`;
  }

  function open(link, focus) {
    clearTimeout(waiting);
    const mark = link.closest("mark");
    const sheet = sheetOf(mark);
    const cards = numbers(mark).map((number) => numbered(sheet, number)).filter(visible);
    if (!cards.length) return;
    peek.replaceChildren(build("ol", { class: "cards" }, ...cards.map(copyOf)));
    choose(sheet, cards[0], mark);
    if (!peek.matches(":popover-open")) peek.showPopover();
    opened = link;
    pinned = pinned || focus;
    place(link);
    if (focus) peek.querySelector(".card").focus({ preventScroll: true });
  }

  function close(back) {
    clearTimeout(waiting);
    if (!opened) return;
    if (back || peek.contains(document.activeElement)) opened.focus({ preventScroll: true });
    peek.hidePopover();
    opened = null;
    pinned = false;
  }

  function show(card) {
    const mark = markOf(card);
    if (!mark) {
      close(false);
      choose(sheetOf(card), card, null);
      card.focus();
      return;
    }
    const link = linkOf(mark);
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
    pinned = true;
    open(link, false);
    choose(sheetOf(card), card, link.closest("mark"));
  }

  function step(by) {
    const sheet = shown();
    const cards = sheet ? all(".beside .card", sheet).filter(pending) : [];
    if (!cards.length) return;
    const at = cards.findIndex((one) => one.classList.contains("current"));
    const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by + cards.length) % cards.length;
    show(cards.at(next));
  }

  // Replacements.
  async function copy(button) {
    const words = button.dataset.suggestion;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = build("textarea", { class: "spoken", "aria-hidden": "true" }, words);
      button.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    say(`Copied: ${words}`);
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1200);
  }

  // What is not a problem here is remembered by this browser, by file and fingerprint.
  const keyOf = (sheet) => `qa-dismissed:${sheet.dataset.path}`;
  const dismissed = new WeakMap();
  const dismissedIn = (sheet) => {
    if (!dismissed.has(sheet)) dismissed.set(sheet, new Set(store.read(keyOf(sheet), [])));
    return dismissed.get(sheet);
  };

  function update(sheet) {
    const marked = dismissedIn(sheet);
    for (const card of all(".beside .card", sheet)) {
      const off = marked.has(card.dataset.fingerprint) && !card.dataset.suppressed;
      if (off === card.classList.contains("dismissed")) continue;
      card.classList.toggle("dismissed", off);
      card.querySelector(".dismiss").textContent = off ? "Undo: it is a problem" : "Not a problem here";
    }
    refresh(sheet);
  }

  function refresh(sheet) {
    const cards = new Map(all(".beside .card", sheet).map((card) => [card.dataset.number, card]));
    for (const mark of all(".text mark", sheet)) {
      const live = numbers(mark).map((number) => cards.get(number)).find(pending);
      const link = linkOf(mark);
      const target = live ? `#${live.id}` : null;
      if (link.getAttribute("href") === target) continue;
      mark.classList.toggle("off", !live);
      if (live) {
        link.setAttribute("href", target);
        mark.dataset.severity = live.dataset.severity;
        mark.dataset.category = live.dataset.category;
      } else link.removeAttribute("href");
    }
  }

  function dismiss(sheet, fingerprint) {
    const marked = dismissedIn(sheet);
    const undone = marked.delete(fingerprint);
    if (!undone) marked.add(fingerprint);
    store.write(keyOf(sheet), [...marked]);
    update(sheet);
    tell();
    say(undone ? "A problem again" : "Not a problem here");
  }

  const known = (card) => card.classList.contains("dismissed") || card.dataset.suppressed === "baseline";
  function baseline() {
    const findings = all(".beside .card").filter(known).map((card) => ({
      path: sheetOf(card).dataset.path,
      fingerprint: card.dataset.fingerprint,
      check: card.dataset.check,
      entry: card.dataset.entry ?? null,
      text: card.querySelector(".words").textContent,
    }));
    return JSON.stringify({ schema: "qa-baseline/1", findings }, null, 1) + "\n";
  }

  const bar = build("div", { class: "dismissals", role: "region", "aria-label": "Not a problem here" });
  bar.hidden = true;
  document.body.append(bar);
  function tell() {
    const count = all(".beside .card.dismissed").length;
    bar.hidden = !count;
    if (!count) return;
    const button = build("button", { type: "button", class: "download" }, "Download qa-baseline.json");
    const said = build("p", {},
      build("strong", {}, `${count} dismissed in this browser. `),
      "Save the list where qa runs and check with --baseline qa-baseline.json: they no longer count. It also has what an earlier baseline knew of the articles on this page.");
    bar.replaceChildren(said, button);
  }

  function download() {
    const link = build("a", { download: "qa-baseline.json" });
    link.href = URL.createObjectURL(new Blob([baseline()], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // Phrases that move the verdict, shown where they stand.
  function points(text) {
    const found = [0];
    for (const character of text) found.push(found.at(-1) + character.length);
    return found;
  }

  function ranges(passage, spans) {
    const runs = passage.dataset.runs.split(" ").map((run) => run.split(":").map(Number));
    const inside = (at) => {
      const run = runs.find(([, , origin, width]) => at >= origin && at < origin + width);
      return run ? run[0] + Math.min(at - run[2], run[1]) : null;
    };
    const found = spans.map(([start, end]) => [inside(start), inside(end - 1)]);
    const pairs = found.filter(([start, end]) => start !== null && end !== null);
    return pairs.length ? drawn(passage, pairs) : [];
  }

  function drawn(passage, pairs) {
    const units = points(passage.textContent);
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) texts.push([at, walker.currentNode]);
    const spot = (unit) => {
      const [at, node] = texts.findLast(([start]) => start <= unit);
      return [node, Math.min(unit - at, node.length)];
    };
    return pairs.map(([start, end]) => {
      const range = new Range();
      range.setStart(...spot(units[start]));
      range.setEnd(...spot(units[end + 1]));
      return range;
    });
  }

  function light(row) {
    if (!window.CSS || !CSS.highlights) return;
    const spans = row ? row.dataset.spans.split(" ").map((one) => one.split("-").map(Number)) : [];
    const passages = row ? all(".passage", sheetOf(row)) : [];
    CSS.highlights.set("phrase", new Highlight(...passages.flatMap((one) => ranges(one, spans))));
  }

  for (const row of all(".bars li[data-spans]")) row.tabIndex = 0;
  document.addEventListener("pointerover", (event) => light(event.target.closest("li[data-spans]")));
  document.addEventListener("focusin", (event) => light(event.target.closest("li[data-spans]")));

  // A card that opened because the pointer rested on the words goes when it leaves.
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const link = event.target.closest(".text mark a[href]");
    clearTimeout(waiting);
    if (link && link !== opened) waiting = setTimeout(() => open(link, false), 350);
    else if (!link && !peek.contains(event.target)) waiting = setTimeout(() => pinned || close(false), 250);
  });

  // What people do.
  const cardOf = (node) => node.closest(".card");
  document.addEventListener("click", (event) => {
    const target = event.target;
    const link = target.closest(".text mark a[href]");
    if (link) {
      event.preventDefault();
      if (opened === link && pinned) close(true); else open(link, true);
    } else if (target.closest("[data-suggestion]")) copy(target.closest("[data-suggestion]"));
    else if (target.closest(".dismiss")) {
      const sheet = opened && peek.contains(target) ? sheetOf(opened) : sheetOf(target);
      dismiss(sheet, cardOf(target).dataset.fingerprint);
      close(true);
    } else if (target.closest(".download")) download();
    else if (target.closest(".card h3 a")) {
      event.preventDefault();
      const sheet = opened && peek.contains(target) ? sheetOf(opened) : sheetOf(target);
      show(numbered(sheet, cardOf(target).dataset.number));
    } else if (opened && !peek.contains(target) && !target.closest(".manual")) close(false);
  });

  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    x: (card) => card && dismiss(sheetOf(card), card.dataset.fingerprint),
    c: (card) => { const button = card && card.querySelector("[data-suggestion]"); if (button) copy(button); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close(true);
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    const sheet = shown();
    keys[event.key](sheet && sheet.querySelector(".card.current"));
  });

  document.addEventListener("filtered", (event) => {
    const sheet = sheetOf(event.target);
    close(false);
    refresh(sheet);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".shade-sentences"))
      sheetOf(event.target).classList.toggle("shaded", event.target.checked);
  });
  document.addEventListener("scroll", (event) => {
    if (opened && !peek.contains(event.target) && !event.target.closest?.(".beside")) place(opened);
  }, { capture: true, passive: true });
  addEventListener("resize", () => opened && place(opened));
  addEventListener("hashchange", () => close(false));

  for (const sheet of all(".document")) if (dismissedIn(sheet).size) update(sheet);
  tell();
})();
