/* Grafts put in the place of their tokens, and notes numbered over the whole document. */
#include "doc/parse.h"

static void mark_all(struct doc_node *root, struct str8 mark) {
    for (struct doc_node *n = root; n; n = doc_next(n, root))
        n->mark = mark;
}

/* Headings one below `base` and on, in the order of their own levels, none skipped. */
static void sink(struct doc_node *root, int base) {
    int open[6], depth = 0;
    for (struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->kind != DOC_HEADING)
            continue;
        while (depth && open[depth - 1] >= n->level)
            depth--;
        open[depth++] = n->level;
        n->level = base + depth > 6 ? 6 : base + depth;
    }
}

static struct doc_node *build_graft(struct parse *p, size_t i, int nest, int level) {
    if (i >= p->n_grafts)
        return NULL;
    struct str8 mark = arena_str8(p->a, p->grafts[i].mark);
    struct str8 text = parse_clean(p->a, p->grafts[i].text, false);
    struct doc_node *root = markdown_build(p, notes_lift(p, text, mark, true), nest);
    mark_all(root, mark);
    sink(root, level);
    return root;
}

/* --- As blocks ------------------------------------------------------------------------------- */

static bool only_grafts(const struct doc_node *para) {
    bool any = false;
    for (const struct doc_node *n = para->first; n; n = n->next) {
        bool blank = n->kind == DOC_BREAK || (n->kind == DOC_TEXT && s8_trim(n->text).n == 0);
        if (n->kind != DOC_GRAFT && !blank)
            return false;
        any = any || n->kind == DOC_GRAFT;
    }
    return any;
}

static int containers_around(const struct doc_node *n) {
    int nest = 0;
    for (; n; n = n->parent)
        nest += n->kind == DOC_LIST || n->kind == DOC_QUOTE;
    return nest;
}

static void graft_blocks(struct parse *p, struct doc_node *para, int level) {
    int nest = containers_around(para);
    for (struct doc_node *n = para->first; n; n = n->next) {
        struct doc_node *root =
            n->kind == DOC_GRAFT ? build_graft(p, (size_t)n->number, nest, level) : NULL;
        if (root)
            doc_move_children(root, para);
    }
    doc_remove(para);
}

/* --- As a run of text ------------------------------------------------------------------------ */

struct run {
    struct arena *a;
    struct doc_node *where; /* the token; the run is put before it */
    struct str8 mark;
    struct str8 prefix; /* of the item that begins */
    bool any;           /* something stands there already */
};

static void put_leaf(struct run *r, enum doc_kind kind, struct str8 text) {
    struct doc_node *n = doc_node_new(r->a, kind);
    n->text = text;
    n->mark = r->mark;
    doc_insert_before(r->where, n);
}

static void begin_line(struct run *r) {
    if (r->any)
        put_leaf(r, DOC_BREAK, (struct str8){0});
    if (r->prefix.n)
        put_leaf(r, DOC_TEXT, r->prefix);
    r->prefix = (struct str8){0};
    r->any = true;
}

static void run_blocks(struct run *r, struct doc_node *parent);

static void run_list(struct run *r, struct doc_node *list) {
    int number = list->start;
    for (struct doc_node *item = list->first; item; item = item->next, number++) {
        r->prefix = list->ordered ? arena_printf(r->a, "%d. ", number) : S8("– ");
        run_blocks(r, item);
    }
    r->prefix = (struct str8){0};
}

static void run_rows(struct run *r, struct doc_node *table) {
    for (struct doc_node *row = table->first; row; row = row->next) {
        begin_line(r);
        for (struct doc_node *cell = row->first; cell; cell = cell->next) {
            if (cell->prev && cell->first)
                put_leaf(r, DOC_TEXT, S8("; "));
            doc_move_children(cell, r->where);
        }
    }
}

static void run_code(struct run *r, struct str8 text) {
    for (struct str8 line; s8_line(&text, &line);)
        if (s8_trim(line).n) {
            begin_line(r);
            put_leaf(r, DOC_CODE_SPAN, line);
        }
}

static void run_blocks(struct run *r, struct doc_node *parent) {
    for (struct doc_node *n = parent->first; n; n = n->next) {
        if (n->kind == DOC_PARA || n->kind == DOC_HEADING) {
            begin_line(r);
            doc_move_children(n, r->where);
        } else if (n->kind == DOC_LIST) {
            run_list(r, n);
        } else if (n->kind == DOC_QUOTE) {
            run_blocks(r, n);
        } else if (n->kind == DOC_TABLE) {
            run_rows(r, n);
        } else if (n->kind == DOC_CODE) {
            run_code(r, n->text);
        }
    }
}

static void graft_run(struct parse *p, struct doc_node *token) {
    struct doc_node *root = build_graft(p, (size_t)token->number, 0, 0);
    if (root) {
        tidy(p->a, root); /* empty paragraphs leave no line */
        struct run r = {.a = p->a, .where = token, .mark = root->mark};
        run_blocks(&r, root);
    }
    doc_remove(token);
}

void graft_all(struct parse *p, struct doc_node *root) {
    int level = 0;
    for (struct doc_node *n = root, *next; n; n = next) {
        next = doc_next(n, root);
        if (n->kind == DOC_HEADING && n->first) /* one without words will not stand */
            level = n->level;
        if (n->kind == DOC_PARA && only_grafts(n)) {
            next = doc_skip(n, root);
            graft_blocks(p, n, level);
        } else if (n->kind == DOC_GRAFT) {
            graft_run(p, n);
        }
    }
}

/* --- Notes ----------------------------------------------------------------------------------- */

/* A note is no part of the document's outline: its headings become bold paragraphs. */
static void no_headings(struct arena *a, struct doc_node *note) {
    for (struct doc_node *n = note; n; n = doc_next(n, note)) {
        if (n->kind != DOC_HEADING || !n->first)
            continue;
        struct doc_node *strong = doc_node_new(a, DOC_STRONG), *end = doc_node_new(a, DOC_TEXT);
        doc_append(strong, end);
        doc_move_children(n, end);
        doc_append(n, strong);
        strong->mark = n->mark;
        n->kind = DOC_PARA;
        n->level = 0;
    }
}

static void build_note(struct parse *p, size_t def, struct doc_node *note) {
    struct doc_node *root = markdown_build(p, p->notes[def].body, 0);
    if (p->notes[def].in_graft)
        mark_all(root, p->notes[def].mark);
    else
        graft_all(p, root);
    note->mark = p->notes[def].mark;
    while (root->first) {
        struct doc_node *block = root->first;
        doc_remove(block);
        doc_append(note, block);
    }
    no_headings(p->a, note);
    tidy(p->a, note);
}

struct numbering {
    size_t *defs; /* of note 1, 2, … */
    size_t n, cap;
    struct doc_node *last;
};

static void number_references(struct parse *p, struct doc *d, struct numbering *order,
                              struct doc_node *root) {
    for (struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->kind != DOC_NOTE_REF)
            continue;
        size_t def = (size_t)n->number;
        struct doc_node *note = p->notes[def].node;
        if (!note) {
            note = p->notes[def].node = doc_node_new(p->a, DOC_NOTE);
            note->number = ++d->n_notes;
            note->prev = order->last;
            if (order->last)
                order->last->next = note;
            else
                d->notes = note;
            order->last = note;
            *ARENA_PUSH(p->a, order->defs, order->n, order->cap) = def;
        }
        n->number = note->number;
    }
}

void notes_number(struct parse *p, struct doc *d) {
    struct numbering order = {0};
    number_references(p, d, &order, d->body);
    for (struct doc_node *note = d->notes; note && order.defs; note = note->next) {
        build_note(p, order.defs[note->number - 1], note);
        number_references(p, d, &order, note);
    }
    for (size_t i = 0; i < p->n_notes; i++)
        if (!p->notes[i].node && p->notes[i].id.n)
            *ARENA_PUSH(p->a, p->warnings, p->n_warnings, p->cap_warnings) =
                arena_printf(p->a, "Fotnoten [^%.*s] används inte i texten och är inte med.",
                             S8F(p->notes[i].id));
}
