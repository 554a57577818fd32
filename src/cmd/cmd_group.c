#include "cmd/cmd_group.h"

#include "base/near.h"
#include "base/utf8.h"

static enum status unknown(struct cmd_call *c, const struct cmd_word *words, size_t n) {
    struct str8 known[8];
    struct buf all = {0};
    for (size_t i = 0; i < n; i++) {
        known[i] = s8_from(words[i].name);
        buf_printf(&all, "%s%s", i ? ", " : "", words[i].name);
    }
    int hit = near_find(c->arg[0].text, known, n);
    cmd_misuse(c, "”%.*s” går inte.%s%s%s Skriv något av: %s.", S8F(c->arg[0].text),
               hit >= 0 ? " Menade du ”" : "", hit >= 0 ? known[hit].p : "", hit >= 0 ? "”?" : "",
               all.p);
    buf_free(&all);
    return ST_USAGE;
}

enum status cmd_group(struct cmd_call *c, const struct cmd_word *words, size_t n) {
    struct str8 word = utf8_ascii(&c->a, c->arg[0].text);
    size_t i = 0;
    while (i < n && !s8_eq(word, utf8_ascii(&c->a, s8_from(words[i].name))))
        i++;
    if (i == n)
        return unknown(c, words, n);
    int given = (int)c->n_arg - 1;
    if (given < words[i].min)
        return cmd_misuse(c, "efter %s saknas vad det gäller", words[i].name);
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
