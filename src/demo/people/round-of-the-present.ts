import type { Facts, ObservationRole } from '../../domain/facts.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { isYearEnd } from '../../domain/period/relate.ts';
import { emptyContent, type UpdateContent } from '../../domain/round/update.ts';
import { demoResponsibilities } from './people.ts';
import { pastPeriod } from './round-of-the-past.ts';

/** How far an update has come by the ninth of January. */
export type Progress = 'awaited' | 'draft' | 'submitted' | 'approved' | 'sentBack';

export interface PresentUpdate {
  measure: string;
  content: UpdateContent;
  until: Progress;
}

/** Those with a story of their own; two officers have not begun, so that somebody can begin. */
const told: Readonly<Record<string, Partial<UpdateContent> & { until: Progress }>> = {
  'LIB.7': { until: 'submitted', toDate: '3660', forecast: '3900' },
  // Words that the figures deny, as they come in from a busy service: the checks find them.
  'CSC 1.3': {
    until: 'submitted',
    actual: '3.9',
    forecast: '3.8',
    texts: {
      context:
        'The average wait was 3.9 minutes, a slight improvement on quarter 2. The offices were closed for a week in December, and many people rang just before and just after.',
      actions: 'Two advisers from housing help in the first hour of each day until the end of March.',
      intervention: 'The head of customer services looks at the waits of each hour every week.',
    },
  },
  'CSC 1.6': {
    until: 'submitted',
    texts: {
      context:
        '91.0% of complaints were answered in 15 working days. That is above the target of 92.0%, and better than at any time last year.',
      actions: 'Drafts that wait for a second opinion are now counted each Monday, and chased.',
      intervention: 'The complaints panel meets next in February 2019.',
    },
  },
  // On target as they were, and nothing to be said against their words: these may be approved in one go.
  'CTX-A': { until: 'submitted', toDate: '84.1', forecast: '96.7' },
  'IG/20': { until: 'submitted', actual: '90.9', numerator: '250', denominator: '275', forecast: '90.6' },
  'HOM 2.4': { until: 'sentBack' },
};

const notBegun: ReadonlySet<string> = new Set(['tom.venables', 'gareth.pym']);

/** The rest in turn, in the order in which the round collects them. */
const turn: readonly Progress[] = [
  'approved',
  'submitted',
  'awaited',
  'approved',
  'submitted',
  'awaited',
  'draft',
  'submitted',
  'awaited',
];

/**
 * What has come in: figures like those of the same quarter last year, and the texts of last quarter with a word on this
 * one. A measure that reported neither then is still awaited.
 */
export function presentUpdates(facts: Facts, measures: readonly string[], period: string): PresentUpdate[] {
  const now = periodOf(period);
  const [year = ''] = period.split('/');
  const lastYear = `${Number(year.slice(0, 4)) - 1}-${year.slice(2, 4)}/Q${now.number}`;
  if (isYearEnd(now)) throw new RangeError('the demonstration does not begin at a year end');
  return measures.map((measure, index) => {
    const version = facts.measures.findLast(({ code }) => code === measure);
    const field: ObservationRole = version?.periodBasis === 'toDate' ? 'toDate' : 'actual';
    const typed = (where: string, role: ObservationRole) =>
      facts.observations.findLast(
        (one) => one.measure === measure && one.period === where && one.role === role,
      )?.figure.typed ?? '';
    const text = (part: 'context' | 'actions' | 'intervention') =>
      facts.commentaries.findLast(
        (one) => one.measure === measure && one.period === pastPeriod && one.part === part,
      )?.text.raw;
    const figure = typed(lastYear, field) || typed(pastPeriod, field);
    const content: UpdateContent = {
      ...emptyContent,
      [field]: figure,
      forecast: typed(pastPeriod, 'forecast'),
      texts: {
        context: withNews(text('context'), 'The third quarter went much as the second did.'),
        actions: withNews(text('actions'), 'The work begun in the autumn goes on.'),
        intervention: text('intervention') ?? 'The directorate team looks at this each month.',
      },
    };
    const owner = demoResponsibilities.find((one) => one.measure === measure)?.owner ?? '';
    const own = notBegun.has(owner) ? { until: 'awaited' as const } : told[measure];
    const { until, ...figures } = own ?? { until: turn[index % turn.length] ?? 'awaited' };
    const isEmpty = figure === '' && Object.keys(figures).length === 0;
    return { measure, content: { ...content, ...figures }, until: isEmpty ? 'awaited' : until };
  });
}

const withNews = (then: string | undefined, news: string): string =>
  then === undefined ? news : `${news} ${then}`;
