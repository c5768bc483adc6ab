import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A page as a browser would read it, for tests that read figures back. */
export function parseHtml(bytes: Uint8Array): Root {
  return unified().use(rehypeParse).parse(new TextDecoder().decode(bytes));
}

/** Every element below a node, in reading order, that has this name and, if given, this class. */
export function elements(node: Nodes, name?: string, className?: string): Element[] {
  const here =
    node.type === 'element' &&
    (name === undefined || node.tagName === name) &&
    (className === undefined || classesOf(node).includes(className))
      ? [node]
      : [];
  const below = 'children' in node ? node.children.flatMap((child) => elements(child, name, className)) : [];
  return [...here, ...below];
}

/** The text of a node as it stands in the markup. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function byId(node: Nodes, id: string): Element | undefined {
  return elements(node).find((element) => element.properties.id === id);
}

function classesOf(element: Element): readonly (string | number)[] {
  const classes = element.properties.className;
  return Array.isArray(classes) ? classes : [];
}
