# What the measurements of the screen share. $build and $work are set by the script.
YTTRA_VEM='Handläggare A'
export YTTRA_VEM
sizes='24x80 50x160'

tangent() { # ROWSxCOLUMNS LABEL ARGUMENT…
    size=$1 label=$2
    shift 2
    "$build/tests/bench/tangent" -r "${size%x*}" -c "${size#*x}" -l "$label" "$@"
}

# A text of that many characters, as a handläggare writes.
prose() {
    awk -v n="$1" 'BEGIN {
        s = "Kommunen behöver långsiktiga och tydliga avtal om läkarmedverkan för att kunna planera"
        s = s " sin hälso- och sjukvård på ett sätt som håller över tid. "
        while (length(t) < n) t = t s
        t = substr(t, 1, n)
        sub(/ +$/, "", t)
        print t
    }'
}

# A database with one ärende, in which 4.4.3 is answered with the text of that file.
one_answer() { # FILE DATABASE
    "$YTTRA" nytt 'SOU 2024:72' --databas "$2" >/dev/null
    "$YTTRA" svara 1 4.4.3 delar --motivering-fil "$1" --databas "$2" >/dev/null
}

have() {
    command -v "$1" >/dev/null || {
        echo "$1 is not installed and is left out"
        return 1
    }
}

# To the editor on 4.4.3 from the list of ärenden, and some way into the text.
into='\e[B\e[B\e[B\e[B\e[1;5C\e[1;5C\e[1;5C'
typed='medan regionen måste stå för kostnaderna och kommunen '
