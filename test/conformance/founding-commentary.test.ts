import { describe, expect, it } from 'vitest';
import { foundingDocumentIsThere, foundingFindings } from './founding-commentary.ts';

/** Everything that is to be found in the founding document, but for abbreviations: by measure, rule and quote. */
const EXPECTED = [
  // Named in the domain notes, section 0.
  'C PM02a figureDiffers: lower than the expected 95%',
  'CP 08f quarterAlone: The end of Quarter 2 figure (July - September 2018) was 3.07',
  'CP 08f changeDiffers: This is an increase of 0.2 from the same quarter in 2017',
  'CP 08f changeDiffers: Q2 is still slightly higher than Q1',
  'CP 08f sizeOfChange: Q2 is still slightly higher than Q1',
  'SS PM07 changeDiffers: Slight improvement since last quarter',
  'SS PM07 datePassed: to be considered by CLT in August 2018',
  'SS PM25 partsAgainstDirection: Of the six children placed in Q2, three waited',
  'SS PM28 worstPossible: no approvals in quarter 2',
  // Not named there, and fair: red now and at the year end with nothing more to be done.
  'L&D PM07b noFurtherAction: No further interventions proposed',
  'Regen PM21 noFurtherAction: No further action proposed',
  // Actions that say neither who nor when.
  'C PM21 openAction: Revised focus on work plan once key role recruited to.',
  'SS PM28 openAction: Continue to monitor and track progress of assessments.',
  // A number of children small enough to identify, beside what happened to them in court.
  'SS PM25 smallCount: two of the children',
  // Plain words.
  'FPA PM22b hardWord: with regards to',
];
const LONG = 'There is ongoing work being completed by the Exit From Care Service';

/** What a reader from outside would have to ask about. */
const ABBREVIATIONS = {
  'L&C PM28': ['DCC'],
  'Regen PM21': ['DCC'],
  'FPA PM22b': ['EY', 'CLT'],
  'EARS PM53': ['CLT'],
  'C PM02a': ['FEEE'],
  'C PM21': ['IFA'],
  'EIIS PM04': ['CIN', 'CPM', 'CLT', 'CYP'],
  'L&I PM02a': ['CYP'],
  'SS PM07': ['CLT'],
  'SS PM25': ['CAPT'],
};

describe.skipIf(!foundingDocumentIsThere)(
  'the commentary of the founding document (needs ../shared/data, which is not part of this repository)',
  () => {
    const all = foundingDocumentIsThere ? foundingFindings() : [];
    const told = all.flatMap(({ code, findings }) => findings.map((finding) => ({ code, ...finding })));

    it('has the contradictions that the domain notes name, and nothing else that an officer would not look at', () => {
      const others = told.filter(({ rule }) => rule !== 'abbreviation' && rule !== 'longSentence');
      expect(others.map(({ code, rule, quote }) => `${code} ${rule}: ${quote}`).sort()).toEqual(
        [...EXPECTED].sort(),
      );
    });

    it('has one sentence that nobody reads at one go', () => {
      const long = told.filter(({ rule }) => rule === 'longSentence');
      expect(long.map(({ code }) => code)).toEqual(['SS PM07']);
      expect(long[0]?.quote.startsWith(LONG)).toBe(true);
    });

    it('has abbreviations that a glossary of the council would settle', () => {
      const found: Record<string, string[]> = {};
      for (const { code, rule, quote } of told) {
        if (rule === 'abbreviation') found[code] = [...(found[code] ?? []), quote];
      }
      expect(found).toEqual(ABBREVIATIONS);
    });

    it('quotes what is there', () => {
      for (const { input, findings } of all) {
        for (const { section, quote, at } of findings) {
          expect(input.texts[section].slice(at.offset, at.offset + at.length)).toBe(quote);
        }
      }
    });
  },
);
