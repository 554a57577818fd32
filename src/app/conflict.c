#include "app/conflict.h"

#include "app/aside.h"
#include "base/clock.h"
#include "base/utf8.h"

static void put_values(struct buf *b, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    for (size_t i = 0; i < info->n_falt; i++)
        if (p->value[i].n)
            buf_printf(b, "%s: %.*s\n", info->falt[i].namn, S8F(p->value[i]));
}

/* The file with what could not be saved; empty if that cannot be written. */
static struct str8 keep(struct app *app, struct arena *a, const struct app_case *c,
                        const struct post *mine) {
    struct buf b = {0};
    put_values(&b, mine);
    struct str8 all = s8_trim_right(buf_str8_of(&b));
    struct str8 path = aside_put(app, a, c->nr, mine->slag, mine->nyckel, all);
    buf_free(&b);
    return path;
}

/* The stance as it is called on that kind of punkt. */
static struct str8 stance_words(const struct app_case *c, const struct post *p) {
    struct punkt_ref ref[PUNKT_MAX];
    size_t n = 0;
    if (betankande_find(c->betankande, p->nyckel, ref, PUNKT_MAX, &n, NULL) != ST_OK)
        return p->value[SVAR_STALLNING];
    return s8_from(stance_label(svar_stance(p), ref[0].punkt->slag));
}

/* What now stands, short: "ställning: avstyrker; motivering: För det första …". */
static struct str8 brief(struct arena *a, const struct app_case *c, const struct post *p) {
    enum { LONGEST = 60 };
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct buf b = {0};
    for (size_t i = 0; i < info->n_falt; i++) {
        struct str8 v = p->value[i], line = v;
        if (v.n == 0 || p->slag == POST_ARENDE || !falt_shown(&info->falt[i]))
            continue;
        if (info->falt[i].typ == FALT_STALLNING)
            v = stance_words(c, p);
        s8_line(&v, &line);
        size_t fits = utf8_fit(line, LONGEST);
        buf_printf(&b, "%s%s: %.*s%s", b.n ? "; " : "", info->falt[i].namn, (int)fits, line.p,
                   fits < line.n || v.n ? " …" : "");
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

enum status conflict_tell(struct app *app, struct arena *a, const struct app_case *c,
                          const struct post *theirs, bool what, struct error *err) {
    struct revision *rev = NULL;
    size_t n = 0;
    const struct post_slag_info *info = post_slag_info(theirs->slag);
    store_revision_list(app->store, a, c->nr, theirs->slag, theirs->nyckel, 0, &rev, &n, NULL);
    /* Newest first; lines that were only moved since keep their version. */
    for (; n > 1 && rev[1].post.version == rev[0].post.version; n--)
        rev++;
    struct str8 who = n ? rev[0].vem : S8("någon annan");
    struct str8 when = n ? clock_local(a, rev[0].tid) : S8("nyss");
    struct str8 now = what && theirs->version ? brief(a, c, theirs) : S8("");
    return error_set(err, ST_CONFLICT, "%.*s har %s %s%s%.*s (%.*s)%s%.*s%s%s", S8F(who),
                     theirs->version ? "ändrat" : "tagit bort", info->etikett,
                     theirs->nyckel.n ? " " : "", S8F(theirs->nyckel), S8F(when),
                     now.n ? ". Nu står där: ”" : "", S8F(now), now.n ? "”." : ".",
                     what              ? ""
                     : theirs->version ? " Båda texterna är kvar."
                                       : " Din text är kvar.");
}

enum status conflict_report(struct app *app, struct arena *a, const struct app_case *c,
                            const struct post *mine, const struct post *theirs, struct error *err) {
    struct revision *rev = NULL;
    size_t n = 0;
    struct str8 who = S8("någon annan");
    store_revision_list(app->store, a, c->nr, mine->slag, mine->nyckel, 1, &rev, &n, NULL);
    if (n)
        who = rev[0].vem;
    struct str8 file = keep(app, a, c, mine);
    struct str8 now = theirs->version ? brief(a, c, theirs) : S8("ingenting: posten är borttagen");
    return error_set(err, ST_CONFLICT,
                     "%.*s har sparat %s %.*s under tiden%s%.*s%s Ditt är inte sparat%s%.*s. Läs "
                     "båda och gör om kommandot.",
                     S8F(who), post_slag_info(mine->slag)->etikett, S8F(mine->nyckel),
                     now.n ? ". Nu står där: ”" : "", S8F(now), now.n ? "”." : ".",
                     file.n ? ", men finns i filen " : "", S8F(file));
}
