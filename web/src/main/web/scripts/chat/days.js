import { locale } from "../language.js";
import { say } from "../words.js";

const clock = new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" });
const moment = new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short" });
const date = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long" });
const dateOfYear = new Intl.DateTimeFormat(locale(), { dateStyle: "long" });

/** @param {Date} at @return {string} for example "14:05" */
export const timeOf = (at) => clock.format(at);

/** @param {Date} at @return {string} the whole date and time */
export const momentOf = (at) => moment.format(at);

/** @param {Date} at @return {string} the same for all times of one local day */
export const dayKey = (at) => `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;

/** @param {Date} at @return {string} for example "Today" or "3 May" */
export function dayName(at) {
  const now = new Date();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(at) === dayKey(now)) {
    return say("day.today");
  }
  if (dayKey(at) === dayKey(yesterday)) {
    return say("day.yesterday");
  }
  return (at.getFullYear() === now.getFullYear() ? date : dateOfYear).format(at);
}
