#include "ui/views.h"

struct view *view_historik_new(struct ui *ui, struct str8 ref) {
    (void)ui, (void)ref;
    return NULL;
}
