#!/bin/sh
# Judges PDF files: veraPDF for PDF/UA-1 and PDF/A, qpdf for the file, poppler for the fonts,
# structure.py for what they do not look at.
#
#     tests/judge/pdf.sh FOLDER FILE.pdf…
#
# FOLDER is in the build tree; veraPDF is built there once, with Maven, and is then used without
# the network. A file that says that it is PDF 1.4 shall be PDF/A-1a, others PDF/A-2a and PDF/UA-1.
# Exit 1 when a file is rejected; 77, which is "skipped" to automake, when a judge is missing: with
# YTTRA_JUDGES=required that too is 1.
set -u
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd) || exit 1

missing() {
    echo "pdf.sh: $1" >&2
    [ "${YTTRA_JUDGES-}" = required ] && exit 1
    exit 77
}

[ $# -ge 2 ] || { echo 'usage: pdf.sh FOLDER FILE.pdf…' >&2; exit 2; }
mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 1
shift
for program in java qpdf pdffonts pdfinfo python3; do
    command -v "$program" >/dev/null ||
        missing "$program is missing. On Debian: apt install default-jre qpdf poppler-utils python3"
done

# The judge, made anew when its source is newer.
jar=$folder/judge-1.jar
if [ ! -e "$jar" ] || [ -n "$(find "$here/pom.xml" "$here/src" -newer "$jar" | head -1)" ]; then
    command -v mvn >/dev/null || missing 'mvn is missing. On Debian: apt install maven'
    mvn -q -B -f "$here/pom.xml" -Dtarget="$folder" package >"$folder/mvn.log" 2>&1 ||
        missing "veraPDF could not be built; is Maven Central out of reach? See $folder/mvn.log"
    touch "$jar"
fi

failed=0
fail() {
    echo "FAIL $1"
    failed=1
}

one= two=
for file in "$@"; do
    case $(head -c 8 "$file") in
    %PDF-1.4) one="$one
$file" ;;
    *) two="$two
$file" ;;
    esac
    said=$(qpdf --check "$file" 2>&1) || fail "qpdf $file: $said"
    fonts=$(pdffonts "$file" 2>&1) || fail "pdffonts $file: $fonts"
    # name, type, encoding, then emb sub uni and the object's two numbers
    loose=$(printf '%s\n' "$fonts" | awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes")')
    [ -z "$loose" ] || fail "pdffonts $file: not embedded, subset and mapped to Unicode: $loose"
done

python3 "$here/structure.py" "$@" || failed=1

IFS='
'
set -f
set -- ${two:+ua1,2a} $two ${one:+1a} $one
java -Xss8m -cp "$jar:$folder/lib/*" Judge "$@" || failed=1
exit $failed
