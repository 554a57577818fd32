/* The lists of an ärende as a template meets them: each line whole, and its parts. */
#include "draft/context_private.h"

#include "base/utf8.h"
#include "draft/object.h"

static const struct post_list *list_of(const struct building *b, enum post_slag s) {
    return &b->draft->arende->post[s];
}

/* An object with every field of the post, Markdown fields traced. */
static json_t *put_post(struct building *b, json_t *list, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    json_t *o = context_item(list);
    for (size_t f = 0; f < info->n_falt; f++) {
        if (info->falt[f].typ == FALT_MARKDOWN)
            context_set_marked(b, o, info->falt[f].namn, p->value[f], p->slag, p->nyckel,
                               info->falt[f].namn);
        else
            context_set(o, info->falt[f].namn, p->value[f]);
    }
    return o;
}

static json_t *new_list(struct building *b, const char *name) {
    json_t *list = json_array();
    json_object_set_new(b->out->root, name, list);
    return list;
}

/* Every line of the kind as it stands. */
static json_t *put_plain(struct building *b, const char *name, enum post_slag s) {
    const struct post_list *l = list_of(b, s);
    json_t *list = new_list(b, name);
    for (size_t i = 0; i < l->n; i++)
        put_post(b, list, &l->p[i]);
    return list;
}

/* The filled-in ones of `part` with ", " between. */
static struct str8 joined(struct arena *a, const struct str8 *part, size_t n) {
    struct buf out = {0};
    for (size_t i = 0; i < n; i++) {
        if (out.n && part[i].n)
            buf_str(&out, ", ");
        buf_str8(&out, part[i]);
    }
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}

/* Names with title and unit on one line: {{rad}}. */
static void put_people(struct building *b) {
    const struct post_list *l = list_of(b, POST_HANDLAGGARE);
    json_t *list = new_list(b, "handläggare");
    for (size_t i = 0; i < l->n; i++) {
        json_t *o = put_post(b, list, &l->p[i]);
        context_set(o, "rad", joined(b->arena, l->p[i].value, HANDLAGGARE_EPOST));
    }
}

/* Those who sign this paper; one that names no paper signs the yttrande. */
static void put_signers(struct building *b) {
    const struct post_list *l = list_of(b, POST_UNDERTECKNARE);
    json_t *list = new_list(b, "undertecknare");
    for (size_t i = 0; i < l->n; i++) {
        struct str8 paper = l->p[i].value[UNDERTECKNARE_DOKUMENT];
        if (paper.n == 0)
            paper = S8("yttrande");
        if (s8_eq(paper, b->dokument->namn))
            put_post(b, list, &l->p[i]);
    }
}

/* The name of a deciding body as it stands inside a sentence: "kommunstyrelsen", but
 * "Socialdepartementet". */
static struct str8 inside(struct arena *a, struct str8 name) {
    static const char *const common[] = {"styrelsen", "nämnden", "utskottet", "fullmäktige"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (s8_ends(name, s8_from(common[i])))
            return utf8_lower_first(a, name);
    return name;
}

static struct str8 root_text(const struct building *b, const char *key) {
    return s8_from(json_string_value(json_object_get(b->out->root, key)));
}

/* The usual decision as a sentence, or as what follows "att": to note what has been told, to
 * abstain, or to approve the answer. */
static struct str8 usual_decision(const struct building *b, bool clause) {
    struct str8 sort = root_text(b, "sort"), about = root_text(b, "namn"), who = S8("");
    struct str8 to = inside(b->arena, arende_value(b->draft->arende, ARENDE_MOTTAGARE));
    const char *stop = clause ? "" : ".";
    if (!clause)
        who = arena_printf(b->arena, "%.*s ", S8F(root_text(b, "beslutande")));
    if (s8_eqz(arende_value(b->draft->arende, ARENDE_VAG), "information"))
        return arena_printf(b->arena, "%.*s%s att information har lämnats%s", S8F(who),
                            clause ? "anteckna" : "antecknar", stop);
    if (s8_eqz(arende_value(b->draft->arende, ARENDE_AVSTAR), "ja"))
        return arena_printf(b->arena, "%.*s%s från att yttra sig över %.*s %.*s%s", S8F(who),
                            clause ? "avstå" : "avstår", S8F(sort), S8F(about), stop);
    const char *gives = clause ? " och lämna yttrandet till " : " och lämnar yttrandet till ";
    return arena_printf(
        b->arena, "%.*s%s förvaltningens förslag till yttrande över %.*s %.*s%s%.*s%s", S8F(who),
        clause ? "godkänna" : "godkänner", S8F(sort), S8F(about), to.n ? gives : "", S8F(to), stop);
}

/* The proposed decision, {{text}} as it is written and {{att}} as what follows "att"; where nothing
 * has been written, the usual one. */
static void put_decisions(struct building *b) {
    const struct post_list *l = list_of(b, POST_BESLUTSPUNKT);
    json_t *list = new_list(b, "beslutspunkter");
    for (size_t i = 0; i < l->n; i++) {
        struct str8 text = s8_trim(l->p[i].value[BESLUTSPUNKT_TEXT]);
        context_set(put_post(b, list, &l->p[i]), "att",
                    object_clause(s8_starts(text, S8("att ")) ? s8_skip(text, 4) : text));
    }
    if (l->n == 0) {
        json_t *usual = context_item(list);
        context_set(usual, "text", usual_decision(b, false));
        context_set(usual, "att", usual_decision(b, true));
    }
    json_object_set_new(b->out->root, "flera-beslutspunkter",
                        json_boolean(json_array_size(list) > 1));
}

/* Who gets the decision, and for what where it is not simply sent: {{rad}}. */
static void put_recipients(struct building *b) {
    const struct post_list *l = list_of(b, POST_EXPEDIERING);
    json_t *list = new_list(b, "expediering-till");
    for (size_t i = 0; i < l->n; i++) {
        struct str8 name = l->p[i].value[EXPEDIERING_NAMN], why = l->p[i].value[EXPEDIERING_FOR];
        struct str8 line = why.n == 0 || s8_eqz(why, "beslut")
                               ? name
                               : arena_printf(b->arena, "%.*s (för %.*s)", S8F(name), S8F(why));
        context_set(put_post(b, list, &l->p[i]), "rad", line);
    }
}

static struct str8 underlag_line(struct arena *a, const struct post *p) {
    const struct str8 *v = p->value;
    struct str8 head =
        v[UNDERLAG_TITEL].n ? v[UNDERLAG_TITEL] : utf8_upper_first(a, v[UNDERLAG_SLAG]);
    if (v[UNDERLAG_FORFATTARE].n)
        head = arena_printf(a, "%.*s av %.*s", S8F(head), S8F(v[UNDERLAG_FORFATTARE]));
    const struct str8 part[] = {head, v[UNDERLAG_KOD], v[UNDERLAG_DATUM]};
    return joined(a, part, sizeof part / sizeof *part);
}

/* What the decision rests on; where nothing has been listed, the three papers there always are. */
static void put_underlag(struct building *b) {
    const struct post_list *l = list_of(b, POST_UNDERLAG);
    json_t *list = new_list(b, "underlag");
    for (size_t i = 0; i < l->n; i++)
        context_set(put_post(b, list, &l->p[i]), "rad", underlag_line(b->arena, &l->p[i]));
    if (l->n)
        return;
    struct str8 date = arende_value(b->draft->arende, ARENDE_TJANSTESKRIVELSE_DATUM);
    const struct str8 usual[] = {
        root_text(b, "namn"),
        arena_printf(b->arena, "Tjänsteskrivelse%s%.*s", date.n ? ", " : "", S8F(date)),
        S8("Förvaltningens förslag till yttrande")};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        context_set(context_item(list), "rad", usual[i]);
}

static void put_step(json_t *list, struct str8 organ, struct str8 moment, struct str8 datum) {
    json_t *o = context_item(list);
    context_set(o, "organ", organ);
    context_set(o, "moment", moment);
    context_set(o, "datum", datum);
}

/* Arbetsutskottet, nämnden and what has been added, in order of date; undated last. */
static void put_planning(struct building *b) {
    const struct arende *ar = b->draft->arende;
    const struct post_list *l = list_of(b, POST_PLANERING);
    json_t *list = new_list(b, "planering");
    struct str8 au = arende_value(ar, ARENDE_ARBETSUTSKOTT);
    struct str8 namnd = arende_value(ar, ARENDE_NAMND);
    struct step {
        struct str8 organ, moment, datum;
    } *step = ARENA_NEW(b->arena, struct step, l->n + 2);
    size_t n = 0;
    if (arende_value(ar, ARENDE_AU).n)
        step[n++] =
            (struct step){au.n ? au : S8("Arbetsutskottet"), S8(""), arende_value(ar, ARENDE_AU)};
    if (arende_value(ar, ARENDE_NAMNDMOTE).n)
        step[n++] = (struct step){namnd.n ? namnd : S8("Nämnden"), S8(""),
                                  arende_value(ar, ARENDE_NAMNDMOTE)};
    for (size_t i = 0; i < l->n; i++) {
        const struct str8 *v = l->p[i].value;
        step[n++] = (struct step){v[PLANERING_ORGAN], v[PLANERING_MOMENT], v[PLANERING_DATUM]};
    }
    for (size_t taken = 0; taken < n; taken++) {
        size_t best = taken;
        for (size_t i = taken + 1; i < n; i++)
            if (step[i].datum.n &&
                (step[best].datum.n == 0 || s8_cmp(step[i].datum, step[best].datum) < 0))
                best = i;
        struct step s = step[best];
        for (size_t i = best; i > taken; i--)
            step[i] = step[i - 1];
        step[taken] = s;
        put_step(list, s.organ, s.moment, s.datum);
    }
}

bool context_position_apart(const struct post *p) {
    struct str8 kind = p->value[STANDPUNKT_SLAG];
    return s8_eqz(kind, "utred-vidare") || s8_eqz(kind, "omdöme");
}

size_t context_put_positions(struct building *b, json_t *o, int falt, struct str8 what) {
    const struct post_list *l = list_of(b, POST_STANDPUNKT);
    json_t *list = json_array();
    json_object_set_new(o, "ståndpunkter", list);
    for (size_t i = 0; i < l->n; i++) {
        bool here = false;
        for (struct str8 rest = l->p[i].value[falt]; rest.p && what.n;)
            here = utf8_same_name(s8_trim(s8_cut(&rest, ',')), what) || here;
        if (here && !context_position_apart(&l->p[i]))
            put_post(b, list, &l->p[i]);
    }
    return json_array_size(list);
}

/* Does the paper have that tema? */
static bool has_tema(const struct building *b, struct str8 namn) {
    const struct post_list *l = list_of(b, POST_TEMA);
    for (size_t i = 0; i < l->n && context_val(b, VAL_INDELNING) == 1; i++)
        if (utf8_same_name(l->p[i].value[TEMA_NAMN], namn))
            return true;
    return false;
}

/* Positions that belong to no avsnitt, and to no tema that the paper has: general ones; and
 * wherever they belong, matters to look into further and what is thought of the inquiry. */
static void put_positions(struct building *b) {
    const struct post_list *l = list_of(b, POST_STANDPUNKT);
    json_t *general = new_list(b, "ståndpunkter");
    json_t *further = new_list(b, "utred-vidare"), *inquiry = new_list(b, "om-utredningen");
    bool said = arende_post(b->draft->arende, POST_TEXT, S8("omdöme"));
    for (size_t i = 0; i < l->n; i++) {
        const struct str8 *v = l->p[i].value;
        if (s8_eqz(v[STANDPUNKT_SLAG], "utred-vidare"))
            put_post(b, further, &l->p[i]);
        else if (s8_eqz(v[STANDPUNKT_SLAG], "omdöme"))
            put_post(b, inquiry, &l->p[i]);
        else if (v[STANDPUNKT_AVSNITT].n == 0 && !has_tema(b, v[STANDPUNKT_TEMA]))
            put_post(b, general, &l->p[i]);
    }
    json_object_set_new(b->out->root, "om-utredningen-skrivs",
                        json_boolean(said || json_array_size(inquiry) > 0));
}

/* {{#nyckelgrupper}}: the key points, those of a group together. */
static void put_key_points(struct building *b) {
    const struct post_list *l = list_of(b, POST_NYCKELPUNKT);
    json_t *groups = new_list(b, "nyckelgrupper"), *points = NULL;
    struct str8 group = {0};
    for (size_t i = 0; i < l->n; i++) {
        struct str8 here = l->p[i].value[NYCKELPUNKT_GRUPP];
        if (!points || !s8_eq(here, group)) {
            json_t *o = context_item(groups);
            context_set(o, "grupp", group = here);
            json_object_set_new(o, "punkter", points = json_array());
        }
        put_post(b, points, &l->p[i]);
    }
}

/* {{#protokoll-yrkande}}: the protocol's lines, each kind by itself. */
static void put_protocol(struct building *b) {
    const struct post_list *l = list_of(b, POST_PROTOKOLL);
    const struct falt *slag = &post_slag_info(POST_PROTOKOLL)->falt[PROTOKOLL_SLAG];
    for (size_t k = 0; slag->val[k]; k++) {
        json_t *list = new_list(b, arena_printf(b->arena, "protokoll-%s", slag->val[k]).p);
        for (size_t i = 0; i < l->n; i++)
            if (s8_eqz(l->p[i].value[PROTOKOLL_SLAG], slag->val[k]))
                put_post(b, list, &l->p[i]);
    }
}

/* {{^sist}}\{{/sist}}: what stands between the lines of a list and not after the last. */
static void mark_last(json_t *root) {
    const char *key;
    json_t *list, *line;
    size_t i;
    json_object_foreach(root, key, list) {
        json_array_foreach(list, i, line) {
            json_object_set_new(line, "sist", json_boolean(i + 1 == json_array_size(list)));
        }
    }
}

void context_put_lists(struct building *b) {
    put_people(b);
    put_signers(b);
    put_decisions(b);
    put_underlag(b);
    put_planning(b);
    put_positions(b);
    put_recipients(b);
    put_plain(b, "nyckelpunkter", POST_NYCKELPUNKT);
    put_plain(b, "uppdrag", POST_UPPDRAG);
    put_plain(b, "samverkan", POST_SAMVERKAN);
    put_plain(b, "noter", POST_NOT);
    put_plain(b, "bilagor", POST_BILAGA);
    put_key_points(b);
    put_plain(b, "gemensamma-rubriker", POST_RUBRIK);
    put_plain(b, "protokoll", POST_PROTOKOLL);
    put_protocol(b);
    mark_last(b->out->root);
}

void context_put_presence(struct building *b) {
    const char *key;
    json_t *value;
    json_t *has = json_object();
    json_object_foreach(b->out->root, key, value) {
        if (!json_is_array(value))
            continue;
        struct str8 name = arena_printf(b->arena, "har-%s", key);
        json_object_set_new(has, name.p, json_boolean(json_array_size(value) > 0));
    }
    json_object_update(b->out->root, has);
    json_decref(has);
}
