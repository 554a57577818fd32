/* Lines put on pages: what may be parted, page heads, notes at the foot. */
#include "base/utf8.h"
#include "emit/head.h"
#include "emit/layout.h"

enum {
    WIDTH_DEFAULT = 72,
    WIDTH_MIN = 30,
    WIDTH_MAX = 200,
    PAGE_DEFAULT = 60,
    PAGE_MIN = 16,
    PAGE_MAX = 1000,
    PAGE_HEAD = 2,  /* lines: the head and a blank one */
    FOOT_HEAD = 2,  /* a blank line and the rule above the notes */
    FOOT_RULE = 20, /* columns */
    FOLLOWING = 2,  /* lines that a heading keeps with it */
};

struct pages {
    struct arena *a;
    const struct doc *d;
    struct emit_lines *out;
    struct text body;
    struct text_lines *notes; /* of note 1 at [0], … */
    size_t width, height;     /* columns; lines, 0 for endless */
    size_t at;                /* next line of the body */
    bool *called;             /* per note: its reference has been placed */
    int *queue;               /* notes to be printed, in order of reference */
    size_t n_queue;
    size_t done_notes, done_lines; /* of the queue: whole notes, and lines of the next one */

    /* The page being made. */
    int page;
    size_t room; /* lines below its head */
    size_t used; /* of them by the body */
    size_t foot; /* lines of notes that are to stand on it */
};

/* --- Laying out ------------------------------------------------------------------------------- */

/* A heading, and blank lines after it, are tied to the two lines that follow. */
static void glue_headings(struct text_lines *lines) {
    for (size_t i = 0; i < lines->n; i++) {
        if (!lines->items[i].heading)
            continue;
        int need = FOLLOWING;
        for (size_t k = i; need && k + 1 < lines->n; k++) {
            lines->items[k].glued = true;
            const struct text_line *next = &lines->items[k + 1];
            need = next->heading ? 0 : need - !next->blank; /* that heading has its own */
        }
    }
}

static void lay_out(struct pages *p) {
    p->body = (struct text){.a = p->a, .width = p->width};
    text_blocks(&p->body, p->d->body, false);
    text_free(&p->body);
    glue_headings(&p->body.lines);
    size_t n = (size_t)p->d->n_notes;
    p->notes = ARENA_NEW(p->a, struct text_lines, n + 1);
    p->called = ARENA_NEW(p->a, bool, n + 1);
    p->queue = ARENA_NEW(p->a, int, n + 1);
    for (const struct doc_node *note = p->d->notes; note; note = note->next) {
        struct text t = {.a = p->a, .width = p->width};
        size_t before = text_indent(&t, arena_printf(p->a, "[%d] ", note->number));
        text_blocks(&t, note, false);
        if (t.lines.n == 0)
            text_put(&t, &(struct filled){0});
        text_outdent(&t, before);
        text_free(&t);
        p->notes[note->number - 1] = t.lines;
    }
}

/* --- Lines of a page -------------------------------------------------------------------------- */

static void put(struct pages *p, struct str8 text, struct str8 mark) {
    *ARENA_PUSH(p->a, p->out->items, p->out->n, p->out->cap) =
        (struct emit_line){.text = text, .mark = mark, .page = p->page};
}

static void put_blanks(struct pages *p, size_t n) {
    for (; n; n--)
        put(p, (struct str8){0}, (struct str8){0});
}

/* Text at both ends of a line; the left one is cut where it would reach the other. */
static struct str8 both_ends(struct pages *p, struct str8 left, struct str8 right) {
    struct buf b = {0};
    size_t room = p->width - utf8_width(right) - 2;
    if (utf8_width(left) > room) {
        buf_str8(&b, s8_trim_right(s8_sub(left, 0, utf8_fit(left, room - 1))));
        buf_str(&b, "…");
    } else {
        buf_str8(&b, left);
    }
    buf_repeat(&b, ' ', p->width - utf8_width(buf_str8_of(&b)) - utf8_width(right));
    buf_str8(&b, right);
    struct str8 out = arena_str8(p->a, s8_trim_right(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

/* Metadata as one printable line no wider than `columns`. */
static struct str8 one_line(struct pages *p, struct str8 s, size_t columns) {
    struct doc_node text = {.kind = DOC_TEXT, .text = s}, root = {.first = &text, .last = &text};
    struct flat f = {0};
    struct filled_lines lines = {0};
    flat_inlines(p->a, &f, &root);
    for (size_t i = 0; i < f.text.n; i++)
        if ((unsigned char)f.text.p[i] < ' ')
            f.text.p[i] = ' ';
    flat_fill(p->a, &f, columns, columns, &lines);
    flat_free(&f);
    return lines.n ? lines.items[0].text : (struct str8){0};
}

/* The head of page 1 says who and when, the date only where the paper does not begin with a list of
 * fields, which holds it; the others which paper and which page. "n (N)" waits until
 * the number of pages is known. */
static void begin_page(struct pages *p) {
    const struct doc *d = p->d;
    p->page++;
    p->used = p->foot = 0;
    p->room = p->height;
    struct str8 head = {0};
    struct str8 date = doc_head_date(d);
    if (p->page == 1 && (d->organisation.n || date.n))
        head =
            both_ends(p, one_line(p, d->organisation, WIDTH_MAX), one_line(p, date, p->width / 3));
    else if (p->page == 1)
        return;
    put(p, head, (struct str8){0});
    put_blanks(p, PAGE_HEAD - 1);
    p->room -= p->height ? PAGE_HEAD : 0;
}

static void finish_heads(struct pages *p) {
    struct str8 left = p->d->dnr.n ? p->d->dnr : p->d->title;
    left = one_line(p, left, WIDTH_MAX);
    for (size_t i = 1; i < p->out->n; i++) {
        struct emit_line *l = &p->out->items[i];
        if (l->page != l[-1].page)
            l->text = both_ends(p, left, head_number(p->a, p->d, l->page, p->page));
    }
}

/* --- Notes ------------------------------------------------------------------------------------ */

static size_t note_height(const struct pages *p, int number) {
    return p->notes[number - 1].n;
}

/* Lines of notes that wait to be printed. */
static size_t waiting(const struct pages *p) {
    size_t n = 0;
    for (size_t i = p->done_notes; i < p->n_queue; i++)
        n += note_height(p, p->queue[i]);
    return n - (p->done_notes < p->n_queue ? p->done_lines : 0);
}

static void call_line(struct pages *p, const struct text_line *l) {
    for (size_t i = 0; i < l->n_notes; i++) {
        int number = l->notes[i];
        if (!p->called[number])
            p->queue[p->n_queue++] = number;
        p->called[number] = true;
    }
}

/* Queues the notes of lines [from, to) of the body, and those that these refer to. */
static void call_notes(struct pages *p, size_t from, size_t to) {
    size_t next = p->n_queue;
    for (size_t i = from; i < to; i++)
        call_line(p, &p->body.lines.items[i]);
    for (; next < p->n_queue; next++) {
        const struct text_lines *note = &p->notes[p->queue[next] - 1];
        for (size_t i = 0; i < note->n; i++)
            call_line(p, &note->items[i]);
    }
}

static void uncall_notes(struct pages *p, size_t queued) {
    while (p->n_queue > queued)
        p->called[p->queue[--p->n_queue]] = false;
}

static void put_notes(struct pages *p, size_t room) {
    if (room == 0 || p->done_notes == p->n_queue)
        return;
    struct buf rule = {0};
    buf_repeat(&rule, '-', FOOT_RULE);
    put_blanks(p, 1);
    put(p, arena_str8(p->a, buf_str8_of(&rule)), (struct str8){0});
    buf_free(&rule);
    for (; room && p->done_notes < p->n_queue; room--) {
        const struct text_lines *note = &p->notes[p->queue[p->done_notes] - 1];
        const struct text_line *l = &note->items[p->done_lines++];
        put(p, l->text, l->mark);
        if (p->done_lines == note->n) {
            p->done_lines = 0;
            p->done_notes++;
        }
    }
}

/* --- Filling a page --------------------------------------------------------------------------- */

static size_t with_head(size_t foot) {
    return foot ? foot + FOOT_HEAD : 0;
}

/* Where the lines end that no page may part, from `at` on. */
static size_t chunk_end(const struct text_lines *lines, size_t at) {
    size_t end = at + 1;
    while (end < lines->n && lines->items[end - 1].glued && end - at <= PAGE_MAX)
        end++;
    return end;
}

static void put_body_line(struct pages *p) {
    const struct text_line *l = &p->body.lines.items[p->at++];
    put(p, l->text, l->mark);
    p->used++;
}

/* A table that goes on from the page before gets its head again. */
static void repeat_head(struct pages *p) {
    const struct text_lines *lines = &p->body.lines;
    size_t head = lines->items[p->at].head;
    if (!head || p->page == 1)
        return;
    struct text_head h = p->body.heads[head - 1];
    if (h.to - h.from > p->room / 3)
        return;
    for (size_t i = h.from; i < h.to; i++, p->used++)
        put(p, lines->items[i].text, lines->items[i].mark);
}

/* Puts the chunk [at, end) on the page if it fits with the notes it calls. A page less than half
 * full also takes it when only the last of the notes must go on overleaf. */
static bool put_chunk(struct pages *p, size_t end) {
    size_t lines = end - p->at, queued = p->n_queue;
    if (p->used + lines + with_head(p->foot) > p->room)
        return false;
    call_notes(p, p->at, end);
    size_t foot = p->n_queue == queued ? p->foot : waiting(p);
    size_t space = p->room - p->used - lines;
    bool fits = with_head(foot) <= space;
    bool begins = p->used < p->room / 2 && with_head(p->foot + 1) <= space;
    if (!fits && !begins) {
        uncall_notes(p, queued);
        return false;
    }
    p->foot = fits ? foot : space - FOOT_HEAD;
    while (p->at < end)
        put_body_line(p);
    return true;
}

static void fill_page(struct pages *p) {
    const struct text_lines *lines = &p->body.lines;
    p->foot = waiting(p);
    if (p->at < lines->n && p->foot > p->room * 2 / 3)
        p->foot = p->room * 2 / 3;
    else if (with_head(p->foot) > p->room)
        p->foot = p->room - FOOT_HEAD;
    while (p->at < lines->n && lines->items[p->at].blank && p->page > 1)
        p->at++;
    if (p->at < lines->n)
        repeat_head(p);
    size_t top = p->used;
    while (p->at < lines->n && put_chunk(p, chunk_end(lines, p->at)))
        ;
    /* A chunk that no page can hold, with its notes, is parted like any text. */
    if (p->used > top || p->at >= lines->n || p->foot)
        return;
    size_t end = chunk_end(lines, p->at);
    while (p->at < end && put_chunk(p, p->at + 1))
        ;
}

static void end_page(struct pages *p) {
    while (p->used && p->out->items[p->out->n - 1].text.n == 0) {
        p->out->n--;
        p->used--;
    }
    if (p->foot && waiting(p)) {
        put_blanks(p, p->room - p->used - with_head(p->foot));
        put_notes(p, p->foot);
    }
}

static void endless(struct pages *p) {
    begin_page(p);
    call_notes(p, 0, p->body.lines.n);
    while (p->at < p->body.lines.n)
        put_body_line(p);
    put_notes(p, waiting(p));
}

static int limit(int value, int standard, int min, int max) {
    if (value == 0)
        return standard;
    return value < min ? min : value > max ? max : value;
}

void emit_text_lines(struct arena *a, const struct doc *d, const struct emit_text_options *o,
                     struct emit_lines *out) {
    static const struct emit_text_options defaults;
    struct pages p = {.a = a, .d = d, .out = out};
    o = o ? o : &defaults;
    *out = (struct emit_lines){0};
    p.width = (size_t)limit(o->width, WIDTH_DEFAULT, WIDTH_MIN, WIDTH_MAX);
    lay_out(&p);
    if (o->endless) {
        endless(&p);
    } else {
        p.height = (size_t)limit(o->page_lines, PAGE_DEFAULT, PAGE_MIN, PAGE_MAX);
        do {
            begin_page(&p);
            fill_page(&p);
            end_page(&p);
        } while (p.at < p.body.lines.n || waiting(&p));
        finish_heads(&p);
    }
    out->pages = p.page;
}

void emit_text(const struct doc *d, const struct emit_text_options *o, struct buf *out) {
    struct arena a = {0};
    struct emit_lines lines;
    emit_text_lines(&a, d, o, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        if (i && lines.items[i].page != lines.items[i - 1].page)
            buf_byte(out, '\f');
        buf_str8(out, lines.items[i].text);
        buf_byte(out, '\n');
    }
    arena_free(&a);
}
