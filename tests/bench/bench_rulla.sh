# The list of 1 000 ärenden: a row further down where the list scrolls, and one up where it does not.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
"$build/tests/bench/fyll" "$work/a.db" "$YTTRA_DATA/betankanden/sou-2024-72.md" 1000
down=$(printf '\\e[B%.0s' $(seq 60))
for size in $sizes; do
    tangent "$size" -w '\e[B' repeat -l 'list scrolls' -s "$down" "$YTTRA" --databas "$work/a.db"
    tangent "$size" -w '\e[A' -n 10 repeat -l 'focus moves' -s "$down" "$YTTRA" \
        --databas "$work/a.db"
done
