import { api } from "../http/api.js";
import { Problem } from "../http/problem.js";
import { problemText } from "../problem-text.js";
import { accessToken, replaceToken, SessionEnded } from "../session/tokens.js";
import { createSignals } from "../signals.js";
import { showAvatar, showInitials } from "./avatar.js";
import { createConnection } from "./connection.js";
import { createConversations } from "./conversations.js";
import { createMarks } from "./marks.js";
import { createPeople } from "./people.js";
import { createProfileDialog } from "./profile-dialog.js";
import { createRoomDialog } from "./room-dialog.js";
import { createRoomPane } from "./room-pane.js";
import { createRooms } from "./rooms.js";
import { createRoomsView } from "./rooms-view.js";
import { createStatus } from "./status.js";

/** So often the page looks for rooms that others made, in ms. */
const LOOK_AROUND = 60_000;

const find = (test) => document.querySelector(`[data-test="${test}"]`);
const byId = (id) => document.getElementById(id);

/**
 * The chat page at work: joins what is known with what is seen.
 *
 * @param {{me: !Object, outbox: !Object, onEnd: function():void}} options `onEnd`: nobody is logged
 *     in any more
 */
export function openHall({ me, outbox, onEnd }) {
  const signals = createSignals();
  const marks = createMarks(me.username);
  const people = createPeople(signals);
  const rooms = createRooms({ signals, marks });
  const status = createStatus({ banner: find("offline-banner"), notice: byId("notice") });
  const known = { signals, marks, people, rooms, outbox, me: () => me, attempt };
  const conversations = createConversations({ ...known, connection: () => connection });
  const connection = createConnection({
    url: `${location.origin.replace(/^http/, "ws")}/ws`,
    token: accessToken,
    replaceToken,
    checkSession: () => api("GET", "/api/me"),
    onFrame: conversations.hear,
    onState,
    onEnd,
  });
  const pane = createRoomPane({ ...known, conversations });
  const side = createRoomsView({
    joined: byId("joined"),
    others: byId("others"),
    rooms,
    onJoin: (name) => attempt(rooms.join(name).then(() => goTo(name))),
  });
  const profile = createProfileDialog({
    dialog: byId("profile"),
    people,
    me: () => me,
    onChange: (user) => people.note((me = user)),
  });
  const newRoom = createRoomDialog({
    dialog: byId("new-room"),
    create: (name) => rooms.create(name).then(() => goTo(name)),
  });

  signals.on("notice", status.notice);
  signals.on("rooms", showRooms);
  signals.on("person", showPerson);
  find("profile-open").addEventListener("click", profile.open);
  find("room-new").addEventListener("click", newRoom.open);
  find("leave").addEventListener("click", () => attempt(rooms.leave(pane.current())));
  find("join").addEventListener("click", () => attempt(rooms.join(pane.current())));
  find("reconnect").addEventListener("click", connection.open);
  byId("back").addEventListener("click", () => showSide(true));
  window.addEventListener("hashchange", openFromAddress);
  setInterval(() => document.visibilityState === "visible" && lookAround(), LOOK_AROUND);

  people.note(me);
  showPerson(me.username);
  byId("me-name").textContent = me.display_name;
  document.documentElement.classList.add("inside");
  connection.open();
  lookAround();

  function onState(state) {
    status.connection(state);
    if (state === "open") {
      pane.again();
      lookAround();
    } else {
      conversations.disconnected();
    }
  }

  function lookAround() {
    attempt(rooms.refresh());
  }

  /** What fails here is tried again with the next connection: only refusals are worth a word. */
  function attempt(promise) {
    Promise.resolve(promise).catch((error) => {
      if (error instanceof SessionEnded) {
        onEnd();
      } else if (error instanceof Problem) {
        status.notice(problemText(error));
      }
    });
  }

  function goTo(name) {
    location.hash = name;
    showSide(false);
    pane.focus();
  }

  /** The address names the room, so that it can be linked to and the back button works. */
  function openFromAddress() {
    pane.enter(roomOfAddress());
    showSide(false);
    showRooms();
  }

  function roomOfAddress() {
    const named = decodeURIComponent(location.hash.slice(1));
    return named || (rooms.all().find(({ joined }) => joined)?.name ?? "");
  }

  function showRooms() {
    if (pane.current() === "") {
      pane.enter(roomOfAddress());
    }
    side.show(pane.current());
    const unread = rooms.all().reduce((sum, room) => sum + rooms.unread(room), 0);
    status.title(pane.current(), unread);
  }

  /** On a narrow screen, either the rooms or the room is to be seen. */
  function showSide(shown) {
    document.body.dataset.view = shown ? "rooms" : "room";
    if (shown) {
      document.querySelector("#joined a")?.focus();
    }
  }

  function showPerson(username) {
    const person = people.get(username);
    const quoted = CSS.escape(username);
    for (const element of document.querySelectorAll(`[data-avatar-of="${quoted}"]`)) {
      showAvatar(element, person, people);
    }
    for (const element of document.querySelectorAll(`[data-name-of="${quoted}"]`)) {
      element.textContent = person.display_name;
    }
    if (username === me.username) {
      me = { ...me, ...person };
      const own = find("me-avatar");
      if (!own.firstChild) {
        showInitials(own, me);
      }
      showAvatar(own, me, people);
    }
  }
}
