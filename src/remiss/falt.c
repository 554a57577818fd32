/* Fields by name, and values from outside held against their field's type. */
#include "remiss/arende.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/near.h"
#include "base/utf8.h"
#include "remiss/betankande_form.h"
#include "remiss/stance.h"

enum { MAX_RAD = 300, MAX_MARKDOWN = 200000, MAX_BLOCK_NAME = 40 };

/* Is `word` the label, with or without å ä ö and capitals, spaces written as hyphens or not? */
static bool is_label(struct str8 word, const char *etikett) {
    struct arena tmp = {0};
    struct str8 pair[] = {utf8_ascii(&tmp, word), utf8_ascii(&tmp, s8_from(etikett))};
    bool same = pair[0].n > 0 && pair[0].n == pair[1].n;
    for (size_t i = 0; same && i < pair[0].n; i++) {
        char a = pair[0].p[i], b = pair[1].p[i];
        same = (a == '-' ? ' ' : a) == (b == '-' ? ' ' : b);
    }
    arena_free(&tmp);
    return same;
}

enum post_slag post_slag_find_label(struct str8 word) {
    int s = (int)post_slag_find(word);
    for (int i = 0; s == POST_SLAG_N && i < POST_SLAG_N; i++)
        if (is_label(word, post_slag_info((enum post_slag)i)->etikett))
            s = i;
    return (enum post_slag)s;
}

enum post_slag post_slag_find(struct str8 namn) {
    int s = 0;
    while (s < POST_SLAG_N &&
           !utf8_same_name(namn, s8_from(post_slag_info((enum post_slag)s)->namn)))
        s++;
    return (enum post_slag)s;
}

int falt_find(enum post_slag slag, struct str8 namn) {
    const struct post_slag_info *info = post_slag_info(slag);
    for (size_t i = 0; i < info->n_falt; i++)
        if (utf8_same_name(namn, s8_from(info->falt[i].namn)))
            return (int)i;
    return -1;
}

int falt_find_label(enum post_slag slag, struct str8 word) {
    const struct post_slag_info *info = post_slag_info(slag);
    int f = falt_find(slag, word);
    for (size_t i = 0; f < 0 && i < info->n_falt; i++)
        if (is_label(word, info->falt[i].etikett))
            f = (int)i;
    return f;
}

/* The names of the kind's fields, then their labels. */
static struct str8 *names_and_labels(struct arena *a, const struct post_slag_info *info,
                                     size_t *n) {
    struct str8 *known = ARENA_NEW(a, struct str8, 2 * info->n_falt);
    *n = 0;
    for (size_t i = 0; i < info->n_falt; i++)
        if (falt_shown(&info->falt[i]))
            known[(*n)++] = s8_from(info->falt[i].namn);
    for (size_t i = 0, k = *n; i < info->n_falt; i++)
        if (falt_shown(&info->falt[i]))
            known[k++] = s8_from(info->falt[i].etikett);
    return known;
}

bool falt_is_like(enum post_slag slag, struct str8 word) {
    struct arena tmp = {0};
    size_t n;
    const struct str8 *known = names_and_labels(&tmp, post_slag_info(slag), &n);
    bool like = falt_find_label(slag, word) >= 0 || near_find(word, known, 2 * n) >= 0;
    arena_free(&tmp);
    return like;
}

enum status falt_lookup(enum post_slag slag, struct str8 word, int *f, struct error *err) {
    *f = falt_find_label(slag, word);
    if (*f >= 0)
        return ST_OK;
    struct arena tmp = {0};
    size_t n;
    struct str8 *known = names_and_labels(&tmp, post_slag_info(slag), &n);
    bool near = near_find(word, known, 2 * n) >= 0; /* else only the names are listed */
    enum status st = near_error(err, ST_NOT_FOUND, word, known, near ? 2 * n : n, "Fälten är",
                                "fältet ”%.*s” finns inte", S8F(word));
    arena_free(&tmp);
    return st;
}

static enum status check_word(const char *const *words, const char *what, struct str8 *v,
                              struct error *err) {
    struct buf all = {0};
    for (size_t i = 0; words[i]; i++) {
        if (utf8_same_name(*v, s8_from(words[i]))) {
            *v = s8_from(words[i]);
            buf_free(&all);
            return ST_OK;
        }
        buf_printf(&all, "%s%s", i ? ", " : "", words[i]);
    }
    enum status st = error_set(err, ST_INVALID, "%s: ”%.*s” går inte. Skriv något av: %s.", what,
                               S8F(*v), all.p);
    buf_free(&all);
    return st;
}

/* "4.1.1" or, with a punkt, "4.1.1:2". */
static bool is_ref(struct str8 s, bool with_punkt) {
    struct str8 punkt = s;
    struct str8 avsnitt = s8_cut(&punkt, ':');
    struct nummer nummer;
    int n = 0;
    bool right = with_punkt ? s8_uint(punkt, &n) && n >= 1 && punkt.p[0] != '0' : !punkt.p;
    return right && nummer_parse(avsnitt, &nummer);
}

/* A comma-separated list, written anew with ", " between. */
static enum status check_refs(struct arena *a, const struct falt *f, struct str8 *v,
                              struct error *err) {
    bool punkter = f->typ == FALT_PUNKTER;
    struct buf b = {0};
    enum status st = ST_OK;
    for (struct str8 rest = *v; rest.p && st == ST_OK;) {
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        if (!is_ref(one, punkter))
            st = error_set(err, ST_INVALID, "%s: ”%.*s” är %s. Skriv till exempel %s.", f->etikett,
                           S8F(one), punkter ? "ingen punkt" : "inget avsnitt",
                           punkter ? "4.1.1:1, 5.3:2" : "4.3, 4.4");
        if (b.n)
            buf_str(&b, ", ");
        buf_str8(&b, one);
    }
    *v = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return st;
}

/* Eight hexadecimal digits. */
static bool is_sum(struct str8 s) {
    enum { SUM = 8 };
    size_t i = 0;
    while (i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f')))
        i++;
    return i == s.n && s.n == SUM;
}

/* "4.1.1:1 tillstyrker, 5.3:2 villkor 9f86d081" */
static bool is_grund(struct str8 s) {
    for (struct str8 rest = s; rest.p;) {
        struct str8 sum = s8_trim(s8_cut(&rest, ','));
        struct str8 key = s8_cut(&sum, ' '), stance = s8_cut(&sum, ' ');
        if (!is_ref(key, true) || stance_from_code(stance) == STANCE_NONE ||
            (sum.p && !is_sum(sum)))
            return false;
    }
    return true;
}

/* How a day is understood: date_check or date_read. */
typedef enum status read_day(struct str8 s, const char *what, struct date *out, struct error *err);

static enum status check_type(struct arena *a, const struct falt *f, read_day *day, struct str8 *v,
                              struct error *err) {
    static const char *const yes_no[] = {"ja", "nej", NULL};
    struct date d;
    enum stance stance;
    int n;
    switch (f->typ) {
    case FALT_DATUM:
        if (day(*v, f->etikett, &d, err) != ST_OK)
            return ST_INVALID;
        *v = date_iso(a, d);
        return ST_OK;
    case FALT_VAL:
        return check_word(f->val, f->etikett, v, err);
    case FALT_JANEJ:
        return check_word(yes_no, f->etikett, v, err);
    case FALT_STALLNING:
        if (stance_parse(*v, &stance, err) != ST_OK)
            return ST_INVALID;
        *v = s8_from(stance_code(stance));
        return ST_OK;
    case FALT_AVSNITT:
    case FALT_PUNKTER:
        return check_refs(a, f, v, err);
    case FALT_TAL:
        return s8_uint(*v, &n)
                   ? ST_OK
                   : error_set(err, ST_INVALID, "%s: ”%.*s” är inget heltal", f->etikett, S8F(*v));
    case FALT_GRUND:
        return is_grund(*v) ? ST_OK
                            : error_set(err, ST_INVALID,
                                        "%s: ”%.*s” är inga svar. Så skrivs de: 4.1.1:1 "
                                        "tillstyrker, 5.3:2 avstyrker.",
                                        f->etikett, S8F(*v));
    case FALT_RAD:
    case FALT_MARKDOWN:
        break;
    }
    return ST_OK;
}

/* A text ends where its last paragraph does, but for a space after it: somebody is to go on there.
 */
static struct str8 trim_text(struct str8 v) {
    struct str8 text = s8_trim_right(v), rest = s8_skip(v, text.n);
    return text.n == 0 || s8_find(rest, S8("\n")) >= 0 ? text : v;
}

static enum status check(struct arena *a, const struct falt *f, read_day *day, struct str8 in,
                         struct str8 *out, struct error *err) {
    struct str8 v;
    enum status st = utf8_admit(a, in, f->etikett, &v, err);
    if (st != ST_OK)
        return st;
    bool lines = f->typ == FALT_MARKDOWN;
    v = lines ? trim_text(v) : s8_trim(v);
    size_t max = f->max ? f->max : lines ? MAX_MARKDOWN : MAX_RAD;
    if (!lines && s8_find(v, S8("\n")) >= 0)
        return error_set(err, ST_INVALID, "%s ska vara en enda rad", f->etikett);
    if (utf8_count(v) > max)
        return error_set(err, ST_INVALID, "%s är %zu tecken långt; högst %zu får plats", f->etikett,
                         utf8_count(v), max);
    if (v.n && (st = check_type(a, f, day, &v, err)) != ST_OK)
        return st;
    *out = arena_str8(a, v);
    return ST_OK;
}

enum status falt_check(struct arena *a, const struct falt *f, struct str8 in, struct str8 *out,
                       struct error *err) {
    return check(a, f, date_check, in, out, err);
}

enum status falt_read(struct arena *a, const struct falt *f, struct str8 in, struct str8 *out,
                      struct error *err) {
    return check(a, f, date_read, in, out, err);
}

bool text_block_name_ok(struct str8 namn) {
    if (namn.n == 0 || namn.p[0] == '-' || utf8_count(namn) > MAX_BLOCK_NAME)
        return false;
    for (size_t i = 0, len; i < namn.n; i += len) {
        uint32_t c = utf8_decode(namn, i, &len);
        bool letter = (c >= 'a' && c <= 'z') || c == 0xE5 || c == 0xE4 || c == 0xF6;
        if (!letter && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return true;
}

/* A line's number as it is written: 1 to 999999999. */
static bool is_line_key(struct str8 s) {
    enum { DIGITS_MAX = 9 };
    int n;
    return s.n <= DIGITS_MAX && s8_uint(s, &n) && s.p[0] != '0';
}

static enum status check_key(const struct post *p, const char *where, struct error *err) {
    const char *wrong = NULL;
    switch (p->slag) {
    case POST_ARENDE:
        wrong = p->nyckel.n ? "hör inte hit: ärendets uppgifter har ingen nyckel" : NULL;
        break;
    case POST_SVAR:
        wrong = is_ref(p->nyckel, true) ? NULL : "är ingen punkt. Skriv till exempel 4.1.1:2";
        break;
    case POST_AVSNITT:
        wrong = is_ref(p->nyckel, false) ? NULL : "är inget avsnitt. Skriv till exempel 4.3";
        break;
    case POST_TEXT:
        wrong = text_block_name_ok(p->nyckel) ? NULL
                                              : "går inte som namn på en text. Skriv högst 40 små "
                                                "bokstäver, siffror och bindestreck";
        break;
    default:
        wrong = p->nyckel.n == 0 || is_line_key(p->nyckel)
                    ? NULL
                    : "är inget radnummer. Skriv ett heltal från 1 till 999999999";
    }
    if (wrong)
        return error_set(err, ST_INVALID, "%s: ”%.*s” %s.", where, S8F(p->nyckel), wrong);
    return ST_OK;
}

enum status post_check(struct arena *a, struct post *p, const char *where, struct error *err) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    enum status st = check_key(p, where, err);
    for (size_t i = 0; i < info->n_falt && st == ST_OK; i++) {
        st = falt_check(a, &info->falt[i], p->value[i], &p->value[i], err);
        if (st != ST_OK)
            error_prefix(err, "%s", where);
    }
    return st;
}
