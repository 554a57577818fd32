# A key in a motivation of 20 000 characters against one in a motivation of 1 000: in one paragraph,
# by turns.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
for n in 1000 20000; do
    prose $n >"$work/$n"
    one_answer "$work/$n" "$work/$n.db"
done
for size in $sizes; do
    for turn in 1 2 3; do
        for n in 1000 20000; do
            cp "$work/$n.db" "$work/a.db"
            tangent "$size" "$n characters" -s '\n' -s '4.4.3\r' -s '\r' -s '\x14' -s "$into" \
                -w "$typed" keys "$YTTRA" --databas "$work/a.db"
        done
    done
done
