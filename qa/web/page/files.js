/** Files in and out. */

import { ask } from "./api.js";

/** The text of a file in any format that the server reads: `{text, name, language}`. */
export async function read(file) {
  const response = await ask(`/api/read?${new URLSearchParams({ name: file.name })}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
  });
  return response.json();
}

/** Lets the browser save something under a name. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name of a file with something else behind its last dot. */
export function renamed(name, suffix) {
  return name.replace(/(?<=.)\.[^.]*$/, "") + suffix;
}

/** Takes files that are dropped within an element; text goes its usual way. */
export function takeDrops(element, open) {
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  for (const kind of ["dragenter", "dragover"]) {
    element.addEventListener(kind, (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      element.classList.add("over");
    });
  }
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) element.classList.remove("over");
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("over");
    if (!carries(event)) return;
    event.preventDefault();
    open(event.dataTransfer.files[0], event.target);
  });
}
