/** One line on all findings, and one on how the verdict moved since the writer began. */

/** Says how many findings there are; listeners hear of it only when that changes. */
export function summarise(place, counts, empty) {
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  const parts = counts.filter((one) => one.count).map((one) => plural(one.count, one.severity));
  const said = count ? `${plural(count, "finding")}: ${parts.join(", ")}` : "Nothing found";
  const words = empty ? "" : said;
  if (place.textContent !== words) place.textContent = words;
}

/** Says how the probability of translation moved. */
export function compare(place, first, now) {
  const moved = first !== null && now !== null && figure(first) !== figure(now);
  place.hidden = !moved;
  place.replaceChildren();
  if (!moved) return;
  const value = document.createElement("strong");
  value.textContent = figure(now);
  place.append(`Translated: ${figure(first)} → `, value);
  place.classList.toggle("better", now < first);
}

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Two digits, three near the ends, and never certainty. */
function figure(probability) {
  const sure = Math.min(Math.max(probability, 0.001), 0.999);
  return sure.toFixed(sure > 0.985 || sure < 0.015 ? 3 : 2);
}
