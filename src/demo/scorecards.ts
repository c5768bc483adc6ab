import type { Scorecard, ScorecardOverride } from '../domain/facts.ts';
import { beginning } from './calendar.ts';

/** Council Scorecard 2018-19, in the order agreed with its targets. */
const council: readonly string[] = [
  // Communities & Place
  ...['WST-1', 'WST-2', 'L&C PM28', 'LIB.7', 'LEI 3', 'YA&H PM08', 'HOM 2.1', 'HOM 2.4', 'PLN/3'],
  ...['Regen PM21', 'REG-6', 'STR 11', 'HWY-02b', 'PAR-1', 'EST-9', 'SPORT-P1'],
  // Corporate Resources
  ...['CM PM15', 'WEB-1', 'DIG-9', 'CSC 1.3', 'CSC 1.5', 'CSC 1.6', 'CTX-A', 'CM PM24', 'CM PM24a'],
  ...['IG/20', 'CP 08f', 'HR-APP', 'HR-TO', 'FPA PM22b', 'FIN-ACC', 'FIN-05b', 'FIN-07', 'PAY 30'],
  ...['EARS PM53', 'L&D PM07b', 'BCP-1'],
  // People Services
  ...['EI 12/EI 3', 'SW-CL', 'AHH 02D', 'ASC/DP', 'AHH Local 2A (i)', 'C PM02a', 'C PM21', 'EIIS PM04'],
  ...['YJ-2', 'L&I PM02a', 'KS4-P8', 'L&I PM23c', 'ATT-1', 'EXC-4', 'L&I PM23e', 'SEND 6', 'NEET 16'],
  ...['AHH 02B', 'DTOC-2', 'SG-1', 'SS PM07', 'SS PM23b', 'SS PM25', 'SS PM28', 'PH-12'],
];

/** On the scorecard from 2018-19: new, or collected before without being reported on it. */
const joinedIn2018: ReadonlySet<string> = new Set(['HOM 2.1', 'L&D PM07b', 'C PM21', 'DIG-9']);

/** Before 2018-19 fly-tips and graffiti were two measures. */
const councilBefore = council
  .filter((code) => !joinedIn2018.has(code))
  .flatMap((code) => (code === 'STR 11' ? ['STR 4', 'STR 6'] : [code]));

const people: readonly string[] = [
  ...['EI 12/EI 3', 'SW-CL', 'EIIS PM04', 'SS PM07', 'SS PM23b', 'SS PM25', 'SS PM28', 'YJ-2'],
  ...['SEND 6', 'NEET 16', 'AHH 02D', 'ASC/DP', 'DTOC-2', 'SG-1'],
];

/** Decided for one directorate's own scorecard alone: the Council Scorecard keeps the scheme's 5%. */
const smallGroups: ScorecardOverride = {
  parameter: 'tolerance',
  value: '8',
  reason:
    'one case moves the figures of small groups by several per cent, as the People Services board agreed in March 2017',
};

export const scorecards: readonly Scorecard[] = [
  version('council', 'Council Scorecard', beginning, councilBefore),
  version('council', 'Council Scorecard', '2018-04-01', council),
  version('people', 'People Services Scorecard', '2017-04-01', people, [smallGroups]),
];

function version(
  code: string,
  name: string,
  validFrom: string,
  measures: readonly string[],
  overrides: readonly ScorecardOverride[] = [],
): Scorecard {
  return { code, name, validFrom, measures, exceptionsOnly: false, overrides };
}
