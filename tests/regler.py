#!/usr/bin/env python3
"""docs/format.md describes every rule of granska, and no other."""

import glob
import os
import re
import sys

SRC = os.environ.get("srcdir", ".")
CALL = re.compile(r"review_(?:add|mend)\(\s*[^,\"]+,\s*([^;]*?)(?:SEV_|,\s*t,|,\s*s,)")


def rules_of(text):
    found = set(re.findall(r'\{"(skriv-[^"]+)"', text))
    for call in CALL.findall(text):
        found.update(re.findall(r'"([^"]+)"', call))
    return found


source = set()
for path in glob.glob(os.path.join(SRC, "src/review/*.c")):
    with open(path, encoding="utf-8") as f:
        source |= rules_of(f.read())

with open(os.path.join(SRC, "docs/format.md"), encoding="utf-8") as f:
    section = f.read().split("## Granskningens regler")[1].split("\n## ")[0]
described = set()
for row in section.splitlines():
    if row.startswith("| `"):
        described.update(re.findall(r"`([^`]+)`", row.split("|")[1]))
described = {r for r in described if not r.startswith("utskick-")}


def ok(number, right, name, why):
    print(f"{'ok' if right else 'not ok'} {number} - {name}")
    if not right:
        print(f"# {why}")


ok(1, len(source) > 70, "rules are found in the source", len(source))
ok(2, not source - described, "each is described", sorted(source - described))
ok(3, not described - source, "no other is", sorted(described - source))
print("1..3")
sys.exit(0)
