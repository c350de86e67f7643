import { api } from "../http/api.js";

/**
 * The rooms that exist, and which of them the user is in.
 *
 * @param {{signals: !Object, marks: !Object}} options "rooms" is emitted on every change
 */
export function createRooms({ signals, marks }) {
  /** @type {Map<string, !Object>} */
  const rooms = new Map();

  function put(room) {
    const known = rooms.get(room.name);
    const last_seq = Math.max(room.last_seq ?? 0, known?.last_seq ?? 0);
    rooms.set(room.name, { ...known, ...room, last_seq });
    // What was said before this browser first saw the room does not count as unread.
    if (room.joined && marks.of(room.name) === undefined) {
      marks.move(room.name, last_seq);
    }
  }

  const self = {
    get: (name) => rooms.get(name),

    /** @return {Array<!Object>} by name, the general one first */
    all() {
      const rank = ({ name }) => (name === "general" ? 0 : 1);
      return [...rooms.values()].sort(
        (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"),
      );
    },

    isJoined: (name) => rooms.get(name)?.joined === true,

    unread({ name, joined, last_seq }) {
      return joined ? Math.max(0, last_seq - (marks.of(name) ?? last_seq)) : 0;
    },

    async refresh() {
      const answer = await api("GET", "/api/rooms");
      rooms.clear();
      answer.rooms.forEach(put);
      signals.emit("rooms");
    },

    /** Takes over from `hello` which rooms the user is in, and how far they have got. */
    greet(lastSeqs) {
      for (const room of [...rooms.values()]) {
        put({ ...room, joined: room.name in lastSeqs });
      }
      for (const [name, last_seq] of Object.entries(lastSeqs)) {
        put({ name, last_seq, joined: true });
      }
      signals.emit("rooms");
    },

    joined(room) {
      put({ ...room, joined: true });
      signals.emit("rooms");
    },

    left(name) {
      if (rooms.has(name)) {
        put({ ...rooms.get(name), joined: false });
        signals.emit("rooms");
      }
    },

    heard(name, seq) {
      if (rooms.has(name) && rooms.get(name).last_seq < seq) {
        put({ ...rooms.get(name), last_seq: seq });
        signals.emit("rooms");
      }
    },

    async create(name) {
      self.joined(await api("POST", "/api/rooms", { json: { name } }));
    },

    async join(name) {
      self.joined(await api("POST", `/api/rooms/${name}/join`));
    },

    async leave(name) {
      await api("POST", `/api/rooms/${name}/leave`);
      self.left(name);
    },
  };
  return self;
}
