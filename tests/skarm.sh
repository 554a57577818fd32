# A screen as text, by a command: of small programs, and of yttra with keys.
. "$(dirname "$0")/tap.sh"
export YTTRA_NU=2025-01-20 YTTRA_VEM='Handläggare A'

# The rows between the lines that are not empty.
rows() {
    tests/skarm "$@" | sed '/^─*$/d'
}

is 'Små örter' "$(rows printf 'Små örter')" 'a program that has ended shows what it wrote'
line=$(printf '─%.0s' $(seq 20))
is "$line
ett

$line" "$(tests/skarm -r 2 -c 20 printf ett)" 'the screen stands between two lines of its width'
is '5 30' "$(rows -r 5 -c 30 stty size)" 'the terminal has the size asked for'
is 'hej
hej' "$(rows -k 'hej\r' -u hej cat)" 'keys are sent and read with backslashes'
is 'abc
markör: 1, 4' "$(rows -m -u abc sh -c 'printf abc; sleep 60')" 'the cursor is told, counted from 1'
is 'markör: dold' "$(rows -m printf '\033[?25l')" 'and that it is hidden'
is 'ja, nej' "$(A=1 rows -e A -e B=ja sh -c 'echo "$B, ${A-nej}"')" 'variables are set and taken out'
is 'två
ett' "$(rows -u två -k '\n' -u ett sh -c 'stty -echo; echo två; read x; echo ett; sleep 60')" \
    'the steps are taken in their order'
tests/skarm -u aldrig printf annat >"$TMPDIR/out" 2>/dev/null
is '1 annat' "$? $(sed -n 2p "$TMPDIR/out")" 'a text that never comes: exit 1, the screen is printed'
tests/skarm /finns/inte >"$TMPDIR/out" 2>/dev/null
is '2 ' "$? $(cat "$TMPDIR/out")" 'a program that cannot be run: exit 2, nothing is printed'
for wrong in '-r 0' '-c x' '-q 9999999' '-z' ''; do
    # shellcheck disable=SC2086
    tests/skarm $wrong >/dev/null 2>&1
    is 2 $? "skarm $wrong is wrong use"
done

db=$TMPDIR/yttra.db
"$YTTRA" nytt 'SOU 2024:72' --databas "$db" >/dev/null
tests/skarm -k '\r' -u 'n nästa' -k '4.4.3\r' -k '\r' -u 'motivering till 4.4.3:1' -k 'Små skäl.' \
    -u 'Små skäl.' -m -- "$YTTRA" --databas "$db" >"$TMPDIR/out"
is 'Små skäl.' "$(sed -n 5p "$TMPDIR/out")" 'what is typed in yttra is on the screen'
is 'markör: 4, 10' "$(tail -n 1 "$TMPDIR/out")" 'with the cursor after it'
is 'Små skäl.' "$("$YTTRA" visa 1 4.4.3 --databas "$db" | grep -o 'Små skäl\.')" \
    'and saved when the terminal hangs up'
tap_done
