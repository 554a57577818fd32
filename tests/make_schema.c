/* Makes docs/arende.schema.json, the JSON Schema of the exchange file, from the registry of posts
 * and fields, and tests that the kept one is the same. UPDATE=1 writes it anew.
 *
 * The schema holds the names as they are written, with å ä ö; the reader also takes them without.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/fileio.h"
#include "draft/context_facts.h"
#include "remiss/arende.h"
#include "remiss/stance.h"

#define DAY "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$"
#define TIME "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-9:.]+Z$"
#define NUMMER "[0-9]+(\\.[0-9]+)*"
#define PUNKT NUMMER ":[1-9][0-9]*"

static json_t *typed(const char *type) {
    return json_pack("{s:s}", "type", type);
}

static json_t *pattern(const char *re) {
    return json_pack("{s:s, s:s}", "type", "string", "pattern", re);
}

static json_t *ref(const char *name) {
    return json_pack("{s:s+}", "$ref", "#/$defs/", name);
}

/* An object with these properties and no others; `required` may be NULL. */
static json_t *object(json_t *properties, json_t *required) {
    json_t *o = json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties,
                          "additionalProperties", 0);
    if (required)
        json_object_set_new(o, "required", required);
    return o;
}

static json_t *list_of(json_t *item) {
    return json_pack("{s:s, s:o}", "type", "array", "items", item);
}

static json_t *words(const char *const *word) {
    json_t *all = json_array();
    for (size_t i = 0; word[i]; i++)
        json_array_append_new(all, json_string(word[i]));
    return json_pack("{s:o}", "enum", all);
}

static json_t *stances(void) {
    json_t *all = json_array();
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
        json_array_append_new(all, json_string(stance_code((enum stance)s)));
    return json_pack("{s:o}", "enum", all);
}

static json_t *text_of(const struct falt *f) {
    enum { RAD = 300, MARKDOWN = 200000 };
    bool lines = f->typ == FALT_MARKDOWN;
    size_t max = f->max ? f->max : lines ? MARKDOWN : RAD;
    json_t *o = typed("string");
    json_object_set_new(o, "maxLength", json_integer((json_int_t)max));
    if (!lines)
        json_object_set_new(o, "pattern", json_string("^[^\\n]*$"));
    return o;
}

static json_t *value_of(const struct falt *f) {
    static const char *const yes_no[] = {"ja", "nej", NULL};
    switch (f->typ) {
    case FALT_DATUM:
        return pattern(DAY);
    case FALT_VAL:
        return words(f->val);
    case FALT_JANEJ:
        return words(yes_no);
    case FALT_STALLNING:
        return stances();
    case FALT_AVSNITT:
        return pattern("^" NUMMER "(, " NUMMER ")*$");
    case FALT_PUNKTER:
        return pattern("^" PUNKT "(, " PUNKT ")*$");
    case FALT_TAL:
        return pattern("^[0-9]+$");
    case FALT_GRUND:
    case FALT_RAD:
    case FALT_MARKDOWN:
        break;
    }
    return text_of(f);
}

static json_t *fields_of(const struct post_slag_info *info) {
    json_t *all = json_object();
    for (size_t i = 0; i < info->n_falt; i++) {
        json_t *v = value_of(&info->falt[i]);
        json_object_set_new(v, "description", json_string(info->falt[i].hjalp));
        json_object_set_new(all, info->falt[i].namn, v);
    }
    return all;
}

/* All posts of a kind, as they stand in the ärende. */
static json_t *kind(enum post_slag s) {
    static const char *const key[POST_SLAG_N] = {[POST_SVAR] = "^" PUNKT "$",
                                                 [POST_AVSNITT] = "^" NUMMER "$",
                                                 [POST_TEXT] = "^[a-zåäö0-9-]{1,40}$"};
    const struct post_slag_info *info = post_slag_info(s);
    json_t *fields = fields_of(info), *o;
    if (info->form == POST_LIST) {
        json_object_set_new(fields, "id", json_pack("{s:s, s:i}", "type", "integer", "minimum", 1));
        o = list_of(object(fields, NULL));
    } else if (info->form == POST_KEYED) {
        o = json_pack("{s:s, s:{s:o}, s:b}", "type", "object", "patternProperties", key[s],
                      object(fields, NULL), "additionalProperties", 0);
    } else {
        o = object(fields, NULL);
    }
    json_object_set_new(o, "title", json_string(info->etikett));
    return o;
}

static json_t *arende(void) {
    json_t *p = json_object();
    json_object_set_new(p, "uuid", pattern("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    json_object_set_new(p, "skapad", pattern(TIME));
    json_object_set_new(p, "ändrad", pattern(TIME));
    json_object_set_new(p, "betänkande", pattern("^(sou|ds)-[0-9]{4}-[0-9]+$"));
    for (int s = 0; s < POST_SLAG_N; s++)
        json_object_set_new(p, post_slag_info((enum post_slag)s)->namn, kind((enum post_slag)s));
    return object(p, json_pack("[s]", "betänkande"));
}

static void put_texts(json_t *p, const struct context_fact *f, size_t n) {
    for (size_t i = 0; i < n; i++)
        json_object_set_new(p, f[i].namn, typed("string"));
}

static json_t *page(void) {
    return json_pack("{s:s, s:i}", "type", "integer", "minimum", 1);
}

static json_t *punkt(void) {
    json_t *p = json_object();
    json_object_set_new(p, "nr", page());
    json_object_set_new(p, "slag",
                        json_pack("{s:[s, s]}", "enum", punkt_slag_namn(PUNKT_FORSLAG),
                                  punkt_slag_namn(PUNKT_BEDOMNING)));
    json_object_set_new(p, "negerad", typed("boolean"));
    put_texts(p, context_punkt_facts, CONTEXT_PUNKT_FACTS);
    json_object_set_new(p, "hänvisning", list_of(typed("string")));
    json_object_set_new(p, "sida", page());
    return object(p, json_pack("[s, s]", "nr", "slag"));
}

static json_t *avsnitt(void) {
    json_t *p = json_object();
    put_texts(p, context_avsnitt_facts, CONTEXT_AVSNITT_FACTS);
    json_object_set_new(p, "nummer", pattern("^" NUMMER "$"));
    json_object_set_new(p, "härkomst",
                        json_pack("{s:[s, s, s]}", "enum", harkomst_namn(HARKOMST_OKAND),
                                  harkomst_namn(HARKOMST_PARAFRAS),
                                  harkomst_namn(HARKOMST_VERIFIERAD)));
    json_object_set_new(p, "sida", page());
    json_object_set_new(p, "punkt", list_of(punkt()));
    return object(p, json_pack("[s]", "nummer"));
}

static json_t *betankande(void) {
    json_t *p = json_object();
    put_texts(p, context_betankande_facts, CONTEXT_BETANKANDE_FACTS);
    json_object_set_new(p, "datum", pattern(DAY));
    json_object_set_new(p, "avsnitt", list_of(avsnitt()));
    return object(p, json_pack("[s]", "beteckning"));
}

static json_t *revision(void) {
    json_t *p = json_object(), *names = json_array();
    for (int s = 0; s < POST_SLAG_N; s++)
        json_array_append_new(names, json_string(post_slag_info((enum post_slag)s)->namn));
    json_object_set_new(p, "tid", pattern(TIME));
    json_object_set_new(p, "vem", json_pack("{s:s, s:i}", "type", "string", "minLength", 1));
    json_object_set_new(p, "orsak", json_pack("{s:s, s:i}", "type", "string", "minLength", 1));
    json_object_set_new(p, "slag", json_pack("{s:o}", "enum", names));
    json_object_set_new(p, "nyckel", typed("string"));
    json_object_set_new(p, "ordning", json_pack("{s:s, s:i}", "type", "integer", "minimum", 0));
    json_object_set_new(p, "borttagen", typed("boolean"));
    json_object_set_new(
        p, "värden",
        json_pack("{s:s, s:{s:s}}", "type", "object", "additionalProperties", "type", "string"));
    return object(p, json_pack("[s, s, s, s, s]", "tid", "vem", "orsak", "slag", "värden"));
}

static json_t *schema(void) {
    json_t *p = json_object();
    json_object_set_new(p, "format", json_pack("{s:i}", "const", 1));
    json_object_set_new(p, "ärende", ref("ärende"));
    json_object_set_new(p, "betänkande", ref("betänkande"));
    json_object_set_new(p, "revisioner", list_of(ref("revision")));
    json_object_set_new(p, "härlett", typed("object"));
    json_t *root = object(p, json_pack("[s, s]", "format", "ärende"));
    json_object_set_new(root, "$schema",
                        json_string("https://json-schema.org/draft/2020-12/schema"));
    json_object_set_new(root, "title", json_string("Ett ärende från yttra"));
    json_object_set_new(root, "$defs",
                        json_pack("{s:o, s:o, s:o}", "ärende", arende(), "betänkande", betankande(),
                                  "revision", revision()));
    return root;
}

int main(void) {
    const char *srcdir = getenv("srcdir"), *update = getenv("UPDATE");
    struct arena a = {0};
    struct buf kept = {0}, made = {0};
    struct error err = {0};
    json_t *root = schema();
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_SORT_KEYS);
    struct str8 path = arena_printf(&a, "%s/docs/arende.schema.json", srcdir ? srcdir : ".");
    buf_printf(&made, "%s\n", text ? text : "");
    bool same = false;
    if (update && *update)
        same = file_write(path.p, buf_str8_of(&made), 0644, &err) == ST_OK;
    else if (file_read(path.p, &kept, &err) == ST_OK)
        same = s8_eq(buf_str8_of(&kept), buf_str8_of(&made));
    printf("%s 1 - docs/arende.schema.json is what the registry says\n1..1\n",
           same ? "ok" : "not ok");
    if (!same)
        printf("# %s; run tests/make_schema with UPDATE=1\n", err.status ? err.text : "it differs");
    free(text);
    json_decref(root);
    buf_free(&kept);
    buf_free(&made);
    arena_free(&a);
    return same ? 0 : 1;
}
