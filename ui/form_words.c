/* Fields and lines said in words, and rows of different heights. */
#include "ui/form.h"

#include "base/clock.h"
#include "base/utf8.h"

const char *form_list_about(enum post_slag slag) {
    static const char *const about[POST_SLAG_N] = {
        [POST_HANDLAGGARE] = "De som bereder ärendet.",
        [POST_BESLUTSPUNKT] = "Vad nämnden föreslås besluta, i den ordning det ska stå.",
        [POST_UNDERLAG] = "De handlingar som beslutet grundas på.",
        [POST_PLANERING] = "De som behandlar ärendet utöver arbetsutskottet och nämnden, och när.",
        [POST_EXPEDIERING] = "De som ska få beslutet, och varför.",
        [POST_UNDERTECKNARE] = "De som skriver under papperen.",
        [POST_STANDPUNKT] = "Vad ni själva anser, vid sidan av svaren på punkterna.",
        [POST_TEMA] = "Egna rubriker som svaren kan samlas under i yttrandet.",
        [POST_NYCKELPUNKT] = "Det viktigaste i yttrandet, i några korta stycken.",
        [POST_RUBRIK] = "Avsnitt som får en gemensam rubrik i papperen.",
        [POST_UPPDRAG] = "Vad utredningen skulle göra, en del på varje rad.",
        [POST_SAMVERKAN] = "Synpunkter som har hämtats in från andra.",
        [POST_NOT] = "Noter som ett märke i texten hänvisar till.",
        [POST_BILAGA] = "Handlingar som följer med papperen.",
        [POST_PROTOKOLL] = "Vad som hände på mötet, till protokollsutdraget.",
    };
    return about[slag] ? about[slag] : "";
}

/* ---- days ---- */

struct str8 form_weekday(struct str8 iso) {
    static const char *const namn[] = {"måndag", "tisdag", "onsdag", "torsdag",
                                       "fredag", "lördag", "söndag"};
    enum { EPOCH_DAY = 3 }; /* 1970-01-01 was a Thursday */
    struct date d;
    if (!date_parse(iso, &d))
        return S8("");
    int day = (date_days(d) + EPOCH_DAY) % 7;
    return s8_from(namn[day < 0 ? day + 7 : day]);
}

struct str8 form_day_hint(struct arena *a, struct str8 iso) {
    struct date d;
    if (!date_parse(iso, &d))
        return S8("");
    int left = date_days(d) - date_days(clock_today());
    const char *day = form_weekday(iso).p;
    if (left >= -1 && left <= 1)
        return arena_printf(a, "%s, %s", day, left < 0 ? "i går" : left ? "i morgon" : "i dag");
    return left > 0 ? arena_printf(a, "%s, om %d dagar", day, left)
                    : arena_printf(a, "%s, för %d dagar sedan", day, -left);
}

/* ---- texts ---- */

struct str8 form_first_line(struct str8 text) {
    struct str8 rest = text, line = {0};
    while (s8_line(&rest, &line))
        if (s8_trim(line).n)
            return s8_trim(line);
    return (struct str8){0};
}

size_t form_count_words(struct str8 text) {
    size_t n = 0;
    bool inside = false;
    for (size_t i = 0, len; i < text.n; i += len) {
        enum utf8_class c = utf8_classify(utf8_decode(text, i, &len));
        if (c == UTF8_SPACE)
            inside = false;
        else if (c == UTF8_WORD && !inside) {
            inside = true;
            n++;
        }
    }
    return n;
}

enum punkt_slag form_punkt_slag(const struct ui *ui, struct str8 nyckel) {
    struct punkt_ref ref[PUNKT_MAX];
    struct error err;
    size_t n;
    if (betankande_find(ui->c.betankande, nyckel, ref, PUNKT_MAX, &n, &err) != ST_OK)
        return PUNKT_FORSLAG;
    return ref[0].punkt->slag;
}

struct str8 form_value(const struct ui *ui, struct arena *a, const struct post *p, int falt) {
    struct str8 v = p ? p->value[falt] : (struct str8){0};
    enum falt_typ typ = p ? post_slag_info(p->slag)->falt[falt].typ : FALT_RAD;
    if (typ == FALT_STALLNING && v.n)
        return s8_from(stance_label(stance_from_code(v), form_punkt_slag(ui, p->nyckel)));
    if (typ != FALT_MARKDOWN)
        return v;
    struct str8 first = form_first_line(v);
    return first.n < s8_trim(v).n ? arena_printf(a, "%.*s …", S8F(first)) : first;
}

static bool leads(enum falt_typ typ) {
    return typ == FALT_VAL || typ == FALT_AVSNITT || typ == FALT_PUNKTER;
}

/* What it is and what it is about come first, with a colon: "anser: 4.3: Vi …". */
struct str8 form_brief(const struct ui *ui, struct arena *a, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct str8 out = {0};
    const char *between = "";
    for (int first = 1; first >= 0; first--)
        for (size_t i = 0; i < info->n_falt; i++) {
            enum falt_typ typ = info->falt[i].typ;
            struct str8 v = form_value(ui, a, p, (int)i);
            if (leads(typ) != (first == 1) || v.n == 0)
                continue;
            out = arena_printf(a, "%.*s%s%.*s", S8F(out), between, S8F(v));
            between = first ? ": " : ", ";
        }
    return out.n ? out : S8("(tom rad)");
}

bool form_empty(const struct post *p) {
    for (size_t i = 0; i < post_slag_info(p->slag)->n_falt; i++)
        if (p->value[i].n)
            return false;
    return true;
}

/* ---- what papers need ---- */

/* "yttrandet", "tjänsteskrivelsen"; a name of another form is quoted. */
static struct str8 the_paper(struct arena *a, struct str8 namn) {
    static const struct {
        const char *slut, *bestamd;
    } forms[] = {{"ande", "t"}, {"ende", "t"},  {"else", "n"},
                 {"ing", "en"}, {"slag", "et"}, {"utdrag", "et"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (s8_ends(namn, s8_from(forms[i].slut)))
            return arena_printf(a, "%.*s%s", S8F(namn), forms[i].bestamd);
    return arena_printf(a, "papperet ”%.*s”", S8F(namn));
}

static bool asks_for(const struct dokument *d, enum need what, struct str8 namn) {
    const struct str8 *list = what == NEED_TEXT ? d->text : what == NEED_FALT ? d->falt : d->lista;
    size_t n = what == NEED_TEXT ? d->n_text : what == NEED_FALT ? d->n_falt : d->n_lista;
    for (size_t i = 0; i < n; i++)
        if (utf8_same_name(list[i], namn))
            return true;
    return false;
}

struct str8 form_needed(struct arena *a, const struct profil *p, enum need what, const char *namn) {
    struct str8 out = {0};
    size_t n = 0, left = 0;
    for (size_t i = 0; p && i < p->n_dokument; i++)
        n += asks_for(&p->dokument[i], what, s8_from(namn));
    left = n;
    for (size_t i = 0; p && i < p->n_dokument; i++) {
        if (!asks_for(&p->dokument[i], what, s8_from(namn)))
            continue;
        const char *between = left == n ? "behövs i " : left == 1 ? " och " : ", ";
        struct str8 paper = the_paper(a, p->dokument[i].namn);
        out = arena_printf(a, "%.*s%s%.*s", S8F(out), between, S8F(paper));
        left--;
    }
    return out;
}

/* ---- rows of different heights ---- */

void form_lines_add(struct arena *a, struct form_lines *l, size_t row, int above, int lines) {
    for (int sub = -above; sub < lines; sub++)
        *ARENA_PUSH(a, l->p, l->n, l->cap) = (struct form_at){row, sub};
}

void form_lines_fit(struct list *scroll, const struct form_lines *l, size_t at, int height) {
    size_t first = l->n, last = 0;
    for (size_t i = 0; i < l->n; i++)
        if (l->p[i].row == at) {
            first = first == l->n ? i : first;
            last = i;
        }
    list_set(scroll, l->n);
    if (first == l->n)
        return;
    scroll->at = last;
    list_fit(scroll, height);
    scroll->at = first;
    list_fit(scroll, height);
}
