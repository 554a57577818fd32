#!/bin/sh
# Whole papers of five organisations, each with its own profile: the parts in their order, as
# somebody has written them down from a paper of that kind (tests/fron/NAME.delar, in the form of
# tests/print_parts.c). NAME.sh makes the ärende, by commands alone, and sets nr and paper.
here=${srcdir:-.}/tests
. "$here/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
YTTRA_NU=2025-01-20T09:00:00Z YTTRA_VEM='Handläggare A'
export YTTRA_NU YTTRA_VEM

yttra() {
    "$YTTRA" "$@"
}

# Two neighbouring lines of a list, in each other's place: the comparison must see it.
swapped() {
    awk 'NR == at { held = $0; next } { print } NR == at + 1 { print held }' at="$2" "$1"
}

for delar in "$here"/fron/*.delar; do
    name=${delar##*/} name=${name%.delar}
    YTTRA_DB=$work/$name.db
    export YTTRA_DB
    . "$here/fron/$name.sh"
    yttra skapa "$nr" "$paper" -f md -o "$work/$name.md" >/dev/null
    ok $? "$name: $paper is made"
    tests/print_parts "$work/$name.md" >"$work/$name.parts"
    grep -v '^;' "$delar" >"$work/$name.wanted"
    diff -u "$work/$name.wanted" "$work/$name.parts" >"$work/diff"
    ok $? "$name: every part, in its order" "$(cat "$work/diff")"
    missed=0
    for at in 1 5 9; do
        swapped "$work/$name.parts" "$at" | diff -q - "$work/$name.wanted" >/dev/null && missed=1
    done
    ok "$missed" "$name: parts in each other's place are seen"
    yttra granska "$nr" "$paper" >"$work/granska" || [ $? -eq 1 ]
    ! grep -q '^fel' "$work/granska"
    ok $? "$name: nothing is wrong in it" "$(cat "$work/granska")"
done
tap_done
