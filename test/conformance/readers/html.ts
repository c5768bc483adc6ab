import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { measureRead, type ReportRead } from './measure-read.ts';

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** The figures as a reader sees them, and (`exact`) as the markup gives them to a program. */
export function readHtml(bytes: Uint8Array): { printed: ReportRead; exact: ReportRead } {
  const tree = unified().use(rehypeParse).parse(new TextDecoder().decode(bytes)) as Node;
  const printed: ReportRead = new Map();
  const exact: ReportRead = new Map();
  for (const row of find(tree, (node) => node.tagName === 'tr')) {
    const [code] = find(row, hasClass('code'));
    if (code === undefined) continue;
    const [status, forecastStatus] = find(
      row,
      (node) => node.tagName === 'td' && hasClass('status')(node),
    ).map((cell) => text(find(cell, hasClass('chip')).flatMap((chip) => find(chip, hasClass('word')))[0]));
    const [direction] = find(row, hasClass('direction')).map((node) => text(find(node, hasClass('word'))[0]));
    const figures = find(row, hasClass('figure-value'));
    const read = (value: (node: Node) => string) => {
      const [target, actual, forecastTarget, forecast] = figures.map(value);
      return measureRead([target, actual, status, forecastTarget, forecast, forecastStatus, direction]);
    };
    printed.set(text(code), read(text));
    exact.set(
      text(code),
      read((node) => String(node.properties?.value ?? node.properties?.dateTime ?? 'missing')),
    );
  }
  return { printed, exact };
}

const hasClass = (name: string) => (node: Node) =>
  Array.isArray(node.properties?.className) && node.properties.className.includes(name);

const find = (node: Node, matches: (node: Node) => boolean): Node[] =>
  (node.children ?? []).flatMap((child) => [...(matches(child) ? [child] : []), ...find(child, matches)]);

const text = (node: Node | undefined): string =>
  node === undefined ? 'not found' : (node.value ?? (node.children ?? []).map(text).join(''));
