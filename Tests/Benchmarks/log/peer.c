// peer append FILE ROWS: adds rows of the same size through the plain library, with the same durability.
// peer verify FILE ROUNDS: walks the chain of a ledger's log with OpenSSL's SHA-256.
#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void must(int ok) {
    if (!ok) exit(3);
}

static int hex(const unsigned char *bytes, char *out) {
    for (int i = 0; i < 32; i++) {
        out[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return 64;
}

int main(int count, char **words) {
    must(count == 4);
    int number = atoi(words[3]);
    sqlite3 *db;
    sqlite3_stmt *s;
    must(sqlite3_open(words[2], &db) == SQLITE_OK);
    if (!strcmp(words[1], "append")) {
        must(!sqlite3_exec(db, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;"
            "CREATE TABLE IF NOT EXISTS log(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, key INTEGER,"
            "body TEXT NOT NULL, hash BLOB NOT NULL, mac BLOB NOT NULL) STRICT", 0, 0, 0));
        must(!sqlite3_prepare_v2(db, "INSERT INTO log(at, kind, key, body, hash, mac) VALUES (?, ?, ?, ?, ?, ?)", -1, &s, 0));
        unsigned char sum[32] = {7};
        double start = now(CLOCK_MONOTONIC);
        for (int i = 0; i < number; i++) {
            char body[128];
            snprintf(body, sizeof body, "acme/job anthropic.claude-api conditional, row %d", i);
            sqlite3_bind_text(s, 1, "2026-11-22T21:40:00Z", -1, SQLITE_STATIC);
            sqlite3_bind_text(s, 2, "verdict", -1, SQLITE_STATIC);
            sqlite3_bind_int(s, 3, i);
            sqlite3_bind_text(s, 4, body, -1, SQLITE_STATIC);
            sqlite3_bind_blob(s, 5, sum, 32, SQLITE_STATIC);
            sqlite3_bind_blob(s, 6, sum, 32, SQLITE_STATIC);
            must(sqlite3_step(s) == SQLITE_DONE);
            sqlite3_reset(s);
        }
        printf("%f\n", number / (now(CLOCK_MONOTONIC) - start));
        return 0;
    }
    double start = now(CLOCK_PROCESS_CPUTIME_ID);
    long rows = 0;
    must(!sqlite3_prepare_v2(db, "SELECT seq, at, kind, key, body, hash, mac FROM log ORDER BY seq", -1, &s, 0));
    for (int round = 0; round < number; round++) {
        unsigned char before[32] = {0}, sum[32];
        while (sqlite3_step(s) == SQLITE_ROW) {
            static char line[1 << 20];
            int n = hex(before, line);
            n += sprintf(line + n, " %lld %s %s %lld ", sqlite3_column_int64(s, 0), sqlite3_column_text(s, 1),
                sqlite3_column_text(s, 2), sqlite3_column_int64(s, 3));
            n += hex(sqlite3_column_blob(s, 6), line + n);
            line[n++] = ' ';
            int length = sqlite3_column_bytes(s, 4);
            must(length < 1 << 19);
            memcpy(line + n, sqlite3_column_text(s, 4), length);
            SHA256((unsigned char *)line, n + length, sum);
            must(!memcmp(sum, sqlite3_column_blob(s, 5), 32));
            memcpy(before, sum, 32);
            rows++;
        }
        sqlite3_reset(s);
    }
    printf("%f\n", rows / (now(CLOCK_PROCESS_CPUTIME_ID) - start));
    return 0;
}
