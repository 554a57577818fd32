#!/bin/sh
# What could do harm: writing onto the database, descriptors that are closed, several programs at
# once, output that cannot be written.
. "${srcdir:-.}/tests/cmd/lib.sh"
run 0 "an ärende" nytt "SOU 2024:72"
run 0 "an answer" svara 1 4.4.3 avstyrker --motivering 'Kort skäl.'
run 0 "a text" text 1 ekonomi --fil - <<'END'
Det kostar.
END

# Nothing is written onto the database, by whatever name it is reached.
ln -s "$YTTRA_DB" lank.db
for name in "$YTTRA_DB" lank.db "./y.db"; do
    run 1 "export onto $name" exportera 1 -o "$name"
    says "är databasen" "is refused with a word"
done
run 0 "the database is whole" databas kontrollera

# A closed standard input is no empty text.
"$YTTRA" svara 1 4.4.3 avstyrker --motivering-fil - <&- >/dev/null 2>err
[ $? -eq 1 ] && grep -q 'kan inte läsas' err
ok $? "a closed standard input is an error" "$(cat err)"
"$YTTRA" text 1 ekonomi --fil - <&- >/dev/null 2>&1
[ $? -eq 1 ]
ok $? "for a text too"
run 0 "the text" text 1 ekonomi
has "Det kostar." "is still there"
"$YTTRA" skapa 1 yttrande >&- 2>/dev/null
[ $? -eq 1 ]
ok $? "a closed standard output is an error"

# Output that cannot be written.
"$YTTRA" granska 1 >/dev/full 2>err
[ $? -eq 1 ] && grep -q 'gick inte att skriva ut' err
ok $? "granska says that its findings were not written" "$(cat err)"
"$YTTRA" svara 1 4.2 delar >/dev/full 2>err
[ $? -eq 1 ] && grep -q 'Ändringen är sparad' err
ok $? "svara says that the answer is saved all the same" "$(cat err)"
# unsaved ARGUMENT…: its answer cannot be written, and it does not say that anything was saved.
unsaved() {
    "$YTTRA" "$@" >/dev/full 2>err
    [ $? -eq 1 ] && grep -q 'gick inte att skriva ut' err && ! grep -q 'är sparad' err
    ok $? "$*: nothing is said to be saved" "$(cat err)"
}
unsaved svara 1 4.2 delar
unsaved svara 1 4.2
unsaved svara 1 4.2 avstyrker --prova
unsaved text 1
unsaved text 1 ekonomi
unsaved avsnitt 1 4.5
unsaved ange 1 status pågår
unsaved nytt --help
"$YTTRA" lista >&- 2>err
grep -q 'skriva ut svaret: den är stängd' err
ok $? "what is closed is said to be" "$(cat err)"

# What is already in a file stays there when standard output is named as a path.
echo före >samlat
"$YTTRA" skapa 1 yttrande -f md -o /dev/stdout >>samlat
head -n 1 samlat | grep -qx före && [ "$(wc -l <samlat)" -gt 10 ]
ok $? "-o /dev/stdout adds to what is there"

# Four at once on a database that is not there.
for round in 1 2 3; do
    pids=
    for i in 1 2 3 4; do
        "$YTTRA" --databas "ny$round.db" nytt --ändå "SOU 2024:72" >/dev/null 2>"fel$i" &
        pids="$pids $!"
    done
    failed=0
    for pid in $pids; do
        wait "$pid" || failed=1
    done
    ok $failed "four make an ärende each at once" "$(cat fel1 fel2 fel3 fel4)"
    "$YTTRA" --databas "ny$round.db" lista --json >lista.json
    [ "$(grep -o '"nr"' lista.json | wc -l)" -eq 4 ]
    ok $? "and all four are there" "$(cat lista.json)"
done

# A link to nothing is told from a database that is not made yet.
ln -s ingenting tom.db
run 1 "a database that is a link to nothing" --databas tom.db lista
says "länk" "is told as one"
run 1 "a database that is not there" --databas finnsinte.db lista
says "skapas med det första ärendet" "is told how it is made"

# A name too long for the history is cut.
YTTRA_VEM=$(printf 'x%.0s' $(seq 300)) "$YTTRA" ange 1 dnr 'ON 1' >/dev/null
run 0 "export" exportera 1 -o e.json
run 0 "what a long name has saved is read back" --databas annan.db läs e.json
tap_done
