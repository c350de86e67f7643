import { say } from "../words.js";
import { dayElement, fromTemplate } from "./message-view.js";
import { dayKey } from "./days.js";
import { createScroll } from "./scroll.js";

/** Messages of one author closer together than this are shown as one block, in ms. */
const BLOCK = 5 * 60_000;

/**
 * The list of a room's messages. `show` brings it in line with what is known, and touches only what
 * changed, so that neither the reader's place nor a selection is lost.
 *
 * @param {{log: Element, jump: Element, view: !Object, me: function():!Object,
 *     onTop: function():void, onRead: function():void}} options `onTop`: the reader came near the
 *     oldest message here; `onRead`: the newest message is in sight
 */
export function createLogView({ log, jump, view, me, onTop, onRead }) {
  const list = log.querySelector(".messages");
  const note = log.querySelector(".history-note");
  const scroll = createScroll({ log, list, onTop, onEnd: atEnd });
  /** By key, the elements that stand in the list. */
  let shown = new Map();
  let newest = 0;
  let unseen = 0;

  jump.addEventListener("click", () => {
    scroll.toEnd();
    log.focus({ preventScroll: true });
  });

  function atEnd() {
    unseen = 0;
    jump.hidden = true;
    onRead();
  }

  /** What is to be seen, in order: days, the mark before what is new, and messages. */
  function* rows(items, readUpTo) {
    let previous = null;
    let marked = readUpTo === null;
    for (const item of items) {
      const key = `${item.from.username}/${item.id}`;
      const at = new Date(item.at);
      const day = dayKey(at);
      const newDay = !previous || dayKey(new Date(previous.at)) !== day;
      if (newDay) {
        yield { key: `day before ${key}`, create: () => dayElement(at) };
      }
      const mine = item.from.username === me().username;
      const unread = !marked && !(item.seq <= readUpTo);
      marked ||= unread;
      if (unread && !mine) {
        yield { key: "new", create: () => fromTemplate("new-template") };
      }
      const follows =
        !newDay &&
        !unread &&
        previous.from.username === item.from.username &&
        at - new Date(previous.at) < BLOCK;
      yield {
        key,
        create: () => view.create(item),
        update: (element) => view.update(element, item, { mine, follows }),
      };
      previous = item;
    }
  }

  function place(items, readUpTo) {
    const kept = new Map();
    let cursor = list.firstElementChild;
    for (const { key, create, update } of rows(items, readUpTo)) {
      const element = shown.get(key) ?? create();
      update?.(element);
      kept.set(key, element);
      if (element === cursor) {
        cursor = cursor.nextElementSibling;
      } else {
        list.insertBefore(element, cursor);
      }
    }
    for (const [key, element] of shown) {
      if (kept.get(key) !== element) {
        element.remove();
      }
    }
    shown = kept;
  }

  function explain({ loading, loaded, failed, timeline }) {
    log.setAttribute("aria-busy", String(loading));
    const empty = loaded && timeline.messages().length === 0;
    const key =
      (loading && "history.loading") ||
      (failed && "history.failed") ||
      (empty && "history.empty") ||
      (!timeline.hasMore() && "history.start");
    note.textContent = key ? say(key) : "";
  }

  return {
    /** Begins another room. */
    reset() {
      list.replaceChildren();
      shown = new Map();
      newest = 0;
      unseen = 0;
      jump.hidden = true;
      scroll.follow();
    },

    /**
     * @param {{loading: boolean, loaded: boolean, failed: boolean, timeline: !Object}} conversation
     * @param {Array<!Object>} waiting the room's part of the outbox
     * @param {(number|null)} readUpTo where the mark before new messages belongs, if anywhere
     */
    show(conversation, waiting, readUpTo) {
      const messages = conversation.loaded ? conversation.timeline.messages() : [];
      const items = [...messages, ...waiting.map((entry) => ({ ...entry, from: me() }))];
      const arrived = messages.filter(({ seq }) => newest > 0 && seq > newest).length;
      newest = messages[messages.length - 1]?.seq ?? 0;
      const following = scroll.keep(() => {
        place(items, readUpTo);
        explain(conversation);
      });
      if (following) {
        return atEnd();
      }
      unseen += arrived;
      jump.hidden = false;
      jump.querySelector("span").textContent =
        unseen > 0 ? say("jump.new", { count: unseen }) : say("jump.end");
    },

    follow: scroll.follow,
    isFollowing: scroll.isFollowing,
  };
}
