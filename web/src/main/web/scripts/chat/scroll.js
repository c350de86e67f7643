/** So near to the end counts as at the end; so near to the top older messages are fetched, in px. */
const NEAR_END = 48;
const NEAR_TOP = 600;

/**
 * Where the reader is in a log that grows at both ends: at the end it follows what arrives, anywhere
 * else what the reader looks at stays where it is. The browser's own anchoring is switched off in
 * the style sheet: it loses its place when the reader is at the very top.
 *
 * @param {{log: Element, list: Element, onTop: function():void, onEnd: function():void}} options
 */
export function createScroll({ log, list, onTop, onEnd }) {
  let following = true;
  let settled = log.scrollTop;

  const toEnd = () => {
    following = true;
    settle(log.scrollHeight);
    onEnd();
  };

  /** Scrolls, and remembers where to: that event is not the reader's. */
  function settle(top) {
    log.scrollTop = top;
    settled = log.scrollTop;
  }

  log.addEventListener("scroll", () => {
    if (log.scrollTop !== settled) {
      settled = log.scrollTop;
      const wasFollowing = following;
      following = log.scrollHeight - log.clientHeight - log.scrollTop < NEAR_END;
      if (following && !wasFollowing) {
        onEnd();
      }
    }
    if (log.scrollTop < NEAR_TOP) {
      onTop();
    }
  });

  // The window, the keyboard of a phone or the message field took room away or gave it back.
  new ResizeObserver(() => {
    if (following) {
      settle(log.scrollHeight);
    }
  }).observe(log);

  function firstInSight() {
    const edge = log.getBoundingClientRect().top;
    // Only messages: the lines between them come and go with what stands around them.
    for (const element of list.querySelectorAll("article")) {
      const box = element.getBoundingClientRect();
      if (box.bottom > edge) {
        return { element, offset: box.top };
      }
    }
    return null;
  }

  return {
    toEnd,
    isFollowing: () => following,

    follow() {
      following = true;
    },

    /**
     * Runs a change of the list and puts the reader back to the same place.
     *
     * @return {boolean} whether that place is the end
     */
    keep(change) {
      const anchor = following ? null : firstInSight();
      change();
      if (following) {
        settle(log.scrollHeight);
      } else if (anchor?.element.isConnected) {
        settle(log.scrollTop + anchor.element.getBoundingClientRect().top - anchor.offset);
      }
      if (log.scrollHeight <= log.clientHeight) {
        onTop();
      }
      return following;
    },
  };
}
