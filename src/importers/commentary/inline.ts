import type { Inline } from '../../domain/commentary/text-tree.ts';

/** Marks that surround a text, outermost first. */
export type Mark = { type: 'strong' } | { type: 'em' } | { type: 'link'; href: string };

export function marked(text: string, marks: readonly Mark[]): Inline {
  return marks.reduceRight<Inline>((child, mark) => ({ ...mark, children: [child] }), { type: 'text', text });
}

/** One paragraph's worth: neighbours joined, white space collapsed as a browser does, both ends trimmed. */
export function tidyInlines(run: readonly Inline[]): Inline[] {
  const state = { afterSpace: true };
  return withoutTrailingSpace(collapse(joined(run), state));
}

function joined(run: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of run) {
    const previous = result.at(-1);
    if (previous?.type === 'text' && node.type === 'text') {
      result[result.length - 1] = { type: 'text', text: previous.text + node.text };
    } else if (
      previous !== undefined &&
      previous.type !== 'text' &&
      node.type !== 'text' &&
      sameMark(previous, node)
    ) {
      result[result.length - 1] = { ...previous, children: [...previous.children, ...node.children] };
    } else {
      result.push(node);
    }
  }
  return result.map((node) => (node.type === 'text' ? node : { ...node, children: joined(node.children) }));
}

function sameMark(a: Inline, b: Inline): boolean {
  return a.type === b.type && (a.type !== 'link' || (b.type === 'link' && a.href === b.href));
}

/** Control characters would break Word and Excel files; they are not words, and the raw text keeps them. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

function collapse(run: readonly Inline[], state: { afterSpace: boolean }): Inline[] {
  const result: Inline[] = [];
  for (const node of run) {
    if (node.type !== 'text') {
      const children = collapse(node.children, state);
      if (children.length > 0) result.push({ ...node, children });
      continue;
    }
    let text = node.text.replace(UNPRINTABLE, '').replace(/[ \t\n\r\f]+/g, ' ');
    if (state.afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    state.afterSpace = text.endsWith(' ');
    result.push({ type: 'text', text });
  }
  return result;
}

function withoutTrailingSpace(run: Inline[]): Inline[] {
  const last = run.at(-1);
  if (last === undefined) return run;
  if (last.type === 'text') {
    const text = last.text.endsWith(' ') ? last.text.slice(0, -1) : last.text;
    return text === ''
      ? withoutTrailingSpace(run.slice(0, -1))
      : [...run.slice(0, -1), { type: 'text', text }];
  }
  const children = withoutTrailingSpace([...last.children]);
  return children.length === 0
    ? withoutTrailingSpace(run.slice(0, -1))
    : [...run.slice(0, -1), { ...last, children }];
}
