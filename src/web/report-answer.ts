import type { RenderedFile, Renderer } from '../reports/model/renderer.ts';
import type { Report } from '../reports/model/report.ts';
import type { Answer, Asked } from './route.ts';
import { frozenPagePolicy } from './security/headers.ts';

/** A report in a format that an address names; null where there is no such format. A web page opens, all else is saved. */
export async function reportAnswer(
  { settings: { renderers } }: Pick<Asked, 'settings'>,
  format: string,
  report: Report,
): Promise<Answer | null> {
  const load: (() => Promise<Renderer>) | undefined = Object.hasOwn(renderers, format)
    ? renderers[format]
    : undefined;
  if (load === undefined) return null;
  return fileAnswer(format, await (await load())(report));
}

/** A file of a report: a web page opens, all else is saved. */
export function fileAnswer(format: string, { name, mediaType, bytes }: RenderedFile): Answer {
  const file = { kind: 'file', name, mediaType, bytes } as const;
  if (format !== 'html') return file;
  return { ...file, inline: true, headers: { 'content-security-policy': frozenPagePolicy } };
}
