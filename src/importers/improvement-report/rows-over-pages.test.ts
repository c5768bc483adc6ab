import { describe, expect, it } from 'vitest';
import { DIRECTORATE, FIGURES, HEAD, PAGE, read, row } from '../../../test/fixtures/legacy/small-page.ts';

const START = `KPI 1 Homes\tRed\tAmber\t${FIGURES}`;
const WHOLE = 'People | KPI 1 | Part one and part two. | Actions. | Review.';

describe('a row that a page breaks', () => {
  it.each<[what: string, lines: readonly string[], measures?: readonly string[]]>([
    ['in a cell', [`${START}\tPart one and`, '', ...PAGE, 'part two.\tActions.\tReview.']],
    [
      'in a cell, without column headings',
      [`${START}\tPart one and`, '', ...HEAD, 'part two.\tActions.\tReview.'],
    ],
    [
      'in a cell, and the directorate again',
      [`${START}\tPart one and`, ...PAGE, DIRECTORATE, 'part two.\tActions.\tReview.'],
    ],
    [
      'in a cell, and the directorate continued',
      [
        `${START}\tPart one and`,
        ...PAGE,
        `${DIRECTORATE} (continued)\t\t\t\t\t\t`,
        'part two.\tActions.\tReview.',
      ],
    ],
    ['at a tab', [`${START}\tPart one and part two.`, ...PAGE, 'Actions.\tReview.']],
    ['in its columns', [`${START}\tPart one and\tActions.\tReview.`, ...PAGE, '\t\t\t\tpart two.\t\t']],
    [
      'in its columns, with its title again',
      [`${START}\tPart one and\tActions.\tReview.`, ...PAGE, 'KPI 1 Homes (continued)\t\t\t\tpart two.\t\t'],
    ],
    [
      'in its figures',
      [
        `KPI 1 Homes\tRed\tAmber\t${FIGURES.slice(0, 24)}`,
        ...PAGE,
        `${FIGURES.slice(24)}\tPart one and part two.\tActions.\tReview.`,
      ],
    ],
    [
      'in its title',
      ['KPI 1', ...PAGE, `Homes\tRed\tAmber\t${FIGURES}\tPart one and part two.\tActions.\tReview.`],
    ],
    [
      'in its last text',
      [`${START}\tPart one and part two.\tActions.\tReview`, ...PAGE, 'of it.'],
      ['People | KPI 1 | Part one and part two. | Actions. | Review of it.'],
    ],
    ['over three pages', [`${START}\tPart one`, ...PAGE, 'and part', ...PAGE, 'two.\tActions.\tReview.']],
    [
      'before another row',
      [`${START}\tPart one and`, ...PAGE, 'part two.\tN/A\tN/A', row('KPI 2')],
      [
        'People | KPI 1 | Part one and part two. | N/A | N/A',
        'People | KPI 2 | Context. | Actions. | Review.',
      ],
    ],
  ])('%s', (_what, lines, measures = [WHOLE]) => {
    const { errors, measures: found } = read([...PAGE, DIRECTORATE, ...lines]);
    expect(errors).toEqual([]);
    expect(found).toEqual(measures);
  });

  it('may go on with the word Directorate', () => {
    const { errors, measures } = read([
      ...PAGE,
      DIRECTORATE,
      `${START}\tAsked of the`,
      ...PAGE,
      'Directorate – Place to help\t\t',
    ]);
    expect(errors).toEqual([]);
    expect(measures).toEqual(['People | KPI 1 | Asked of the Directorate – Place to help |  | ']);
  });

  it('may go on with it in its column', () => {
    const { measures } = read([
      ...PAGE,
      DIRECTORATE,
      `${START}\tAsked of the\tA\tR`,
      ...PAGE,
      '\t\t\t\tDirectorate : Place\t\t',
    ]);
    expect(measures).toEqual(['People | KPI 1 | Asked of the Directorate : Place | A | R']);
  });

  it('says so, with the line of the page header', () => {
    const { said } = read([
      ...PAGE,
      DIRECTORATE,
      `${START}\tPart one and`,
      '',
      ...PAGE,
      'part two.\tActions.\tReview.',
    ]);
    expect(said.join()).toContain(
      'row 11: This row goes on over one more line, with the head of a page in between on line 13. They were joined.',
    );
  });

  it.each([
    ['a name alone after a page header', [row('KPI 1'), ...PAGE, 'Adult Social Care', row('KPI 2')]],
    ['a name alone after a blank line', [row('KPI 1'), '', 'Adult Social Care', '', row('KPI 2')]],
    ['a row that never ends', [`${START}\tPart one and`, ...PAGE, row('KPI 2')]],
  ])('is not %s', (_what, lines) => {
    expect(read([...PAGE, DIRECTORATE, ...lines]).errors).toHaveLength(1);
  });
});
