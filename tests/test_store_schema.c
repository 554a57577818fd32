/* The schema against the registry, and against its own past. */
#include "db/schema_text.h"
#include "db/store_intern.h"
#include "tests/test_store.h"

static const char *made_by(const char *const *script, int n) {
    const char *path = test_path("a.db");
    OK(file_write(path, S8(""), 0600, &E));
    for (int i = 0; i < n; i++)
        raw(path, script[i]);
    return path;
}

/* The rows of a one-column statement, joined. */
static struct str8 rows(struct sql *db, const char *select, struct str8 arg) {
    struct buf b = {0};
    bool row;
    struct stmt *q = sql_stmt(db, select);
    sql_bind_text(q, 1, arg);
    while (sql_step(q, &row, &E) == ST_OK && row) {
        buf_str8(&b, sql_text(q, 0, &A));
        buf_byte(&b, '\n');
    }
    sql_done(q);
    struct str8 all = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

/* SQL without comments, and with one space for any white space. */
static struct str8 plain(struct str8 sql) {
    struct buf b = {0};
    for (size_t i = 0; i < sql.n; i++) {
        if (s8_starts(s8_skip(sql, i), S8("--")))
            while (i < sql.n && sql.p[i] != '\n')
                i++;
        bool space = i < sql.n && strchr(" \n\t", sql.p[i]);
        if (!space)
            buf_byte(&b, sql.p[i]);
        else if (b.n && b.p[b.n - 1] != ' ' && b.p[b.n - 1] != '(')
            buf_byte(&b, ' ');
    }
    struct str8 all = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

/* The CHECKs of a CREATE TABLE, in order of text: a column that was added later stands elsewhere.
 */
static int by_bytes(const void *x, const void *y) {
    return s8_cmp(*(const struct str8 *)x, *(const struct str8 *)y);
}

static struct str8 checks(struct str8 create) {
    struct str8 found[100];
    size_t n = 0;
    create = plain(create);
    for (ptrdiff_t at; (at = s8_find(create, S8("CHECK ("))) >= 0;) {
        size_t end = (size_t)at + 7;
        for (int open = 1; open; end++)
            open += (create.p[end] == '(') - (create.p[end] == ')');
        found[n++] = s8_sub(create, (size_t)at, end);
        create = s8_skip(create, end);
    }
    qsort(found, n, sizeof *found, by_bytes);
    struct buf b = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%.*s\n", S8F(found[i]));
    struct str8 all = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

static struct str8 table_shape(struct sql *db, struct str8 t) {
    struct str8 sql =
        rows(db, "SELECT sql FROM sqlite_schema WHERE name = ?1 AND type = 'table'", t);
    struct str8 columns = rows(db,
                               "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' ||"
                               " coalesce(dflt_value, '') || ' ' || pk || ' ' || hidden"
                               " FROM pragma_table_xinfo(?1) ORDER BY name",
                               t);
    struct str8 keys = rows(db,
                            "SELECT \"from\" || ' ' || \"table\" || ' ' || \"to\" || on_delete"
                            " FROM pragma_foreign_key_list(?1) ORDER BY 1",
                            t);
    struct str8 unique = rows(db,
                              "SELECT i.origin || i.\"unique\" || i.partial || c.name"
                              " FROM pragma_index_list(?1) i, pragma_index_info(i.name) c"
                              " ORDER BY i.origin, i.name, c.seqno",
                              t);
    bool virtual = s8_starts(sql, S8("CREATE VIRTUAL"));
    bool without = s8_find(sql, S8("WITHOUT ROWID")) >= 0;
    return arena_printf(&A, "%.*s%.*s%.*s%.*s%d%.*s", S8F(columns), S8F(keys), S8F(unique),
                        S8F(checks(sql)), without, S8F(virtual ? plain(sql) : S8("")));
}

static void same_schema(const char *x, const char *y) {
    static const char names[] = "SELECT name FROM sqlite_schema WHERE type = ?1 ORDER BY name";
    static const char text[] = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    static const char *const kinds[] = {"table", "index", "trigger", "view"};
    struct sql *a, *b;
    OK(sql_open(x, &a, &E));
    OK(sql_open(y, &b, &E));
    for (size_t k = 0; k < N(kinds); k++) {
        struct str8 all = rows(a, names, s8_from(kinds[k]));
        struct str8 name;
        cr_assert(s8_eq(all, rows(b, names, s8_from(kinds[k]))), "the %ss differ", kinds[k]);
        while (s8_line(&all, &name)) {
            struct str8 p = k ? plain(rows(a, text, name)) : table_shape(a, name);
            struct str8 q = k ? plain(rows(b, text, name)) : table_shape(b, name);
            cr_assert(s8_eq(p, q), "%s %.*s:\n%.*s\n---\n%.*s", kinds[k], S8F(name), S8F(p),
                      S8F(q));
        }
    }
    sql_close(&a);
    sql_close(&b);
}

Test(schema, is_where_the_migrations_end) {
    const char *const whole[] = {schema_sql};
    same_schema(made_by(whole, 1), made_by(schema_migrate, schema_version));
}

/* Each fixture is a database that the migrations to its version made. */
Test(schema, fixtures_are_the_older_versions) {
    const char *src = getenv("srcdir");
    for (int version = 1; version < schema_version; version++) {
        struct buf b = {0};
        const char *path =
            arena_printf(&A, "%s/tests/fixtures/db/v%d.sql", src ? src : ".", version).p;
        OK(file_read(path, &b, &E));
        const char *const fixture[] = {b.p};
        same_schema(made_by(fixture, 1), made_by(schema_migrate, version));
        buf_free(&b);
    }
}

/* The version to come is looked up, whatever has been saved before. */
Test(schema, a_save_reads_no_history) {
    const char *const whole[] = {schema_sql};
    struct sql *db;
    bool row;
    OK(sql_open(made_by(whole, 1), &db, &E));
    struct stmt *q = sql_stmt(db, arena_printf(&A, "EXPLAIN QUERY PLAN %s", post_last_version).p);
    OK(sql_step(q, &row, &E));
    struct str8 plan = sql_text(q, 3, &A);
    cr_assert(row && s8_find(plan, S8("revision_version (arende=? AND slag=? AND nyckel=?)")) > 0,
              "%.*s", S8F(plan));
    OK(sql_step(q, &row, &E));
    cr_assert(!row, "more than the index: %s", sql_text(q, 3, &A).p);
    sql_done(q);
    sql_close(&db);
}

/* ---- the registry ---- */

static const char *const own_columns[] = {
    [POST_ONE] = "nr uuid betankande skapad andrad version oppet frist",
    [POST_KEYED] = "arende nyckel version",
    [POST_LIST] = "arende nyckel ordning version",
};

Test(schema, has_the_columns_of_the_registry) {
    const char *const whole[] = {schema_sql};
    struct sql *db;
    OK(sql_open(made_by(whole, 1), &db, &E));
    for (int slag = 0; slag < POST_SLAG_N; slag++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)slag);
        struct buf want = {0};
        for (struct str8 own = s8_from(own_columns[info->form]); own.p;) {
            struct str8 name = s8_cut(&own, ' ');
            buf_printf(&want, "%.*s\n", S8F(name));
        }
        for (size_t f = 0; f < info->n_falt; f++)
            buf_printf(&want, "%s\n", info->falt[f].kolumn);
        struct str8 have =
            rows(db, "SELECT name FROM pragma_table_xinfo(?1)", s8_from(info->tabell));
        struct str8 line;
        size_t n = 0;
        for (struct str8 rest = have; s8_line(&rest, &line); n++)
            cr_assert(s8_find(buf_str8_of(&want), arena_printf(&A, "%.*s\n", S8F(line))) >= 0,
                      "%s has an unknown column %.*s", info->tabell, S8F(line));
        for (struct str8 rest = buf_str8_of(&want); s8_line(&rest, &line); n--)
            cr_assert(s8_find(have, arena_printf(&A, "%.*s\n", S8F(line))) >= 0,
                      "%s lacks the column %.*s", info->tabell, S8F(line));
        cr_assert_eq(n, 0);
        cr_assert_eq((int)slag_of_table(s8_from(info->tabell)), slag);
        buf_free(&want);
    }
    cr_assert_eq(slag_of_table(S8("sqlite_schema")), POST_SLAG_N);
    sql_close(&db);
}

/* Saves one value in one field; the status it gives. */
static enum status put(struct store *s, enum post_slag slag, size_t f, struct str8 v) {
    struct post p = post_new(&A, slag,
                             slag == POST_SVAR      ? S8("4.1:1")
                             : slag == POST_AVSNITT ? S8("4.1")
                             : slag == POST_TEXT    ? S8("ekonomi")
                                                    : S8(""));
    struct post now;
    OK(store_begin(s, &E));
    OK(post_load(s, &A, 1, slag, p.nyckel, &now, &E));
    now.value[f] = v;
    enum status st = store_post_put(s, &A, 1, &now, "prov", NULL, &E);
    store_end(s, ST_REFUSED, NULL);
    return st;
}

static void accepts(struct store *s, int slag, size_t f, const char *v) {
    enum status st = put(s, (enum post_slag)slag, f, s8_from(v));
    cr_assert_eq(st, ST_OK, "%s.%s does not take ”%s”",
                 post_slag_info((enum post_slag)slag)->tabell,
                 post_slag_info((enum post_slag)slag)->falt[f].kolumn, v);
}

static void rejects(struct store *s, int slag, size_t f, const char *v) {
    enum status st = put(s, (enum post_slag)slag, f, s8_from(v));
    cr_assert_eq(st, ST_INVALID, "%s.%s takes ”%s”", post_slag_info((enum post_slag)slag)->tabell,
                 post_slag_info((enum post_slag)slag)->falt[f].kolumn, v);
}

Test(schema, checks_take_the_words_of_the_registry) {
    struct store *s = sample_store(test_path("a.db"));
    for (int slag = 0; slag < POST_SLAG_N; slag++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)slag);
        for (size_t f = 0; f < info->n_falt; f++) {
            const struct falt *fa = &info->falt[f];
            switch (fa->typ) {
            case FALT_VAL:
                for (size_t i = 0; fa->val[i]; i++)
                    accepts(s, slag, f, fa->val[i]);
                rejects(s, slag, f, "annat ord");
                break;
            case FALT_JANEJ:
                accepts(s, slag, f, "ja");
                accepts(s, slag, f, "nej");
                rejects(s, slag, f, "kanske");
                break;
            case FALT_STALLNING:
                for (int st = STANCE_TILLSTYRKER; st < STANCE_N; st++)
                    accepts(s, slag, f, stance_code((enum stance)st));
                rejects(s, slag, f, "delar");
                break;
            case FALT_DATUM:
                accepts(s, slag, f, "2025-12-31");
                rejects(s, slag, f, "31 december 2025");
                rejects(s, slag, f, "2025-1-2");
                break;
            case FALT_AVSNITT:
                accepts(s, slag, f, "4.3, 4.4");
                rejects(s, slag, f, "fyra");
                break;
            case FALT_PUNKTER:
                accepts(s, slag, f, "4.1.1:1, 5.3:2");
                rejects(s, slag, f, "fyra");
                break;
            case FALT_TAL:
                accepts(s, slag, f, "17");
                rejects(s, slag, f, "sjutton");
                break;
            case FALT_GRUND:
                accepts(s, slag, f, "4.1.1:1 tillstyrker, 5.3:2 villkor 9f86d081");
                rejects(s, slag, f, "Ja!");
                break;
            case FALT_RAD:
            case FALT_MARKDOWN:
                accepts(s, slag, f, "Vad som helst: ’;\"--");
                break;
            }
        }
    }
    store_close(&s);
}
