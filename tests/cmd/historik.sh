# The history: old texts read whole, and taken back.
. "${srcdir:-.}/tests/cmd/lib.sh"

"$YTTRA" nytt SOU 2024:72 >/dev/null
long='Den första motiveringen är så lång att den inte får plats på en enda rad i historiken.'
"$YTTRA" svara 1 5.3:2 delvis --motivering "$long" >/dev/null
"$YTTRA" svara 1 5.3:2 avstyrker --motivering 'Kort.' >/dev/null
# number ORSAK: the number of the newest revision with that orsak.
number() {
    "$YTTRA" historik 1 --alla | sed -n "s/^\\([0-9]*\\) .*, $1: .*/\\1/p" | sed -n "${2:-1}p"
}
first=$(number svara 2)
run 0 'the history' historik 1 5.3:2
has "motivering: 86 tecken → Kort." 'says how long a text was'
has "$first  2025-02-01 13:00:00  Anna" 'with a number for each revision, and the second'
has 'motivering: 86 tecken: ”Den första motiveringen är så lång att den inte …”' 'and how it begins'
YTTRA_NU=2025-02-01T12:00:07Z "$YTTRA" svara 1 5.3:1 delvis --motivering "$long" >/dev/null
YTTRA_NU=2025-02-01T12:00:09Z "$YTTRA" svara 1 5.3:1 \
    --motivering "${long%historiken.}listan. Så är det." >/dev/null
YTTRA_NU=2025-02-01T12:00:41Z "$YTTRA" svara 1 5.3:1 --motivering "${long%historiken.}skärmen." \
    >/dev/null
run 0 'changes of the same minute' historik 1 5.3:1
has '13:00:41' 'have their second'
has 'motivering: 93 tecken → 83 tecken: ”… en enda rad i skärmen.”' 'and say what is new'
has '”… en enda rad i listan. Så är det.”' 'in each'
has 'ställning: delvis
' 'short values stand as they are'
run 0 'the history with texts' historik 1 5.3:2 --text
has 'Den första motiveringen är så lång' 'has the old one'
has '
      historiken.' 'wrapped and indented'
has 'ställning: delvis' 'and the values beside it'
run 0 'an old version is taken back' historik 1 --återställ "$first"
has "Svaret på 5.3:2 är återställt till ändring $first" 'is told'
run 0 'the answer' visa 1 5.3:2
has 'Den första' 'is as it was'
has 'delvis' 'with its stance'
run 0 'the history' historik 1 5.3:2
has 'Anna Exempel, återställ: Svar 5.3:2' 'has it as a new revision'
has 'motivering: Kort. → 86 tecken' 'and what it replaced'
run 0 'once more' historik 1 --aterstall "$first"
has 'Inget är ändrat' 'changes nothing'
"$YTTRA" lägg 1 underlag titel=Ett >/dev/null
"$YTTRA" lägg 1 underlag titel=Två >/dev/null
"$YTTRA" ta-bort 1 underlag 1 >/dev/null
run 0 'a removed line' historik 1 underlag --återställ "$(number 'ta bort')"
run 0 'the lines' visa 1
has '  1  Ett' 'it is back, by its number'
run 0 'a text' ange 1 dnr 'ON 2025/1'
run 0 'a field back' historik 1 --återställ "$(number nytt)"
run 0 'the ärende' visa 1
hasnt 'ON 2025/1' 'has what it had'
run 1 'a number that is not there' historik 1 --återställ 9999
run 1 'a number of another punkt' historik 1 4.3 --återställ "$first"
run 2 'no number' historik 1 --återställ x
run 0 'the database is sound' databas kontrollera
tap_done
