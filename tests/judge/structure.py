#!/usr/bin/env python3
"""Judges the structure of PDF files where veraPDF has no rule.

    structure.py FILE.pdf…

Every piece of marked content is in the structure tree once and the parent tree leads back from it;
so do link annotations. Lists say how they are numbered, header cells what they head, figures where
they stand; notes are found by their IDs, headings by the bookmarks, the profile has the colours that
it says. What poppler reads aloud of a shorter file has no faults to it and, where FILE.words lies beside
FILE.pdf, those words and no others (words.py). One line for each fault, "FAIL structure FILE: what"; exit 1 when
there is any.
"""
import base64
import json
import os
import re
import subprocess
import sys

import words

PAGES = 20  # of a shorter file; poppler takes a minute for a hundred


class Pdf:
    def __init__(self, path):
        run = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
             "--decode-level=generalized", path],
            capture_output=True, check=False)
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.root = self.get(self.objects["trailer"]["value"]["/Root"])

    def get(self, value):
        """What a reference leads to; a stream's dictionary; other values as they are."""
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            o = self.objects.get("obj:" + value, {})
            return o["stream"]["dict"] if "stream" in o else o.get("value")
        return value

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self, node=None, reference=None):
        if node is None:
            reference = self.root["/Pages"]
            node = self.get(reference)
        if node["/Type"] == "/Page":
            return [(reference, node)]
        return [p for kid in node["/Kids"] for p in self.pages(self.get(kid), kid)]

    def pairs(self, node, key):
        """The pairs of a number tree or a name tree."""
        node = self.get(node) or {}
        flat = node.get(key, [])
        found = list(zip(flat[0::2], flat[1::2]))
        return found + [pair for kid in node.get("/Kids", []) for pair in self.pairs(kid, key)]


class Judge:
    def __init__(self, pdf):
        self.pdf = pdf
        self.faults = []
        self.content = {}  # (page, MCID): its elements
        self.owners = {}  # annotation: its elements
        self.elements = []  # (reference, dictionary) in reading order

    def fault(self, what):
        self.faults.append(what)

    def attribute(self, element, key):
        a = self.pdf.get(element.get("/A", {}))
        for one in a if isinstance(a, list) else [a]:
            if key in (self.pdf.get(one) or {}):
                return self.pdf.get(one)[key]
        return None

    def walk(self, reference, page=None):
        element = self.pdf.get(reference)
        self.elements.append((reference, element))
        page = element.get("/Pg", page)
        kids = self.pdf.get(element.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            value = self.pdf.get(kid)
            if isinstance(value, int):
                self.content.setdefault((page, value), []).append(reference)
            elif value is None:
                self.fault("an element that is not there")
            elif value.get("/Type") == "/MCR":
                self.content.setdefault((value.get("/Pg", page), value["/MCID"]), []).append(reference)
            elif value.get("/Type") == "/OBJR":
                self.owners.setdefault(value["/Obj"], []).append(reference)
            else:
                if value.get("/P") != reference:
                    self.fault(f"element {kid} does not know its parent")
                self.walk(kid, page)

    def judge_page(self, reference, page, parents):
        contents = page["/Contents"]
        data = b"".join(map(self.pdf.data, contents if isinstance(contents, list) else [contents]))
        ids = [int(n) for n in re.findall(rb"/MCID (\d+)", data)]
        if len(set(ids)) != len(ids):
            self.fault(f"page {reference} has one MCID twice")
        back = self.pdf.get(parents.get(page.get("/StructParents"), []))
        for mcid in ids:
            owners = self.content.pop((reference, mcid), [])
            if len(owners) != 1:
                self.fault(f"MCID {mcid} of page {reference} has {len(owners)} elements")
            elif mcid >= len(back) or back[mcid] != owners[0]:
                self.fault(f"MCID {mcid} of page {reference} does not lead back to its element")
        for annotation in page.get("/Annots", []):
            owners = self.owners.pop(annotation, [])
            if len(owners) != 1 or parents.get(self.pdf.get(annotation).get("/StructParent")) != owners[0]:
                self.fault(f"link {annotation} and its element do not know each other")

    def judge_element(self, reference, element, ids):
        kind = element["/S"]
        kids = element.get("/K", [])
        if kind == "/TH" and not self.attribute(element, "/Scope"):
            self.fault(f"header cell {reference} has no scope")
        if kind == "/Figure" and not self.attribute(element, "/BBox"):
            self.fault(f"figure {reference} has no box")
        if kind == "/L" and not self.attribute(element, "/ListNumbering"):
            self.fault(f"list {reference} says not how it is numbered")
        if kind == "/Note" and ids.get(element.get("/ID")) != reference:
            self.fault(f"note {reference} is not found by its ID")
        if kind == "/Link" and not any(isinstance(k, dict) and k.get("/Type") == "/OBJR" for k in kids):
            self.fault(f"link {reference} cannot be followed")
        if re.fullmatch(r"/H\d", kind) and not kids:
            self.fault(f"heading {reference} is empty")

    def bookmarks(self, node, level=1):
        """Levels of the bookmarks, in order; each must lead to a page."""
        found = []
        at = node.get("/First")
        before = None
        while at:
            entry = self.pdf.get(at)
            if entry.get("/Prev") != before:
                self.fault(f"bookmark {at} does not know the one before it")
            if (self.pdf.get(entry["/Dest"][0]) or {}).get("/Type") != "/Page":
                self.fault(f"bookmark {at} leads to no page")
            found += [level] + self.bookmarks(entry, level + 1)
            before, at = at, entry.get("/Next")
        if node.get("/Last") != before:
            self.fault("bookmarks do not end where they say")
        return found

    def judge(self):
        tree = self.pdf.get(self.pdf.root.get("/StructTreeRoot"))
        if not tree:
            self.fault("no structure tree")
            return
        for kid in tree["/K"]:
            self.walk(kid)
        parents = dict(self.pdf.pairs(tree.get("/ParentTree"), "/Nums"))
        ids = dict(self.pdf.pairs(tree.get("/IDTree"), "/Names"))
        for reference, page in self.pdf.pages():
            self.judge_page(reference, page, parents)
        if self.content or self.owners:
            self.fault("elements with content or links that no page has")
        for reference, element in self.elements:
            self.judge_element(reference, element, ids)
        headings = [int(e["/S"][2]) for _, e in self.elements if re.fullmatch(r"/H\d", e["/S"])]
        marks = self.bookmarks(self.pdf.get(self.pdf.root.get("/Outlines")) or {})
        if marks != headings:
            self.fault(f"headings of levels {headings}, bookmarks of {marks}")
        for intent in self.pdf.root.get("/OutputIntents", []):
            profile = self.pdf.get(intent).get("/DestOutputProfile", "")
            if not profile or self.pdf.data(profile)[16:20] != b"RGB " or self.pdf.get(profile)["/N"] != 3:
                self.fault("the ICC profile has other colours than it says")


def judge_reading(path):
    """What poppler reads of the structure."""
    said = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=False)
    errors = said.stderr.decode("utf-8", "replace").strip()
    if said.returncode or errors:
        return ["pdfinfo: " + errors.splitlines()[0] if errors else "pdfinfo fails"]
    source = path[:-4] + ".words"
    if not os.path.exists(source):
        return []
    fault = words.compare(words.of_source(source), words.of_struct_text(said.stdout.decode("utf-8", "replace")))
    return [fault] if fault else []


def main():
    failed = False
    for path in sys.argv[1:]:
        try:
            judge = Judge(Pdf(path))
            judge.judge()
            faults = judge.faults
            if len(judge.pdf.pages()) <= PAGES:
                faults += judge_reading(path)
        except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError) as e:
            faults = [f"cannot be read: {e!r}"]
        for fault in faults[:5]:
            print(f"FAIL structure {path}: {fault}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
