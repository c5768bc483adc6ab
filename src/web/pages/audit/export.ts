import { exportTrail } from '../../../workflow/audit/check-trail.ts';
import type { Answer, Asked } from '../../route.ts';

/** `/audit/export`: every event with its digest and every seal, line by line as it is read. */
export const auditExport = async ({ store, authority, today }: Asked): Promise<Answer> => ({
  kind: 'stream',
  name: `${authority.code}-audit-${today}.jsonl`,
  mediaType: 'application/jsonl; charset=utf-8',
  chunks: exportTrail(store, authority.code),
});
