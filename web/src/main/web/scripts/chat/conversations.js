import { api } from "../http/api.js";
import { problemText } from "../problem-text.js";
import { Problem } from "../http/problem.js";
import { createSender } from "./sender.js";
import { createTimeline } from "./timeline.js";

const PAGE = 50;
const LARGEST_PAGE = 100;
/** How long a missing message may be on its way before it is read from history, in ms. */
const OUT_OF_ORDER = 2_000;

/**
 * What was said in the rooms that were opened here, what waits to be sent, and what the socket says
 * about both.
 *
 * @param {{signals: !Object, rooms: !Object, people: !Object, outbox: !Object,
 *     connection: function():!Object, me: function():!Object}} options "messages" is emitted with a
 *     room's name when its messages changed, "notice" with a text for the user
 */
export function createConversations({ signals, rooms, people, outbox, connection, me }) {
  /** @type {Map<string, {timeline: !Object, loading: boolean, loaded: boolean, failed: boolean}>} */
  const opened = new Map();
  const sender = createSender({
    outbox,
    send: (frame) => connection().send(frame),
    giveUp: () => connection().drop(),
  });

  const onFrame = {
    hello({ rooms: lastSeqs }) {
      rooms.greet(lastSeqs);
      catchUp(Object.keys(lastSeqs));
      sender.connected();
    },

    message(message) {
      people.note(message.from);
      rooms.heard(message.room, message.seq);
      if (message.from.username === me().username && outbox.remove(message.id)) {
        sender.acknowledged(message.id);
      }
      insert(message.room, message);
    },

    ack({ id, room, seq, at }) {
      const entry = outbox.remove(id);
      sender.acknowledged(id);
      rooms.heard(room, seq);
      if (entry) {
        insert(room, { room, seq, id, from: me(), text: entry.text, at });
      }
    },

    gap({ room, from_seq }) {
      const conversation = opened.get(room);
      if (conversation?.loaded) {
        conversation.timeline.cutBefore(from_seq);
        loadOlder(room);
      }
    },

    joined({ room }) {
      rooms.joined(room);
    },

    left({ room }) {
      rooms.left(room);
      opened.delete(room);
      signals.emit("messages", room);
    },

    error({ id, problem }) {
      const refusal = new Problem(problem, 500);
      if (!id) {
        signals.emit("notice", problemText(refusal));
      } else if (sender.refused(id, refusal.status)) {
        outbox.fail(id, problemText(refusal));
        opened.forEach((_, name) => signals.emit("messages", name));
      }
    },
  };

  /** Asks for what was said meanwhile in those of the rooms that are open here. */
  function catchUp(names) {
    const behind = {};
    for (const name of names) {
      const { timeline, loaded } = opened.get(name) ?? {};
      if (loaded && rooms.get(name)?.last_seq > timeline.reached()) {
        behind[name] = timeline.reached();
      }
    }
    if (Object.keys(behind).length > 0) {
      connection().send({ type: "resume", rooms: behind });
    }
  }

  function insert(room, message) {
    const conversation = opened.get(room);
    if (conversation?.timeline.insert([message])) {
      if (conversation.loaded && conversation.timeline.hole()) {
        setTimeout(() => fillHole(room), OUT_OF_ORDER);
      }
    }
    signals.emit("messages", room);
  }

  async function fillHole(room) {
    const { timeline } = opened.get(room) ?? {};
    const hole = timeline?.hole();
    if (!hole) {
      return;
    }
    const missing = hole.before - hole.after - 1;
    if (missing > LARGEST_PAGE) {
      timeline.cutBefore(hole.before);
      return loadOlder(room);
    }
    const page = await history(room, hole.before, missing).catch(() => null);
    if (page && timeline.insert(page.messages)) {
      signals.emit("messages", room);
    }
  }

  function history(room, before, limit) {
    const from = before === undefined ? "" : `&before=${before}`;
    return api("GET", `/api/rooms/${room}/messages?limit=${limit}${from}`);
  }

  /** Reads the next page of history, one at a time for each room. */
  async function loadOlder(room) {
    const conversation = opened.get(room);
    if (!conversation || conversation.loading || !conversation.timeline.hasMore()) {
      return;
    }
    Object.assign(conversation, { loading: true, failed: false });
    signals.emit("messages", room);
    const { timeline } = conversation;
    const first = timeline.before();
    try {
      const page = await history(room, conversation.loaded ? first : undefined, PAGE);
      page.messages.forEach(({ from }) => people.note(from));
      // A gap that came meanwhile has cut off what this page would join on to.
      if (!conversation.loaded || first === timeline.before()) {
        timeline.prepend(page.messages, page.more);
      }
      if (!conversation.loaded) {
        conversation.loaded = true;
        // The page may be older than `hello`, after which messages come by themselves.
        catchUp([room]);
      }
    } catch (error) {
      conversation.failed = true;
      throw error;
    } finally {
      conversation.loading = false;
      signals.emit("messages", room);
    }
  }

  return {
    get: (room) => opened.get(room),

    hear: (frame) => onFrame[frame.type]?.(frame),

    disconnected: sender.disconnected,

    open(room) {
      if (!opened.has(room)) {
        const conversation = { timeline: createTimeline(), loading: false };
        opened.set(room, { ...conversation, loaded: false, failed: false });
      }
      return opened.get(room).loaded ? Promise.resolve() : loadOlder(room);
    },

    loadOlder,

    send(room, text) {
      outbox.add(room, text);
      signals.emit("messages", room);
      sender.pump();
    },

    retry({ id, room }) {
      outbox.retry(id);
      signals.emit("messages", room);
      sender.pump();
    },

    discard({ id, room }) {
      outbox.remove(id);
      signals.emit("messages", room);
    },
  };
}
