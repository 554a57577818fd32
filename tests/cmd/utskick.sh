# The kit that is sent: its files, what a mail program reads in them, and the look before.
. "${srcdir:-.}/tests/cmd/lib.sh"
yttra() { "$YTTRA" "$@"; }
. "$source/tests/exempelarende.sh"
exempelarende

yttra ange "$nr" väg nämnd-departement mottagare Socialdepartementet ert-dnr S2024/01966 \
    e-post s.remissvar@regeringskansliet.se e-post-kopia kopia@regeringskansliet.se \
    remissinstans 'Exempelköpings kommun' >/dev/null
yttra ändra "$nr" handläggare 1 e-post=handlaggare.a@exempel.se >/dev/null

run 0 'made' skicka-underlag "$nr" -o ut/hit
has 'Ämne:        S2024/01966 – Exempelköpings kommun – Yttrande över SOU 2024:72' 'the subject'
has 'Till:        s.remissvar@regeringskansliet.se' 'the address'
for nr_ in 1 2 3 4 5 6 7 8 9 10; do
    case $nr_ in 10) pad='  ' ;; *) pad='   ' ;; esac
    printf '%s' "$out" | grep -q "^$pad$nr_\\. .*: bra\$"
    ok $? "point $nr_ is fine" "$out"
done
file=Exempelköpings-kommun-yttrande-SOU-2024-72
is "$file-följebrev.txt
$file.docx
$file.eml
$file.pdf" "$(ls ut/hit | LC_ALL=C sort)" 'four files, all with the name'
is '%PDF-' "$(head -c 5 "ut/hit/$file.pdf")" 'one is a PDF'

python3 - "ut/hit/$file" <<'END' >mail.txt 2>&1
import email, email.policy, sys, unicodedata
base = sys.argv[1]
m = email.message_from_binary_file(open(base + '.eml', 'rb'), policy=email.policy.default)
assert not m.defects, m.defects
assert m['subject'] == 'S2024/01966 – Exempelköpings kommun – Yttrande över SOU 2024:72', m['subject']
assert m['to'] == 's.remissvar@regeringskansliet.se', m['to']
assert m['cc'] == 'kopia@regeringskansliet.se', m['cc']
assert m['from'] == '"Handläggare A" <handlaggare.a@exempel.se>' or \
    m['from'].addresses[0].display_name == 'Handläggare A', m['from']
assert m['x-unsent'] == '1'
letter = open(base + '-följebrev.txt', encoding='utf-8').read()
body = m.get_body().get_content().replace('\r\n', '\n')
assert body.rstrip('\n') == letter.rstrip('\n'), (body, letter)
files = list(m.iter_attachments())
assert len(files) == 2
for f in files:
    got = f.get_filename()
    want = base.rsplit('/', 1)[1] + ('.pdf' if f.get_content_type() == 'application/pdf' else '.docx')
    assert got == want, (got, want)
    assert f.get_content() == open(base.rsplit('/', 1)[0] + '/' + got, 'rb').read(), 'bytes of ' + got
print('good')
END
is good "$(cat mail.txt)" 'a mail program reads it: headers, letter, both files'
grep -q 'yttrandet från Exempelköpings kommun' "ut/hit/$file-följebrev.txt"
ok $? 'the letter says who answers' "$(cat "ut/hit/$file-följebrev.txt")"

before=$(cat "ut/hit/"* | cksum)
run 1 'a second time' skicka-underlag "$nr" -o ut/hit
says '--ersätt' 'what was made is not written over, and the way out is told'
is "$before" "$(cat "ut/hit/"* | cksum)" 'nothing is changed'
run 0 'with --ersätt' skicka-underlag "$nr" -o ut/hit/ --ersätt
is "$before" "$(cat "ut/hit/"* | cksum)" 'the same bytes at the same time'

yttra ange "$nr" e-post '' svarstid 2025-01-31 >/dev/null
run 1 'without an address, and late' skicka-underlag "$nr" -o sen
has '1. Adress: fel' 'the address is missed'
has '5. Svarstid: fel' 'the day is past'
ok "$([ -e "sen/$file.eml" ]; echo $?)" 'the files are there all the same'
run 2 'without a folder' skicka-underlag "$nr"
run 1 'a folder where a file is' skicka-underlag "$nr" -o "sen/$file.eml"

tap_done
