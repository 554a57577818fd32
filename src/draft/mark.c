#include "draft/mark.h"

bool mark_read(struct str8 mark, enum post_slag *slag, struct str8 *nyckel, int *falt) {
    struct str8 rest = mark;
    enum post_slag s = post_slag_find(s8_cut(&rest, ' '));
    size_t space = rest.n;
    while (space > 0 && rest.p[space - 1] != ' ')
        space--;
    int f = s < POST_SLAG_N && space ? falt_find(s, s8_skip(rest, space)) : -1;
    if (f < 0)
        return false;
    *slag = s;
    *nyckel = s8_sub(rest, 0, space - 1);
    *falt = f;
    return true;
}
