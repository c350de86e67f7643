/** How many messages may be unacknowledged at a time: the server limits frames. */
const WINDOW = 4;
/** How long an open connection may leave a message unacknowledged before it is given up, in ms. */
const PATIENCE = 15_000;
/** How often the server may answer "not now" to one message. */
const DELAYS = 6;

/**
 * Sends what waits in the outbox over a connection that comes and goes. A message fails only when
 * the server refuses it; without an answer it is sent again, with the same id, on the next
 * connection.
 *
 * @param {{outbox: !Object, send: function(!Object):boolean, giveUp: function():void}} options
 *     `giveUp` drops a connection that swallows messages
 */
export function createSender({ outbox, send, giveUp }) {
  /** By id, the timer that watches for the answer. */
  const underway = new Map();
  /** By id, how often the server said "not now". */
  const delays = new Map();
  let open = false;

  function pump() {
    for (const { id, room, text } of outbox.waiting()) {
      if (!open || underway.size >= WINDOW) {
        return;
      }
      if (!underway.has(id) && send({ type: "send", id, room, text })) {
        underway.set(id, setTimeout(giveUp, PATIENCE));
      }
    }
  }

  function answered(id) {
    clearTimeout(underway.get(id));
    underway.delete(id);
  }

  return {
    pump,

    connected() {
      open = true;
      pump();
    },

    disconnected() {
      open = false;
      [...underway.keys()].forEach(answered);
    },

    acknowledged(id) {
      answered(id);
      delays.delete(id);
      pump();
    },

    /** @return {boolean} whether the refusal is final; otherwise the message is sent again later */
    refused(id, status) {
      const seen = (delays.get(id) ?? 0) + 1;
      if ((status !== 429 && status < 500) || seen > DELAYS) {
        answered(id);
        delays.delete(id);
        pump();
        return true;
      }
      delays.set(id, seen);
      clearTimeout(underway.get(id));
      const again = () => {
        underway.delete(id);
        pump();
      };
      underway.set(id, setTimeout(again, 1_000 * seen + Math.random() * 500));
      return false;
    },
  };
}
