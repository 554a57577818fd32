#!/bin/bash
# clang-tidy and cppcheck over the program's own code, with what tests/analysis.cfg lists:
#     tests/analyse.sh [FILE.c…]       (no files: all of src, db and ui)
# Ends with 1 if either finds anything; as many files at once as there are processors.
set -euo pipefail
cd "$(dirname "$0")/.."
flags=$(mktemp -d)
trap 'rm -rf "$flags"' EXIT

items() {
    sed -n "s/[[:space:]]*#.*//; s/^$1 //p" tests/analysis.cfg
}

if [ $# -eq 0 ]; then
    mapfile -t files < <(find src db ui -name '*.c' 2>/dev/null | sort)
else
    files=("$@")
fi
includes=(-D_GNU_SOURCE "-I$PWD/src" "-I$PWD")
defines=('-DYTTRA_VERSION="0"' '-DYTTRA_DATADIR="/"' '-DYTTRA_FONTS=""' '-DYTTRA_LIBDIR="/"' '-DYTTRA_BINDIR="/"')
read -ra libraries < <(pkg-config --cflags ncursesw sqlite3 jansson md4c inih \
    harfbuzz fontconfig libzip expat zlib libpng)
failed=0

# clang-tidy takes the compiler's flags from a file of this name.
printf '%s\n' -xc -std=gnu11 -Wall -Wextra "${includes[@]}" "${defines[@]}" \
    ${libraries[@]+"${libraries[@]}"} >"$flags/compile_flags.txt"
tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
checks=$(items tidy | paste -sd,)
options=$(items option | awk '{printf "{key: %s, value: \"%s\"},", $1, $2}')
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" "$tidy" -p "$flags" --quiet \
    --config="{Checks: '-*,$checks', WarningsAsErrors: '*', CheckOptions: [$options]}" \
    --header-filter="^$PWD/(src|db|ui)/" 2> >(grep -v 'warnings\? .*generated\.$' >&2) || failed=1

mapfile -t asked < <(items cppcheck)
cppcheck -q -j "$(nproc)" --std=c11 --error-exitcode=1 "${asked[@]}" "${includes[@]}" \
    "${defines[@]}" "${files[@]}" || failed=1
[ $failed = 0 ] && echo "${#files[@]} files: no finding"
exit $failed
