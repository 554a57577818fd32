#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"
#include "remiss/stance.h"

/* What may be written in a field of that type. */
static struct str8 allowed(struct arena *a, const struct falt *f) {
    struct buf b = {0};
    switch (f->typ) {
    case FALT_DATUM:
        return S8("Ett datum: 2025-01-29.");
    case FALT_JANEJ:
        return S8("Ja eller nej.");
    case FALT_AVSNITT:
        return S8("Avsnitt, till exempel 4.3, 4.4.");
    case FALT_PUNKTER:
        return S8("Punkter, till exempel 4.1.1:1, 5.3:2.");
    case FALT_TAL:
        return S8("Ett heltal.");
    case FALT_MARKDOWN:
        return S8("Text, även flera stycken (Markdown).");
    case FALT_RAD:
    case FALT_GRUND:
        return S8("");
    case FALT_VAL:
        for (size_t i = 0; f->val[i]; i++)
            buf_printf(&b, "%s%s", i ? ", " : "Något av: ", f->val[i]);
        break;
    case FALT_STALLNING:
        for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
            buf_printf(&b, "%s%s", s > 1 ? ", " : "Något av: ", stance_word((enum stance)s));
        break;
    }
    buf_byte(&b, '.');
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static void put_fields(struct cmd_call *c, enum post_slag slag) {
    const struct post_slag_info *info = post_slag_info(slag);
    buf_printf(&c->out, "%s (%s)\n", info->namn, info->etikett);
    for (size_t i = 0; i < info->n_falt; i++) {
        const struct falt *f = &info->falt[i];
        if (!falt_shown(f))
            continue;
        struct str8 what = allowed(&c->a, f);
        bool same = utf8_same_name(s8_from(f->namn), s8_from(f->etikett));
        buf_printf(&c->out, "  %s%s%s%s\n", f->namn, same ? "" : " (", same ? "" : f->etikett,
                   same ? "" : ")");
        out_wrap(&c->out, arena_printf(&c->a, "%s%s%.*s", f->hjalp, what.n ? " " : "", S8F(what)),
                 6, false, c->width);
    }
}

static enum status run(struct cmd_call *c) {
    enum post_slag only = POST_SLAG_N;
    enum status st = c->n_arg ? app_slag(c->arg[0].text, false, &only, &c->err) : ST_OK;
    for (int s = 0; s < POST_SLAG_N && st == ST_OK; s++) {
        if (only < POST_SLAG_N && only != (enum post_slag)s)
            continue;
        if (only == POST_SLAG_N && s > 0)
            buf_byte(&c->out, '\n');
        put_fields(c, (enum post_slag)s);
    }
    return st;
}

const struct cmd cmd_falt = {
    .name = "fält",
    .usage = "[SLAG]",
    .summary = "Visa alla fält och vad som ska stå i dem.",
    .help = "SLAG är till exempel uppgifter, svar, avsnitt, handläggare eller underlag.",
    .min = 0,
    .max = 1,
    .store = CMD_NO_STORE,
    .run = run,
};
