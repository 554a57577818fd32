# Word, ODF and PDF of a short and a long yttrande against other programs that make the same kind of
# file of the same text: pandoc (Word, ODF), WeasyPrint and LibreOffice (PDF). Whole processes by
# turns, with the most memory that each held.
build=$1
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/../exempelarende.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
yttra() {
    "$YTTRA" "$@"
}

# against NAME RUNS FORMAT COMMAND…: yttra making that format of $dokument, and a peer.
against() {
    name=$1 runs=$2 format=$3
    shift 3
    echo "$pages pages, yttra to $format (first) against $name (second):"
    "$build/tests/bench/tid" "$runs" "$YTTRA" skapa "$nr" "$dokument" -f "$format" \
        -o "$work/own.$format" -- "$@"
}

# Every motivation as long as the paper has to become.
lengthen() {
    prose 7000 900 >"$work/lang.md"
    printf '\n\n- en punkt\n- en till[^1]\n\n| Vad | Hur mycket |\n|:--|--:|\n| Ett | 1 |\n\n[^1]: Not.\n' \
        >>"$work/lang.md"
    for key in 4.1:1 4.1.1:1 4.1.1:2 4.2:1 4.2.3:1 4.2.3:2 4.3:1 4.4.3:1 4.6.4:1 4.6.4:2 5.3:1 \
        5.3:2 5.3:3 5.3:4 7.1:1 7.2.1:1 7.2.2:1 7.2.3:1 7.2.4:1 7.2.5:1 7.2.6:1; do
        yttra svara "$nr" "$key" synpunkter --motivering-fil "$work/lang.md" >/dev/null
    done
}

measure() {
    yttra skapa "$nr" "$dokument" -o "$work/p.pdf" >/dev/null
    pages=$(pdfinfo "$work/p.pdf" | awk '/^Pages:/ {print $2}')
    yttra skapa "$nr" "$dokument" -o "$work/p.md" >/dev/null
    yttra skapa "$nr" "$dokument" -o "$work/p.html" >/dev/null
    yttra skapa "$nr" "$dokument" -o "$work/p.docx" >/dev/null
    if have pandoc; then
        against pandoc 11 docx pandoc "$work/p.md" -o "$work/peer.docx"
        against pandoc 11 odt pandoc "$work/p.md" -o "$work/peer.odt"
        against 'pandoc to docx' 11 pdf pandoc "$work/p.md" -o "$work/peer.docx"
    fi
    if have weasyprint; then
        against WeasyPrint 3 pdf weasyprint -q "$work/p.html" "$work/peer.pdf"
    fi
    if have soffice; then
        against LibreOffice 3 pdf soffice "-env:UserInstallation=file://$work/lo" --headless \
            --convert-to pdf --outdir "$work" "$work/p.docx"
    fi
}

have pdfinfo || exit 0
YTTRA_DB=$work/yttra.db
export YTTRA_DB
exempelarende
dokument=tjänsteskrivelse
measure
dokument=yttrande
lengthen
measure
