import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';

/** What was written of each measure, by its code, as Markdown-like text. */
export type Texts = Readonly<Record<string, Readonly<Partial<Record<CommentaryPart, string>>>>>;
