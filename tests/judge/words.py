#!/usr/bin/env python3
"""The words of a paper are the same in every form, in the same order.

    tests/judge/words.py WORDS FILE.pdf FILE.docx FILE.odt

WORDS is what make_paper says that the body holds. What the forms add (page heads, numbers and
markers of lists, notes) may stand between; a word that is missing, or stands elsewhere, is a fault.
White space is not looked at: a line may end inside a word. Exit 1 and the place of the first fault.
"""
import re
import subprocess
import sys
import zipfile

GAP = 8000  # characters that may stand between two words: notes


def plain(xml):
    text = re.sub(r'<[^>]+>', '', xml)
    for name, char in (('lt', '<'), ('gt', '>'), ('quot', '"'), ('amp', '&')):
        text = text.replace('&%s;' % name, char)
    return text


def of_pdf(path):
    said = subprocess.run(['pdfinfo', '-struct-text', path], capture_output=True, check=True)
    return ''.join(re.findall(r'^\s*"(.*)"$', said.stdout.decode(), re.M))


def of_docx(path):
    return plain(zipfile.ZipFile(path).read('word/document.xml').decode())


def of_odt(path):
    """Without the notes, which stand in the middle of the text."""
    xml = zipfile.ZipFile(path).read('content.xml').decode()
    xml = xml[xml.index('<office:body'):]
    return plain(re.sub(r'<text:note[ >].*?</text:note>', '', xml, flags=re.S))


def squeezed(text):
    return re.sub(r'[\s\u00ad]+', '', text)


def compare(wanted, text, name):
    at = 0
    for word in wanted:
        found = text.find(word, at, at + GAP)
        if found < 0:
            print('FAIL words %s: ”%s” is missing after ”%s”' % (name, word, text[max(0, at - 60):at]))
            return False
        at = found + len(word)
    print('PASS words %s (%d)' % (name, len(wanted)))
    return True


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        wanted = re.findall(r'[^\W\d_]+|\d+', f.read().replace('\u00ad', ''))
    assert len(wanted) > 3, 'no words'
    forms = {'pdf': of_pdf, 'docx': of_docx, 'odt': of_odt}
    good = True
    for path in sys.argv[2:]:
        good = compare(wanted, squeezed(forms[path.rsplit('.', 1)[1]](path)), path) and good
    sys.exit(not good)


main()
