import type { ComponentChild } from 'preact';
import type { Inline, TextBlock, TextTree } from '../../model/report.ts';

export function Commentary({ tree, missing }: { tree: TextTree; missing: string }) {
  if (tree.length === 0) return <p class="missing">{missing}</p>;
  return (
    <div class="prose">
      <Blocks tree={tree} />
    </div>
  );
}

function Blocks({ tree }: { tree: TextTree }): ComponentChild {
  return tree.map((block, index) => <BlockText key={index} block={block} />);
}

function BlockText({ block }: { block: TextBlock }) {
  if (block.type === 'p') return <p>{inlines(block.children)}</p>;
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Blocks tree={item} />
    </li>
  ));
  return block.type === 'ul' ? <ul>{items}</ul> : <ol>{items}</ol>;
}

function inlines(children: readonly Inline[]): ComponentChild[] {
  return children.map((inline, index) => <InlineText key={index} inline={inline} />);
}

function InlineText({ inline }: { inline: Inline }): ComponentChild {
  if (inline.type === 'text') return inline.text;
  const children = inlines(inline.children);
  if (inline.type === 'strong') return <strong>{children}</strong>;
  if (inline.type === 'em') return <em>{children}</em>;
  return isSafe(inline.href) ? (
    <a href={inline.href} rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );
}

/** The text tree promises https: and mailto: only; a page that anyone opens checks again. */
function isSafe(href: string): boolean {
  return URL.canParse(href) && ['https:', 'mailto:'].includes(new URL(href).protocol);
}
