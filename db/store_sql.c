/* The statements for posts, made from the registry: one path for all kinds. */
#include "db/store_intern.h"

enum post_slag slag_of_table(struct str8 tabell) {
    int slag = 0;
    while (slag < POST_SLAG_N && !s8_eqz(tabell, post_slag_info((enum post_slag)slag)->tabell))
        slag++;
    return (enum post_slag)slag;
}

/* "rubrik, dnr, …" */
static void columns(struct buf *b, const struct post_slag_info *info) {
    for (size_t i = 0; i < info->n_falt; i++)
        buf_printf(b, ", %s", info->falt[i].kolumn);
}

/* The ärende's own post lies in the row of the ärende and has no key and no place. */
static const char *where_post(const struct post_slag_info *info) {
    return info->form == POST_ONE ? " WHERE nr = ?1 AND ?2 = ''"
                                  : " WHERE arende = ?1 AND nyckel = ?2";
}

static void put_select(struct buf *b, const struct post_slag_info *info) {
    static const char *const head[] = {
        [POST_ONE] = "'', 0", [POST_KEYED] = "nyckel, 0", [POST_LIST] = "nyckel, ordning"};
    buf_printf(b, "SELECT %s, version", head[info->form]);
    columns(b, info);
    buf_printf(b, " FROM %s", info->tabell);
}

static void put_all(struct buf *b, const struct post_slag_info *info) {
    static const char *const tail[] = {[POST_ONE] = " WHERE nr = ?1",
                                       [POST_KEYED] = " WHERE arende = ?1 ORDER BY nyckel",
                                       [POST_LIST] = " WHERE arende = ?1 ORDER BY ordning, nyckel"};
    put_select(b, info);
    buf_str(b, tail[info->form]);
}

static void put_insert_arende(struct buf *b, const struct post_slag_info *info) {
    buf_str(b, "INSERT INTO arende (uuid, betankande, skapad, andrad, version");
    columns(b, info);
    buf_str(b, ") VALUES (?1, ?2, ?3, ?4, ?5");
    for (size_t i = 0; i < info->n_falt; i++)
        buf_printf(b, ", ?%zu", i + 6);
    buf_str(b, ") RETURNING nr");
}

static void put_insert(struct buf *b, const struct post_slag_info *info) {
    bool list = info->form == POST_LIST;
    if (info->form == POST_ONE) {
        put_insert_arende(b, info);
        return;
    }
    buf_printf(b, "INSERT INTO %s (arende, nyckel, version%s", info->tabell,
               list ? ", ordning" : "");
    columns(b, info);
    buf_str(b, ") VALUES (?1, ?2, ?3");
    for (size_t i = 0; i < info->n_falt + list; i++)
        buf_printf(b, ", ?%zu", i + 4);
    buf_str(b, ")");
}

static void put_update(struct buf *b, const struct post_slag_info *info) {
    buf_printf(b, "UPDATE %s SET version = version + 1", info->tabell);
    for (size_t i = 0; i < info->n_falt; i++)
        buf_printf(b, ", %s = ?%zu", info->falt[i].kolumn, i + 4);
    buf_printf(b, "%s AND version = ?3 RETURNING version", where_post(info));
}

const char *post_sql(struct store *s, enum post_slag slag, enum post_sql what) {
    if (s->text[slag][what])
        return s->text[slag][what];
    const struct post_slag_info *info = post_slag_info(slag);
    struct buf b = {0};
    switch (what) {
    case SQL_ALL:
        put_all(&b, info);
        break;
    case SQL_ONE:
        put_select(&b, info);
        buf_str(&b, where_post(info));
        break;
    case SQL_INSERT:
        put_insert(&b, info);
        break;
    case SQL_UPDATE:
        put_update(&b, info);
        break;
    case SQL_DELETE:
        buf_printf(&b, "DELETE FROM %s%s AND version = ?3 RETURNING version", info->tabell,
                   where_post(info));
        break;
    case SQL_CLEAR:
        buf_printf(&b, "DELETE FROM %s WHERE arende = ?1", info->tabell);
        break;
    case SQL_PLACE:
        buf_printf(&b, "UPDATE %s SET ordning = ?3%s", info->tabell, where_post(info));
        break;
    case SQL_SHIFT:
        buf_printf(&b,
                   "UPDATE %s SET ordning = ordning + ?4"
                   " WHERE arende = ?1 AND ordning >= ?2 AND ordning <= ?3",
                   info->tabell);
        break;
    case SQL_COUNT:
        buf_printf(&b, "SELECT count(*) FROM %s WHERE arende = ?1", info->tabell);
        break;
    case POST_SQL_N:
        break;
    }
    s->text[slag][what] = arena_str8(&s->a, buf_str8_of(&b)).p;
    buf_free(&b);
    return s->text[slag][what];
}
