# A summary drafted from the answers: what it says, what it does not overwrite, and when it is old.
. "${srcdir:-.}/tests/cmd/lib.sh"
COLUMNS=400 # no line of an advice is broken

yttra() {
    "$YTTRA" "$@"
}

yttra nytt 'SOU 2024:72' >/dev/null
run 1 'no draft before an answer' text 1 sammanfattning --utkast
says 'inget är besvarat än' 'and that is said'
yttra svara 1 4.1 delar --motivering 'Det fungerar.' >/dev/null
yttra svara 1 4.2.3:1 villkor --villkor 'staten betalar' >/dev/null
yttra svara 1 5.3:2 avstyrker --motivering 'Ansvaret blir delat.' >/dev/null
run 0 'a draft' text 1 sammanfattning --utkast
has 'Nämnden avstyrker det första förslaget i avsnitt' 'names what is contested'
run 0 'the text' text 1 sammanfattning
has 'Av dem stöds ett utan förbehåll, ett med villkor eller synpunkter och ett inte alls.' \
    'counts the answers'
first=$out
run 0 'the same draft again' text 1 sammanfattning --utkast
has 'Inget är ändrat' 'changes nothing'
run 1 'granska' granska 1 --json
hasnt 'sammanfattning-inaktuell' 'does not call it old'

yttra svara 1 4.4.3 avstyrker --motivering 'Sanktioner behövs.' >/dev/null
yttra svara 1 4.2.3:1 --villkor 'regionen betalar' >/dev/null
yttra svara 1 4.1 --motivering 'Det fungerar bra redan.' >/dev/null
run 1 'granska of other answers' granska 1
has '”Sammanfattning” är skriven innan svaren på 4.2.3:1 och 4.4.3:1 ändrades.' \
    'names those that have changed, and no other'
run 1 'another draft' text 1 sammanfattning --utkast
says 'Sammanfattning är redan skriven' 'does not overwrite'
says '--ersätt' 'and says how it is done'
run 0 'the text' text 1 sammanfattning
is "$first" "$out" 'stands'
run 0 'asked to' text 1 sammanfattning --utkast --ersätt
has 'är ersatt. Den finns kvar i historiken.' 'it is replaced'
has "4.4.3" 'with what is so now'
run 1 'granska' granska 1
hasnt 'är skriven innan' 'is content'

# What somebody wrote is held against the answers too, and can be said to be right still.
printf 'Nämnden ser risker.\n' >egen.md
run 0 'a text of one'\''s own' text 1 sammanfattning --fil egen.md
yttra svara 1 4.3 tveksam --motivering 'Det är oklart.' >/dev/null
run 1 'granska' granska 1
has 'är skriven innan svaret på 4.3:1 ändrades.' 'holds it against the answers'
run 0 'the same text again' text 1 sammanfattning --fil egen.md
has 'texten är densamma, och gäller svaren som de är nu' 'is said to be right still'
run 1 'granska' granska 1
hasnt 'är skriven innan' 'is content'

# The history: an older text comes back with the age it had.
id=$(yttra historik 1 sammanfattning | sed -n 's/^\([0-9]*\) .*utkast.*/\1/p' | tail -1)
run 0 'the history' historik 1 sammanfattning --text
has 'utkast' 'has the draft'
hasnt 'tillstyrker, ' 'and does not show what it was written from'
run 0 'the first draft back' historik 1 --återställ "$id"
run 1 'granska' granska 1
has 'är skriven innan svaren på 4.2.3:1, 4.3:1 och 4.4.3:1 ändrades.' 'knows how old it is'

run 0 'exported' exportera 1 -o ut.json
run 0 'and read' läs ut.json --som-nytt
run 1 'the copy' granska 2
has 'är skriven innan svaren på 4.2.3:1, 4.3:1 och 4.4.3:1 ändrades.' 'is as old'

run 0 'the other summary' text 1 sammanfattning-tjänsteskrivelse --utkast
has 'Ärendet gäller yttrande över betänkandet' 'says what it is about'
has '- avstyrker det första förslaget' 'and proposes in a list'
run 2 'a draft of no block' text 1 --utkast
run 2 'both ways' text 1 sammanfattning --utkast --fil egen.md
run 2 'replacing without a draft' text 1 sammanfattning --ersätt
run 2 'another block' text 1 ekonomi --utkast
says 'bara en sammanfattning' 'is no summary'
run 0 'fields' fält text
hasnt grund 'that are for a person'
tap_done
