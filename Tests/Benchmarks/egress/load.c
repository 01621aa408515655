// The load of the egress benchmark: a server that answers at once, and clients that count.
//
//   load serve ADDRESS PORT          answers every request with two bytes; /events with five events, 20 ms apart
//   load ready PROXY HOST PORT       waits until a tunnel stands; prints the monotonic clock in ns
//   load tunnels PROXY HOST PORT N   N new tunnels with one request each; prints the median in µs
//   load kept PROXY HOST PORT N MS   N kept tunnels, one request after the other on each; prints requests a second
//   load events PROXY HOST PORT      prints the greatest delay of an event in ms, through a tunnel and plain
//
// PROXY is a port of 127.0.0.1, or 0 to go straight to HOST, which then is an address.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int dial(const char *address, int port) {
    int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in place = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    inet_pton(AF_INET, address, &place.sin_addr);
    int on = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(connection, (struct sockaddr *)&place, sizeof place)) {
        close(connection);
        return -1;
    }
    return connection;
}

// Reads until `wanted` has come; 0 if it has.
static int until(int connection, const char *wanted) {
    char text[8192];
    size_t length = 0;
    while (length < sizeof text - 1) {
        ssize_t got = read(connection, text + length, sizeof text - 1 - length);
        if (got <= 0) return -1;
        length += (size_t)got;
        text[length] = 0;
        if (strstr(text, wanted)) return 0;
    }
    return -1;
}

static int say(int connection, const char *text) {
    return write(connection, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
}

static int tunnel(int proxy, const char *host, int port) {
    if (!proxy) return dial(host, port);
    int connection = dial("127.0.0.1", proxy);
    char text[512];
    snprintf(text, sizeof text, "CONNECT %s:%d HTTP/1.1\r\nHost: %s:%d\r\n\r\n", host, port, host, port);
    if (connection < 0) return -1;
    if (say(connection, text) || until(connection, "\r\n\r\n")) {
        close(connection);
        return -1;
    }
    return connection;
}

static const char request[] = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

static void *events(void *argument) {
    int connection = (int)(intptr_t)argument;
    say(connection, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    for (int index = 0; index < 5; index++) {
        char text[64];
        usleep(20000);
        snprintf(text, sizeof text, "data: %lld\n\n", (long long)now());
        say(connection, text);
    }
    close(connection);
    return NULL;
}

static void serve(const char *address, int port) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
    struct sockaddr_in place = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    inet_pton(AF_INET, address, &place.sin_addr);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&place, sizeof place) || listen(listener, 1024)) fail("listen");
    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event ready[64], event = { .events = EPOLLIN, .data.fd = listener };
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    puts("ready");
    fflush(stdout);
    for (;;) {
        int count = epoll_wait(poll, ready, 64, -1);
        for (int index = 0; index < count; index++) {
            int connection = ready[index].data.fd;
            if (connection == listener) {
                connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
                setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                event.data.fd = connection;
                epoll_ctl(poll, EPOLL_CTL_ADD, connection, &event);
                continue;
            }
            char text[4096];
            ssize_t got = read(connection, text, sizeof text - 1);
            if (got > 0) text[got] = 0;
            if (got > 0 && strstr(text, "/events")) {
                pthread_t thread;
                epoll_ctl(poll, EPOLL_CTL_DEL, connection, NULL);
                pthread_create(&thread, NULL, events, (void *)(intptr_t)connection);
                pthread_detach(thread);
            } else if (got <= 0 || say(connection, answer)) {
                close(connection);
            }
        }
    }
}

static int ascending(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return a < b ? -1 : a > b;
}

static void tunnels(int proxy, const char *host, int port, int count) {
    int64_t *taken = calloc((size_t)count, sizeof *taken);
    for (int index = 0; index < count; index++) {
        int64_t start = now();
        int connection = tunnel(proxy, host, port);
        if (connection < 0 || say(connection, request) || until(connection, "\r\n\r\nok")) fail("tunnel");
        taken[index] = now() - start;
        close(connection);
    }
    qsort(taken, (size_t)count, sizeof *taken, ascending);
    printf("%.1f\n", (double)taken[count / 2] / 1e3);
}

static void kept(int proxy, const char *host, int port, int count, int milliseconds) {
    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event ready[64], event = { .events = EPOLLIN };
    for (int index = 0; index < count; index++) {
        int connection = tunnel(proxy, host, port);
        if (connection < 0) fail("tunnel");
        event.data.fd = connection;
        epoll_ctl(poll, EPOLL_CTL_ADD, connection, &event);
        if (say(connection, request)) fail("write");
    }
    int64_t done = 0, start = now(), end = start + (int64_t)milliseconds * 1000000;
    while (now() < end) {
        int found = epoll_wait(poll, ready, 64, 1000);
        for (int index = 0; index < found; index++) {
            char text[4096];
            // The answer is so short that it comes in one piece.
            if (read(ready[index].data.fd, text, sizeof text) <= 0) fail("read");
            if (say(ready[index].data.fd, request)) fail("write");
            done++;
        }
    }
    printf("%.0f\n", (double)done * 1e9 / (double)(now() - start));
}

static double greatest_delay(int connection, const char *text) {
    if (connection < 0 || say(connection, text)) fail("events");
    char piece[4096];
    int64_t greatest = 0;
    ssize_t got;
    while ((got = read(connection, piece, sizeof piece - 1)) > 0) {
        int64_t arrived = now();
        piece[got] = 0;
        for (char *next = piece; (next = strstr(next, "data: ")); next++) {
            int64_t delay = arrived - strtoll(next + 6, NULL, 10);
            if (delay > greatest) greatest = delay;
        }
    }
    close(connection);
    if (!greatest) fail("no event came");
    return (double)greatest / 1e6;
}

int main(int count, char **words) {
    if (count == 4 && !strcmp(words[1], "serve")) serve(words[2], atoi(words[3]));
    if (count < 5) return 2;
    int proxy = atoi(words[2]), port = atoi(words[4]);
    const char *host = words[3];
    if (!strcmp(words[1], "ready")) {
        int connection = -1;
        for (int attempt = 0; attempt < 30000 && connection < 0; attempt++) {
            connection = tunnel(proxy, host, port);
            if (connection < 0) usleep(1000);
        }
        if (connection < 0) fail("ready");
        printf("%lld\n", (long long)now());
    } else if (!strcmp(words[1], "tunnels") && count == 6) {
        tunnels(proxy, host, port, atoi(words[5]));
    } else if (!strcmp(words[1], "kept") && count == 7) {
        kept(proxy, host, port, atoi(words[5]), atoi(words[6]));
    } else if (!strcmp(words[1], "events")) {
        char plain[512];
        snprintf(plain, sizeof plain, "GET http://%s/events HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", host,
                 host);
        printf("%.2f ", greatest_delay(tunnel(proxy, host, port), "GET /events HTTP/1.1\r\nHost: x\r\n\r\n"));
        printf("%.2f\n", greatest_delay(dial("127.0.0.1", proxy), plain));
    } else {
        return 2;
    }
    return 0;
}
