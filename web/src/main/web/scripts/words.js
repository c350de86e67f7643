import { language } from "./language.js";
import en from "./words/en.js";
import ru from "./words/ru.js";

const ATTRIBUTES = { wordsLabel: "aria-label", wordsTitle: "title", wordsHint: "placeholder" };

const words = language() === "ru" ? ru : en;
const plurals = new Intl.PluralRules(language());

/**
 * The text of a key in the page's language, with `{name}` replaced from the values.
 *
 * @param {string} key
 * @param {Object<string, *>=} values
 * @return {string}
 */
export function say(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    throw new Error(`no words for the key "${key}"`);
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {string} key */
export function hasWords(key) {
  return key in words;
}

/**
 * The text of a key in the form that the number asks for: `key.one`, `key.few`, `key.many` or
 * `key.other`.
 *
 * @param {string} key
 * @param {number} count
 * @return {string}
 */
export function sayCount(key, count) {
  const exact = `${key}.${plurals.select(count)}`;
  return say(exact in words ? exact : `${key}.other`, { count: count.toLocaleString(language()) });
}

/**
 * Puts the page's language into every element under the root that names a key in `data-words`
 * (its text) or in `data-words-label`, `-title`, `-hint` (its attributes).
 *
 * @param {(Document|DocumentFragment|Element)} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-words]")) {
    element.textContent = say(element.dataset.words);
  }
  for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
    const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const element of root.querySelectorAll(`[data-${dashed}]`)) {
      element.setAttribute(attribute, say(element.dataset[name]));
    }
  }
}

export function translatePage() {
  translate(document);
  for (const template of document.querySelectorAll("template")) {
    translate(template.content);
  }
  document.documentElement.lang = language();
  document.documentElement.classList.remove("untranslated");
}
