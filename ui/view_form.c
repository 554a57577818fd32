/* The fields of one post, a row each, written where they stand. Of the ärende's own post the
 * fields are grouped as the work goes, and after them come its lists. */
#include "app/paper.h"
#include "ui/form.h"
#include "ui/writing.h"

const struct form_row *form_focus(const struct form *v) {
    return &v->row[v->list.at];
}

const struct falt *form_field(const struct form *v, int falt) {
    return &post_slag_info(v->slag)->falt[falt];
}

const struct post *form_post(const struct ui *ui, const struct form *v) {
    return ui_post(ui, v->slag, v->nyckel);
}

bool form_gone(const struct ui *ui, const struct form *v) {
    return post_slag_info(v->slag)->form == POST_LIST && !form_post(ui, v);
}

/* ---- which rows there are ---- */

#define END (-1)
static const struct {
    const char *rubrik;
    int falt[16];
} groups[] = {
    {"Ärendet", {ARENDE_DNR, ARENDE_ERT_DNR, ARENDE_RUBRIK, ARENDE_STATUS, END}},
    {"Vem som svarar, och till vem",
     {ARENDE_VAG, ARENDE_ORGANISATION, ARENDE_NAMND, ARENDE_FORVALTNING, ARENDE_ARBETSUTSKOTT,
      ARENDE_BESLUTANDE, ARENDE_ADRESSAT, ARENDE_MOTTAGARE, ARENDE_EPOST, ARENDE_EPOST_KOPIA,
      ARENDE_REMISSINSTANS, ARENDE_SUBJEKT, ARENDE_AVSTAR, END}},
    {"Dagar",
     {ARENDE_INKOM, ARENDE_SVARSTID, ARENDE_ANSTAND_BEGART, ARENDE_ANSTAND, ARENDE_SKRIVSTOPP,
      ARENDE_GRANSKNING, ARENDE_UTSKICK, ARENDE_AU, ARENDE_NAMNDMOTE, ARENDE_JUSTERING,
      ARENDE_OMEDELBAR_JUSTERING, ARENDE_EXPEDIERING, END}},
    {"Beslutet",
     {ARENDE_BESLUTSUTGANG, ARENDE_BESLUTSDATUM, ARENDE_PARAGRAF, ARENDE_ORDFORANDEBESLUT, END}},
    {"Papperen",
     {ARENDE_TJANSTESKRIVELSE_DATUM, ARENDE_DATUM, ARENDE_BARNETS_BASTA, ARENDE_GALLRING,
      ARENDE_PROFIL, ARENDE_PROFILVERSION, END}},
    {"För dig själv", {ARENDE_ANTECKNING, END}},
};
enum { N_GROUPS = sizeof groups / sizeof *groups };

static bool has_row(const struct form *v, int falt) {
    for (size_t i = 0; i < v->n_row; i++)
        if (v->row[i].falt == falt)
            return true;
    return false;
}

static void add_row(struct form *v, const char *rubrik, enum post_slag slag, int falt) {
    *ARENA_PUSH(&v->v.a, v->row, v->n_row, v->cap_row) = (struct form_row){rubrik, slag, falt};
}

static void make_rows(struct form *v) {
    for (size_t i = 0; v->slag == POST_ARENDE && i < N_GROUPS; i++)
        for (int k = 0; groups[i].falt[k] != END; k++)
            add_row(v, k ? NULL : groups[i].rubrik, v->slag, groups[i].falt[k]);
    /* All of another kind; of the ärende's own post, those that no group has. */
    for (int f = 0; f < (int)post_slag_info(v->slag)->n_falt; f++)
        if (!has_row(v, f))
            add_row(v, NULL, v->slag, f);
    const char *rubrik = "Listor";
    for (int s = 0; v->slag == POST_ARENDE && s < POST_SLAG_N; s++)
        if (post_slag_info((enum post_slag)s)->form == POST_LIST) {
            add_row(v, rubrik, (enum post_slag)s, -1);
            rubrik = NULL;
        }
    list_set(&v->list, v->n_row);
}

static void select_field(struct form *v, int falt) {
    for (size_t i = 0; falt >= 0 && i < v->n_row; i++)
        if (v->row[i].falt == falt)
            v->list.at = i;
}

/* ---- saving ---- */

static const char *reason(const struct form *v) {
    return v->slag == POST_ARENDE    ? "ange"
           : v->slag == POST_SVAR    ? "svara"
           : v->slag == POST_AVSNITT ? "avsnitt"
                                     : "ändra";
}

static void read_profile(struct ui *ui, struct form *v) {
    struct error err;
    struct profil *p = NULL;
    arena_free(&v->profil_a);
    v->words_of = -1;
    v->profil = app_case_profil(ui->app, &v->profil_a, &ui->c, &p, &err) == ST_OK ? p : NULL;
}

/* Days that come in another order than things happen are told at once; granska says the same. */
static void warn_of_day(struct ui *ui, const struct form *v, int falt) {
    struct error err;
    struct finding *f = NULL;
    size_t n = 0;
    struct arena a = {0};
    struct str8 name = arena_printf(&a, "”%s”", form_field(v, falt)->etikett);
    if (v->slag == POST_ARENDE && ui_value(ui, v->slag, v->nyckel, falt).n &&
        paper_review(ui->app, &a, &ui->c, S8(""), &f, &n, &err) == ST_OK)
        for (size_t i = 0; i < n; i++)
            if (f[i].slag == POST_ARENDE && f[i].falt >= 0 &&
                form_field(v, f[i].falt)->typ == FALT_DATUM &&
                (f[i].falt == falt || s8_find(f[i].text, name) >= 0)) {
                ui_say(ui, TONE_WARNING, "Sparat, men: %.*s", S8F(f[i].text));
                break;
            }
    arena_free(&a);
}

/* At the decision the profile's version is written down, and given up when it is taken back. */
static void tell_version(struct ui *ui, struct str8 before) {
    struct str8 now = arende_value(ui->c.arende, ARENDE_PROFILVERSION);
    if (now.n && !s8_eq(now, before))
        ui_say(ui, TONE_GOOD, "Profilens version %.*s ligger nu fast.", S8F(now));
    else if (before.n && now.n == 0)
        ui_say(ui, TONE_GOOD, "Profilens version %.*s ligger inte längre fast.", S8F(before));
}

/* Sets a field; the receiver follows väg. */
static bool put(struct ui *ui, struct form *v, int falt, struct str8 varde) {
    struct arena a = {0};
    struct app_field f = {s8_from(form_field(v, falt)->namn), varde};
    struct str8 to, version = arena_str8(&a, arende_value(ui->c.arende, ARENDE_PROFILVERSION));
    bool follows = v->slag == POST_ARENDE && app_receiver_follows(&a, &ui->c, &f, 1, &to);
    bool ok = ui_set(ui, v->slag, v->nyckel, falt, varde, reason(v));
    if (ok && follows && ui_set(ui, POST_ARENDE, S8(""), ARENDE_MOTTAGARE, to, reason(v)))
        ui_say(ui, TONE_GOOD, "Mottagaren följer vägen: %.*s.", S8F(to.n ? to : S8("ingen")));
    if (ok && v->slag == POST_ARENDE && falt == ARENDE_PROFIL)
        read_profile(ui, v);
    if (ok && v->slag == POST_ARENDE && falt == ARENDE_STATUS)
        tell_version(ui, version);
    arena_free(&a);
    return ok;
}

static bool take(struct ui *ui, struct form *v) {
    int falt = v->line.d.u.falt;
    if (!v->line.e)
        return true;
    if (!form_line_take(ui, &v->line))
        return false;
    if (form_field(v, falt)->typ == FALT_DATUM)
        warn_of_day(ui, v, falt);
    return true;
}

static enum status keep(struct ui *ui, struct view *view, struct error *err) {
    return form_line_keep(ui, &((struct form *)view)->line, err);
}

/* A new line in which nobody has filled anything in goes away again. */
static enum status save(struct ui *ui, struct view *view, bool going, struct error *err) {
    struct form *v = (struct form *)view;
    enum status st = form_line_save(ui, &v->line, going, err);
    const struct post *p = form_post(ui, v);
    if (st != ST_OK || !v->fresh || !p || !form_empty(p))
        return st;
    v->fresh = false;
    st = app_remove_seen(ui->app, &ui->case_arena, &ui->c, v->slag, v->nyckel, err);
    return st == ST_CONFLICT ? ST_OK : st;
}

/* ---- actions ---- */

static void open_line(struct ui *ui, struct form *v) {
    int falt = form_focus(v)->falt;
    if (falt >= 0 && !form_is_choice(v->slag, falt) && form_field(v, falt)->typ != FALT_MARKDOWN)
        form_line_open(ui, &v->line, v->slag, v->nyckel, falt);
}

/* Takes the value and goes on writing in the next field, if it is one to write in. */
static void next_field(struct ui *ui, struct form *v) {
    size_t before = v->list.at;
    if (take(ui, v) && list_act(&v->list, A_DOWN) && v->list.at != before)
        open_line(ui, v);
}

static void picked(struct ui *ui, struct view *below, int falt, struct str8 varde) {
    struct form *v = (struct form *)below;
    if (put(ui, v, falt, varde) && v->fresh)
        next_field(ui, v);
}

static void pick(struct ui *ui, const struct form *v, int falt) {
    struct arena a = {0};
    struct error err = {0};
    struct form_choices c;
    if (form_choices(ui, &a, v->slag, v->nyckel, falt, &c, &err) == ST_OK)
        form_pick(ui, s8_from(form_field(v, falt)->etikett), &c, falt, picked);
    else
        ui_tell(ui, &err);
    arena_free(&a);
}

static void open_row(struct ui *ui, struct form *v) {
    const struct form_row *row = form_focus(v);
    if (row->falt < 0)
        ui_push(ui, view_rader_new(ui, row->slag, S8("")));
    else if (form_field(v, row->falt)->typ == FALT_MARKDOWN)
        ui_push(ui, view_text_new(ui, v->slag, v->nyckel, row->falt));
    else if (form_is_choice(v->slag, row->falt))
        pick(ui, v, row->falt);
    else
        open_line(ui, v);
}

/* To the next or previous of the field's words. */
static void step(struct ui *ui, struct form *v, bool next) {
    struct arena a = {0};
    struct error err = {0};
    struct form_choices c;
    int falt = form_focus(v)->falt;
    if (falt < 0 || !form_is_choice(v->slag, falt))
        ui_say(ui, TONE_PLAIN, "Här finns inga givna ord. Enter %s.",
               falt < 0 ? "öppnar listan" : "ändrar fältet");
    else if (form_choices(ui, &a, v->slag, v->nyckel, falt, &c, &err) != ST_OK)
        ui_tell(ui, &err);
    else if (c.n) {
        size_t to = c.now >= c.n ? 0 : (c.now + (next ? 1 : c.n - 1)) % c.n;
        put(ui, v, falt, c.p[to].varde);
    }
    arena_free(&a);
}

static void clear_now(struct ui *ui, struct form *v) {
    int falt = form_focus(v)->falt;
    if (put(ui, v, falt, S8("")) && ui->message.n == 0)
        ui_say(ui, TONE_PLAIN, "%s är tömt. Det som stod finns i historiken (h).",
               form_field(v, falt)->etikett);
}

static void clear_yes(struct ui *ui, struct view *below, struct str8 yes) {
    (void)yes;
    clear_now(ui, (struct form *)below);
}

static void clear(struct ui *ui, struct form *v) {
    int falt = form_focus(v)->falt;
    struct str8 now = falt < 0 ? S8("") : ui_value(ui, v->slag, v->nyckel, falt);
    if (falt < 0)
        ui_say(ui, TONE_PLAIN, "Enter öppnar listan. Där tas rader bort en i taget.");
    else if (now.n == 0)
        ui_say(ui, TONE_PLAIN, "%s är redan tomt.", form_field(v, falt)->etikett);
    else if (form_field(v, falt)->typ == FALT_MARKDOWN)
        fraga_ja(ui, arena_printf(&ui->frame, "Tömma texten på %zu ord?", form_count_words(now)),
                 clear_yes);
    else
        clear_now(ui, v);
}

static bool act_writing(struct ui *ui, struct form *v, int action, bool extend) {
    switch (action) {
    case A_OK:
        if (v->fresh)
            next_field(ui, v);
        else
            take(ui, v);
        return true;
    case A_FOCUS:
        next_field(ui, v);
        return true;
    case A_DONE:
        take(ui, v);
        return true;
    case A_UP:
    case A_DOWN:
        if (form_line_leaves(&v->line, action) && take(ui, v))
            list_act(&v->list, action);
        return true;
    default:
        return form_line_act(ui, &v->line, action, extend);
    }
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct form *v = (struct form *)view;
    const struct post_slag_info *info = post_slag_info(v->slag);
    if (v->line.e)
        return act_writing(ui, v, action, extend);
    if (action == A_HISTORY) {
        ui_push(ui,
                view_historik_new(ui, info->form == POST_KEYED ? v->nyckel : s8_from(info->namn)));
        return true;
    }
    if (list_act(&v->list, action))
        return true;
    if (form_gone(ui, v))
        return false;
    switch (action) {
    case A_OPEN:
        open_row(ui, v);
        return true;
    case A_PREV_VALUE:
    case A_NEXT_VALUE:
        step(ui, v, action == A_NEXT_VALUE);
        return true;
    case A_CLEAR:
        clear(ui, v);
        return true;
    default:
        return false;
    }
}

/* Somebody types without opening the field first: in an empty one that is what opens it, and of
 * given words it shows those. What stands is not written over by a slip. */
static void type_unopened(struct ui *ui, struct form *v, struct str8 s, bool paste) {
    int falt = form_focus(v)->falt;
    bool text = falt >= 0 && form_field(v, falt)->typ == FALT_MARKDOWN;
    if (falt < 0 || text) {
        ui_say(ui, TONE_PLAIN, "Enter öppnar %s.", text ? "texten" : "listan");
    } else if (form_is_choice(v->slag, falt)) {
        pick(ui, v, falt);
        struct view *top = ui_top(ui);
        if (top != &v->v)
            top->ops->text(ui, top, s, paste);
    } else if (ui_value(ui, v->slag, v->nyckel, falt).n) {
        ui_say(ui, TONE_PLAIN, "Enter öppnar fältet, så att du kan ändra det. Del tömmer det.");
    } else {
        open_line(ui, v);
        form_line_put(ui, &v->line, s, paste);
    }
}

static bool type(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    struct form *v = (struct form *)view;
    if (v->line.e)
        form_line_put(ui, &v->line, s, paste);
    else if (form_gone(ui, v) || s8_eqz(s, "\t"))
        return false;
    else
        type_unopened(ui, v, s, paste);
    return true;
}

/* ---- the view ---- */

static unsigned where(const struct ui *ui, const struct view *view) {
    (void)ui;
    return ((const struct form *)view)->line.e ? W_WRITING | W_FIELD : W_COMMAND | W_LIST | W_FORM;
}

static void reload(struct ui *ui, struct view *view) {
    struct form *v = (struct form *)view;
    form_line_reload(&v->line);
    read_profile(ui, v);
}

static void plats(struct ui *ui, const struct view *view, struct plats *p) {
    const struct form *v = (const struct form *)view;
    (void)ui;
    p->slag = s8_from(post_slag_info(v->slag)->namn);
    p->nyckel = v->nyckel;
    if (form_focus(v)->falt >= 0)
        p->falt = s8_from(form_field(v, form_focus(v)->falt)->namn);
    if (v->line.e)
        p->markor = editor_cursor(v->line.e);
}

static void free_view(struct view *view) {
    struct form *v = (struct form *)view;
    form_line_close(&v->line);
    arena_free(&v->profil_a);
    arena_free(&v->words_a);
}

static const struct view_ops ops = {
    .namn = "formulär",
    .where = where,
    .titel = form_view_titel,
    .draw = form_view_draw,
    .act = act,
    .text = type,
    .keep = keep,
    .save = save,
    .reload = reload,
    .plats = plats,
    .free = free_view,
};

struct view *view_form_new(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    struct form *v = view_new(&ops, sizeof *v);
    v->slag = slag;
    v->nyckel = arena_str8(&v->v.a, nyckel);
    make_rows(v);
    select_field(v, falt);
    read_profile(ui, v);
    return &v->v;
}

struct view *form_new_line(struct ui *ui, enum post_slag slag, struct str8 nyckel) {
    struct form *v = (struct form *)view_form_new(ui, slag, nyckel, -1);
    v->fresh = v->v.passing = true;
    open_line(ui, v);
    return &v->v;
}

struct view *view_form_resume(struct ui *ui, const struct app_utkast *d, struct editor *e) {
    struct form *v = (struct form *)view_form_new(ui, d->u.slag, d->u.nyckel, d->u.falt);
    form_line_resume(ui, &v->line, d, e);
    return &v->v;
}
