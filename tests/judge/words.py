#!/usr/bin/env python3
"""A paper says the same in every form: every word of its source once, in order, and no other.

    tests/judge/words.py WORDS FILE…

WORDS is what make_paper says that the paper holds: heads, text and each footnote apart, a reference
to a footnote as [1]. The files are .pdf, .docx, .odt or .html, made without a template. What a form
adds by itself is known and left out: markers of lists, and in PDF and HTML the head of the first
page, which must be the one that the source has. Text and notes are compared with the source one by
one, word by word. Then faults are planted in the source, one at a time: each of them must be found.
One line per file; exit 1 and the first fault in each when there is one.
"""
import html.parser
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
STYLE = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'
LITERAL = re.compile(r'\d{5,}\.\t')  # the number of an item that Word and ODF cannot count to


class Paper:
    """Words of the heads and of the text, and those of each note by its number."""

    def __init__(self, heads, body, notes):
        self.heads = [words(head) for head in heads]
        self.body = words(body)
        self.notes = {number: words(note) for number, note in notes.items()}


def words(text):
    return text.replace('\u00ad', '').split()


def of_source(path):
    with open(path, encoding='utf-8') as f:
        first, later, body, *notes = f.read().split('\f')
    return Paper([first, later], body, {i + 1: note for i, note in enumerate(notes)})


def with_inner_notes(notes):
    """A note that only a note refers to stands last in that one in Word and ODF, after its number."""
    out = {}
    for number, paragraphs in notes.items():
        for paragraph in paragraphs:
            inner = re.match(r'\[(\d+)\] |\[(\d+)\]$', paragraph)
            if inner and int(inner[1] or inner[2]) not in notes:
                number, paragraph = int(inner[1] or inner[2]), paragraph[inner.end():]
            out[number] = out.get(number, '') + paragraph + '\n'
        if not paragraphs:
            out[number] = ''
    return out


# --- Word ---------------------------------------------------------------------------------------


def docx_run(run):
    out = ''
    for e in run:
        if e.tag == W + 't':
            out += e.text or ''
        elif e.tag in (W + 'tab', W + 'br'):
            out += '\t'
        elif e.tag == W + 'noBreakHyphen':
            out += '\u2011'
        elif e.tag == W + 'footnoteReference':
            return '[%s]' % e.get(W + 'id')
    style = run.find(W + 'rPr/' + W + 'rStyle')
    is_reference = style is not None and style.get(W + 'val') == 'FootnoteReference'
    return '[%s]' % out if out and is_reference else out


def docx_paragraphs(root):
    for p in root.iter(W + 'p'):
        yield LITERAL.sub('', ''.join(docx_run(run) for run in p.iter(W + 'r')), count=1)


def of_docx(path):
    package = zipfile.ZipFile(path)

    def part(name):
        return ElementTree.fromstring(package.read('word/%s.xml' % name))

    notes = {}
    if 'word/footnotes.xml' in package.namelist():
        for note in part('footnotes'):
            if int(note.get(W + 'id')) > 0:
                # after the number that counts itself comes a space
                notes[int(note.get(W + 'id'))] = [p.removeprefix(' ') for p in docx_paragraphs(note)]
    heads = [' '.join(docx_paragraphs(part(name))) for name in ('header2', 'header1')]
    return Paper(heads, '\n'.join(docx_paragraphs(part('document'))), with_inner_notes(notes))


# --- ODF ----------------------------------------------------------------------------------------


def odt_text(e, notes):
    out = e.text or ''
    for kid in e:
        if kid.tag == TEXT + 'note':
            number = kid.find(TEXT + 'note-citation').text
            notes[int(number)] = list(odt_paragraphs(kid.find(TEXT + 'note-body'), notes))
            out += '[%s]' % number
        elif kid.tag in (TEXT + 's', TEXT + 'tab', TEXT + 'line-break'):
            out += '\t'
        elif kid.tag.endswith('}frame'):  # a picture, with titles
            pass
        elif kid.get(TEXT + 'style-name') == 'Footnote_20_anchor':
            out += '[%s]' % ''.join(kid.itertext())
        else:
            out += odt_text(kid, notes)
        out += kid.tail or ''
    return out


def odt_paragraphs(root, notes):
    for e in root:
        if e.tag in (TEXT + 'p', TEXT + 'h'):
            yield LITERAL.sub('', odt_text(e, notes), count=1)
        else:
            yield from odt_paragraphs(e, notes)


def of_odt(path):
    package = zipfile.ZipFile(path)
    content = ElementTree.fromstring(package.read('content.xml'))
    styles = ElementTree.fromstring(package.read('styles.xml'))
    pages = {page.get(STYLE + 'name'): page for page in styles.iter(STYLE + 'master-page')}
    heads = [' '.join(odt_paragraphs(pages[name], {})) for name in ('First_20_Page', 'Standard')]
    notes = {}
    body = content.find('{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body')[0]
    return Paper(heads, '\n'.join(odt_paragraphs(body, notes)), with_inner_notes(notes))


# --- PDF, as poppler reads it aloud -------------------------------------------------------------


def of_pdf(path):
    said = subprocess.run(['pdfinfo', '-struct-text', path], capture_output=True, check=True)
    return of_struct_text(said.stdout.decode('utf-8', 'replace'))


def of_struct_text(said):
    """Text in quotes, indented under its elements: "LI (block)", "Note <fotnot-000001> (inline)"."""
    out = {0: ''}  # by note; 0 is the body
    above = []  # elements around what is read, with their indentation
    for line in said.splitlines():
        indent = len(line) - len(line.lstrip())
        line = line.strip()
        while above and above[-1][0] >= indent:
            above.pop()
        names = [name for _, name in above]
        number = max((int(n[13:19]) for n in names if n.startswith('Note <fotnot-')), default=0)
        if line[:1] != '"':
            above.append((indent, line))
            if '(inline)' not in line and not re.match('/|Object ', line):
                out[number] = out.get(number, '') + '\n'
        elif not any(name.startswith('Lbl') for name in names):
            is_reference = any(name.startswith('Reference') for name in names)
            out[number] = out.get(number, '') + ('[%s]' if is_reference else '%s') % line[1:-1]
    return Paper([], out.pop(0), out)


# --- HTML ---------------------------------------------------------------------------------------


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.out = {0: ''}
        self.number = 0
        self.silent = True  # until the body, and in what leads back from a note

    def put(self, text):
        if not self.silent:
            self.out[self.number] = self.out.get(self.number, '') + text

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == 'body' or attrs.get('role') == 'doc-backlink':
            self.silent = tag != 'body'
        if tag == 'li' and attrs.get('id', '').startswith('fn'):
            self.number = int(attrs['id'][2:])
        if tag not in ('a', 'em', 'strong', 'code', 'sup'):
            self.put('\n')
        if tag == 'sup':
            self.put('[')

    def handle_endtag(self, tag):
        if tag == 'a':
            self.silent = False
        if tag == 'sup':
            self.put(']')

    def handle_data(self, data):
        self.put(data)


def of_html(path):
    page = Page()
    with open(path, encoding='utf-8') as f:
        page.feed(f.read())
    return Paper([], page.out.pop(0), page.out)


# --- Comparing ----------------------------------------------------------------------------------


def difference(wanted, got, where):
    """What is said of the first word that differs; None when there is none."""
    for i, (a, b) in enumerate(zip(wanted + [None], got + [None])):
        if a != b:
            after = ' '.join(wanted[max(0, i - 6):i])
            return '%s: %s in the place of %s after ”%s”' % (where, b or 'nothing', a or 'nothing', after)
    return None


def compare(source, paper):
    number = ['1', '(1)']
    body = source.body if paper.heads else source.heads[0] + source.body
    heads = [number + source.heads[0], source.heads[1] + number] if paper.heads else []
    faults = [difference(*pair, 'head') for pair in zip(heads, paper.heads)]
    faults.append(difference(body, paper.body, 'text'))
    for note in sorted(source.notes.keys() | paper.notes.keys()):
        if note not in source.notes or note not in paper.notes:
            faults.append('note %d is not in both' % note)
        else:
            faults.append(difference(source.notes[note], paper.notes[note], 'note %d' % note))
    return next((fault for fault in faults if fault), None)


def planted(source):
    """The source with a fault, for every kind of fault that it has room for."""
    def plant(name, change):
        copy = Paper([], '', {})
        copy.heads = [list(head) for head in source.heads]
        copy.body = list(source.body)
        copy.notes = {number: list(note) for number, note in source.notes.items()}
        change(copy)
        return name, copy

    def swap(text, i, k):
        text[i], text[k] = text[k], text[i]

    n = len(source.body)
    middle = next(i for i in range(n // 2, n) if source.body[i] != source.body[i - 1])
    last = max(source.notes, default=0)
    yield plant('the first word dropped', lambda p: p.body.pop(0))
    yield plant('a word dropped', lambda p: p.body.pop(middle))
    yield plant('the last word dropped', lambda p: p.body.pop())
    yield plant('a word doubled', lambda p: p.body.insert(middle, p.body[middle]))
    yield plant('two words swapped', lambda p: swap(p.body, middle, middle - 1))
    yield plant('a word of the head dropped', lambda p: p.heads[0].pop())
    if last:
        reference = next(i for i, word in enumerate(source.body) if re.search(r'\[\d+\]', word))
        bare = re.sub(r'\[\d+\]', '', source.body[reference], count=1)
        yield plant('a reference dropped', lambda p: p.body.__setitem__(reference, bare))
        yield plant("a note's word dropped", lambda p: p.notes[last].pop())
        yield plant('a note dropped', lambda p: p.notes.pop(last))
        yield plant('an empty note more', lambda p: p.notes.update({last + 1: []}))
    if last > 1 and source.notes[last] != source.notes[1]:
        yield plant('two notes swapped', lambda p: swap(p.notes, 1, last))


FORMS = {'pdf': of_pdf, 'docx': of_docx, 'odt': of_odt, 'html': of_html}


def judge(source, paper):
    fault = compare(source, paper)
    if not fault:
        unseen = [name for name, copy in planted(source) if not compare(copy, paper)]
        fault = 'not seen: ' + ', '.join(unseen) if unseen else None
    return fault


def main():
    source = of_source(sys.argv[1])
    assert len(source.body) > 3, 'no words'
    failed = False
    for path in sys.argv[2:]:
        fault = judge(source, FORMS[path.rsplit('.', 1)[1]](path))
        failed = failed or bool(fault)
        print('FAIL words %s: %s' % (path, fault) if fault else
              'PASS words %s (%d, and %d notes)' % (path, len(source.body), len(source.notes)))
    sys.exit(failed)


if __name__ == '__main__':
    main()
