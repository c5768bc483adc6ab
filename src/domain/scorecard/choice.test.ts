import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../demo/evaluate-demo.ts';
import {
  choiceProblems,
  grouped,
  groupings,
  inScope,
  isStandard,
  orderings,
  type ReportChoice,
  selectShown,
  shownKinds,
  standardChoice,
} from './choice.ts';
import { byDirectorate, selectExceptions } from './selection.ts';

const { measures, snapshot } = evaluateDemo();
const { directorates } = snapshot;
const usual = standardChoice('improvement');
const shown = (choice: ReportChoice) =>
  grouped(selectShown(inScope(measures, choice), choice, false), choice, directorates);
const codes = (choice: ReportChoice) =>
  shown(choice).flatMap(({ selected }) => selected.map(({ measure }) => measure.snapshot.version.code));
const statuses = (choice: ReportChoice) =>
  shown(choice).map(({ selected }) =>
    selected.map(({ measure: { status, forecastStatus } }) => [
      status.outcome.inDenominator ? status.outcome.rank : -1,
      forecastStatus.outcome.inDenominator ? forecastStatus.outcome.rank : -1,
    ]),
  );

describe('what a report shows unless told otherwise', () => {
  it('is the exceptions by directorate, in the order of the scorecard', () => {
    const expected = byDirectorate(selectExceptions(measures), directorates);
    expect(shown(usual)).toEqual(
      expected.map(({ directorate, selected }) => ({ name: directorate.name, selected })),
    );
  });

  it('is said of the choice, whatever it was made by', () => {
    expect(isStandard(usual, 'improvement')).toBe(true);
    expect(isStandard(usual, 'scorecard')).toBe(false);
    expect(isStandard({ ...usual, order: 'code' }, 'improvement')).toBe(false);
    expect(isStandard({ ...usual, directorates: ['x'] }, 'improvement')).toBe(false);
  });
});

describe('a choice', () => {
  it('of a directorate leaves the others out', () => {
    const [first] = directorates;
    const all = codes({ ...usual, show: 'all', directorates: [first!.code] });
    const own = measures.filter((each) => each.snapshot.directorate.code === first!.code);
    expect(all).toEqual(own.map((each) => each.snapshot.version.code));
  });

  it('of measures shows them whatever their status, and asks for no directorate', () => {
    const ticked = [measures[5]!, measures[0]!].map((each) => each.snapshot.version.code);
    const choice = { ...usual, show: 'chosen', measures: ticked, directorates: ['nowhere'] } as const;
    expect(codes(choice).sort()).toEqual([...ticked].sort());
    expect(shown(choice)[0]!.selected[0]!.because).toBe('chosen for this report');
  });

  it('of those with a status leaves out what is judged neither now nor in forecast', () => {
    const without = measures.filter(({ status, forecastStatus }) =>
      [status, forecastStatus].every(({ outcome }) => !outcome.inDenominator),
    );
    expect(without.length).toBeGreaterThan(0);
    expect(codes({ ...usual, show: 'withStatus' })).toHaveLength(measures.length - without.length);
  });

  it('says what is not there, all at once', () => {
    expect(choiceProblems({ ...usual, directorates: ['XX', 'YY'] }, measures, directorates)).toHaveLength(2);
    expect(choiceProblems({ ...usual, show: 'chosen' }, measures, directorates)).toEqual([
      { field: 'measures', message: 'Choose at least one measure' },
    ]);
    const unknown = { ...usual, show: 'chosen', measures: ['NO 1', 'NO 2'] } as const;
    expect(choiceProblems(unknown, measures, directorates)[0]!.message).toContain('NO 1, NO 2');
  });
});

describe('order', () => {
  it('worst first is by status now, then by forecast; what has no status now comes last', () => {
    const [list] = statuses({ ...usual, show: 'all', groupBy: 'none', order: 'worstFirst' });
    const sorted = [...list!].sort(([a, b], [c, d]) => c! - a! || d! - b!);
    expect(list).toEqual(sorted);
    expect(new Set(list!.map(([now]) => now)).size).toBeGreaterThan(3);
    expect(list!.at(-1)![0]).toBe(-1);
  });

  it('of codes counts the numbers in them', () => {
    const some = measures.slice(0, 3).map((measure, at) => ({
      because: '',
      measure: {
        ...measure,
        snapshot: {
          ...measure.snapshot,
          version: { ...measure.snapshot.version, code: ['HOM 10', 'hom 2', 'ASC 7'][at]! },
        },
      },
    }));
    const [group] = grouped(some, { groupBy: 'none', order: 'code' }, directorates);
    expect(group!.selected.map(({ measure }) => measure.snapshot.version.code)).toEqual([
      'ASC 7',
      'hom 2',
      'HOM 10',
    ]);
  });

  it('by theme puts what has none last', () => {
    const names = shown({ ...usual, show: 'all', groupBy: 'theme' }).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names.slice(0, -1)).not.toContain(null);
  });

  it('loses no measure, and shows none twice, however it is grouped and ordered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shownKinds.filter((one) => one !== 'chosen')),
        fc.constantFrom(...groupings),
        fc.constantFrom(...orderings),
        fc.subarray(directorates.map(({ code }) => code)),
        (show, groupBy, order, chosen) => {
          const choice = { show, groupBy, order, directorates: chosen, measures: [] };
          const expected = selectShown(inScope(measures, choice), choice, false);
          const found = codes(choice);
          expect([...found].sort()).toEqual(
            expected.map(({ measure }) => measure.snapshot.version.code).sort(),
          );
        },
      ),
    );
  });
});
