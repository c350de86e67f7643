package dev.vorota.wire.time;

/** A place in a ring of others; alone, it is a ring of one. */
abstract class Link {

  private Link before = this;
  private Link after = this;

  final Link next() {
    return after;
  }

  final void linkBefore(Link next) {
    before = next.before;
    after = next;
    before.after = this;
    next.before = this;
  }

  final void unlink() {
    before.after = after;
    after.before = before;
    before = this;
    after = this;
  }
}
