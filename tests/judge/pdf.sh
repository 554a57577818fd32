#!/bin/sh
# Judges PDF files: veraPDF for PDF/UA-1 and PDF/A, qpdf for the file, poppler for the fonts,
# structure.py for what they do not look at.
#
#     tests/judge/pdf.sh FOLDER FILE.pdf…
#
# FOLDER is in the build tree; veraPDF is built there once, with Maven, and is then used without
# the network. A file that says that it is PDF 1.4 shall be PDF/A-1a, others PDF/A-2a and PDF/UA-1.
# Exit codes: lib.sh.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/lib.sh"

[ $# -ge 2 ] || { echo 'usage: pdf.sh FOLDER FILE.pdf…' >&2; exit 2; }
mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 1
shift
need java default-jre
need qpdf qpdf
need pdffonts poppler-utils
need python3 python3

# The judge, made anew when its source is newer.
jar=$folder/judge-1.jar
if [ ! -e "$jar" ] || [ -n "$(find "$here/pom.xml" "$here/src" -newer "$jar" | head -1)" ]; then
    need mvn maven
    mvn -q -B -f "$here/pom.xml" -Dtarget="$folder" package >"$folder/mvn.log" 2>&1 ||
        missing "veraPDF could not be built; is Maven Central out of reach? See $folder/mvn.log"
    touch "$jar"
fi

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
