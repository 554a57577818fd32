# Real exports and `visa --json` against docs/arende.schema.json, which refuses planted faults.
import copy, json, os, subprocess, sys, tempfile

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is missing")
    sys.exit(0)

source = os.environ.get("srcdir", ".")
program = os.environ["YTTRA"]
with open(os.path.join(source, "docs", "arende.schema.json"), encoding="utf-8") as f:
    schema = json.load(f)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
count = failed = 0


def ok(good, name, detail=""):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} - {name}")
    if not good and detail:
        print("# " + str(detail).replace("\n", "\n# "))


def faults(document):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(document)]


folder = tempfile.mkdtemp()
env = dict(os.environ, YTTRA_DB=os.path.join(folder, "y.db"), YTTRA_VEM="Anna Exempel", XDG_DATA_HOME=folder)


def yttra(*words, text=None):
    done = subprocess.run([program, *words], env=env, input=text, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        ok(False, " ".join(words), done.stderr)
    return done.stdout


yttra("nytt", "SOU", "2024:72", "--svarstid", "2025-02-14", "--väg", "nämnd-departement", "--omedelbar-justering", "ja")
yttra("svara", "1", "4.4.3", "avstyrker", "--motivering", "Första.\n\nAndra.")
yttra("svara", "1", "5.3:2", "villkor", "--villkor", "staten betalar")
yttra("text", "1", "ekonomi", "--fil", "-", text="En text.\n")
yttra("avsnitt", "1", "4.5", "utelämnad", "ja")
yttra("lägg", "1", "ståndpunkt", "slag=anser", "avsnitt=4.3, 4.4", "text=Något.")
yttra("lägg", "1", "tema", "namn=t", "punkter=4.1.1:1, 5.3:2")
yttra("lägg", "1", "beslutspunkt", "text=Ett.")
yttra("ta-bort", "1", "beslutspunkt", "1")
yttra("lägg", "1", "planering", "datum=2025-02-03")
yttra("nytt", "SOU", "2024:72", "--ändå")

export = json.loads(yttra("exportera", "1"))
for name, document in (("an export", export), ("a fresh export", json.loads(yttra("exportera", "2"))),
                       ("visa --json", json.loads(yttra("visa", "1", "--json")))):
    found = faults(document)
    ok(not found, f"{name} is as the schema says", "\n".join(found[:5]))


def planted(name, change):
    document = copy.deepcopy(export)
    change(document)
    ok(faults(document), f"refused: {name}")


planted("another format", lambda d: d.update(format=2))
planted("no ärende", lambda d: d.pop("ärende"))
planted("an unknown part", lambda d: d.update(extra=1))
planted("an unknown field", lambda d: d["ärende"]["uppgifter"].update(svarstd="2025-01-01"))
planted("a number for a text", lambda d: d["ärende"]["uppgifter"].update(dnr=7))
planted("a day of another shape", lambda d: d["ärende"]["uppgifter"].update(svarstid="14 februari"))
planted("an unknown stance", lambda d: d["ärende"]["svar"]["4.4.3:1"].update(ställning="ja"))
planted("an answer to no punkt", lambda d: d["ärende"]["svar"].update({"4.4.3": {}}))
planted("a list that is an object", lambda d: d["ärende"].update(tema={}))
planted("a line with an id that is a text", lambda d: d["ärende"]["tema"][0].update(id="1"))
planted("a bad UUID", lambda d: d["ärende"].update(uuid="1"))
planted("a punkt of an unknown kind", lambda d: d["betänkande"]["avsnitt"][1]["punkt"][0].update(slag="dom"))
planted("an avsnitt without a number", lambda d: d["betänkande"]["avsnitt"][0].pop("nummer"))
planted("a revision without who", lambda d: d["revisioner"][0].pop("vem"))
planted("a revision of an unknown kind", lambda d: d["revisioner"][0].update(slag="x"))
print(f"1..{count}")
sys.exit(failed > 0)
