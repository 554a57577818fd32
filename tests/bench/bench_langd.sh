# A key in the middle of a motivation of 1 000 characters against one in 20 000, by turns: in one
# paragraph, and in paragraphs of 600 characters.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
three=$typed$typed$typed
# Two windows down, and up again to the middle of the window, so that it does not scroll.
pages='-s \e[6~ -s \e[6~ -s \eOA\eOA\eOA\eOA\eOA\eOA\eOA\eOA\eOA\eOA\eOA\eOA -s \e[1;5C'

# shellcheck disable=SC2086
long_against_short() { # SIZE LABEL
    for n in 1000 20000; do
        rm -f "$work/$n.db"
        one_answer "$work/$n" "$work/$n.db"
    done
    tangent "$1" -w "$three" keys \
        -l "20 000, $2" $to_text $pages "$YTTRA" --databas "$work/20000.db" \
        + -l "1 000, $2" $to_text $into "$YTTRA" --databas "$work/1000.db"
}

for size in $sizes; do
    prose 1000 >"$work/1000"
    prose 20000 >"$work/20000"
    long_against_short "$size" 'one paragraph'
    prose 1000 600 >"$work/1000"
    prose 20000 600 >"$work/20000"
    long_against_short "$size" 'paragraphs'
done
