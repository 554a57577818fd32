# From exec to the first full screen, with 10, 1 000 and 10 000 ärenden, and nano on a small file, by
# turns.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
prose 1200 >"$work/text"
for n in 10 1000 10000; do
    "$build/tests/bench/fyll" "$work/$n.db" "$YTTRA_DATA/betankanden/sou-2024-72.md" "$n"
done
have nano && nano=1
for size in $sizes; do
    set -- -l '10 000 ärenden' "$YTTRA" --databas "$work/10000.db" \
        + -l '1 000 ärenden' "$YTTRA" --databas "$work/1000.db" \
        + -l '10 ärenden' "$YTTRA" --databas "$work/10.db"
    [ -z "$nano" ] || set -- "$@" + nano --ignorercfiles "$work/text"
    tangent "$size" start "$@"
done
