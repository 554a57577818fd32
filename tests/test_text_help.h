/* What the tests of the editor and its fuzz target share. No Criterion: a fuzz target has none. */
#ifndef TEST_TEXT_HELP_H
#define TEST_TEXT_HELP_H

#include "text/private.h"

/* Types `text` character by character; ends the program if the editor refuses. */
void text_type(struct editor *e, const char *text);

/* What does not hold of the editor, or NULL: the text is UTF-8, NFC and clean, everything that
 * points into it points between clusters, the lines are its lines, and those of a new editor. */
const char *text_unsound(const struct editor *e);

/* What differs in a new editor for `begun` when the log of `e` has been played there, or NULL. */
const char *text_replay_differs(const struct editor *e, struct str8 begun);

/* In Criterion's tests: the text, and the cursor as a byte offset. */
#define TEXT_IS(e, want)                                                                           \
    do {                                                                                           \
        struct str8 got_ = editor_text(e);                                                         \
        cr_assert(s8_eqz(got_, (want)), "”%.*s”, not ”%s”", S8F(got_), (want));                    \
        cr_assert_null(text_unsound(e), "%s", text_unsound(e));                                    \
    } while (0)
#define CURSOR_IS(e, at)                                                                           \
    cr_assert_eq(editor_cursor(e), (size_t)(at), "the cursor is at %zu", editor_cursor(e))

#endif
