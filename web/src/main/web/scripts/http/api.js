import { accessToken, replaceToken } from "../session/tokens.js";
import { call } from "./call.js";
import { Problem } from "./problem.js";

/** A request of the logged-in user; an access token that the server refuses is replaced once. */
export async function api(method, path, options = {}) {
  const token = await accessToken();
  try {
    return await call(method, path, { ...options, token });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) {
      throw error;
    }
    return call(method, path, { ...options, token: await replaceToken(token) });
  }
}
