# Word, ODF and PDF of a short and a long paper against other programs that make the same kind of
# file: pandoc (Word, ODF) of the same Markdown, WeasyPrint of the same text as HTML and LibreOffice
# of our Word document (PDF). Whole processes by turns, with the most memory that each held. Last
# what a user waits for: the paper composed from the answers in the database.
build=$1
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/../exempelarende.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
YTTRA_DB=$work/yttra.db
export YTTRA_DB
yttra() {
    "$YTTRA" "$@"
}

# against NAME RUNS FORMAT COMMAND…: our writer making that format of $work/p.md, and a peer.
against() {
    name=$1 runs=$2 format=$3
    shift 3
    echo "$pages pages, yttra's $format (first) against $name (second):"
    "$build/tests/bench/tid" "$runs" "$build/tests/make_paper" "$format" "$work/p.md" \
        "$work/own.$format" -- "$@" 2>/dev/null
}

measure() {
    "$build/tests/make_paper" pdf "$work/p.md" "$work/own.pdf"
    "$build/tests/make_paper" docx "$work/p.md" "$work/p.docx"
    pages=$(pdfinfo "$work/own.pdf" | awk '/^Pages:/ {print $2}')
    have pandoc || return 0
    against pandoc 11 docx pandoc "$work/p.md" -o "$work/peer.docx"
    against pandoc 11 odt pandoc "$work/p.md" -o "$work/peer.odt"
    against 'pandoc to docx' 11 pdf pandoc "$work/p.md" -o "$work/peer.docx"
    if have weasyprint; then
        pandoc -s --metadata title=x "$work/p.md" -o "$work/p.html"
        against WeasyPrint 3 pdf weasyprint -q "$work/p.html" "$work/peer.pdf"
    fi
    if have soffice; then
        against LibreOffice 3 pdf soffice "-env:UserInstallation=file://$work/lo" --headless \
            --convert-to pdf --outdir "$work" "$work/p.docx"
    fi
}

have pdfinfo || exit 0
exempelarende
yttra skapa "$nr" yttrande -o "$work/p.md" >/dev/null
cp "$work/p.md" "$work/yttrande.md"
measure
python3 "$(dirname "$0")/../judge/papers.py" "$work/papers"
mv "$work/papers/long.md" "$work/p.md"
measure
for format in docx pdf; do
    echo "yttrande from the database, yttra skapa to $format (first) against pandoc's docx (second):"
    "$build/tests/bench/tid" 11 "$YTTRA" skapa "$nr" yttrande -f "$format" -o "$work/y.$format" \
        -- pandoc "$work/yttrande.md" -o "$work/peer.docx"
done
