# From exec to the first full screen, with 10, 1 000 and 10 000 ärenden, against nano on a small
# file.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
prose 1200 >"$work/text"
for n in 10 1000 10000; do
    "$build/tests/bench/fyll" "$work/$n.db" "$YTTRA_DATA/betankanden/sou-2024-72.md" "$n"
done
for size in $sizes; do
    for n in 10 1000 10000; do
        tangent "$size" "yttra, $n ärenden" start "$YTTRA" --databas "$work/$n.db"
    done
    have nano && tangent "$size" nano start nano --ignorercfiles "$work/text"
done
