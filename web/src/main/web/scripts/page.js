import { chooseLanguage, language } from "./language.js";
import { toggleTheme } from "./theme.js";
import { translatePage } from "./words.js";

/** What every page does first: speak the reader's language and mind the two switches. */
export function openPage() {
  translatePage();
  document.querySelector("[data-test=theme-toggle]").addEventListener("click", toggleTheme);
  document.querySelector("[data-test=language-toggle]").addEventListener("click", () => {
    chooseLanguage(language() === "ru" ? "en" : "ru");
    // All words are put in place as the page loads; what is typed or unsent outlives a reload.
    location.reload();
  });
}
