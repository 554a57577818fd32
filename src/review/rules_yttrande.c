/* The answer as a paper: what a department asks of its heading, its opening and its order. The
 * source of the points: review/utskick.h. */
#include "review/private.h"

#include "base/utf8.h"
#include "draft/mark.h"
#include "remiss/stance.h"
#include "review/lix.h"

static struct str8 value(const struct review *r, int falt) {
    return arende_value(r->draft->arende, falt);
}

bool review_to_department(const struct review *r) {
    return s8_ends(value(r, ARENDE_VAG), S8("-departement"));
}

static bool has(struct review *r, struct str8 text, struct str8 word) {
    return s8_find(utf8_fold(r->arena, text), utf8_fold(r->arena, word)) >= 0;
}

/* "SOU 2024:72", however its space is written. */
static struct str8 plain_spaces(struct arena *a, struct str8 s) {
    struct buf b = {0};
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t ch = utf8_decode(s, i, &len);
        if (ch == 0xA0 || ch == 0x202F)
            buf_byte(&b, ' ');
        else
            buf_bytes(&b, s.p + i, len);
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static struct str8 text_of(struct review *r, const struct doc_node *n) {
    return plain_spaces(r->arena, doc_plain(r->arena, n));
}

static void check_title(struct review *r, struct str8 title, struct str8 dokument) {
    struct str8 name = r->draft->betankande->beteckning, dnr = value(r, ARENDE_ERT_DNR);
    if (!has(r, title, plain_spaces(r->arena, name)))
        review_add(r, "rubrik-beteckning", SEV_ERROR, review_field(ARENDE_RUBRIK, dokument),
                   arena_printf(r->arena, "Yttrandets rubrik nämner inte %.*s.", S8F(name)),
                   S8("Ta med beteckningen i rubriken."));
    if (review_to_department(r) && dnr.n && !has(r, title, dnr))
        review_add(r, "rubrik-diarienummer", SEV_WARNING, review_field(ARENDE_RUBRIK, dokument),
                   S8("Departementets diarienummer står inte i yttrandets rubrik."),
                   S8("Ta med diarienumret i rubriken."));
}

/* A sentence that says no more than that the remiss has come. */
static bool is_preamble(struct review *r, struct str8 text) {
    static const struct str8 words[] = {
        S8I("har mottagit"),  S8I("har fått"),     S8I("har beretts"),     S8I("har inkommit"),
        S8I("har getts"),     S8I("har anmodats"), S8I("har remitterats"), S8I("för yttrande"),
        S8I("har erbjudits"), S8I("har ombetts"),  S8I("har givits")};
    if (!has(r, text, S8("remiss")) && !has(r, text, S8("tillfälle")))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has(r, text, words[i]))
            return true;
    return false;
}

/* Where a node of the paper is mended: its field, or the template. */
static struct place place_of(struct review *r, const struct doc_node *n, struct str8 dokument,
                             bool *field) {
    struct place where = {POST_TEXT, S8("sammanfattning"), TEXT_INNEHALL, S8("Inledning"),
                          dokument};
    *field = mark_read(n->mark, &where.slag, &where.nyckel, &where.falt);
    const struct post *p = *field ? arende_post(r->draft->arende, where.slag, where.nyckel) : NULL;
    if (p)
        where.plats = review_place_name(r, p, where.falt);
    return where;
}

static void check_preamble(struct review *r, const struct doc_node *n, struct str8 dokument) {
    struct str8 rest = text_of(r, n), first;
    bool field;
    if (n->kind != DOC_PARA || !prose_sentence(&rest, &first) || !is_preamble(r, first))
        return;
    struct place where = place_of(r, n, dokument, &field);
    review_add(r, "remissen-berättas", SEV_WARNING, where,
               S8("Yttrandet börjar med att berätta om remissen. Det vet mottagaren."),
               field ? S8("Ta bort meningen och börja med ställningen.")
                     : S8("Ta bort inledningen ur profilens mall."));
}

static const struct doc_node *heading_from(const struct doc_node *n) {
    while (n && n->kind != DOC_HEADING)
        n = n->next;
    return n;
}

/* The title, then the summary, with nothing about the remiss before it or first in it. */
static void check_opening(struct review *r, const struct doc *paper, struct str8 dokument) {
    const struct doc_node *title = heading_from(paper->body->first);
    const struct doc_node *summary = heading_from(title ? title->next : NULL);
    const struct doc_node *n = title ? title->next : NULL;
    check_title(r, title ? text_of(r, title) : S8(""), dokument);
    for (; n && n != summary; n = n->next)
        check_preamble(r, n, dokument);
    if (!summary)
        return;
    if (summary->next)
        check_preamble(r, summary->next, dokument);
    if (!has(r, text_of(r, summary), S8("sammanfattning")))
        review_add(r, "sammanfattning-först", SEV_WARNING,
                   (struct place){POST_TEXT, S8("sammanfattning"), TEXT_INNEHALL,
                                  S8("Sammanfattning"), dokument},
                   S8("Yttrandet börjar inte med en sammanfattning."),
                   S8("Skriv texten Sammanfattning."));
}

/* The number that a heading begins with, alone or after "Avsnitt" or "Kap.", or nothing. */
static struct str8 heading_number(struct str8 heading) {
    struct str8 s = heading;
    if (s.n && (s.p[0] < '0' || s.p[0] > '9')) {
        struct str8 word = s8_cut(&s, ' ');
        if (!s8_eqz(word, "Avsnitt") && !s8_eqz(word, "Kapitel") && !s8_eqz(word, "Kap."))
            return (struct str8){0};
    }
    size_t n = 0;
    while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.'))
        n++;
    return s8_sub(s, 0, n);
}

static void check_order(struct review *r, const struct doc *paper, struct str8 dokument) {
    const struct betankande *b = r->draft->betankande;
    const struct doc_node *root = paper->body;
    size_t last = 0;
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->kind != DOC_HEADING)
            continue;
        struct str8 number = heading_number(text_of(r, n));
        for (size_t i = 0; number.n && i < b->n_avsnitt; i++) {
            if (!s8_eq(b->avsnitt[i].nummer, number))
                continue;
            if (i < last) {
                review_add(r, "disposition", SEV_WARNING,
                           (struct place){POST_ARENDE, S8(""), -1, S8("Disposition"), dokument},
                           arena_printf(r->arena,
                                        "Avsnitt %.*s står efter avsnitt %.*s. Yttrandet ska följa "
                                        "betänkandets ordning.",
                                        S8F(number), S8F(b->avsnitt[last].nummer)),
                           S8("Ordningen bestäms av profilens mall."));
                return;
            }
            last = i;
        }
    }
}

void review_yttrande(struct review *r, const struct doc *paper, struct str8 dokument) {
    check_opening(r, paper, dokument);
    check_order(r, paper, dokument);
}

/* ---- what only granska looks at ---- */

/* Avsnitt left out on purpose, beside others that are answered: is it said what silence means? */
static bool says_silence(struct review *r, const struct prose *p) {
    static const char *const words[] = {"inte kommenterar",
                                        "inte kommenteras",
                                        "inte tas upp",
                                        "inte berörs",
                                        "inte yttrar",
                                        "tystnad",
                                        "inte har lämnat synpunkter",
                                        "inte lämnar synpunkter"};
    for (size_t k = 0; k < p->n; k++) {
        if (s8_starts(p->para[k].mark, S8("text tystnadsklausul")))
            return true;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (has(r, p->para[k].text, s8_from(words[i])))
                return true;
    }
    return false;
}

/* Has the organisation decided to leave it unsaid? */
static bool never_says(const struct review *r, const struct dokument *dok) {
    int word = val_word(&dok->val, &r->draft->profil->val, VAL_TYSTNAD);
    return s8_eqz(S8("aldrig"), val_info(VAL_TYSTNAD)->ord[word]);
}

static void check_silence(struct review *r, const struct prose *p, const struct dokument *dok) {
    const struct post_list *own = &r->draft->arende->post[POST_AVSNITT];
    struct buf left_out = {0};
    bool answers = false;
    for (size_t i = 0; i < own->n; i++)
        if (s8_eqz(own->p[i].value[AVSNITT_UTELAMNAD], "ja"))
            buf_printf(&left_out, "%s%.*s", left_out.n ? ", " : "", S8F(own->p[i].nyckel));
    for (size_t i = 0; i < r->n_svar; i++)
        answers = answers || (stance_printed(r->svar[i].stance) && !r->svar[i].utelamnad);
    if (left_out.n && answers && !never_says(r, dok) && !says_silence(r, p))
        review_add(r, "tystnadsklausul-saknas", SEV_WARNING,
                   (struct place){POST_TEXT, S8("tystnadsklausul"), TEXT_INNEHALL,
                                  S8("Om delar som inte kommenteras"), dok->namn},
                   arena_printf(r->arena,
                                "Avsnitt %s utelämnas med avsikt, men yttrandet säger inte vad det "
                                "betyder att något inte kommenteras.",
                                left_out.p),
                   S8("Skriv texten ”Om delar som inte kommenteras”, och ta med den i mallen."));
    buf_free(&left_out);
}

static void check_length(struct review *r, const struct lix *l, struct str8 dokument) {
    enum { LONG = 6000 }; /* words: some fifteen pages */
    if (l->words > LONG)
        review_add(r, "långt-yttrande", SEV_HINT,
                   (struct place){POST_ARENDE, S8(""), -1, S8("Längd"), dokument},
                   arena_printf(r->arena, "Yttrandet är %zu ord. Korta svar blir lästa.", l->words),
                   S8("Stryk det som inte är skäl för en ställning."));
}

static bool is_answer(const struct dokument *dok) {
    return dok->beslutande.n == 0 && s8_starts(dok->namn, S8("yttrande"));
}

void review_papper(struct review *r, const struct review_paper *paper) {
    enum { HEAVY = 60, ENOUGH = 100 };
    const struct dokument *dok = paper->dokument;
    struct place whole = {POST_ARENDE, S8(""), -1, dok->etikett, dok->namn};
    if (!paper->doc) {
        review_add(r, "mall-fel", SEV_ERROR, whole, paper->fault,
                   S8("Rätta profilens mall: yttra profil kontrollera NAMN."));
        return;
    }
    struct prose p = prose_of_doc(r->arena, paper->doc);
    struct lix l = lix_of(&p);
    if (dok->n_text && l.words >= ENOUGH && lix_value(&l) > HEAVY)
        review_add(r, "lix", SEV_HINT, whole,
                   arena_printf(r->arena, "%.*s är tungt att läsa (LIX %d).", S8F(dok->etikett),
                                lix_value(&l)),
                   S8("Korta meningarna, och byt långa ord mot vanliga."));
    if (!is_answer(dok) || s8_eqz(value(r, ARENDE_AVSTAR), "ja"))
        return;
    review_yttrande(r, paper->doc, dok->namn);
    check_silence(r, &p, dok);
    check_length(r, &l, dok->namn);
}
