import { api } from "../http/api.js";

/** Pictures are fetched a few at a time, so that a long page does not meet the request limit. */
const AT_ONCE = 3;

/**
 * The people of the chat as they were last seen, and their pictures.
 *
 * @param {{emit: function(string, ?=):void}} signals hears "person" when a name or picture changed
 */
export function createPeople(signals) {
  const seen = new Map();
  /** By "username/version/size", a promise of the picture's URL. */
  const pictures = new Map();
  const queue = [];
  let underway = 0;

  function start() {
    while (underway < AT_ONCE && queue.length > 0) {
      underway++;
      queue.shift()().finally(() => {
        underway--;
        start();
      });
    }
  }

  function fetchPicture(key, username, size) {
    return new Promise((resolve) => {
      queue.push(async () => {
        const path = `/api/users/${username}/avatar?size=${size}`;
        const picture = await api("GET", path, { as: "blob" }).catch(() => null);
        if (!picture) {
          pictures.delete(key);
        }
        resolve(picture && URL.createObjectURL(picture));
      });
      start();
    });
  }

  return {
    /** @return {{username: string, display_name: string, avatar: (string|null)}} */
    get: (username) => seen.get(username) ?? { username, display_name: username, avatar: null },

    note(person) {
      const known = seen.get(person.username);
      seen.set(person.username, person);
      if (known && (known.avatar !== person.avatar || known.display_name !== person.display_name)) {
        signals.emit("person", person.username);
      }
    },

    /** @return {Promise<(string|null)>} an object URL; null where there is no picture to be had */
    picture({ username, avatar }, size) {
      if (!avatar) {
        return Promise.resolve(null);
      }
      const key = `${username}/${avatar}/${size}`;
      if (!pictures.has(key)) {
        pictures.set(key, fetchPicture(key, username, size));
      }
      return pictures.get(key);
    },
  };
}
