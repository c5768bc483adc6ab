import type { EditionMark, Report, ReportBlock } from './report.ts';

/** Of the names of files. An embargoed edition keeps its name when everybody may read it. */
const STEMS = { draft: 'draft', embargoed: 'edition', published: 'edition' } as const;

/**
 * The report as an edition: it says at its front which issue it is and what it corrects, at its foot how it was made,
 * and on every page of a draft that it is one, or until when it is under embargo. Its files carry the number in their names.
 */
export function withEdition(report: Report, edition: EditionMark): Report {
  const { number, standing } = edition;
  const mark = standing === 'draft' ? `draft ${number}` : (edition.embargo ?? null);
  const running = mark === null ? null : `${report.runningHead.title} (${mark})`;
  const at = report.blocks.findIndex((block) => block.type === 'heading');
  const front = at < 0 ? report.blocks.length : at;
  return {
    ...report,
    edition,
    fileStem: `${report.fileStem}-${STEMS[standing]}-${number}`,
    runningHead: running === null ? report.runningHead : { ...report.runningHead, title: running },
    blocks: [
      ...report.blocks.slice(0, front),
      ...frontBlocks(edition),
      ...report.blocks.slice(front),
      ...footBlocks(edition),
    ],
  };
}

function frontBlocks({ label, note, changes }: EditionMark): ReportBlock[] {
  const said: ReportBlock = { type: 'paragraph', role: 'note', text: `${label}.` };
  if (changes.length === 0 && note === null) return [said];
  if (changes.length === 0) return [said, { type: 'paragraph', role: 'note', text: note ?? '' }];
  return [
    said,
    { type: 'heading', level: 2, text: 'What this edition corrects', id: 'corrections' },
    ...(note === null ? [] : [{ type: 'paragraph' as const, role: 'plain' as const, text: note }]),
    { type: 'list', items: changes },
  ];
}

const footBlocks = ({ label, chainHead, remarks }: EditionMark): ReportBlock[] => [
  { type: 'heading', level: 2, text: 'About this edition', id: 'edition' },
  {
    type: 'list',
    items: [
      `${label}.`,
      ...remarks,
      `The audit trail was sealed before this edition was made. Its head was ${chainHead}`,
    ],
  },
];
