import { local } from "../stored.js";

/**
 * How far the user has read each room, kept in this browser.
 *
 * @param {string} username
 */
export function createMarks(username) {
  const key = `vorota.read.${username}`;
  const read = () => JSON.parse(local.get(key) ?? "{}");
  return {
    /** @return {(number|undefined)} the last seq that was read */
    of: (room) => read()[room],

    /** Moves the mark forward, never back. */
    move(room, seq) {
      const marks = read();
      if (!(marks[room] >= seq)) {
        local.set(key, JSON.stringify({ ...marks, [room]: seq }));
      }
    },
  };
}
