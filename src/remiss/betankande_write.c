#include "remiss/betankande_form.h"

/* One line: line ends inside become spaces. */
static void put_line(struct buf *out, struct str8 s) {
    s = form_line(s);
    for (size_t i = 0; i < s.n; i++)
        buf_byte(out, s.p[i] == '\n' ? ' ' : s.p[i]);
}

static void put_title(struct buf *out, struct str8 titel) {
    if (form_titel(titel).n)
        put_line(out, titel);
    else
        buf_str(out, "(okänd)");
}

static void put_key(struct buf *out, const char *key) {
    buf_printf(out, "- %s: ", key);
}

static void put_hanvisningar(struct buf *out, const struct form_fact *f, const struct punkt *p) {
    for (size_t i = 0; i < p->n_hanvisning; i++) {
        if (form_line(p->hanvisning[i]).n == 0)
            continue;
        put_key(out, f->key);
        put_line(out, p->hanvisning[i]);
        buf_byte(out, '\n');
    }
}

static void put_fact(struct buf *out, const struct form_fact *f, const void *node) {
    const void *member = (const char *)node + f->at;
    const struct str8 *s = member;
    switch (f->typ) {
    case FORM_RAD:
    case FORM_DATUM:
        if (form_line(*s).n == 0)
            return;
        put_key(out, f->key);
        put_line(out, *s);
        break;
    case FORM_SIDA:
        if (*(const int *)member == 0)
            return;
        put_key(out, f->key);
        buf_printf(out, "%d", *(const int *)member);
        break;
    case FORM_HARKOMST:
        put_key(out, f->key);
        buf_str(out, harkomst_namn(*(const enum harkomst *)member));
        break;
    case FORM_JANEJ:
        if (!*(const bool *)member)
            return;
        put_key(out, f->key);
        buf_str(out, "ja");
        break;
    case FORM_HANVISNING:
        put_hanvisningar(out, f, node);
        return;
    }
    buf_byte(out, '\n');
}

/* A blank line and the facts that are known; nothing when none is. */
static void put_facts(struct buf *out, enum form_node node, const void *from) {
    const struct form_node_info *info = form_node_info(node);
    struct buf facts = {0};
    for (size_t i = 0; i < info->n; i++)
        put_fact(&facts, &info->fact[i], from);
    if (facts.n) {
        buf_byte(out, '\n');
        buf_str8(out, buf_str8_of(&facts));
    }
    buf_free(&facts);
}

static void put_quote(struct buf *out, struct str8 text) {
    struct str8 rest = form_text(text), line;
    if (rest.n)
        buf_byte(out, '\n');
    while (s8_line(&rest, &line)) {
        buf_str(out, line.n ? "> " : ">");
        buf_str8(out, line);
        buf_byte(out, '\n');
    }
}

static size_t longest_run(struct str8 s, char c) {
    size_t best = 0, run = 0;
    for (size_t i = 0; i < s.n; i++) {
        run = s.p[i] == c ? run + 1 : 0;
        best = run > best ? run : best;
    }
    return best;
}

/* The fence is longer than any row of its character inside. */
static void put_fence(struct buf *out, struct str8 text) {
    text = form_text(text);
    if (text.n == 0)
        return;
    size_t run = longest_run(text, '~');
    size_t len = run < 3 ? 3 : run + 1;
    buf_byte(out, '\n');
    buf_repeat(out, '~', len);
    buf_str(out, "text\n");
    buf_str8(out, text);
    buf_byte(out, '\n');
    buf_repeat(out, '~', len);
    buf_byte(out, '\n');
}

static void put_heading(struct buf *out, int level) {
    buf_byte(out, '\n');
    buf_repeat(out, '#', level < 6 ? (size_t)level : 6);
    buf_byte(out, ' ');
}

static void put_punkt(struct buf *out, const struct avsnitt *av, const struct punkt *p) {
    struct punkt q = *p;
    if (q.slag == PUNKT_BEDOMNING)
        q.infinitiv = (struct str8){0};
    q.negerad = q.negerad || form_line(q.motsats).n || form_line(q.infinitiv).n;
    put_heading(out, av->niva + 2);
    buf_printf(out, "%s %.*s:%d\n", q.slag == PUNKT_FORSLAG ? "Förslag" : "Bedömning",
               S8F(av->nummer), q.nr);
    put_facts(out, FORM_PUNKT, &q);
    put_quote(out, q.text);
}

static void put_avsnitt(struct buf *out, const struct avsnitt *av) {
    struct avsnitt shown = *av;
    if (form_titel(av->titel).n == 0)
        shown.harkomst = HARKOMST_OKAND;
    put_heading(out, av->niva + 1);
    buf_printf(out, "%.*s ", S8F(av->nummer));
    put_title(out, av->titel);
    buf_byte(out, '\n');
    put_facts(out, FORM_AVSNITT, &shown);
    put_quote(out, av->gist);
    put_fence(out, av->text);
    for (size_t i = 0; i < av->n_punkt; i++)
        put_punkt(out, av, &av->punkt[i]);
}

void betankande_write(const struct betankande *b, struct buf *out) {
    buf_str(out, "# ");
    put_line(out, b->beteckning);
    buf_byte(out, ' ');
    put_title(out, b->titel);
    buf_byte(out, '\n');
    put_facts(out, FORM_BETANKANDE, b);
    put_quote(out, b->uppdrag);
    for (size_t i = 0; i < b->n_avsnitt; i++)
        put_avsnitt(out, &b->avsnitt[i]);
}
