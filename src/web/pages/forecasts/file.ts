import { cameInWords, leftOutInWords } from '../../../domain/forecast-ledger/words.ts';
import { toText } from '../../../domain/number/decimal.ts';
import type { Figure } from '../../../domain/number/figure.ts';
import type { LedgerLine, RecordedFigure } from '../../../workflow/queries/forecast-ledger.ts';

export const forecastHeadings = [
  ...['Measure', 'Title', 'Directorate', 'Owner', 'Year', 'Period', 'Forecast', 'Recorded at', 'Counts'],
  ...[
    'Given by',
    'Why',
    'Status forecast',
    'Outturn',
    'Outturn status',
    'What came of it',
    'Forecast less outturn',
  ],
] as const;

/** A row for every forecast ever given, exact; who and why where they were read. */
export const forecastRows = (line: LedgerLine, given: readonly RecordedFigure[] | null) =>
  line.ledger.entries.flatMap((entry) =>
    entry.versions.map((version) => {
      const counts = version === entry.counted;
      const by = given?.find(
        ({ period, recordedAt }) => period === version.period && recordedAt === version.recordedAt,
      )?.by;
      const { judged } = entry;
      return [
        line.version.code,
        line.version.title,
        line.directorate.name,
        line.owner.name,
        entry.year,
        version.period,
        exact(version.figure),
        version.recordedAt,
        counts ? 'Yes' : 'No',
        by?.actor ?? version.source,
        by?.reason ?? version.note,
        counts ? (entry.forecastStatus?.label ?? null) : null,
        exact(entry.outturn),
        entry.outturn.kind === 'missing' ? null : (entry.outturnStatus?.label ?? null),
        counts ? (judged.kind === 'past' ? cameInWords[judged.past.came] : leftOutInWords[judged.why]) : null,
        counts && judged.kind === 'past' && judged.past.error !== null ? { number: judged.past.error } : null,
      ];
    }),
  );

function exact(figure: Figure): string | { number: string } | null {
  switch (figure.kind) {
    case 'number':
      return { number: toText(figure.value) };
    case 'step':
      return figure.step;
    case 'date':
      return figure.date;
    case 'missing':
      return null;
  }
}
