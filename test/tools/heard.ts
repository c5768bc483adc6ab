import type { Page } from 'playwright-core';

interface Node {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value: unknown } }[];
}

/** Said by their contents. */
const SILENT = new Set([
  'RootWebArea',
  'StaticText',
  'InlineTextBox',
  'generic',
  'none',
  'paragraph',
  'list',
  'listitem',
  'LayoutTable',
  'LineBreak',
  'LabelText',
  'rowgroup',
  'MenuListPopup',
  'option',
  'strong',
  'DescriptionList',
  'ListMarker',
  'Legend',
  'emphasis',
]);
/** Have no name of their own: what is in them is said. */
const SPOKEN = new Set(['term', 'definition', 'insertion', 'deletion', 'status', 'alert']);
const STATES = ['level', 'required', 'invalid', 'checked', 'expanded', 'live', 'disabled'];

/**
 * What a screen reader is given to say of a page, from Chromium's own accessibility tree: a line for each part, with
 * its role, name, what describes it, and its state.
 */
export async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: Node, depth: number): void => {
    const role = node.role?.value ?? '';
    const says = !node.ignored && !SILENT.has(role);
    const words = (one: Node): string =>
      one.role?.value === 'StaticText'
        ? (one.name?.value ?? '')
        : (one.childIds ?? []).map((id) => words(byId.get(id)!)).join(' ');
    if (says) lines.push(`${'  '.repeat(depth)}${lineOf(node, role, SPOKEN.has(role) ? words(node) : '')}`);
    for (const id of node.childIds ?? []) visit(byId.get(id)!, says ? depth + 1 : depth);
  };
  if (nodes[0] !== undefined) visit(nodes[0], 0);
  return `${lines.join('\n')}\n`;
}

function lineOf(node: Node, role: string, words: string): string {
  const text = (value: unknown) =>
    String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const states = (node.properties ?? [])
    .filter(({ name, value }) => STATES.includes(name) && value.value !== false && value.value !== 'false')
    .map(({ name, value }) => (value.value === true ? name : `${name} ${text(value.value)}`));
  return [
    role,
    text(node.name?.value || words) === '' ? '' : `“${text(node.name?.value || words)}”`,
    text(node.value?.value) === '' ? '' : `= ${text(node.value?.value)}`,
    text(node.description?.value) === '' ? '' : `(${text(node.description?.value)})`,
    states.length === 0 ? '' : `[${states.join(', ')}]`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
