/* Words that the profile avoids. */
#include "review/private.h"
#include "review/termer.h"

/* How often the same words, to be changed for the same, come from `i` on; 0 if they have come
 * before. */
static size_t same_from(struct str8 t, const struct term_hit *hit, size_t n, size_t i) {
    size_t times = 0;
    for (size_t k = 0; k < n; k++) {
        bool same = s8_eq(s8_sub(t, hit[k].at, hit[k].at + hit[k].n),
                          s8_sub(t, hit[i].at, hit[i].at + hit[i].n)) &&
                    s8_eq(hit[k].byt, hit[i].byt);
        if (same && k < i)
            return 0;
        times += same;
    }
    return times;
}

/* Words of the text in one line. */
static void put_found(struct buf *out, struct str8 found) {
    buf_str(out, "”");
    for (size_t i = 0; i < found.n; i++)
        buf_byte(out, found.p[i] == '\n' ? ' ' : found.p[i]);
    buf_str(out, "”");
}

/* One wording, and what is to stand instead. */
static void put_wording(struct buf *out, struct str8 t, const struct term_hit *h, size_t times) {
    struct str8 found = s8_sub(t, h->at, h->at + h->n);
    buf_str(out, out->n ? "; " : "");
    if (h->byt.n) {
        buf_printf(out, "skriv hellre ”%.*s” än ", S8F(h->byt));
        put_found(out, found);
    } else {
        buf_str(out, "skriv om ");
        put_found(out, found);
        buf_printf(out, " med ”%.*s”", S8F(h->ord));
    }
    if (times > 1)
        buf_printf(out, " (%zu ställen)", times);
}

/* What to type; a place of several words is quoted. */
static struct str8 command(struct review *r, struct str8 plats) {
    const char *quote = s8_find(plats, S8(" ")) < 0 ? "" : "\"";
    return review_command(r, "granska", "--byt-termer %s%.*s%s", quote, S8F(plats), quote);
}

static void check_text(struct review *r, const struct review_text *t) {
    size_t n, changes = 0;
    struct buf out = {0};
    struct term_hit *hit = term_hits(r->arena, r->draft, t->raw, !t->line, &n);
    for (size_t i = 0; i < n; i++) {
        size_t times = same_from(t->raw, hit, n, i);
        changes += hit[i].byt.n > 0;
        if (times)
            put_wording(&out, t->raw, &hit[i], times);
    }
    if (n)
        review_add(r, TERM_RULE, SEV_HINT, t->where,
                   arena_printf(r->arena, "%.*s: %s.", S8F(t->where.plats), out.p),
                   changes ? command(r, t->where.plats)
                           : S8("Ändelsen går inte att föra över, så skriv om meningen i texten."));
    buf_free(&out);
}

/* What others have said is retold in their words. */
void review_termer(struct review *r) {
    for (size_t i = 0; i < r->n_text; i++)
        if (!r->text[i].others)
            check_text(r, &r->text[i]);
}
