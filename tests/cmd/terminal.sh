# On a terminal: texts are asked for, messages are broken between words.
. "${srcdir:-.}/tests/cmd/lib.sh"

python=${PYTHON3:-python3}
"$python" -c 'import os, pty; pty.fork() or os._exit(0)' 2>/dev/null || {
    echo '1..0 # SKIP python3 is missing, or there are no terminals'
    exit 0
}
unset COLUMNS
# typed WANTED-CODE NAME TEXT ARGUMENT…: as run, on a terminal 60 columns wide where TEXT is typed.
typed() {
    want=$1 name=$2 text=$3
    shift 3
    out=$("$python" "$source/tests/cmd/on_terminal.py" 60 "$text" "$YTTRA" "$@")
    code=$?
    [ "$code" -eq "$want" ]
    ok $? "$name" "code $code, wanted $want
$out"
}

"$YTTRA" nytt SOU 2024:72 >/dev/null
ask='Skriv texten. Avsluta med Ctrl-D på en egen rad, avbryt med Ctrl-C.'
typed 0 'a text is typed' 'En text.
' text 1 ekonomi --fil -
has "$ask" 'it was asked for'
is 'En text.' "$("$YTTRA" text 1 ekonomi)" 'and saved'
typed 0 'a motive is typed' 'Ett skäl.
' svara 1 4.3 delar --motivering-fil -
has "$ask" 'it was asked for'
typed 1 'a wrong stance' '' svara 1 4.3 tilstyrker --motivering-fil -
hasnt 'Skriv texten' 'is told before the text is typed'
printf 'Mer.\n' | "$YTTRA" text 1 ekonomi --fil - 2>err >/dev/null
is '' "$(cat err)" 'nobody is asked when the text comes from a pipe'
typed 1 'a long error' '' ange 1 svarstidd 2025-02-03
typed 2 'a long error' '' svara 1
is 0 "$(printf '%s\n' "$out" | LC_ALL=C.UTF-8 grep -cE '.{61}')" 'is broken at the width'
is 0 "$(printf '%s\n' "$out" | grep -c ' $')" 'between words'
"$YTTRA" svara 1 2>err
is 1 "$(grep -c 'motivering.*ta-bort' err)" 'in a file it is one line'
tap_done
