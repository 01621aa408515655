#include "CSpawn.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/close_range.h>
#include <linux/filter.h>
#include <linux/nsfs.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// Glibc 2.36 knows close_range but the header of a static build may not; the number is the same everywhere.
static int close_between(unsigned first, unsigned last, unsigned flags) {
    return (int)syscall(SYS_close_range, first, last, flags);
}

static int close_from(unsigned first, unsigned flags) { return close_between(first, ~0U, flags); }

static void reset_signals(void) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < 32; number++) {
        if (number != SIGKILL && number != SIGSTOP) sigaction(number, &standard, NULL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

enum { most_descriptors = 128, first_spare = 512 };

static void become(const cspawn_request *request, int report) {
    int spare[most_descriptors];
    int moved = fcntl(report, F_DUPFD_CLOEXEC, first_spare);
    if (moved < 0) goto failed;
    report = moved;
    for (int index = 0; index < request->count; index++) {
        spare[index] = fcntl(request->from[index], F_DUPFD_CLOEXEC, first_spare);
        if (spare[index] < 0) goto failed;
    }
    if (request->detached && setsid() < 0) goto failed;
    if (request->terminal >= 0) {
        if (setsid() < 0 || ioctl(request->terminal, TIOCSCTTY, 0)) goto failed;
    }
    if (close_from(3, CLOSE_RANGE_CLOEXEC)) goto failed;
    for (int index = 0; index < request->count; index++) {
        if (dup2(spare[index], request->to[index]) < 0) goto failed;
    }
    reset_signals();
    execve(request->path, request->argv, request->envp);
failed:;
    int problem = errno;
    ssize_t ignored = write(report, &problem, sizeof problem);
    (void)ignored;
    _exit(127);
}

pid_t cspawn_start(const cspawn_request *request, int32_t *pidfd) {
    if (request->count < 0 || request->count > most_descriptors) {
        errno = EINVAL;
        return -1;
    }
    int report[2];
    if (pipe2(report, O_CLOEXEC)) return -1;
    pid_t pid = fork();
    if (pid == 0) become(request, report[1]);
    int problem = errno;
    close(report[1]);
    if (pid < 0) {
        close(report[0]);
        errno = problem;
        return -1;
    }
    int child_problem = 0;
    ssize_t got;
    do got = read(report[0], &child_problem, sizeof child_problem);
    while (got < 0 && errno == EINTR);
    close(report[0]);
    if (got == (ssize_t)sizeof child_problem) {
        waitpid(pid, NULL, 0);
        errno = child_problem;
        return -1;
    }
    *pidfd = cspawn_pidfd(pid);
    return pid;
}

// fork(2), into new namespaces; no lock that another thread may hold is taken on the way.
static pid_t fork_into(unsigned long namespaces) {
    return (pid_t)syscall(SYS_clone, namespaces | SIGCHLD, NULL, NULL, NULL, NULL);
}

static int write_text(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t written = write(file, text, strlen(text));
    close(file);
    return written < 0 ? -1 : 0;
}

// In a new user namespace: the user is there who they are outside.
static int map_user(uid_t user, gid_t group) {
    char users[64], groups[64];
    snprintf(users, sizeof users, "%u %u 1", user, user);
    snprintf(groups, sizeof groups, "%u %u 1", group, group);
    // The files of a process whose memory is closed are root's.
    int closed = prctl(PR_GET_DUMPABLE) == 0;
    if (closed) prctl(PR_SET_DUMPABLE, 1);
    int result = write_text("/proc/self/setgroups", "deny") || write_text("/proc/self/uid_map", users)
        || write_text("/proc/self/gid_map", groups) ? -1 : 0;
    int problem = errno;
    if (closed) prctl(PR_SET_DUMPABLE, 0);
    errno = problem;
    return result;
}

// `is_mapped`: the namespace of users is new too.
static void keep(const cspawn_request *request, int report, int is_mapped, uid_t user, gid_t group) {
    if (is_mapped && map_user(user, group)) goto failed;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL)) goto failed;
    // A parent that died before this was said has closed its end of the report.
    struct pollfd reader = { report, 0, 0 };
    if (poll(&reader, 1, 0)) _exit(127);
    // Bubblewrap looks processes up by the numbers that they have here.
    if (mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL)) goto failed;
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL)) goto failed;
    pid_t program = fork_into(0);
    if (program < 0) goto failed;
    if (program == 0) become(request, report);
    close_from(0, 0);
    // Out of reach of what a terminal or a caller does to the supervisor's whole group.
    setpgid(0, 0);
    prctl(PR_SET_NAME, "bulkhead-keeper");
    int status = 0;
    pid_t ended;
    do ended = waitpid(-1, &status, 0);
    while (ended != program && (ended >= 0 || errno == EINTR));
    _exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
failed:;
    int problem = errno;
    ssize_t ignored = write(report, &problem, sizeof problem);
    (void)ignored;
    _exit(127);
}

pid_t cspawn_keep(const cspawn_request *request, int32_t *pidfd) {
    int report[2];
    if (request->count < 0 || request->count > most_descriptors) {
        errno = EINVAL;
        return -1;
    }
    uid_t user = geteuid();
    gid_t group = getegid();
    if (pipe2(report, O_CLOEXEC)) return -1;
    unsigned long own = CLONE_NEWPID | CLONE_NEWNS;
    pid_t keeper = fork_into(own);
    int is_mapped = keeper < 0 && errno == EPERM;
    if (is_mapped) keeper = fork_into(own | CLONE_NEWUSER);
    if (keeper == 0) {
        close(report[0]);
        keep(request, report[1], is_mapped, user, group);
    }
    close(report[1]);
    int problem = keeper < 0 ? errno : 0;
    if (!problem && read(report[0], &problem, sizeof problem) != (ssize_t)sizeof problem) problem = 0;
    close(report[0]);
    if (problem) {
        if (keeper > 0) waitpid(keeper, NULL, 0);
        errno = problem;
        return -1;
    }
    *pidfd = cspawn_pidfd(keeper);
    return keeper;
}

int cspawn_replace(const char *path, char *const *argv, char *const *envp, int32_t keep) {
    int moved = fcntl(keep, F_DUPFD_CLOEXEC, first_spare);
    if (moved < 0 || close_from(3, CLOSE_RANGE_CLOEXEC) || dup2(moved, 3) < 0) return -1;
    execve(path, argv, envp);
    return -1;
}

int cspawn_memory_file(const void *bytes, size_t count) {
    int descriptor = memfd_create("bulkhead", MFD_CLOEXEC);
    if (descriptor < 0) return -1;
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, next, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            close(descriptor);
            return -1;
        }
        next += written;
        count -= (size_t)written;
    }
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define LEAST(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (value), (yes), (no))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))

int cspawn_filter(void) {
#if defined(__x86_64__)
    enum { native = AUDIT_ARCH_X86_64 };
#elif defined(__aarch64__)
    enum { native = AUDIT_ARCH_AARCH64 };
#else
#error "the kernel filter does not know this processor"
#endif
    // From this number on, x86-64 has the calls of another convention.
    enum { x32 = 0x40000000 };
    // The low half of an argument is enough: the kernel reads these as 32 bits.
    struct sock_filter program[] = {
        /*  0 */ LOAD(arch),
        /*  1 */ EQUAL(native, 0, 16),
        /*  2 */ LOAD(nr),
        /*  3 */ LEAST(x32, 14, 0),
        /*  4 */ EQUAL(SYS_ioctl, 10, 0),
        /*  5 */ EQUAL(SYS_socket, 4, 0),
        /*  6 */ EQUAL(SYS_add_key, 11, 0),
        /*  7 */ EQUAL(SYS_request_key, 10, 0),
        /*  8 */ EQUAL(SYS_keyctl, 9, 0),
        /*  9 */ EQUAL(SYS_io_uring_setup, 8, 9),
        /* 10 */ LOAD(args[0]),
        /* 11 */ EQUAL(AF_UNIX, 7, 0),
        /* 12 */ EQUAL(AF_INET, 6, 0),
        /* 13 */ EQUAL(AF_INET6, 5, 0),
        /* 14 */ EQUAL(AF_NETLINK, 4, 3),
        /* 15 */ LOAD(args[1]),
        /* 16 */ EQUAL(TIOCSTI, 1, 0),
        /* 17 */ EQUAL(TIOCLINUX, 0, 1),
        /* 18 */ ANSWER(SECCOMP_RET_ERRNO | EPERM),
        /* 19 */ ANSWER(SECCOMP_RET_ALLOW),
    };
    return cspawn_memory_file(program, sizeof program);
}

static int send_descriptors(int socket, const int *descriptors, int count, int problem) {
    char control[CMSG_SPACE(sizeof(int) * most_descriptors)];
    memset(control, 0, sizeof control);
    struct iovec payload = { &problem, sizeof problem };
    struct msghdr message = { .msg_iov = &payload, .msg_iovlen = 1 };
    if (count > 0) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * (size_t)count);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * (size_t)count);
        memcpy(CMSG_DATA(header), descriptors, sizeof(int) * (size_t)count);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

static int receive_descriptors(int socket, int32_t *descriptors, int count) {
    char control[CMSG_SPACE(sizeof(int) * most_descriptors)];
    int problem = 0;
    struct iovec payload = { &problem, sizeof problem };
    struct msghdr message = {
        .msg_iov = &payload, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
    };
    ssize_t got;
    do got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof problem) {
        if (got >= 0) errno = EPIPE;
        return -1;
    }
    if (problem) {
        errno = problem;
        return -1;
    }
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_len != CMSG_LEN(sizeof(int) * (size_t)count)) {
        errno = EPROTO;
        return -1;
    }
    memcpy(descriptors, CMSG_DATA(header), sizeof(int) * (size_t)count);
    return 0;
}

static int listen_at(uint16_t port) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0) return -1;
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // The namespace's loopback comes up a moment after the namespace exists.
    for (int attempt = 0; bind(listener, (struct sockaddr *)&address, sizeof address); attempt++) {
        if (errno != EADDRNOTAVAIL || attempt > 2000) return -1;
        usleep(500);
    }
    return listen(listener, 1024) ? -1 : listener;
}

static int enter_and_listen(pid_t pid, const uint16_t *ports, int32_t count, int *listeners) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/ns/net", (int)pid);
    int network = open(path, O_RDONLY | O_CLOEXEC);
    if (network < 0) return -1;
    int owner = ioctl(network, NS_GET_USERNS);
    if (owner < 0) return -1;
    // Joining the user namespace one is in already is EINVAL, and needs nothing.
    if (setns(owner, CLONE_NEWUSER) && errno != EINVAL) return -1;
    if (setns(network, CLONE_NEWNET)) return -1;
    for (int index = 0; index < count; index++) {
        listeners[index] = listen_at(ports[index]);
        if (listeners[index] < 0) return -1;
    }
    return 0;
}

int cspawn_listen_inside(pid_t pid, const uint16_t *ports, int32_t count, int32_t *descriptors) {
    if (count < 1 || count > most_descriptors) {
        errno = EINVAL;
        return -1;
    }
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends)) return -1;
    pid_t own = getpid();
    pid_t reader = fork();
    if (reader == 0) {
        // It must not outlive its parent: what it shares with it, lock and lifeline, would stay open.
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) || getppid() != own) _exit(1);
        close_between(0, (unsigned)ends[1] - 1, 0);
        close_from((unsigned)ends[1] + 1, 0);
        int listeners[most_descriptors];
        int problem = enter_and_listen(pid, ports, count, listeners) ? (errno ? errno : EIO) : 0;
        _exit(send_descriptors(ends[1], listeners, problem ? 0 : count, problem) ? 1 : 0);
    }
    int problem = errno;
    close(ends[1]);
    int result = -1;
    if (reader > 0) {
        result = receive_descriptors(ends[0], descriptors, count);
        problem = errno;
        while (waitpid(reader, NULL, 0) < 0 && errno == EINTR) {}
    }
    close(ends[0]);
    errno = problem;
    return result;
}

int cspawn_pty(uint16_t rows, uint16_t columns, int32_t *master, int32_t *slave) {
    int leader = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (leader < 0) return -1;
    char name[64];
    if (grantpt(leader) || unlockpt(leader) || ptsname_r(leader, name, sizeof name)) return -1;
    int follower = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (follower < 0) return -1;
    struct winsize size = { .ws_row = rows, .ws_col = columns };
    ioctl(leader, TIOCSWINSZ, &size);
    *master = leader;
    *slave = follower;
    return 0;
}

int cspawn_size(int32_t terminal, uint16_t *rows, uint16_t *columns) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size)) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

int cspawn_copy_size(int32_t from, int32_t to) {
    struct winsize size;
    if (ioctl(from, TIOCGWINSZ, &size)) return -1;
    return ioctl(to, TIOCSWINSZ, &size);
}

static struct termios cooked;
static int cooked_terminal = -1;

int cspawn_raw(int32_t terminal) {
    if (tcgetattr(terminal, &cooked)) return -1;
    struct termios raw = cooked;
    cfmakeraw(&raw);
    if (tcsetattr(terminal, TCSADRAIN, &raw)) return -1;
    cooked_terminal = terminal;
    return 0;
}

void cspawn_cooked(void) {
    // Without waiting for what is still to be shown: the terminal may be stopped.
    if (cooked_terminal >= 0) tcsetattr(cooked_terminal, TCSANOW, &cooked);
    cooked_terminal = -1;
}

static int taken(int result) {
    if (result == 0) return 1;
    return errno == EWOULDBLOCK || errno == EACCES ? 0 : -1;
}

int cspawn_lock_shared(int32_t descriptor) { return taken(flock(descriptor, LOCK_SH | LOCK_NB)); }

int cspawn_lock_exclusive(int32_t descriptor, int wait) {
    int result;
    do result = flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
    while (result && errno == EINTR);
    return taken(result);
}

int cspawn_unlock(int32_t descriptor) { return flock(descriptor, LOCK_UN); }

int cspawn_lock_byte(int32_t descriptor, int64_t offset) {
    struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = offset, .l_len = 1 };
    return taken(fcntl(descriptor, F_OFD_SETLK, &byte));
}

int cspawn_byte_is_held(int32_t descriptor, int64_t offset) {
    struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = offset, .l_len = 1 };
    if (fcntl(descriptor, F_OFD_GETLK, &byte)) return -1;
    return byte.l_type != F_UNLCK;
}

int cspawn_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    const int wanted[] = { SIGTERM, SIGINT, SIGHUP, SIGWINCH, SIGUSR1 };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) sigaddset(&set, wanted[index]);
    if (sigprocmask(SIG_BLOCK, &set, NULL)) return -1;
    signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int cspawn_next_signal(int32_t descriptor) {
    struct signalfd_siginfo info;
    if (read(descriptor, &info, sizeof info) != (ssize_t)sizeof info) return 0;
    return (int)info.ssi_signo;
}

int cspawn_event(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void cspawn_event_raise(int32_t descriptor) {
    uint64_t one = 1;
    ssize_t ignored = write(descriptor, &one, sizeof one);
    (void)ignored;
}

void cspawn_event_clear(int32_t descriptor) {
    uint64_t count;
    ssize_t ignored = read(descriptor, &count, sizeof count);
    (void)ignored;
}

int cspawn_guard_memory(void) {
    // The language's runtime, where told to, prints registers and stack from handlers of these signals.
    static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT };
    struct sigaction standard = { .sa_handler = SIG_DFL };
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        struct sigaction given;
        if (!sigaction(crashes[i], NULL, &given) && given.sa_handler != SIG_IGN)
            sigaction(crashes[i], &standard, NULL);
    }
    struct rlimit none = { 0, 0 };
    if (setrlimit(RLIMIT_CORE, &none)) return -1;
    return prctl(PR_SET_DUMPABLE, 0);
}

int cspawn_pidfd(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int cspawn_pidfd_signal(int32_t pidfd, int number) {
    return (int)syscall(SYS_pidfd_send_signal, pidfd, number, NULL, 0);
}
