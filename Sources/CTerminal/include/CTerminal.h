// The part of ncursesw, signals and terminals that Swift cannot say: macros, varargs, wide structs, handlers.
// One screen a process, used from one thread; terminal_wake alone may be called from any.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

enum { TERMINAL_BOLD = 1, TERMINAL_DIM = 2, TERMINAL_UNDERLINE = 4, TERMINAL_REVERSE = 8 };

// One cell, or a wide glyph and the cell it covers.
typedef struct {
    uint32_t scalars[5];             // a base and its marks, then zeros
    int32_t foreground, background;  // -1 the terminal's own, else its number; 0xRRGGBB where it takes RGB
    uint8_t attributes;              // TERMINAL_BOLD and so on
} terminal_cell;

enum {
    TERMINAL_NOTHING,      // no more for now
    TERMINAL_CHARACTER,    // code: a scalar
    TERMINAL_KEY,          // code: one of TERMINAL_UP and so on
    TERMINAL_FUNCTION,     // code: 1 for F1
    TERMINAL_MOUSE,        // code: 1, 2, 3 the buttons, 4 the wheel up, 5 down
    TERMINAL_PASTE_BEGINS,
    TERMINAL_PASTE_ENDS,
    TERMINAL_RESIZED,
    TERMINAL_OTHER,        // a key that has no meaning here
};
enum {
    TERMINAL_UP = 1, TERMINAL_DOWN, TERMINAL_LEFT, TERMINAL_RIGHT, TERMINAL_HOME, TERMINAL_END,
    TERMINAL_PAGE_UP, TERMINAL_PAGE_DOWN, TERMINAL_BACKSPACE, TERMINAL_DELETE, TERMINAL_INSERT,
    TERMINAL_BACK_TAB, TERMINAL_ENTER, TERMINAL_WORD_LEFT, TERMINAL_WORD_RIGHT,
};
typedef struct {
    int32_t kind;
    uint32_t code;
    int32_t column, row;
} terminal_event;

// Opens the screen on two descriptors of one terminal. `name` is its terminfo entry; one that is not
// installed falls back to xterm-256color. With `utf8` the locale of the process is made a UTF-8 one where
// there is any. Returns 0 or an errno: ENOTTY not a terminal, ENOENT no terminfo, EBUSY already open.
int terminal_open(int input, int output, const char *name, bool utf8, bool color, bool mouse);
// Gives the terminal back as it was. Does nothing when closed.
void terminal_close(void);
// Gives it back for a while, and takes it again with everything drawn anew.
void terminal_suspend(void);
void terminal_resume(void);

int terminal_columns(void);
int terminal_rows(void);
// Asks the kernel for the size and brings ncurses to it. True if it changed.
bool terminal_resize(void);
// 0, 8, 16, 88, 256, or 1 << 24 for a terminal whose terminfo says that it takes RGB.
int terminal_colors(void);
// Whether the locale that is set is a UTF-8 one.
bool terminal_is_utf8(void);
// The columns that ncurses will give a scalar; -1 for one that it will not print.
int terminal_width(uint32_t scalar);

// Makes every cell the same.
void terminal_fill(const terminal_cell *cell);
void terminal_put(int row, int column, const terminal_cell *cell);
// Shows what was put, with the cursor at a place or hidden (row -1).
void terminal_show(int cursor_row, int cursor_column);
// Draws everything anew at the next terminal_show.
void terminal_redraw(void);
// The next event that is there; never waits, but for the rest of an escape sequence (25 ms).
terminal_event terminal_read(void);
// Whether the other end of the terminal is gone.
bool terminal_is_gone(void);

// From here on the signals a screen has to answer arrive as bytes on the returned descriptor, 0 for
// terminal_wake, and a crash restores the terminal first. Call it after terminal_open: ncurses sets handlers
// too. A second TERM, HUP, INT or QUIT before the first was taken restores the terminal and ends the process.
int terminal_signals(void);
// Takes the next of those bytes; -1 when there is none.
int terminal_take_signal(void);
// Gives the handlers back.
void terminal_end_signals(void);
void terminal_wake(void);

// Stops the process as Ctrl-Z does elsewhere, with the terminal given back meanwhile.
void terminal_stop(void);
// Runs a program that owns the terminal until it ends, in its own foreground process group. When it is
// stopped, the caller is too. `environment` is the whole of it. Returns 0 and its wait status, or an errno
// when it did not start.
int terminal_run(char *const arguments[], char *const environment[], int *status);

// A color scheme that travels inside the executable: its slug, and its file byte for byte.
typedef struct {
    const char *slug;
    const char *text;
} terminal_theme;
// The scheme at a place in the list, from 0; NULL past its end.
const terminal_theme *terminal_shipped_theme(int index);

#endif
