import type { UpdateRecord, UpdateStanding } from './update.ts';

const nothingYet: UpdateStanding = {
  state: 'awaited',
  version: 0,
  content: null,
  approvedBy: [],
  authors: [],
  submittedBy: null,
  submittedAt: null,
  question: null,
  reopened: null,
  lastAt: null,
};

/**
 * Where an update stands after everything that happened to it.
 *
 * @param records of one measure in one round, in the order of their sequence
 * @param levels ids of the levels of approval, first to last; an update is approved when the last has approved
 * @example standingOf([saved, submitted], ['headOfService']).state // 'submitted'
 */
export function standingOf(records: readonly UpdateRecord[], levels: readonly string[]): UpdateStanding {
  let standing = nothingYet;
  for (const record of records) standing = { ...after(standing, record, levels), ...last(record) };
  return standing;
}

const last = ({ sequence, at }: UpdateRecord) => ({ version: sequence, lastAt: at });

function after(standing: UpdateStanding, record: UpdateRecord, levels: readonly string[]): UpdateStanding {
  const { person, at, detail } = record;
  switch (record.verb) {
    case 'save':
    case 'submit': {
      const content = record.content ?? standing.content;
      const authors = [...new Set([...standing.authors, person])];
      // A question stands until what it was about is submitted again.
      if (record.verb === 'save') {
        const state = standing.state === 'sentBack' ? 'sentBack' : 'draft';
        return { ...standing, state, content, authors, approvedBy: [] };
      }
      return {
        ...standing,
        state: 'submitted',
        content,
        authors,
        approvedBy: [],
        submittedBy: person,
        submittedAt: at,
      };
    }
    case 'withdraw':
      return { ...standing, state: 'draft', approvedBy: [] };
    case 'sendBack':
      return {
        ...standing,
        state: 'sentBack',
        approvedBy: [],
        question: { note: detail.note ?? '', about: detail.about ?? null, by: person, at },
      };
    case 'approve': {
      const approvedBy = [...standing.approvedBy, { level: detail.level ?? '', person, at }];
      const done = approvedBy.length >= Math.max(1, levels.length);
      return { ...standing, state: done ? 'approved' : 'submitted', approvedBy, question: null };
    }
    case 'reopen':
      return {
        ...standing,
        state: 'draft',
        approvedBy: [],
        authors: [],
        reopened: { by: person, at, reason: record.reason ?? '' },
      };
  }
}

/** The level whose turn it is to approve; null where nothing waits for approval. */
export function nextLevel(standing: UpdateStanding, levels: readonly string[]): string | null {
  if (standing.state !== 'submitted') return null;
  return levels[standing.approvedBy.length] ?? null;
}
