import type { ObservationFlag, ObservationRole } from '../../domain/facts.ts';
import type { RestatementKind } from '../../domain/restatement/restatement.ts';
import type { TargetRole } from '../../domain/target/target.ts';

/** A figure that was first recorded as something else: the ledger has what is known now. */
export interface Restatement {
  measure: string;
  period: string;
  role: ObservationRole;
  /** As first recorded, with its cases where it had any. */
  was: { figure: string; of?: string; flags?: readonly ObservationFlag[] };
  /** The day on which what is known now became known. */
  restatedOn: string;
  kind: RestatementKind;
  reason: string;
}

export const restatements: readonly Restatement[] = [
  {
    measure: 'L&I PM02a',
    period: '2017-18/Q2',
    role: 'actual',
    was: { figure: '54.0', flags: ['provisional'] },
    restatedOn: '2017-12-14',
    kind: 'validation',
    reason: 'Final results of the Department for Education',
  },
  {
    measure: 'IG/20',
    period: '2018-19/Q2',
    role: 'actual',
    was: { figure: '88.7', of: '243/274' },
    restatedOn: '2018-11-20',
    kind: 'sourceError',
    reason: 'Restated from 88.7%: seven requests answered in time had been logged on a later day',
  },
  {
    measure: 'CSC 1.6',
    period: '2018-19/Q1',
    role: 'actual',
    was: { figure: '88.0', of: '256/291' },
    restatedOn: '2018-09-05',
    kind: 'sourceError',
    reason: 'Restated from 88.0%: six complaints had been counted with the wrong due date',
  },
];

/** A promise that was changed during its year: the ledger has what is promised now. */
export interface Amendment {
  measure: string;
  role: TargetRole;
  /** What Cabinet first agreed, by period. */
  was: Readonly<Record<string, string>>;
  approvedBy: string;
  approvedOn: string;
  reason: string;
}

export const amendments: readonly Amendment[] = [
  {
    measure: 'FIN-05b',
    role: 'target',
    was: { '2018-19/Q2': '5.9m', '2018-19/Q3': '9.8m', '2018-19': '14.4m' },
    approvedBy: 'Cabinet',
    approvedOn: '2018-07-18',
    reason: 'the depot move was put back to 2019-20',
  },
  {
    measure: 'HR-APP',
    role: 'target',
    was: { '2018-19/Q2': '40', '2018-19/Q3': '55', '2018-19': '65' },
    approvedBy: 'Corporate Leadership Team',
    approvedOn: '2018-06-12',
    reason: 'raised after schools joined the scheme',
  },
];
