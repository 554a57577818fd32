#!/bin/sh
# Makes papers of all kinds and has them judged; then breaks one of them, to see that the judges
# judge.
#
#     tests/judge/judge.sh BUILDDIR
#
# What is made lies in BUILDDIR/judge. Exit 77 when a judge is missing, as pdf.sh says.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
folder=$build/judge/papers
rm -rf "$folder"
python3 "$here/papers.py" "$folder"

for paper in small example ugly long; do
    for format in pdf a1 review; do
        name=$folder/$paper-$format
        "$build/tests/make_paper" "$format" "$folder/$paper.md" "$name.pdf" - "$folder/logo.png"
        "$build/tests/make_paper" words "$folder/$paper.md" "$name.words"
    done
done
cd "$folder"
"$here/pdf.sh" "$build/judge" ./*.pdf
python3 "$here/mutants.py" "$build/judge" small-pdf.pdf small-a1.pdf
cd "$build"
sh "$here/ooxml.sh" judge
sh "$here/odf.sh" judge
for paper in small example ugly long dokument udda; do
    name=$folder/$paper
    [ -e "$name.md" ] || cp "$here/../golden/emit/$paper.md" "$name.md"
    tests/make_paper words "$name.md" "$name.words"
    set --
    for format in docx odt html pdf; do
        [ "$paper-$format" != long-pdf ] || continue # poppler reads it aloud for minutes
        tests/make_paper "$format" "$name.md" "$name.$format" - "$folder/logo.png"
        set -- "$@" "$name.$format"
    done
    "$here/words.py" "$name.words" "$@"
done
sh "$here/html.sh" judge "$folder"/*.html
sh "$here/profiles.sh" "$build"
