#!/bin/sh
# Makes an example ärende in a throw-away database and writes its two drafts:
#     tests/exempel.sh YTTRA DATA OUT
# YTTRA is the program, DATA the folder that holds betankanden/ and profiler/, OUT where
# tjansteskrivelse.txt and yttrande.txt are put (older ones are replaced).
set -eu
[ $# -eq 3 ] || { echo "usage: tests/exempel.sh YTTRA DATA OUT" >&2; exit 2; }
program=$1 out=$3
. "$(dirname "$0")/exempelarende.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
YTTRA_DATA=$2 YTTRA_DB=$scratch/exempel.db
export YTTRA_DATA YTTRA_DB

yttra() {
    "$program" "$@" || { echo "yttra $1 misslyckades." >&2; exit 1; }
}

exempelarende
yttra skapa "$nr" tjänsteskrivelse -o "$out/tjansteskrivelse.txt"
yttra skapa "$nr" yttrande -o "$out/yttrande.txt"

for draft in tjansteskrivelse yttrande; do
    [ -s "$out/$draft.txt" ] || { echo "$out/$draft.txt blev tom eller saknas." >&2; exit 1; }
    echo "Skrev $out/$draft.txt"
done
