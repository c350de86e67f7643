import { sayCount } from "../words.js";
import { createComposer } from "./composer.js";
import { createLogView } from "./log-view.js";
import { createMessageView } from "./message-view.js";

const find = (test) => document.querySelector(`[data-test="${test}"]`);
const byId = (id) => document.getElementById(id);

/**
 * The room that is open: its head, its messages and the field to write in.
 *
 * @param {{signals: !Object, rooms: !Object, conversations: !Object, outbox: !Object,
 *     marks: !Object, people: !Object, me: function():!Object,
 *     attempt: function(Promise<?>):void}} options
 */
export function createRoomPane(options) {
  const { signals, rooms, conversations, outbox, marks, people, me, attempt } = options;
  const log = createLogView({
    log: find("message-list"),
    jump: find("jump"),
    view: createMessageView({
      people,
      onRetry: conversations.retry,
      onDiscard: conversations.discard,
    }),
    me,
    onTop: () => conversations.get(room)?.loaded && attempt(conversations.loadOlder(room)),
    onRead: markRead,
  });
  const composer = createComposer({
    form: byId("composer"),
    onSend(text) {
      newAfter = null;
      log.follow();
      conversations.send(room, text);
    },
  });
  /** The room's name; "" while none is open. */
  let room = "";
  /** The seq after which the line before new messages stands; null for no line. */
  let newAfter = null;
  /** The room of which the messages are open: not those of a room that is to be joined first. */
  let inside = "";

  signals.on("messages", (name) => name === room && later());
  signals.on("rooms", showHead);
  document.addEventListener("visibilitychange", markRead);

  let scheduled = false;

  /** Shows the messages once for all changes of this turn. */
  function later() {
    if (!scheduled) {
      scheduled = true;
      queueMicrotask(() => {
        scheduled = false;
        show();
      });
    }
  }

  function show() {
    const conversation = conversations.get(room);
    if (!conversation || inside === "") {
      return;
    }
    const { last_seq } = rooms.get(room) ?? {};
    const read = marks.of(room);
    const away = document.visibilityState === "hidden" || !log.isFollowing();
    if (newAfter === null && away && read < last_seq) {
      newAfter = read;
    }
    log.show(conversation, outbox.in(room), newAfter);
  }

  function markRead() {
    const newest = conversations.get(room)?.timeline.reached();
    const seen = document.visibilityState === "visible" && log.isFollowing();
    if (seen && newest > 0 && rooms.isJoined(room) && newest > (marks.of(room) ?? 0)) {
      marks.move(room, newest);
      signals.emit("rooms");
    }
  }

  function showHead() {
    const known = rooms.get(room);
    const joined = rooms.isJoined(room);
    document.body.dataset.room = !room ? "none" : joined ? "joined" : known ? "other" : "unknown";
    byId("room-name").textContent = room;
    byId("room-members").textContent =
      known?.members === undefined ? "" : sayCount("members", known.members);
    find("leave").hidden = !joined;
    if (joined && inside !== room) {
      step(room);
    } else if (!joined && inside !== "") {
      step("");
    }
  }

  /** Goes inside of the room, or, with "", out of it. */
  function step(name) {
    inside = name;
    log.reset();
    if (name !== "") {
      const read = marks.of(name);
      newAfter = rooms.unread(rooms.get(name)) > 0 ? read : null;
      composer.enter(name);
      attempt(conversations.open(name));
      show();
    }
  }

  return {
    current: () => room,

    /** @param {string} name of the room to open; "" for none */
    enter(name) {
      if (name !== room) {
        room = name;
        step("");
        showHead();
      }
    },

    /** Reads what failed to be read before. */
    again() {
      if (inside !== "") {
        attempt(conversations.open(inside));
      }
    },

    focus: composer.focus,
  };
}
