# lista, visa and svara as whole processes, in databases of 10, 1 000 and 10 000 ärenden. What is
# asked for is the same in all, so the times should be too: the last line of each gives the ratio.
set -eu
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work XDG_DATA_HOME=$work YTTRA_NU=2025-02-01 YTTRA_VEM='Anna Exempel'
export HOME XDG_DATA_HOME YTTRA_NU YTTRA_VEM
runs=${RUNS:-31} # in each of five turns
for n in 10 1000 10000; do
    "$build/tests/bench/make_db" "$work/$n.db" "$n"
done

# measure WHAT ARGUMENT…: by turns, so that a busy moment of the machine strikes all sizes alike. The
# figure is the median of the five turns' medians.
measure() {
    what=$1
    shift
    for turn in 1 2 3 4 5; do
        for n in 10 1000 10000; do
            "$build/tests/bench/times" "$runs" "$YTTRA" --databas "$work/$n.db" "$@" >>"$work/$n.t"
        done
    done
    for n in 10 1000 10000; do
        t=$(sort -n "$work/$n.t" | sed -n 3p)
        rm "$work/$n.t"
        echo "$what, $n ärenden: $t µs"
        eval "t$n=$t"
    done
    awk -v a="$t10" -v b="$t10000" -v w="$what" \
        'BEGIN {printf "%s, 10000 : 10 ärenden: %.2f times\n", w, b / a}'
}
measure 'lista --antal 10' lista --antal 10
measure 'visa' visa 5
measure 'svara' svara 5 4.2:1 delar --motivering 'Skäl nummer {}.'
t=$("$build/tests/bench/times" "$runs" "$YTTRA" --databas "$work/10000.db" lista)
echo "lista, its usual 50 rows, 10000 ärenden: $t µs"
