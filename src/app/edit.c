/* Posts changed, one way for all kinds. */
#include "app/cases.h"
#include "app/check.h"
#include "app/conflict.h"

/* The post as opened, or NULL; of POST_ARENDE the one there is. */
static struct post *find(const struct app_case *c, enum post_slag slag, struct str8 nyckel) {
    return nyckel.n || slag == POST_ARENDE ? arende_post(c->arende, slag, nyckel) : NULL;
}

static enum status set_fields(struct post *p, const struct app_field *fields, size_t n,
                              struct error *err) {
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        int f;
        st = falt_lookup(p->slag, fields[i].namn, &f, err);
        if (st == ST_OK)
            p->value[f] = fields[i].varde;
    }
    return st;
}

static bool decided(const struct post *p) {
    struct str8 status = p ? p->value[ARENDE_STATUS] : S8("");
    return status.n && !s8_eqz(status, "pågår") && !s8_eqz(status, "granskas");
}

/* At the decision the profile's version is written down: it is what the decided papers were made
 * with. While nothing is decided none is: an ärende that comes back is written with the profile as
 * it is. */
static enum status freeze_profile(struct app *app, struct arena *a, const struct app_case *c,
                                  struct post *p, const struct post *old, struct error *err) {
    struct str8 *version = &p->value[ARENDE_PROFILVERSION];
    struct str8 before = old ? old->value[ARENDE_PROFILVERSION] : S8("");
    struct profil *profil;
    bool given = version->n && !s8_eq(*version, before); /* restored from the history, or by hand */
    if (!decided(p) && decided(old))
        *version = S8("");
    if (!decided(p) || given || (decided(old) && version->n))
        return ST_OK;
    enum status st = app_case_profil(app, a, c, &profil, err);
    if (st == ST_OK)
        *version = profil->version;
    return st;
}

/* The places of a list's lines are their order. */
static void number_lines(struct post_list *l) {
    for (size_t i = 0; i < l->n && post_slag_info(l->p[i].slag)->form == POST_LIST; i++)
        l->p[i].ordning = (int)i + 1;
}

static void forget(struct app_case *c, const struct post *p) {
    struct post_list *l = &c->arende->post[p->slag];
    size_t at = (size_t)(p - l->p);
    for (size_t i = at; i + 1 < l->n; i++)
        l->p[i] = l->p[i + 1];
    l->n--;
    number_lines(l);
}

void app_post_follow(struct arena *a, struct app_case *c, const struct post *p) {
    struct post *old = find(c, p->slag, p->nyckel);
    struct post_list *l = &c->arende->post[p->slag];
    if (old && p->version == 0 && p->slag != POST_ARENDE)
        forget(c, old);
    else if (old)
        *old = *p;
    else if (p->version)
        *ARENA_PUSH(a, l->p, l->n, l->cap) = *p;
}

static enum status refresh_list(struct app *app, struct arena *a, struct app_case *c,
                                enum post_slag slag, struct error *err) {
    struct post_list now;
    enum status st = store_post_list(app->store, a, c->nr, slag, &now, err);
    if (st == ST_OK)
        c->arende->post[slag] = now;
    return st;
}

enum status app_post_refresh(struct app *app, struct arena *a, struct app_case *c,
                             enum post_slag slag, struct str8 nyckel, struct error *err) {
    struct error why = {0};
    struct post now;
    if (post_slag_info(slag)->form == POST_LIST)
        return refresh_list(app, a, c, slag, err);
    enum status st = store_post_get(app->store, a, c->nr, slag, nyckel, &now, &why);
    if (st != ST_OK && (st != ST_NOT_FOUND || slag == POST_ARENDE))
        return error_set(err, st, "%s", why.text);
    app_post_follow(a, c, &now);
    return ST_OK;
}

/* Two values of one post, when another process saved in between. */
struct clash {
    struct post mine, theirs;
};

/* One post with its new values, saved; not yet in the opened ärende. */
static enum status save(struct app *app, struct arena *a, const struct app_case *c, struct post *p,
                        const struct post *old, const char *orsak, struct clash *clash,
                        struct error *err) {
    enum status st = check_post(app, a, c, p, old, err);
    if (st == ST_OK && p->slag == POST_ARENDE)
        st = freeze_profile(app, a, c, p, old, err);
    if (st != ST_OK)
        return st;
    st = store_post_put(app->store, a, c->nr, p, orsak, &clash->theirs, err);
    if (st == ST_CONFLICT)
        clash->mine = *p;
    return st;
}

/* Is the field of a text among them? */
static bool gives(const struct app_field *fields, size_t n, enum post_slag slag, int falt) {
    for (size_t i = 0; i < n; i++)
        if (falt_find(slag, fields[i].namn) == falt)
            return true;
    return false;
}

static enum status set_post(struct app *app, struct arena *a, struct app_case *c,
                            const struct post *key, const struct app_field *fields, size_t n,
                            const char *orsak, bool *changed, struct clash *clash,
                            struct error *err) {
    const struct post *old = find(c, key->slag, key->nyckel);
    struct post p = old ? post_copy(a, old) : post_new(a, key->slag, key->nyckel);
    enum status st = set_fields(&p, fields, n, err);
    if (st == ST_OK) {
        if (!gives(fields, n, key->slag, TEXT_GRUND))
            app_text_stamp(a, c, &p);
        st = save(app, a, c, &p, old, orsak, clash, err);
    }
    if (st != ST_OK)
        return st;
    if (changed)
        *changed = *changed || !old || p.version != old->version;
    app_post_follow(a, c, &p);
    return ST_OK;
}

/* The status as it is, with the words for a conflict; not inside a transaction, for it reads. */
static enum status tell(struct app *app, struct arena *a, const struct app_case *c, enum status st,
                        const struct clash *clash, struct error *err) {
    if (st != ST_CONFLICT)
        return st;
    return conflict_report(app, a, c, &clash->mine, &clash->theirs, err);
}

enum status app_set(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                    struct str8 nyckel, const struct app_field *fields, size_t n, const char *orsak,
                    bool *changed, struct error *err) {
    struct clash clash = {0};
    struct post key = {.slag = slag, .nyckel = nyckel};
    enum status st = set_post(app, a, c, &key, fields, n, orsak, changed, &clash, err);
    return tell(app, a, c, st, &clash, err);
}

/* Has somebody else given one of the fields that are to be set another value? */
static bool overtaken(struct arena *a, const struct post *was, const struct post *now,
                      const struct app_field *fields, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct str8 mine = fields[i].varde;
        int f = falt_find(now->slag, fields[i].namn);
        if (f < 0 || s8_eq(now->value[f], was->value[f]))
            continue;
        falt_read(a, &post_slag_info(now->slag)->falt[f], mine, &mine, NULL);
        if (!s8_eq(now->value[f], mine))
            return true;
    }
    return false;
}

/* A copy of the post as the opened ärende has it; version 0 if it has none. */
static struct post copy_of(struct arena *a, const struct app_case *c, const struct post *key) {
    const struct post *p = find(c, key->slag, key->nyckel);
    return p ? post_copy(a, p) : post_new(a, key->slag, key->nyckel);
}

enum status app_set_seen(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                         struct str8 nyckel, const struct app_field *fields, size_t n,
                         const char *orsak, bool *changed, struct post *theirs, struct error *err) {
    struct clash clash = {0};
    struct post key = {.slag = slag, .nyckel = nyckel};
    struct post was = copy_of(a, c, &key);
    enum status st = app_post_refresh(app, a, c, slag, nyckel, err);
    if (st != ST_OK)
        return st;
    struct post now = copy_of(a, c, &key);
    clash.theirs = now;
    bool removed = was.version && now.version == 0;
    if (removed || (now.version != was.version && overtaken(a, &was, &now, fields, n)))
        st = ST_CONFLICT;
    else
        st = set_post(app, a, c, &key, fields, n, orsak, changed, &clash, err);
    if (st != ST_CONFLICT)
        return st;
    *theirs = clash.theirs;
    return conflict_tell(app, a, c, theirs, true, err);
}

enum status app_refs(struct arena *a, const struct app_case *c, struct str8 ref,
                     struct app_refs *out, struct error *err) {
    size_t cap = 0;
    *out = (struct app_refs){0};
    for (struct str8 rest = ref; rest.p;) {
        struct punkt_ref found[PUNKT_MAX];
        size_t n;
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        enum status st = betankande_find(c->betankande, one, found, PUNKT_MAX, &n, err);
        if (st != ST_OK)
            return st;
        for (size_t i = 0; i < n; i++)
            *ARENA_PUSH(a, out->p, out->n, cap) = found[i];
    }
    return ST_OK;
}

static struct str8 key_of(struct arena *a, const struct punkt_ref *ref) {
    return punkt_key(a, ref->avsnitt, ref->punkt);
}

/* `keep` false: all is undone in the store, while `c` holds what it would have been. */
static enum status answer(struct app *app, struct arena *a, struct app_case *c,
                          const struct app_refs *refs, const struct app_field *fields, size_t n,
                          bool keep, bool *changed, struct error *err) {
    struct clash clash = {0};
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < refs->n && st == ST_OK; i++) {
        struct post key = {.slag = POST_SVAR, .nyckel = key_of(a, &refs->p[i])};
        st = set_post(app, a, c, &key, fields, n, "svara", changed, &clash, err);
    }
    if (st == ST_OK && !keep)
        store_end(app->store, ST_REFUSED, NULL);
    else
        st = store_end(app->store, st, err);
    return tell(app, a, c, st, &clash, err);
}

enum status app_answer(struct app *app, struct arena *a, struct app_case *c,
                       const struct app_refs *refs, const struct app_field *fields, size_t n,
                       bool *changed, struct error *err) {
    return answer(app, a, c, refs, fields, n, true, changed, err);
}

enum status app_answer_try(struct app *app, struct arena *a, struct app_case *c,
                           const struct app_refs *refs, const struct app_field *fields, size_t n,
                           struct error *err) {
    return answer(app, a, c, refs, fields, n, false, NULL, err);
}

static enum status remove_post(struct app *app, struct arena *a, struct app_case *c, struct post *p,
                               struct error *err) {
    struct error e = {0};
    enum status st = store_post_remove(app->store, a, c->nr, p, "ta bort", &e);
    if (st == ST_CONFLICT)
        return error_set(err, st,
                         "någon annan har ändrat %s %.*s under tiden, så den är kvar. Se efter i "
                         "historiken (yttra historik) och gör om kommandot.",
                         post_slag_info(p->slag)->etikett, S8F(p->nyckel));
    if (st == ST_OK)
        forget(c, p);
    else
        error_set(err, st, "%s", e.text);
    return st;
}

enum status app_answer_remove(struct app *app, struct arena *a, struct app_case *c,
                              const struct app_refs *refs, struct error *err) {
    size_t removed = 0;
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < refs->n && st == ST_OK; i++) {
        struct post *p = arende_post(c->arende, POST_SVAR, key_of(a, &refs->p[i]));
        if (!p)
            continue;
        st = remove_post(app, a, c, p, err);
        removed++;
    }
    if (st == ST_OK && removed == 0)
        st = error_set(err, ST_NOT_FOUND, "punkt %.*s har inget svar att ta bort",
                       S8F(key_of(a, &refs->p[0])));
    return store_end(app->store, st, err);
}

enum status app_line_add(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                         const struct app_field *fields, size_t n, struct str8 *nyckel,
                         struct error *err) {
    struct clash clash = {0};
    struct post p = post_new(a, slag, S8(""));
    enum status st = set_fields(&p, fields, n, err);
    if (st == ST_OK)
        st = tell(app, a, c, save(app, a, c, &p, NULL, "lägg till", &clash, err), &clash, err);
    if (st != ST_OK)
        return st;
    app_post_follow(a, c, &p);
    *nyckel = p.nyckel;
    return ST_OK;
}

enum status app_post_find(const struct app_case *c, enum post_slag slag, struct str8 nyckel,
                          struct post **out, struct error *err) {
    const struct post_slag_info *info = post_slag_info(slag);
    const struct post_list *l = &c->arende->post[slag];
    *out = find(c, slag, nyckel);
    if (*out)
        return ST_OK;
    struct buf all = {0};
    for (size_t i = 0; i < l->n; i++)
        buf_printf(&all, "%s%.*s", i ? ", " : "", S8F(l->p[i].nyckel));
    error_set(err, ST_NOT_FOUND, "%s %.*s finns inte i ärende %ld. Där finns: %s.", info->etikett,
              S8F(nyckel), c->nr, l->n ? all.p : "ingenting");
    buf_free(&all);
    return ST_NOT_FOUND;
}

enum status app_remove(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                       struct str8 nyckel, struct error *err) {
    struct post *p;
    enum status st = app_post_find(c, slag, nyckel, &p, err);
    if (st == ST_OK && post_slag_info(slag)->form == POST_ONE)
        st = error_set(err, ST_REFUSED, "ärendets uppgifter kan tömmas men inte tas bort");
    return st == ST_OK ? remove_post(app, a, c, p, err) : st;
}

enum status app_remove_seen(struct app *app, struct arena *a, struct app_case *c,
                            enum post_slag slag, struct str8 nyckel, struct error *err) {
    struct error e = {0};
    struct post key = {.slag = slag, .nyckel = nyckel};
    struct post *p = find(c, slag, nyckel);
    if (!p)
        return ST_OK;
    enum status st = store_post_remove(app->store, a, c->nr, p, "ta bort", &e);
    if (st == ST_OK)
        forget(c, p);
    if (st != ST_CONFLICT)
        return st == ST_OK ? st : error_set(err, st, "%s", e.text);
    st = app_post_refresh(app, a, c, slag, nyckel, err);
    struct post now = copy_of(a, c, &key);
    if (st != ST_OK || now.version == 0)
        return st;
    conflict_tell(app, a, c, &now, true, &e);
    return error_set(err, ST_CONFLICT, "%s Inget har tagits bort.", e.text);
}

/* Puts the line at `from` at `to` in the opened list. */
static void reorder(struct post_list *l, size_t from, size_t to) {
    struct post moved = l->p[from];
    for (; from < to; from++)
        l->p[from] = l->p[from + 1];
    for (; from > to; from--)
        l->p[from] = l->p[from - 1];
    l->p[to] = moved;
    number_lines(l);
}

enum status app_line_move(struct app *app, struct app_case *c, enum post_slag slag,
                          struct str8 nyckel, int ordning, struct error *err) {
    struct post *p;
    int n = (int)c->arende->post[slag].n;
    enum status st = app_post_find(c, slag, nyckel, &p, err);
    if (st == ST_OK && (ordning < 1 || ordning > n))
        st = error_set(err, ST_INVALID, "plats %d finns inte: listan har %d rader", ordning, n);
    if (st == ST_OK)
        st = store_post_move(app->store, c->nr, slag, p->nyckel, ordning, err);
    if (st == ST_OK)
        reorder(&c->arende->post[slag], (size_t)(p - c->arende->post[slag].p), (size_t)ordning - 1);
    return st;
}
