# skriv-ut: what is asked of it, with a stand-in for CUPS, and what goes wrong.
. "${srcdir:-.}/tests/cmd/lib.sh"

mkdir "$work/bin"
cat >"$work/bin/lp" <<'END'
#!/bin/sh
for word; do printf '%s\n' "$word"; done >"$work/words"
cat >"$work/document"
echo 'request id is plan3-12 (0 file(s))'
END
cat >"$work/bin/lpstat" <<'END'
#!/bin/sh
echo scheduler is running
echo system default destination: plan3
echo plan3
echo Reception
END
chmod +x "$work/bin/lp" "$work/bin/lpstat"
PATH=$work/bin:$PATH
export work PATH
unset CUPS_SERVER TMUX STY

run 0 'an ärende' nytt SOU 2024:72 --dnr 'ON 2025/17'
"$YTTRA" svara 1 4.1.1:1 tillstyrker --motivering 'Återgärda – ”så”, 4 §. Ω' >/dev/null

# --- Through CUPS

run 0 'a paper is printed' skriv-ut 1 yttrande
is 'Utskriften är skickad: jobb plan3-12.' "$out" 'the job is told'
is '%PDF' "$(head -c 4 "$work/document")" 'it is PDF'
is '-n
1
-o
media=A4
-t
Yttrande, ON 2025/17
--
-' "$(cat "$work/words")" 'lp is told what it must know'
run 0 'with every wish' skriv-ut 1 yttrande --skrivare Reception --sidor 1-,1 --exemplar 12 \
    --dubbelsidigt --granskning
is '-d
Reception
-n
12
-P
1-
-o
media=A4
-o
sides=two-sided-long-edge' "$(head -10 "$work/words")" 'lp is told them'
run 1 'a page that is not there' skriv-ut 1 yttrande --sidor 90
says 'sidan 90 finns inte: dokumentet har' 'is told'
run 0 'the printers are listed' skriv-ut --lista
is 'plan3 (förvald)
Reception' "$out" 'with the default one'

# --- Text

run 0 'a paper is printed as text' skriv-ut 1 yttrande --text
grep -q 'Återgärda – ”så”, 4 §. Ω' "$work/document" && ! grep -q raw "$work/words"
ok $? 'in UTF-8'
run 0 'for a line printer' skriv-ut 1 yttrande --text --teckenkod CP850 --sidor 1
iconv -f CP850 -t UTF-8 "$work/document" | grep -q 'Återgärda - "så", 4 §. ?'
ok $? 'in its own set'
is '1 tecken finns inte i CP850 och blev ”?”.' "$err" 'what is lost is told'
grep -q '^raw$' "$work/words" && ! grep -q -e '^-P$' "$work/words"
ok $? 'past the filters, with its pages picked here'

# --- What goes wrong

run 2 'nothing named' skriv-ut
says 'skriv vilket ärende det gäller och vilket dokument det gäller' 'is told'
run 2 'no paper named' skriv-ut 1
says 'skriv också vilket dokument det gäller' 'is told'
run 1 'an unknown paper' skriv-ut 1 ytrande
says 'yttrande' 'the nearest is told'
run 1 'unreadable pages' skriv-ut 1 yttrande --sidor 3-1
says 'den första sidan kommer efter den sista' 'are told'
run 1 'too many copies' skriv-ut 1 yttrande --exemplar 100
says '1 till 99, inte ”100”' 'are told'
run 2 'a width without text' skriv-ut 1 yttrande --bredd 60
says 'skriv också --text eller --terminal' 'is told'
run 2 'a width that is no number' skriv-ut 1 yttrande --text --bredd bred
says '40–77, inte ”bred”' 'is told'
run 2 'a width that A4 has no room for' skriv-ut 1 yttrande --text --bredd 100
says 'högst 77 på A4. Med --teckenkod eller --terminal får det vara 200.' 'is told'
run 0 'it may be so for a line printer' skriv-ut 1 yttrande --text --bredd 132 --teckenkod ASCII
run 2 'an unknown set' skriv-ut 1 yttrande --text --teckenkod påhittad
says '”påhittad” är okänd' 'is told'
run 2 'a set that is no printer’s' skriv-ut 1 yttrande --text --teckenkod UTF-16
says 'passar inte för skrivare' 'is told'
run 2 'both sides, past what steers the printer' skriv-ut 1 yttrande --text --teckenkod ASCII \
    --dubbelsidigt
says 'går inte att förena med --teckenkod' 'is told'
for option in '--skrivare plan3' '--exemplar 2' --dubbelsidigt; do
    run 2 "the terminal's printer with $option" skriv-ut 1 yttrande --terminal $option
    says 'går inte att förena med --terminal' 'is told'
done
err=$(TMUX=x "$YTTRA" skriv-ut 1 yttrande --terminal 2>&1)
says 'från tmux' 'the printer of a terminal inside tmux is refused'
err=$(PATH=/nowhere "$YTTRA" skriv-ut 1 yttrande 2>&1)
says 'paketet cups-client' 'without CUPS it is told what to install'
tap_done
