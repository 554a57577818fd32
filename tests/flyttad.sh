# All of the program moved from where it was configured to be: its papers, profiles and the library
# for Word are found from where it lies now.
. "$(dirname "$0")/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset YTTRA_DATA MAKEFLAGS MFLAGS MAKELEVEL
YTTRA_DB=$work/y.db YTTRA_NU=2025-02-01 YTTRA_VEM='Anna Exempel'
export YTTRA_DB YTTRA_NU YTTRA_VEM

${MAKE:-make} install DESTDIR="$work/dest" >"$work/log" 2>&1
ok $? 'it is installed in a folder of its own' "$(tail -5 "$work/log")"
program=$(find "$work/dest" -type f -path '*/bin/yttra')
prefix=${program%/bin/yttra}

# works PROGRAM NAME: with an ärende and its papers in a database of its own.
works() {
    rm -f "$YTTRA_DB"
    is 1 "$("$1" nytt SOU 2024:72 2>&1)" "$2: the betänkande is found"
    says=$("$1" profil kontrollera standard 2>&1)
    ok $? "$2: the profile is found" "$says"
    says=$("$1" skapa 1 yttrande -o "$work/y.docx" 2>&1)
    ok $? "$2: so is what makes Word" "$says"
}
works "$program" 'where DESTDIR is'
mv "$prefix" "$work/flyttad med blanksteg"
works "$work/flyttad med blanksteg/bin/yttra" 'moved'
ln -s "$work/flyttad med blanksteg/bin/yttra" "$work/yttra"
works "$work/yttra" 'by a link'
rm -r "$work/flyttad med blanksteg/share"
says=$(YTTRA_DB=$work/z.db "$work/yttra" nytt SOU 2024:72 2>&1)
[ $? -eq 1 ]
ok $? 'without what belongs to it: refused' "$says"
case $says in *'share/yttra/betankanden med dem som följer med yttra'*) ok 0 'and told' ;;
*) ok 1 'and told' "$says" ;; esac
tap_done
