# Both papers of the example ärende as HTML against pandoc turning the same Markdown into HTML.
build=$1
. "$(dirname "$0")/../exempelarende.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
YTTRA_DB=$work/yttra.db
export YTTRA_DB
command -v pandoc >/dev/null || { echo "pandoc is not here: nothing to measure against"; exit 0; }
yttra() {
    "$YTTRA" "$@"
}
exempelarende
for paper in tjänsteskrivelse yttrande; do
    yttra skapa "$nr" "$paper" -f md -o "$work/paper.md" >/dev/null
    echo "$paper, yttra skapa (first) against pandoc md to html (second):"
    "$build/tests/bench/tid" 21 "$YTTRA" skapa "$nr" "$paper" -f html -o "$work/a.html" \
        -- pandoc -s "$work/paper.md" --metadata title=x -o "$work/b.html"
done
