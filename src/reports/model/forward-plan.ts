import type { ForumPlan } from '../../domain/commitment/forward-plan.ts';
import { formatDate, formatLongDate, plainDate } from '../../domain/number/date.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { periodHolding } from '../../domain/period/of-day.ts';
import { slug } from './ids.ts';
import { withoutStatuses } from './no-statuses.ts';
import type { Column, Report, ReportBlock, Row } from './report.ts';
import { counted, listed } from './sentence.ts';

/** What a forward plan prints of a commitment. It names posts, never people. */
export interface PlannedItem {
  id: string;
  what: string;
  measure: string;
  measureTitle: string;
  directorateName: string;
  due: string;
  firstDue: string;
  moved: number;
  ownerPost: string | null;
  overdue: boolean;
}

const columns: readonly Column[] = [
  { key: 'what', heading: 'What comes', width: 34, align: 'start' },
  { key: 'measure', heading: 'Measure', width: 30, align: 'start' },
  { key: 'directorate', heading: 'Directorate', width: 16, align: 'start' },
  { key: 'who', heading: 'Who brings it', width: 20, align: 'start' },
];

/** What comes to which meeting, by forum and date: for scrutiny officers and chairs, on paper and as files. */
export function forwardPlanReport(
  authority: Authority,
  plans: readonly ForumPlan<PlannedItem>[],
  today: string,
): Report {
  const shown = plans.filter(
    ({ meetings, unfixed, overdue }) => meetings.length + unfixed.length + overdue.length > 0,
  );
  const title = shown.length === 1 ? `Forward plan: ${shown[0]?.forum.name}` : 'Forward plan';
  const sentence = `On ${formatLongDate(today)}, ${planInWords(shown)}.`;
  const which = shown.length === 1 ? `-${shown[0]?.forum.id}` : '';
  return {
    kind: 'forward-plan',
    fileStem: `${authority.code}-forward-plan${which}-${today}`,
    title,
    ...withoutStatuses(authority, title, {
      code: periodHolding(today, 'quarter', authority.yearKind).code,
      label: `From ${formatLongDate(today)}`,
      end: plainDate(today).add({ years: 1 }).subtract({ days: 1 }).toString(),
    }),
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      {
        type: 'paragraph',
        role: 'note',
        text: 'What is due in a month comes to the last meeting of that month on or before its day.',
      },
      ...shown.flatMap(forumBlocks),
    ],
    summary: { sentence, denominators: [], counts: [] },
    listing: listingOf(shown),
  };
}

/** `4 items come to a meeting, 1 is overdue`, without a day: what a forward plan holds, for its page and its papers. */
export function planInWords(plans: readonly ForumPlan<unknown>[]): string {
  const placed = plans.flatMap(({ meetings }) => meetings.flatMap(({ items }) => items)).length;
  const unfixed = plans.flatMap((plan) => plan.unfixed).length;
  const late = plans.flatMap(({ overdue }) => overdue).length;
  if (placed + unfixed + late === 0) return 'nothing is planned to come before a forum';
  const parts = [
    placed === 0
      ? 'no item comes to a meeting'
      : `${counted(placed, 'item')} ${placed === 1 ? 'comes' : 'come'} to a meeting`,
    ...(unfixed === 0 ? [] : [`${unfixed} ${unfixed === 1 ? 'waits' : 'wait'} for a day`]),
    ...(late === 0 ? [] : [`${late} ${late === 1 ? 'is' : 'are'} overdue`]),
  ];
  return parts.join(', ');
}

function forumBlocks({ forum, meetings, unfixed, overdue }: ForumPlan<PlannedItem>): ReportBlock[] {
  const id = slug(forum.id);
  const filled = meetings.filter(({ items }) => items.length > 0);
  const empty = meetings.filter(({ items }) => items.length === 0);
  const table = (key: string, caption: string, items: readonly PlannedItem[]): ReportBlock => ({
    type: 'table',
    table: {
      id: `plan-${id}-${key}`,
      caption,
      layout: 'plain',
      isWide: true,
      columns,
      rows: items.map((item, index) => rowOf(item, `${id}-${key}-${index + 1}`)),
      empty: `${caption}: nothing yet.`,
    },
  });
  return [
    { type: 'heading', level: 2, text: forum.name, id: `forum-${id}` },
    ...(overdue.length === 0 ? [] : [table('overdue', 'Overdue, and still to come', overdue)]),
    ...filled.map(({ day, items }) => table(day, formatLongDate(day), items)),
    ...(unfixed.length === 0 ? [] : [table('unfixed', 'No meeting fixed for their month', unfixed)]),
    ...(empty.length === 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            role: 'plain' as const,
            text: `Nothing yet for ${listed(empty.map(({ day }) => formatLongDate(day)))}.`,
          },
        ]),
    ...(meetings.length + unfixed.length + overdue.length > 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            role: 'plain' as const,
            text: 'No meeting is fixed, and nothing waits.',
          },
        ]),
  ];
}

function rowOf(item: PlannedItem, id: string): Row {
  const due = item.moved === 0 ? '' : `, first promised for ${formatDate(item.firstDue)}`;
  const when = item.overdue
    ? ` (overdue since ${formatDate(item.due)}${due})`
    : ` (due ${formatDate(item.due)}${due})`;
  return {
    id,
    cells: [
      { type: 'text', text: `${item.what}${when}` },
      { type: 'text', text: `${item.measure} ${item.measureTitle}` },
      { type: 'text', text: item.directorateName },
      { type: 'text', text: item.ownerPost ?? 'An officer of the authority' },
    ],
  };
}

/** The same for data formats: one row an item. */
function listingOf(plans: readonly ForumPlan<PlannedItem>[]): NonNullable<Report['listing']> {
  const row = (forum: string, meeting: string, item: PlannedItem, index: number): Row => ({
    id: `item-${index}`,
    cells: [
      forum,
      meeting,
      item.what,
      item.measure,
      item.measureTitle,
      item.directorateName,
      item.due,
      item.firstDue,
      item.overdue ? 'yes' : 'no',
      item.ownerPost ?? '',
    ].map((text) => ({ type: 'text', text })),
  });
  const rows = plans.flatMap(({ forum, meetings, unfixed, overdue }) => [
    ...overdue.map((item) => ({ forum: forum.name, meeting: '', item })),
    ...meetings.flatMap(({ day, items }) => items.map((item) => ({ forum: forum.name, meeting: day, item }))),
    ...unfixed.map((item) => ({ forum: forum.name, meeting: '', item })),
  ]);
  const headings: [key: string, heading: string, width: number][] = [
    ['forum', 'Forum', 14],
    ['meeting', 'Meeting', 8],
    ['what', 'What comes', 20],
    ['measure', 'Measure', 8],
    ['title', 'Title', 16],
    ['directorate', 'Directorate', 10],
    ['due', 'Due', 6],
    ['first_due', 'First promised for', 6],
    ['overdue', 'Overdue', 4],
    ['who', 'Who brings it', 8],
  ];
  return {
    id: 'items',
    caption: 'Items',
    layout: 'plain',
    columns: headings.map(([key, heading, width]) => ({ key, heading, width, align: 'start' })),
    rows: rows.map(({ forum, meeting, item }, index) => row(forum, meeting, item, index + 1)),
    empty: 'Nothing is planned.',
  };
}
