/* The views that are read in: the papers, what granska finds, the history, hits, help. */
#include <criterion/criterion.h>

#include "vy.h"

Test(vy, starts_in_the_list_of_arenden) {
    struct vy *v = vy_start(24, 80);
    cr_assert(vy_has(v, "pågående ärenden"));
    vy_keys(v, "<PgDn><Ctrl-L>");
    cr_assert_eq(v->n_redrawn, 1);
    vy_case(v);
    cr_assert(vy_has(v, "SOU 2024:72 · ON 2025/17"));
    vy_stop(v);
}
