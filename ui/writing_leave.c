/* A place that is left while it is gone: the betänkande has been replaced by one without it. */
#include "base/utf8.h"
#include "ui/writing.h"

/* The draft stays, with all that was written; one in which nothing was changed goes. */
static enum status leave(struct ui *ui, struct app_utkast *d, const struct editor *e,
                         struct str8 why, struct error *err) {
    if (s8_eq(editor_text(e), d->base))
        return app_utkast_drop(ui->app, d, err);
    enum status st = writing_keep(ui, d, e, err);
    if (st == ST_OK)
        ui_say(
            ui, TONE_WARNING,
            "%.*s, så texten kan inte sparas där. Den är kvar som utkast och visas nästa gång du "
            "startar yttra.",
            S8F(why));
    return st;
}

enum status writing_leave(struct ui *ui, struct app_utkast *d, struct editor *e, bool going,
                          struct error *err) {
    struct arena a = {0};
    enum status st = writing_save(ui, d, e, going, err);
    if (st == ST_NOT_FOUND || st == ST_INVALID) {
        struct str8 why = app_utkast_hinder(ui->app, &a, &ui->c, &d->u);
        if (why.n) {
            err->text[0] = '\0';
            st = leave(ui, d, e, utf8_upper_first(&a, why), err);
        }
    }
    arena_free(&a);
    return st;
}
