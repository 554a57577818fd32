#include "cmd/show.h"

#include "app/paper.h"
#include "base/utf8.h"
#include "cmd/out.h"

enum { LABEL_COLUMN = 24, KEY_WIDTH = 9, KIND_WIDTH = 11, STANCE_MAX = 12 };

static enum stance stance_of(const struct app_case *ar, struct str8 key) {
    return svar_stance(arende_post(ar->arende, POST_SVAR, key));
}

static void put_padded(struct buf *out, struct str8 s, size_t wide) {
    size_t w = utf8_width(s);
    buf_str8(out, s);
    buf_repeat(out, ' ', w < wide ? wide - w : 1);
}

/* Columns for the stances, so that most of each clause can be seen; 0 without answers. */
static size_t stance_width(struct cmd_call *c, const struct betankande *b,
                           const struct app_case *ar) {
    enum { WIDE_SCREEN = 110 };
    size_t wide = 0;
    for (size_t i = 0; ar && i < b->n_avsnitt; i++)
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++) {
            const struct punkt *p = &b->avsnitt[i].punkt[k];
            enum stance s = stance_of(ar, punkt_key(&c->a, &b->avsnitt[i], p));
            size_t w = utf8_width(s8_from(stance_label(s, p->slag)));
            wide = w > wide ? w : wide;
        }
    if (wide > STANCE_MAX && c->width < WIDE_SCREEN)
        wide = STANCE_MAX;
    return ar ? wide + 1 : 0;
}

/* "  4.1.1:1  förslag   tillstyrker   att …", the clause clipped to the line; below it where the
 * stance is wider than its column. */
static void put_punkt(struct cmd_call *c, const struct avsnitt *av, const struct punkt *p,
                      const struct app_case *ar, size_t stances) {
    enum { CLAUSE_AT_LEAST = 10 };
    struct str8 key = punkt_key(&c->a, av, p);
    struct buf line = {0};
    buf_str(&line, "  ");
    put_padded(&line, key, KEY_WIDTH);
    put_padded(&line, s8_from(punkt_slag_namn(p->slag)), KIND_WIDTH);
    if (ar)
        put_padded(&line, s8_from(stance_label(stance_of(ar, key), p->slag)), stances);
    size_t used = utf8_width(buf_str8_of(&line)), column = 2 + KEY_WIDTH + KIND_WIDTH + stances;
    if (used > column) {
        buf_printf(&c->out, "%.*s\n", S8F(s8_trim_right(buf_str8_of(&line))));
        buf_clear(&line);
        buf_repeat(&line, ' ', column);
        used = column;
    }
    struct str8 gist = p->att.n ? arena_printf(&c->a, "att %.*s", S8F(p->att)) : p->text;
    buf_str8(&line,
             out_clip(&c->a, gist,
                      c->width > used + CLAUSE_AT_LEAST ? c->width - used : CLAUSE_AT_LEAST));
    buf_str8(&c->out, s8_trim_right(buf_str8_of(&line)));
    buf_byte(&c->out, '\n');
    buf_free(&line);
}

static void put_title(struct cmd_call *c, const struct avsnitt *av, const struct app_case *ar) {
    const struct post *own = ar ? arende_post(ar->arende, POST_AVSNITT, av->nummer) : NULL;
    struct str8 line = avsnitt_label(&c->a, av);
    if (own && arende_left_out(ar->arende, av->nummer))
        line = arena_printf(&c->a, "%.*s – utelämnas%s%.*s", S8F(line),
                            own->value[AVSNITT_SKAL].n ? ": " : "", S8F(own->value[AVSNITT_SKAL]));
    out_wrap(&c->out, line, 2, true, c->width);
}

static void put_avsnitt(struct cmd_call *c, const struct avsnitt *av, const struct app_case *ar,
                        size_t stances) {
    put_title(c, av, ar);
    for (size_t i = 0; i < av->n_punkt; i++)
        put_punkt(c, av, &av->punkt[i], ar, stances);
}

void show_unanswered(struct cmd_call *c, const struct app_case *ar) {
    const struct betankande *b = ar->betankande;
    size_t all = betankande_n_punkt(b);
    size_t left = all - (size_t)app_case_answered(ar);
    if (left == 0) {
        buf_printf(&c->out, "Alla %zu punkter är besvarade.\n", all);
        return;
    }
    buf_printf(&c->out, "%zu av %zu punkter är obesvarade.\n\n", left, all);
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        bool named = false;
        for (size_t k = 0; k < av->n_punkt; k++) {
            struct punkt_ref ref = {av, &av->punkt[k]};
            if (app_case_has_stance(&c->a, ar, &ref))
                continue;
            if (!named)
                put_title(c, av, ar);
            named = true;
            put_punkt(c, av, ref.punkt, NULL, 0);
        }
    }
}

void show_tree(struct cmd_call *c, const struct betankande *b, const struct app_case *ar) {
    size_t stances = stance_width(c, b, ar);
    for (size_t i = 0; i < b->n_avsnitt; i++)
        put_avsnitt(c, &b->avsnitt[i], ar, stances);
}

static void put_fields(struct cmd_call *c, const struct app_case *ar) {
    const struct post_slag_info *info = post_slag_info(POST_ARENDE);
    struct str8 status = arende_value(ar->arende, ARENDE_STATUS);
    for (size_t f = 0; f < info->n_falt; f++) {
        struct str8 v = arende_value(ar->arende, (int)f);
        bool due = f == ARENDE_SVARSTID || f == ARENDE_ANSTAND;
        if (due && s8_eq(v, app_case_due(ar)) && v.n && app_status_open(status))
            v = arena_printf(&c->a, "%.*s (%.*s)", S8F(v), S8F(out_days_left(&c->a, v)));
        out_pair(&c->out, info->falt[f].etikett, v, LABEL_COLUMN, c->width);
    }
}

static void put_texts(struct cmd_call *c, const struct app_case *ar) {
    const struct post_list *l = &ar->arende->post[POST_TEXT];
    bool any = false;
    for (size_t i = 0; i < l->n; i++) {
        struct str8 text = l->p[i].value[TEXT_INNEHALL];
        if (text.n == 0)
            continue;
        buf_printf(&c->out, "%s%.*s (%zu tecken)", any ? ", " : "\nTexter: ", S8F(l->p[i].nyckel),
                   utf8_count(text));
        any = true;
    }
    if (any)
        buf_byte(&c->out, '\n');
}

/* A line of a list on one line: its values with commas between. */
static struct str8 line_text(struct arena *a, const struct post *p) {
    struct buf b = {0};
    for (size_t i = 0; i < post_slag_info(p->slag)->n_falt; i++)
        if (p->value[i].n)
            buf_printf(&b, "%s%.*s", b.n ? ", " : "", S8F(p->value[i]));
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static void put_lists(struct cmd_call *c, const struct app_case *ar) {
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        const struct post_list *l = &ar->arende->post[s];
        if (info->form != POST_LIST || l->n == 0)
            continue;
        buf_printf(&c->out, "\n%s (%s)\n", info->etikett, info->namn);
        for (size_t i = 0; i < l->n; i++) {
            struct str8 nr = arena_printf(&c->a, "%3.*s  ", S8F(l->p[i].nyckel));
            buf_str8(&c->out, nr);
            struct str8 text = line_text(&c->a, &l->p[i]);
            size_t room = c->width > nr.n + 10 ? c->width - nr.n : 10;
            buf_printf(&c->out, "%.*s\n", S8F(out_clip(&c->a, text, room)));
        }
    }
}

void show_case(struct cmd_call *c, const struct app_case *ar) {
    const struct betankande *b = ar->betankande;
    struct str8 head =
        arena_printf(&c->a, "Ärende %ld: %.*s %.*s", ar->nr, S8F(b->beteckning), S8F(b->titel));
    out_wrap(&c->out, head, 2, true, c->width);
    put_fields(c, ar);
    out_pair(&c->out, "Skapat", clock_local(&c->a, ar->arende->skapad), LABEL_COLUMN, c->width);
    out_pair(&c->out, "Senast ändrat", clock_local(&c->a, ar->arende->andrad), LABEL_COLUMN,
             c->width);
    buf_printf(&c->out, "\n%d av %zu punkter är besvarade.\n\n", app_case_answered(ar),
               betankande_n_punkt(b));
    show_tree(c, b, ar);
    put_texts(c, ar);
    put_lists(c, ar);
}

static void put_section(struct cmd_call *c, const char *label, struct str8 text) {
    if (text.n == 0)
        return;
    buf_printf(&c->out, "  %s\n", label);
    out_wrap(&c->out, text, 4, false, c->width);
}

static void put_answer(struct cmd_call *c, const struct app_case *ar, const struct punkt_ref *ref,
                       struct str8 sentence) {
    const struct punkt *p = ref->punkt;
    struct str8 key = punkt_key(&c->a, ref->avsnitt, p);
    const struct post *svar = arende_post(ar->arende, POST_SVAR, key);
    buf_printf(&c->out, "\n%.*s %s: %s\n", S8F(key), punkt_slag_namn(p->slag),
               stance_label(stance_of(ar, key), p->slag));
    if (p->att.n)
        put_section(c, "Punkten", arena_printf(&c->a, "att %.*s", S8F(p->att)));
    put_section(c, "Förklaring", p->text);
    put_section(c, "I yttrandet", sentence);
    if (svar) {
        put_section(c, "Villkor", svar->value[SVAR_VILLKOR]);
        put_section(c, "Motivering", svar->value[SVAR_MOTIVERING]);
        put_section(c, "Anteckning", svar->value[SVAR_ANTECKNING]);
    }
}

enum status show_punkter(struct cmd_call *c, const struct app_case *ar, struct str8 ref) {
    const struct avsnitt *av = betankande_avsnitt(ar->betankande, ref);
    struct app_refs refs = {0};
    struct str8 *sentence = NULL;
    enum status st = ST_OK;
    if (!av || av->n_punkt)
        st =
            app_refs(&c->a, ar, av ? arena_printf(&c->a, "%.*s:*", S8F(ref)) : ref, &refs, &c->err);
    if (st == ST_OK)
        st = paper_sentences(&c->app, &c->a, ar, &refs, &sentence, &c->err);
    for (size_t i = 0; st == ST_OK && (i < refs.n || i == 0); i++) {
        const struct avsnitt *here = refs.n ? refs.p[i].avsnitt : av;
        if (!here)
            break;
        if (i == 0 || here != refs.p[i - 1].avsnitt) {
            out_wrap(&c->out, avsnitt_label(&c->a, here), 2, true, c->width);
            out_wrap(&c->out, here->gist, 0, false, c->width);
        }
        if (refs.n)
            put_answer(c, ar, &refs.p[i], sentence[i]);
    }
    return st;
}
