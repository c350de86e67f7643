import { SessionEnded } from "../session/tokens.js";
import { createBackoff } from "./backoff.js";

const PROTOCOL = "vorota.chat.v1";
/** A ping after so much silence, and the connection is dead after so much more, in ms. */
const SILENCE = 20_000;
const LAST_WORD = 10_000;
const TOKEN_EXPIRED = 4401;

/**
 * A WebSocket that comes back by itself. It counts as open from the server's `hello` on.
 *
 * @param {{url: string, token: function():Promise<string>,
 *     replaceToken: function(string):Promise<string>, checkSession: function():Promise<?>,
 *     onFrame: function(!Object):void, onState: function(string):void, onEnd: function():void}}
 *     options `onState` hears "connecting", "open" and "waiting"; `onEnd` that nobody is logged in
 */
export function createConnection(options) {
  const { url, token, replaceToken, checkSession, onFrame, onState, onEnd } = options;
  const backoff = createBackoff();
  /** @type {(WebSocket|null)} */
  let socket = null;
  let timer = 0;
  let watch = 0;
  let offline = false;
  let closed = false;

  async function connect() {
    clearTimeout(timer);
    if (closed || socket) {
      return;
    }
    onState("connecting");
    const pending = (socket = /** @type {?} */ ({ close() {}, send() {} }));
    try {
      const bearer = await token();
      if (socket === pending) {
        listen(new WebSocket(url, [PROTOCOL, `bearer.${bearer}`]), bearer);
      }
    } catch (error) {
      if (socket === pending) {
        lost(error);
      }
    }
  }

  function listen(own, bearer) {
    socket = own;
    let greeted = false;
    own.onmessage = ({ data }) => {
      if (own !== socket) {
        return;
      }
      listenForLife();
      const frame = JSON.parse(data);
      if (frame.type === "hello") {
        greeted = true;
        backoff.reset();
        onFrame(frame);
        onState("open");
      } else {
        onFrame(frame);
      }
    };
    own.onclose = async ({ code }) => {
      if (own !== socket) {
        return;
      }
      clearTimeout(watch);
      onState("waiting");
      const outcome = await afterwards(code, greeted, bearer).catch((error) => ({ error }));
      if (own === socket) {
        lost(outcome.error, outcome.wait);
      }
    };
    listenForLife();
  }

  /** What has to be found out before the next attempt. */
  async function afterwards(code, greeted, bearer) {
    if (code === TOKEN_EXPIRED) {
      await replaceToken(bearer);
      return { wait: 0 };
    }
    if (!greeted) {
      // A refused handshake has no reason that a script may read: ask over HTTP.
      await checkSession();
    }
    return {};
  }

  function listenForLife() {
    clearTimeout(watch);
    watch = setTimeout(() => {
      send({ type: "ping" });
      watch = setTimeout(drop, LAST_WORD);
    }, SILENCE);
  }

  function lost(error, wait = backoff.next()) {
    clearTimeout(watch);
    clearTimeout(timer);
    socket = null;
    if (closed) {
      return;
    }
    if (error instanceof SessionEnded) {
      closed = true;
      return onEnd();
    }
    onState("waiting");
    if (!offline) {
      timer = setTimeout(connect, wait);
    }
  }

  function send(frame) {
    if (socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    socket.send(JSON.stringify(frame));
    return true;
  }

  /** Leaves a connection without waiting for the other side's goodbye, which may never come. */
  function drop() {
    const old = socket;
    lost(null);
    old?.close();
  }

  window.addEventListener("offline", () => {
    offline = true;
    drop();
  });
  window.addEventListener("online", () => {
    offline = false;
    connect();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      connect();
    }
  });

  return {
    open: connect,
    send,
    drop,
    close() {
      closed = true;
      drop();
    },
  };
}
