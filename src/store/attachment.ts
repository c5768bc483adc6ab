import { createHash } from 'node:crypto';
import type { Evidence } from '../domain/round/evidence.ts';
import { storable } from './canonical.ts';

/** A document with its bytes, or a link: what stands behind a figure, a commitment. */
export interface NewAttachment {
  title: string;
  /** https: only; null for a file. */
  url: string | null;
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
}

/** The columns that every table of such things has. */
export interface AttachmentColumns {
  evidence_id: string;
  recorded_at: string;
  person: string;
  kind: string;
  title: string;
  url: string | null;
  file_name: string | null;
  media_type: string | null;
  size: string | null;
  sha256: string | null;
}

/** The columns of a new one but its id, moment and person; what the trail says of it, with the hash of the file. */
export function attachmentColumns({ title, url, file }: NewAttachment) {
  for (const text of [title, url ?? '', file?.name ?? '']) storable(text, () => 'The evidence');
  const sha256 = file === null ? null : createHash('sha256').update(file.bytes).digest('hex');
  const size = file === null ? null : file.bytes.length;
  return {
    columns: {
      kind: file === null ? 'link' : 'file',
      title,
      url,
      file_name: file?.name ?? null,
      media_type: file?.mediaType ?? null,
      size: size === null ? null : String(size),
      sha256,
    },
    told: { title, url, file: file === null ? null : { name: file.name, size, sha256 } },
  };
}

export const attachmentFrom = (row: AttachmentColumns): Evidence => ({
  id: row.evidence_id,
  title: row.title,
  url: row.url,
  file:
    row.file_name === null
      ? null
      : {
          name: row.file_name,
          mediaType: row.media_type ?? 'application/octet-stream',
          size: Number(row.size),
          sha256: row.sha256 ?? '',
        },
  person: row.person,
  at: row.recorded_at,
});
