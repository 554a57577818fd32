#include "ui/views.h"

struct view *view_sok_new(struct ui *ui, struct str8 words) {
    (void)ui, (void)words;
    return NULL;
}
