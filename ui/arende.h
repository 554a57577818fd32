/* What the files of the ärende view share: view_arende.c acts, arende_draw.c draws. */
#ifndef UI_ARENDE_H
#define UI_ARENDE_H

#include "ui/view.h"

struct arende_row {
    size_t avsnitt; /* index in the betänkande */
    int punkt;      /* index in the avsnitt; -1: the avsnitt itself */
    int nr;         /* the punkt's number, by which the focus is kept */
};

struct arende_undo {
    struct str8 nyckel, stallning; /* what stood there before */
};

struct arende_view {
    struct view v;
    struct arena tree_a;    /* of what is made anew when the ärende has been read anew: */
    struct arende_row *row; /* those not folded away */
    struct str8 *nummer;    /* per avsnitt: by which it is found in another betänkande */
    bool *folded;           /* per avsnitt: its punkter and sub-avsnitt are not shown */
    size_t n_avsnitt;
    struct list list;          /* over `row` */
    bool reading;              /* the keys scroll the punkt; in a narrow window it has all of it */
    bool lengthy;              /* the betänkande's text is shown whole */
    int scroll;                /* lines of the punkt passed over */
    int pane_rows, pane_lines; /* shown, and there are, when last drawn */
    struct arende_undo *undo;
    size_t n_undo, cap_undo;
    struct arena cache_a;              /* of the sentences, which cost the making of a paper: */
    struct str8 cached;                /* key they are of; empty: none */
    struct str8 sentence;              /* for the stance there is */
    struct str8 if_agrees, if_rejects; /* negated punkt without a stance: what t and a would give */
};

bool arende_on_punkt(const struct arende_view *v);
/* In focus; punkt is NULL on an avsnitt, both NULL in an empty betänkande. */
struct punkt_ref arende_focus(const struct ui *ui, const struct arende_view *v);
/* "4.4.3:1", or "4.4.3" on an avsnitt. */
struct str8 arende_key(const struct ui *ui, const struct arende_view *v, struct arena *a);

void arende_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r);

#endif
