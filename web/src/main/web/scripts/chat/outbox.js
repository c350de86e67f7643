/**
 * Messages that are not yet acknowledged. Each keeps the id that it got when it was written, however
 * often it is sent: the server stores an id once. Kept in the tab's storage over a reload.
 *
 * @typedef {{id: string, room: string, text: string, at: string, state: string,
 *     reason: (string|undefined)}} Entry `state`: "sending" or "failed"; `reason`: why it failed
 */

/**
 * @param {{load: function():(string|null), save: function(string):void, newId: function():string,
 *     now: function():Date}} surroundings
 */
export function createOutbox({ load, save, newId, now }) {
  /** @type {Array<Entry>} */
  let entries = JSON.parse(load() ?? "[]");

  function change(id, changes) {
    entries = entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry));
    save(JSON.stringify(entries));
  }

  return {
    /** @return {Entry} */
    add(room, text) {
      const entry = { id: newId(), room, text, at: now().toISOString(), state: "sending" };
      entries = [...entries, entry];
      save(JSON.stringify(entries));
      return entry;
    },

    /** @return {(Entry|undefined)} the entry, which has arrived or is given up */
    remove(id) {
      const entry = entries.find((other) => other.id === id);
      if (entry) {
        entries = entries.filter((other) => other.id !== id);
        save(JSON.stringify(entries));
      }
      return entry;
    },

    fail: (id, reason) => change(id, { state: "failed", reason }),
    retry: (id) => change(id, { state: "sending", reason: undefined }),
    waiting: () => entries.filter(({ state }) => state === "sending"),
    in: (room) => entries.filter((entry) => entry.room === room),
  };
}

/** 128 random bits. (`crypto.randomUUID` exists in secure contexts only.) */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
