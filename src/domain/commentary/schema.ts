import { z } from 'zod';
import type { Block, Inline, TextTree } from './text-tree.ts';

/** The most a commentary may hold; both are checked before anything is parsed or stored. */
export const COMMENTARY_LIMITS = { characters: 20_000, nesting: 50 } as const;

/**
 * True for an address that a commentary may link to: `https:` with a host, or `mailto:`.
 * Anything else (http, javascript, data, relative, with spaces or control characters) is refused.
 * @example isAllowedLink('https://www.gov.uk/') // true
 */
export function isAllowedLink(href: string): boolean {
  if (/[\s\u0000-\u001f\u007f]/.test(href) || !URL.canParse(href)) return false;
  const url = new URL(href);
  return url.protocol === 'mailto:' || (url.protocol === 'https:' && /^https:\/\/[^/]/i.test(href));
}

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: z.string() }),
    z.strictObject({ type: z.literal('strong'), children: z.array(inline) }),
    z.strictObject({ type: z.literal('em'), children: z.array(inline) }),
    z.strictObject({
      type: z.literal('link'),
      href: z.string().refine(isAllowedLink, 'a link must start with https: or mailto:'),
      children: z.array(inline),
    }),
  ]),
);

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('p'), children: z.array(inline) }),
    z.strictObject({ type: z.literal('ul'), items: z.array(z.array(block)) }),
    z.strictObject({ type: z.literal('ol'), items: z.array(z.array(block)) }),
  ]),
);

/**
 * The shape of stored commentary: only the nodes of `TextTree`, links to https and mailto, at most 20,000
 * characters of text and 50 levels. Depth is measured first, without recursion, so that a hostile value cannot
 * exhaust the stack of the check itself. Source: reference/security.md, "Rich text".
 * @example textTreeSchema.parse([{ type: 'p', children: [{ type: 'text', text: 'On track.' }] }])
 */
export const textTreeSchema: z.ZodType<TextTree> = z
  .unknown()
  .superRefine((value, context) => {
    const { nesting, characters } = measureTree(value);
    if (nesting > COMMENTARY_LIMITS.nesting)
      context.addIssue({
        code: 'custom',
        message: `nested more than ${COMMENTARY_LIMITS.nesting} levels deep`,
      });
    if (characters > COMMENTARY_LIMITS.characters)
      context.addIssue({ code: 'custom', message: `longer than ${COMMENTARY_LIMITS.characters} characters` });
  })
  .pipe(z.array(block)) as unknown as z.ZodType<TextTree>;

/**
 * How deep a value that may be a text tree goes (a paragraph's text is level 2) and how much text it holds.
 * Never recurses, so depth cannot exhaust the stack.
 * @example measureTree([{ type: 'p', children: [{ type: 'text', text: 'abc' }] }]) // { nesting: 2, characters: 3 }
 */
export function measureTree(tree: unknown): { nesting: number; characters: number } {
  let nesting = 0;
  let characters = 0;
  const waiting: { value: unknown; level: number }[] = [{ value: tree, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    if (Array.isArray(value)) {
      for (const child of value) waiting.push({ value: child, level });
    } else if (typeof value === 'object' && value !== null) {
      nesting = Math.max(nesting, level + 1);
      const node = value as { text?: unknown; children?: unknown; items?: unknown };
      if (typeof node.text === 'string') characters += node.text.length;
      waiting.push({ value: node.children, level: level + 1 }, { value: node.items, level: level + 1 });
    }
  }
  return { nesting, characters };
}
