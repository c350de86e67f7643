package dev.vorota.wire.time;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens unless it is called off in time. May be set again and again. Confined to
 * the event loop of its wheel.
 */
public abstract class Timer extends Link {

  private @Nullable TimerWheel wheel;
  long dueTick;

  /** Whether it is set, and neither called off nor expired. */
  public final boolean isSet() {
    return wheel != null;
  }

  /** Calls it off. Nothing happens where it is not set. */
  public final void cancel() {
    TimerWheel current = wheel;
    if (current != null) {
      wheel = null;
      unlink();
      current.left();
    }
  }

  /** The time has come. */
  protected abstract void expired();

  final void joins(TimerWheel its, Ring ring) {
    wheel = its;
    linkBefore(ring);
  }
}
