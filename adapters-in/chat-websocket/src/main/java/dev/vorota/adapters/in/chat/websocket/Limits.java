package dev.vorota.adapters.in.chat.websocket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one connection may use. */
@ConfigMapping(prefix = "vorota.chat.websocket")
interface Limits {

  /** Bytes of UTF-8 that a client's frame may have. */
  @WithDefault("16384")
  int longestFrame();

  /** Frames a second that a client may send in the long run. */
  @WithDefault("20")
  int framesPerSecond();

  /** Frames that a client may send at once after a rest. */
  @WithDefault("40")
  int frameBurst();

  /** Frames of a client that may wait for storage. */
  @WithDefault("64")
  int mostWaitingFrames();

  /** Frames that may be under way to a client. */
  @WithDefault("2048")
  int mostFramesUnderWay();

  /** Bytes that may be under way to a client. */
  @WithDefault("1048576")
  int mostBytesUnderWay();

  /** How long something may be under way to a client without any of it leaving. */
  @WithDefault("20s")
  Duration longestStall();

  /** How many messages of a room a client may have missed before it gets a gap instead of them. */
  @WithDefault("1000")
  int longestReplay();

  /** How often a client is asked for a sign of life. */
  @WithDefault("25s")
  Duration pingInterval();

  /** How long a client may give no sign of life. */
  @WithDefault("60s")
  Duration longestSilence();
}
