/* A paper leaves the program: to a file, to paper, to the terminal's clipboard. */
#include "ui/forhand.h"
#include "ui/views.h"

void forhand_to_file(struct ui *ui, struct forhand *v) {
    if (v->n_paper)
        ui_push(ui, view_spara_new(&v->paper[v->at]));
}

void forhand_print(struct ui *ui, struct forhand *v) {
    if (v->n_paper)
        ui_push(ui, view_skriv_new(ui, &v->paper[v->at]));
}

void forhand_copy(struct ui *ui, struct forhand *v) {
    struct arena a = {0};
    struct buf b = {0};
    struct error err = {0};
    if (v->n_paper == 0)
        return;
    if (paper_endless(ui->app, &a, &ui->c, v->paper[v->at].namn, &b, &err) == ST_OK) {
        ui->outside.copy(ui->outside.ctx, buf_str8_of(&b));
        ui_say(ui, TONE_PLAIN,
               "Papperets text är skickad till terminalens urklipp. Alla terminaler tar inte emot "
               "den; då går det att spara som fil med s.");
    } else {
        ui_tell(ui, &err);
    }
    buf_free(&b);
    arena_free(&a);
}
