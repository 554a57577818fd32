/* What the files of the preview share: view_forhand.c shows a paper, forhand_file.c takes it out
 * of the program. */
#ifndef UI_FORHAND_H
#define UI_FORHAND_H

#include "app/paper.h"
#include "ui/view.h"

struct forhand_row {
    const struct paper_line *line; /* that its words come from; NULL: a page begins, */
    int page;                      /* this one */
    struct str8 text;
};

struct forhand {
    struct view v;
    struct paper_name *paper;
    size_t n_paper, at;  /* at: the one shown */
    size_t *line;        /* per paper: where it was left */
    struct arena made_a; /* of the paper as it was last made: */
    struct forhand_row *row;
    struct list list; /* over `row` */
    int pages, width; /* width: columns that the rows take */
    bool made;
    struct str8 fault; /* why it could not be made; empty: it could */
};

/* Asks for form and place, and writes the paper there. */
void forhand_to_file(struct ui *ui, struct forhand *v);
/* Asks how, and prints it. */
void forhand_print(struct ui *ui, struct forhand *v);
/* Sends its text to the terminal's clipboard. */
void forhand_copy(struct ui *ui, struct forhand *v);

#endif
