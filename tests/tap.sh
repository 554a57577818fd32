# TAP for shell tests: `. "$(dirname "$0")/tap.sh"`, then ok for each test and tap_done at the end.
tap_n=0
tap_failed=0

# ok STATUS NAME [DETAIL]: one test, passed if STATUS is 0; DETAIL is shown when it is not.
ok() {
    tap_n=$((tap_n + 1))
    if [ "$1" -eq 0 ]; then
        printf 'ok %d - %s\n' "$tap_n" "$2"
    else
        tap_failed=1
        printf 'not ok %d - %s\n' "$tap_n" "$2"
        [ -z "${3-}" ] || printf '%s\n' "$3" | sed 's/^/# /'
    fi
}

# is WANT GOT NAME: passed if both texts are equal.
is() {
    [ "$1" = "$2" ]
    ok $? "$3" "want: $1
got:  $2"
}

tap_done() {
    printf '1..%d\n' "$tap_n"
    exit "$tap_failed"
}
