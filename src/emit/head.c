#include "emit/head.h"

#include "base/utf8.h"
#include "emit/look.h"

struct str8 head_running(struct arena *a, const struct doc *d) {
    enum { LETTERS = 85 }; /* on a line beside "n (N)" */
    struct str8 title = d->title.n ? d->title : doc_first_heading(a, d);
    struct str8 text = arena_printf(a, "%.*s%s%.*s", S8F(d->dnr),
                                    d->dnr.n && title.n ? "\u00A0 " : "", S8F(title));
    size_t end = 0;
    for (int i = 0; end < text.n && i < LETTERS; i++)
        end = utf8_next(text, end);
    if (end == text.n)
        return text;
    return arena_printf(a, "%.*s…", S8F(s8_trim_right(s8_sub(text, 0, end))));
}

void head_logo(long per_twip, int pixels_wide, int pixels_high, long *width, long *height) {
    *height = LOOK_LOGO_HEIGHT * per_twip;
    *width = *height * pixels_wide / pixels_high;
    if (*width > LOOK_LOGO_WIDTH * per_twip) {
        *width = LOOK_LOGO_WIDTH * per_twip;
        *height = *width * pixels_high / pixels_wide;
    }
    *width += *width == 0;
    *height += *height == 0;
}

struct str8 head_number(struct arena *a, const struct doc *d, int page, int pages) {
    if (d->numbering == DOC_NO_NUMBER)
        return S8("");
    return d->numbering == DOC_NUMBER ? arena_printf(a, "%d", page)
                                      : arena_printf(a, "%d (%d)", page, pages);
}
