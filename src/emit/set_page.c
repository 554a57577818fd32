/* The column of lines is cut into pages; footnotes and running heads are put on them. */
#include "emit/set_private.h"

#include "base/utf8.h"
#include "emit/head.h"

enum {
    NOTES_ABOVE = 14000, /* from the text to the footnotes' rule, at least */
    NOTES_BELOW = 7000,  /* from the rule to the notes */
    NOTES_RULE = 500,
    NOTES_RULE_WIDTH = 113000, /* 40 mm */
    NUMBER_GAP = 17000,        /* between a line's number and the text */
    NUMBER_STEP = 5,
    HEAD_GAP = 12000 /* between the running head and the page's number */
};

/* Pages being filled. */
struct pager {
    struct set *s;
    struct sheet_page *page;
    mp y, bottom; /* the next line's top; the lowest that text may reach */
    bool empty;   /* nothing is on the page yet */
    bool closed;  /* no more text is to come on it */
    int numbered; /* lines of text on it */
    int *waiting; /* notes for this page or later, in order; from `first` on */
    size_t first, n, cap;
    size_t line; /* lines of the first of them that are set already */
};

/* The end of the lines from `i` on that are not to be parted. */
static size_t chunk_end(const struct set_lines *lines, size_t i) {
    while (i + 1 < lines->n && lines->item[i].glue != GLUE_NONE)
        i++;
    return i + 1;
}

/* --- Heights ---------------------------------------------------------------------------------- */

static mp line_room(const struct set_line *line, bool first) {
    return line->height + (first ? 0 : line->gap);
}

static mp lines_room(const struct set_line *line, size_t n) {
    mp room = 0;
    for (size_t i = 0; i < n; i++)
        room += line_room(&line[i], i == 0);
    return room;
}

static const struct set_lines *note_lines(const struct pager *p, int note) {
    return &p->s->note[note - 1].lines;
}

static mp waiting_room(const struct pager *p) {
    mp room = 0;
    for (size_t i = p->first; i < p->n; i++) {
        const struct set_lines *lines = note_lines(p, p->waiting[i]);
        size_t from = i == p->first ? p->line : 0;
        room += lines_room(lines->item + from, lines->n - from);
    }
    return room;
}

/* The head that is to be repeated above a line at the top of a page. */
static const struct set_head *head_of(const struct pager *p, size_t i) {
    const struct set_line *line = &p->s->body.item[i];
    const struct set_head *h = line->head ? &p->s->heads[line->head - 1] : NULL;
    if (!h || (i >= h->from && i < h->to))
        return NULL;
    mp room = lines_room(p->s->body.item + h->from, h->to - h->from);
    return room < (p->bottom - mp_twips(LOOK_MARGIN_TOP)) / 3 ? h : NULL;
}

/* What lines [from, to) take where the page now is, without notes. */
static mp text_room(const struct pager *p, size_t from, size_t to) {
    const struct set_line *line = p->s->body.item;
    const struct set_head *h = p->empty ? head_of(p, from) : NULL;
    mp room = h ? lines_room(line + h->from, h->to - h->from) : 0;
    for (size_t i = from; i < to; i++)
        room += line_room(&line[i], i == from && p->empty && !h);
    return room;
}

/* What the notes of some lines take. */
struct notes_room {
    mp all;   /* with the notes that they lead to; */
    mp whole; /* without; */
    mp least; /* and when the last of them is only begun */
};

static struct notes_room notes_room(const struct pager *p, size_t from, size_t to) {
    struct notes_room r = {0};
    for (size_t i = from; i < to; i++) {
        const struct set_line *line = &p->s->body.item[i];
        for (size_t k = 0; k < line->n_notes; k++) {
            const struct set_note *n = &p->s->note[line->notes[k] - 1];
            mp whole = lines_room(n->lines.item, n->lines.n);
            r.least = r.whole + lines_room(n->lines.item, chunk_end(&n->lines, 0));
            r.whole += whole;
            r.all += whole;
            for (size_t f = 0; f < n->n_followers; f++) {
                const struct set_lines *lines = note_lines(p, n->followers[f]);
                r.all += lines_room(lines->item, lines->n);
            }
        }
    }
    return r;
}

/* Of ends after 1 to `n` lines the last of those that hurt least; 0 when `n` is. */
static size_t best_end(const struct set_line *line, size_t n) {
    size_t best = n;
    for (size_t i = n; i > 0; i--)
        if (line[i - 1].glue < line[best - 1].glue)
            best = i;
    return best;
}

/* --- Placing ---------------------------------------------------------------------------------- */

static void place_line(struct pager *p, const struct set_line *line, mp y) {
    for (struct sheet_mark *m = line->first, *next; m; m = next) {
        next = m->next;
        m->y += y;
        sheet_place(p->page, m);
    }
}

/* Marks at the right edge `right`, or from `left` on when that is 0; baseline `y`. */
static void place_artifact(struct pager *p, struct sheet_mark *m, mp left, mp right, mp y,
                           enum artifact_kind kind) {
    mp width = 0;
    for (struct sheet_mark *k = m; k; k = k->next)
        width += k->width;
    mp x = right ? right - width : left;
    for (struct sheet_mark *next; m; m = next) {
        next = m->next;
        m->x = x;
        m->y = y;
        m->artifact = kind;
        m->grey = true;
        x += m->width;
        sheet_place(p->page, m);
    }
}

static void number_line(struct pager *p, const struct set_line *line) {
    struct set *s = p->s;
    if (!s->review || !line->text || ++p->numbered % NUMBER_STEP)
        return;
    struct sheet_mark *m =
        set_mark(s, arena_printf(s->a, "%d", p->numbered), LOOK_RUNNING, 0, NULL, 0);
    place_artifact(p, m, 0, s->margin_left - NUMBER_GAP, p->y + line->base, ARTIFACT_LAYOUT);
}

static void repeat_head(struct pager *p, const struct set_head *h) {
    for (size_t i = h->from; i < h->to; i++) {
        const struct set_line *line = &p->s->body.item[i];
        p->y += p->empty ? 0 : line->gap;
        for (const struct sheet_mark *m = line->first; m; m = m->next) {
            struct sheet_mark *copy = sheet_mark(p->s->sheet, p->page, NULL, m->kind);
            copy->x = m->x;
            copy->y = m->y - line->placed + p->y;
            copy->width = m->width;
            copy->height = m->height;
            copy->run = m->run;
            copy->size = m->size;
            if (m == line->last)
                break; /* what follows on the page is another line's */
        }
        p->y += line->height;
        p->empty = false;
    }
}

/* In the order of their numbers, but after what has been begun. */
static void wait_note(struct pager *p, int note) {
    *ARENA_PUSH(p->s->a, p->waiting, p->n, p->cap) = note;
    size_t first = p->first + (p->line > 0);
    for (size_t i = p->n - 1; i > first && p->waiting[i - 1] > note; i--) {
        p->waiting[i] = p->waiting[i - 1];
        p->waiting[i - 1] = note;
    }
}

static void wait_notes(struct pager *p, const struct set_line *line) {
    for (size_t k = 0; k < line->n_notes; k++) {
        const struct set_note *n = &p->s->note[line->notes[k] - 1];
        wait_note(p, line->notes[k]);
        for (size_t f = 0; f < n->n_followers; f++)
            wait_note(p, n->followers[f]);
    }
}

static void place_text(struct pager *p, size_t from, size_t to) {
    struct set *s = p->s;
    const struct set_head *h = p->empty ? head_of(p, from) : NULL;
    if (h)
        repeat_head(p, h);
    for (size_t i = from; i < to; i++) {
        struct set_line *line = &s->body.item[i];
        p->y += p->empty ? 0 : line->gap;
        place_line(p, line, p->y);
        line->placed = p->y;
        number_line(p, line);
        if (line->bookmark)
            sheet_bookmark(s->sheet, line->bookmark->title, line->bookmark->level, p->page->number,
                           p->y);
        wait_notes(p, line);
        p->y += line->height;
        p->empty = false;
    }
}

/* --- Footnotes -------------------------------------------------------------------------------- */

/* How many lines of a note, from its line `from` on, are placed above `bottom`: none rather than
 * parting what belongs together, but on an empty page at least one. */
static size_t lines_that_fit(const struct pager *p, int note, size_t from, mp room) {
    const struct set_line *line = note_lines(p, note)->item + from;
    size_t n = note_lines(p, note)->n - from, fit = 0;
    while (fit < n && lines_room(line, fit + 1) <= room)
        fit++;
    if (fit == n)
        return n;
    size_t end = best_end(line, fit);
    if (end && line[end - 1].glue == GLUE_NONE)
        return end;
    return !p->empty ? 0 : end ? end : 1;
}

static size_t place_note(struct pager *p, int note, size_t from, mp *y) {
    const struct set_lines *lines = note_lines(p, note);
    size_t to = from + lines_that_fit(p, note, from, p->bottom - *y);
    for (size_t i = from; i < to; i++) {
        struct set_line *line = &lines->item[i];
        *y += i > from ? line->gap : 0;
        place_line(p, line, *y);
        if (i == 0)
            p->s->sheet->notes[note - 1] = (struct sheet_place){p->page->number, *y};
        *y += line->height;
        p->empty = false;
    }
    return to;
}

/* At the foot of the page; what has no room waits for the next. */
static void place_notes(struct pager *p) {
    struct set *s = p->s;
    mp room = waiting_room(p), most = p->bottom - p->y - NOTES_BELOW;
    if (!p->empty)
        most -= NOTES_ABOVE;
    if (p->first == p->n || !lines_that_fit(p, p->waiting[p->first], p->line, most))
        return;
    mp y = p->bottom - (room < most ? room : most);
    struct sheet_mark *rule =
        set_rule(s, s->margin_left, y - NOTES_BELOW, NOTES_RULE_WIDTH, NOTES_RULE);
    sheet_place(p->page, rule);
    while (p->first < p->n) {
        int note = p->waiting[p->first];
        p->line = place_note(p, note, p->line, &y);
        if (p->line < note_lines(p, note)->n)
            break;
        p->first++;
        p->line = 0;
    }
}

/* --- Pages ------------------------------------------------------------------------------------ */

static void begin_page(struct pager *p) {
    bool first = !p->page;
    p->page = sheet_page(p->s->sheet);
    p->y = first ? p->s->top : mp_twips(LOOK_MARGIN_TOP);
    p->empty = true;
    p->closed = false;
    p->numbered = 0;
}

/* Do lines [from, to) fit, with their notes? Closes the page where a note is only begun on it. */
static bool fits(struct pager *p, size_t from, size_t to) {
    mp left = p->bottom - p->y - text_room(p, from, to), waiting = waiting_room(p);
    struct notes_room notes = notes_room(p, from, to);
    if (waiting || notes.all)
        left -= NOTES_ABOVE + NOTES_BELOW;
    if (p->closed || left < 0)
        return false;
    if (waiting + notes.all <= left)
        return true;
    /* At the top of a page text goes on, whatever notes wait; they get what is left. */
    bool begun = p->empty || (notes.all && waiting + notes.least <= left);
    p->closed = begun;
    return begun;
}

/* Part of a chunk that no page holds: as much as there is room for, up to where it hurts least. */
static size_t place_some(struct pager *p, size_t from, size_t to) {
    const struct set_line *line = p->s->body.item;
    size_t most = from + 1;
    while (most < to && p->y + text_room(p, from, most + 1) + NOTES_ABOVE + NOTES_BELOW +
                                notes_room(p, from, most + 1).least <=
                            p->bottom)
        most++;
    size_t end = most < to ? from + best_end(line + from, most - from) : to;
    place_text(p, from, end);
    p->closed = true;
    return end;
}

/* A heading needs two lines of what follows. */
static void glue_headings(struct set *s) {
    struct set_line *line = s->body.item;
    for (size_t i = 0; i + 2 < s->body.n; i++)
        if (line[i].heading && !line[i + 1].heading && line[i + 1].glue < GLUE_PARA)
            line[i + 1].glue = GLUE_PARA;
}

static void fill(struct pager *p) {
    struct set *s = p->s;
    begin_page(p);
    for (size_t i = 0, end; i < s->body.n; i = end) {
        end = chunk_end(&s->body, i);
        if (fits(p, i, end)) {
            place_text(p, i, end);
        } else if (p->empty) {
            end = place_some(p, i, end);
        } else {
            place_notes(p);
            begin_page(p);
            end = i;
        }
    }
    place_notes(p);
    while (p->first < p->n) {
        begin_page(p);
        place_notes(p);
    }
}

/* --- Running heads ---------------------------------------------------------------------------- */

/* `text` cut with "…" to be at most `width`, as marks. */
static struct sheet_mark *cut_mark(struct set *s, struct str8 text, mp width) {
    struct para p;
    para_plain(s, text, (struct text_look){.kind = LOOK_RUNNING}, &p);
    if (s->status != ST_OK)
        return NULL;
    if (p.x[p.text.n] > width) {
        size_t fit = 0;
        for (size_t at = 0; at < p.text.n; at = utf8_next(p.text, at))
            fit = p.x[at] + (int64_t)p.hyphen * 3 <= width ? at : fit;
        struct str8 kept = s8_trim_right(s8_sub(p.text, 0, fit));
        text = arena_printf(s->a, "%.*s…", S8F(kept));
    }
    return set_mark(s, text, LOOK_RUNNING, 0, NULL, 0);
}

static void place_heads(struct pager *p) {
    struct set *s = p->s;
    const struct doc *d = s->d;
    mp y = mp_twips(LOOK_HEADER), width = s->margin_right - s->margin_left;
    struct str8 gap = d->dnr.n && d->title.n ? S8("  ") : S8("");
    struct str8 left = arena_printf(s->a, "%.*s%.*s%.*s", S8F(d->dnr), S8F(gap), S8F(d->title));
    for (p->page = s->sheet->first; p->page && s->status == ST_OK; p->page = p->page->next) {
        struct str8 number = head_number(s->a, d, p->page->number + 1, s->sheet->n_pages);
        struct sheet_mark *m = set_mark(s, number, LOOK_RUNNING, 0, NULL, 0);
        mp taken = m ? m->width + HEAD_GAP : 0;
        if (p->page->number > 0)
            place_artifact(p, cut_mark(s, left, width - taken), s->margin_left, 0, y,
                           ARTIFACT_HEADER);
        place_artifact(p, m, 0, s->margin_right, y, ARTIFACT_HEADER);
    }
}

void set_pages(struct set *s) {
    struct pager p = {.s = s, .bottom = mp_twips(LOOK_PAGE_HEIGHT - LOOK_MARGIN_BOTTOM)};
    glue_headings(s);
    fill(&p);
    place_heads(&p);
}
