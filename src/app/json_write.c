#include "app/json_write.h"

#include <jansson.h>

#include "draft/context.h"
#include "draft/context_facts.h"

static int put_chunk(const char *bytes, size_t n, void *out) {
    buf_bytes(out, bytes, n);
    return 0;
}

/* jansson escapes what stands below U+0020; DEL and the C1 controls are control characters too. */
static void put_escaped(struct buf *out, struct str8 json) {
    for (size_t i = 0; i < json.n; i++) {
        unsigned char c = (unsigned char)json.p[i];
        unsigned char next = i + 1 < json.n ? (unsigned char)json.p[i + 1] : 0;
        if (c == 0x7F) {
            buf_str(out, "\\u007F");
        } else if (c == 0xC2 && next < 0xA0) {
            buf_printf(out, "\\u%04X", (unsigned)next);
            i++;
        } else {
            buf_byte(out, json.p[i]);
        }
    }
}

static void dump(json_t *root, struct buf *out) {
    struct buf raw = {0};
    json_dump_callback(root, put_chunk, &raw, JSON_INDENT(2));
    put_escaped(out, buf_str8_of(&raw));
    buf_byte(out, '\n');
    buf_free(&raw);
    json_decref(root);
}

static json_t *revision(const struct revision *r) {
    const struct post_slag_info *info = post_slag_info(r->post.slag);
    json_t *o = json_object();
    context_facts_put(o, "tid", r->tid);
    context_facts_put(o, "vem", r->vem);
    context_facts_put(o, "orsak", r->orsak);
    context_facts_put(o, "slag", s8_from(info->namn));
    context_facts_put(o, "nyckel", r->post.nyckel);
    if (info->form == POST_LIST)
        json_object_set_new(o, "ordning", json_integer(r->post.ordning));
    if (r->borttagen)
        json_object_set_new(o, "borttagen", json_true());
    json_object_set_new(o, "värden", context_facts_post(&r->post));
    return o;
}

static json_t *facts(const struct arende *ar, const struct betankande *b) {
    json_t *root = json_object();
    json_object_set_new(root, "format", json_integer(1));
    json_object_set_new(root, "ärende", context_facts_arende(ar));
    json_object_set_new(root, "betänkande", context_facts_betankande(b));
    return root;
}

void json_write_export(const struct app_case *c, const struct revision *revs, size_t n,
                       struct buf *out) {
    json_t *root = facts(c->arende, c->betankande);
    json_t *history = json_array();
    for (size_t i = n; i > 0; i--)
        json_array_append_new(history, revision(&revs[i - 1]));
    json_object_set_new(root, "revisioner", history);
    dump(root, out);
}

enum status json_write_show(struct arena *a, const struct draft *d, const struct dokument *dok,
                            struct buf *out, struct error *err) {
    struct context ctx;
    enum status st = context_make(a, d, dok, &ctx, err);
    if (st != ST_OK)
        return st;
    json_t *root = facts(d->arende, d->betankande);
    /* The facts stand beside; here only what follows from them. */
    json_object_del(ctx.root, "ärende");
    json_object_del(ctx.root, "betänkande");
    json_object_set(root, "härlett", ctx.root);
    context_free(&ctx);
    dump(root, out);
    return ST_OK;
}

void json_write_rows(const struct arende_rad *rows, size_t n, struct buf *out) {
    json_t *all = json_array();
    for (size_t i = 0; i < n; i++) {
        const struct arende_rad *r = &rows[i];
        json_t *o = json_object();
        json_object_set_new(o, "nr", json_integer(r->nr));
        context_facts_put(o, "uuid", r->uuid);
        context_facts_put(o, "rubrik", r->rubrik);
        context_facts_put(o, "dnr", r->dnr);
        context_facts_put(o, "status", r->status);
        context_facts_put(o, "svarstid", r->svarstid);
        context_facts_put(o, "betänkande", r->betankande);
        context_facts_put(o, "beteckning", r->beteckning);
        context_facts_put(o, "titel", r->titel);
        context_facts_put(o, "ändrad", r->andrad);
        json_object_set_new(o, "punkter", json_integer(r->n_punkt));
        json_object_set_new(o, "besvarade", json_integer(r->n_svar));
        json_array_append_new(all, o);
    }
    dump(all, out);
}

void json_write_findings(const struct finding *f, size_t n, struct buf *out) {
    json_t *all = json_array();
    for (size_t i = 0; i < n; i++) {
        const struct post_slag_info *info = post_slag_info(f[i].slag);
        json_t *o = json_object();
        context_facts_put(o, "regel", f[i].rule);
        context_facts_put(o, "allvar", s8_from(severity_namn(f[i].severity)));
        context_facts_put(o, "dokument", f[i].dokument);
        context_facts_put(o, "slag", s8_from(info->namn));
        context_facts_put(o, "nyckel", f[i].nyckel);
        if (f[i].falt >= 0)
            context_facts_put(o, "fält", s8_from(info->falt[f[i].falt].namn));
        context_facts_put(o, "plats", f[i].plats);
        context_facts_put(o, "text", f[i].text);
        context_facts_put(o, "råd", f[i].rad);
        json_array_append_new(all, o);
    }
    dump(all, out);
}
