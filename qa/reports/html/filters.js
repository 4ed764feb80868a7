"use strict";
// Filters of a panel: the item of a card whose box is not ticked is hidden. Panels may come and go.
(() => {
  function unwanted(panel) {
    const boxes = panel.querySelectorAll("input[data-filter]:not(:checked)");
    return [...boxes].map((box) => [box.dataset.filter, box.value]);
  }

  function apply(panel) {
    const out = unwanted(panel);
    for (const card of panel.querySelectorAll(".cards .card"))
      card.parentNode.hidden = out.some(([name, value]) => card.dataset[name] === value);
    panel.dispatchEvent(new CustomEvent("filtered", { bubbles: true }));
  }

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.matches(".panel [data-filter], .panel .show-suppressed")) apply(box.closest(".panel"));
  });
})();
