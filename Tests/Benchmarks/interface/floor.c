// What an interface to the ledger cannot be faster than: open the same file, read its clients, paint them as
// a list with ncurses, move a selection. Nothing is decided, checked or drawn besides.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static char **names;
static int count, selected, top;

static void paint(void) {
    erase();
    attron(A_BOLD);
    mvaddstr(0, 1, "Clients");
    attroff(A_BOLD);
    mvhline(1, 0, ACS_HLINE, COLS);
    int rows = LINES - 4;
    if (selected < top) top = selected;
    if (selected >= top + rows) top = selected - rows + 1;
    for (int row = 0; row < rows && top + row < count; row++) {
        if (top + row == selected) attron(COLOR_PAIR(1) | A_BOLD);
        mvprintw(2 + row, 1, "%-*.*s", COLS - 2, COLS - 2, names[top + row]);
        attroff(COLOR_PAIR(1) | A_BOLD);
    }
    mvprintw(LINES - 1, 1, "%d of %d   j k move   q quit", selected + 1, count);
    refresh();
}

int main(int arguments, char **argument) {
    if (arguments < 2) return 2;
    setlocale(LC_CTYPE, "");
    sqlite3 *ledger;
    sqlite3_stmt *query;
    if (sqlite3_open_v2(argument[1], &ledger, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 3;
    const char *clients = "SELECT name FROM client ORDER BY name";
    if (sqlite3_prepare_v2(ledger, clients, -1, &query, NULL) != SQLITE_OK) return 3;
    int room = 0;
    while (sqlite3_step(query) == SQLITE_ROW) {
        if (count == room) names = realloc(names, (size_t)(room = room ? room * 2 : 64) * sizeof *names);
        names[count++] = strdup((const char *)sqlite3_column_text(query, 0));
    }
    sqlite3_finalize(query);
    sqlite3_close(ledger);
    if (!newterm(NULL, stdout, stdin)) return 1;
    raw();
    noecho();
    keypad(stdscr, TRUE);
    curs_set(0);
    set_escdelay(25);
    if (has_colors()) {
        start_color();
        use_default_colors();
        init_pair(1, COLOR_BLACK, COLOR_CYAN);
    }
    for (paint();; paint()) {
        int key = getch();
        if (key == 'q') break;
        if ((key == 'j' || key == KEY_DOWN) && selected + 1 < count) selected++;
        if ((key == 'k' || key == KEY_UP) && selected > 0) selected--;
    }
    endwin();
    return 0;
}
