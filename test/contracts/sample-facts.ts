import type { Facts, Observation, Recorded } from '../../src/domain/facts.ts';
import { decimal } from '../../src/domain/number/decimal.ts';
import type { TypedFigure } from '../../src/domain/number/figure.ts';

export const FIRST = '2018-10-12T08:30:00.000Z';
export const LATER = '2018-11-02T16:05:09.120Z';

export const number = (text: string, typed = text): TypedFigure => ({
  kind: 'number',
  value: decimal(text),
  typed,
});

export function observation(given: Partial<Recorded<Observation>> = {}): Recorded<Observation> {
  return {
    measure: 'HOM 12/a (new)',
    period: '2018-19/Q2',
    role: 'actual',
    figure: number('81.1', '81.10 per 10,000 population'),
    numerator: null,
    denominator: null,
    dataPeriod: null,
    flags: [],
    parts: [],
    source: 'report.txt',
    note: null,
    recordedAt: FIRST,
    ...given,
  };
}

/** A small authority with one of everything, and every awkward value the store must give back as it was. */
export function sampleFacts(code = 'northmere'): Facts {
  return {
    authority: {
      code,
      name: 'Northmere City Council',
      timeZone: 'Europe/London',
      language: 'en-GB',
      yearKind: 'financial',
      statusScheme: 'derby',
      directionScheme: 'derby',
    },
    organisation: [
      { code: 'PEO', name: 'People', parent: null, order: 1, validFrom: '2015-04-01', validTo: null },
      {
        code: 'PEO-A',
        name: "Adults' services",
        parent: 'PEO',
        order: 1.5,
        validFrom: '2015-04-01',
        validTo: '2019-03-31',
      },
    ],
    measures: [
      {
        code: 'HOM 12/a (new)',
        validFrom: '2018-04-01',
        title: 'Households in temporary accommodation — “snapshot”',
        aliases: ['NI 156', '\\N'],
        unit: { kind: 'rate', decimals: 2, per: '10,000 population' },
        polarity: null,
        frequency: 'quarter',
        periodBasis: null,
        kind: 'targeted',
        directorate: 'PEO',
        service: 'PEO-A',
        owner: null,
        themes: ['Housing'],
        definition: { meaning: 'Line one\nline two\twith a tab, a \\ and a \r', breaksSeries: true },
        confidence: { polarity: 'inferred', unit: 'confirmed', periodBasis: 'unconfirmed' },
        retiredAfter: null,
        note: null,
      },
    ],
    targets: [
      {
        measure: 'HOM 12/a (new)',
        period: '2018-19',
        role: 'target',
        figure: number('100', '100.0'),
        version: 1,
        approvedBy: 'Cabinet',
        approvedOn: '2018-03-14',
        reason: null,
        recordedAt: FIRST,
      },
    ],
    observations: [
      observation({
        numerator: '12.50',
        denominator: '-0.25',
        flags: ['provisional', 'late'],
        dataPeriod: '2017-18',
      }),
      observation({
        period: '2018-19/Q1',
        figure: number('123456789012345678901234567890.0123456789012345678901234567'),
      }),
      observation({
        period: '2017-18/Q4',
        figure: number('-0.000000000000000000000000000000000001', '-1e-36'),
      }),
      observation({
        role: 'forecast',
        figure: { kind: 'step', step: 'Minor slippage', typed: ' minor slippage ' },
      }),
      observation({ role: 'toDate', figure: { kind: 'date', date: '2018-09-30', typed: '30-Sep-2018' } }),
      observation({
        role: 'outturn',
        figure: { kind: 'missing', reason: 'unusable', typed: '2.0' },
        parts: [
          { kind: 'ward', name: 'Abbey', value: '10.0' },
          { kind: 'ward', name: 'St Ann’s', value: '9.50', numerator: '19', denominator: '2' },
          { kind: 'town', name: 'Nether \\N', value: 'suppressed' },
        ],
        note: '',
      }),
    ],
    commentaries: [
      {
        measure: 'HOM 12/a (new)',
        period: '2018-19/Q2',
        part: 'context',
        text: {
          tree: [
            { type: 'p', children: [{ type: 'text', text: 'e.g. <name of school>, x<y & y<z \\. 🏠' }] },
            { type: 'ul', items: [[{ type: 'p', children: [{ type: 'strong', children: [] }] }]] },
          ],
          raw: '<p>e.g. &lt;name of school&gt;</p>\r\n\\.\n',
          format: 'html',
        },
        source: 'report.txt',
        recordedAt: FIRST,
      },
    ],
    statements: [
      {
        measure: 'HOM 12/a (new)',
        period: '2018-19/Q2',
        subject: 'direction',
        stated: 'Deteriorating',
        source: 'report.txt',
        recordedAt: FIRST,
      },
    ],
    scorecards: [
      {
        code: 'council',
        name: 'Council Scorecard',
        validFrom: '2018-04-01',
        measures: ['HOM 12/a (new)', 'B', 'A'],
        exceptionsOnly: true,
        overrides: [{ parameter: 'amber', value: '7.50', reason: 'Agreed by scrutiny — “small numbers”' }],
      },
    ],
  };
}

export const byAnOfficer = { recordedAt: FIRST, actor: 'pat.officer', reason: 'import of report.txt' };
