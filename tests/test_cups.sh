# Printing on a real CUPS: cupsd with queues of its own, in mount and process namespaces of their own,
# so that nothing on the machine is touched and nothing stays running. The paper is printed by a user
# who is not root. Needs root, cups, cups-client, printer-driver-cups-pdf and poppler-utils; where
# they are missing the test is skipped, with YTTRA_JUDGES=required it fails.
. "${srcdir:-.}/tests/tap.sh"
queue_driver=/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd

missing() {
    if [ "${YTTRA_JUDGES-}" = required ]; then
        ok 1 "a real CUPS: $1"
        tap_done
    fi
    echo "1..0 # SKIP $1"
    exit 0
}

check_needs() {
    [ "$(id -u)" -eq 0 ] || missing 'a print server is started as root only'
    PATH=$PATH:/usr/sbin:/sbin
    for program in cupsd lp lpstat lpadmin runuser unshare pdfinfo pdftotext pdftoppm; do
        command -v "$program" >/dev/null || missing "$program is missing. On Debian: apt install \
cups cups-client printer-driver-cups-pdf poppler-utils"
    done
    [ -x /usr/lib/cups/backend/cups-pdf ] && [ -e "$queue_driver" ] ||
        missing 'cups-pdf is missing. On Debian: apt install printer-driver-cups-pdf'
    unshare --mount --pid --fork --kill-child true 2>/dev/null ||
        missing 'this machine allows no mount namespace'
}

# --- Inside the namespaces -----------------------------------------------------------------------------

# /mnt is ours: what the user runs and reads, what the server is told, what comes out.
lay() {
    mount -t proc proc /proc
    mount -t tmpfs -o mode=755 tmpfs /mnt
    mkdir -p /mnt/etc/ppd /mnt/hem /mnt/ut /mnt/skrivet
    cp "$YTTRA" "${YTTRA%/*}/ord.so" "${YTTRA%/*}/pdf.so" /mnt/
    cp -R "$YTTRA_DATA" /mnt/data
    chmod -R a+rX /mnt/yttra /mnt/data
    chown nobody /mnt/hem
    cp /etc/cups/raw.* /mnt/etc/ 2>/dev/null
    cat >/mnt/etc/cups-files.conf <<'END'
SystemGroup root
END
    cat >/mnt/etc/cupsd.conf <<'END'
Listen /run/cups/cups.sock
Browsing No
DirtyCleanInterval 0
LogLevel info
<Location />
  Order allow,deny
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
END
    cat >/mnt/etc/cups-pdf.conf <<'END'
Out /mnt/ut/${USER}
Label 2
Grp root
END
    # Printers that keep what they are sent, and how many times. Root runs their backend.
    cp -R /usr/lib/cups/backend /mnt/backend
    cat >/mnt/backend/spara <<'END'
#!/bin/sh
[ $# -ge 5 ] || exit 0
cat ${6+"$6"} >"/mnt/skrivet/$PRINTER"
echo "$4" >"/mnt/skrivet/$PRINTER.exemplar"
END
    chmod 0700 /mnt/backend/spara
    # One that takes PDF, as today's printers do; cups-pdf wants PostScript.
    sed '2i *cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"' "$queue_driver" \
        >/mnt/direkt.ppd
    mount --bind /mnt/backend /usr/lib/cups/backend
    mount --bind /mnt/etc /etc/cups
    for folder in /run/cups /var/spool/cups /var/spool/cups-pdf /var/cache/cups /var/log/cups; do
        mkdir -p "$folder"
        mount -t tmpfs -o mode=755 tmpfs "$folder"
    done
    mkdir /var/spool/cups-pdf/SPOOL
}

# The server runs when it answers.
start_server() {
    cupsd -f &
    server=$!
    wait_for 'scheduler is running' lpstat -r
}

# wait_for TEXT COMMAND…: until it prints that, at most 30 s.
wait_for() {
    text=$1
    shift
    for try in $(seq 300); do
        case $("$@" 2>&1) in *"$text"*) return 0 ;; esac
        sleep 0.1
    done
    return 1
}

printed() {
    for try in $(seq 600); do
        [ -z "$(lpstat -W not-completed -o 2>&1)" ] && return 0
        sleep 0.1
    done
    return 1
}

as_user() {
    runuser -u nobody -- env -i PATH="$PATH" HOME=/mnt/hem LC_ALL=C.UTF-8 COLUMNS=2000 \
        YTTRA_DB=/mnt/hem/y.db YTTRA_DATA=/mnt/data YTTRA_NU=2025-01-20T09:00:00Z \
        YTTRA_VEM='Handläggare A' GCOV_PREFIX=/mnt/hem "$@"
}

yttra() {
    as_user /mnt/yttra "$@"
}

# prints NAME ARGUMENT…: the yttrande, and waits for it; the job's number is left in $job.
prints() {
    name=$1
    shift
    said=$(yttra skriv-ut 1 yttrande "$@" 2>&1)
    job=$(printf '%s\n' "$said" | sed -n 's/^Utskriften är skickad: jobb [A-Za-z]*-\([0-9]*\)\.$/\1/p')
    [ -n "$job" ] && printed
    ok $? "$name" "$said"
}

# refused TEXT NAME ARGUMENT…
refused() {
    text=$1 name=$2
    shift 2
    said=$(yttra skriv-ut "$@" 2>&1)
    code=$?
    case $said in *"$text"*) [ "$code" -eq 1 ] ;; *) false ;; esac
    ok $? "$name" "$code: $said"
}

# What came out last of the queue that makes files.
newest() {
    ls -t /mnt/ut/nobody/*.pdf | head -1
}

pages() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

# control TEXT NAME: about the file in which the server keeps the job's wishes.
control() {
    wait_for "$1" cat "/var/spool/cups/c$(printf %05d "$job")"
    ok $? "$2"
}

without_queues() {
    refused 'ingen skrivare på den här datorn' 'no printer is told' 1 yttrande
    refused 'ingen skrivare på den här datorn' 'no printer is told in the list' --lista
    lpadmin -p Papper -E -v cups-pdf:/ -P "$queue_driver" \
        -o pdftops-renderer-default=pdftops 2>/dev/null
    lpadmin -p Rad -E -v spara:/ -m raw 2>/dev/null
    lpadmin -p Direkt -E -v spara:/ -P /mnt/direkt.ppd 2>/dev/null
    refused 'ingen skrivare är förvald' 'no default printer is told' 1 yttrande
    lpadmin -d Papper
    wait_for Rad lpstat -e
    ok $? 'the queues are there'
    is 'Direkt
Papper (förvald)
Rad' "$(yttra skriv-ut --lista)" 'the printers are listed'
    refused 'Menade du ”Papper”?' 'an unknown printer is told' 1 yttrande --skrivare papperet
}

on_paper() {
    yttra skapa 1 yttrande -o /mnt/hem/y.txt >/dev/null
    all=$(($(tr -cd '\f' </mnt/hem/y.txt | wc -c) + 1))
    prints 'text is printed' --text
    is "$all" "$(pages "$(newest)")" 'on as many pages as it was laid out on'
    is nobody "$(stat -c %U "$(newest)")" 'by a user who is not root'
    control 'Yttrande, ON 2025/17; "å" $(id)' 'the queue calls it by its name'
    control A4 'it is for A4'
    prints 'a line printer is sent the widest and highest text' --text --bredd 77 --rader 64 \
        --skrivare Rad --teckenkod UTF-8
    all=$(tr -cd '\f' </mnt/skrivet/Rad | wc -c)
    prints 'so is CUPS' --text --bredd 77 --rader 64
    is "$all" "$(pages "$(newest)")" 'it is on as many pages'
    yttra skriv-ut 1 yttrande --text --bredd 77 --rader 64 --sidor 1,3 --exemplar 3 \
        --dubbelsidigt >/dev/null
    printed
    is 2 "$(pages "$(newest)")" 'some pages of it'
    job=$((job + 1))
    control two-sided-long-edge 'on both sides'
}

# What a line printer gets: the bytes, past all filters.
on_a_line_printer() {
    prints 'text goes past the filters' --text --skrivare Rad --teckenkod CP850
    iconv -f CP850 -t UTF-8 /mnt/skrivet/Rad >/mnt/rad.txt
    ok $? 'in the set that was asked for'
    grep -q 'Omsorgsnämnden' /mnt/rad.txt && grep -q '4 §' /mnt/rad.txt
    ok $? 'with its words'
    is '0d0a0c' "$(tail -c 3 /mnt/skrivet/Rad | od -An -tx1 | tr -d ' ')" \
        'with the line ends and form feeds of a line printer'
    prints 'a review is printed' --text --skrivare Rad --teckenkod ISO-8859-1 --granskning \
        --exemplar 2
    iconv -f ISO-8859-1 -t UTF-8 /mnt/skrivet/Rad | grep -q '^  5  '
    ok $? 'with numbers before its lines'
    is 2 "$(cat /mnt/skrivet/Rad.exemplar)" 'in two copies'
}

# picture FILE PAGE NAME: the page in grey, small.
picture() {
    pdftoppm -gray -singlefile -scale-to-x 124 -scale-to-y 175 -f "$2" "$1" "/mnt/$3"
}

# difference PAGE: how far apart the first page of what came out last and that page of the PDF look:
# the mean of all points' differences in grey, in hundredths. The same page gives 20 or 30, another
# 1 500 and more. What has been through PostScript has no words to compare.
difference() {
    picture "$(newest)" 1 a
    picture /mnt/hem/y.pdf "$1" b
    cmp -l /mnt/a.pgm /mnt/b.pgm | awk '
        function octal(s) { return int(s / 100) * 64 + int(s / 10) % 10 * 8 + s % 10 }
        { d = octal($2) - octal($3); sum += d < 0 ? -d : d }
        END { print int(100 * sum / (124 * 175)) }'
}

as_pdf() {
    yttra skapa 1 yttrande -f pdf -o /mnt/hem/y.pdf >/dev/null
    prints 'a PDF is printed'
    is "$(pages /mnt/hem/y.pdf)" "$(pages "$(newest)")" 'all of its pages'
    [ "$(difference 1)" -lt 200 ]
    ok $? 'it looks as it should' "$(difference 1)"
    prints 'one page of a PDF is printed' --sidor 2
    is 1 "$(pages "$(newest)")" 'and no other'
    [ "$(difference 2)" -lt 200 ] && [ "$(difference 1)" -gt 1000 ]
    ok $? 'the one that was asked for' "$(difference 2), $(difference 1)"
    refused "dokumentet har $(pages /mnt/hem/y.pdf) sidor" 'a page beyond the last is told' \
        1 yttrande --sidor 90
    prints 'a PDF is printed by a printer that takes it' --skrivare Direkt --exemplar 2
    pdftotext /mnt/hem/y.pdf /mnt/want.txt
    pdftotext /mnt/skrivet/Direkt /mnt/got.txt
    diff /mnt/want.txt /mnt/got.txt >/mnt/diff && grep -q Omsorgsnämnden /mnt/got.txt
    ok $? 'its words are those of the PDF' "$(head -20 /mnt/diff)"
    prints 'a review is printed as PDF' --granskning --skrivare Direkt
    pdftotext /mnt/skrivet/Direkt - | grep -qx 5
    ok $? 'with numbers in its margin'
}

inside() {
    lay
    start_server
    ok $? 'the print server runs'
    . "${srcdir:-.}/tests/exempelarende.sh"
    exempelarende
    yttra ange 1 dnr 'ON 2025/17; "å" $(id)' >/dev/null
    without_queues
    on_paper
    on_a_line_printer
    as_pdf
    kill "$server"
    wait "$server"
    refused 'skrivarservern (CUPS) svarar inte' 'a server that is gone is told' 1 yttrande
    tap_done
}

if [ "${1-}" = --inside ]; then
    inside
fi
check_needs
unshare --mount --pid --fork --kill-child sh "$0" --inside
