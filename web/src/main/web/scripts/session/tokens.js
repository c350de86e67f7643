import { call } from "../http/call.js";
import { Problem } from "../http/problem.js";
import { dropSession, keepSession, session } from "./session.js";

/** How long before its end an access token is replaced, in ms. */
const AHEAD = 60_000;

/** Nobody is logged in any more: the refresh token is gone or was refused. */
export class SessionEnded extends Error {}

/** @type {(Promise<string>|null)} */
let underway = null;

/**
 * An access token with some life left.
 *
 * @return {Promise<string>}
 * @throws {SessionEnded}
 */
export async function accessToken() {
  const current = session();
  if (!current) {
    throw new SessionEnded();
  }
  if (current.expires_at - AHEAD > Date.now()) {
    return current.access_token;
  }
  return replaceToken(current.access_token);
}

/**
 * An access token other than the one given, which the server has refused. Tabs share one session, and
 * a refresh token works once: so one tab asks, and the others find the new pair when it is done.
 *
 * @param {string} refused
 * @return {Promise<string>}
 * @throws {SessionEnded}
 */
export function replaceToken(refused) {
  underway ??= alone(() => refresh(refused)).finally(() => (underway = null));
  return underway;
}

async function refresh(refused) {
  const current = session();
  if (!current) {
    throw new SessionEnded();
  }
  if (current.access_token !== refused) {
    return current.access_token;
  }
  try {
    const answer = await call("POST", "/api/token/refresh", { token: current.refresh_token });
    keepSession(answer);
    return answer.access_token;
  } catch (error) {
    if (error instanceof Problem && (error.status === 401 || error.status === 403)) {
      dropSession();
      throw new SessionEnded();
    }
    throw error;
  }
}

/** Locks exist in secure contexts only: over plain HTTP to another machine each tab is on its own. */
function alone(task) {
  return navigator.locks ? navigator.locks.request("vorota.refresh", task) : task();
}
