#pragma once
/// The calls of Linux that Swift cannot make or say: spawning with exactly the descriptors meant, locks that
/// live as long as a sandbox, doors into its network, a terminal of our own. Every function returns -1 with
/// errno set when it fails, unless it says otherwise.
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What `cspawn_start` is asked to do.
typedef struct {
    const char *path;
    char *const *argv;
    char *const *envp;
    /// `from[i]` of this process becomes `to[i]` of the new one; every other descriptor is closed there.
    const int32_t *from;
    const int32_t *to;
    int32_t count;
    /// A terminal to make the controlling one of a new session, or -1.
    int32_t terminal;
    /// Nonzero: the new process leads a session of its own, without a terminal.
    int32_t detached;
} cspawn_request;

/// The same under a keeper: a process that dies with the calling thread, and is the first of a namespace of
/// processes that the program lives in. When it ends, by whatever cause and at whatever moment, the kernel kills
/// all that lives there, and only then does `pidfd` tell. The returned pid and `pidfd` are the keeper's; it ends
/// with the program's exit code, or 128 and the signal. Where the caller may make no namespaces, it makes them in
/// one of users.
pid_t cspawn_keep(const cspawn_request *request, int32_t *pidfd);

/// Starts a program; `pidfd` receives a descriptor that becomes readable when it ends. Returns its pid; a
/// program that cannot be executed is an error here, not an exit code later.
pid_t cspawn_start(const cspawn_request *request, int32_t *pidfd);

/// Replaces this process by a program that gets the standard descriptors and `keep` alone, as number 3.
int cspawn_replace(const char *path, char *const *argv, char *const *envp, int32_t keep);

/// An anonymous file with this content, read from its start, closed on exec.
int cspawn_memory_file(const void *bytes, size_t count);

/// The same with a kernel filter that refuses what no namespace keeps apart: pushing input into a terminal
/// (TIOCSTI, TIOCLINUX), the kernel's keyrings, sockets of other families than UNIX, IPv4, IPv6 and netlink (one
/// of a virtual machine reaches its host), io_uring, which opens sockets unseen, and calls of another processor's
/// or convention's, such as those of 32-bit programs.
int cspawn_filter(void);

/// Listens on 127.0.0.1 at `ports` inside the network namespace of `pid`, whose user namespace the caller
/// owns, and hands the listening sockets out into `descriptors`.
int cspawn_listen_inside(pid_t pid, const uint16_t *ports, int32_t count, int32_t *descriptors);

/// A new pseudo terminal of the given size.
int cspawn_pty(uint16_t rows, uint16_t columns, int32_t *master, int32_t *slave);
/// Copies the size of one terminal to another.
int cspawn_copy_size(int32_t from, int32_t to);
/// The size of a terminal.
int cspawn_size(int32_t terminal, uint16_t *rows, uint16_t *columns);
/// Puts a terminal into raw mode; `cspawn_cooked` undoes the last one. Async-signal-safe.
int cspawn_raw(int32_t terminal);
void cspawn_cooked(void);

/// `flock` on a whole file: 1 taken, 0 held by another, -1 failed.
int cspawn_lock_shared(int32_t descriptor);
int cspawn_lock_exclusive(int32_t descriptor, int wait);
int cspawn_unlock(int32_t descriptor);
/// A lock of one byte that belongs to the open file, not to the process: 1 taken, 0 held, -1 failed.
int cspawn_lock_byte(int32_t descriptor, int64_t offset);
/// 1 when another open file holds that byte, 0 when nobody does.
int cspawn_byte_is_held(int32_t descriptor, int64_t offset);

/// Blocks SIGTERM, SIGINT, SIGHUP, SIGWINCH and SIGUSR1 for the whole process, ignores SIGPIPE, and
/// returns a descriptor that delivers them.
int cspawn_signals(void);
/// The next signal number from that descriptor, or 0.
int cspawn_next_signal(int32_t descriptor);

/// An event counter for waking a `poll`.
int cspawn_event(void);
void cspawn_event_raise(int32_t descriptor);
void cspawn_event_clear(int32_t descriptor);

/// No core files; other processes of this user cannot read our memory; a crash
/// prints no registers and no stack.
int cspawn_guard_memory(void);
int cspawn_pidfd(pid_t pid);
int cspawn_pidfd_signal(int32_t pidfd, int signal);
