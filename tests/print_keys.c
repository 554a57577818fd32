/* Prints the keys of the screen from the table of actions: print_keys mdoc|markdown. */
#include <stdio.h>
#include <string.h>

#include "ui/actions.h"

static void mdoc_place(struct arena *a, const struct action_place *p) {
    size_t n;
    const struct action_row *t = action_table(&n);
    printf(".Ss %s\n.Bl -tag -width Ds\n", p->rubrik);
    for (size_t i = 0; i < n; i++)
        if (t[i].where & p->where)
            printf(".It %.*s\n%s\n", S8F(action_keys(a, &t[i])), t[i].hjalp);
    puts(".El");
}

static void markdown_place(struct arena *a, const struct action_place *p) {
    size_t n;
    const struct action_row *t = action_table(&n);
    printf("\n**%s**\n\n| Tangent | Vad den gör |\n|---|---|\n", p->rubrik);
    for (size_t i = 0; i < n; i++)
        if (t[i].where & p->where)
            printf("| %s%.*s%s | %s |\n", t[i].keys[0] == '*' ? "`" : "",
                   S8F(action_keys(a, &t[i])), t[i].keys[0] == '*' ? "`" : "", t[i].hjalp);
}

int main(int argc, char **argv) {
    struct arena a = {0};
    size_t n;
    const struct action_place *p = action_places(&n);
    if (argc != 2)
        return 2;
    for (size_t i = 0; i < n; i++)
        if (strcmp(argv[1], "mdoc") == 0)
            mdoc_place(&a, &p[i]);
        else
            markdown_place(&a, &p[i]);
    arena_free(&a);
    return 0;
}
