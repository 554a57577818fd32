/* Arguments: the command, its options, the rest. */
#include "base/conv.h"
#include "base/near.h"
#include "base/utf8.h"
#include "cmd/cmd_private.h"

/* The words as they are typed where the terminal has another character set. */
static struct str8 from_terminal(struct cmd_call *c, struct str8 word) {
    struct buf b = {0};
    if (!c->charset || utf8_valid(word, NULL) ||
        conv_to_utf8(word, c->charset, &b, NULL) != ST_OK) {
        buf_free(&b);
        return word;
    }
    struct str8 out = arena_str8(&c->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static enum status admit(struct cmd_call *c, const char *raw, int i, struct cmd_arg *out) {
    struct str8 what = arena_printf(&c->a, "ord %d på kommandoraden", i);
    struct str8 word = from_terminal(c, s8_from(raw));
    *out = (struct cmd_arg){.raw = raw};
    if (!utf8_valid(word, NULL))
        return cmd_misuse(c,
                          "%.*s är inte UTF-8. Ställ in terminalen på UTF-8, eller säg med LC_ALL "
                          "vad den har, till exempel LC_ALL=sv_SE.ISO-8859-1.",
                          S8F(what));
    enum status st = utf8_admit(&c->a, word, what.p, &out->text, &c->err);
    if (st != ST_OK)
        c->err.status = ST_USAGE;
    return st == ST_OK ? ST_OK : ST_USAGE;
}

static enum status find_command(struct cmd_call *c, struct str8 word, struct cmd_line *line) {
    struct str8 known[64];
    size_t n = 0;
    for (; cmd_table[n]; n++) {
        if (utf8_same_name(word, s8_from(cmd_table[n]->name))) {
            line->cmd = cmd_table[n];
            return ST_OK;
        }
        known[n] = s8_from(cmd_table[n]->name);
    }
    return near_error(&c->err, ST_USAGE, word, known, n, NULL,
                      "”%.*s” är inget kommando (alla står i: yttra --help)", S8F(word));
}

/* Options every command has. */
enum { COMMON_DATABAS, COMMON_HELP, COMMON_HJALP, COMMON_VERSION, COMMON_TECKENKOD, COMMON_N };
static const struct cmd_option common[COMMON_N] = {
    [COMMON_DATABAS] = {"databas", "FIL", NULL, 0},
    [COMMON_HELP] = {"help", NULL, NULL, 'h'},
    [COMMON_HJALP] = {"hjälp", NULL, NULL, 0},
    [COMMON_VERSION] = {"version", NULL, NULL, 0},
    [COMMON_TECKENKOD] = {"teckenkod", "KOD", NULL, 0},
};

struct found {
    const struct cmd_option *option;
    int own;    /* its number among the command's, or -1 */
    int common; /* … or among those of every command, or -1 */
};

static bool matches(const struct cmd_option *o, struct str8 name, bool letter) {
    return letter ? name.n == 1 && o->letter == name.p[0] : utf8_same_name(name, s8_from(o->name));
}

static bool find_option(const struct cmd *cmd, struct str8 name, bool letter, struct found *out) {
    *out = (struct found){NULL, -1, -1};
    for (size_t i = 0; cmd && i < cmd->n_option; i++)
        if (matches(&cmd->option[i], name, letter)) {
            *out = (struct found){&cmd->option[i], (int)i, -1};
            return true;
        }
    for (int i = 0; i < COMMON_N; i++)
        if (matches(&common[i], name, letter)) {
            *out = (struct found){&common[i], -1, i};
            return true;
        }
    return false;
}

static enum status unknown_option(struct cmd_call *c, const struct cmd *cmd, struct str8 name) {
    struct str8 known[CMD_OPTIONS_MAX + COMMON_N];
    size_t n = 0;
    for (size_t i = 0; cmd && i < cmd->n_option; i++)
        known[n++] = s8_from(cmd->option[i].name);
    for (int i = 0; i < COMMON_N; i++)
        known[n++] = s8_from(common[i].name);
    int hit = near_find(name, known, n);
    return cmd_misuse(c, "valet --%.*s finns inte.%s%s%s", S8F(name),
                      hit >= 0 ? " Menade du --" : "", hit >= 0 ? known[hit].p : "",
                      hit >= 0 ? "?" : "");
}

struct words {
    char **p;
    int n, at;
};

/* The value of an option: after "=", or the next word. */
static enum status option_value(struct cmd_call *c, struct words *w, struct str8 name,
                                const char *after, struct cmd_arg *out) {
    if (after)
        return admit(c, after, w->at, out);
    if (w->at + 1 >= w->n)
        return cmd_misuse(c, "valet --%.*s saknar värde", S8F(name));
    w->at++;
    return admit(c, w->p[w->at], w->at, out);
}

static enum status set_option(struct cmd_call *c, struct words *w, const struct found *f,
                              const char *after, struct cmd_line *line) {
    struct cmd_arg value = {.raw = ""};
    struct str8 name = s8_from(f->option->name);
    enum status st = ST_OK;
    if (f->option->value)
        st = option_value(c, w, name, after, &value);
    else if (after)
        st = cmd_misuse(c, "valet --%.*s tar inget värde", S8F(name));
    if (st != ST_OK)
        return st;
    if (f->own >= 0)
        c->option[f->own] = value;
    line->databas = f->common == COMMON_DATABAS ? value.raw : line->databas;
    line->teckenkod = f->common == COMMON_TECKENKOD ? value.raw : line->teckenkod;
    line->help = line->help || f->common == COMMON_HELP || f->common == COMMON_HJALP;
    line->version = line->version || f->common == COMMON_VERSION;
    return ST_OK;
}

/* An option of the command that is a field of the ärende: --dnr VÄRDE. */
static enum status field_option(struct cmd_call *c, struct words *w, struct str8 name,
                                const char *after) {
    struct cmd_arg value = {.raw = ""};
    int f;
    if (falt_lookup(POST_ARENDE, name, &f, &c->err) != ST_OK)
        return c->err.status = ST_USAGE;
    enum status st = option_value(c, w, name, after, &value);
    return st == ST_OK ? cmd_field(c, POST_ARENDE, (struct app_field){name, value.text}) : st;
}

/* "--namn", "--namn=värde" or "-n". */
static enum status option(struct cmd_call *c, struct words *w, const struct cmd *cmd,
                          struct str8 word, struct cmd_line *line) {
    bool letter = !s8_starts(word, S8("--"));
    struct str8 rest = s8_skip(word, letter ? 1 : 2);
    struct str8 name = letter ? rest : s8_cut(&rest, '=');
    const char *after = letter ? NULL : rest.p;
    struct found f;
    if (find_option(cmd, name, letter, &f))
        return set_option(c, w, &f, after, line);
    if (letter)
        return cmd_misuse(c, "valet -%.*s finns inte", S8F(name));
    return cmd && cmd->fields ? field_option(c, w, name, after) : unknown_option(c, cmd, name);
}

enum status cmd_parse(struct cmd_call *c, int argc, char **argv, struct cmd_line *line) {
    struct words w = {argv, argc, 1};
    bool options = true;
    enum status st = ST_OK;
    for (; w.at < w.n && st == ST_OK; w.at++) {
        struct cmd_arg arg;
        st = admit(c, argv[w.at], w.at, &arg);
        if (st != ST_OK)
            break;
        struct str8 word = arg.text;
        if (options && s8_eqz(word, "--"))
            options = false;
        else if (options && word.n > 1 && word.p[0] == '-')
            st = option(c, &w, line->cmd, word, line);
        else if (!line->cmd)
            st = find_command(c, word, line);
        else
            *ARENA_PUSH(&c->a, c->arg, c->n_arg, c->cap_arg) = arg;
    }
    if (st == ST_OK && line->cmd && line->teckenkod)
        st = cmd_misuse(c, "valet --teckenkod gäller bara skärmen, alltså yttra utan kommando");
    return st;
}
