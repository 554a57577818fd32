/* Reads the Markdown form line by line, without regard to how it is laid out: the level of a
 * heading, the kind of bullet and blank lines mean nothing; numbers and keys do. */
#include "remiss/betankande_form.h"

#include <stdarg.h>

#include "base/clock.h"
#include "base/near.h"
#include "base/utf8.h"

enum { NO_NODE = FORM_NODES }; /* before the first heading */

enum line_kind { LINE_BLANK, LINE_HEADING, LINE_QUOTE, LINE_FENCE, LINE_FACT, LINE_OTHER };

struct reader {
    struct arena *a;
    const char *name;
    struct error *err;
    struct str8 rest;
    int line; /* number of the line last taken, from 1 */

    struct betankande *b;
    size_t cap_avsnitt, cap_punkt, cap_hanvisning;
    int *avsnitt_line; /* line of each avsnitt's heading */
    size_t n_lines, cap_lines;
    int punkt_line[PUNKT_MAX]; /* the same for the punkter of the last avsnitt */
    struct nummer last;        /* of the last avsnitt */
    int path[NIVA_MAX];        /* index of the open avsnitt on each level */

    int node;                      /* what facts and quotes now belong to: enum form_node */
    int node_line;                 /* of its heading */
    int fact_line[FORM_FACTS_MAX]; /* where each of its facts stood; 0: not yet */
    int fence_line;                /* the same for an avsnitt's own text */
    struct buf quote;
    int quote_line; /* where the quote began; 0: there is none */
    int quote_end;  /* its last line so far */
};

static enum status __attribute__((format(printf, 3, 4)))
fail(struct reader *r, int line, const char *fmt, ...) {
    struct buf b = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&b, fmt, ap);
    va_end(ap);
    error_set(r->err, ST_INVALID, "%s, rad %d: %s", r->name, line, b.p);
    buf_free(&b);
    return ST_INVALID;
}

/* For printf's %.*s: as much of a text as is shown in a message. */
#define SHOWN(s) (int)utf8_fit((s), 60), (s).p ? (s).p : ""

static bool next_line(struct reader *r, struct str8 *line) {
    if (!s8_line(&r->rest, line))
        return false;
    r->line++;
    return true;
}

static struct avsnitt *last_avsnitt(struct reader *r) {
    return r->b->n_avsnitt ? &r->b->avsnitt[r->b->n_avsnitt - 1] : NULL;
}

static void *node_of(struct reader *r) {
    struct avsnitt *av = last_avsnitt(r);
    return r->node == FORM_BETANKANDE ? (void *)r->b
           : r->node == FORM_AVSNITT  ? (void *)av
                                      : (void *)&av->punkt[av->n_punkt - 1];
}

/* --- Lines ------------------------------------------------------------------------------------ */

static struct str8 trim_left(struct str8 s) {
    size_t i = 0;
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
        i++;
    return s8_skip(s, i);
}

static size_t run_of(struct str8 s, char c) {
    size_t i = 0;
    while (i < s.n && s.p[i] == c)
        i++;
    return i;
}

static bool is_bullet(struct str8 s) {
    return s.n && (*s.p == '-' || *s.p == '*' || *s.p == '+') &&
           (s.n == 1 || s.p[1] == ' ' || s.p[1] == '\t' || s8_starts(s8_skip(s, 1), S8("\u00A0")));
}

static enum line_kind kind_of(struct str8 line) {
    struct str8 s = trim_left(line);
    if (form_line(s).n == 0)
        return LINE_BLANK;
    if (*s.p == '#')
        return LINE_HEADING;
    if (*s.p == '>')
        return LINE_QUOTE;
    if (run_of(s, '~') >= 3 || run_of(s, '`') >= 3)
        return LINE_FENCE;
    return is_bullet(s) ? LINE_FACT : LINE_OTHER;
}

/* --- Facts ------------------------------------------------------------------------------------ */

static int find_key(enum form_node node, struct str8 key) {
    const struct form_node_info *info = form_node_info(node);
    for (size_t i = 0; i < info->n; i++)
        if (form_same(key, info->fact[i].key))
            return (int)i;
    return -1;
}

static enum status unknown_key(struct reader *r, int line, struct str8 key) {
    const struct form_node_info *info = form_node_info((enum form_node)r->node);
    for (int node = 0; node < FORM_NODES; node++)
        if (find_key((enum form_node)node, key) >= 0)
            return fail(r, line, "”%.*s” är ingen uppgift om %s. Den hör till %s.", SHOWN(key),
                        info->namn, form_node_info((enum form_node)node)->namn);
    struct str8 known[FORM_FACTS_MAX];
    struct buf all = {0};
    for (size_t i = 0; i < info->n; i++) {
        known[i] = s8_from(info->fact[i].key);
        buf_printf(&all, "%s%s", i ? ", " : "", info->fact[i].key);
    }
    int hit = near_find(key, known, info->n);
    if (hit >= 0)
        fail(r, line, "”%.*s” är ingen uppgift. Menade du ”%s”?", SHOWN(key), known[hit].p);
    else
        fail(r, line, "”%.*s” är ingen uppgift om %s. Uppgifterna är: %s.", SHOWN(key), info->namn,
             all.p);
    buf_free(&all);
    return ST_INVALID;
}

static bool indented(struct str8 line) {
    return s8_starts(line, S8("  ")) || s8_starts(line, S8("\t"));
}

/* A long value may go on over indented lines below. */
static struct str8 whole_value(struct reader *r, struct str8 first) {
    struct buf b = {0};
    buf_str8(&b, form_line(first));
    struct str8 ahead = r->rest, line;
    while (s8_line(&ahead, &line) && indented(line) && kind_of(line) == LINE_OTHER) {
        buf_byte(&b, ' ');
        buf_str8(&b, form_line(line));
        next_line(r, &line);
        ahead = r->rest;
    }
    struct str8 value = arena_str8(r->a, form_line(buf_str8_of(&b)));
    buf_free(&b);
    return value;
}

static enum status set_word(struct reader *r, int line, const struct form_fact *f, struct str8 v,
                            void *member) {
    bool *yes = member;
    if (f->typ == FORM_HARKOMST)
        return harkomst_parse(v, member)
                   ? ST_OK
                   : fail(r, line, "%s: ”%.*s” går inte. Skriv verifierad, parafras eller okänd.",
                          f->key, SHOWN(v));
    *yes = form_same(v, "ja");
    return *yes || form_same(v, "nej")
               ? ST_OK
               : fail(r, line, "%s: ”%.*s” går inte. Skriv ja eller nej.", f->key, SHOWN(v));
}

static enum status add_hanvisning(struct reader *r, int line, struct punkt *p, struct str8 v) {
    if (p->n_hanvisning == HANVISNING_MAX)
        return fail(r, line, "en punkt kan ha högst %d hänvisningar", HANVISNING_MAX);
    *ARENA_PUSH(r->a, p->hanvisning, p->n_hanvisning, r->cap_hanvisning) = v;
    return ST_OK;
}

static enum status set_fact(struct reader *r, int line, const struct form_fact *f, struct str8 v) {
    void *node = node_of(r);
    void *member = (char *)node + f->at;
    struct str8 *text = member;
    int *page = member;
    struct date d;
    if (f->max && utf8_count(v) > f->max)
        return fail(r, line, "%s är %zu tecken långt; högst %zu får plats", f->key, utf8_count(v),
                    f->max);
    switch (f->typ) {
    case FORM_RAD:
        *text = v;
        return ST_OK;
    case FORM_DATUM:
        *text = v;
        return date_check(v, f->key, &d, r->err) == ST_OK
                   ? ST_OK
                   : error_prefix(r->err, "%s, rad %d", r->name, line);
    case FORM_SIDA:
        return s8_uint(v, page) && *page >= 1 && *page <= SIDA_MAX
                   ? ST_OK
                   : fail(r, line, "%s: ”%.*s” är inget sidnummer. Skriv ett heltal från 1.",
                          f->key, SHOWN(v));
    case FORM_HARKOMST:
    case FORM_JANEJ:
        return set_word(r, line, f, v, member);
    case FORM_HANVISNING:
        return add_hanvisning(r, line, node, v);
    }
    return ST_INVALID;
}

static enum status read_fact(struct reader *r, struct str8 line) {
    int at = r->line;
    struct str8 rest = form_line(s8_skip(trim_left(line), 1));
    struct str8 key = form_line(s8_cut(&rest, ':'));
    if (r->node == NO_NODE)
        return fail(r, at,
                    "före uppgifterna ska betänkandets rubrik stå, till exempel "
                    "”# SOU 2024:72 Titel”");
    if (!rest.p)
        return fail(r, at,
                    "”%.*s” saknar kolon. En uppgift skrivs ”- nyckel: värde”, löpande text "
                    "börjar varje rad med ”> ”.",
                    SHOWN(key));
    int i = find_key((enum form_node)r->node, key);
    if (i < 0)
        return unknown_key(r, at, key);
    const struct form_fact *f = &form_node_info((enum form_node)r->node)->fact[i];
    if (r->fact_line[i] && f->typ != FORM_HANVISNING)
        return fail(r, at, "”%s” står redan på rad %d", f->key, r->fact_line[i]);
    r->fact_line[i] = at;
    struct str8 value = whole_value(r, rest);
    return value.n ? set_fact(r, at, f, value) : ST_OK;
}

/* --- Quotes and fences ------------------------------------------------------------------------ */

/* Two quotes with something between are one text with a blank line between. */
static enum status read_quote(struct reader *r, struct str8 line) {
    struct str8 text = s8_skip(trim_left(line), 1);
    if (r->node == NO_NODE)
        return fail(r, r->line,
                    "före texten ska betänkandets rubrik stå, till exempel "
                    "”# SOU 2024:72 Titel”");
    if (s8_starts(text, S8(" ")))
        text = s8_skip(text, 1);
    if (r->quote_line == 0)
        r->quote_line = r->line;
    else
        buf_str(&r->quote, r->quote_end == r->line - 1 ? "\n" : "\n\n");
    r->quote_end = r->line;
    buf_str8(&r->quote, text);
    return ST_OK;
}

static bool closes(struct str8 line, char c, size_t len) {
    size_t indent = run_of(line, ' ');
    struct str8 s = s8_trim_right(s8_skip(line, indent));
    return indent <= 3 && s.n >= len && run_of(s, c) == s.n;
}

static enum status read_fence(struct reader *r, struct str8 line) {
    struct str8 open = trim_left(line);
    size_t len = run_of(open, *open.p);
    int at = r->line;
    struct avsnitt *av = last_avsnitt(r);
    if (r->node != FORM_AVSNITT)
        return fail(r, at,
                    "betänkandets egen text hör till ett avsnitt och ska stå före "
                    "avsnittets första punkt");
    if (r->fence_line)
        return fail(r, at, "avsnitt %.*s har redan en text, på rad %d", S8F(av->nummer),
                    r->fence_line);
    r->fence_line = at;
    const char *start = r->rest.p;
    while (next_line(r, &line)) {
        if (!closes(line, *open.p, len))
            continue;
        struct str8 text = form_text((struct str8){start, (size_t)(line.p - start)});
        if (utf8_count(text) > TEXT_MAX)
            return fail(r, at, "texten är %zu tecken lång; högst %d får plats", utf8_count(text),
                        TEXT_MAX);
        av->text = arena_str8(r->a, text);
        return ST_OK;
    }
    return fail(r, at, "texten som börjar här tar aldrig slut. Avsluta den med en rad ”%.*s”.",
                (int)(len < 60 ? len : 60), open.p);
}

/* --- The end of a node ------------------------------------------------------------------------ */

static enum status close_quote(struct reader *r, struct str8 *into) {
    struct str8 text = form_text(buf_str8_of(&r->quote));
    if (utf8_count(text) > GIST_MAX)
        return fail(r, r->quote_line, "texten är %zu tecken lång; högst %d får plats",
                    utf8_count(text), GIST_MAX);
    *into = arena_str8(r->a, text);
    buf_clear(&r->quote);
    r->quote_line = 0;
    return ST_OK;
}

static enum status close_avsnitt(struct reader *r, struct avsnitt *av) {
    if (av->titel.n == 0 && av->harkomst != HARKOMST_OKAND)
        return fail(r, r->node_line,
                    "avsnitt %.*s saknar titel; härkomsten kan då inte vara %s utan bara okänd",
                    S8F(av->nummer), harkomst_namn(av->harkomst));
    return close_quote(r, &av->gist);
}

static enum status close_punkt(struct reader *r, struct punkt *p) {
    int negerad = r->fact_line[find_key(FORM_PUNKT, S8("negerad"))];
    const char *only = p->motsats.n ? "motsats" : "infinitiv";
    if (p->infinitiv.n && p->slag != PUNKT_FORSLAG)
        return fail(r, r->fact_line[find_key(FORM_PUNKT, S8("infinitiv"))],
                    "”infinitiv” hör till ett förslag, inte till en bedömning");
    if ((p->motsats.n || p->infinitiv.n) && negerad && !p->negerad)
        return fail(r, negerad, "punkten har en ”%s” men sägs inte vara negerad", only);
    p->negerad = p->negerad || p->motsats.n || p->infinitiv.n;
    return close_quote(r, &p->text);
}

static enum status close_node(struct reader *r) {
    enum status st = ST_OK;
    if (r->node == FORM_BETANKANDE)
        st = close_quote(r, &r->b->uppdrag);
    else if (r->node == FORM_AVSNITT)
        st = close_avsnitt(r, node_of(r));
    else if (r->node == FORM_PUNKT)
        st = close_punkt(r, node_of(r));
    return st;
}

static void open_node(struct reader *r, enum form_node node) {
    r->node = (int)node;
    r->node_line = r->line;
    r->fence_line = 0;
    for (int i = 0; i < FORM_FACTS_MAX; i++)
        r->fact_line[i] = 0;
}

/* --- Headings --------------------------------------------------------------------------------- */

static enum status check_titel(struct reader *r, struct str8 titel) {
    return utf8_count(titel) <= TITEL_MAX
               ? ST_OK
               : fail(r, r->line, "titeln är %zu tecken lång; högst %d får plats",
                      utf8_count(titel), TITEL_MAX);
}

static enum status read_betankande(struct reader *r, struct str8 heading) {
    struct beteckning bet;
    size_t used;
    if (r->node != NO_NODE)
        return fail(r, r->line,
                    "betänkandets rubrik finns redan. Ett avsnitt börjar med ## eller fler.");
    if (!beteckning_parse(heading, &bet, &used))
        return fail(r, r->line,
                    "rubriken ska börja med betänkandets beteckning, till exempel "
                    "”# SOU 2024:72 Titel”");
    open_node(r, FORM_BETANKANDE);
    r->b->beteckning = arena_printf(r->a, "%s %d:%d", bet.ds ? "Ds" : "SOU", bet.year, bet.nr);
    r->b->titel = arena_str8(r->a, form_titel(s8_skip(heading, used)));
    enum status st = betankande_id(r->a, r->b->beteckning, &r->b->id, r->err);
    return st == ST_OK ? check_titel(r, r->b->titel) : st;
}

/* An avsnitt comes after the one before it, and in one that is there. */
static enum status check_place(struct reader *r, struct str8 nummer, const struct nummer *no) {
    if (r->b->n_avsnitt == AVSNITT_MAX)
        return fail(r, r->line, "ett betänkande kan ha högst %d avsnitt", AVSNITT_MAX);
    for (size_t i = 0; nummer_cmp(no, &r->last) <= 0 && i < r->b->n_avsnitt; i++)
        if (s8_eq(r->b->avsnitt[i].nummer, nummer))
            return fail(r, r->line, "avsnitt %.*s finns redan, på rad %d", S8F(nummer),
                        r->avsnitt_line[i]);
    if (nummer_cmp(no, &r->last) < 0)
        return fail(r, r->line,
                    "avsnitt %.*s står efter avsnitt %.*s på rad %d. Avsnitten ska stå i "
                    "nummerordning.",
                    S8F(nummer), S8F(last_avsnitt(r)->nummer),
                    r->avsnitt_line[r->b->n_avsnitt - 1]);
    if (nummer_common(no, &r->last) < no->n - 1) {
        struct str8 above = nummer;
        do
            above.n--;
        while (above.p[above.n] != '.');
        return fail(r, r->line,
                    "avsnitt %.*s hör till %.*s, som saknas. Lägg till en rubrik för det, till "
                    "exempel ”## %.*s (okänd)”.",
                    S8F(nummer), S8F(above), S8F(above));
    }
    return ST_OK;
}

static enum status read_avsnitt(struct reader *r, struct str8 heading) {
    struct str8 word = form_word(&heading);
    struct str8 nummer = s8_ends(word, S8(".")) ? s8_sub(word, 0, word.n - 1) : word;
    struct str8 titel = form_titel(heading);
    struct nummer no;
    if (!nummer_parse(nummer, &no))
        return fail(r, r->line,
                    "”%.*s” är inget avsnittsnummer. Skriv till exempel 4.1.1, med högst %d delar.",
                    SHOWN(word), NIVA_MAX);
    enum status st = check_place(r, nummer, &no);
    if (st == ST_OK)
        st = check_titel(r, titel);
    if (st != ST_OK)
        return st;
    open_node(r, FORM_AVSNITT);
    struct betankande *b = r->b;
    *ARENA_PUSH(r->a, r->avsnitt_line, r->n_lines, r->cap_lines) = r->line;
    r->path[no.n - 1] = (int)b->n_avsnitt;
    r->last = no;
    r->cap_punkt = 0;
    *ARENA_PUSH(r->a, b->avsnitt, b->n_avsnitt, r->cap_avsnitt) = (struct avsnitt){
        .nummer = arena_str8(r->a, nummer),
        .titel = arena_str8(r->a, titel),
        .niva = no.n,
        .foralder = no.n > 1 ? r->path[no.n - 2] : -1,
    };
    return ST_OK;
}

/* "4.1.1:2", or "2" alone, or nothing for the next one. */
static enum status punkt_number(struct reader *r, const struct avsnitt *av, struct str8 s,
                                int *nr) {
    struct str8 rest = s, before = s8_cut(&rest, ':');
    int last = av->n_punkt ? av->punkt[av->n_punkt - 1].nr : 0;
    *nr = last + 1;
    if (rest.p && !s8_eq(form_line(before), av->nummer))
        return fail(r, r->line, "punkten heter %.*s men står i avsnitt %.*s, som börjar på rad %d",
                    SHOWN(s), S8F(av->nummer), r->avsnitt_line[r->b->n_avsnitt - 1]);
    bool number = s.n == 0 || s8_uint(form_line(rest.p ? rest : s), nr);
    if (!number || *nr < 1 || *nr > PUNKT_NR_MAX)
        return fail(r, r->line, "”%.*s” är inget punktnummer. Skriv till exempel %.*s:%d.",
                    SHOWN(s), S8F(av->nummer), last + 1);
    for (size_t i = 0; i < av->n_punkt; i++)
        if (av->punkt[i].nr == *nr)
            return fail(r, r->line, "punkt %.*s:%d finns redan, på rad %d", S8F(av->nummer), *nr,
                        r->punkt_line[i]);
    if (*nr < last)
        return fail(
            r, r->line,
            "punkt %.*s:%d står efter %.*s:%d på rad %d. Punkterna ska stå i nummerordning.",
            S8F(av->nummer), *nr, S8F(av->nummer), last, r->punkt_line[av->n_punkt - 1]);
    return ST_OK;
}

static enum status read_punkt(struct reader *r, struct str8 heading) {
    static const char *const words[] = {"Förslag", "Bedömning"};
    struct str8 word = form_word(&heading);
    bool forslag = form_same(word, "förslag");
    if (!forslag && !form_same(word, "bedömning")) {
        struct str8 known[] = {s8_from(words[0]), s8_from(words[1])};
        int hit = near_find(word, known, 2);
        return fail(r, r->line,
                    "rubriken ”%.*s” går inte att tolka. Ett avsnitt börjar med sitt nummer, en "
                    "punkt med Förslag eller Bedömning.%s%s%s",
                    SHOWN(word), hit >= 0 ? " Menade du ”" : "", hit >= 0 ? words[hit] : "",
                    hit >= 0 ? "”?" : "");
    }
    struct avsnitt *av = last_avsnitt(r);
    if (!av)
        return fail(r, r->line, "punkten står före det första avsnittet");
    if (av->n_punkt == PUNKT_MAX)
        return fail(r, r->line, "ett avsnitt kan ha högst %d punkter", PUNKT_MAX);
    int nr;
    enum status st = punkt_number(r, av, heading, &nr);
    if (st != ST_OK)
        return st;
    open_node(r, FORM_PUNKT);
    r->cap_hanvisning = 0;
    r->punkt_line[av->n_punkt] = r->line;
    *ARENA_PUSH(r->a, av->punkt, av->n_punkt, r->cap_punkt) =
        (struct punkt){.nr = nr, .slag = forslag ? PUNKT_FORSLAG : PUNKT_BEDOMNING};
    return ST_OK;
}

static enum status read_heading(struct reader *r, struct str8 line) {
    struct str8 s = trim_left(line);
    size_t level = run_of(s, '#');
    struct str8 heading = form_line(s8_skip(s, level));
    enum status st = close_node(r);
    if (st != ST_OK)
        return st;
    if (heading.n == 0)
        return fail(r, r->line, "rubriken är tom");
    if (level == 1)
        return read_betankande(r, heading);
    if (r->node == NO_NODE)
        return fail(r, r->line,
                    "den första rubriken ska vara betänkandets, till exempel "
                    "”# SOU 2024:72 Titel”");
    return *heading.p >= '0' && *heading.p <= '9' ? read_avsnitt(r, heading)
                                                  : read_punkt(r, heading);
}

/* --- All of it -------------------------------------------------------------------------------- */

static enum status read_line(struct reader *r, struct str8 line) {
    switch (kind_of(line)) {
    case LINE_BLANK:
        return ST_OK;
    case LINE_HEADING:
        return read_heading(r, line);
    case LINE_QUOTE:
        return read_quote(r, line);
    case LINE_FENCE:
        return read_fence(r, line);
    case LINE_FACT:
        return read_fact(r, line);
    case LINE_OTHER:
        break;
    }
    struct str8 shown = form_line(line);
    return fail(r, r->line,
                "raden ”%.*s” går inte att tolka. En rubrik börjar med #, en uppgift med ”- ” och "
                "löpande text med ”> ” på varje rad.",
                SHOWN(shown));
}

enum status betankande_read(struct arena *a, struct str8 markdown, const char *name,
                            struct betankande **out, struct error *err) {
    struct reader r = {.a = a, .name = name, .err = err, .node = NO_NODE};
    struct str8 line;
    enum status st = utf8_admit(a, markdown, name, &r.rest, err);
    if (st != ST_OK)
        return st;
    r.b = ARENA_NEW(a, struct betankande, 1);
    while (st == ST_OK && next_line(&r, &line))
        st = read_line(&r, line);
    if (st == ST_OK && r.node == NO_NODE)
        st = fail(&r, r.line + 1, "betänkandets rubrik saknas, till exempel ”# SOU 2024:72 Titel”");
    if (st == ST_OK)
        st = close_node(&r);
    if (st == ST_OK)
        *out = r.b;
    buf_free(&r.quote);
    return st;
}
