#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// The presses and the wheel; with releases in the mask, a press and a release read together lose the press.
#define PRESSES (BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED)

// Codes for sequences that terminfo has no key for, above those that ncurses hands out.
enum { PASTE_BEGINS = 0x3000, PASTE_ENDS, WORD_LEFT, WORD_RIGHT };

static SCREEN *screen;
static FILE *output_file, *input_file;
static int input_descriptor = -1, output_descriptor = -1;
static volatile sig_atomic_t is_open, is_shown;
static bool wants_mouse;
static int colors;
// The colors that a pair was asked for last, and that pair.
static int last_foreground, last_background, last_pair;
static struct termios before;
// What gives the terminal back, ready for a signal handler.
static char restore[256];
static volatile size_t restore_length;

static void say(const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(output_descriptor, text, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text += written;
        length -= (size_t)written;
    }
}

// Adds a capability to the restoring text, without its padding marks.
static void remember(const char *capability) {
    if (capability == NULL || capability == (char *)-1) return;
    size_t length = restore_length;
    for (const char *at = capability; *at && length < sizeof restore; at++) {
        if (at[0] == '$' && at[1] == '<') {
            const char *end = strchr(at, '>');
            if (end) {
                at = end;
                continue;
            }
        }
        restore[length++] = *at;
    }
    restore_length = length;
}

static const char *capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

static const char *paste_on, *paste_off;

static void modes(bool on) {
    const char *text = on ? paste_on : paste_off;
    if (text) say(text, strlen(text));
    if (wants_mouse) mousemask(on ? PRESSES : 0, NULL);
    is_shown = on;
}

static void choose_locale(bool utf8) {
    if (!utf8) {
        setlocale(LC_CTYPE, "C");
        return;
    }
    // Only LC_CTYPE: another LC_NUMERIC would change how numbers are written and read.
    setlocale(LC_CTYPE, "");
    if (!terminal_is_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
}

bool terminal_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Sequences that terminals send and their entries may not know.
static const struct { const char *sequence; int code; } common_keys[] = {
    {"\033[A", KEY_UP},    {"\033OA", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
    {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},  {"\033OH", KEY_HOME},  {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME},
    {"\033[F", KEY_END},   {"\033OF", KEY_END},   {"\033[4~", KEY_END},  {"\033[8~", KEY_END},
    {"\033[2~", KEY_IC},   {"\033[3~", KEY_DC},   {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},  {"\033OP", KEY_F(1)},  {"\033OQ", KEY_F(2)},  {"\033OR", KEY_F(3)},
    {"\033OS", KEY_F(4)},  {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)},
    {"\033[14~", KEY_F(4)},
};
// Sequences that get codes of ours, also where the entry has dynamic codes for them.
static const struct { const char *sequence; int code; } own_keys[] = {
    {"\033[200~", PASTE_BEGINS}, {"\033[201~", PASTE_ENDS},
    {"\033[1;5D", WORD_LEFT},  {"\033[1;3D", WORD_LEFT},  {"\033[5D", WORD_LEFT},  {"\033Od", WORD_LEFT},
    {"\033[1;5C", WORD_RIGHT}, {"\033[1;3C", WORD_RIGHT}, {"\033[5C", WORD_RIGHT}, {"\033Oc", WORD_RIGHT},
};

static void define_keys(void) {
    for (size_t i = 0; i < sizeof common_keys / sizeof *common_keys; i++) {
        const char *sequence = common_keys[i].sequence;
        if (key_defined(sequence) <= 0) define_key(sequence, common_keys[i].code);
    }
    for (size_t i = 0; i < sizeof own_keys / sizeof *own_keys; i++) {
        define_key(own_keys[i].sequence, own_keys[i].code);
    }
}

// ncurses 6.4 flushes after every movement of the cursor until the program has left its screen and come back once:
// a system call for each run of cells, a hundred and more a frame. So leave and come back, unseen by the terminal, and
// without drawing the empty screen.
static void buffer_whole_frames(int out) {
    int kept = fcntl(out, F_DUPFD_CLOEXEC, 3), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0 && dup3(nowhere, out, O_CLOEXEC) == out) {
        clearok(curscr, FALSE);
        endwin();
        doupdate();
        dup3(kept, out, O_CLOEXEC);
        clearok(curscr, TRUE);
    }
    if (kept >= 0) close(kept);
    if (nowhere >= 0) close(nowhere);
}

int terminal_open(int input, int output, const char *name, bool utf8, bool color, bool mouse) {
    if (screen) return EBUSY;
    // The second thread of an interface would get a heap of its own, which grows by a system call a page.
    mallopt(M_ARENA_MAX, 1);
    if (!isatty(input) || !isatty(output) || tcgetattr(input, &before) != 0) return ENOTTY;
    choose_locale(utf8);
    input_descriptor = input;
    output_descriptor = output;
    int in = fcntl(input, F_DUPFD_CLOEXEC, 3), out = fcntl(output, F_DUPFD_CLOEXEC, 3);
    input_file = in < 0 ? NULL : fdopen(in, "r");
    output_file = out < 0 ? NULL : fdopen(out, "w");
    if (input_file && output_file) {
        // initscr would end the process where the entry is missing.
        screen = newterm(name, output_file, input_file);
        if (!screen) screen = newterm("xterm-256color", output_file, input_file);
    }
    if (!screen) {
        if (input_file) fclose(input_file); else if (in >= 0) close(in);
        if (output_file) fclose(output_file); else if (out >= 0) close(out);
        return ENOENT;
    }
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(25);
    // All input there is has been read before anything is drawn: nothing is gained by looking for more.
    typeahead(-1);
    // alloc_pair crashes on a terminal without colors.
    colors = color && has_colors() && start_color() == OK ? COLORS : 0;
    if (colors) {
        use_default_colors();
        colors = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || capability("RGB") ? 1 << 24 : colors;
    }
    define_keys();
    buffer_whole_frames(out);

    paste_on = capability("BE");
    paste_off = capability("BD");
    if (!paste_on && name && strncmp(name, "screen", 6) == 0) {
        paste_on = "\033[?2004h";
        paste_off = "\033[?2004l";
    }
    last_foreground = last_background = -1;
    last_pair = 0;
    wants_mouse = mouse;
    restore_length = 0;
    if (mouse) remember("\033[?1006l\033[?1000l");
    remember(paste_off);
    remember(capability("sgr0"));
    remember(capability("op"));
    remember(capability("cnorm"));
    remember(capability("rmkx"));
    remember(capability("rmcup") ? capability("rmcup") : "\r\n");
    if (mouse) mouseinterval(0);
    is_open = 1;
    modes(true);
    static bool at_exit;
    if (!at_exit) at_exit = atexit(terminal_close) == 0;
    return 0;
}

void terminal_close(void) {
    if (!screen) return;
    modes(false);
    curs_set(1);
    endwin();
    is_open = 0;
    tcsetattr(input_descriptor, TCSADRAIN, &before);
    delscreen(screen);
    screen = NULL;
    fclose(input_file);
    fclose(output_file);
}

void terminal_suspend(void) {
    if (!screen || !is_shown) return;
    def_prog_mode();
    modes(false);
    curs_set(1);
    endwin();
    tcsetattr(input_descriptor, TCSADRAIN, &before);
}

void terminal_resume(void) {
    if (!screen || is_shown) return;
    reset_prog_mode();
    modes(true);
    terminal_resize();
    terminal_redraw();
}

int terminal_columns(void) { return screen ? COLS : 0; }
int terminal_rows(void) { return screen ? LINES : 0; }
int terminal_colors(void) { return colors; }
int terminal_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool terminal_resize(void) {
    struct winsize size;
    if (!screen || ioctl(output_descriptor, TIOCGWINSZ, &size) != 0) return false;
    // ncurses takes memory for every cell, and no one reads a larger terminal.
    int high = size.ws_row < 500 ? size.ws_row : 500;
    int wide = size.ws_col < 1000 ? size.ws_col : 1000;
    if (high == 0 || wide == 0 || (high == LINES && wide == COLS)) return false;
    return resizeterm(high, wide) == OK;
}

// A cell as ncurses has it.
static bool make(cchar_t *wide, const terminal_cell *cell) {
    wchar_t text[6] = {0};
    for (int i = 0; i < 5 && cell->scalars[i]; i++) text[i] = (wchar_t)cell->scalars[i];
    if (!text[0]) text[0] = L' ';
    attr_t attributes = A_NORMAL;
    if (cell->attributes & TERMINAL_BOLD) attributes |= A_BOLD;
    if (cell->attributes & TERMINAL_DIM) attributes |= A_DIM;
    if (cell->attributes & TERMINAL_UNDERLINE) attributes |= A_UNDERLINE;
    if (cell->attributes & TERMINAL_REVERSE) attributes |= A_REVERSE;
    // Cells side by side mostly look alike, and to find a pair takes longer than all the rest.
    if (cell->foreground != last_foreground || cell->background != last_background) {
        last_pair = 0;
        if (colors && (cell->foreground >= 0 || cell->background >= 0)) {
            last_pair = alloc_pair(cell->foreground, cell->background);
            if (last_pair < 0) last_pair = 0;
        }
        last_foreground = cell->foreground;
        last_background = cell->background;
    }
    // The pair goes by pointer: the short before it ends at 32,767.
    return setcchar(wide, text, attributes, 0, &last_pair) == OK;
}

void terminal_fill(const terminal_cell *cell) {
    cchar_t wide, plain;
    if (!screen || !make(&wide, cell)) return;
    wbkgrndset(stdscr, &wide);
    werase(stdscr);
    // What is put later has colors of its own.
    if (setcchar(&plain, L" ", A_NORMAL, 0, NULL) == OK) wbkgrndset(stdscr, &plain);
}

void terminal_put(int row, int column, const terminal_cell *cell) {
    cchar_t wide;
    if (screen && make(&wide, cell)) mvwadd_wch(stdscr, row, column, &wide);
}

void terminal_show(int cursor_row, int cursor_column) {
    if (!screen || !is_shown) return;
    if (cursor_row >= 0) wmove(stdscr, cursor_row, cursor_column);
    curs_set(cursor_row >= 0);
    wrefresh(stdscr);
}

void terminal_redraw(void) {
    if (screen) clearok(curscr, TRUE);
}

static terminal_event key(int code) {
    terminal_event event = {TERMINAL_KEY, 0, 0, 0};
    switch (code) {
    case KEY_UP: event.code = TERMINAL_UP; break;
    case KEY_DOWN: event.code = TERMINAL_DOWN; break;
    case KEY_LEFT: event.code = TERMINAL_LEFT; break;
    case KEY_RIGHT: event.code = TERMINAL_RIGHT; break;
    case KEY_HOME: case KEY_FIND: event.code = TERMINAL_HOME; break;
    case KEY_END: case KEY_SELECT: event.code = TERMINAL_END; break;
    case KEY_PPAGE: event.code = TERMINAL_PAGE_UP; break;
    case KEY_NPAGE: event.code = TERMINAL_PAGE_DOWN; break;
    case KEY_BACKSPACE: event.code = TERMINAL_BACKSPACE; break;
    case KEY_DC: event.code = TERMINAL_DELETE; break;
    case KEY_IC: event.code = TERMINAL_INSERT; break;
    case KEY_BTAB: event.code = TERMINAL_BACK_TAB; break;
    case KEY_ENTER: event.code = TERMINAL_ENTER; break;
    case WORD_LEFT: event.code = TERMINAL_WORD_LEFT; break;
    case WORD_RIGHT: event.code = TERMINAL_WORD_RIGHT; break;
    case PASTE_BEGINS: event.kind = TERMINAL_PASTE_BEGINS; break;
    case PASTE_ENDS: event.kind = TERMINAL_PASTE_ENDS; break;
    case KEY_RESIZE: event.kind = TERMINAL_RESIZED; break;
    default:
        if (code > KEY_F0 && code <= KEY_F(24)) {
            event.kind = TERMINAL_FUNCTION;
            event.code = (uint32_t)(code - KEY_F0);
        } else {
            event.kind = TERMINAL_OTHER;
        }
    }
    return event;
}

terminal_event terminal_read(void) {
    terminal_event event = {TERMINAL_NOTHING, 0, 0, 0};
    wint_t character;
    int result = screen ? wget_wch(stdscr, &character) : ERR;
    if (result == ERR) return event;
    if (result == OK) {
        event.kind = TERMINAL_CHARACTER;
        event.code = (uint32_t)character;
        return event;
    }
    if (character != KEY_MOUSE) return key((int)character);
    event.kind = TERMINAL_OTHER;
    MEVENT mouse;
    if (getmouse(&mouse) != OK) return event;
    static const mmask_t presses[] = {
        BUTTON1_PRESSED, BUTTON2_PRESSED, BUTTON3_PRESSED, BUTTON4_PRESSED, BUTTON5_PRESSED};
    for (int button = 0; button < 5; button++) {
        if (mouse.bstate & presses[button]) {
            event = (terminal_event){TERMINAL_MOUSE, (uint32_t)button + 1, mouse.x, mouse.y};
            break;
        }
    }
    return event;
}

bool terminal_is_gone(void) {
    struct pollfd terminal = {input_descriptor, POLLIN, 0};
    if (poll(&terminal, 1, 0) <= 0) return false;
    if (terminal.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
    int waiting = 0;
    return (terminal.revents & POLLIN) && ioctl(input_descriptor, FIONREAD, &waiting) == 0 && waiting == 0;
}

// MARK: signals

static const int answered[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { ANSWERED = sizeof answered / sizeof *answered, CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction old_answered[ANSWERED], old_crashes[CRASHES], old_pipe;
static int pipe_ends[2] = {-1, -1};
static bool handling;
static volatile sig_atomic_t waiting[NSIG];

// Only write and tcsetattr: both may be called from a signal handler.
static void give_back(void) {
    if (!is_open || !is_shown) return;
    is_shown = 0;
    say(restore, restore_length);
    tcsetattr(input_descriptor, TCSANOW, &before);
}

static void post(unsigned char byte) {
    ssize_t written = write(pipe_ends[1], &byte, 1);
    (void)written;  // A full pipe wakes its reader as well.
}

static void on_signal(int number) {
    int saved = errno;
    bool ends = number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT;
    if (ends && waiting[number]) {
        give_back();
        _exit(128 + number);
    }
    waiting[number] = 1;
    post((unsigned char)number);
    errno = saved;
}

static void on_crash(int number, siginfo_t *information, void *context) {
    (void)context;
    give_back();
    for (int i = 0; i < CRASHES; i++) {
        if (crashes[i] == number) sigaction(number, &old_crashes[i], NULL);
    }
    // A fault happens again on return; a signal that was sent does not.
    if (information->si_code <= 0) raise(number);
}

int terminal_signals(void) {
    if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    if (handling) return pipe_ends[0];
    handling = true;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    action.sa_handler = on_signal;
    for (int i = 0; i < ANSWERED; i++) sigaction(answered[i], &action, &old_answered[i]);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &old_pipe);

    // A stack of its own, so that an overflow of the first can be answered.
    static char spare[65536];
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        stack = (stack_t){.ss_sp = spare, .ss_size = sizeof spare, .ss_flags = 0};
        sigaltstack(&stack, NULL);
    }
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_sigaction = on_crash;
    action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &old_crashes[i]);
    return pipe_ends[0];
}

void terminal_end_signals(void) {
    if (!handling) return;
    handling = false;
    for (int i = 0; i < ANSWERED; i++) sigaction(answered[i], &old_answered[i], NULL);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &old_crashes[i], NULL);
    sigaction(SIGPIPE, &old_pipe, NULL);
}

int terminal_take_signal(void) {
    unsigned char byte;
    if (pipe_ends[0] < 0 || read(pipe_ends[0], &byte, 1) != 1) return -1;
    waiting[byte] = 0;
    return byte;
}

void terminal_wake(void) {
    if (pipe_ends[1] >= 0) post(0);
}

// MARK: other programs in the foreground

// Stops the whole job, as the terminal's driver would; the kernel does not where no shell could continue it.
static void stop_job(void) {
    struct sigaction standard, ours;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &standard, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

void terminal_stop(void) {
    terminal_suspend();
    stop_job();
    terminal_resume();
}

int terminal_run(char *const arguments[], char *const environment[], int *status) {
    terminal_suspend();
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&actions);
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    // 0 is a group outside this namespace of processes: the terminal could not be given back to it, so the child joins it.
    pid_t holder = tcgetpgrp(input_descriptor);
    bool controls = holder > 0;
    posix_spawnattr_setflags(
        &attributes,
        POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (holder ? POSIX_SPAWN_SETPGROUP : 0));
    if (controls) posix_spawn_file_actions_addtcsetpgrp_np(&actions, input_descriptor);
    // Taking the terminal back is done from the background.
    struct sigaction ignore, terminal_output;
    memset(&ignore, 0, sizeof ignore);
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGTTOU, &ignore, &terminal_output);

    pid_t child;
    int failure = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environment);
    while (failure == 0) {
        pid_t done = waitpid(child, status, WUNTRACED);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) {
            failure = errno;
        } else if (WIFSTOPPED(*status)) {
            if (controls) tcsetpgrp(input_descriptor, getpgrp());
            stop_job();
            if (controls) tcsetpgrp(input_descriptor, child);
            kill(holder ? -child : child, SIGCONT);
            continue;
        }
        break;
    }
    if (controls) tcsetpgrp(input_descriptor, getpgrp());
    sigaction(SIGTTOU, &terminal_output, NULL);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    terminal_resume();
    return failure;
}
