#!/bin/sh
# The whole phrase table, as the standard profile says it, against the one that has been read by
# eye. UPDATE=1 accepts what is printed now.
. "${srcdir:-.}/tests/tap.sh"
golden=${srcdir:-.}/tests/golden/fraser.txt
mkdir -p tests
tests/print_phrases >tests/fraser.out
if [ "${UPDATE-}" = 1 ]; then cp tests/fraser.out "$golden"; fi
diff -u "$golden" tests/fraser.out >tests/fraser.diff
ok $? "every sentence is the one that was read" "$(head -40 tests/fraser.diff)"
grep -c "FEL" tests/fraser.out >/dev/null && fel=1 || fel=0
ok $fel "no sentence failed"
rm -f tests/fraser.out tests/fraser.diff
tap_done
