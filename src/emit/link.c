#include "emit/link.h"

#include <strings.h>

bool link_allowed(struct str8 href) {
    static const char *schemes[] = {"http://", "https://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        struct str8 scheme = s8_from(schemes[i]);
        if (href.n > scheme.n && strncasecmp(href.p, scheme.p, scheme.n) == 0)
            return true;
    }
    return false;
}
