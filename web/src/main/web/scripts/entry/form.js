import { Problem, Unreachable } from "../http/problem.js";
import { violationText, problemText } from "../problem-text.js";
import { say } from "../words.js";

/**
 * A form whose fields show what is wrong with them: by the client's own rules before it is sent, by
 * the server's problem document after. It is sent once at a time.
 *
 * @param {HTMLFormElement} form
 * @param {{rules: Object<string, function(string):boolean>, fieldOf: (Object<string, string>|undefined),
 *     send: function():Promise<void>}} options `rules`: by field name; `fieldOf`: the field that a
 *     problem without `errors` belongs to, by the problem's name
 */
export function guardForm(form, { rules, fieldOf = {}, send }) {
  const summary = form.querySelector("[data-summary]");
  const button = form.querySelector("[type=submit]");
  let busy = false;

  form.noValidate = true;
  form.addEventListener("input", ({ target }) => mark(target.name, ""));
  form.addEventListener("change", ({ target }) => target.value && check(target.name));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    summarise("");
    if (Object.keys(rules).filter((name) => !check(name)).length > 0) {
      return focusFirstFault();
    }
    setBusy(true);
    try {
      await send();
    } catch (error) {
      show(error);
    } finally {
      setBusy(false);
    }
  });

  function check(name) {
    const good = !rules[name] || rules[name](form.elements[name].value);
    mark(name, good ? "" : say(`rule.${name}`));
    return good;
  }

  function mark(name, text) {
    const place = form.querySelector(`#error-${name}`);
    if (place) {
      place.textContent = text;
      form.elements[name].setAttribute("aria-invalid", String(text !== ""));
    }
  }

  function show(error) {
    if (error instanceof Unreachable) {
      return summarise(say("problem.unreachable"));
    }
    if (!(error instanceof Problem)) {
      throw error;
    }
    const ofNoField = [];
    for (const violation of error.errors) {
      if (rules[violation.field]) {
        mark(violation.field, violationText(violation));
      } else {
        ofNoField.push(`${violation.field}: ${violation.expected}`);
      }
    }
    if (fieldOf[error.name] && error.errors.length === 0) {
      mark(fieldOf[error.name], problemText(error));
    } else if (error.errors.length === 0 || ofNoField.length > 0) {
      summarise([problemText(error), ...ofNoField].join(" "));
    }
    focusFirstFault();
  }

  function summarise(text) {
    summary.textContent = text;
    summary.hidden = text === "";
  }

  function focusFirstFault() {
    form.querySelector("[aria-invalid=true]")?.focus();
  }

  function setBusy(value) {
    busy = value;
    button.setAttribute("aria-disabled", String(value));
    form.setAttribute("aria-busy", String(value));
  }
}

/** Lets the button beside a password show and hide it. */
export function revealPassword(form) {
  const button = form.querySelector("[data-reveal]");
  const field = form.elements.password;
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
    button.setAttribute("aria-label", say(shown ? "form.show-password" : "form.hide-password"));
    field.focus();
  });
}
