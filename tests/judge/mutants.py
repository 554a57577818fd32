#!/usr/bin/env python3
"""Do the judges see anything? Breaks a good PDF in one way after the other, and lets them judge.

    mutants.py FOLDER GOOD.pdf GOOD-A1.pdf

FOLDER is that of pdf.sh, in the build tree. GOOD.pdf is PDF/A-2a and PDF/UA-1, GOOD-A1.pdf the same
document as PDF/A-1a; each has a heading, a list, a table, a link, two notes and a logo. Beside each
lies GOOD.words, its words in reading order. Prints TAP. A mutant that the judges pass is a failure;
so is one of the good files, rewritten in the same way but not broken, that they reject.
"""
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class NotHere(Exception):
    """The file has nothing of what was to be broken."""


def sub(pattern, by, count=1):
    """Replaces what the pattern finds, the first time or (count 0) everywhere."""

    def mutate(pdf):
        broken, n = re.subn(pattern, by, pdf, count=count, flags=re.S)
        if n == 0 or broken == pdf:
            raise NotHere(pattern.decode("latin-1"))
        return broken

    return mutate


def entry(key, count=0):
    """Takes away an entry on a line of its own: a name, number, string or reference."""
    return sub(rb"\n *" + key + rb" [^\n\[<]+(?=\n)|\n *" + key + rb" <[0-9a-f]+>(?=\n)", rb"", count)


def dictionary(key, count=0):
    """Takes away an entry that is a dictionary or an array without others in it."""
    return sub(rb"\n *" + key + rb" (<<[^<>]*>>|\[[^\[\]]*\])(?=\n)", rb"", count)


def in_object(mark, mutate):
    """Mutates the first object that has the mark."""

    def inside(pdf):
        for m in re.finditer(rb"\n\d+ 0 obj\n.*?\nendobj\n", pdf, re.S):
            if re.search(mark, m.group()):
                return pdf[: m.start()] + mutate(m.group()) + pdf[m.end():]
        raise NotHere(mark.decode("latin-1"))

    return inside


def element(kind, mutate):
    return in_object(rb"\n  /S /" + kind + rb"\n  /Type /StructElem\n", mutate)


def retype(old, new):
    return element(old, sub(rb"/S /" + old + rb"\n", rb"/S /" + new + rb"\n"))


def swap_kids(pdf):
    """The document's last two parts change places."""
    return element(rb"Document", sub(rb"(\d+ 0 R)\n( *)(\d+ 0 R)\n( *\]\n  /P )", rb"\3\n\2\1\n\4"))(pdf)


def map_code_to_notdef(pdf):
    """The first code of a font leads to glyph 0."""
    m = re.search(rb"/CIDToGIDMap (\d+) 0 R", pdf)
    if not m:
        raise NotHere("CIDToGIDMap")
    start = re.search(rb"\n" + m.group(1) + rb" 0 obj\n.*?stream\n", pdf, re.S).end()
    return pdf[: start + 2] + b"\0\0" + pdf[start + 4:]


def wrong_width(pdf):
    return sub(rb"(/W \[\n    1\n    \[\n)      [\d.]+", rb"\1      123")(pdf)


def same_note_id(pdf):
    return sub(rb"\(fotnot-000002\)", rb"(fotnot-000001)", 0)(pdf)


def damaged_font(pdf):
    m = re.search(rb"/FontFile2 (\d+) 0 R", pdf)
    start = re.search(rb"\n" + m.group(1) + rb" 0 obj\n.*?stream\n", pdf, re.S).end()
    return pdf[:start] + b"\xff" * 300 + pdf[start + 300:]


# Name, what to do with the good file.
UA = [
    ("no language", entry(rb"/Lang")),
    ("a language that is none", sub(rb"/Lang \(sv-SE\)", rb"/Lang (1-2)")),
    ("no MarkInfo", dictionary(rb"/MarkInfo")),
    ("not marked", sub(rb"/Marked true", rb"/Marked false")),
    ("suspects", sub(rb"/Marked true", rb"/Marked true /Suspects true")),
    ("no viewer preferences", dictionary(rb"/ViewerPreferences")),
    ("title not displayed", sub(rb"/DisplayDocTitle true", rb"/DisplayDocTitle false")),
    ("no metadata", entry(rb"/Metadata")),
    ("no title", sub(rb"<dc:title>.*?</dc:title>", rb"")),
    ("no pdfaid:part", sub(rb"<pdfaid:part>2</pdfaid:part>", rb"")),
    ("pdfaid:conformance B of another level", sub(rb"<pdfaid:conformance>A", rb"<pdfaid:conformance>X")),
    ("no pdfuaid:part", sub(rb"<pdfuaid:part>1</pdfuaid:part>", rb"")),
    ("pdfuaid not described", sub(rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", rb"")),
    ("XMP that is no XML", sub(rb"</rdf:RDF>", rb"</rdf:RDX>")),
    ("no output intent", dictionary(rb"/OutputIntents")),
    ("no ICC profile", entry(rb"/DestOutputProfile")),
    ("an ICC profile of another class", sub(rb"mntrRGB XYZ ", rb"abstRGB XYZ ")),
    ("an ICC profile with the wrong number of colours", sub(rb"\n  /N 3\n", rb"\n  /N 4\n")),
    ("no structure tree", entry(rb"/StructTreeRoot")),
    ("no parent tree", entry(rb"/ParentTree")),
    ("no role map", dictionary(rb"/RoleMap")),
    ("a role map in a ring", sub(rb"/Strong /Span", rb"/Strong /Strong")),
    ("page without StructParents", entry(rb"/StructParents")),
    ("page without tab order", entry(rb"/Tabs")),
    ("tab order by rows", sub(rb"/Tabs /S", rb"/Tabs /R", 0)),
    ("no ToUnicode", entry(rb"/ToUnicode", 1)),
    ("ToUnicode without a code", sub(rb"beginbfchar\n<0001><....>\n", rb"beginbfchar\n")),
    ("ToUnicode to nothing", sub(rb"<0001><....>", rb"<0001><0000>")),
    ("wrong width", wrong_width),
    ("font not embedded", entry(rb"/FontFile2", 1)),
    ("font damaged", damaged_font),
    ("no CIDToGIDMap", entry(rb"/CIDToGIDMap", 1)),
    ("a code leads to .notdef", map_code_to_notdef),
    ("the text shows .notdef", sub(rb"Td\[<....", rb"Td[<0000")),
    ("text that is not marked", sub(rb"/P<</MCID \d+>>BDC\n(.*?)EMC\n", rb"\1")),
    ("an artifact that is not marked", sub(rb"/Artifact<<[^>]*>>BDC\n(.*?)EMC\n", rb"\1")),
    ("an artifact in tagged content",
     sub(rb"(/P<</MCID \d+>>BDC\n)(BT.*?ET\n)EMC", rb"\1/Artifact BMC\n\2EMC\nEMC")),
    ("tagged content in an artifact",
     sub(rb"(/P<</MCID \d+>>BDC\n.*?EMC\n)", rb"/Artifact BMC\n\1EMC\n")),
    ("content that no element owns", sub(rb"/P<</MCID \d+>>BDC", rb"/P<</MCID 999>>BDC")),
    ("figure without text", element(rb"Figure", entry(rb"/Alt"))),
    ("header cell without scope", element(rb"TH", dictionary(rb"/A"))),
    ("figure without a box", element(rb"Figure", sub(rb"/BBox \[[^\]]*\]", rb""))),
    ("notes not found by their IDs", entry(rb"/IDTree")),
    ("no bookmarks", entry(rb"/Outlines")),
    ("a bookmark that is left out", sub(rb"/Next (\d+ 0 R)\n", rb"\n")),
    ("one MCID twice", sub(rb"<</MCID 2>>", rb"<</MCID 1>>")),
    ("a link that its element knows not", sub(rb"<<\n *\/Obj [^<>]*>>", rb"")),
    ("header cell with an unknown scope", sub(rb"/Scope /Column", rb"/Scope /Spalt", 0)),
    ("a level of headings skipped", sub(rb"/S /H2\n", rb"/S /H3\n")),
    ("first heading is no H1", sub(rb"/S /H1\n", rb"/S /H2\n", 0)),
    ("headings of both kinds", retype(rb"H2", rb"H")),
    ("item without body", retype(rb"LBody", rb"P")),
    ("list of paragraphs", retype(rb"LI", rb"P")),
    ("numbered list without numbering", element(rb"L", dictionary(rb"/A"))),
    ("row outside a table", retype(rb"Table", rb"Sect")),
    ("table of paragraphs", retype(rb"TR", rb"P")),
    ("cell outside a row", retype(rb"THead", rb"TR")),
    ("note without ID", element(rb"Note", entry(rb"/ID"))),
    ("two notes with one ID", same_note_id),
    ("link without description", in_object(rb"/Subtype /Link", entry(rb"/Contents"))),
    ("link without StructParent", entry(rb"/StructParent")),
    ("link not tagged as one", sub(rb"/S /Link\n  /Type /StructElem", rb"/S /Span\n  /Type /StructElem", 0)),
    ("link not to be printed", entry(rb"/F")),
    ("hidden link", sub(rb"/F 4\n", rb"/F 6\n")),
    ("link that runs a program", sub(rb"/S /URI", rb"/S /Launch")),
    ("a script", sub(rb"/Type /Catalog", rb"/OpenAction <</S/JavaScript/JS(1)>>\n  /Type /Catalog")),
    ("a paragraph out of order", swap_kids),
    ("a paragraph left out of the tree",
     element(rb"Document", sub(rb"(\[\n(?: *\d+ 0 R\n){3}) *\d+ 0 R\n", rb"\1"))),
]

A1 = [
    ("title that differs from XMP", sub(rb"(  /Title )[^\n]*", rb"\1(Annat)")),
    ("author that differs from XMP", sub(rb"(  /Author )[^\n]*", rb"\1(Annan)")),
    ("date that differs from XMP", sub(rb"/CreationDate \(D:\d{4}", rb"/CreationDate (D:1999")),
    ("no pdfaid:part", sub(rb"<pdfaid:part>1</pdfaid:part>", rb"")),
    ("part 2", sub(rb"<pdfaid:part>1</pdfaid:part>", rb"<pdfaid:part>2</pdfaid:part>")),
    ("no CIDSet", entry(rb"/CIDSet", 0)),
    ("no output intent", dictionary(rb"/OutputIntents")),
    ("transparency", sub(rb"/Type /Page\n", rb"/Group <</S /Transparency>>\n  /Type /Page\n")),
    ("an image with a mask", sub(rb"/Subtype /Image", rb"/SMask 1 0 R\n  /Subtype /Image")),
    ("metadata compressed", sub(rb"/Subtype /XML", rb"/Filter /FlateDecode /Subtype /XML")),
    ("not marked", sub(rb"/Marked true", rb"/Marked false")),
    ("no structure tree", entry(rb"/StructTreeRoot")),
    ("no role map", dictionary(rb"/RoleMap")),
]


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, **more).stdout


def qdf(good):
    """The file in a form that can be changed as text."""
    return run("qpdf", "--qdf", "--object-streams=disable", "--static-id", good, "-")


def write(folder, name, pdf, words):
    path = os.path.join(folder, re.sub(r"[^a-z0-9]+", "-", name.lower()) + ".pdf")
    with open(path, "wb") as f:
        f.write(pdf)
    if os.path.exists(words):
        shutil.copy(words, path[:-4] + ".words")
    return path


def fixed(pdf, folder):
    """Lengths and references of a changed file put right."""
    path = os.path.join(folder, "changed")
    with open(path, "wb") as f:
        f.write(run("fix-qdf", input=pdf))
    command = ["qpdf", "--object-streams=disable", "--stream-data=preserve",
               "--newline-before-endstream", "--static-id", path, "-"]
    whole = subprocess.run(command, capture_output=True, check=False).stdout
    os.remove(path)
    return whole


def make(folder, good, mutants, prefix):
    """Writes the mutants; gives their names and paths, the good one first."""
    words = good[:-4] + ".words"
    source = qdf(good)
    made = [(prefix + "unbroken", write(folder, prefix + "unbroken", fixed(source, folder), words))]
    for name, mutate in mutants:
        try:
            made.append((prefix + name, write(folder, prefix + name, fixed(mutate(source), folder), words)))
        except NotHere as what:
            made.append((prefix + name, f"nothing to break in {good}: {what}"))
    whole = fixed(source, folder)
    for name, pdf in (
        ("no ID", re.sub(rb"/ID \[[^\]]*\]", b"", whole)),
        ("no mark of binary content", re.sub(rb"\n%[^\n]*\n", rb"\n%text\n", whole, count=1)),
        ("cut short", whole[: len(whole) * 2 // 3]),
    ):
        made.append((prefix + name, write(folder, prefix + name, pdf, words)))
    return made


def main():
    folder, good, good_a1 = sys.argv[1:]
    where = os.path.join(folder, "mutants")
    shutil.rmtree(where, ignore_errors=True)
    os.makedirs(where)
    made = make(where, good, UA, "") + make(where, good_a1, A1, "A-1a ")
    files = [path for _, path in made if os.path.exists(path)]
    judged = subprocess.run([os.path.join(HERE, "pdf.sh"), folder, *files], capture_output=True,
                            encoding="utf-8", errors="replace", check=False)
    if judged.returncode == 77:
        print("1..0 # SKIP " + judged.stderr.strip())
        return 0
    said = {path: [] for path in files}
    for line in judged.stdout.splitlines():
        for path in files:
            if line.startswith("FAIL ") and path + ":" in line:
                said[path].append(line.replace(path, "").strip())
    failed = 0
    for i, (name, path) in enumerate(made, 1):
        rejected = bool(said.get(path))
        ok = path in said and rejected != name.endswith("unbroken")
        failed += not ok
        print(("ok" if ok else "not ok"), i, "-", name)
        for line in said.get(path, [path]):
            print("#   " + line)
    print(f"1..{len(made)}")
    if judged.stderr.strip():
        print("# " + judged.stderr.strip().replace("\n", "\n# "))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
