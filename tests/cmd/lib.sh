# For the whole-program tests of the command line: a database and folders of their own, and ways to
# run yttra. Sourced; needs YTTRA, YTTRA_DATA and TMPDIR, which tests/run-test.sh gives.
. "${srcdir:-.}/tests/tap.sh"

source=$(cd "${srcdir:-.}" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/hem" "$work/data"
HOME=$work/hem XDG_DATA_HOME=$work/data YTTRA_DB=$work/y.db
YTTRA_NU=2025-02-01 YTTRA_VEM='Anna Exempel' COLUMNS=80
export HOME XDG_DATA_HOME YTTRA_DB YTTRA_NU YTTRA_VEM COLUMNS
cd "$work" || exit 99

# run WANTED-CODE NAME ARGUMENT…: one test, that the program ends with that code. What it says is
# left in $out and $err.
run() {
    want=$1 name=$2
    shift 2
    out=$("$YTTRA" "$@" 2>"$work/err")
    code=$?
    err=$(cat "$work/err")
    [ "$code" -eq "$want" ]
    ok $? "$name" "code $code, wanted $want
$out
$err"
}

# has TEXT NAME, hasnt TEXT NAME: about $out. says TEXT NAME: about $err.
has() {
    case $out in *"$1"*) ok 0 "$2" ;; *) ok 1 "$2" "no \"$1\" in:
$out" ;; esac
}
hasnt() {
    case $out in *"$1"*) ok 1 "$2" "\"$1\" in:
$out" ;; *) ok 0 "$2" ;; esac
}
says() {
    case $err in *"$1"*) ok 0 "$2" ;; *) ok 1 "$2" "no \"$1\" in:
$err" ;; esac
}
