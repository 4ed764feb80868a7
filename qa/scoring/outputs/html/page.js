"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (name) => document.getElementById(name);

  function build(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function draw(name, attributes, text = "") {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }

  // Words that differ, by the longest common subsequence.
  const segmenter = window.Intl && Intl.Segmenter
    ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;
  const LONGEST = 600;

  function words(text) {
    if (segmenter) return Array.from(segmenter.segment(text), (one) => one.segment);
    return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) || [];
  }

  function common(left, right) {
    const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
    for (let i = left.length - 1; i >= 0; i--)
      for (let j = right.length - 1; j >= 0; j--)
        table[i][j] = left[i] === right[j]
          ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    const shared = [new Set(), new Set()];
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
      if (left[i] === right[j]) { shared[0].add(i++); shared[1].add(j++); }
      else if (table[i + 1][j] >= table[i][j + 1]) i++;
      else j++;
    }
    return shared;
  }

  function marked(parts, shared) {
    const outside = (at) => at < 0 || at >= parts.length || shared.has(at);
    const blank = (at) => !parts[at].trim();
    // A space differs only between two words that do.
    const same = (at) => (blank(at) ? outside(at - 1) || outside(at + 1) : shared.has(at));
    const pieces = [];
    for (let at = 0, end = 0; at < parts.length; at = end) {
      while (end < parts.length && same(end) === same(at)) end++;
      const text = parts.slice(at, end).join("");
      pieces.push(same(at) ? text : build("mark", {}, text));
    }
    return pieces;
  }

  function differing(left, right) {
    const parts = [words(left), words(right)];
    if (Math.max(parts[0].length, parts[1].length) > LONGEST) return [[left], [right]];
    const shared = common(...parts);
    return [marked(parts[0], shared[0]), marked(parts[1], shared[1])];
  }

  // The scatter of two systems.
  const WIDEST = 480, EDGE = 44, FAR = 0.1;
  const state = { metric: 0, across: 0, up: 0, chosen: null, order: [] };
  const better = () => (data.errors.includes(data.metrics[state.metric]) ? -1 : 1);

  function pairs() {
    const scores = data.scores[data.metrics[state.metric]] || [];
    const [across, up] = [scores[state.across] || [], scores[state.up] || []];
    return data.numbers
      .map((number, at) => ({ number, at, x: across[at], y: up[at] }))
      .filter((one) => typeof one.x === "number" && typeof one.y === "number");
  }

  function step(range) {
    const power = 10 ** Math.floor(Math.log10(range / 5));
    return [1, 2, 5, 10].map((times) => times * power).find((one) => one >= range / 5);
  }

  function plot() {
    const points = pairs();
    state.order = [...points].sort((a, b) => Math.abs(b.x - b.y) - Math.abs(a.x - a.y));
    const box = byId("scatter");
    if (!points.length) { box.replaceChildren("No scores of segments."); return; }
    const size = Math.min(WIDEST, box.clientWidth || WIDEST);
    const values = points.flatMap((one) => [one.x, one.y]);
    const low = values.reduce((a, b) => Math.min(a, b));
    const range = values.reduce((a, b) => Math.max(a, b)) - low || 1;
    const place = (value) => EDGE + 6 + ((value - low) / range) * (size - EDGE - 20);
    const svg = draw("svg", { viewBox: `0 0 ${size} ${size}`, role: "presentation" });
    for (let tick = Math.ceil(low / step(range)) * step(range); tick <= low + range; tick += step(range)) {
      const at = place(tick), label = String(Number(tick.toFixed(6)));
      svg.append(
        draw("line", { class: "grid", x1: at, x2: at, y1: 8, y2: size - EDGE }),
        draw("line", { class: "grid", x1: EDGE, x2: size - 8, y1: size - at, y2: size - at }),
        draw("text", { x: at, y: size - EDGE + 16, "text-anchor": "middle" }, label),
        draw("text", { x: EDGE - 6, y: size - at + 4, "text-anchor": "end" }, label));
    }
    const [start, end] = [place(low), place(low + range)];
    svg.append(
      draw("line", { class: "diagonal", x1: start, y1: size - start, x2: end, y2: size - end }),
      draw("text", { class: "name", x: (size + EDGE) / 2, y: size - 6, "text-anchor": "middle" }, short(state.across)),
      draw("text", { class: "name", transform: `translate(12 ${(size - EDGE) / 2}) rotate(-90)`, "text-anchor": "middle" }, short(state.up)));
    for (const one of points) svg.append(circle(one, place, range, size));
    svg.addEventListener("click", pick);
    svg.addEventListener("mouseover", pick);
    box.replaceChildren(svg);
  }

  function short(system) {
    const name = data.names[system];
    return name.length > 40 ? name.slice(0, 39) + "…" : name;
  }

  function circle(one, place, range, size) {
    const delta = (one.x - one.y) * better();
    const winner = data.series[delta > 0 ? state.across : state.up];
    const side = Math.abs(delta) < FAR * range ? "near" : `far series-${winner}`;
    const chosen = one.number === state.chosen ? " chosen" : "";
    return draw("circle", { class: side + chosen, cx: place(one.x), cy: size - place(one.y), r: 5, "data-number": one.number });
  }

  function pick(event) {
    if (event.target.dataset.number) choose(Number(event.target.dataset.number));
  }

  function choose(number) {
    state.chosen = number;
    for (const point of all("#scatter circle"))
      point.classList.toggle("chosen", Number(point.dataset.number) === number);
    tell();
  }

  function move(by) {
    if (!state.order.length) return;
    const at = state.order.findIndex((one) => one.number === state.chosen);
    const next = at < 0 ? 0 : (at + by + state.order.length) % state.order.length;
    choose(state.order[next].number);
  }

  function text(kind, label, ...content) {
    return build("div", { class: kind },
      build("div", { class: "whose" }, build("bdi", {}, label)),
      build("p", { dir: "auto" }, ...content));
  }

  function side(system, score, content) {
    const label = `${data.names[system]}: ${score.toFixed(2)}`;
    return text(`side series-${data.series[system]}`, label, ...content);
  }

  function tell() {
    const one = state.order.find((point) => point.number === state.chosen);
    const box = byId("segment");
    if (!one) {
      box.replaceChildren(build("p", { class: "quiet" }, "Point at a segment, or press next."));
      return;
    }
    const texts = [state.across, state.up].map((system) => data.texts[system][one.at] || "");
    const [left, right] = differing(...texts);
    const place = data.documents[one.at] ? `, ${data.documents[one.at]}` : "";
    const [reference, source] = data.given[one.number] || [null, null];
    const given = [["reference", reference], ["source", source]].filter((pair) => pair[1] !== null);
    box.replaceChildren(build("article", { class: "change" },
      build("header", {}, build("strong", {}, `segment ${one.number}${place}`)),
      side(state.across, one.x, left),
      side(state.up, one.y, right),
      ...given.map(([label, said]) => text("given", label, said))));
  }

  // What is shown: one metric, one pair.
  function showMetric(metric) {
    state.metric = metric;
    for (const view of all("[data-metric]")) view.hidden = Number(view.dataset.metric) !== metric;
    if (byId("scatter")) { plot(); tell(); }
  }

  function showPair(pair) {
    for (const view of all("[data-pair]")) view.hidden = view.dataset.pair !== pair;
  }

  for (const radio of all("input[name=metric]")) {
    radio.addEventListener("change", () => showMetric(Number(radio.value)));
    if (radio.checked) state.metric = Number(radio.value);
  }
  if (byId("pair")) {
    byId("pair").addEventListener("change", () => showPair(byId("pair").value));
    showPair(byId("pair").value);
  }
  if (byId("scatter")) {
    for (const axis of ["across", "up"]) {
      state[axis] = Number(byId(axis).value);
      byId(axis).addEventListener("change", () => {
        state[axis] = Number(byId(axis).value);
        plot(); tell();
      });
    }
    let resizing = 0;
    window.addEventListener("resize", () => {
      clearTimeout(resizing);
      resizing = setTimeout(plot, 150);
    });
    byId("next").addEventListener("click", () => move(1));
    byId("previous").addEventListener("click", () => move(-1));
    byId("scatter").addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (by) { event.preventDefault(); move(by); }
    });
  }
  showMetric(state.metric);
})();
