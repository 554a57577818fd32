# Typing in the middle of a paragraph of 1 200 characters: bytes and time per key, a burst of 200
# keys, and three seconds of nothing. Every measurement is made three times, by turns.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
prose 1200 >"$work/text"
one_answer "$work/text" "$work/begun.db"
burst=$typed$typed$typed$typed
burst=${burst%????????????????}

by_turns() { # MODE TEXT SIZE
    cp "$work/text" "$work/n"
    cp "$work/begun.db" "$work/a.db"
    tangent "$3" yttra -s '\n' -s '4.4.3\r' -s '\r' -s '\x14' -s "$into" -w "$2" "$1" \
        "$YTTRA" --databas "$work/a.db"
    have nano && tangent "$3" 'nano --softwrap -a' -s "$into" -w "$2" "$1" \
        nano --ignorercfiles --softwrap --atblanks "$work/n"
    have nano && tangent "$3" 'nano --softwrap' -s "$into" -w "$2" "$1" \
        nano --ignorercfiles --softwrap "$work/n"
    have vis && tangent "$3" vis -s '2gjwwwi' -w "$2" "$1" vis "$work/n"
    have wordgrinder && tangent "$3" wordgrinder -s "$into" -w "$2" "$1" \
        wordgrinder "$work/n.wg"
}

# WordGrinder writes files of its own kind; a text is pasted into it first.
cp "$work/text" "$work/n.txt"
if command -v wordgrinder >/dev/null; then
    wordgrinder --convert "$work/n.txt" "$work/n.wg" >/dev/null 2>&1
fi
for size in $sizes; do
    for turn in 1 2 3; do
        by_turns keys "$typed" "$size"
    done
    by_turns burst "$burst" "$size"
    tangent "$size" yttra -s '\n' -s '4.4.3\r' -s '\r' idle "$YTTRA" --databas "$work/a.db"
done
