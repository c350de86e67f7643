import { call } from "../http/call.js";
import { keepSession, session } from "../session/session.js";

/** Those who are logged in already have no business at a form. */
export function skipIfLoggedIn() {
  if (session()) {
    location.replace("/chat");
  }
}

/** Logs in, keeps the session and goes on to the chat. */
export async function logIn(username, password) {
  keepSession(await call("POST", "/api/login", { json: { username, password } }));
  location.assign("/chat");
}

/** A user name as it will be sent: phones like to put a capital letter and a space around it. */
export function usernameOf(value) {
  return value.trim().toLowerCase();
}
