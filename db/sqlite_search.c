/* How SQLite's FTS5 is asked: the statements and patterns of db/sql.h's search. */
#include "db/sql.h"

#include <string.h>

const char sql_search[] = "SELECT rowid AS id, rank AS rang,"
                          " snippet(sok, 0, '\uE002', '\uE003', '…', 16) AS utdrag"
                          " FROM sok WHERE sok MATCH ?1 ORDER BY rank LIMIT ?2";
const char sql_search_put[] = "INSERT INTO sok (rowid, text) VALUES (?1, ?2)";
const char sql_search_drop[] = "DELETE FROM sok WHERE rowid = ?1";
const char sql_search_text[] = "SELECT text FROM sok WHERE rowid = ?1";
const char sql_search_stray[] =
    "SELECT count(*) FROM sok WHERE rowid NOT IN (SELECT id FROM sokpost)";
const char sql_search_check[] = "INSERT INTO sok (sok) VALUES ('integrity-check')";

void sql_search_pattern(struct str8 words, struct buf *out) {
    enum { MAX_WORDS = 50 }; /* SQLite's own limit, on the depth of a pattern, is 256 */
    for (int left = MAX_WORDS; words.n && left;) {
        size_t n = 0;
        while (n < words.n && !strchr(" \t\n", words.p[n]))
            n++;
        if (n) {
            buf_str(out, out->n ? " \"" : "\"");
            for (size_t i = 0; i < n; i++)
                buf_repeat(out, words.p[i], words.p[i] == '"' ? 2 : 1);
            buf_str(out, "\"*");
            left--;
        }
        words = s8_skip(words, n + 1);
    }
}
