#include "app/json_read.h"

#include <limits.h>

#include "app/check.h"
#include "app/json_reader.h"
#include "base/clock.h"
#include "base/utf8.h"
#include "base/uuid.h"

enum { WHO_MAX = 200, WHY_MAX = 200, TIME_MAX = 40 };

static bool two_digits(struct str8 s, size_t at, int limit) {
    int n;
    return s8_uint(s8_sub(s, at, at + 2), &n) && n < limit;
}

bool json_time_valid(struct str8 s) {
    struct date d;
    if (s.n < 20 || s.n > TIME_MAX || !date_parse(s8_sub(s, 0, 10), &d) || !s8_ends(s, S8("Z")))
        return false;
    bool clock = s.p[10] == 'T' && two_digits(s, 11, 24) && s.p[13] == ':' &&
                 two_digits(s, 14, 60) && s.p[16] == ':' && two_digits(s, 17, 61);
    for (size_t i = 20; i + 1 < s.n; i++)
        clock = clock && s.p[i] >= '0' && s.p[i] <= '9';
    return clock && (s.n == 20 || (s.p[19] == '.' && s.n > 21));
}

static enum status read_time(const struct reader *r, struct str8 path, const json_t *j,
                             struct str8 *out) {
    enum status st = reader_text(r, path, j, true, out);
    if (st == ST_OK && !json_time_valid(*out))
        st =
            reader_fail(r, path, "”%.*s” är ingen tid. Skriv som 2025-01-29T08:15:30Z.", S8F(*out));
    return st;
}

static enum status read_short(const struct reader *r, struct str8 path, const json_t *j, size_t max,
                              struct str8 *out) {
    enum status st = reader_text(r, path, j, true, out);
    if (st == ST_OK && (out->n == 0 || utf8_count(*out) > max))
        st = reader_fail(r, path, "texten ska ha 1–%zu tecken", max);
    return st;
}

/* The fields of one post. A list line has its "id" beside them, which is read into the key. */
static enum status read_values(const struct reader *r, struct str8 path, const json_t *j,
                               struct post *p, bool line) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    const char **names = ARENA_NEW(r->a, const char *, info->n_falt + 1);
    bool *seen = ARENA_NEW(r->a, bool, info->n_falt + 1);
    const char *key;
    json_t *v;
    size_t n = info->n_falt;
    for (size_t i = 0; i < n; i++)
        names[i] = info->falt[i].namn;
    names[n] = "id";
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        size_t f = 0;
        struct str8 at = reader_at(r, path, key);
        st = reader_key(r, path, key, names, line ? n + 1 : n, seen, &f);
        if (st != ST_OK)
            return st;
        if (f == n) {
            int id;
            st = reader_int(r, at, v, 1, 999999999, &id);
            if (st == ST_OK)
                p->nyckel = arena_printf(r->a, "%d", id);
        } else {
            st = reader_text(r, at, v, false, &p->value[f]);
            if (st == ST_OK &&
                (st = falt_check(r->a, &info->falt[f], p->value[f], &p->value[f], r->err)) != ST_OK)
                error_prefix(r->err, "%.*s", S8F(at));
        }
        if (st != ST_OK)
            return st;
    }
    return ST_OK;
}

/* The key itself, in the right shape for its kind; the fields have been checked one by one. */
static enum status check_shape(const struct reader *r, struct str8 path, struct post *p) {
    enum status st = post_check(r->a, p, "nyckeln", r->err);
    if (st != ST_OK)
        error_prefix(r->err, "%.*s", S8F(path));
    return st;
}

static enum status read_keyed(const struct reader *r, struct str8 path, const json_t *j,
                              enum post_slag slag, struct post_list *l) {
    const char *key;
    json_t *v;
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        struct str8 at = reader_at(r, path, key), nyckel = {0};
        st = utf8_admit(r->a, s8_from(key), "namnet", &nyckel, r->err);
        struct post p = post_new(r->a, slag, nyckel);
        if (st == ST_OK)
            st = read_values(r, at, v, &p, false);
        if (st == ST_OK)
            st = check_shape(r, at, &p);
        if (st != ST_OK)
            return st;
        *ARENA_PUSH(r->a, l->p, l->n, l->cap) = p;
    }
    return ST_OK;
}

static bool has_key(const struct post_list *l, struct str8 nyckel) {
    for (size_t i = 0; i < l->n; i++)
        if (s8_eq(l->p[i].nyckel, nyckel))
            return true;
    return false;
}

/* Lines without an id get the lowest number that is above all given ones. */
static void number_lines(const struct reader *r, struct post_list *l) {
    int top = 0, id;
    for (size_t i = 0; i < l->n; i++)
        if (s8_uint(l->p[i].nyckel, &id) && id > top)
            top = id;
    for (size_t i = 0; i < l->n; i++)
        if (l->p[i].nyckel.n == 0)
            l->p[i].nyckel = arena_printf(r->a, "%d", ++top);
}

static enum status read_list(const struct reader *r, struct str8 path, const json_t *j,
                             enum post_slag slag, struct post_list *l) {
    enum { LINES_MAX = 10000 };
    enum status st = reader_array(r, path, j);
    if (st == ST_OK && json_array_size(j) > LINES_MAX)
        st = reader_fail(r, path, "högst %d rader får plats", LINES_MAX);
    for (size_t i = 0; st == ST_OK && i < json_array_size(j); i++) {
        struct str8 at = reader_at_index(r, path, i);
        struct post p = post_new(r->a, slag, S8(""));
        p.ordning = (int)i + 1;
        st = read_values(r, at, json_array_get(j, i), &p, true);
        if (st == ST_OK && p.nyckel.n && has_key(l, p.nyckel))
            st = reader_fail(r, at, "id %.*s står två gånger", S8F(p.nyckel));
        if (st == ST_OK)
            *ARENA_PUSH(r->a, l->p, l->n, l->cap) = p;
    }
    if (st == ST_OK)
        number_lines(r, l);
    return st;
}

static enum status read_kind(const struct reader *r, struct str8 path, const json_t *j,
                             enum post_slag slag, struct post_list *l) {
    switch (post_slag_info(slag)->form) {
    case POST_ONE:
        return read_values(r, path, j, &l->p[0], false);
    case POST_KEYED:
        return read_keyed(r, path, j, slag, l);
    case POST_LIST:
        break;
    }
    return read_list(r, path, j, slag, l);
}

static enum status read_uuid(const struct reader *r, struct str8 path, const json_t *j,
                             struct str8 *out) {
    enum status st = reader_text(r, path, j, true, out);
    if (st == ST_OK && !uuid_valid(*out))
        st = reader_fail(r, path,
                         "”%.*s” är ingen UUID. Den har 32 siffror 0–9 och små bokstäver a–f: "
                         "0c6e5e63-9a77-4a80-9362-2a5a3bcf2528.",
                         S8F(*out));
    return st;
}

static enum status read_arende(const struct reader *r, struct str8 path, const json_t *j,
                               struct arende *ar) {
    enum { UUID = POST_SLAG_N, SKAPAD, ANDRAD, BETANKANDE, N };
    const char *names[N] = {
        [UUID] = "uuid", [SKAPAD] = "skapad", [ANDRAD] = "ändrad", [BETANKANDE] = "betänkande"};
    bool seen[N] = {false};
    const char *key;
    json_t *v;
    for (int s = 0; s < POST_SLAG_N; s++)
        names[s] = post_slag_info((enum post_slag)s)->namn;
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        size_t k = 0;
        struct str8 at = reader_at(r, path, key);
        st = reader_key(r, path, key, names, N, seen, &k);
        if (st == ST_OK)
            st = k == UUID         ? read_uuid(r, at, v, &ar->uuid)
                 : k == SKAPAD     ? read_time(r, at, v, &ar->skapad)
                 : k == ANDRAD     ? read_time(r, at, v, &ar->andrad)
                 : k == BETANKANDE ? reader_text(r, at, v, true, &ar->betankande)
                                   : read_kind(r, at, v, (enum post_slag)k, &ar->post[k]);
        if (st != ST_OK)
            return st;
    }
    if (!seen[BETANKANDE])
        return reader_fail(r, path, "betänkande måste stå här, till exempel \"sou-2024-72\"");
    st = betankande_id(r->a, ar->betankande, &ar->betankande, r->err);
    return st == ST_OK ? st : error_prefix(r->err, "%.*s.betänkande", S8F(path));
}

static enum status read_slag(const struct reader *r, struct str8 path, const json_t *j,
                             enum post_slag *out) {
    struct str8 namn = {0};
    enum status st = reader_text(r, path, j, true, &namn);
    if (st != ST_OK)
        return st;
    *out = post_slag_find(namn);
    return *out < POST_SLAG_N ? ST_OK
                              : reader_fail(r, path, "”%.*s” är inget slags uppgift", S8F(namn));
}

enum {
    REV_TID,
    REV_VEM,
    REV_ORSAK,
    REV_SLAG,
    REV_NYCKEL,
    REV_ORDNING,
    REV_BORT,
    REV_VARDEN,
    REV_N
};
static const char *const rev_names[REV_N] = {"tid",    "vem",     "orsak",     "slag",
                                             "nyckel", "ordning", "borttagen", "värden"};

static enum status rev_part(const struct reader *r, struct str8 at, const json_t *v, size_t k,
                            struct revision *rev) {
    switch (k) {
    case REV_TID:
        return read_time(r, at, v, &rev->tid);
    case REV_VEM:
        return read_short(r, at, v, WHO_MAX, &rev->vem);
    case REV_ORSAK:
        return read_short(r, at, v, WHY_MAX, &rev->orsak);
    case REV_NYCKEL:
        return reader_text(r, at, v, true, &rev->post.nyckel);
    case REV_ORDNING:
        return reader_int(r, at, v, 0, 1000000, &rev->post.ordning);
    case REV_BORT:
        return reader_bool(r, at, v, &rev->borttagen);
    case REV_VARDEN:
        return read_values(r, at, v, &rev->post, false);
    default:
        return ST_OK; /* slag has been read: the values need it */
    }
}

static enum status read_revision(const struct reader *r, struct str8 path, const json_t *j,
                                 struct revision *rev) {
    bool seen[REV_N] = {false};
    enum post_slag slag = POST_ARENDE;
    const char *key;
    json_t *v;
    enum status st = reader_object(r, path, j);
    if (st == ST_OK && !json_object_get(j, "slag"))
        st = reader_fail(r, path, "slag måste stå här");
    if (st == ST_OK)
        st = read_slag(r, reader_at(r, path, "slag"), json_object_get(j, "slag"), &slag);
    if (st != ST_OK)
        return st;
    rev->post = post_new(r->a, slag, S8(""));
    json_object_foreach((json_t *)j, key, v) {
        size_t k = 0;
        st = reader_key(r, path, key, rev_names, REV_N, seen, &k);
        if (st == ST_OK)
            st = rev_part(r, reader_at(r, path, key), v, k, rev);
        if (st != ST_OK)
            return st;
    }
    if (!seen[REV_TID] || !seen[REV_VEM] || !seen[REV_ORSAK] || !seen[REV_VARDEN])
        return reader_fail(r, path, "tid, vem, orsak och värden måste stå här");
    if (post_slag_info(slag)->form != POST_ONE && rev->post.nyckel.n == 0)
        return reader_fail(r, path, "nyckel måste stå här");
    return check_shape(r, path, &rev->post);
}

static enum status read_revisions(const struct reader *r, const json_t *j,
                                  struct json_exchange *out) {
    enum { REVISIONS_MAX = 200000 };
    struct str8 path = S8("revisioner");
    enum status st = reader_array(r, path, j);
    if (st == ST_OK && json_array_size(j) > REVISIONS_MAX)
        st = reader_fail(r, path, "högst %d revisioner får plats", REVISIONS_MAX);
    if (st != ST_OK)
        return st;
    out->n_revision = json_array_size(j);
    out->revision = ARENA_NEW(r->a, struct revision, out->n_revision);
    for (size_t i = 0; i < out->n_revision && st == ST_OK; i++)
        st = read_revision(r, reader_at_index(r, path, i), json_array_get(j, i), &out->revision[i]);
    return st;
}

static enum status check_all_refs(const struct reader *r, const struct arende *ar,
                                  const struct betankande *b) {
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        struct str8 kind = reader_at(r, S8("ärende"), info->namn);
        for (size_t i = 0; i < ar->post[s].n; i++) {
            const struct post *p = &ar->post[s].p[i];
            struct str8 at = info->form == POST_KEYED  ? reader_at(r, kind, p->nyckel.p)
                             : info->form == POST_LIST ? reader_at_index(r, kind, i)
                                                       : kind;
            if (check_refs(b, p, r->err) != ST_OK) {
                error_prefix(r->err, "%.*s", S8F(at));
                r->err->status = ST_INVALID;
                return ST_INVALID;
            }
        }
    }
    return ST_OK;
}

static enum status find_betankande(const struct reader *r, const struct json_library *lib,
                                   const struct json_exchange *x, struct betankande **use) {
    enum status st = lib->get(lib->user, x->arende->betankande, x->betankande, use, r->err);
    return st == ST_OK ? st : error_prefix(r->err, "ärende.betänkande");
}

static enum status read_root(const struct reader *r, const json_t *root,
                             const struct json_library *lib, struct json_exchange *out) {
    enum { FORMAT, ARENDE, BETANKANDE, REVISIONER, HARLETT, N };
    static const char *const names[N] = {"format", "ärende", "betänkande", "revisioner", "härlett"};
    const json_t *part[N] = {NULL};
    bool seen[N] = {false};
    struct betankande *use;
    const char *key;
    json_t *v;
    int format = 0;
    enum status st = reader_object(r, S8(""), root);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)root, key, v) {
        size_t k = 0;
        if ((st = reader_key(r, S8(""), key, names, N, seen, &k)) != ST_OK)
            return st;
        part[k] = v;
    }
    if (!part[FORMAT] || !part[ARENDE])
        return reader_fail(r, S8(""), "det är inget ärende från yttra: %s saknas",
                           part[FORMAT] ? "ärende" : "format");
    st = reader_int(r, S8("format"), part[FORMAT], 1, INT_MAX, &format);
    if (st == ST_OK && format > 1)
        return error_set(r->err, ST_NEWER,
                         "format: filen har format %d och är gjord av en nyare yttra; den här "
                         "versionen läser format 1",
                         format);
    if (st == ST_OK)
        st = read_arende(r, S8("ärende"), part[ARENDE], out->arende);
    if (st == ST_OK && part[BETANKANDE])
        st = reader_betankande(r, S8("betänkande"), part[BETANKANDE], &out->betankande);
    if (st == ST_OK && out->betankande && !s8_eq(out->betankande->id, out->arende->betankande))
        st = reader_fail(r, S8("ärende.betänkande"), "ärendet gäller %.*s men filen har %.*s",
                         S8F(out->arende->betankande), S8F(out->betankande->id));
    if (st == ST_OK)
        st = find_betankande(r, lib, out, &use);
    if (st == ST_OK)
        st = check_all_refs(r, out->arende, use);
    if (st == ST_OK && part[REVISIONER])
        st = read_revisions(r, part[REVISIONER], out);
    return st;
}

/* Why the text is no JSON, as a part of a sentence. */
static const char *fault_of(const json_error_t *why) {
    switch (json_error_code(why)) {
    case json_error_premature_end_of_input:
        return ": texten tar slut för tidigt";
    case json_error_end_of_input_expected:
        return ": det står mer efter slutet";
    case json_error_duplicate_key:
        return ": samma namn står två gånger";
    case json_error_invalid_utf8:
        return ": texten är inte UTF-8. Spara filen som UTF-8";
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return ": tecknet \\u0000 får inte finnas. Ta bort det";
    case json_error_numeric_overflow:
        return ": talet är för stort";
    case json_error_stack_overflow:
        return ": för många klamrar inuti varandra";
    default:
        return "";
    }
}

static enum status no_json(struct str8 bytes, const json_error_t *why, struct error *err) {
    if (s8_trim(bytes).n == 0)
        return error_set(err, ST_INVALID, "filen är tom");
    if (s8_starts(bytes, S8("\xFF\xFE")) || s8_starts(bytes, S8("\xFE\xFF")))
        return error_set(err, ST_INVALID, "texten är UTF-16. Spara filen som UTF-8.");
    return error_set(err, ST_INVALID, "det är ingen giltig JSON (rad %d, tecken %d)%s.", why->line,
                     why->column, fault_of(why));
}

enum status json_read_exchange(struct arena *a, struct str8 bytes, const struct json_library *lib,
                               struct json_exchange *out, struct error *err) {
    json_error_t why;
    struct reader r = {a, err};
    if (bytes.n > JSON_READ_MAX)
        return error_set(err, ST_INVALID, "filen är större än %d MiB", JSON_READ_MAX / 1024 / 1024);
    *out = (struct json_exchange){.arende = arende_new(a)};
    if (s8_starts(bytes, S8("\xEF\xBB\xBF"))) /* a byte order mark, as Notepad writes */
        bytes = s8_skip(bytes, 3);
    json_t *root =
        json_loadb(bytes.n ? bytes.p : "", bytes.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
    if (!root)
        return no_json(bytes, &why, err);
    enum status st = read_root(&r, root, lib, out);
    json_decref(root);
    return st;
}
