#!/bin/sh
# Makes an example ärende in a throw-away database and writes its two drafts:
#     tests/exempel.sh YTTRA DATA OUT
# YTTRA is the program, DATA the folder that holds betankanden/ and profiler/, OUT where
# tjansteskrivelse.txt and yttrande.txt are put (older ones are replaced).
set -eu
[ $# -eq 3 ] || { echo "usage: tests/exempel.sh YTTRA DATA OUT" >&2; exit 2; }
program=$1 data=$2 out=$3

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
YTTRA_DATA=$data YTTRA_DB=$scratch/exempel.db
export YTTRA_DATA YTTRA_DB

yttra() {
    "$program" "$@" || { echo "yttra $1 misslyckades." >&2; exit 1; }
}

nr=$(yttra nytt sou-2024-72 --nämnd Omsorgsnämnden --dnr 'ON 2025/17' \
    --ert-dnr S2024/01966 --svarstid 2025-03-14)
[ -n "$nr" ] || { echo "yttra nytt skrev inget ärendenummer." >&2; exit 1; }

yttra svara "$nr" '4.1.1:*' tillstyrker --motivering \
    'Den som är inskriven i hemsjukvården ska kunna få en medicinsk bedömning när som helst på dygnet. Ett lagkrav gör ansvaret tydligt för både regionen och kommunen.'
yttra svara "$nr" '4.2.3:*' synpunkter --motivering \
    'Föreskrifterna bör tas fram tillsammans med kommuner av olika storlek, så att kraven kan uppfyllas även där avstånden är långa.'
yttra svara "$nr" 4.4.3 tillstyrker --motivering \
    'Sanktioner skulle tära på det samarbete som vården bygger på.'
yttra svara "$nr" 5.3:2 avstyrker --motivering \
    'Om kommunen anställer läkare blir ansvaret delat. Det är regionen som ska svara för läkare i hela vården.'
yttra svara "$nr" 7.2.1 ingen-erinran

yttra skapa "$nr" tjänsteskrivelse -o "$out/tjansteskrivelse.txt"
yttra skapa "$nr" yttrande -o "$out/yttrande.txt"

for draft in tjansteskrivelse yttrande; do
    [ -s "$out/$draft.txt" ] || { echo "$out/$draft.txt blev tom eller saknas." >&2; exit 1; }
    echo "Skrev $out/$draft.txt"
done
