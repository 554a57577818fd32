#include "cmd/cmd_group.h"

#include "base/near.h"
#include "base/utf8.h"

static enum status unknown(struct cmd_call *c, const struct cmd_word *words, size_t n) {
    struct str8 known[8];
    for (size_t i = 0; i < n; i++)
        known[i] = s8_from(words[i].name);
    return near_error(&c->err, ST_USAGE, c->arg[0].text, known, n, "Skriv något av",
                      "”%.*s” går inte", S8F(c->arg[0].text));
}

/* "lista | kopiera FRÅN TILL": what stands after "kopiera". */
static struct str8 usage_after(const struct cmd *cmd, const char *word) {
    struct str8 usage = s8_from(cmd->usage);
    bool found = false;
    while (usage.p && !found)
        found = s8_eqz(s8_cut(&usage, ' '), word);
    return usage;
}

enum status cmd_group(struct cmd_call *c, const struct cmd_word *words, size_t n) {
    size_t i = 0;
    while (i < n && !utf8_same_name(c->arg[0].text, s8_from(words[i].name)))
        i++;
    if (i == n)
        return unknown(c, words, n);
    int given = (int)c->n_arg - 1;
    if (given < words[i].min)
        return cmd_missing(c, usage_after(c->cmd, words[i].name), (size_t)given,
                           (size_t)words[i].min);
    if (words[i].max >= 0 && given > words[i].max)
        return cmd_misuse(c, "”%.*s” är ett ord för mycket", S8F(c->arg[words[i].max + 1].text));
    return words[i].run(c);
}

struct str8 cmd_rest(struct cmd_call *c, size_t first) {
    struct buf b = {0};
    for (size_t i = first; i < c->n_arg; i++)
        buf_printf(&b, "%s%.*s", i > first ? " " : "", S8F(c->arg[i].text));
    struct str8 out = arena_str8(&c->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}
