import { language } from "./language.js";
import { hasWords, say } from "./words.js";

/**
 * What to tell the reader about a problem: the server's own text, which is English; in another
 * language our words for that type of problem, where there are any.
 *
 * @param {{name: string, detail: string, title: string, message: string}} problem
 * @return {string}
 */
export function problemText(problem) {
  const key = `problem.${problem.name}`;
  if (language() !== "en" && hasWords(key)) {
    return say(key);
  }
  return problem.detail || problem.title || problem.message;
}

/**
 * The same for one broken field.
 *
 * @param {{field: string, expected: string}} violation
 * @return {string}
 */
export function violationText({ field, expected }) {
  const key = `rule.${field}`;
  return language() !== "en" && hasWords(key) ? say(key) : say("form.expected", { expected });
}
