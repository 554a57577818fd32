# What the measurements of the screen share. $build and $work are set by the script.
# A database that could not be made ends the measurement: an empty list has figures too.
set -e
YTTRA_VEM='Handläggare A'
export YTTRA_VEM
sizes='24x80 50x160'

# tangent ROWSxCOLUMNS ARGUMENT…
tangent() {
    size=$1
    shift
    "$build/tests/bench/tangent" -r "${size%x*}" -c "${size#*x}" "$@"
}

# A text of that many characters, as a handläggare writes; with a second argument it is broken into
# paragraphs of about that many.
prose() {
    awk -v n="$1" -v paragraph="${2-0}" 'BEGIN {
        s = "Kommunen behöver långsiktiga och tydliga avtal om läkarmedverkan för att kunna planera"
        s = s " sin hälso- och sjukvård på ett sätt som håller över tid. "
        while (length(t) < n) {
            t = t s
            if (paragraph && length(t) - begun >= paragraph) {
                sub(/ $/, "\n\n", t)
                begun = length(t)
            }
        }
        t = substr(t, 1, n)
        sub(/[ \n]+$/, "", t)
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

# The keys of yttra: from the list of ärenden to punkt 4.4.3, into its editor, to the text's
# beginning. Each is a -s of tangent, for what a key leads to must be there before the next.
to_punkt="-s \\n -s 4.4.3\\r"
to_text="$to_punkt -s \\r -s \\x14"

# Four rows down and three words on. Arrows as in application mode, one at a time: WordGrinder takes
# others, and those that come at once, for text.
into='-s \eOB -s \eOB -s \eOB -s \eOB -s \e[1;5C -s \e[1;5C -s \e[1;5C'
typed='medan regionen måste stå för kostnaderna och kommunen '
