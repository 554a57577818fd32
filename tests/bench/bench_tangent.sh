# Typing in the middle of a paragraph of 1 200 characters: bytes and time per key, a burst of 200
# keys, and three seconds of nothing. The peers type by turns, ten keys each.
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/lib.sh"
prose 1200 >"$work/text"
one_answer "$work/text" "$work/begun.db"
three=$typed$typed$typed
# 200 keys, cut among the ASCII at the end: half a character at the end of a burst is waited for.
burst=$three$typed
burst=${burst%????????????????}
have nano && nano=1
have vis && vis=1
# WordGrinder writes files of its own kind.
have wordgrinder && cp "$work/text" "$work/n.txt" &&
    wordgrinder --convert "$work/n.txt" "$work/n.wg" >/dev/null 2>&1 && wordgrinder=1

# Yttra and the peers that are here, from the same text. The keys have no blanks: they are split.
# shellcheck disable=SC2086
by_turns() { # SIZE MODE TEXT
    size=$1 mode=$2 text=$3
    cp "$work/text" "$work/n"
    cp "$work/begun.db" "$work/a.db"
    set -- -l yttra $to_text $into "$YTTRA" --databas "$work/a.db"
    [ -z "$nano" ] || set -- "$@" \
        + -l 'nano --softwrap -a' $into nano --ignorercfiles --softwrap --atblanks "$work/n" \
        + -l 'nano --softwrap' $into nano --ignorercfiles --softwrap "$work/n"
    [ -z "$vis" ] || set -- "$@" + -s 4gjwwwi vis "$work/n"
    [ -z "$wordgrinder" ] || set -- "$@" + -l wordgrinder $into wordgrinder "$work/n.wg"
    tangent "$size" -w "$text" "$mode" "$@"
}

for size in $sizes; do
    by_turns "$size" keys "$three"
    by_turns "$size" burst "$burst"
    by_turns "$size" idle ''
done
