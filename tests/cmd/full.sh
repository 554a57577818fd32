# A disk that is full: nothing is half done, nothing lost, and it is said what is full.
. "${srcdir:-.}/tests/tap.sh"
if [ "${FULL_INSIDE:-}" = '' ]; then
    for flags in --mount '--mount --map-root-user'; do
        # shellcheck disable=SC2086 # two words
        if unshare $flags sh -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null; then
            FULL_INSIDE=1
            export FULL_INSIDE
            # shellcheck disable=SC2086
            exec unshare $flags sh "$0"
        fi
    done
    echo '1..0 # SKIP a disk of its own cannot be mounted here'
    exit 0
fi
. "${srcdir:-.}/tests/cmd/lib.sh"

mkdir full
mount -t tmpfs -o size=700k tmpfs full || exit 99
trap 'umount "$work/full"; rm -rf "$work"' EXIT
YTTRA_DB=$work/full/y.db XDG_DATA_HOME=$work/full/xdg
run 0 'an ärende' nytt SOU 2024:72 --rubrik Före
run 0 'with an answer' svara 1 4.3 delar --motivering 'Före.'
mkdir -p full/xdg/yttra/profiler full/ut
before=$(find full | sort)
dd if=/dev/zero of=full/fyllnad bs=1k count=2000 2>/dev/null
awk 'BEGIN { for (i = 0; i < 4000; i++) printf "Det står mycket här. " }' >lang.md

# refused NAME WORDS ARGUMENT…: ends with 1, says WORDS and that the disk is full.
refused() {
    name=$1 words=$2
    shift 2
    run 1 "$name" "$@"
    says "$words" "$name: what is full is named"
    says 'disken är full' "$name: and why"
}
refused 'a text' 'Inget har ändrats' text 1 ekonomi --fil lang.md
refused 'an answer' 'Inget har ändrats' svara 1 4.3 delvis --motivering-fil lang.md
refused 'a betänkande' 'Inget har ändrats' importera "$YTTRA_DATA/betankanden/sou-2024-72.md" \
    --som 'SOU 2024:80'
refused 'a paper' 'full/y.docx' skapa 1 yttrande -o full/y.docx
refused 'an export' 'full/a.json' exportera 1 -o full/a.json
refused 'a copy' 'kopian full/kopia.db får inte plats' databas kopiera full/kopia.db
refused 'a profile' 'profiler/min/' profil kopiera standard min
refused 'what is to be sent' 'full/ut/' skicka-underlag 1 -o full/ut
rm full/fyllnad
is "$before" "$(find full | sort)" 'nothing is left of what was tried'
run 0 'the database is whole' databas kontrollera
run 0 'the ärende' visa 1 4.3
has 'Före.' 'is as it was'
run 0 'a profile when there is room' profil kopiera standard min
tap_done
