import { writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { basisKinds, reservedBases } from '../../../src/domain/direction/basis.ts';
import { directionSchemeSchema } from '../../../src/domain/direction/scheme.ts';
import { changeTest } from '../../../src/domain/statistics/tested-change/two-periods.ts';
import { keyOf } from '../../../src/domain/status/key.ts';
import { presetSchemes } from '../../../src/domain/status/presets/index.ts';
import { schemeSchema } from '../../../src/domain/status/scheme-schema.ts';
import { inProject, page } from './command.ts';

/** `UPDATE_PAGES=1 npx vitest run test/journeys/cli/schemes.test.ts` writes what these tests compare. */
const update = process.env.UPDATE_PAGES === '1';

const PRESETS = /(<!-- presets: generated[^\n]*-->\n)[\s\S]*(<!-- end of presets -->)/;

function presetsInWords(): string {
  const sections = [...presetSchemes.values()].map((scheme) => {
    const source = scheme.source === null ? '' : ` ([published here](${scheme.source}))`;
    const heading = `### ${scheme.name}: \`${scheme.id}\``;
    const whose = `${scheme.authorityNote}${source}. Version ${scheme.version}, from ${scheme.effectiveFrom}.`;
    const lines = keyOf(scheme).map(({ outcome, sentence }) => `- **${outcome.label}**: ${sentence}`);
    return [heading, '', whose, '', ...lines, ''].join('\n');
  });
  return `\n${sections.join('\n')}\n`;
}

/** The shape of a scheme file as a JSON Schema, for editors; the checks that a schema cannot say stay with its reader. */
function textOfShape(of: z.ZodType, name: string, title: string, option: string): string {
  const { $schema, ...body } = z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' });
  const head = {
    $schema,
    $id: `urn:outturn:schema:${name}:1`,
    title,
    description: `What docs/schemes.md explains; what outturn scheme show prints and ${option} FILE reads.`,
  };
  return `${JSON.stringify({ ...head, ...body }, null, 2)}\n`;
}

const schemaText = () => textOfShape(schemeSchema, 'status-scheme', 'A status scheme', '--scheme');
const directionSchemaText = () =>
  textOfShape(directionSchemeSchema, 'direction-scheme', 'A direction of travel scheme', '--direction');

describe('docs/schemes.md', () => {
  it('lists the schemes that ship with their keys as they are', () => {
    const text = page('schemes.md');
    const made = text.replace(PRESETS, (_all, begin: string, end: string) => begin + presetsInWords() + end);
    if (update) writeFileSync(inProject('docs/schemes.md'), made);
    expect(page('schemes.md')).toBe(made);
  });

  it('works its examples of a tested change as the tests do', () => {
    const text = page('schemes.md').replaceAll('\n', ' ');
    const points = (now: number, before: number) => {
      const sides = { now: { count: now, of: 1000 }, before: { count: before, of: 1000 } };
      const { lower, upper } = changeTest({ of: 'proportion', ...sides });
      const said = (share: number | null) => ((share ?? 0) * 100).toFixed(1).replace('-', '−');
      return `runs from ${said(lower)} to ${said(upper)}`;
    };
    const isSaid = (words: string) => expect(text.includes(words), words).toBe(true);
    isSaid(points(850, 700));
    isSaid(points(818, 850));
    // Why a count alone is not tested: nearly any two large ones differ by more than such a test allows.
    const visits = { now: { events: 112816, exposure: 1 }, before: { events: 110000, exposure: 1 } };
    expect(changeTest({ of: 'rate', ...visits }).moved).toBe('up');
    for (const kind of [...basisKinds, ...reservedBases]) isSaid(kind);
  });

  it('names every kind of condition and every field', () => {
    const text = page('schemes.md');
    const shape = JSON.stringify(JSON.parse(schemaText()));
    const kinds = [...shape.matchAll(/"kind":\{"type":"string","const":"([A-Za-z]+)"/g)].map(
      (match) => match[1],
    );
    expect(kinds.length).toBeGreaterThan(15);
    for (const kind of kinds) expect(text, kind).toContain(kind);
    for (const field of Object.keys(schemeSchema.shape)) expect(text, field).toContain(`\`${field}`);
  });
});

describe('status-scheme.schema.json', () => {
  const file = inProject('docs/schemas/status-scheme.schema.json');

  it('is the shape that is read', () => {
    if (update) writeFileSync(file, schemaText());
    expect(JSON.parse(page('schemas/status-scheme.schema.json'))).toEqual(JSON.parse(schemaText()));
  });

  it('takes every scheme that ships and the example, and no misspelt field', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const check = ajv.compile(JSON.parse(page('schemas/status-scheme.schema.json')));
    const example: object = JSON.parse(page('examples/two-band-scheme.json'));
    for (const scheme of [...presetSchemes.values(), example]) {
      check(scheme);
      expect(check.errors ?? []).toEqual([]);
    }
    expect(check({ ...example, colour: 'blue' })).toBe(false);
  });
});

describe('direction-scheme.schema.json', () => {
  const name = 'schemas/direction-scheme.schema.json';

  it('is the shape that is read', () => {
    if (update) writeFileSync(inProject(`docs/${name}`), directionSchemaText());
    expect(JSON.parse(page(name))).toEqual(JSON.parse(directionSchemaText()));
  });
});
