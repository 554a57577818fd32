# Exchange: what is exported comes back the same; a bad file changes nothing at all.
. "${srcdir:-.}/tests/cmd/lib.sh"

"$YTTRA" nytt SOU 2024:72 --nämnd Omsorgsnämnden --svarstid 2025-02-14 >/dev/null
"$YTTRA" svara 1 '4.1.1:*' tillstyrker --motivering 'Med { och {{märken}} och "citat".' >/dev/null
"$YTTRA" svara 1 4.4.3 avstyrker --motivering 'Först.' >/dev/null
YTTRA_VEM='Bo Prov' YTTRA_NU=2025-02-02T08:15:30Z "$YTTRA" svara 1 4.4.3 delvis \
    --motivering 'Sedan.' >/dev/null
"$YTTRA" svara 1 8.3 delar >/dev/null
"$YTTRA" svara 1 8.3 --ta-bort >/dev/null
printf 'Ett stycke.\n\n- en punkt\n- en till[^1]\n\n[^1]: Med not.\n' |
    "$YTTRA" text 1 ekonomi --fil - >/dev/null
for t in ett två tre; do
    "$YTTRA" lägg 1 beslutspunkt "text=$t" >/dev/null
done
"$YTTRA" flytta 1 beslutspunkt 3 1 >/dev/null
"$YTTRA" ta-bort 1 beslutspunkt 1 >/dev/null
"$YTTRA" avsnitt 1 4.10 utelämnad ja >/dev/null 2>&1
"$YTTRA" avsnitt 1 7.2.1 rubrik Ledarskap >/dev/null

run 0 'exported to a file' exportera 1 -o a.json
run 0 'exported to standard output' exportera 1
is "$(cat a.json)" "$out" 'is the same'
run 0 'read into another database' --databas b.db läs a.json
is 1 "$out" 'its number is printed'
run 0 'exported from there' --databas b.db exportera 1 -o b.json
cmp -s a.json b.json
ok $? 'the same bytes' "$(diff a.json b.json | head -20)"
run 0 'that database is sound' --databas b.db databas kontrollera
is "$("$YTTRA" historik 1 --alla)" "$("$YTTRA" --databas b.db historik 1 --alla)" \
    'the whole history came along'
is "$("$YTTRA" skapa 1 yttrande)" "$("$YTTRA" --databas b.db skapa 1 yttrande)" \
    'the yttrande is the same'
run 0 'through standard input' --databas c.db läs - <a.json

before=$(cksum <"$YTTRA_DB")
run 1 'read into its own database' läs a.json
says '--ersätt' 'is refused, with the ways out'
is "$before" "$(cksum <"$YTTRA_DB")" 'and nothing is changed'
run 2 'both ways at once' läs a.json --ersätt --som-nytt
run 0 'in place of itself' läs a.json --ersätt
says 'Inget är ändrat: ärendet är redan så.' 'changes nothing'
is "$before" "$(cksum <"$YTTRA_DB")" 'not a byte'
run 0 'as a new ärende' läs a.json --som-nytt
is 2 "$out" 'gets a number of its own'
"$YTTRA" svara 1 4.4.3 utred --motivering 'Något annat.' >/dev/null
run 0 'in place of the one there' läs a.json --ersatt
is 1 "$out" 'keeps its number'
run 0 'what stood there' historik 1 4.4.3:1
has 'utred' 'is still in the history'
is 1 "$(printf '%s\n' "$out" | grep -c 'Bo Prov')" 'and nothing is there twice'
times=$("$YTTRA" historik 1 --alla | sed -n 's/^[0-9]*  \([-0-9]* [:0-9]*\)  .*/\1/p')
is "$(printf '%s\n' "$times" | sort -r)" "$times" 'the times are in order'
run 0 'and what was read' visa 1 4.4.3
has 'Sedan.' 'stands'
run 0 'all is sound' databas kontrollera
run 0 'visa --json' visa 1 --json
printf '%s\n' "$out" >v.json
has '"härlett"' 'has what follows from the facts'
run 0 'which can be read, the derived part ignored' --databas d.db läs v.json

# bad NAME PATH SCRIPT: the export edited with sed is refused, the error names PATH, and the
# database is as it was.
bad() {
    sed "$3" a.json >bad.json
    if cmp -s a.json bad.json; then
        ok 1 "$1: the edit did nothing"
        return
    fi
    sum=$(cksum <"$YTTRA_DB")
    run 1 "$1" läs bad.json --som-nytt
    says "$2" "$1: the place is named"
    is "$sum" "$(cksum <"$YTTRA_DB")" "$1: nothing is changed"
}
bad 'an unknown stance' 'ärende.svar["4.4.3:1"].ställning' '0,/"delvis"/s//"delvist"/'
bad 'an unknown key' 'ärende.uppgifter.svarstit' '0,/"svarstid"/s//"svarstit"/'
bad 'an unknown key at the top' 'revisionner' 's/"revisioner"/"revisionner"/'
bad 'a bad date' 'ärende.uppgifter.svarstid' '0,/2025-02-14/s//2025-02-30/'
bad 'a date as people write it' 'ärende.uppgifter.svarstid' '0,/2025-02-14/s//14\/2 2025/'
bad 'a number for a text' 'ärende.uppgifter.nämnd' '0,/"Omsorgsnämnden"/s//7/'
bad 'a punkt that is not there' 'ärende.svar["4.4.3:9"]' '0,/"4.4.3:1"/s//"4.4.3:9"/'
bad 'a key that is no punkt' 'ärende.svar["4.4.3"]' '0,/"4.4.3:1"/s//"4.4.3"/'
bad 'an avsnitt that is not there' 'ärende.avsnitt["7.2.9"]' '0,/"7.2.1"/s//"7.2.9"/'
bad 'another betänkande' 'ärende.betänkande' '0,/"sou-2024-72"/s//"sou-2024-73"/'
bad 'a bad UUID' 'ärende.uuid' '0,/"uuid": "[^"]*"/s//"uuid": "abc"/'
bad 'a bad time' 'revisioner[0].tid' '/"revisioner"/,$s/"tid": "[^"]*"/"tid": "i går"/'
bad 'no one who did it' 'revisioner[' '/"revisioner"/,$s/"vem": "Anna Exempel"/"vem": ""/'
bad 'an unknown kind of punkt' 'betänkande.avsnitt[' 's/"slag": "bedömning"/"slag": "dom"/'
bad 'an unknown provenance' 'härkomst' 's/"parafras"/"gissning"/'
bad 'a number twice' 'betänkande' 's/"nummer": "4.1.1"/"nummer": "4.1"/'
bad 'an id that is no number' 'ärende.beslutspunkt[0].id' '0,/"id": 3/s//"id": "tre"/'
bad 'an id twice' 'ärende.beslutspunkt[1]' 's/"id": 3/"id": 2/'
bad 'a control character' 'ärende.uppgifter.nämnd' '0,/Omsorgsnämnden/s//Om\\u0007sorg/'
bad 'a value for true' 'borttagen' 's/"borttagen": true/"borttagen": "ja"/'
bad 'what ends too early' 'bad.json' '$d'
bad 'a key twice' 'bad.json' '0,/"svarstid"/s//"svarstid":"2025-01-01","svarstid"/'
bad 'the format of a newer version' 'format' 's/"format": 1/"format": 2/'
bad 'no format' 'format' '/"format"/d'
printf '{"format":1,"ärende":{"betänkande":"sou-2024-72","svar":{"4.3:1":{"ställning":"delar"}}}}' \
    >kort.json
run 0 'a short file written by hand' läs kort.json
run 0 'gets the shipped betänkande' visa "$out" 4.3
has delar 'and its answer'
printf '{"format":1,"ärende":{"betänkande":"sou-2024-72","uppgifter":{"profil":"egen"}}}' >egen.json
run 0 'an ärende with a profile of another house' läs egen.json
says 'Profilen ”egen” finns inte här' 'which is told'
printf '{"format":1,"arende":{"betankande":"SOU 2024:72","uppgifter":{"namnd":"N"}}}' >kort.json
run 0 'keys without å ä ö' läs kort.json
printf '{"format":1,"ärende":{"betänkande":"sou-2024-72","arende":{}}}' >kort.json
run 1 'an unknown kind' läs kort.json
awk 'BEGIN {for (i = 0; i < 5000; i++) printf "["}' >djup.json
run 1 'brackets without end' läs djup.json
: >tom.json
run 1 'an empty file' läs tom.json
printf '[]' >lista.json
run 1 'a list' läs lista.json
tap_done
