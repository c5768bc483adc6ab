import type { Facts } from '../../../../domain/facts.ts';
import type { Delivery } from '../../../../workflow/record-facts.ts';
import { Table } from '../../../components/table/table.tsx';

const SHOWN = 10;

interface Line {
  what: string;
  when: string;
  value: string;
}

/** The first of what was read, as it was understood: the eye finds a shifted column sooner than any rule. */
export function Sample({ delivery, held }: { delivery: Delivery; held: Facts }) {
  const { facts } = delivery;
  const known = new Set(held.measures.map(({ code }) => code));
  const lines: Line[] = [
    ...(facts.measures ?? []).map(({ code, title, directorate }) => ({
      what: `${code}: ${title}`,
      when: directorate,
      value: known.has(code) ? 'Held already' : 'New',
    })),
    ...(facts.targets ?? []).map(({ measure, period, role, figure }) => ({
      what: `${measure}, ${role}`,
      when: period,
      value: figure.typed,
    })),
    ...(facts.peerValues ?? []).slice(0, SHOWN).map(({ measure, area, period, figure }) => ({
      what: `${measure}, ${area.name} (${area.code})`,
      when: period,
      value: figure.typed,
    })),
    ...firstOf([facts, ...batches(delivery)]),
  ];
  return (
    <Table
      caption="The first of what was read"
      columns={[
        { heading: 'What', label: '' },
        { heading: 'Where or when', label: 'Where or when' },
        { heading: 'Read as', label: 'Read as' },
      ]}
      rows={lines.slice(0, SHOWN).map(({ what, when, value }, index) => ({
        key: String(index),
        cells: [what, when, value],
      }))}
      empty="Nothing."
    />
  );
}

/** The first batch is enough. */
function batches({ further = [] }: Delivery): Pick<Partial<Facts>, 'observations' | 'commentaries'>[] {
  for (const batch of further) return [batch];
  return [];
}

const firstOf = (some: readonly Pick<Partial<Facts>, 'observations' | 'commentaries'>[]): Line[] =>
  some.flatMap(({ observations = [] }) =>
    observations.slice(0, SHOWN).map(({ measure, period, role, figure }) => ({
      what: `${measure}, ${roleWords[role]}`,
      when: period,
      value: figure.typed === '' ? 'No figure' : figure.typed,
    })),
  );

const roleWords = {
  actual: 'actual',
  toDate: 'year to date',
  forecast: 'forecast',
  outturn: 'outturn',
} as const;
