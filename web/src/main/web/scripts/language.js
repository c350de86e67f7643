import { local } from "./stored.js";

const KEY = "vorota.language";

/** @return {string} "ru" or "en": what was chosen, else the first of the browser's that we have */
export function language() {
  const chosen = local.get(KEY);
  if (chosen === "ru" || chosen === "en") {
    return chosen;
  }
  for (const preferred of navigator.languages ?? [navigator.language]) {
    const code = preferred.slice(0, 2).toLowerCase();
    if (code === "ru" || code === "en") {
      return code;
    }
  }
  return "en";
}

/** @return {string} the language with the reader's region, where the browser knows it, for dates */
export function locale() {
  const code = language();
  return (navigator.languages ?? []).find((tag) => tag.toLowerCase().startsWith(code)) ?? code;
}

/** @param {string} code */
export function chooseLanguage(code) {
  local.set(KEY, code);
}
