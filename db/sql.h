/* Statements against a database, without saying whose: SQLite's part is db/sqlite.c, the only file
 * that knows its C interface, with db/sqlite_search.c. Another engine is another file with these
 * functions.
 *
 * Statements are written once for all engines: parameters ?1 ?2 …, days as ISO text, ON CONFLICT,
 * RETURNING; no rowid, no INSERT OR, no comparing of texts with numbers. What cannot be said so is
 * a function here: opening, copying, integrity, search.
 *
 * A failing function sets a Swedish text that names the file and says what to do. Statuses:
 * ST_BUSY, ST_FULL, ST_READONLY, ST_CORRUPT, ST_IO; a broken constraint is ST_EXISTS (unique),
 * ST_NOT_FOUND (foreign key) or ST_INVALID (check).
 */
#ifndef DB_SQL_H
#define DB_SQL_H

#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

struct sql;  /* a connection, for one thread */
struct stmt; /* a prepared statement; owned by its connection */

/* ---- connection ---- */

/* Opens a file that exists and reads nothing of it yet. One that may only be read is opened for
 * reading. Until sql_accept nothing that another program left in its log is moved into the file, so
 * that a database that turns out not to be ours, or too new, keeps every byte. */
enum status sql_open(const char *path, struct sql **out, struct error *err);
/* As sql_open, for a file that no process can be writing: no locks, no log. */
enum status sql_open_frozen(const char *path, struct sql **out, struct error *err);
/* As sql_open, with the file locked against all others until it is closed: then the log needs no
 * memory shared with them, which a full disk has no room for. ST_BUSY at once when another has it
 * open. */
enum status sql_open_alone(const char *path, struct sql **out, struct error *err);
void sql_close(struct sql **db); /* NULL is allowed; an open transaction is undone */

bool sql_readonly(struct sql *db); /* it may not be written, or its folder, or we said not to */
void sql_accept(struct sql *db);   /* it is ours: from here on as usual */
void sql_patience(struct sql *db, int ms); /* how long one operation waits for locks */
enum { SQL_PATIENCE = 5000 };              /* ms, until told otherwise */
/* Called while an operation waits for a lock, from SQL_SILENCE ms on and then at every try;
 * `writes`: of a transaction that writes. False: it waits no longer. It may not use the connection.
 */
typedef bool sql_waits(void *ctx, bool writes);
void sql_on_wait(struct sql *db, sql_waits *waits, void *ctx); /* NULL: nothing is called */
enum { SQL_SILENCE = 150 };
/* Has another connection committed anything since this was last asked, or since it was opened? */
bool sql_changed(struct sql *db);
const char *sql_path(const struct sql *db); /* as given to sql_open */

/* Whose database the file is. sql_header looks at its first bytes alone, without locks; sql_marks
 * asks the engine, which also sees what stands in a log. */
struct sql_header {
    bool empty;  /* no bytes, or no tables */
    bool sqlite; /* it begins as a database of this engine does */
    bool cut;    /* … and ends before its first page does (sql_header only) */
    bool ours;   /* it bears the program's application number */
    int version; /* of the schema */
};
enum status sql_header(struct sql *db, struct sql_header *out, struct error *err);
enum status sql_marks(struct sql *db, struct sql_header *out, struct error *err);
/* Marks it as ours, with that schema. */
enum status sql_mark(struct sql *db, int version, struct error *err);

enum { SQL_APPLICATION = 0x59545452 }; /* "YTTR", in the file's first page */

/* Foreign keys on (they are off until then, for migrations), reading only if asked. */
enum status sql_setup(struct sql *db, bool read_only, struct error *err);

/* Write-ahead log or, where `local` is false, a rollback journal: the log's shared memory does not
 * work over a network. Best effort: another process in the file may keep it as it was. */
enum status sql_journal(struct sql *db, bool local, struct error *err);

/* A consistent copy to `path`, which must be a new empty file; flushed to disk. Copies what is
 * committed, also while others write. */
enum status sql_copy(struct sql *db, const char *path, struct error *err);

/* The engine's own checks: of the file, in the engine's words, and of foreign keys. */
typedef void sql_found(void *ctx, const char *text);
enum status sql_integrity(struct sql *db, sql_found *found, void *ctx, struct error *err);
enum status sql_foreign_keys(struct sql *db, sql_found *found, void *ctx, struct error *err);

/* Several statements without parameters. */
enum status sql_script(struct sql *db, const char *text, struct error *err);

/* ---- transactions ---- */

/* Pairs nest by count; the outermost opens and ends the transaction. sql_begin takes the right to
 * write at once, so that nothing read within can become stale; sql_begin_read promises one
 * unchanging picture. `lasting`: the commit is on the disk when sql_end returns; without it, it
 * survives the death of the process but perhaps not of the power. It counts for the outermost pair
 * only. */
enum status sql_begin(struct sql *db, bool lasting, struct error *err);
enum status sql_begin_read(struct sql *db, struct error *err);

/* Ends a pair. With `st` other than ST_OK everything since the outermost sql_begin is undone, at
 * the outermost end at the latest; but not by an inner pair of sql_begin_read, which has changed
 * nothing: that it found nothing is for its caller to judge. Returns `st` if that is an error, else
 * what became of it; an outer end with ST_OK after an inner error returns that error again. */
enum status sql_end(struct sql *db, enum status st, struct error *err);

/* ---- statements ---- */

/* The statement with that text, prepared once and kept. Errors of prepare and bind are kept in it
 * and come out of sql_step. Give it back with sql_done before asking for the same text again. */
struct stmt *sql_stmt(struct sql *db, const char *text);
void sql_bind_int(struct stmt *q, int n, int64_t v);      /* ?n, from 1 */
void sql_bind_text(struct stmt *q, int n, struct str8 v); /* not copied: `v` lives until sql_done */
/* The next row: *row is false after the last. */
enum status sql_step(struct stmt *q, bool *row, struct error *err);
/* For a statement whose rows do not matter: runs to its end and gives it back. */
enum status sql_run(struct stmt *q, struct error *err);
void sql_done(struct stmt *q); /* NULL is allowed */

/* Columns from 0. A NULL is 0 or "". */
int64_t sql_int(struct stmt *q, int col);
struct str8 sql_text(struct stmt *q, int col, struct arena *a); /* copied into `a` */
bool sql_text_eq(struct stmt *q, int col, struct str8 v);       /* without copying */

/* ---- search ---- */

/* Words as the user wrote them, as a pattern for the engine: each is quoted, so that nothing in it
 * is syntax, and matches as a word's beginning. Leaves `out` empty when there is no word. */
void sql_search_pattern(struct str8 words, struct buf *out);

/* Selects id and excerpt, best first, of what matches pattern ?1 among the texts of the index, at
 * most ?2; made to stand as a sub-select. Found words stand between U+E002 and U+E003. */
extern const char sql_search[];
extern const char sql_search_put[];   /* puts text ?2 under id ?1 */
extern const char sql_search_drop[];  /* takes away what is under id ?1 */
extern const char sql_search_text[];  /* selects the text under id ?1 */
extern const char sql_search_stray[]; /* counts texts whose id is not in sokpost */
extern const char
    sql_search_check[]; /* fails with ST_CORRUPT when the index disagrees with itself */

#endif
