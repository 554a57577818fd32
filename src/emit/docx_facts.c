#include "emit/facts.h"

#include "emit/zip.h"

/* Is there something between <tag …> and </tag>? */
static bool filled(struct str8 xml, const char *open, const char *close) {
    ptrdiff_t at = s8_find(xml, s8_from(open));
    if (at < 0)
        return false;
    struct str8 rest = s8_skip(xml, (size_t)at);
    ptrdiff_t gt = s8_find(rest, S8(">")), end = s8_find(rest, s8_from(close));
    return gt > 0 && end > gt && rest.p[gt - 1] != '/' &&
           s8_trim(s8_sub(rest, (size_t)gt + 1, (size_t)end)).n > 0;
}

void facts_of_docx(struct str8 bytes, struct file_facts *out) {
    struct arena a = {0};
    struct pack pack = {0};
    *out = (struct file_facts){0};
    if (pack_read(&a, bytes, S8("Filen"), &pack, NULL) == ST_OK) {
        struct str8 core = pack_get(&pack, S8("docProps/core.xml"));
        struct str8 styles = pack_get(&pack, S8("word/styles.xml"));
        struct str8 body = pack_get(&pack, S8("word/document.xml"));
        out->title = filled(core, "<dc:title", "</dc:title>");
        out->language =
            s8_find(styles, S8("<w:lang ")) >= 0 || filled(core, "<dc:language", "</dc:language>");
        out->tagged = true;
        out->text = s8_find(body, S8("<w:t>")) >= 0 || s8_find(body, S8("<w:t ")) >= 0;
    }
    arena_free(&a);
}
