/* A WebSocket echo and what loads it, with frames of one fixed size.
 *
 * websocket echo PORT: answers each handshake and sends each masked frame back unmasked.
 * websocket load PORT PATH CONNECTIONS SECONDS: keeps one frame of 64 octets under way on each connection
 * and prints {"messages":…,"p50":…,"p99":…}, times in microseconds.
 *
 * The key of each handshake is the one of RFC 6455, section 1.3, so its answer needs no digest. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { PAYLOAD = 64, MASKED = 2 + 4 + PAYLOAD, PLAIN = 2 + PAYLOAD, BUFFER = 16384, EVENTS = 64, MOST_TIMES = 4000000 };

struct connection {
  int fd, open;
  long sent_at;
  int length;
  unsigned char data[BUFFER];
};

static const char ACCEPT[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

static long nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int by_size(const void *a, const void *b) {
  long x = *(const long *)a, y = *(const long *)b;
  return (x > y) - (x < y);
}

static void watch(int poll, struct connection *c) {
  int on = 1;
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (epoll_ctl(poll, EPOLL_CTL_ADD, c->fd, &event)) fail("epoll_ctl");
}

/* Adds what is there to the buffer. Returns whether the connection goes on. */
static int fill(struct connection *c) {
  long got = recv(c->fd, c->data + c->length, BUFFER - 1 - c->length, MSG_DONTWAIT);
  if (got > 0) c->length += got;
  return got > 0 || (got < 0 && errno == EAGAIN);
}

static void drop(struct connection *c, int octets) {
  c->length -= octets;
  memmove(c->data, c->data + octets, c->length);
}

/* Drops a head where it is whole. */
static int head_taken(struct connection *c) {
  c->data[c->length] = 0;
  char *end = strstr((char *)c->data, "\r\n\r\n");
  if (end) drop(c, end + 4 - (char *)c->data);
  return end != NULL;
}

static void transmit(struct connection *c, const void *data, int length) {
  if (send(c->fd, data, length, MSG_NOSIGNAL) != length) fail("send");
}

static void echo_frames(struct connection *c) {
  unsigned char out[BUFFER];
  int from = 0, to = 0;
  for (; c->length - from >= MASKED; from += MASKED, to += PLAIN) {
    out[to] = c->data[from];
    out[to + 1] = PAYLOAD;
    for (int i = 0; i < PAYLOAD; i++) out[to + 2 + i] = c->data[from + 6 + i] ^ c->data[from + 2 + i % 4];
  }
  if (to) transmit(c, out, to);
  drop(c, from);
}

static _Noreturn void echo(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int on = 1, poll = epoll_create1(0);
  struct connection server = {.fd = socket(AF_INET, SOCK_STREAM, 0)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(server.fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(server.fd, (struct sockaddr *)&address, sizeof address) || listen(server.fd, 1024)) fail("listen");
  watch(poll, &server);
  for (;;) {
    struct epoll_event ready[EVENTS];
    int events = epoll_wait(poll, ready, EVENTS, -1);
    for (int i = 0; i < events; i++) {
      struct connection *c = ready[i].data.ptr;
      if (c == &server) {
        c = calloc(1, sizeof *c);
        c->fd = accept(server.fd, NULL, NULL);
        watch(poll, c);
      } else if (!fill(c)) {
        close(c->fd);
        free(c);
      } else if (c->open) {
        echo_frames(c);
      } else if (head_taken(c)) {
        c->open = 1;
        transmit(c, ACCEPT, sizeof ACCEPT - 1);
      }
    }
  }
}

static void say(struct connection *c) {
  unsigned char frame[MASKED] = {0x82, 0x80 | PAYLOAD, 1, 2, 3, 4};
  for (int i = 6; i < MASKED; i++) frame[i] = i;
  c->sent_at = nanos();
  transmit(c, frame, MASKED);
}

static int load(int port, const char *path, int connections, long seconds) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  struct connection *all = calloc(connections, sizeof *all);
  long *times = calloc(MOST_TIMES, sizeof *times), messages = 0;
  int poll = epoll_create1(0);
  char request[2048];
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int length = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", path, port);
  for (int i = 0; i < connections; i++) {
    all[i].fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(all[i].fd, (struct sockaddr *)&address, sizeof address)) fail("connect");
    watch(poll, &all[i]);
    transmit(&all[i], request, length);
  }
  for (long end = nanos() + seconds * 1000000000L; nanos() < end;) {
    struct epoll_event ready[EVENTS];
    int events = epoll_wait(poll, ready, EVENTS, 100);
    for (int i = 0; i < events; i++) {
      struct connection *c = ready[i].data.ptr;
      if (!fill(c)) {
        fprintf(stderr, "A connection ended.\n");
        return 1;
      }
      if (!c->open) {
        if (c->length > 12 && strncmp((char *)c->data + 9, "101", 3)) {
          fprintf(stderr, "A handshake was answered with something else: %.60s\n", c->data);
          return 1;
        }
        if (head_taken(c)) {
          c->open = 1;
          say(c);
        }
      } else if (c->length >= PLAIN) {
        if (messages < MOST_TIMES) times[messages] = nanos() - c->sent_at;
        messages++;
        drop(c, PLAIN);
        say(c);
      }
    }
  }
  long timed = messages < MOST_TIMES ? messages : MOST_TIMES;
  if (timed == 0) return 1;
  qsort(times, timed, sizeof *times, by_size);
  printf("{\"messages\":%ld,\"p50\":%.1f,\"p99\":%.1f}\n", messages, times[timed / 2] / 1e3, times[timed * 99 / 100] / 1e3);
  return 0;
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[1], "echo")) echo(atoi(arguments[2]));
  if (count == 6 && !strcmp(arguments[1], "load"))
    return load(atoi(arguments[2]), arguments[3], atoi(arguments[4]), atol(arguments[5]));
  fprintf(stderr, "Usage: websocket echo PORT | websocket load PORT PATH CONNECTIONS SECONDS\n");
  return 2;
}
