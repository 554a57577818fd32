/* An ärende that has been decided: what the decision was made on is not changed by a slip. */
#include "ui/views.h"

bool ui_is_decided(const struct ui *ui) {
    struct str8 status = ui->has_case ? arende_value(ui->c.arende, ARENDE_STATUS) : S8("");
    return status.n && !s8_eqz(status, "pågår") && !s8_eqz(status, "granskas");
}

static void change(struct ui *ui, struct view *below, struct str8 yes) {
    (void)yes;
    ui->change.nr = ui->change.asked;
    below->ops->act(ui, below, ui->change.action, false);
}

bool ui_may_change(struct ui *ui, int action) {
    if (!ui_is_decided(ui) || ui->change.nr == ui->c.nr)
        return true;
    ui->change.asked = ui->c.nr;
    ui->change.action = action;
    fraga_ja(ui,
             arena_printf(&ui->frame, "Ärendet är %.*s. Ändra ändå?",
                          S8F(arende_value(ui->c.arende, ARENDE_STATUS))),
             change);
    return false;
}
