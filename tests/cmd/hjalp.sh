# Help for every command, in Swedish; words with and without å ä ö.
. "${srcdir:-.}/tests/cmd/lib.sh"

run 0 'the help' --help
commands=$(printf '%s\n' "$out" | awk '/^Kommandon:/ {on = 1; next} /^Val/ {on = 0}
    on && /^  [^ ]/ {print $1}')
is 25 "$(printf '%s\n' "$commands" | wc -l | tr -d ' ')" 'lists every command'
run 0 'the same' -h
run 0 'the same in Swedish' --hjalp
run 0 'the version' --version
is "yttra $(printf '%s' "$out" | cut -d' ' -f2)" "$out" 'is one line'

all=$("$YTTRA" --help)
for c in $commands; do
    run 0 "$c --help" "$c" --help
    has "Så skrivs det:" "$c: how it is written"
    has "yttra $c" "$c: its name"
    all="$all $out"
    ascii=$(printf '%s' "$c" | sed 's/å/a/g; s/ä/a/g; s/ö/o/g')
    run 0 "$ascii --help" "$ascii" --help
    [ "$(printf '%s\n' "$out" | wc -L)" -le 80 ]
    ok $? "$c: no line is wider than 80 columns"
    apart=$(for w in 40 50 60 70 80; do COLUMNS=$w "$YTTRA" "$c" --help; done | grep -e '--$')
    is '' "$apart" "$c: no option is broken apart after its hyphens"
done

# The manual page knows what the program knows.
manual=$(cat "$source/docs/yttra.1")
for c in $commands; do
    missing=
    case $manual in *"Ic $c"*) ;; *) missing=$c ;; esac
    for option in $("$YTTRA" "$c" --help | sed -n '/^Val:/,$s/^  .*--\([^ ]*\).*/\1/p'); do
        case $manual in
        *"Fl -$option"*) ;;
        *) [ "$option" = format ] || [ "$option" = ut ] || missing="$missing --$option" ;;
        esac
    done
    is '' "$missing" "$c: it and its options are in the manual page"
done

# The program speaks Swedish. These words are English and no Swedish ones; --help and --version are
# what every program calls them.
english=$(printf '%s\n' "$all" | sed 's/--help//g; s/--version//g' | tr -cs '[:alpha:]' '\n' |
    grep -ixE 'the|and|or|not|file|usage|options?|error|failed|invalid|unknown|command|missing|found|no|such|with|from|of|is|are|show|list|print|default|output|input|set|read|write' |
    sort -u | paste -sd' ')
is '' "$english" 'no English words'
tap_done
