/* SQLite behind db/sql.h. */
#include "db/sql.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct stmt {
    struct stmt *next;
    struct sql *db;
    struct str8 text;
    uint32_t hash;
    sqlite3_stmt *h; /* NULL when prepare failed */
    int bind_rc;     /* the first bind that failed, or SQLITE_OK */
    bool in_use;
};

struct sql {
    sqlite3 *h;
    struct arena a; /* path, uri, statements */
    const char *path;
    const char *uri; /* what sqlite3_open_v2 was given, for a second connection */
    int flags;
    struct stmt *stmts;
    struct error prepare_err; /* of the last prepare that failed */
    bool reading;             /* asked for by sql_setup */
    int depth;                /* open pairs of sql_begin and sql_end */
    uint64_t writing;         /* a bit for each of them, innermost lowest: may it write? */
    struct error failed;      /* the inner error that dooms the transaction, or ST_OK */
    enum { SYNC_UNKNOWN, SYNC_LASTING, SYNC_PROCESS } sync;
    int64_t data_version; /* when last asked; 0: never */
    int patience;
    int64_t deadline; /* ms, monotonic: when to stop waiting for a lock */
    int64_t began;    /* … and when the operation began */
    bool to_write;    /* what waits is a transaction that writes */
    sql_waits *waits;
    void *waits_ctx;
};

/* ---- errors ---- */

static bool disk_full(int sys) {
    return sys == ENOSPC || sys == EDQUOT || sys == EFBIG;
}

static bool forbidden(int sys) {
    return sys == EACCES || sys == EPERM || sys == EROFS;
}

static enum status fail_constraint(struct sql *db, int rc, struct error *err) {
    const char *what = sqlite3_errmsg(db->h);
    switch (rc) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
        return error_set(err, ST_EXISTS, "det finns redan i databasen %s (%s)", db->path, what);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return error_set(err, ST_NOT_FOUND, "det som posten hör till finns inte i databasen %s",
                         db->path);
    default:
        return error_set(err, ST_INVALID, "databasen %s tar inte emot värdet (%s)", db->path, what);
    }
}

static enum status fail_io(struct sql *db, int rc, int sys, struct error *err) {
    if (disk_full(sys))
        rc = SQLITE_FULL;
    else if (forbidden(sys) || (rc & 0xFF) == SQLITE_READONLY)
        rc = SQLITE_READONLY;
    switch (rc) {
    case SQLITE_FULL:
        return error_set(err, ST_FULL,
                         "databasen %s får inte plats: disken är full. Inget har ändrats. Frigör "
                         "utrymme och försök igen.",
                         db->path);
    case SQLITE_READONLY:
        return error_set(err, ST_READONLY,
                         "databasen %s kan inte skrivas: du saknar skrivrätt till filen eller "
                         "mappen. Ändra rättigheterna eller ange en annan med --databas.",
                         db->path);
    default:
        return error_set(err, ST_IO, "databasen %s kan inte läsas eller skrivas: %s", db->path,
                         errno_text(sys ? sys : EIO));
    }
}

/* `rc` is an extended result code, `sys` the errno behind it. */
static enum status fail_as(struct sql *db, int rc, int sys, struct error *err) {
    switch (rc & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return error_set(
            err, ST_BUSY,
            "databasen %s är upptagen: ett annat program skriver i den. Försök igen om "
            "en stund. Hjälper det inte kan ett yttra ha hängt sig; avsluta det.",
            db->path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error_set(
            err, ST_CORRUPT,
            "databasen %s är skadad (SQLite-fel %d). Ta en säkerhetskopia av filen som den är, "
            "kör yttra databas kontrollera och återställ från en tidigare kopia.",
            db->path, rc);
    case SQLITE_CONSTRAINT:
        return fail_constraint(db, rc, err);
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return fail_io(db, rc, sys, err);
    default:
        return error_set(err, ST_IO, "oväntat fel i databasen %s: %s", db->path,
                         sqlite3_errmsg(db->h));
    }
}

/* What the system last said about the database (or its log), 0 if nothing. */
static int file_errno(sqlite3 *h, int which) {
    sqlite3_file *f = NULL;
    int sys = 0;
    if (sqlite3_file_control(h, "main", which, &f) == SQLITE_OK && f && f->pMethods)
        f->pMethods->xFileControl(f, SQLITE_FCNTL_LAST_ERRNO, &sys);
    return sys;
}

/* SQLite tells the errno of a statement, but not of a commit. */
static int system_errno(sqlite3 *h) {
    int sys = sqlite3_system_errno(h);
    if (sys == 0)
        sys = file_errno(h, SQLITE_FCNTL_JOURNAL_POINTER);
    return sys ? sys : file_errno(h, SQLITE_FCNTL_FILE_POINTER);
}

static enum status fail(struct sql *db, struct error *err) {
    return fail_as(db, sqlite3_extended_errcode(db->h), system_errno(db->h), err);
}

/* ---- waiting for locks ---- */

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* One operation may meet several locks; it waits for all of them together. */
static void start_waiting(struct sql *db) {
    db->began = now_ms();
    db->deadline = db->began + db->patience;
}

static int on_busy(void *ctx, int tries) {
    struct sql *db = ctx;
    int64_t now = now_ms();
    if (now >= db->deadline)
        return 0;
    if (db->waits && now - db->began >= SQL_SILENCE && !db->waits(db->waits_ctx, db->to_write))
        return 0;
    usleep(tries < 5 ? 1000U << tries : 25000U);
    return 1;
}

/* ---- connection ---- */

static int connect(const char *uri, int flags, sqlite3 **h) {
    int rc = sqlite3_open_v2(uri, h, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc != SQLITE_OK)
        return rc;
    sqlite3_db_config(*h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(*h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(*h, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_db_config(*h, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    return SQLITE_OK;
}

static enum status open_as(const char *path, const char *uri, int flags, struct sql **out,
                           struct error *err) {
    struct sql *db = mem_zalloc(sizeof *db);
    db->path = arena_str8(&db->a, s8_from(path)).p;
    db->uri = arena_str8(&db->a, s8_from(uri)).p;
    db->flags = flags;
    db->patience = SQL_PATIENCE;
    enum status st = ST_OK;
    if (connect(uri, flags, &db->h) != SQLITE_OK)
        st = fail(db, err);
    else
        sqlite3_busy_handler(db->h, on_busy, db);
    start_waiting(db);
    if (st != ST_OK)
        sql_close(&db);
    *out = db;
    return st;
}

/* Always as a URI: of a bare name SQLite takes ":memory:" and "file:…" to be something else than
 * the file of that name. */
static enum status open_file(const char *path, const char *options, int flags, struct sql **out,
                             struct error *err) {
    struct buf uri = {0};
    buf_str(&uri, *path == '/' ? "file://" : "file:./");
    for (const char *c = path; *c; c++) {
        if (strchr("%?#", *c))
            buf_printf(&uri, "%%%02X", (unsigned)*c);
        else
            buf_byte(&uri, *c);
    }
    buf_str(&uri, options);
    enum status st = open_as(path, uri.p, flags | SQLITE_OPEN_URI, out, err);
    buf_free(&uri);
    return st;
}

enum status sql_open(const char *path, struct sql **out, struct error *err) {
    return open_file(path, "", SQLITE_OPEN_READWRITE, out, err);
}

enum status sql_open_frozen(const char *path, struct sql **out, struct error *err) {
    return open_file(path, "?immutable=1", SQLITE_OPEN_READONLY, out, err);
}

/* While it holds the lock no other connection has the log's shared memory open; what lies there is
 * left by one that is gone, or could not be made. */
static void drop_shared_memory(struct sql *db) {
    struct buf shm = {0};
    buf_printf(&shm, "%s-shm", db->path);
    unlink(shm.p);
    buf_free(&shm);
}

enum status sql_open_alone(const char *path, struct sql **out, struct error *err) {
    enum status st = sql_open(path, out, err);
    if (st == ST_OK)
        st = sql_script(*out, "PRAGMA locking_mode=EXCLUSIVE; SELECT 1 FROM sqlite_schema", err);
    if (st == ST_OK)
        drop_shared_memory(*out);
    else
        sql_close(out);
    return st;
}

void sql_close(struct sql **db) {
    struct sql *d = *db;
    *db = NULL;
    if (!d)
        return;
    for (struct stmt *q = d->stmts; q; q = q->next)
        sqlite3_finalize(q->h);
    sqlite3_close(d->h);
    arena_free(&d->a);
    free(d);
}

/* Can new files be made beside the database, as its log must be? */
static bool folder_writable(const char *path) {
    const char *slash = strrchr(path, '/');
    struct buf dir = {0};
    buf_bytes(&dir, path, slash ? (size_t)(slash - path) + 1 : 0);
    buf_byte(&dir, '.');
    bool ok = eaccess(dir.p, W_OK | X_OK) == 0;
    buf_free(&dir);
    return ok;
}

bool sql_readonly(struct sql *db) {
    return db->reading || sqlite3_db_readonly(db->h, "main") == 1 || !folder_writable(db->path);
}

void sql_accept(struct sql *db) {
    sqlite3_db_config(db->h, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

void sql_patience(struct sql *db, int ms) {
    db->patience = ms;
}

void sql_on_wait(struct sql *db, sql_waits *waits, void *ctx) {
    db->waits = waits;
    db->waits_ctx = ctx;
}

bool sql_changed(struct sql *db) {
    bool row = false;
    int64_t before = db->data_version;
    int patience = db->patience;
    db->patience = 0; /* it will be asked again */
    struct stmt *q = sql_stmt(db, "PRAGMA data_version");
    if (sql_step(q, &row, NULL) == ST_OK && row)
        db->data_version = sql_int(q, 0);
    sql_done(q);
    db->patience = patience;
    return before && before != db->data_version;
}

const char *sql_path(const struct sql *db) {
    return db->path;
}

static uint32_t big_endian(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Read through SQLite's own file: closing a second descriptor would drop the process' locks. */
enum status sql_header(struct sql *db, struct sql_header *out, struct error *err) {
    enum { HEADER = 100, VERSION_AT = 60, APPLICATION_AT = 68, SMALLEST = 512 };
    unsigned char page[HEADER] = {0};
    sqlite3_file *f = NULL;
    sqlite3_int64 size = 0;
    int rc = sqlite3_file_control(db->h, "main", SQLITE_FCNTL_FILE_POINTER, &f);
    if (rc == SQLITE_OK)
        rc = f && f->pMethods ? f->pMethods->xFileSize(f, &size) : SQLITE_CANTOPEN;
    if (rc == SQLITE_OK)
        rc = f->pMethods->xRead(f, page, sizeof page, 0);
    if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
        return error_set(err, ST_IO, "databasen %s kan inte läsas: %s", db->path,
                         errno_text(errno));
    out->empty = size == 0 && page[0] == 0; /* SQLite calls a file of one byte empty */
    out->sqlite = memcmp(page, "SQLite format 3", sizeof "SQLite format 3") == 0;
    out->cut = out->sqlite && size < SMALLEST;
    out->ours = out->sqlite && big_endian(page + APPLICATION_AT) == SQL_APPLICATION;
    out->version = (int)big_endian(page + VERSION_AT);
    return ST_OK;
}

enum status sql_marks(struct sql *db, struct sql_header *out, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(db, "SELECT (SELECT application_id FROM pragma_application_id),"
                                  " (SELECT user_version FROM pragma_user_version),"
                                  " EXISTS (SELECT 1 FROM sqlite_schema)");
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK) {
        out->sqlite = true;
        out->ours = sql_int(q, 0) == SQL_APPLICATION;
        out->version = (int)sql_int(q, 1);
        out->empty = sql_int(q, 2) == 0;
    }
    sql_done(q);
    return st;
}

enum status sql_mark(struct sql *db, int version, struct error *err) {
    struct buf b = {0};
    buf_printf(&b, "PRAGMA application_id=%d; PRAGMA user_version=%d", SQL_APPLICATION, version);
    enum status st = sql_script(db, b.p, err);
    buf_free(&b);
    return st;
}

enum status sql_script(struct sql *db, const char *text, struct error *err) {
    if (db->depth == 0)
        start_waiting(db);
    return sqlite3_exec(db->h, text, NULL, NULL, NULL) == SQLITE_OK ? ST_OK : fail(db, err);
}

enum status sql_setup(struct sql *db, bool read_only, struct error *err) {
    db->reading = read_only;
    sql_changed(db); /* what it will be held against */
    return sql_script(
        db, read_only ? "PRAGMA foreign_keys=ON; PRAGMA query_only=ON" : "PRAGMA foreign_keys=ON",
        err);
}

enum status sql_journal(struct sql *db, bool local, struct error *err) {
    enum status st =
        sql_script(db, local ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=DELETE", err);
    sql_changed(db); /* that was no other's */
    return st == ST_BUSY ? ST_OK : st;
}

/* ---- transactions ---- */

static enum status set_sync(struct sql *db, bool lasting, struct error *err) {
    if (db->sync == (lasting ? SYNC_LASTING : SYNC_PROCESS))
        return ST_OK;
    enum status st =
        sql_script(db, lasting ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL", err);
    db->sync = st != ST_OK ? SYNC_UNKNOWN : lasting ? SYNC_LASTING : SYNC_PROCESS;
    return st;
}

static void enter(struct sql *db, bool writes) {
    db->depth++;
    db->writing = db->writing << 1 | writes;
}

static enum status join(struct sql *db, bool writes, struct error *err) {
    if (db->failed.status != ST_OK)
        return error_set(err, db->failed.status, "%s", db->failed.text);
    enter(db, writes);
    return ST_OK;
}

static enum status start(struct sql *db, bool writes, struct error *err) {
    db->to_write = writes;
    enum status st = sql_script(db, writes ? "BEGIN IMMEDIATE" : "BEGIN", err);
    if (st == ST_OK)
        enter(db, writes);
    else
        db->to_write = false;
    return st;
}

enum status sql_begin(struct sql *db, bool lasting, struct error *err) {
    if (db->depth > 0)
        return join(db, true, err);
    enum status st = set_sync(db, lasting, err);
    return st == ST_OK ? start(db, true, err) : st;
}

enum status sql_begin_read(struct sql *db, struct error *err) {
    return db->depth > 0 ? join(db, false, err) : start(db, false, err);
}

/* Some errors have already undone the transaction. */
static void roll_back(struct sql *db) {
    if (!sqlite3_get_autocommit(db->h))
        sqlite3_exec(db->h, "ROLLBACK", NULL, NULL, NULL);
}

enum status sql_end(struct sql *db, enum status st, struct error *err) {
    bool wrote = db->writing & 1;
    bool undone = sqlite3_get_autocommit(db->h);
    db->writing >>= 1;
    if (st != ST_OK && db->failed.status == ST_OK && (wrote || undone))
        error_set(&db->failed, st, "%s",
                  err && err->text[0] ? err->text : "en tidigare del av ändringen gick inte");
    if (--db->depth > 0)
        return st;
    if (st == ST_OK && db->failed.status != ST_OK)
        st = error_set(err, db->failed.status, "%s", db->failed.text);
    if (st == ST_OK && sqlite3_exec(db->h, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        st = fail(db, err);
    if (st != ST_OK)
        roll_back(db);
    db->failed.status = ST_OK;
    db->to_write = false;
    return st;
}

/* ---- statements ---- */

static uint32_t hash_of(struct str8 s) {
    uint32_t h = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.p[i]) * 16777619U;
    return h;
}

static struct stmt *prepare(struct sql *db, struct str8 text, uint32_t hash) {
    struct stmt *q = arena_alloc(&db->a, sizeof *q);
    *q = (struct stmt){.next = db->stmts, .db = db, .hash = hash};
    q->text = arena_str8(&db->a, text);
    db->stmts = q;
    return q;
}

struct stmt *sql_stmt(struct sql *db, const char *text) {
    if (db->depth == 0)
        start_waiting(db);
    struct str8 s = s8_from(text);
    uint32_t hash = hash_of(s);
    struct stmt *q = db->stmts;
    while (q && (q->in_use || q->hash != hash || !s8_eq(q->text, s)))
        q = q->next;
    if (!q)
        q = prepare(db, s, hash);
    if (!q->h && sqlite3_prepare_v3(db->h, q->text.p, (int)s.n + 1, SQLITE_PREPARE_PERSISTENT,
                                    &q->h, NULL) != SQLITE_OK)
        fail(db, &db->prepare_err);
    q->in_use = true;
    return q;
}

static void bound(struct stmt *q, int rc) {
    if (q->bind_rc == SQLITE_OK)
        q->bind_rc = rc;
}

void sql_bind_int(struct stmt *q, int n, int64_t v) {
    if (q->h)
        bound(q, sqlite3_bind_int64(q->h, n, v));
}

void sql_bind_text(struct stmt *q, int n, struct str8 v) {
    if (q->h)
        bound(q, sqlite3_bind_text64(q->h, n, v.p ? v.p : "", v.n, SQLITE_STATIC, SQLITE_UTF8));
}

enum status sql_step(struct stmt *q, bool *row, struct error *err) {
    *row = false;
    if (!q->h)
        return error_set(err, q->db->prepare_err.status, "%s", q->db->prepare_err.text);
    int rc = q->bind_rc != SQLITE_OK ? q->bind_rc : sqlite3_step(q->h);
    *row = rc == SQLITE_ROW;
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? ST_OK : fail(q->db, err);
}

enum status sql_run(struct stmt *q, struct error *err) {
    bool row = true;
    enum status st = ST_OK;
    while (st == ST_OK && row)
        st = sql_step(q, &row, err);
    sql_done(q);
    return st;
}

void sql_done(struct stmt *q) {
    if (!q)
        return;
    if (q->h) {
        sqlite3_reset(q->h);
        sqlite3_clear_bindings(q->h);
    }
    q->bind_rc = SQLITE_OK;
    q->in_use = false;
}

int64_t sql_int(struct stmt *q, int col) {
    return sqlite3_column_int64(q->h, col);
}

static struct str8 column(struct stmt *q, int col) {
    const char *p = (const char *)sqlite3_column_text(q->h, col);
    return (struct str8){p, p ? (size_t)sqlite3_column_bytes(q->h, col) : 0};
}

struct str8 sql_text(struct stmt *q, int col, struct arena *a) {
    return arena_str8(a, column(q, col));
}

bool sql_text_eq(struct stmt *q, int col, struct str8 v) {
    return s8_eq(column(q, col), v);
}

/* ---- the whole file ---- */

static bool is_waiting(int rc) {
    return (rc & 0xFF) == SQLITE_BUSY || (rc & 0xFF) == SQLITE_LOCKED;
}

/* All pages in one step: a copy in several would begin anew each time somebody writes. */
static enum status copy_pages(struct sql *from, struct sql *to, struct error *err) {
    sqlite3_backup *b = sqlite3_backup_init(to->h, "main", from->h, "main");
    if (!b)
        return fail(to, err);
    int rc = sqlite3_backup_step(b, -1);
    for (int tries = 0; is_waiting(rc) && on_busy(from, tries); tries++)
        rc = sqlite3_backup_step(b, -1);
    int end = sqlite3_backup_finish(b);
    if (rc == SQLITE_DONE && end == SQLITE_OK)
        return ST_OK;
    int sys = system_errno(to->h);
    rc = rc == SQLITE_DONE ? end : rc;
    bool source = is_waiting(rc) || (rc & 0xFF) == SQLITE_CORRUPT || (rc & 0xFF) == SQLITE_NOTADB;
    return fail_as(source ? from : to, rc, sys, err);
}

static enum status copy_from(struct sql *from, const char *path, struct error *err) {
    struct sql *to = NULL;
    enum status st = sql_open(path, &to, err);
    if (st == ST_OK)
        st = sql_script(to, "PRAGMA synchronous=FULL", err);
    if (st == ST_OK) {
        start_waiting(from);
        st = copy_pages(from, to, err);
    }
    sql_close(&to);
    return st;
}

/* The source is a connection of its own, so that what this one has not committed stays out; one
 * that only reads has nothing of the kind, and may be alone in the file. */
enum status sql_copy(struct sql *db, const char *path, struct error *err) {
    if (db->reading)
        return copy_from(db, path, err);
    struct sql *from = NULL;
    enum status st = open_as(db->path, db->uri, db->flags, &from, err);
    if (st == ST_OK) {
        sql_patience(from, db->patience);
        st = copy_from(from, path, err);
    }
    sql_close(&from);
    return st;
}

enum status sql_foreign_keys(struct sql *db, sql_found *found, void *ctx, struct error *err) {
    struct arena tmp = {0};
    bool row;
    enum status st;
    struct stmt *q = sql_stmt(db, "PRAGMA foreign_key_check");
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        found(ctx, arena_printf(&tmp, "en rad i tabellen %s hör till en rad i %s som inte finns",
                                sql_text(q, 0, &tmp).p, sql_text(q, 2, &tmp).p)
                       .p);
    sql_done(q);
    arena_free(&tmp);
    return st;
}

enum status sql_integrity(struct sql *db, sql_found *found, void *ctx, struct error *err) {
    struct arena tmp = {0};
    bool row;
    enum status st;
    struct stmt *q = sql_stmt(db, "PRAGMA integrity_check");
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        if (!sql_text_eq(q, 0, S8("ok")))
            found(ctx, sql_text(q, 0, &tmp).p);
    sql_done(q);
    arena_free(&tmp);
    return st;
}
