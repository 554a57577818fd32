# In a locale that names another character set than UTF-8: words come in it, and what goes to the
# terminal too; files and pipes have UTF-8.
. "${srcdir:-.}/tests/cmd/lib.sh"

mkdir sprak
localedef -c -i sv_SE -f ISO-8859-1 sprak/sv_SE.ISO-8859-1 >/dev/null 2>&1
python=${PYTHON3:-python3}
[ -d sprak/sv_SE.ISO-8859-1 ] && "$python" -c 'import os, pty; pty.fork() or os._exit(0)' 2>/dev/null || {
    echo '1..0 # SKIP no Swedish locale can be made, or there are no terminals'
    exit 0
}
"$YTTRA" nytt SOU 2024:72 >/dev/null
LOCPATH=$work/sprak
export LOCPATH
unset COLUMNS

# latin1 TEXT: as it is in ISO-8859-1.
latin1() {
    printf '%s' "$1" | iconv -f UTF-8 -t ISO-8859-1
}
# run with the locale; $out is as the program wrote it.
there() {
    LC_ALL=sv_SE.ISO-8859-1 run "$@"
}
there 0 'a value in the locale'"'"'s set' ange 1 rubrik "$(latin1 'Röst och äldre')"
has 'Rubrik: Röst och äldre' 'is understood, and a pipe gets UTF-8'
there 0 'so is a command and what is searched for' "$(latin1 sök)" "$(latin1 röst)"
has 'Röst' 'it is found'
there 0 'UTF-8 too' ange 1 rubrik 'Smör'
has 'Rubrik: Smör' 'is taken as it is'
there 0 'a paper' skapa 1 yttrande -o y.md
grep -q 'Smör' y.md
ok $? 'is UTF-8 in a file'
there 2 'an unknown command' "$(latin1 frö)"
says '”frö” är inget kommando' 'is told in words'

on_terminal() {
    LC_ALL=sv_SE.ISO-8859-1 "$python" "$source/tests/cmd/on_terminal.py" 80 "$@" |
        iconv -f ISO-8859-1 -t UTF-8
}
out=$(on_terminal '' "$YTTRA" visa 1)
has 'Ärende 1: SOU 2024:72 Stärkt' 'the terminal gets its own set'
out=$(on_terminal '' "$YTTRA" visa 7)
has 'ärende 7 finns inte' 'in messages too'
out=$(on_terminal "$(latin1 'Smör på bröd.')
" "$YTTRA" text 1 ekonomi --fil -)
has 'på en egen rad' 'it is asked for in it'
is 'Smör på bröd.' "$("$YTTRA" text 1 ekonomi)" 'what is typed is saved'

unset LOCPATH
LC_ALL=C run 2 'no set is named' sök "$(latin1 smör)"
says 'LC_ALL=sv_SE.ISO-8859-1' 'how to name it is told'
LC_ALL=C run 0 'UTF-8 where none is named' sök Smör
LC_ALL=sv_SE.ISO-8859-1 run 0 'a locale that the machine lacks' visa 1
has 'Ärende 1' 'means UTF-8'
run 0 'the database is sound' databas kontrollera
tap_done
