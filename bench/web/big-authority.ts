import type { Commentary, Facts, Observation, ObservationRole, Recorded } from '../../src/domain/facts.ts';
import type { MeasureVersion } from '../../src/domain/measure/measure.ts';
import { decimal } from '../../src/domain/number/decimal.ts';
import type { TypedFigure } from '../../src/domain/number/figure.ts';
import type { Person, Responsibility } from '../../src/domain/organisation/person.ts';
import type { TargetVersion } from '../../src/domain/target/target.ts';

export const MEASURES = 1_000;
export const PEOPLE = 300;
const YEARS = 20;
const LAST_YEAR = 2018;
export const presentPeriod = '2018-19/Q3';
export const lastPeriod = '2018-19/Q2';

export const authority = {
  code: 'bigshire',
  name: 'Bigshire County Council',
  timeZone: 'Europe/London',
  language: 'en-GB',
  yearKind: 'financial',
  statusScheme: 'derby',
  directionScheme: 'derby',
} as const;

export const codeOf = (index: number): string => `BS ${String(index).padStart(4, '0')}`;
const directorates = ['adults', 'children', 'place', 'resources'] as const;
const yearOf = (begins: number): string => `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;

const recordedAt = '2018-10-26T10:00:00.000Z';
const number = (text: string): TypedFigure => ({ kind: 'number', value: decimal(text), typed: text });

/** The same figures at every run: a wave around sixty with a drift of its own for each measure. */
const figureText = (measure: number, quarter: number): string =>
  `${55 + ((measure * 7 + quarter * 3) % 31)}.${(measure + quarter) % 10}`;

function measure(index: number): MeasureVersion {
  return {
    code: codeOf(index),
    validFrom: '1998-04-01',
    title: `Percentage of requests answered in time, service ${index + 1}`,
    aliases: [],
    unit: { kind: 'percentage', decimals: 1 },
    polarity: index % 5 === 0 ? 'lower' : 'higher',
    frequency: 'quarter',
    periodBasis: 'discrete',
    kind: 'targeted',
    directorate: directorates[index % directorates.length] ?? 'place',
    service: null,
    owner: null,
    themes: [],
    definition: { meaning: 'Requests answered within ten working days, of all that came in the quarter.' },
    confidence: { polarity: 'confirmed', unit: 'confirmed', periodBasis: 'confirmed' },
    retiredAfter: null,
    note: null,
  };
}

/** Measures, targets of every quarter and year, scorecards of 60 and of all: what is set up. */
export function setUp(): Facts {
  const measures = Array.from({ length: MEASURES }, (_, index) => measure(index));
  const targets = measures.flatMap(({ code }, index) =>
    Array.from({ length: YEARS }, (_, year) => yearOf(LAST_YEAR - year)).flatMap((year) =>
      ['/Q1', '/Q2', '/Q3', ''].map(
        (part): Recorded<TargetVersion> => ({
          measure: code,
          period: `${year}${part}`,
          role: 'target',
          figure: number(String(60 + (index % 20))),
          version: 1,
          approvedBy: null,
          approvedOn: null,
          reason: null,
          recordedAt,
        }),
      ),
    ),
  );
  const scorecard = (code: string, name: string, size: number) => ({
    code,
    name,
    validFrom: '1998-04-01',
    measures: measures.slice(0, size).map((each) => each.code),
    exceptionsOnly: false,
    overrides: [],
  });
  return {
    authority,
    organisation: directorates.map((code, order) => ({
      code,
      name: `${code.charAt(0).toUpperCase()}${code.slice(1)}`,
      parent: null,
      order,
      validFrom: '1998-04-01',
      validTo: null,
    })),
    measures,
    targets,
    observations: [],
    commentaries: [],
    statements: [],
    scorecards: [scorecard('all', 'Every measure', MEASURES), scorecard('council', 'Council Scorecard', 60)],
  };
}

/** Twenty years of quarters, a year at a time, each with its forecast; texts for the last year. */
export function* figures(): Generator<Pick<Facts, 'observations' | 'commentaries'>> {
  for (let begins = LAST_YEAR - YEARS + 1; begins <= LAST_YEAR; begins++) {
    const quarters = begins === LAST_YEAR ? [1, 2] : [1, 2, 3, 4];
    const observations: Recorded<Observation>[] = [];
    const commentaries: Recorded<Commentary>[] = [];
    for (let index = 0; index < MEASURES; index++) {
      for (const quarter of quarters) {
        const period = `${yearOf(begins)}/Q${quarter}`;
        const value = figureText(index, begins * 4 + quarter);
        observations.push(
          observation(index, period, 'actual', value),
          observation(index, period, 'forecast', value),
        );
        if (begins === LAST_YEAR) commentaries.push(text(index, period));
      }
    }
    yield { observations, commentaries };
  }
}

const observation = (
  index: number,
  period: string,
  role: ObservationRole,
  value: string,
): Recorded<Observation> => ({
  measure: codeOf(index),
  period,
  role,
  figure: number(value),
  numerator: null,
  denominator: null,
  dataPeriod: null,
  flags: [],
  parts: [],
  source: 'bench',
  note: null,
  recordedAt,
});

const words = `${'Demand rose in the summer and two posts were empty until September. '.repeat(4)}They are filled now.`;

const text = (index: number, period: string): Recorded<Commentary> => ({
  measure: codeOf(index),
  period,
  part: 'context',
  text: { raw: words, format: 'plain', tree: [{ type: 'p', children: [{ type: 'text', text: words }] }] },
  source: 'bench',
  recordedAt,
});

const person = (id: string, roles: Person['roles'], directorate: string | null): Person => ({
  id,
  name: `Person ${id}`,
  email: `${id}@bigshire.example`,
  roles,
  directorate,
  post: null,
  level: roles.includes('approver') ? 'headOfService' : null,
  subject: null,
  mail: 'each',
  active: true,
});

/** 280 officers, 16 approvers and 4 of the performance team. */
export const people: readonly Person[] = Array.from({ length: PEOPLE }, (_, index) =>
  index < 280
    ? person(`officer${index}`, ['contributor'], directorates[index % 4] ?? null)
    : index < 296
      ? person(`head${index - 280}`, ['approver'], directorates[index % 4] ?? null)
      : person(`team${index - 296}`, ['performanceTeam'], null),
);

export const responsibilities: readonly Responsibility[] = Array.from({ length: MEASURES }, (_, index) => ({
  measure: codeOf(index),
  owner: `officer${index % 280}`,
  contributors: [],
  approvers: { headOfService: `head${index % 16}` },
}));
