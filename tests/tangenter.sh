# The keys in the manual and the handbook are those of the table of actions. UPDATE=1 puts them
# there.
. "$(dirname "$0")/tap.sh"
export LC_ALL=C.UTF-8

# holds FILE FORM BEGIN END: between the lines BEGIN and END stands what print_keys FORM prints.
holds() {
    ./tests/print_keys "$2" >"$TMPDIR/keys"
    BEGIN=$3 END=$4
    export BEGIN END
    awk '$0 == ENVIRON["END"] { on = 0 } on; $0 == ENVIRON["BEGIN"] { on = 1 }' \
        "$srcdir/docs/$1" >"$TMPDIR/there"
    if [ -n "${UPDATE-}" ]; then
        awk -v keys="$TMPDIR/keys" '
            $0 == ENVIRON["END"] { on = 0 }
            !on
            $0 == ENVIRON["BEGIN"] { on = 1; while ((getline line <keys) > 0) print line }' \
            "$srcdir/docs/$1" >"$TMPDIR/new" && cat "$TMPDIR/new" >"$srcdir/docs/$1"
        return
    fi
    is "$(cat "$TMPDIR/keys")" "$(cat "$TMPDIR/there")" "docs/$1 has the keys there are"
}

holds yttra.1 mdoc '.\" Tangenterna: börjar här.' '.\" Tangenterna: slutar här.'
holds handbok.md markdown '<!-- Tangenterna: börjar här. -->' '<!-- Tangenterna: slutar här. -->'
tap_done
