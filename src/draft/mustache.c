#include "draft/mustache.h"

#include <string.h>

#include "draft/mustache_impl.h"

enum status mu_error(struct error *err, const struct mu_file *f, size_t line, size_t column,
                     const char *fmt, ...) {
    struct buf text = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&text, fmt, ap);
    va_end(ap);
    error_set(err, ST_INVALID, "%.*s, rad %zu, kolumn %zu: %.*s", S8F(mu_shown(f->file)), line,
              column, S8F(buf_str8_of(&text)));
    buf_free(&text);
    return ST_INVALID;
}

struct str8 mu_shown(struct str8 s) {
    enum { SHOWN_MAX = 80 };
    struct str8 rest = s;
    s8_line(&rest, &s);
    size_t n = s.n < SHOWN_MAX ? s.n : SHOWN_MAX;
    while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--;
    return s8_sub(s, 0, n);
}

/* ---- Compiling: the template and what it leads to ---- */

struct known {
    struct str8 name;
    struct mu_file *file; /* NULL: there is no such template */
};

struct linker {
    struct arena *a;
    const struct mustache_source *source;
    struct mustache *m;
    struct known *known; /* sorted by name */
    size_t n, cap;
    struct error *err;
};

static struct mu_file *add_file(struct linker *l, struct str8 text, struct str8 file) {
    struct mu_file *f = ARENA_NEW(l->a, struct mu_file, 1);
    f->file = arena_str8(l->a, file);
    f->text = arena_str8(l->a, text);
    *ARENA_PUSH(l->a, l->m->file, l->m->n, l->m->cap) = f;
    return f;
}

/* Where `name` stands among the known ones, or should. */
static size_t known_at(const struct linker *l, struct str8 name) {
    size_t lo = 0, hi = l->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (s8_cmp(l->known[mid].name, name) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* `*out` stays NULL when there is no template called `name`. */
static enum status load(struct linker *l, struct str8 name, struct mu_file **out) {
    if (!l->source)
        return ST_OK;
    struct str8 text = {0}, file = name;
    enum status st = l->source->load(l->source->user, name, l->a, &text, &file, l->err);
    if (st == ST_OK)
        *out = add_file(l, text, file);
    return st == ST_NOT_FOUND ? ST_OK : st;
}

static enum status link_tag(struct linker *l, const struct mu_file *f, struct mu_node *node) {
    size_t at = known_at(l, node->text);
    if (at == l->n || !s8_eq(l->known[at].name, node->text)) {
        struct mu_file *found = NULL;
        enum status st = load(l, node->text, &found);
        if (st != ST_OK)
            return st;
        ARENA_PUSH(l->a, l->known, l->n, l->cap);
        memmove(l->known + at + 1, l->known + at, (l->n - 1 - at) * sizeof *l->known);
        l->known[at] = (struct known){node->text, found};
    }
    node->target = l->known[at].file;
    if (!node->target && l->source && l->source->strict)
        return mu_error(l->err, f, node->line, node->column,
                        "%.*s: det finns ingen mall som heter ”%.*s”. Rätta namnet, lägg till "
                        "mallen eller ta bort taggen.",
                        S8F(mu_shown(node->tag)), S8F(mu_shown(node->text)));
    return ST_OK;
}

static enum status link_file(struct linker *l, struct mu_file *f) {
    enum status st = mu_parse(l->a, f, l->err);
    for (size_t i = 0; st == ST_OK && i < f->n; i++)
        if (f->node[i].op == MU_PARTIAL || f->node[i].op == MU_PARENT)
            st = link_tag(l, f, &f->node[i]);
    return st;
}

enum status mustache_compile(struct arena *a, struct str8 text, struct str8 file,
                             const struct mustache_source *source, const struct mustache **out,
                             struct error *err) {
    struct linker l = {.a = a, .source = source, .m = ARENA_NEW(a, struct mustache, 1), .err = err};
    add_file(&l, text, file);
    enum status st = ST_OK;
    for (size_t i = 0; st == ST_OK && i < l.m->n; i++)
        st = link_file(&l, l.m->file[i]);
    *out = st == ST_OK ? l.m : NULL;
    return st;
}

/* ---- What a template uses ---- */

static enum mustache_tag tag_of(const struct mu_node *node) {
    switch (node->op) {
    case MU_SECTION:
        return MUSTACHE_SECTION;
    case MU_INVERTED:
        return MUSTACHE_INVERTED;
    case MU_PARTIAL:
        return MUSTACHE_PARTIAL;
    case MU_PARENT:
        return MUSTACHE_PARENT;
    case MU_BLOCK:
        return MUSTACHE_BLOCK;
    case MU_TEXT:
    case MU_VALUE:
        break;
    }
    return node->raw ? MUSTACHE_RAW : MUSTACHE_VALUE;
}

static size_t uses_of(const struct mu_file *f, struct mustache_use *use, size_t n) {
    struct {
        size_t end;
        ptrdiff_t use;
    } open[MUSTACHE_NESTING_MAX + 1] = {{.end = f->n, .use = -1}};
    size_t depth = 0;
    for (size_t i = 0; i < f->n; i++) {
        const struct mu_node *node = &f->node[i];
        while (depth && i >= open[depth].end)
            depth--;
        if (node->op == MU_TEXT)
            continue;
        bool links = node->op == MU_PARTIAL || node->op == MU_PARENT;
        use[n] = (struct mustache_use){.tag = tag_of(node),
                                       .name = node->text,
                                       .file = f->file,
                                       .line = node->line,
                                       .column = node->column,
                                       .found = !links || node->target,
                                       .within = open[depth].use};
        if (node->op == MU_SECTION || node->op == MU_INVERTED) {
            depth++;
            open[depth].end = node->end;
            open[depth].use = (ptrdiff_t)n;
        }
        n++;
    }
    return n;
}

size_t mustache_uses(const struct mustache *m, struct arena *a, const struct mustache_use **out) {
    size_t most = 0;
    for (size_t i = 0; i < m->n; i++)
        most += m->file[i]->n;
    struct mustache_use *use = ARENA_NEW(a, struct mustache_use, most);
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        n = uses_of(m->file[i], use, n);
    *out = use;
    return n;
}

/* ---- The escaper of the specification ---- */

static const char *entity(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void mustache_put_html(void *user, const void *node, struct str8 value, bool raw, struct buf *out) {
    (void)user;
    (void)node;
    size_t from = 0;
    for (size_t i = 0; !raw && i < value.n; i++) {
        const char *e = entity(value.p[i]);
        if (!e)
            continue;
        buf_str8(out, s8_sub(value, from, i));
        buf_str(out, e);
        from = i + 1;
    }
    buf_str8(out, s8_skip(value, from));
}
