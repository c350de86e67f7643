/**
 * Listeners by the name of what happened.
 *
 * @return {{on: function(string, function(?)):void, emit: function(string, ?=):void}}
 */
export function createSignals() {
  const listeners = new Map();
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    emit(name, value) {
      for (const listener of listeners.get(name) ?? []) {
        listener(value);
      }
    },
  };
}
