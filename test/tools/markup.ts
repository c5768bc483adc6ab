import type { Element, Nodes, Root, RootContent } from 'hast';
import { type ComponentChild, h } from 'preact';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Markup as a tree, and as the components take it: nothing of ours takes HTML as text. */
const parse = (html: string): Root => unified().use(rehypeParse, { fragment: true }).parse(html);

/** HTML of a fixture as content for a component. */
export const contentOf = (html: string): ComponentChild[] => parse(html.trim()).children.map(nodeOf);

function nodeOf(node: RootContent): ComponentChild {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  const attributes = Object.fromEntries(attributesOf(node));
  return h(node.tagName, attributes, ...node.children.map(nodeOf));
}

/**
 * A tree that is the same for markup that means the same: attributes and classes in order, white space as one space and
 * none at the edge of an element, nothing of comments.
 */
export function treeOf(html: string, change: (node: Element) => Element | null = (node) => node): string {
  const lines: string[] = [];
  const walk = (nodes: readonly Nodes[], depth: number): void => {
    const indent = '  '.repeat(depth);
    for (const node of joined(nodes)) {
      if (node.type === 'text') {
        const text = node.value.replace(/\s+/g, ' ').trim();
        if (text !== '') lines.push(`${indent}${JSON.stringify(text)}`);
      } else if (node.type === 'element') {
        const kept = change(node);
        if (kept === null) continue;
        const attributes = attributesOf(kept).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
        lines.push(`${indent}<${kept.tagName}${attributes.sort().join('')}>`);
        walk(kept.children, depth + 1);
      }
    }
  };
  walk(parse(html).children, 0);
  return lines.join('\n');
}

/** Texts that stand beside each other are one text. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const all: Nodes[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'comment') continue;
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else all.push(node.type === 'text' ? { ...node } : node);
  }
  return all;
}

const spelled: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  ariaDescribedBy: 'aria-describedby',
  viewBox: 'viewBox',
};

function attributesOf({ properties }: Element): [string, string][] {
  return Object.entries(properties).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || value === false) return [];
    const name = spelled[key] ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === true) return [[name, '']];
    if (key === 'className') return [[name, [...new Set(value as string[])].sort().join(' ')]];
    return [[name, Array.isArray(value) ? value.join(' ') : String(value)]];
  });
}
