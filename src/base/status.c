#include "base/status.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes away the half of a character that a full buffer may have left at the end. */
static void trim_partial(char *text) {
    size_t n = strlen(text);
    size_t back = 0;
    while (back < 4 && back < n && ((unsigned char)text[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back == n)
        return;
    unsigned char lead = (unsigned char)text[n - 1 - back];
    size_t want = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (back != want)
        text[n - 1 - back] = '\0';
}

enum status error_text(struct error *e, enum status s, const char *fmt, ...) {
    if (!e)
        return s;
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    trim_partial(e->text);
    e->status = s;
    return s;
}

enum status error_prefix(struct error *e, const char *fmt, ...) {
    if (!e)
        return ST_INVALID;
    char old[sizeof e->text];
    memcpy(old, e->text, sizeof old);
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    size_t used = n < 0 ? 0 : (size_t)n < sizeof e->text ? (size_t)n : sizeof e->text - 1;
    size_t room = sizeof e->text - used - 1;
    size_t len = strnlen(old, sizeof old);
    const char *sep = ": ";
    for (; *sep && room; room--)
        e->text[used++] = *sep++;
    memcpy(e->text + used, old, len < room ? len : room);
    e->text[used + (len < room ? len : room)] = '\0';
    trim_partial(e->text);
    return e->status;
}

const char *errno_text(int why) {
    static const struct {
        int why;
        const char *text;
    } known[] = {
        {EACCES, "rättighet saknas"},
        {EPERM, "det är inte tillåtet"},
        {ENOENT, "mappen eller filen finns inte"},
        {ENOTDIR, "en del av sökvägen är ingen mapp"},
        {EISDIR, "det är en mapp"},
        {EEXIST, "den finns redan"},
        {ENOSPC, "disken är full"},
        {EDQUOT, "din kvot på disken är slut"},
        {EROFS, "disken går bara att läsa"},
        {EFBIG, "filen blir för stor"},
        {EIO, "disken svarar med fel"},
        {ENAMETOOLONG, "namnet är för långt"},
        {ELOOP, "länkarna går i ring"},
        {EMFILE, "för många filer är öppna"},
        {ENFILE, "för många filer är öppna"},
        {ENOMEM, "minnet räcker inte"},
        {EBADF, "den är stängd"},
        {EPIPE, "mottagaren har slutat läsa"},
        {ETXTBSY, "filen används som program"},
        {EBUSY, "den är upptagen"},
        {ENXIO, "enheten svarar inte"},
        {ESTALE, "nätverksdisken har tappat filen"},
        {EXDEV, "den ligger på en annan disk"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].why == why)
            return known[i].text;
    return "systemet sade nej";
}
