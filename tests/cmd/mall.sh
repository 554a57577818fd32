# `mall rendera`: any template, any JSON, as the Mustache specification says.
. "${srcdir:-.}/tests/cmd/lib.sh"

cat >brev.md <<'END'
Hej {{namn}} & {{{namn}}}!
{{#rader}}
- {{.}}
{{/rader}}
{{^tomt}}Inget.{{/tomt}}
  {{> fot}}
{{saknas}}{{tal}} {{halv}} {{sant}}
END
printf 'fot: {{namn}}\n' >fot.md
printf '{"namn":"<Å & \\"Ö\\">","rader":["a","b"],"tomt":[],"tal":3,"halv":1.5,"sant":true}' >d.json
run 0 'a template' mall rendera brev.md d.json
is 'Hej &lt;Å &amp; &quot;Ö&quot;&gt; & <Å & "Ö">!
- a
- b
Inget.
  fot: &lt;Å &amp; &quot;Ö&quot;&gt;
3 1.5 true' "$out" 'filled in'
mkdir under
cp brev.md fot.md under
run 0 'partials lie beside the template' mall rendera under/brev.md d.json
has 'fot: ' 'and are found there'
printf '{{>../fot}}{{>/etc/passwd}}x' >ut.md
run 0 'a partial outside the folder' mall rendera ut.md d.json
is x "$out" 'is none'
printf '"bara text"' >t.json
printf '{{.}}' >t.md
run 0 'any JSON' mall rendera t.md t.json
is 'bara text' "$out" 'a text alone too'
run 0 'data from standard input' mall rendera t.md - <t.json
run 0 'to a file' mall rendera t.md t.json -o ut.txt
is 'bara text' "$(cat ut.txt)" 'holds it'
printf '{' >trasig.json
run 1 'broken JSON' mall rendera t.md trasig.json
says 'trasig.json' 'is named'
printf 'rad ett\n{{#a}}\n' >trasig.md
run 1 'a broken template' mall rendera trasig.md t.json
says 'rad 2' 'with its line'
run 1 'no template' mall rendera ingen.md t.json
run 2 'one word too few' mall rendera t.md
tap_done
