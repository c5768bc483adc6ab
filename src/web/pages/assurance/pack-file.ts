import { packedSample } from '../../../workflow/queries/pack-sample.ts';
import { actingFor } from '../../acting.ts';
import type { Answer, Asked } from '../../route.ts';
import { frozenPagePolicy } from '../../security/headers.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** The sample as a document: a page, a PDF or a Word file. */
export async function packFile(asked: Asked): Promise<Answer> {
  const format = /^pack\.(html|pdf|docx)$/.exec(asked.params.name ?? '')?.[1];
  const load = format === undefined ? undefined : asked.settings.renderers[format];
  if (load === undefined) return notFoundPage(asked);
  const report = await packedSample(asked.store, actingFor(asked), asked.params.sample ?? '');
  if (report === null) return notFoundPage(asked);
  const { name, mediaType, bytes } = await (await load())(report);
  const inline =
    format === 'html' ? { inline: true, headers: { 'content-security-policy': frozenPagePolicy } } : {};
  return { kind: 'file', name, mediaType, bytes, ...inline };
}
