import fc from 'fast-check';
import { expect, it } from 'vitest';
import { glossaryLines, mostAbbreviations, readGlossary } from './glossary.ts';

it.each([
  ['CLT = Corporate Leadership Team', { CLT: 'Corporate Leadership Team' }],
  ['CLT,Corporate Leadership Team', { CLT: 'Corporate Leadership Team' }],
  ['CLT: the team, in full', { CLT: 'the team, in full' }],
  [
    '"CLT","Corporate Leadership Team"\n\n  EHCP\tEducation, Health and Care Plan ',
    {
      CLT: 'Corporate Leadership Team',
      EHCP: 'Education, Health and Care Plan',
    },
  ],
  ['', {}],
])('reads %j', (text, glossary) => {
  expect(readGlossary(text)).toEqual({ glossary, problems: [] });
});

it('says everything that is wrong, by line', () => {
  const text = [
    'CLT',
    '= no abbreviation',
    `${'A'.repeat(21)} = long`,
    'B = b',
    'B = again',
    `C = ${'c'.repeat(201)}`,
  ];
  const { problems } = readGlossary(text.join('\n'));
  expect(problems.map((one) => /^Line \d/.exec(one)?.[0])).toEqual([
    'Line 1',
    'Line 2',
    'Line 3',
    'Line 5',
    'Line 6',
  ]);
  const many = Array.from({ length: mostAbbreviations + 1 }, (_, at) => `A${at} = many`).join('\n');
  expect(readGlossary(many).problems).toHaveLength(1);
});

it('reads back what it writes', () => {
  const short = fc.stringMatching(/^[A-Z][A-Za-z0-9&]{1,8}$/);
  const meaning = fc.stringMatching(/^[A-Za-z][A-Za-z ,:=-]{0,30}[a-z]$/);
  fc.assert(
    fc.property(fc.dictionary(short, meaning), (glossary) => {
      expect(readGlossary(glossaryLines(glossary))).toEqual({ glossary: { ...glossary }, problems: [] });
    }),
  );
});
