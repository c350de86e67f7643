/**
 * Web storage that may be forbidden (private windows, blocked cookies): then nothing is remembered,
 * and the pages work all the same.
 */

/**
 * @param {function():Storage} storage
 * @return {{get: function(string):(string|null), set: function(string, (string|null)):void,
 *     clear: function():void}}
 */
function tolerant(storage) {
  const forgotten = new Map();
  return {
    get(key) {
      try {
        return storage().getItem(key);
      } catch {
        return forgotten.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        if (value === null) {
          storage().removeItem(key);
        } else {
          storage().setItem(key, value);
        }
      } catch {
        forgotten.set(key, value);
      }
    },
    clear() {
      forgotten.clear();
      try {
        storage().clear();
      } catch {
        // Nothing was kept there.
      }
    },
  };
}

/** What all tabs share, for as long as the browser keeps it. */
export const local = tolerant(() => window.localStorage);

/** What one tab keeps over a reload. */
export const tab = tolerant(() => window.sessionStorage);
