#!/bin/sh
# Judges HTML: the W3C's checker (Nu), for which no warning may be left either; then breaks a page
# in some ways, to see that it judges.
#
#     tests/judge/html.sh FOLDER FILE.html…
#
# FOLDER is in the build tree; the checker is fetched there once, by npm, and is then used without
# the network. Exit codes: lib.sh.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/lib.sh"

[ $# -ge 2 ] || { echo 'usage: html.sh FOLDER FILE.html…' >&2; exit 2; }
mkdir -p "$1/html" && folder=$(cd "$1/html" && pwd) || exit 1
shift
need java default-jre
jar=vnu-jar/build/dist/vnu.jar
fetch html.json "$folder" $jar

check() {
    java -jar "$folder/node_modules/$jar" --Werror --stdout --format text "$@" 2>&1
}

if said=$(check "$@"); then
    echo "PASS html, $# files"
else
    fail "html: $said"
fi

# reject NAME PATTERN EXPRESSION: the first page that holds the pattern must be rejected with a fault.
pages=$*
reject() {
    name=$1
    page=$(grep -l "$2" $pages | head -n 1)
    [ -n "$page" ] || { fail "html: nothing to break for $name"; return; }
    sed "$3" "$page" >"$folder/$name.html"
    ! check "$folder/$name.html" >/dev/null || fail "html: a page with $name passes"
}
reject no-alt '<img .*alt=' 's/ alt="[^"]*"//'
reject no-language '<html lang=' 's/<html lang="[^"]*"/<html lang="x"/'
reject unclosed '</main>' 's|</main>||'
exit $failed
