# lista, visa and svara as whole processes with 10, 1 000 and 10 000 ärenden, every punkt answered.
# The ratio is that of the larger database to the one of 10, by turns.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for n in 10 1000 10000; do
    "$build/tests/bench/fyll" "$work/$n.db" "$YTTRA_DATA/betankanden/sou-2024-72.md" "$n"
done
tid() {
    "$build/tests/bench/tid" 61 "$@"
}
for n in 1000 10000; do
    echo "lista, $n (first) against 10 ärenden (second):"
    tid "$YTTRA" lista --databas "$work/$n.db" -- "$YTTRA" lista --databas "$work/10.db"
    echo "visa, $n against 10:"
    tid "$YTTRA" visa 7 --databas "$work/$n.db" -- "$YTTRA" visa 7 --databas "$work/10.db"
    echo "svara, $n against 10:"
    tid "$YTTRA" svara 7 4.4.3 delar --motivering 'Skäl nummer {}.' --databas "$work/$n.db" \
        -- "$YTTRA" svara 7 4.4.3 delar --motivering 'Skäl nummer {}.' --databas "$work/10.db"
done
