/** Dialogs that ask for a few words. */

import { rememberName, userName } from "./drafts.js";

/**
 * Shows a dialog and returns what was entered, or null if it was cancelled.
 *
 * @param {HTMLDialogElement} dialog with one form whose fields have names
 * @param {Record<string, string>} values to begin with
 * @param {(values: Record<string, string>) => Promise<void>} act what to do with them; if it
 *   throws, the dialog stays with what was entered and says why
 */
export function asked(dialog, values, act) {
  const form = dialog.querySelector("form");
  form.reset();
  tell(form, "");
  for (const [name, value] of Object.entries({ user: userName(), ...values })) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  return new Promise((resolve) => {
    const submitted = async (event) => {
      if (event.submitter?.value !== "yes") return;
      event.preventDefault();
      const entered = Object.fromEntries(new FormData(form));
      try {
        await act(entered);
      } catch (error) {
        tell(form, [error.message, error.hint].filter(Boolean).join(". "));
        return;
      }
      rememberName(entered.user.trim());
      dialog.close("yes");
    };
    form.addEventListener("submit", submitted);
    dialog.addEventListener("close", () => {
      form.removeEventListener("submit", submitted);
      resolve(dialog.returnValue === "yes");
    }, { once: true });
    dialog.returnValue = "";
    dialog.showModal();
    focusFirstEmpty(form);
  });
}

function focusFirstEmpty(form) {
  const fields = [...form.querySelectorAll("input:not([type=radio])[required]")];
  (fields.find((field) => !field.value) ?? form.querySelector(":checked, input"))?.focus();
}

function tell(form, wrong) {
  const place = form.querySelector(".wrong");
  if (place) place.textContent = wrong;
}
