#include "app/kit.h"

#include "app/mail.h"
#include "base/fileio.h"
#include "draft/compose.h"
#include "emit/emit.h"
#include "emit/facts.h"

static const struct str8 yttrande = S8I("yttrande"), letter = S8I("följebrev");

static struct str8 value(const struct app_case *c, int falt) {
    return arende_value(c->arende, falt);
}

/* --- Names ---------------------------------------------------------------------------------------
 */

/* "Omsorgsnämnden, Exempelköpings kommun" where nothing else is said. */
static struct str8 instans_of(struct arena *a, const struct app_case *c) {
    struct str8 own = value(c, ARENDE_REMISSINSTANS), namnd = value(c, ARENDE_NAMND),
                organisation = value(c, ARENDE_ORGANISATION);
    if (own.n)
        return arena_str8(a, own);
    if (namnd.n && organisation.n)
        return arena_printf(a, "%.*s, %.*s", S8F(namnd), S8F(organisation));
    return arena_str8(a, namnd.n ? namnd : organisation);
}

static struct str8 subject_of(struct arena *a, const struct app_case *c, struct str8 instans) {
    struct str8 dnr = value(c, ARENDE_ERT_DNR);
    return arena_printf(a, "%.*s%s%.*s%sYttrande över %.*s", S8F(dnr), dnr.n ? " – " : "",
                        S8F(instans), instans.n ? " – " : "", S8F(c->betankande->beteckning));
}

static void name_parts(struct arena *a, const struct app_case *c, struct kit *out) {
    static const char *const ends[] = {".docx", ".pdf", "-följebrev.txt", ".eml"};
    out->instans = instans_of(a, c);
    out->to = arena_str8(a, value(c, ARENDE_EPOST));
    out->copy = arena_str8(a, value(c, ARENDE_EPOST_KOPIA));
    out->subject = subject_of(a, c, out->instans);
    struct str8 who = paper_file_word(a, out->instans),
                what = paper_file_word(a, c->betankande->beteckning);
    for (int i = 0; i < KIT_PARTS; i++)
        out->name[i] = arena_printf(a, "%.*s%syttrande-%.*s%s", S8F(who), who.n ? "-" : "",
                                    S8F(what), ends[i]);
}

/* --- Parts
 * ---------------------------------------------------------------------------------------- */

static enum status make_letter(struct app *app, struct arena *a, const struct app_case *c,
                               const struct kit *k, const struct profil *profil, struct buf *out,
                               struct error *err) {
    const struct dokument *own;
    if (profil_dokument(profil, letter, &own, NULL) == ST_OK)
        return paper_endless(app, a, c, letter, out, err);
    buf_printf(out,
               "Här är yttrandet över %.*s från %.*s, som Word-dokument och som tillgänglig pdf.\n",
               S8F(c->betankande->beteckning), S8F(k->instans));
    return ST_OK;
}

static struct str8 type_of(enum kit_part part) {
    return part == KIT_PDF
               ? S8("application/pdf")
               : S8("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

static void make_mail(struct arena *a, const struct app_case *c, const struct kit *k,
                      struct buf part[KIT_PARTS]) {
    const struct post_list *who = &c->arende->post[POST_HANDLAGGARE];
    struct mail_file file[2];
    for (int i = 0; i < 2; i++)
        file[i] = (struct mail_file){k->name[i], type_of((enum kit_part)i), buf_str8_of(&part[i])};
    struct mail m = {
        .to = k->to,
        .copy = k->copy,
        .subject = k->subject,
        .date = clock_now(a),
        .body = buf_str8_of(&part[KIT_LETTER]),
        .file = file,
        .n_files = 2,
    };
    if (who->n && mail_addresses_ok(who->p[0].value[HANDLAGGARE_EPOST])) {
        m.from = who->p[0].value[HANDLAGGARE_EPOST];
        m.from_name = who->p[0].value[HANDLAGGARE_NAMN];
    }
    mail_write(&m, &part[KIT_MAIL]);
}

static enum status make_parts(struct app *app, struct arena *a, const struct app_case *c,
                              struct kit *k, struct paper *p, struct buf part[KIT_PARTS],
                              struct error *err) {
    name_parts(a, c, k);
    enum status st = paper_compose(app, a, c, yttrande, p, err);
    if (st == ST_OK)
        st = paper_emit(a, p, PAPER_DOCX, &part[KIT_WORD], err);
    if (st == ST_OK)
        st = paper_emit(a, p, PAPER_PDF, &part[KIT_PDF], err);
    if (st == ST_OK)
        st = make_letter(app, a, c, k, p->profil, &part[KIT_LETTER], err);
    if (st != ST_OK)
        return st;
    make_mail(a, c, k, part);
    for (int i = 0; i < KIT_PARTS; i++)
        k->bytes[i] = part[i].n;
    return ST_OK;
}

/* --- The look
 * -------------------------------------------------------------------------------------- */

static struct utskick_fil fil_of(const struct kit *k, enum kit_part part, struct str8 bytes,
                                 int *sidor) {
    struct file_facts f;
    if (part == KIT_WORD)
        facts_of_docx(bytes, &f);
    else
        facts_of_pdf(bytes, &f);
    *sidor = f.pages;
    return (struct utskick_fil){.namn = k->name[part],
                                .redigerbar = part == KIT_WORD,
                                .titel = f.title,
                                .sprak = f.language,
                                .taggar = f.tagged,
                                .text = f.text};
}

static void look(struct arena *a, const struct app_case *c, struct kit *k, const struct paper *p,
                 const struct buf part[KIT_PARTS]) {
    const struct draft d = {c->arende, c->betankande, p->profil};
    int pages[2];
    const struct utskick_fil fil[2] = {
        fil_of(k, KIT_WORD, buf_str8_of(&part[KIT_WORD]), &pages[0]),
        fil_of(k, KIT_PDF, buf_str8_of(&part[KIT_PDF]), &pages[1]),
    };
    const struct utskick u = {
        .instans = k->instans,
        .instans_fil = paper_file_word(a, k->instans),
        .till = k->to,
        .kopia = k->copy,
        .adress_ok = mail_addresses_ok(k->to) && (k->copy.n == 0 || mail_addresses_ok(k->copy)),
        .amne = k->subject,
        .fil = fil,
        .n_fil = 2,
        .yttrande = p->doc,
        .sidor = pages[1],
        .idag = clock_today(),
    };
    utskick_granska(a, &d, &u, &k->found, &k->n_found);
}

static void free_parts(struct buf part[KIT_PARTS]) {
    for (int i = 0; i < KIT_PARTS; i++)
        buf_free(&part[i]);
}

enum status kit_look(struct app *app, struct arena *a, const struct app_case *c, struct kit *out,
                     struct error *err) {
    struct buf part[KIT_PARTS] = {0};
    struct paper p;
    *out = (struct kit){0};
    enum status st = make_parts(app, a, c, out, &p, part, err);
    if (st == ST_OK)
        look(a, c, out, &p, part);
    free_parts(part);
    return st;
}

/* --- Writing
 * --------------------------------------------------------------------------------------- */

static struct str8 path_of(struct arena *a, struct str8 mapp, struct str8 name) {
    return arena_printf(a, "%.*s/%.*s", S8F(mapp), S8F(name));
}

static enum status check_free(struct arena *a, struct str8 mapp, const struct kit *k,
                              struct error *err) {
    for (int i = 0; i < KIT_PARTS; i++)
        if (file_exists(path_of(a, mapp, k->name[i]).p))
            return error_set(
                err, ST_EXISTS,
                "%.*s finns redan i %.*s och kan ha ändrats för hand. Inget är skrivet.",
                S8F(k->name[i]), S8F(mapp));
    return ST_OK;
}

/* What was written is what is looked at. */
static enum status write_parts(struct arena *a, struct str8 mapp, const struct kit *k,
                               struct buf part[KIT_PARTS], struct error *err) {
    enum status st = file_mkdirs(arena_str8(a, mapp).p, 0777, err);
    for (int i = 0; st == ST_OK && i < KIT_PARTS; i++) {
        struct str8 path = path_of(a, mapp, k->name[i]);
        st = file_write(path.p, buf_str8_of(&part[i]), 0666, err);
        if (st != ST_OK)
            break;
        buf_clear(&part[i]);
        st = file_read(path.p, &part[i], err);
    }
    return st;
}

enum status kit_write(struct app *app, struct arena *a, const struct app_case *c, struct str8 mapp,
                      bool replace, struct kit *out, struct error *err) {
    struct buf part[KIT_PARTS] = {0};
    struct paper p;
    *out = (struct kit){0};
    enum status st = make_parts(app, a, c, out, &p, part, err);
    if (st == ST_OK && !replace)
        st = check_free(a, mapp, out, err);
    if (st == ST_OK)
        st = write_parts(a, mapp, out, part, err);
    if (st == ST_OK)
        look(a, c, out, &p, part);
    free_parts(part);
    return st;
}

bool kit_has_errors(const struct kit *k) {
    for (size_t i = 0; i < k->n_found; i++)
        if (k->found[i].severity == SEV_ERROR)
            return true;
    return false;
}
