"use strict";
// Tables: a heading sorts, a field filters.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent : Number(cell.dataset.key);
  }

  function compare(left, right) {
    if (typeof left === "number" && typeof right === "number") return left - right;
    if (typeof left !== typeof right) return typeof left === "number" ? 1 : -1;
    return left.localeCompare(right, undefined, { numeric: true });
  }

  function sort(table, heading) {
    const ascending = heading.getAttribute("aria-sort") === "descending";
    all("thead th", table).forEach((one) => one.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const body = table.tBodies[0];
    const sign = ascending ? 1 : -1;
    const column = heading.cellIndex;
    body.append(...[...body.rows].sort((a, b) => sign * compare(key(a, column), key(b, column))));
  }

  for (const table of all("table.sortable")) {
    for (const heading of all("thead th", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
      const first = table.tBodies[0].rows[0];
      if (first && first.cells[heading.cellIndex].classList.contains("number"))
        heading.classList.add("number");
    }
  }

  for (const field of all("input.filter")) {
    const rows = all("tbody tr", field.closest("div"));
    field.addEventListener("input", () => {
      const wanted = field.value.toLocaleLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    });
  }
})();
