# Control characters never reach the terminal, even if somebody has put them in the database.
. "${srcdir:-.}/tests/cmd/lib.sh"

"${PYTHON3:-python3}" -c 'import sqlite3' 2>/dev/null || {
    echo '1..0 # SKIP python3 with sqlite3 is missing'
    exit 0
}
"$YTTRA" nytt SOU 2024:72 --dnr DNR-HÄR --rubrik RUBRIK-HÄR >/dev/null
"$YTTRA" svara 1 4.3 delar --motivering 'SKÄL-HÄR med sökord' >/dev/null
"$YTTRA" lägg 1 underlag titel=TITEL-HÄR >/dev/null
"${PYTHON3:-python3}" - "$YTTRA_DB" <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
evil = "\x1b[31m\x07\x9b2J\x7f\u202eb\r"
for table, column in (("arende", "dnr"), ("arende", "rubrik"), ("svar", "motivering"), ("underlag", "titel")):
    db.execute(f"UPDATE {table} SET {column} = {column} || ?", (evil,))
db.execute("UPDATE betankande SET titel = titel || ?", (evil,))
db.execute("UPDATE betankande_punkt SET text = text || ?", (evil,))
db.commit()
END
# clean NAME ARGUMENT…: neither stream has a control character but line feeds.
clean() {
    name=$1
    shift
    "$YTTRA" "$@" >o 2>&1
    found=$(tr -d '\n' <o | LC_ALL=C tr -dc '\000-\037\177' | od -An -c)
    c1=$(LC_ALL=C grep -c "$(printf '\302[\200-\237]')" o)
    is ' 0' "$found $c1" "$name"
}
clean lista lista
clean 'lista --json' lista --json
clean visa visa 1
clean 'visa PUNKT' visa 1 4.3
clean 'visa --json' visa 1 --json
clean historik historik 1
clean exportera exportera 1
clean granska granska 1
clean 'granska --json' granska 1 --json
clean sök sök sökord
clean 'betänkande visa' betänkande visa SOU 2024:72
clean 'skapa text' skapa 1 yttrande
clean 'skapa md' skapa 1 yttrande -f md
clean 'skapa html' skapa 1 yttrande -f html
clean 'databas kontrollera' databas kontrollera
clean 'an error with what was typed' visa "$(printf '1\0332')"
tap_done
