#!/usr/bin/env python3
"""Writes the Markdown of the papers that are judged, and a logo: papers.py FOLDER.

small: something of each kind, to be broken by mutants.py. example: what a paper has, on some four
pages. ugly: what can go wrong. long: many pages of it.
The text means nothing; all names are made up.
"""
import os
import struct
import sys
import zlib

SENTENCES = [
    "Nämnden ställer sig i huvudsak bakom utredningens förslag om en samlad reglering av stödet.",
    "Kommunens erfarenhet är att handläggningstiderna varierar kraftigt mellan olika förvaltningar.",
    "Bedömningen förutsätter att kostnadsutvecklingen följs upp årligen.",
    "Det behövs en tydligare ansvarsfördelning mellan huvudmännen för att samordningen ska fungera.",
    "Av 290 kommuner har 47 svarat, vilket motsvarar 16,2 procent av underlaget.",
    "Verksamhetsutvecklingen och kompetensförsörjningen i äldreomsorgen hänger samman.",
    "Enligt 4 kap. 1 § socialtjänstlagen ska den enskilde tillförsäkras en skälig levnadsnivå.",
]


def prose(seed, sentences):
    return " ".join(SENTENCES[(seed * 3 + i * (1 + seed % 5)) % len(SENTENCES)] for i in range(sentences))


def section(n):
    return f"""
## {n} Avsnitt om något viktigt

{prose(n, 5)}

{prose(n + 1, 4)} Mer finns i rapporten[^n{n}] och på [kommunens webbplats om stöd och omsorg](https://exempel.se/rapport/{n}?år=2025).

### {n}.1 Vad som talar för

- {prose(n, 1)}
- **Kort:** {prose(n + 2, 2)}
    - En inre punkt
    - En till med *betoning*

### {n}.2 Vad som talar emot

1. {prose(n + 3, 2)}
2. {prose(n + 4, 1)}

| Kommun | Antal | Andel |
|:-------|------:|------:|
| Storstad | {n * 7} | {n % 100},5 % |
| Lillköping | {n * 3} | {n % 50},0 % |

{prose(n + 5, 6)}

[^n{n}]: {prose(n, 1)} Se [rapporten](https://exempel.se/{n}).
"""


SMALL = """# Svar på remiss

Nämnden **tillstyrker** förslaget[^ett]. Läs
på [en länk som är lång och går över till nästa rad, för den har många ord i sig](https://exempel.se/).

## Synpunkter

Ett stycke[^två] för sig.

### Djupare

1. Första punkten
2. Andra punkten

| Kommun | Antal |
|---|--:|
| Storstad | 7 |
| Lillköping | 12 |

## Beslut

Nämnden beslutar enligt förslaget.

[^ett]: Den första noten.
[^två]: Den andra.
"""

EXAMPLE = (
    """# Svar på remiss av betänkandet Ett samlat stöd (SOU 2025:1) & annat

| | |
|---|---|
| Diarienummer | ON 2025/123 |
| Mottagare | Socialdepartementet, med ett namn som är så långt att det måste delas på två rader |

Nämnden **tillstyrker** förslaget[^ett] men har *synpunkter* på avsnitt 4.1. Skriv till
[registrator](mailto:registrator@exempel.se) eller läs på
[en mycket lång länk som helt säkert går över radslutet och fortsätter på nästa rad](https://exempel.se/lång/väg?a=1&b=2).

## Sammanfattning

"""
    + prose(1, 6)
    + """

> Ett citat ur betänkandet: det offentliga ska vara tillgängligt för alla.
>
> Citatets andra stycke[^två].

```
kod med   blanksteg
och (parenteser) \\
```

"""
    + "".join(section(n) for n in range(1, 4))
    + """
## Beslut

Nämnden beslutar att anta yttrandet som sitt eget.

____________________\\
Namn A\\
Ordförande

[^ett]: Förslaget finns i avsnitt 4.1.1 i betänkandet.
[^två]: Citatet är påhittat.
"""
)

UGLY = (
    """# En rubrik som är så lång att den inte får plats på en enda rad utan måste delas på flera rader av sättningen

## Tomt avsnitt

## Ännu ett tomt avsnitt

### Med en tom underrubrik

DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft

Realisationsvinstbeskattningsförordningsändringsförslagsremissvarssammanställningsarbetsgruppsmöte
och https://exempel.se/en/mycket/lang/adress/som/inte/kan/delas/nagonstans/utan/att/den/blir/svar/att/lasa.

Tecken: ☺ → ≤ α β Ω Ж “citat” ‘enkla’ – — … € § ½ e\u0301 ffi fl AVAVA Tåg; (parentes) \\\\ och & < >.

Åt vänster: שלום עולם, och نص عربي هنا (12). Slut.

"""
    + "- ".join(["", *[f"nivå {i}\n" + "  " * (i + 1) for i in range(6)]])
    + """djupast

| Rubrik[^c1] | En kolumn med ett mycket längre namn än de andra | Tal |
|---|---|--:|
"""
    + "".join(f"| Rad {i}[^r{i}] | {prose(i, 1 + i % 3)} | {i * i} |\n" for i in range(1, 30))
    + """| | | |

[^c1]: Not i en rubrikcell.
"""
    + "".join(f"[^r{i}]: Not i rad {i}. {prose(i, 1)}\n" for i in range(1, 30))
    + """
# Andra huvudrubriken

### Hoppar över en nivå

Text med en not[^lång].

[^lång]: """
    + prose(2, 60)
    + """

    Notens andra stycke, med [länk](https://exempel.se/not) och **fet text**.

99. Nittionio
100. Hundra

Mellan.

32767. Längre räknar inga program

    - en punkt i den
40000. [Ingen länk](ftp://exempel.se/) och [inte heller](https://[)[^yttre]

[^yttre]: Noten har en egen[^inre] not, och nämner den långa[^lång].
[^inre]: Den inre noten.

| | |
|---|---|
| En etikett med not[^etikett] | värde[^värde] |
| **Fet** etikett | *värde*[^etikett] |

[^etikett]: Etikettens not.
[^värde]: Värdets not.

```
"""
    + "x" * 200
    + """
```

***

##### """
    + "En rubrik som aldrig tar slut " * 800
    + """

Accenter x\u0302 q\u0308 m\u0303\u0304, pilar ⇒ ✓ ☐ och ½ ⅓.

| En enda |
|---|
| """
    + prose(3, 8)
    + """ |

Slut[^lång] och igen[^lång].
"""
)

LONG = "# En lång rapport\n" + "".join(section(n) for n in range(1, 76))


def png(width, height):
    """A blue ring on nothing: 8 bits, red green blue and alpha."""
    rows = b""
    for y in range(height):
        rows += b"\0"
        for x in range(width):
            far = ((x - width / 2) ** 2 + (y - height / 2) ** 2) ** 0.5 / (height / 2)
            rows += bytes((0, 70, 140, 255 if 0.6 < far < 0.95 else 0))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, text in (("small", SMALL), ("example", EXAMPLE), ("ugly", UGLY), ("long", LONG)):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as f:
            f.write(text)
    with open(os.path.join(folder, "logo.png"), "wb") as f:
        f.write(png(160, 120))


if __name__ == "__main__":
    main()
