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
grep -E '[{}|]|[^ ] $| ,|\.\.' tests/fraser.out >tests/fraser.diff && rest=1 || rest=0
ok $rest "nothing of a pattern is left in a sentence" "$(head -5 tests/fraser.diff)"
rm -f tests/fraser.out tests/fraser.diff
tap_done
