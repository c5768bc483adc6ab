import { type DirectionScheme, type DirectionSchemeInput, defineDirectionScheme } from './scheme.ts';

/** Direction-of-travel schemes that councils have published, and one of ours that tests. What a source leaves open is said in its note. */
const PRESETS: readonly DirectionSchemeInput[] = [
  {
    id: 'derby',
    name: 'Derby City Council 2018-19',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'forecastAgainstLastOutturn',
    source: 'Improvement Report - Council Scorecard, 30 September 2018',
    note: 'The published report does not state its basis; this is the one that none of its 25 measures contradicts.',
  },
  {
    id: 'norfolk-2013',
    name: 'English county (Norfolk by its text) 2013-14',
    version: 1,
    effectiveFrom: '2013-04-01',
    basis: 'previousPeriod',
    deadBand: { kind: 'relative', percent: '2' },
    source:
      'https://vdocuments.net/2013-14-q4-corporate-performance-report-n-o-corporate-performance-report.html',
    note: 'The published key does not say whether a change of exactly 2% counts; here it does not.',
  },
  {
    id: 'havering-2012',
    name: 'Havering 2012-13',
    version: 1,
    effectiveFrom: '2012-04-01',
    basis: 'samePeriodLastYear',
    source: 'https://democracy.havering.gov.uk/mgAi.aspx?ID=5076',
  },
  {
    id: 'havering-2013-short',
    name: 'Havering 2013-15, short term',
    version: 1,
    effectiveFrom: '2013-04-01',
    basis: 'previousPeriod',
    fallback: { when: ['targetsProfiled'], basis: 'lastOutturn' },
    source: 'https://democracy.havering.gov.uk/mgAi.aspx?ID=7435',
  },
  {
    id: 'havering-2013-long',
    name: 'Havering 2013-15, long term',
    version: 1,
    effectiveFrom: '2013-04-01',
    basis: 'samePeriodLastYear',
    source: 'https://democracy.havering.gov.uk/mgAi.aspx?ID=7435',
  },
  {
    id: 'lincoln',
    name: 'City of Lincoln',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'samePeriodLastYear',
    source: 'https://democratic.lincoln.gov.uk/mgAi.aspx?ID=40063',
    note: 'The source does not date the rule; the effective date is ours.',
  },
  {
    id: 'maidstone',
    name: 'Maidstone, since last quarter',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'previousPeriod',
    source:
      'https://maidstone.gov.uk/home/primary-services/council-and-democracy/primary-areas/your-councillors',
    note: 'The source does not date the rule; the effective date is ours.',
  },
  {
    id: 'maidstone-year',
    name: 'Maidstone, since last year',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'samePeriodLastYear',
    source:
      'https://maidstone.gov.uk/home/primary-services/council-and-democracy/primary-areas/your-councillors',
    note: 'The source does not date the rule; the effective date is ours.',
  },
  {
    id: 'belfast',
    name: 'Belfast',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'samePeriodLastYear',
    labels: {
      improving: 'Improving',
      stabilised: 'No change',
      deteriorating: 'Declining',
      unavailable: 'No data',
    },
    source:
      'https://www.belfastcity.gov.uk/Documents/Performance-Improvement-Self-Assessment-Report/Self-assessment-of-improvement-objectives',
    note: 'The published key shows three arrows and a grey mark; the basis, the words and the effective date are ours.',
  },
  {
    id: 'redditch',
    name: 'Redditch',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'samePeriodLastYear',
    labels: { improving: 'Improved', stabilised: 'Static', deteriorating: 'Deteriorated' },
    atOptimum: { label: 'Static at optimum' },
    source: 'https://moderngovwebpublic.redditchbc.gov.uk/ieIssueDetails.aspx?IId=5071&Opt=3',
    note: 'The source does not date the rule; the words and the effective date are ours.',
  },
  {
    id: 'scottish-npf',
    name: "Scottish National Performance Framework, one indicator's criteria",
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: { kind: 'rollingMean', periods: 3 },
    deadBand: { kind: 'absolute', amount: '0.1' },
    labels: { improving: 'Improving', stabilised: 'Maintaining', deteriorating: 'Worsening' },
    source: 'https://spice-spotlight.scot/2023/03/06/how-is-scotland-performing/',
    note: 'Criteria differ by indicator; this is the example of 0.1 percentage points against the mean of three years.',
  },
  {
    id: 'tested',
    name: 'Tested for chance',
    version: 1,
    effectiveFrom: '2018-04-01',
    basis: 'tested',
    labels: {
      improving: 'Improving',
      stabilised: 'No real change',
      deteriorating: 'Deteriorating',
      unavailable: 'N/A',
    },
    source:
      'Making Data Count (NHS England); R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890; Fingertips recent trends (DHSC)',
    note: 'No council has published this rule: it is ours, made of published methods. The effective date is ours too. Any change at all counts where it is not tested; a council that wants a least change that matters sets a dead band.',
  },
];

/** The schemes that ship, checked, in the order a list shows them. */
export const directionPresets: readonly DirectionScheme[] = PRESETS.map(defineDirectionScheme);

/** The preset with this id, or null. @example findPresetDirection('derby')?.basis.kind // 'forecastAgainstLastOutturn' */
export function findPresetDirection(id: string): DirectionScheme | null {
  return directionPresets.find((scheme) => scheme.id === id) ?? null;
}

/** The preset with this id. @throws RangeError naming those that exist. */
export function presetDirection(id: string): DirectionScheme {
  const found = findPresetDirection(id);
  if (found !== null) return found;
  const known = directionPresets.map((scheme) => scheme.id).join(', ');
  throw new RangeError(`no direction-of-travel scheme is called “${id}”; there are ${known}`);
}
