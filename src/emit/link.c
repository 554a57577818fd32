#include "emit/link.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

static bool scheme_allowed(struct str8 href) {
    static const char *schemes[] = {"http://", "https://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        struct str8 scheme = s8_from(schemes[i]);
        if (href.n > scheme.n && strncasecmp(href.p, scheme.p, scheme.n) == 0)
            return true;
    }
    return false;
}

static bool is_hex(char c) {
    return c && strchr("0123456789abcdefABCDEF", c);
}

static bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* RFC 3986, reserved and unreserved; what is not ASCII is a character of an IRI (RFC 3987). */
static bool may_stand(struct str8 s, size_t i) {
    char c = s.p[i];
    if (c == '%')
        return i + 2 < s.n && is_hex(s.p[i + 1]) && is_hex(s.p[i + 2]);
    return (c & 0x80) || is_letter_or_digit(c) || strchr("-._~:/?#@!$&'()*+,;=", c);
}

/* "www.exempel.se", "exempel.se:8080": a host and perhaps a port. */
static bool is_host(struct str8 authority) {
    struct str8 port = authority, host = s8_cut(&port, ':');
    int number;
    if (host.n == 0 || host.p[0] == '.' || (port.p && !(s8_uint(port, &number) && number < 65536)))
        return false;
    for (size_t i = 0; i < host.n; i++)
        if (!is_letter_or_digit(host.p[i]) && !(host.p[i] & 0x80) && !strchr("-.", host.p[i]))
            return false;
    return s8_find(host, S8("..")) < 0;
}

static bool is_mail(struct str8 address) {
    size_t n = 0;
    while (n < address.n && address.p[n] != '?')
        n++;
    struct str8 host = s8_sub(address, 0, n), name = s8_cut(&host, '@');
    return name.n > 0 && host.p && is_host(host) && s8_find(host, S8(":")) < 0;
}

struct str8 link_uri(struct arena *a, struct str8 href) {
    struct buf b = {0};
    if (!scheme_allowed(href))
        return (struct str8){0};
    struct str8 rest = href;
    s8_cut(&rest, ':');
    if (s8_starts(rest, S8("//"))) {
        size_t n = 2;
        while (n < rest.n && !strchr("/?#", rest.p[n]))
            n++;
        if (!is_host(s8_sub(rest, 2, n)))
            return (struct str8){0};
    } else if (!is_mail(rest)) {
        return (struct str8){0};
    }
    bool fragment = false;
    for (size_t i = 0; i < href.n; i++) {
        bool second = href.p[i] == '#' && fragment;
        fragment = fragment || href.p[i] == '#';
        if (may_stand(href, i) && !second)
            buf_byte(&b, href.p[i]);
        else
            buf_printf(&b, "%%%02X", (unsigned)(unsigned char)href.p[i]);
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

struct str8 link_printed(struct arena *a, const struct doc_node *link) {
    bool said = link->href.n == 0 || s8_eq(doc_plain(a, link), link->href);
    return said ? S8("") : arena_printf(a, " (%.*s)", S8F(link->href));
}
