/**
 * What a room has said, as far as this client has seen it: messages in the order of their `seq`,
 * which has no gaps on the server. Messages come from history, live, and replayed after a resume, in
 * any order and more than once.
 */
export function createTimeline() {
  let messages = [];
  const seqs = new Set();
  /** What lies at or before this seq is not here, and is not missed. */
  let floor = 0;
  let more = true;

  /** @return {number} the seq up to which nothing is missing */
  function reached() {
    let seq = more && messages.length > 0 ? messages[0].seq - 1 : floor;
    for (const message of messages) {
      if (message.seq > seq + 1) {
        break;
      }
      seq = Math.max(seq, message.seq);
    }
    return seq;
  }

  return {
    /** @return {Array<!Object>} */
    messages: () => messages,

    reached,

    /** @return {boolean} whether there are older ones on the server */
    hasMore: () => more,

    /** @return {(number|undefined)} where to read older history from, exclusively */
    before: () => messages[0]?.seq ?? (floor > 0 ? floor + 1 : undefined),

    /** @return {boolean} whether any of them was new */
    insert(arrived) {
      const fresh = arrived.filter(({ seq }) => seq > floor && !seqs.has(seq));
      for (const message of fresh) {
        seqs.add(message.seq);
        messages.push(message);
      }
      if (fresh.length > 0) {
        messages.sort((a, b) => a.seq - b.seq);
      }
      return fresh.length > 0;
    },

    /** Adds a page of history, which ends where `before` began. */
    prepend(page, thereIsMore) {
      floor = 0;
      more = thereIsMore;
      return this.insert(page);
    },

    /** Forgets everything before a seq: from there on the server goes on without a gap. */
    cutBefore(seq) {
      messages = messages.filter((message) => message.seq >= seq);
      seqs.clear();
      messages.forEach((message) => seqs.add(message.seq));
      floor = seq - 1;
      more = true;
    },

    /** @return {({after: number, before: number}|null)} the first stretch that is missing */
    hole() {
      const after = reached();
      const next = messages.find(({ seq }) => seq > after);
      return next ? { after, before: next.seq } : null;
    },
  };
}
