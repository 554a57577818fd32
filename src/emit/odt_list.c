/* Lists. Their elements come and go while the list goes on: see struct odt_flow. */
#include "emit/odt.h"

/* Levels are counted anew for every ten that a list is deep. */
static int base_of(int depth) {
    return depth == 0 ? 0 : (depth - 1) / ODT_LEVELS * ODT_LEVELS;
}

static void open_list(struct odt_flow *f) {
    struct odt_level *l = &f->level[f->open++];
    xml_open(f->w, "text:list");
    xml_attr(f->w, "text:style-name", l->style);
    l->fresh = true;
}

/* An item that has its marker already goes on in a header, which has none. */
static void open_item(struct odt_flow *f, struct odt_level *l) {
    if (l->shown) {
        xml_open(f->w, "text:list-header");
    } else {
        xml_open(f->w, "text:list-item");
        if (l->ordered && l->fresh)
            xml_attri(f->w, "text:start-value", l->number);
        l->fresh = false;
    }
    l->inside = true;
}

static void close_item(struct odt_flow *f, struct odt_level *l) {
    if (l->inside)
        xml_close(f->w, f->w->element[f->w->depth - 1]);
    l->inside = false;
}

static void close_list(struct odt_flow *f) {
    close_item(f, &f->level[--f->open]);
    xml_close(f->w, "text:list");
}

void odt_list_suspend(struct odt_flow *f) {
    while (f->open > f->base)
        close_list(f);
    f->base = f->open = 0;
}

void odt_list_open(struct odt_flow *f) {
    if (f->base != base_of(f->depth))
        odt_list_suspend(f);
    if (f->open == 0)
        f->base = f->open = base_of(f->depth);
    for (int i = f->base; i < f->depth; i++) {
        if (i >= f->open)
            open_list(f);
        if (!f->level[i].inside)
            open_item(f, &f->level[i]);
        f->level[i].shown = true;
    }
}

void odt_list_enter(struct odt_flow *f, struct str8 style, const struct doc_node *list) {
    f->level[f->depth++] =
        (struct odt_level){.style = style, .ordered = list->ordered, .number = list->start};
}

void odt_list_item(struct odt_flow *f) {
    struct odt_level *l = &f->level[f->depth - 1];
    close_item(f, l);
    l->shown = false;
    l->number++;
}

void odt_list_leave(struct odt_flow *f) {
    if (f->open == f->depth && f->open > f->base)
        close_list(f);
    f->depth--;
}
