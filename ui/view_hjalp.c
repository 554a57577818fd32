#include "ui/views.h"

struct view *view_hjalp_new(struct ui *ui, unsigned where) {
    (void)ui, (void)where;
    return NULL;
}
