import type { ReportBlock } from '../../model/report.ts';
import { ChartFigure } from './chart.tsx';
import { Commentary } from './commentary.tsx';
import type { Appearance } from './report-style.ts';
import { TableView } from './table.tsx';

const paragraphClass = { lead: 'lead', plain: undefined, note: 'note' } as const;

export function BlockView({ block, appearance }: { block: ReportBlock; appearance: Appearance }) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
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
  }
}
