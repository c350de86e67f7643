import { say } from "../words.js";

/** A connection that comes back sooner than this is not worth a word, in ms. */
const UNWORTHY = 700;
const NOTICE = 8_000;

/**
 * What the page says about itself: the banner while there is no connection, passing notices, and
 * the title.
 *
 * @param {{banner: Element, notice: Element}} options
 */
export function createStatus({ banner, notice }) {
  let bannerTimer = 0;
  let noticeTimer = 0;

  return {
    /** @param {string} state of the connection: "connecting", "open" or "waiting" */
    connection(state) {
      document.documentElement.dataset.connection = state;
      if (state === "open") {
        clearTimeout(bannerTimer);
        bannerTimer = 0;
        banner.hidden = true;
      } else {
        bannerTimer ||= setTimeout(() => (banner.hidden = false), UNWORTHY);
      }
    },

    notice(text) {
      clearTimeout(noticeTimer);
      notice.textContent = text;
      notice.hidden = false;
      noticeTimer = setTimeout(() => (notice.hidden = true), NOTICE);
    },

    title(room, unread) {
      const place = room ? `${room} · Vorota` : say("chat.title");
      document.title = unread > 0 ? `(${unread}) ${place}` : place;
    },
  };
}
