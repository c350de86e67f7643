import { local } from "../stored.js";

const KEY = "vorota.session";

/**
 * @typedef {{access_token: string, refresh_token: string, expires_at: number}} Session
 *     `expires_at` is when the access token ends, in ms since the epoch by this browser's clock.
 */

/** @return {(Session|null)} */
export function session() {
  try {
    return JSON.parse(local.get(KEY) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keeps what the server answered to a login or a refresh.
 *
 * @param {{access_token: string, refresh_token: string, expires_in: number}} answer
 */
export function keepSession(answer) {
  const { access_token, refresh_token, expires_in } = answer;
  const expires_at = Date.now() + expires_in * 1000;
  local.set(KEY, JSON.stringify({ access_token, refresh_token, expires_at }));
}

export function dropSession() {
  local.set(KEY, null);
}

/** Calls back when another tab logged out. */
export function onSessionEnd(callback) {
  window.addEventListener("storage", (event) => {
    if (event.key === KEY && event.newValue === null) {
      callback();
    }
  });
}
