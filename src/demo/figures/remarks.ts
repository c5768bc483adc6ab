import type { Observation, ObservationPart, ObservationRole } from '../../domain/facts.ts';

/** What a ledger has no column for, said of one figure. */
export interface Remark {
  measure: string;
  period: string;
  role: ObservationRole;
  dataPeriod?: string;
  note?: string;
  parts?: Observation['parts'];
  /** The day it came in, where that was after the closing day. */
  lateOn?: string;
}

const parts = (kind: string, values: Readonly<Record<string, string>>): Observation['parts'] =>
  Object.entries(values).map(([name, value]) => ({ kind, name, value }));

const of = (
  kind: string,
  name: string,
  value: string,
  numerator: string,
  denominator: string,
): ObservationPart => ({ kind, name, value, numerator, denominator });

/** The period a figure is about, where the report it appears in is for another. */
const about = (measure: string, period: string, dataPeriod: string): Remark => ({
  measure,
  period,
  role: 'actual',
  dataPeriod,
});

export const remarks: readonly Remark[] = [
  // Last year's accounts, audited this year.
  about('FPA PM22b', '2015-16/Q2', '2014-15'),
  about('FPA PM22b', '2016-17/Q2', '2015-16'),
  about('FPA PM22b', '2017-18/Q2', '2016-17'),
  about('FPA PM22b', '2018-19/Q2', '2017-18'),
  about('FIN-ACC', '2015-16/Q2', '2014-15'),
  about('FIN-ACC', '2016-17/Q2', '2015-16'),
  about('FIN-ACC', '2017-18/Q2', '2016-17'),
  about('FIN-ACC', '2018-19/Q2', '2017-18'),
  // Results of the academic year that ended in summer.
  about('L&I PM02a', '2016-17/Q2', '2015-16A'),
  about('L&I PM02a', '2017-18/Q2', '2016-17A'),
  about('L&I PM02a', '2018-19/Q2', '2017-18A'),
  about('KS4-P8', '2016-17/Q2', '2015-16A'),
  about('KS4-P8', '2017-18/Q2', '2016-17A'),
  about('KS4-P8', '2018-19/Q2', '2017-18A'),
  { measure: 'ATT-1', period: '2018-19/Q2', role: 'toDate', dataPeriod: '2017-18A' },

  {
    measure: 'CP 08f',
    period: '2018-19/Q2',
    role: 'actual',
    parts: parts('directorate', {
      'Communities & Place': '2.98',
      'Corporate Resources': '2.76',
      'People Services': '3.35',
    }),
    note: 'An average in each directorate, so the parts do not sum',
  },
  {
    measure: 'CP 08f',
    period: '2018-19/Q2',
    role: 'toDate',
    // Working days lost, and full-time equivalent employees.
    parts: [
      of('directorate', 'Communities & Place', '5.4', '3305', '612'),
      of('directorate', 'Corporate Resources', '5.1', '1979', '388'),
      of('directorate', 'People Services', '6.0', '5430', '905'),
    ],
  },
  {
    measure: 'CSC 1.5',
    period: '2018-19/Q2',
    role: 'actual',
    parts: parts('directorate', {
      'Communities & Place': '151',
      'Corporate Resources': '72',
      'People Services': '61',
    }),
  },
  {
    measure: 'LIB.7',
    period: '2018-19/Q2',
    role: 'actual',
    parts: parts('library', { Central: '94312', North: '38207', South: '35440', East: '30696' }),
  },
  {
    measure: 'SEND 6',
    period: '2018-19/Q2',
    role: 'toDate',
    note: 'Reported as a whole number',
  },
  {
    measure: 'SS PM28',
    period: '2018-19/Q2',
    role: 'actual',
    note: 'No applicant was approved in the quarter',
  },
  {
    measure: 'SG-1',
    period: '2018-19/Q2',
    role: 'actual',
    note: 'The partners’ return is due on 2 November 2018',
  },
  {
    measure: 'EXC-4',
    period: '2018-19/Q2',
    role: 'actual',
    note: 'Fewer than five',
  },
  {
    measure: 'YJ-2',
    period: '2018-19/Q2',
    role: 'actual',
    note: 'Held back until the national figures are published on 29 November 2018',
  },
  {
    measure: 'WST-2',
    period: '2018-19/Q2',
    role: 'actual',
    note: 'September is estimated from the crews’ weights',
  },
  {
    measure: 'HWY-02b',
    period: '2018-19/Q2',
    role: 'actual',
    lateOn: '2018-10-25',
    note: 'Works orders for September were closed late',
  },
];
