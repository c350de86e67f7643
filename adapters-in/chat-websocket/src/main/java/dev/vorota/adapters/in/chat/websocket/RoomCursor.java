package dev.vorota.adapters.in.chat.websocket;

/**
 * How far a client has been told what a room says. Numbers have no gaps, so the next message is the
 * one numbered one higher, wherever it comes from: that makes the order strict and lets nothing
 * double.
 */
final class RoomCursor {

  private long told;
  private long known;

  /**
   * @param told the number of the last message that the client has
   */
  RoomCursor(long told) {
    this.told = told;
    this.known = told;
  }

  long told() {
    return told;
  }

  /**
   * Takes note of a message; answers whether it is the next to tell, and counts it as told then.
   */
  boolean isNext(long seq) {
    reached(seq);
    if (seq != told + 1) {
      return false;
    }
    told = seq;
    return true;
  }

  /** Takes note that the room has come to a number. */
  void reached(long seq) {
    known = Math.max(known, seq);
  }

  /** How many messages the client has yet to be told. */
  long behind() {
    return known - told;
  }

  /** Begins again at another number, lower or higher. */
  void moveTo(long seq) {
    told = seq;
    known = Math.max(known, seq);
  }

  /** Passes over what the client has not been told; answers the number that comes next. */
  long skip() {
    told = known;
    return told + 1;
  }

  /** Takes it that the room goes no further than what was told. */
  void level() {
    known = told;
  }
}
