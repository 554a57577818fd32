#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

struct str8 sample_path(struct arena *a, const char *name) {
    const char *srcdir = getenv("srcdir");
    return arena_printf(a, "%s/%s", srcdir ? srcdir : ".", name);
}

struct profil *sample_profil(struct arena *a) {
    struct profil_dirs dirs = {S8(""), sample_path(a, "db/profiler")};
    struct profil *p;
    struct error err = {0};
    if (profil_load(a, &dirs, S8("standard"), &p, &err) != ST_OK) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    return p;
}

struct betankande *sample_betankande(struct arena *a, enum punkt_slag slag, bool negerad) {
    struct betankande *b = ARENA_NEW(a, struct betankande, 1);
    *b = (struct betankande){.id = S8("sou-2030-1"),
                             .beteckning = S8("SOU 2030:1"),
                             .titel = S8("Läkare i kommunen"),
                             .avsnitt = ARENA_NEW(a, struct avsnitt, 1),
                             .n_avsnitt = 1};
    struct punkt *p = ARENA_NEW(a, struct punkt, 1);
    *p = (struct punkt){.nr = 1, .slag = slag, .negerad = negerad};
    p->att = negerad ? S8("avgifter inte bör tas ut") : S8("regionen bör svara för läkare");
    p->motsats = negerad ? S8("avgifter bör tas ut") : S8("");
    p->infinitiv = negerad ? S8("ta ut avgifter") : S8("");
    b->avsnitt[0] = (struct avsnitt){.nummer = S8("4.1"),
                                     .titel = S8("Ansvaret för läkare"),
                                     .harkomst = HARKOMST_VERIFIERAD,
                                     .niva = 1,
                                     .foralder = -1,
                                     .gist = S8("Här återges betänkandet."),
                                     .punkt = p,
                                     .n_punkt = 1};
    return b;
}

struct arende *sample_arende(struct arena *a, enum stance s, struct str8 motivering,
                             struct str8 villkor) {
    struct arende *ar = arende_new(a);
    struct post_list *l = &ar->post[POST_SVAR];
    struct post *p = ARENA_PUSH(a, l->p, l->n, l->cap);
    *p = post_new(a, POST_SVAR, S8("4.1:1"));
    p->value[SVAR_STALLNING] = s8_from(stance_code(s));
    p->value[SVAR_MOTIVERING] = motivering;
    p->value[SVAR_VILLKOR] = villkor;
    return ar;
}

void sample_set(struct arende *ar, int falt, struct str8 value) {
    ar->post[POST_ARENDE].p[0].value[falt] = value;
}
