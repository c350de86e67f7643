package dev.vorota.wire.time;

/** The timers of one slot. */
final class Ring extends Link {

  /** Moves the timers that are due by a tick to another ring; those of later rounds stay. */
  void moveDue(long tick, Ring target) {
    for (Link link = next(); link instanceof Timer timer; ) {
      link = link.next();
      if (timer.dueTick <= tick) {
        timer.unlink();
        timer.linkBefore(target);
      }
    }
  }

  /** Lets every timer expire, unless one that expires before calls it off. */
  void expireAll() {
    while (next() instanceof Timer timer) {
      timer.cancel();
      timer.expired();
    }
  }
}
