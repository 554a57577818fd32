/* What the store's files share. Nothing outside db/ includes it but the store's own tests. */
#ifndef DB_STORE_INTERN_H
#define DB_STORE_INTERN_H

#include "base/mem.h"
#include "db/sql.h"
#include "remiss/store.h"

/* Statements that are made from the registry, one per kind of post. Their parameters:
 * ALL    ?1 ärende                             rows as for ONE, in order
 * ONE    ?1 ärende ?2 nyckel                   nyckel, ordning, version, the fields
 * INSERT ?1 ärende ?2 nyckel ?3 version ?4 ordning ?5… the fields (LIST; others have no ordning)
 *        of POST_ARENDE: ?1 uuid ?2 betänkande ?3 skapad ?4 ändrad ?5 version ?6…, returns nr
 * UPDATE ?1 ärende ?2 nyckel ?3 version ?4… the fields, returns the new version
 * DELETE ?1 ärende ?2 nyckel ?3 version, returns it
 * CLEAR  ?1 ärende: all posts of the kind
 * and of LIST kinds
 * PLACE  ?1 ärende ?2 nyckel ?3 ordning
 * SHIFT  ?1 ärende ?2 first ?3 last place to be moved ?4 by how much
 * COUNT  ?1 ärende */
enum post_sql {
    SQL_ALL,
    SQL_ONE,
    SQL_INSERT,
    SQL_UPDATE,
    SQL_DELETE,
    SQL_CLEAR,
    SQL_PLACE,
    SQL_SHIFT,
    SQL_COUNT,
    POST_SQL_N
};

struct store {
    struct sql *sql;
    struct arena a; /* lives as long as the store */
    struct str8 vem;
    const char *text[POST_SLAG_N][POST_SQL_N]; /* made when first asked for */
};

const char *post_sql(struct store *s, enum post_slag slag, enum post_sql what);

/* The kind whose table has that name, or POST_SLAG_N. */
enum post_slag slag_of_table(struct str8 tabell);

/* Is `path` on a file system where several processes of one machine may share memory? */
bool file_is_local(const char *path);
bool fs_is_local(long type); /* by statfs' f_type */

/* ST_NEWER or ST_CORRUPT, with the words for it, when a database that is ours says a version that
 * this program has no schema for: only versions that pass may be upgraded. */
enum status schema_known(const char *path, const struct sql_header *h, struct error *err);
/* Brings the open, recognised database to the newest schema. */
enum status schema_create(struct sql *db, struct error *err);
enum status schema_upgrade(struct sql *db, struct arena *a, struct str8 *notice, struct error *err);

/* store_copy's work: everything committed, into a file that comes to be only when it is whole. */
enum status copy_file(struct sql *db, const char *path, struct error *err);

/* ---- one post; the caller has opened a transaction ---- */

/* The stored post into `a`; version 0 and no values when there is none. */
enum status post_load(struct store *s, struct arena *a, long nr, enum post_slag slag,
                      struct str8 nyckel, struct post *out, struct error *err);
bool post_same(const struct post *x, const struct post *y); /* the values */
/* The rows of SQL_ALL or SQL_ONE as posts. */
struct post post_row(struct stmt *q, struct arena *a, enum post_slag slag);
void post_bind(struct stmt *q, const struct post *p, int first); /* the values, from ?first */
/* A new row, without a revision; p->version, nyckel and ordning as they shall be. */
enum status post_insert(struct store *s, long nr, const struct post *p, struct error *err);
/* The version that a post made now gets: over all that one of that name has had. */
enum status post_next_version(struct store *s, long nr, const struct post *p, long *version,
                              struct error *err);
extern const char post_last_version[]; /* its statement */
/* The highest key a line of that kind has had; keys are never used again. */
enum status list_last_key(struct store *s, long nr, enum post_slag slag, long *key,
                          struct error *err);

/* Adds a revision of `r` (its id is not used) and dates the ärende by it. */
enum status revision_add(struct store *s, long nr, const struct revision *r, struct error *err);
/* As revision_add, of `p` as it now stands: now, by us. */
enum status revision_now(struct store *s, struct arena *a, long nr, const struct post *p,
                         const char *orsak, bool borttagen, struct error *err);
/* The newest revision of a post; all zeros if it has none. */
enum status revision_newest(struct store *s, struct arena *a, long nr, enum post_slag slag,
                            struct str8 nyckel, struct revision *out, struct error *err);

/* The newest revisions of all posts of an ärende, without their values; removed ones too. */
enum status revision_heads(struct store *s, struct arena *a, long nr, struct revision **out,
                           size_t *n, struct error *err);

/* ST_NOT_FOUND, with the words for it, if there is none. */
enum status arende_must_exist(struct store *s, long nr, struct error *err);
/* Its number, or 0. */
enum status arende_of_uuid(struct store *s, struct str8 uuid, long *nr, struct error *err);
enum status betankande_must_exist(struct store *s, struct str8 id, struct error *err);

/* ---- the search index; the caller has opened a transaction ---- */

/* What of a post can be searched: its lines and texts. */
struct str8 sok_text(struct arena *a, const struct post *p);
enum status sok_post(struct store *s, long nr, const struct post *p, struct error *err);
enum status sok_post_drop(struct store *s, long nr, enum post_slag slag, struct str8 nyckel,
                          struct error *err);
/* All of a betänkande; takes away what was there of it. */
enum status sok_betankande(struct store *s, const struct betankande *b, struct error *err);
/* Takes away all of an ärende. */
enum status sok_clear(struct store *s, long nr, struct error *err);

/* What of a betänkande can be searched: its own text (nyckel ""), each avsnitt and each punkt. */
struct sok_del {
    struct str8 nyckel, text;
};
struct sok_del *sok_delar(struct arena *a, const struct betankande *b, size_t *n);

#endif
