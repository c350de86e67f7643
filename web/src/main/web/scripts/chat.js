import { openHall } from "./chat/hall.js";
import { createOutbox, randomId } from "./chat/outbox.js";
import { api } from "./http/api.js";
import { Problem, Unreachable } from "./http/problem.js";
import { openPage } from "./page.js";
import { dropSession, onSessionEnd, session } from "./session/session.js";
import { SessionEnded } from "./session/tokens.js";
import { tab } from "./stored.js";

/** How long to wait before asking again who is logged in, in ms. */
const AGAIN = 2_000;

openPage();
if (session()) {
  onSessionEnd(leave);
  document.querySelector("[data-test=logout]").addEventListener("click", logOut);
  enter();
} else {
  leave();
}

async function enter() {
  try {
    const me = await api("GET", "/api/me");
    openHall({ me, outbox: outboxOf(me.username), onEnd: sessionEnded });
  } catch (error) {
    if (error instanceof SessionEnded) {
      return sessionEnded();
    }
    document.querySelector("[data-test=offline-banner]").hidden = false;
    setTimeout(enter, AGAIN);
    if (!(error instanceof Unreachable || error instanceof Problem)) {
      throw error;
    }
  }
}

function outboxOf(username) {
  const key = `vorota.outbox.${username}`;
  return createOutbox({
    load: () => tab.get(key),
    save: (entries) => tab.set(key, entries),
    newId: randomId,
    now: () => new Date(),
  });
}

function sessionEnded() {
  tab.set("vorota.ended", "yes");
  leave();
}

function leave() {
  location.replace("/login");
}

async function logOut() {
  // Without an answer the user is logged out here all the same; the token runs out by itself.
  await api("POST", "/api/logout").catch(() => null);
  tab.clear();
  dropSession();
  leave();
}
