/**
 * Runs before the first paint, so that no page flashes in the wrong theme or language.
 */
import { applyTheme, theme } from "./theme.js";
import { language } from "./language.js";

const root = document.documentElement;
applyTheme(theme());
if (language() !== root.lang) {
  root.lang = language();
  // The style sheet hides the text until `translatePage` has run.
  root.classList.add("untranslated");
}
