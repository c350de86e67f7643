import { Problem, Unreachable } from "./problem.js";

const PREFIX = "/service";
/** How often a request that met a limit (429) or a pause (503) is repeated, and its longest wait. */
const REPEATS = 4;
const LONGEST_WAIT = 15_000;

/**
 * One request to the chat behind the gateway. Waits and repeats where the server says
 * `Retry-After`.
 *
 * @param {string} method
 * @param {string} path
 * @param {{token: (string|undefined), json: (Object|undefined), body: (Blob|undefined),
 *     as: (string|undefined)}=} options `as: "blob"` for a picture instead of JSON
 * @return {Promise<?>} the JSON, the Blob, or null where there is no content
 * @throws {Problem} on any other status than 2xx
 * @throws {Unreachable}
 */
export async function call(method, path, { token, json, body, as } = {}) {
  const headers = { Accept: "application/json, application/problem+json, image/png" };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (json) {
    headers["Content-Type"] = "application/json";
  } else if (body) {
    headers["Content-Type"] = body.type;
  }
  const request = { method, headers, body: json ? JSON.stringify(json) : body };
  for (let repeat = 0; ; repeat++) {
    const response = await fetch(PREFIX + path, request).catch(unreachable);
    if (response.ok) {
      return response.status === 204 ? null : read(response, as);
    }
    const wait = retryAfter(response);
    if (wait === null || repeat === REPEATS) {
      throw await problemOf(response);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

function read(response, as) {
  return (as === "blob" ? response.blob() : response.json()).catch(unreachable);
}

function unreachable() {
  throw new Unreachable();
}

/** @return {(number|null)} ms to wait; null if the request is not to be repeated */
function retryAfter(response) {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  const asked = response.status === 429 || response.status === 503;
  if (!asked || !(seconds >= 0) || seconds * 1000 > LONGEST_WAIT) {
    return null;
  }
  // Some more by chance, so that clients who were refused together do not come back together.
  return seconds * 1000 + Math.random() * 400;
}

async function problemOf(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const document = type.includes("json") ? await response.json().catch(() => ({})) : {};
  return new Problem(document, response.status);
}
