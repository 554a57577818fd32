/* Renders the nodes of a template: a loop with stacks of its own, so that no template and no data
 * can exhaust the program's. */
#include "draft/mustache_impl.h"

/* A piece of run.white: the white space in front of each line. */
struct span {
    size_t at, n;
};

/* What a parent tag passes, and what was passed around it. */
struct scope {
    const struct mu_file *file;
    const struct mu_node *parent;
    size_t outer; /* as state.scope */
};

struct state {
    const struct mu_file *file;
    size_t ip, end;     /* next node, and where to stop */
    size_t contexts;    /* how many of run.context are in use … */
    size_t scopes;      /* … and of run.scope */
    size_t scope;       /* index + 1 of the scope that holds here, 0 for none */
    size_t depth;       /* partials and parents around this */
    struct span indent; /* goes before each line of the template … */
    size_t strip;       /* … in place of this much white space that it begins with */
    struct span owed;   /* before what comes next: white space of the line that has begun */
    bool begun;         /* the next line that a text begins has begun already */
};

/* One for each section, partial, parent and passed block that is being rendered. */
struct frame {
    struct state back; /* how to go on after it */
    size_t out, white; /* lengths of the output and of run.white before it */
    size_t start;      /* a list's content */
    const void *list;  /* NULL but for lists */
    size_t i, n;
};

struct run {
    const struct mustache_view *view;
    struct buf *out;
    struct error *err;
    size_t start; /* length of `out` before all of this */
    size_t steps;
    struct arena a, scratch; /* the stacks; the text of one value */
    struct buf white;
    struct state s;
    struct frame *frame;
    size_t frames, frame_cap;
    const void **context;
    size_t context_cap;
    struct scope *scope;
    size_t scope_cap;
};

/* ---- Looking up ---- */

static const void *child(struct run *r, const void *node, struct str8 name) {
    r->steps++;
    if (r->view->data->kind(node) != MUSTACHE_OBJECT)
        return NULL;
    return r->view->data->child(node, name);
}

/* The data a tag names. NULL with `*had` false: no context has it. NULL with `*had` true: the way
 * to it passes a null, so there is nothing. */
static const void *resolve(struct run *r, const struct mu_node *tag, bool *had) {
    const void *node = NULL;
    if (tag->parts == 0)
        node = r->s.contexts ? r->context[r->s.contexts - 1] : NULL;
    for (size_t i = r->s.contexts; tag->parts && i > 0 && !node; i--)
        node = child(r, r->context[i - 1], tag->part[0]);
    *had = node;
    for (size_t i = 1; node && i < tag->parts; i++) {
        *had = r->view->data->kind(node) == MUSTACHE_NULL;
        node = child(r, node, tag->part[i]);
        *had = *had || node;
    }
    return node;
}

static bool is_true(const struct run *r, const void *node) {
    if (!node)
        return false;
    struct arena a = {0};
    bool yes = true;
    switch (r->view->data->kind(node)) {
    case MUSTACHE_NULL:
    case MUSTACHE_FALSE:
        return false;
    case MUSTACHE_TEXT:
        yes = r->view->data->text(node, &a).n > 0;
        arena_free(&a);
        return yes;
    case MUSTACHE_LIST:
        return r->view->data->length(node) > 0;
    case MUSTACHE_TRUE:
    case MUSTACHE_NUMBER:
    case MUSTACHE_OBJECT:
        break;
    }
    return yes;
}

/* ---- Writing ---- */

static struct span no_span(void) {
    return (struct span){0};
}

/* `base` and then `more`, as a new span at the end of run.white. */
static struct span join(struct run *r, struct span base, struct str8 more) {
    struct span s = {r->white.n, base.n + more.n};
    r->steps += s.n;
    for (size_t i = 0; i < base.n; i++)
        buf_byte(&r->white, r->white.p[base.at + i]);
    buf_str8(&r->white, more);
    return s;
}

static void put_span(struct run *r, struct span s) {
    if (s.n)
        buf_bytes(r->out, r->white.p + s.at, s.n);
}

/* Pays what the line that has begun still lacks. */
static void go_on(struct run *r) {
    put_span(r, r->s.owed);
    r->s.owed = no_span();
    r->s.begun = false;
}

static void begin_line(struct run *r) {
    if (!r->s.begun) {
        r->s.owed = no_span();
        put_span(r, r->s.indent);
    }
    go_on(r);
}

static struct str8 stripped(const struct run *r, struct str8 line) {
    size_t n = 0;
    while (n < r->s.strip && n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
        n++;
    return s8_skip(line, n);
}

static bool too_long(const struct run *r) {
    return r->out->n - r->start > MUSTACHE_OUTPUT_MAX;
}

static void put_text(struct run *r, struct str8 text, bool bol) {
    do {
        if (bol) {
            begin_line(r);
            text = stripped(r, text);
        } else {
            go_on(r);
        }
        bool plain = r->s.indent.n == 0 && r->s.strip == 0;
        ptrdiff_t nl = plain ? -1 : s8_find(text, S8("\n"));
        size_t n = nl < 0 ? text.n : (size_t)nl + 1;
        buf_str8(r->out, s8_sub(text, 0, n));
        text = s8_skip(text, n);
        bol = true;
    } while (text.n && !too_long(r));
}

static enum status missing(struct run *r, const struct mu_node *tag) {
    return mu_error(r->err, r->s.file, tag->line, tag->column,
                    "%.*s finns inte bland uppgifterna. Rätta namnet i mallen eller lägg till "
                    "uppgiften.",
                    S8F(mu_shown(tag->tag)));
}

static enum status not_scalar(struct run *r, const struct mu_node *tag) {
    if (!r->view->strict_names)
        return ST_OK;
    return mu_error(r->err, r->s.file, tag->line, tag->column,
                    "%.*s är en lista eller en grupp av uppgifter, inte ett värde. Öppna den som "
                    "sektion med # och skriv ut det som finns i den.",
                    S8F(mu_shown(tag->tag)));
}

static enum status put_value(struct run *r, const struct mu_node *tag) {
    bool had;
    const void *node = resolve(r, tag, &had);
    if (!had && r->view->strict_names)
        return missing(r, tag);
    enum mustache_kind kind = node ? r->view->data->kind(node) : MUSTACHE_NULL;
    if (kind == MUSTACHE_LIST || kind == MUSTACHE_OBJECT)
        return not_scalar(r, tag);
    struct str8 value = {0};
    if (kind != MUSTACHE_NULL)
        value = r->view->data->text(node, &r->scratch);
    go_on(r);
    r->view->put(r->view->user, node, value, tag->raw, r->out);
    if (r->scratch.first)
        arena_free(&r->scratch);
    return ST_OK;
}

/* ---- Going into what a tag holds or names, and out again ---- */

/* The frame remembers where to go on: after node `after` of the file it is in now. */
static struct frame *enter(struct run *r, size_t after) {
    struct frame *f = ARENA_PUSH(&r->a, r->frame, r->frames, r->frame_cap);
    *f = (struct frame){.back = r->s, .out = r->out->n, .white = r->white.n};
    f->back.ip = after;
    return f;
}

static void push_context(struct run *r, const void *node) {
    *ARENA_PUSH(&r->a, r->context, r->s.contexts, r->context_cap) = node;
}

/* The next item of the list, or back to where the frame was entered. */
static void leave(struct run *r) {
    struct frame *f = &r->frame[r->frames - 1];
    if (f->list && ++f->i < f->n) {
        r->context[r->s.contexts - 1] = r->view->data->item(f->list, f->i);
        r->s.ip = f->start;
        return;
    }
    r->s = f->back;
    if (r->out->n != f->out) {
        r->s.owed = no_span();
        r->s.begun = false;
    }
    r->white.n = f->white;
    r->frames--;
}

static void enter_section(struct run *r, const struct mu_node *tag) {
    bool had;
    const void *node = resolve(r, tag, &had);
    if (!is_true(r, node)) {
        r->s.ip = tag->end;
        return;
    }
    struct frame *f = enter(r, tag->end);
    f->start = r->s.ip;
    if (r->view->data->kind(node) == MUSTACHE_LIST) {
        f->list = node;
        f->n = r->view->data->length(node);
        node = r->view->data->item(node, 0);
    }
    push_context(r, node);
    r->s.end = tag->end;
}

static void skip_if_true(struct run *r, const struct mu_node *tag) {
    bool had;
    if (is_true(r, resolve(r, tag, &had)))
        r->s.ip = tag->end;
}

/* A partial or a parent. */
static enum status enter_template(struct run *r, const struct mu_node *tag) {
    if (tag->op == MU_PARENT && tag->first && !tag->alone)
        put_text(r, tag->indent, true);
    r->s.ip = tag->end;
    if (!tag->target)
        return ST_OK;
    if (r->s.depth == MUSTACHE_PARTIALS_MAX)
        return mu_error(r->err, r->s.file, tag->line, tag->column,
                        "%.*s: delmallar ligger mer än %d steg inuti varandra. Troligen tar "
                        "”%.*s” in sig själv utan slut; låt en sektion avgöra när det räcker.",
                        S8F(mu_shown(tag->tag)), MUSTACHE_PARTIALS_MAX, S8F(mu_shown(tag->text)));
    enter(r, tag->end);
    struct str8 more = stripped(r, tag->indent);
    r->s.indent = tag->alone ? join(r, r->s.indent, more) : no_span();
    r->s.begun = r->s.begun || !tag->alone;
    r->s.file = tag->target;
    r->s.ip = r->s.strip = 0;
    r->s.end = tag->target->n;
    r->s.depth++;
    if (tag->op == MU_PARENT) {
        size_t outer = r->s.scope;
        const struct mu_file *file = r->frame[r->frames - 1].back.file;
        *ARENA_PUSH(&r->a, r->scope, r->s.scopes, r->scope_cap) = (struct scope){file, tag, outer};
        r->s.scope = r->s.scopes;
    }
    return ST_OK;
}

static const struct mu_node *passed_in(struct run *r, const struct scope *s, struct str8 name) {
    size_t lo = 0, hi = s->parent->args;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        const struct mu_node *block = &s->file->node[s->parent->arg[mid]];
        int c = s8_cmp(block->text, name);
        if (c == 0)
            return block;
        lo = c < 0 ? mid + 1 : lo;
        hi = c < 0 ? hi : mid;
    }
    r->steps++;
    return NULL;
}

/* Renders what has been passed for the block, if anything has; else what it holds comes next. */
static void enter_block(struct run *r, const struct mu_node *tag) {
    const struct mu_node *passed = NULL;
    const struct scope *from = NULL;
    for (size_t i = r->s.scope; i; i = r->scope[i - 1].outer) {
        const struct mu_node *block = passed_in(r, &r->scope[i - 1], tag->text);
        passed = block ? block : passed;
        from = block ? &r->scope[i - 1] : from;
    }
    if (!passed)
        return;
    enter(r, tag->end);
    struct str8 more = stripped(r, tag->indent);
    r->s.indent = tag->first ? join(r, r->s.indent, more) : no_span();
    r->s.begun = r->s.begun || (passed->alone && !tag->alone);
    if (tag->alone && !passed->alone)
        r->s.owed = r->s.indent;
    r->s.strip = passed->strip;
    r->s.file = from->file;
    r->s.scope = from->outer;
    r->s.ip = (size_t)(passed - from->file->node) + 1;
    r->s.end = passed->end;
}

/* ---- The loop ---- */

static enum status step(struct run *r) {
    const struct mu_node *node = &r->s.file->node[r->s.ip++];
    switch (node->op) {
    case MU_TEXT:
        put_text(r, node->text, node->bol);
        return ST_OK;
    case MU_VALUE:
        return put_value(r, node);
    case MU_SECTION:
        enter_section(r, node);
        return ST_OK;
    case MU_INVERTED:
        skip_if_true(r, node);
        return ST_OK;
    case MU_BLOCK:
        enter_block(r, node);
        return ST_OK;
    case MU_PARTIAL:
    case MU_PARENT:
        break;
    }
    return enter_template(r, node);
}

static enum status check_limits(const struct run *r) {
    struct str8 name = mu_shown(r->s.file->file);
    if (too_long(r))
        return error_set(r->err, ST_INVALID,
                         "%.*s: resultatet blir större än %d MiB. Se efter om en delmall eller en "
                         "lista upprepas för många gånger.",
                         S8F(name), MUSTACHE_OUTPUT_MAX / 1024 / 1024);
    if (r->steps > MUSTACHE_STEPS_MAX)
        return error_set(r->err, ST_INVALID,
                         "%.*s: mallen blir aldrig färdig. Se efter om delmallar eller sektioner "
                         "upprepar varandra.",
                         S8F(name));
    return ST_OK;
}

enum status mustache_render(const struct mustache *m, const struct mustache_view *view,
                            struct buf *out, struct error *err) {
    struct run r = {.view = view, .out = out, .err = err, .start = out->n};
    r.s.file = m->file[0];
    r.s.end = m->file[0]->n;
    if (view->root)
        push_context(&r, view->root);
    enum status st = ST_OK;
    while (st == ST_OK && (r.s.ip < r.s.end || r.frames)) {
        r.steps++;
        if (r.s.ip < r.s.end)
            st = step(&r);
        else
            leave(&r);
        if (st == ST_OK)
            st = check_limits(&r);
    }
    if (st != ST_OK && out->p) {
        out->n = r.start;
        out->p[out->n] = '\0';
    }
    arena_free(&r.a);
    arena_free(&r.scratch);
    buf_free(&r.white);
    return st;
}
