import type { Cell } from '../../model/report.ts';
import { ChartCell } from './chart.tsx';
import { Commentary } from './commentary.tsx';
import { DirectionView } from './direction.tsx';
import { FigureView, Performance } from './figure.tsx';
import type { Appearance } from './report-style.ts';
import { StatusView } from './status.tsx';

interface CellProps {
  cell: Cell;
  /** The row and the column, for the names of controls. */
  about: string;
  appearance: Appearance;
}

export function CellContent({ cell, about, appearance }: CellProps) {
  switch (cell.type) {
    case 'text':
      return <span class="value">{cell.text}</span>;
    case 'count':
      return <span class={cell.count === 0 ? 'value nought' : 'value'}>{String(cell.count)}</span>;
    case 'measure':
      return <MeasureName cell={cell} />;
    case 'figure':
      return <FigureView figure={cell.figure} />;
    case 'performance':
      return (
        <Performance
          groups={cell.groups}
          direction={cell.direction}
          about={about}
          briefly={cell.detail === 'brief'}
        />
      );
    case 'status':
      return (
        <StatusView
          status={cell.status}
          about={about}
          briefly={cell.detail === 'brief'}
          appearance={appearance}
        />
      );
    case 'direction':
      return (
        <DirectionView
          direction={cell.direction}
          about={about}
          headed={false}
          briefly={cell.detail === 'brief'}
        />
      );
    case 'commentary':
      return <Commentary tree={cell.tree} missing={cell.missing} />;
    case 'chart':
      return <ChartCell chart={cell.chart} about={about} />;
  }
}

function MeasureName({ cell: { code, aliases, title, notes } }: { cell: Cell & { type: 'measure' } }) {
  return (
    <>
      <span class="code">{code}</span>{' '}
      {aliases.length === 0 ? null : <span class="aliases">{`(${aliases.join(', ')})`}</span>}{' '}
      <span class="title">{title}</span>{' '}
      {notes.map((note, index) => (
        <span key={index} class="remark">
          {note}
        </span>
      ))}
    </>
  );
}
