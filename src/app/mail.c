#include "app/mail.h"

#include <stdint.h>
#include <string.h>

#include "base/base64.h"
#include "base/clock.h"
#include "base/utf8.h"

/* "=_" can stand neither in quoted-printable nor in base64 (RFC 2045, 6.7 and 6.8), so no part can
 * hold the line that ends it. */
#define BOUNDARY "=_yttra_del"

enum { LINE = 76 /* bytes on an encoded line: RFC 2045 */ };

static void put(struct buf *out, const char *z) {
    buf_str(out, z);
}

/* --- Encodings ---------------------------------------------------------------------------------
 */

/* Quoted-printable, RFC 2045 6.7: text stays readable in the raw file. */
static void quoted_printable(struct str8 s, struct buf *out) {
    size_t column = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '\n') {
            put(out, "\r\n");
            column = 0;
            continue;
        }
        bool last = i + 1 == s.n || s.p[i + 1] == '\n';
        bool plain = (c >= '!' && c <= '~' && c != '=') || ((c == ' ' || c == '\t') && !last);
        size_t width = plain ? 1 : 3;
        if (column + width > LINE - 1) {
            put(out, "=\r\n");
            column = 0;
        }
        if (plain)
            buf_byte(out, (char)c);
        else
            buf_printf(out, "=%02X", c);
        column += width;
    }
}

/* --- Headers -----------------------------------------------------------------------------------
 */

static bool is_ascii(struct str8 s) {
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] > '~' || (unsigned char)s.p[i] < ' ')
            return false;
    return true;
}

static struct str8 one_line(struct arena *a, struct str8 s) {
    struct str8 out = arena_str8(a, s);
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)out.p[i] < ' ' || out.p[i] == 127)
            ((char *)out.p)[i] = ' ';
    return out;
}

/* Encoded words of whole characters, on lines of at most 76 bytes (RFC 2047, 2). */
static void encoded_words(struct str8 s, struct buf *out) {
    enum { BYTES = 39 }; /* 52 in base64, 64 as a word, 73 after "Subject: " */
    for (size_t at = 0; at < s.n;) {
        size_t end = at;
        while (end < s.n) {
            size_t len;
            utf8_decode(s, end, &len);
            if (end + len - at > BYTES)
                break;
            end += len;
        }
        put(out, at ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?");
        base64_put(s8_sub(s, at, end), 0, out);
        put(out, "?=");
        at = end;
    }
}

/* A header's free text, folded at spaces so that lines stay under 78. */
static void put_text(struct str8 s, size_t column, struct buf *out) {
    if (!is_ascii(s)) {
        encoded_words(s, out);
        return;
    }
    for (struct str8 rest = s; rest.p;) {
        struct str8 word = s8_cut(&rest, ' ');
        bool first = word.p == s.p;
        if (!first && column + word.n > LINE) {
            put(out, "\r\n");
            column = 0;
        }
        if (!first)
            buf_byte(out, ' ');
        buf_str8(out, word);
        column += word.n + 1;
    }
}

static void put_header(struct arena *a, const char *name, struct str8 value, struct buf *out) {
    if (value.n == 0)
        return;
    buf_printf(out, "%s: ", name);
    put_text(one_line(a, value), strlen(name) + 2, out);
    put(out, "\r\n");
}

/* One address of several, without spaces around. */
static struct str8 next_address(struct str8 *rest) {
    size_t i = 0;
    while (i < rest->n && rest->p[i] != ',' && rest->p[i] != ';')
        i++;
    struct str8 one = s8_trim(s8_sub(*rest, 0, i));
    *rest = i < rest->n ? s8_skip(*rest, i + 1) : (struct str8){0};
    return one;
}

static void put_addresses(struct arena *a, const char *name, struct str8 list, struct buf *out) {
    const char *before = name;
    for (struct str8 rest = one_line(a, list); rest.p;) {
        struct str8 one = next_address(&rest);
        if (one.n == 0)
            continue;
        buf_printf(out, before == name ? "%s: " : ",\r\n ", name);
        buf_str8(out, one);
        before = NULL;
    }
    if (!before)
        put(out, "\r\n");
}

static void put_from(struct arena *a, const struct mail *m, struct buf *out) {
    if (m->from.n == 0)
        return;
    put(out, "From: ");
    struct str8 name = one_line(a, m->from_name);
    if (name.n && is_ascii(name)) {
        buf_byte(out, '"');
        for (size_t i = 0; i < name.n; i++) {
            if (name.p[i] == '"' || name.p[i] == '\\')
                buf_byte(out, '\\');
            buf_byte(out, name.p[i]);
        }
        buf_byte(out, '"');
    } else if (name.n) {
        encoded_words(name, out);
    }
    buf_printf(out, "%s<%.*s>\r\n", name.n ? " " : "", S8F(one_line(a, m->from)));
}

/* RFC 5322, 3.3: "Fri, 14 Mar 2025 09:00:00 +0000". */
static void put_date(struct str8 utc, struct buf *out) {
    static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct date d;
    if (utc.n < 19 || !date_parse(s8_sub(utc, 0, 10), &d))
        return;
    buf_printf(out, "Date: %s, %d %s %d %.*s +0000\r\n", days[((date_days(d) % 7) + 7) % 7], d.day,
               months[d.month - 1], d.year, S8F(s8_sub(utc, 11, 19)));
}

/* --- Files -------------------------------------------------------------------------------------
 */

static bool plain_in_name(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '-' || c == '_';
}

/* A name in ASCII as it is; another by RFC 2231, which has no other form for it. */
static void put_file_name(struct str8 name, struct buf *out) {
    bool plain = is_ascii(name);
    put(out, plain ? ";\r\n filename=\"" : ";\r\n filename*=UTF-8''");
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (plain_in_name(c))
            buf_byte(out, c);
        else if (plain)
            buf_byte(out, c == '"' || c == '\\' ? '_' : c);
        else
            buf_printf(out, "%%%02X", (unsigned char)c);
    }
    put(out, plain ? "\"" : "");
}

static void put_file(const struct mail_file *f, struct buf *out) {
    put(out, "--" BOUNDARY "\r\nContent-Type: ");
    buf_str8(out, f->type);
    put(out, ";\r\n name=\""); /* what programs that know no RFC 2231 look at */
    put_text(f->name, 0, out);
    put(out, "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment");
    put_file_name(f->name, out);
    put(out, "\r\n\r\n");
    base64_put(f->bytes, LINE, out);
    put(out, "\r\n");
}

void mail_write(const struct mail *m, struct buf *out) {
    struct arena a = {0};
    put_from(&a, m, out);
    put_addresses(&a, "To", m->to, out);
    put_addresses(&a, "Cc", m->copy, out);
    put_header(&a, "Subject", m->subject, out);
    put_date(m->date, out);
    put(out, "X-Unsent: 1\r\nMIME-Version: 1.0\r\n"
             "Content-Type: multipart/mixed; boundary=\"" BOUNDARY "\"\r\n\r\n"
             "--" BOUNDARY "\r\nContent-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
    quoted_printable(m->body, out);
    put(out, "\r\n");
    for (size_t i = 0; i < m->n_files; i++)
        put_file(&m->file[i], out);
    put(out, "--" BOUNDARY "--\r\n");
    arena_free(&a);
}

static bool address_ok(struct str8 s) {
    ptrdiff_t at = s8_find(s, S8("@"));
    if (at < 1 || !is_ascii(s) || s8_find(s, S8(" ")) >= 0)
        return false;
    struct str8 domain = s8_skip(s, (size_t)at + 1);
    ptrdiff_t dot = s8_find(domain, S8("."));
    return dot > 0 && (size_t)dot + 1 < domain.n && s8_find(domain, S8("@")) < 0;
}

bool mail_addresses_ok(struct str8 addresses) {
    bool some = false;
    for (struct str8 rest = addresses; rest.p;) {
        struct str8 one = next_address(&rest);
        if (one.n && !address_ok(one))
            return false;
        some = some || one.n;
    }
    return some;
}
