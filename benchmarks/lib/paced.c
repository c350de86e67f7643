/* Sends GET requests at a fixed rate and tells how long their answers took.
 *
 * paced PORT PATH RATE SECONDS CONNECTIONS: prints {"sent":…,"late":…,"errors":…,"p50":…,"p99":…}, times
 * in microseconds. Each request has its instant; the time counts from that instant even where the request
 * had to wait for a connection, so that a slow answer is not hidden by the requests that it held up. The
 * first second is not counted. */
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

enum { BUFFER = 65536, EVENTS = 64 };

struct connection {
  int fd;
  long due;      /* when the request was to be sent */
  long expected; /* octets of the whole answer; 0 until its head is there */
  long received;
  char head[BUFFER];
};

static long nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

static int by_size(const void *a, const void *b) {
  long x = *(const long *)a, y = *(const long *)b;
  return (x > y) - (x < y);
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int open_connection(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

/* Reads what is there. Returns 1 once the answer is whole, 0 before, and -1 where it is not a good one. */
static int take(struct connection *c) {
  char *into = c->expected ? c->head : c->head + c->received;
  long room = c->expected ? BUFFER : BUFFER - 1 - c->received;
  long got = recv(c->fd, into, room, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return 0;
  if (got <= 0) return -1;
  c->received += got;
  if (!c->expected) {
    c->head[c->received] = 0;
    char *end = strstr(c->head, "\r\n\r\n");
    if (!end) return 0;
    char *length = strcasestr(c->head, "\r\ncontent-length:");
    if (!length || length > end || strncmp(c->head + 9, "200", 3)) return -1;
    c->expected = end + 4 - c->head + atol(length + 17);
  }
  return c->received >= c->expected;
}

int main(int count, char **arguments) {
  if (count != 6) {
    fprintf(stderr, "Usage: paced PORT PATH RATE SECONDS CONNECTIONS\n");
    return 2;
  }
  int port = atoi(arguments[1]), connections = atoi(arguments[5]), poll = epoll_create1(0);
  long rate = atol(arguments[3]), seconds = atol(arguments[4]), total = rate * seconds;
  char request[2048];
  int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", arguments[2], port);
  struct connection *all = calloc(connections, sizeof *all), **idle = calloc(connections, sizeof *idle);
  long *times = calloc(total, sizeof *times), timed = 0, sent = 0, late = 0, errors = 0, busy = 0;
  for (int i = 0; i < connections; i++) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &all[i]};
    all[i].fd = open_connection(port);
    if (epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &event)) fail("epoll_ctl");
    idle[i] = &all[i];
  }
  long start = nanos() + 10000000, gap = 1000000000L / rate, free_ones = connections;
  while (sent < total || busy > 0) {
    long now = nanos(), due = start + sent * gap;
    if (now > start + (seconds + 5) * 1000000000L) break;
    while (sent < total && due <= now && free_ones > 0) {
      struct connection *c = idle[--free_ones];
      c->due = due;
      c->expected = c->received = 0;
      if (now - due > gap) late++;
      if (send(c->fd, request, length, MSG_NOSIGNAL) != length) fail("send");
      busy++;
      due = start + ++sent * gap;
    }
    long wait = sent < total && free_ones > 0 ? due - nanos() : 1000000;
    struct timespec pause = {0, wait > 0 ? wait : 0};
    struct epoll_event ready[EVENTS];
    int events = epoll_pwait2(poll, ready, EVENTS, &pause, NULL);
    for (int i = 0; i < events; i++) {
      struct connection *c = ready[i].data.ptr;
      int whole = take(c);
      if (whole < 0) {
        errors++;
        fprintf(stderr, "An answer was not 200 with a length, or the connection ended.\n");
        return 1;
      }
      if (whole) {
        if (c->due >= start + 1000000000L) times[timed++] = nanos() - c->due;
        idle[free_ones++] = c;
        busy--;
      }
    }
  }
  qsort(times, timed, sizeof *times, by_size);
  if (timed == 0) return 1;
  printf("{\"sent\":%ld,\"late\":%ld,\"errors\":%ld,\"p50\":%.1f,\"p99\":%.1f}\n", sent, late, errors + busy,
         times[timed / 2] / 1e3, times[timed * 99 / 100] / 1e3);
  return 0;
}
