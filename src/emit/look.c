#include "emit/look.h"

#include <stddef.h>

static const struct look looks[LOOK_N] = {
    [LOOK_BODY] = {LOOK_SERIF, 24, 310, 0, 140, false, false},
    [LOOK_H1] = {LOOK_SANS, 32, 400, 320, 180, true, false},
    [LOOK_H2] = {LOOK_SANS, 26, 330, 320, 100, true, false},
    [LOOK_H3] = {LOOK_SANS, 23, 300, 260, 80, true, false},
    [LOOK_H4] = {LOOK_SANS, 21, 280, 220, 60, true, false},
    [LOOK_H5] = {LOOK_SANS, 21, 280, 200, 60, false, true},
    [LOOK_H6] = {LOOK_SANS, 20, 270, 200, 60, false, false},
    [LOOK_ITEM] = {LOOK_SERIF, 24, 310, 0, 50, false, false},
    [LOOK_QUOTE] = {LOOK_SERIF, 23, 300, 0, 140, false, false},
    [LOOK_CODE] = {LOOK_MONO, 19, 250, 40, 160, false, false},
    [LOOK_LABEL] = {LOOK_SANS, 18, 270, 0, 0, false, false},
    [LOOK_VALUE] = {LOOK_SANS, 20, 270, 0, 0, false, false},
    [LOOK_CELL] = {LOOK_SANS, 19, 250, 40, 40, false, false},
    [LOOK_CELL_HEAD] = {LOOK_SANS, 19, 250, 40, 40, true, false},
    [LOOK_NOTE] = {LOOK_SERIF, 19, 240, 0, 40, false, false},
    [LOOK_RUNNING] = {LOOK_SANS, 17, 220, 0, 0, false, false},
    [LOOK_SIGN] = {LOOK_SERIF, 24, 310, 0, 140, false, false},
};

const struct look *look_of(enum look_kind kind) {
    return &looks[kind];
}

enum look_kind look_heading(int level) {
    return (enum look_kind)(LOOK_H1 + (level < 1 ? 0 : level > 6 ? 5 : level - 1));
}

const char *look_named(enum look_family family) {
    static const char *const names[] = {"Times New Roman", "Arial", "Courier New"};
    return names[family];
}

const char *look_bullet(int depth) {
    static const char *const bullets[] = {"•", "–", "◦"};
    size_t n = sizeof bullets / sizeof *bullets;
    return bullets[depth < 0 ? 0 : (size_t)depth % n];
}
