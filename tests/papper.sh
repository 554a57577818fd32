#!/bin/sh
# Both papers of the example ärende, in every format, against the goldens read by eye
# (tests/golden/papper). UPDATE=1 accepts what is made now.
here=${srcdir:-.}/tests
. "$here/tap.sh"
. "$here/exempelarende.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
YTTRA_DB=$work/yttra.db YTTRA_NU=2025-01-20T09:00:00Z YTTRA_VEM='Handläggare A'
export YTTRA_DB YTTRA_NU YTTRA_VEM

yttra() {
    "$YTTRA" "$@"
}

exempelarende
for paper in tjansteskrivelse yttrande; do
    for form in text md html; do
        golden=$here/golden/papper/$paper.$form
        yttra skapa "$nr" "$paper" -f "$form" -o "$work/$paper.$form" >/dev/null
        ok $? "$paper as $form is made"
        if [ "${UPDATE-}" = 1 ]; then cp "$work/$paper.$form" "$golden"; fi
        diff -u "$golden" "$work/$paper.$form" >"$work/diff"
        ok $? "$paper as $form is the golden one" "$(head -40 "$work/diff")"
    done
done

yttra granska "$nr" >"$work/granska"
ok $? "the example has no errors" "$(cat "$work/granska")"
yttra granska "$nr" --json >"$work/granska.json"
ok $? "and none as JSON"

# The yttrande retells nothing: no gist of the betänkande stands in it.
yttra betänkande skriv sou-2024-72 >"$work/betankande.md" 2>/dev/null
ok $? "the betänkande is written"
retold=0
grep '^> [A-ZÅÄÖ]' "$work/betankande.md" | cut -c3-42 >"$work/gists"
tr '\n' ' ' <"$work/yttrande.md" >"$work/flat"
while IFS= read -r gist; do
    grep -qF -e "$gist" "$work/flat" && retold=1
done <"$work/gists"
[ -s "$work/gists" ] && [ "$retold" -eq 0 ]
ok $? "the yttrande retells nothing"
tap_done
