# What is replaced is said to be, and an empty text empties nothing.
. "${srcdir:-.}/tests/cmd/lib.sh"

"$YTTRA" nytt SOU 2024:72 >/dev/null
run 0 'the first motive' svara 1 5.3:2 delvis --motivering 'Den första.'
hasnt 'är ersatt' 'replaces nothing'
run 0 'the same stance' svara 1 5.3:2 delvis
hasnt 'är ersatt' 'replaces nothing'
run 0 'another motive' svara 1 5.3:2 delvis --motivering 'Den andra, som är längre.'
has 'Den förra motiveringen (11 tecken) är ersatt. Den finns kvar i historiken.' 'and that is said'
run 0 'the same again' svara 1 5.3:2 --motivering 'Den andra, som är längre.'
hasnt 'är ersatt' 'replaces nothing'
run 1 'an empty motive' svara 1 5.3:2 --motivering ''
says 'yttra ändra 1 svar 5.3:2 motivering=' 'is refused, with the way to do it'
printf '\n' >tom.md
run 1 'an empty file' svara 1 5.3:2 --motivering-fil tom.md
run 1 'one of several' svara 1 4.3,5.3:2 delar --motivering ''
run 0 'the motive' visa 1 5.3:2
has 'Den andra' 'stands'
run 0 'one where there was none' svara 1 4.3 delar --motivering ''
run 0 'the way that was told' ändra 1 svar 5.3:2 motivering=
run 0 'the motive' visa 1 5.3:2
hasnt 'Den andra' 'is gone'
printf 'En text.\n' >a.md
printf 'En annan text.\n' >b.md
run 1 'an empty text where there is none' text 1 ekonomi --fil tom.md
says 'tom.md är tom. Inget är sparat.' 'is told: something failed before'
run 0 'the first text' text 1 ekonomi --fil a.md
hasnt 'är ersatt' 'replaces nothing'
run 0 'another text' text 1 ekonomi --fil b.md
has 'Den förra texten (8 tecken) är ersatt. Den finns kvar i historiken.' 'and that is said'
run 1 'an empty text' text 1 ekonomi --fil tom.md
says 'yttra ta-bort 1 text ekonomi' 'is refused, with the way to do it'
run 0 'the text' text 1 ekonomi
is 'En annan text.' "$out" 'stands'
tap_done
