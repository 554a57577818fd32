#include <criterion/criterion.h>
#include "base/str8.h"
Test(str8, eq) {
    cr_assert(s8_eq(S8("a"), S8("a")));
}
