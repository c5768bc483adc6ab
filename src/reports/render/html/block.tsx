import type { ReportBlock } from '../../model/report.ts';
import { ChartFigure } from './chart.tsx';
import { Charts } from './charts.tsx';
import { Commentary } from './commentary.tsx';
import { ContentsOf } from './contents.tsx';
import type { Appearance } from './report-style.ts';
import { TableView } from './table.tsx';

const paragraphClass = { lead: 'lead', plain: undefined, note: 'note' } as const;

export function BlockView({ block, appearance }: { block: ReportBlock; appearance: Appearance }) {
  switch (block.type) {
    case 'heading':
      return <Heading block={block} />;
    case 'contents':
      return <ContentsOf entries={block.entries} />;
    case 'paragraph':
      return <p class={paragraphClass[block.role]}>{block.text}</p>;
    case 'list':
      return (
        <ul class="notes">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'text':
      return <Commentary tree={block.tree} missing="" />;
    case 'table':
      return <TableView table={block.table} appearance={appearance} />;
    case 'chart':
      return <ChartFigure chart={block.chart} />;
    case 'charts':
      return <Charts block={block} appearance={appearance} />;
  }
}

function Heading({ block: { level, id, text } }: { block: Extract<ReportBlock, { type: 'heading' }> }) {
  const Level = `h${level}` as const;
  return <Level id={id}>{text}</Level>;
}
