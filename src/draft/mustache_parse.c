/* Reads a template into nodes, with the rules for white space around tags.
 *
 * A line that holds one tag and white space only gives nothing but what the tag gives
 * ("standalone"; not for values). For a parent this is a matter of the pair: white space before its
 * opening tag and a line end after its closing one. A block that is passed to a parent begins after
 * the line end that follows its opening tag, and the white space before its closing tag is not part
 * of it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "draft/mustache_impl.h"

struct opened {
    size_t node;
    bool argument;      /* a block directly inside a parent */
    bool lines;         /* a line with anything on it has begun inside */
    struct str8 common; /* white space that all such lines begin with */
};

struct parser {
    struct arena *a;
    struct mu_file *f;
    struct error *err;
    struct str8 open, close, close_raw, close_set; /* {{ }} }}} =}} */
    size_t pos;                                    /* what comes before has been dealt with */
    bool bol;                                      /* pos begins a line */
    size_t seen, line, column;                     /* the place of byte `seen` */
    struct opened stack[MUSTACHE_NESTING_MAX];
    size_t depth;
};

struct tag {
    char sigil; /* one of SIGILS, or 0 for {{name}} */
    struct str8 whole, name;
    struct str8 before; /* the text since the last tag … */
    struct str8 blank;  /* … and the white space it ends in, if `left` */
    bool left, right;   /* nothing but white space before, after the tag on its line */
    size_t end, after;  /* where the tag ends; if `right`, where the line does */
};

static const char SIGILS[] = "#^/>&{=!<$";

static bool blank(char c) {
    return c == ' ' || c == '\t';
}

static size_t skip_blank(struct str8 s, size_t i) {
    while (i < s.n && blank(s.p[i]))
        i++;
    return i;
}

/* If a line ends at s.p[i], gives where the next one begins. */
static bool line_end(struct str8 s, size_t i, size_t *next) {
    if (i < s.n && s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
        i++;
    else if (i < s.n && s.p[i] != '\n')
        return false;
    *next = i < s.n ? i + 1 : i;
    return true;
}

#define FAIL(p, ...) mu_error((p)->err, (p)->f, (p)->line, (p)->column, __VA_ARGS__)

/* Moves the place on to byte `at`. */
static void locate(struct parser *p, size_t at) {
    struct str8 gone = s8_sub(p->f->text, p->seen, at);
    for (const char *nl; gone.n && (nl = memchr(gone.p, '\n', gone.n));) {
        gone = s8_skip(gone, (size_t)(nl - gone.p) + 1);
        p->line++;
        p->column = 1;
    }
    p->column += utf8_count(gone);
    p->seen = at;
}

static void set_delimiters(struct parser *p, struct str8 open, struct str8 close) {
    p->open = open;
    p->close = close;
    p->close_raw = arena_printf(p->a, "}%.*s", S8F(close));
    p->close_set = arena_printf(p->a, "=%.*s", S8F(close));
}

/* ---- The next tag ---- */

static void look_around(const struct parser *p, size_t at, struct tag *t) {
    struct str8 src = p->f->text;
    t->before = s8_sub(src, p->pos, at);
    const char *nl = t->before.n ? memrchr(t->before.p, '\n', t->before.n) : NULL;
    t->blank = nl ? s8_skip(t->before, (size_t)(nl - t->before.p) + 1) : t->before;
    t->left = (nl || p->bol) && skip_blank(t->blank, 0) == t->blank.n;
    if (!t->left)
        t->blank = (struct str8){0};
    t->right = line_end(src, skip_blank(src, t->end), &t->after);
}

/* The character after the opening delimiter that tells what a tag is; white space may come first
 * except before { and =, which belong to the delimiter. */
static char sigil_at(struct str8 s, size_t *at) {
    size_t i = *at;
    while (i < s.n && (blank(s.p[i]) || s.p[i] == '\n' || s.p[i] == '\r'))
        i++;
    bool known = i < s.n && s.p[i] && strchr(SIGILS, s.p[i]);
    if (!known || (i > *at && (s.p[i] == '{' || s.p[i] == '=')))
        return 0;
    *at = i + 1;
    return s.p[i];
}

/* `*found` is false after the last tag. */
static enum status next_tag(struct parser *p, struct tag *t, bool *found) {
    struct str8 src = p->f->text;
    ptrdiff_t hit = s8_find(s8_skip(src, p->pos), p->open);
    *found = hit >= 0;
    if (!*found)
        return ST_OK;
    size_t at = p->pos + (size_t)hit;
    locate(p, at);
    size_t body = at + p->open.n;
    t->sigil = sigil_at(src, &body);
    struct str8 close = t->sigil == '{' ? p->close_raw : t->sigil == '=' ? p->close_set : p->close;
    ptrdiff_t len = s8_find(s8_skip(src, body), close);
    if (len < 0)
        return FAIL(p, "%.*s är en tagg som inte avslutas. Skriv %.*s där den ska sluta.",
                    S8F(mu_shown(s8_skip(src, at))), S8F(close));
    t->name = s8_trim(s8_sub(src, body, body + (size_t)len));
    t->end = body + (size_t)len + close.n;
    t->whole = s8_sub(src, at, t->end);
    look_around(p, at, t);
    return ST_OK;
}

/* ---- White space that the lines of a block have in common ---- */

static void note_line(struct parser *p, struct str8 white) {
    if (p->depth == 0)
        return;
    struct opened *o = &p->stack[p->depth - 1];
    size_t n = 0;
    while (o->lines && n < o->common.n && n < white.n && o->common.p[n] == white.p[n])
        n++;
    o->common = o->lines ? s8_sub(o->common, 0, n) : white;
    o->lines = true;
}

/* The lines that begin in `text`; of the last one only if something but white space is on it. */
static void note_lines(struct parser *p, struct str8 text, bool bol) {
    for (struct str8 line; p->depth && text.n; bol = true) {
        const char *nl = memchr(text.p, '\n', text.n);
        line = s8_sub(text, 0, nl ? (size_t)(nl - text.p) : text.n);
        text = s8_skip(text, nl ? line.n + 1 : line.n);
        size_t white = skip_blank(line, 0), next;
        if (bol && !line_end(line, white, &next) && !s8_eqz(s8_skip(line, white), "\r"))
            note_line(p, s8_sub(line, 0, white));
    }
}

/* ---- Nodes ---- */

static struct mu_node *push(struct parser *p, enum mu_op op) {
    struct mu_node *node = ARENA_PUSH(p->a, p->f->node, p->f->n, p->f->cap);
    node->op = op;
    node->line = p->line;
    node->column = p->column;
    return node;
}

static struct mu_node *push_tag(struct parser *p, enum mu_op op, const struct tag *t) {
    struct mu_node *node = push(p, op);
    node->text = t->name;
    node->tag = t->whole;
    node->end = p->f->n;
    return node;
}

static void push_text(struct parser *p, struct str8 text, bool bol) {
    struct mu_node *node = push(p, MU_TEXT);
    node->text = text;
    node->bol = bol;
}

/* The text before a tag, less the white space in front of a tag that stands alone. */
static void take_text(struct parser *p, const struct tag *t, bool alone) {
    struct str8 text = alone ? s8_sub(t->before, 0, t->before.n - t->blank.n) : t->before;
    if (text.n)
        push_text(p, text, p->bol);
    if (!alone && (text.n ? text.p[text.n - 1] == '\n' : p->bol))
        push_text(p, (struct str8){0}, true);
}

static void advance(struct parser *p, const struct tag *t, bool alone) {
    p->pos = alone ? t->after : t->end;
    p->bol = alone;
}

/* ---- Names ---- */

static enum status check_name(struct parser *p, const struct tag *t) {
    if (t->name.n == 0)
        return FAIL(p, "%.*s saknar namn. Skriv vad som ska stå där, eller ta bort taggen.",
                    S8F(mu_shown(t->whole)));
    for (size_t i = 0; i < t->name.n; i++)
        if (blank(t->name.p[i]) || (t->name.p[i] >= '\n' && t->name.p[i] <= '\r'))
            return FAIL(p,
                        "%.*s har blanksteg i namnet. Skriv namnet utan blanksteg, eller se efter "
                        "om en tagg före saknar %.*s.",
                        S8F(mu_shown(t->whole)), S8F(p->close));
    return ST_OK;
}

/* Splits the name of the node last pushed at its dots. */
static enum status split_name(struct parser *p, const struct tag *t, struct mu_node *node) {
    if (s8_eqz(t->name, "."))
        return ST_OK;
    size_t cap = 0;
    for (struct str8 rest = t->name, part; rest.p;) {
        part = s8_cut(&rest, '.');
        if (part.n == 0)
            return FAIL(p, "%.*s har en punkt utan namn på båda sidor. Rätta namnet.",
                        S8F(mu_shown(t->whole)));
        *ARENA_PUSH(p->a, node->part, node->parts, cap) = part;
    }
    return ST_OK;
}

/* ---- One function per kind of tag ---- */

static enum status on_value(struct parser *p, const struct tag *t) {
    enum status st = check_name(p, t);
    if (st != ST_OK)
        return st;
    if (t->left)
        note_line(p, t->blank);
    take_text(p, t, false);
    advance(p, t, false);
    struct mu_node *node = push_tag(p, MU_VALUE, t);
    node->raw = t->sigil != 0;
    return split_name(p, t, node);
}

static bool is_delimiter(struct str8 s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '=' || s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r'))
            return false;
    return s.n > 0;
}

/* Comments and changes of delimiters, which give nothing. */
static enum status on_nothing(struct parser *p, const struct tag *t) {
    bool alone = t->left && t->right;
    if (t->left)
        note_line(p, t->blank);
    take_text(p, t, alone);
    advance(p, t, alone);
    if (t->sigil == '!')
        return ST_OK;
    size_t cut = 0;
    while (cut < t->name.n && t->name.p[cut] != ' ' &&
           !(t->name.p[cut] >= '\t' && t->name.p[cut] <= '\r'))
        cut++;
    struct str8 open = s8_sub(t->name, 0, cut), close = s8_trim(s8_skip(t->name, cut));
    if (!is_delimiter(open) || !is_delimiter(close))
        return FAIL(p,
                    "%.*s byter inte avgränsare: det ska vara två, med blanksteg mellan och utan "
                    "likhetstecken, som i %.*s=<%% %%>=%.*s.",
                    S8F(mu_shown(t->whole)), S8F(p->open), S8F(p->close));
    set_delimiters(p, open, close);
    return ST_OK;
}

static enum status on_partial(struct parser *p, const struct tag *t) {
    enum status st = check_name(p, t);
    if (st != ST_OK)
        return st;
    bool alone = t->left && t->right;
    if (t->left)
        note_line(p, t->blank);
    take_text(p, t, alone);
    advance(p, t, alone);
    struct mu_node *node = push_tag(p, MU_PARTIAL, t);
    node->alone = alone;
    node->indent = t->blank;
    return ST_OK;
}

/* Section, inverted section, parent and block. */
static enum status on_open(struct parser *p, const struct tag *t) {
    enum status st = check_name(p, t);
    if (st != ST_OK)
        return st;
    if (p->depth == MUSTACHE_NESTING_MAX)
        return FAIL(p, "%.*s ligger inuti %d andra taggpar, och fler går inte. Dela upp mallen.",
                    S8F(mu_shown(t->whole)), MUSTACHE_NESTING_MAX);
    if (t->left)
        note_line(p, t->blank);
    bool argument =
        t->sigil == '$' && p->depth && p->f->node[p->stack[p->depth - 1].node].op == MU_PARENT;
    bool alone = t->sigil != '<' && t->right && (t->left || argument);
    take_text(p, t, t->sigil == '<' ? t->left : alone);
    advance(p, t, alone);
    enum mu_op op = t->sigil == '#'   ? MU_SECTION
                    : t->sigil == '^' ? MU_INVERTED
                    : t->sigil == '<' ? MU_PARENT
                                      : MU_BLOCK;
    struct mu_node *node = push_tag(p, op, t);
    node->first = t->left;
    node->alone = alone;
    node->indent = t->blank;
    p->stack[p->depth++] = (struct opened){.node = p->f->n - 1, .argument = argument};
    return op == MU_SECTION || op == MU_INVERTED ? split_name(p, t, node) : ST_OK;
}

static enum status check_close(struct parser *p, const struct tag *t) {
    if (p->depth == 0)
        return FAIL(p, "%.*s stänger ingenting: inget taggpar är öppet här. Ta bort taggen.",
                    S8F(mu_shown(t->whole)));
    const struct mu_node *node = &p->f->node[p->stack[p->depth - 1].node];
    if (s8_eq(node->text, t->name))
        return ST_OK;
    return FAIL(p,
                "%.*s stänger %.*s som öppnades på rad %zu. Skriv %.*s/%.*s%.*s här, eller rätta "
                "de andra taggarna.",
                S8F(mu_shown(t->whole)), S8F(mu_shown(node->tag)), node->line, S8F(p->open),
                S8F(mu_shown(node->text)), S8F(p->close));
}

/* Blocks by name, of equal names the later first: the later of two is the one that holds. */
static int arg_order(const void *va, const void *vb, void *vnode) {
    size_t a = *(const size_t *)va, b = *(const size_t *)vb;
    const struct mu_node *node = vnode;
    int c = s8_cmp(node[a].text, node[b].text);
    return c ? c : (a < b) - (a > b);
}

static void collect_args(struct parser *p, size_t parent) {
    struct mu_node *node = p->f->node, *self = &node[parent];
    size_t cap = 0, kept = 0;
    for (size_t i = parent + 1; i < p->f->n; i = node[i].op == MU_TEXT ? i + 1 : node[i].end)
        if (node[i].op == MU_BLOCK)
            *ARENA_PUSH(p->a, self->arg, self->args, cap) = i;
    if (self->args)
        qsort_r(self->arg, self->args, sizeof *self->arg, arg_order, node);
    for (size_t i = 0; i < self->args; i++)
        if (kept == 0 || !s8_eq(node[self->arg[kept - 1]].text, node[self->arg[i]].text))
            self->arg[kept++] = self->arg[i];
    self->args = kept;
}

/* Takes the innermost pair off the stack; its lines are lines of what is around it too. */
static void pop(struct parser *p) {
    struct opened o = p->stack[--p->depth];
    struct mu_node *node = &p->f->node[o.node];
    node->end = p->f->n;
    if (node->op == MU_PARENT) {
        collect_args(p, o.node);
        return;
    }
    if (node->op == MU_BLOCK) {
        node->strip = node->alone ? o.common.n : node->indent.n;
        if (node->alone && o.lines)
            node->indent = o.common;
    }
    if (o.lines)
        note_line(p, o.common);
}

static enum status on_close(struct parser *p, const struct tag *t) {
    enum status st = check_name(p, t);
    if (st == ST_OK)
        st = check_close(p, t);
    if (st != ST_OK)
        return st;
    struct opened o = p->stack[p->depth - 1];
    struct mu_node *node = &p->f->node[o.node];
    bool parent = node->op == MU_PARENT;
    bool alone = t->right && (parent ? node->first : t->left && !o.argument);
    if (parent)
        node->alone = alone;
    take_text(p, t, alone || (o.argument && t->left));
    advance(p, t, alone);
    pop(p);
    if (t->left)
        note_line(p, t->blank);
    return ST_OK;
}

static enum status on_tag(struct parser *p, const struct tag *t) {
    note_lines(p, t->before, p->bol);
    switch (t->sigil) {
    case '!':
    case '=':
        return on_nothing(p, t);
    case '#':
    case '^':
    case '<':
    case '$':
        return on_open(p, t);
    case '/':
        return on_close(p, t);
    case '>':
        return on_partial(p, t);
    default:
        return on_value(p, t);
    }
}

enum status mu_parse(struct arena *a, struct mu_file *f, struct error *err) {
    struct parser p = {.a = a, .f = f, .err = err, .bol = true, .line = 1, .column = 1};
    set_delimiters(&p, S8("{{"), S8("}}"));
    struct tag t = {0};
    bool found = true;
    while (found) {
        enum status st = next_tag(&p, &t, &found);
        if (st == ST_OK && found)
            st = on_tag(&p, &t);
        if (st != ST_OK)
            return st;
    }
    if (p.depth) {
        const struct mu_node *node = &f->node[p.stack[p.depth - 1].node];
        return mu_error(err, f, node->line, node->column,
                        "%.*s stängs aldrig. Skriv %.*s/%.*s%.*s där den ska sluta.",
                        S8F(mu_shown(node->tag)), S8F(p.open), S8F(mu_shown(node->text)),
                        S8F(p.close));
    }
    if (p.pos < f->text.n)
        push_text(&p, s8_skip(f->text, p.pos), p.bol);
    return ST_OK;
}
