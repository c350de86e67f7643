/**
 * Waiting times between attempts: exponential with full jitter, so that clients who lost the server
 * together do not come back together. See "Exponential Backoff And Jitter", AWS Architecture Blog.
 *
 * @param {{base: (number|undefined), cap: (number|undefined),
 *     random: (function():number|undefined)}=} options times in ms
 */
export function createBackoff({ base = 400, cap = 15_000, random = Math.random } = {}) {
  let attempt = 0;
  return {
    /** @return {number} ms to wait before the next attempt */
    next() {
      const ceiling = Math.min(cap, base * 2 ** attempt);
      attempt = Math.min(attempt + 1, 16);
      return base / 2 + random() * ceiling;
    },
    reset() {
      attempt = 0;
    },
  };
}
