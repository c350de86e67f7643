import { local } from "./stored.js";

const KEY = "vorota.theme";

/** @return {string} "light" or "dark": what was chosen, else what the system prefers */
export function theme() {
  const chosen = local.get(KEY);
  if (chosen === "light" || chosen === "dark") {
    return chosen;
  }
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** @param {string} value */
export function applyTheme(value) {
  document.documentElement.dataset.theme = value;
}

export function toggleTheme() {
  const next = theme() === "dark" ? "light" : "dark";
  local.set(KEY, next);
  applyTheme(next);
}
