import { type Measured, median } from './case.ts';
import { type Line, lines } from './page-lines.ts';

interface Machine {
  node: string;
  cores: number;
  processor: string;
}

interface Figures {
  milliseconds: number;
  megabytes: number;
}

type Get = (name: string) => Figures;

/** Ours, beside the peer a user would take instead, as measured in one run. */
export function page(measured: ReadonlyMap<string, Measured>, machine: Machine): string {
  const found = (name: string): Measured => {
    const one = measured.get(name);
    if (one === undefined) throw new Error(`no figures for ${name}`);
    return one;
  };
  const get: Get = (name) => ({
    milliseconds: median(found(name).milliseconds),
    megabytes: found(name).peakMegabytes,
  });
  return `# Benchmarks

What a user waits for, beside what a user would take instead, measured one after the other in the same run. Repeat with
\`npm run bench\`; renew this page with \`npm run bench -- --write\`, on a machine that does nothing else. Nothing here is
asserted in a test: a loaded machine is slower.

Measured on ${machine.cores} cores (${machine.processor}), Node ${machine.node}.

| What | Outturn | Peer | Outturn is | Aim | Reached |
|---|---|---|---|---|---|
${lines.map((line) => row(line, get)).join('\n')}

* **Times** are medians. Reports and statuses: warm, several calls in one process; each PDF is set from a report whose commentary differs from the one
  before, so that no finished layout serves twice. Imports: each run is the first and only
  import of a fresh process, as a user has it, and the median is that of 5 processes (of 3 for the whole command). The whole
  commands start a process and the embedded database, and stop both. The commentary of a round is measured by the processor's clock, Node's own
  helpers counted: texts and figures are the demonstration's, so put together that no text is of its own measure, which is more work.
* **Memory** is the most that was resident at once in the process, Node itself included; for Chromium that of all its
  processes, for the whole commands that of \`outturn\` without PostgreSQL's. For imports it is the median of the processes.
* The first PDF of 25 measures in a fresh process, everything loaded, takes ${time(found('pdf-25').first)}; Chromium, once open,
  takes ${time(found('chromium-25').first)} for its first.

## What the peers do, and what they do not

* **Chromium** is open already and prints the HTML that Outturn writes, tagged and with an outline; the result is not
  checked for PDF/UA.
* **exceljs** (4.4.0) **writing** is given the same sheets as our writer: the same cells, looks, widths, heights, conditional
  formats, frozen panes, filters, notes and printing. Both times include making these from the report.
* **exceljs reading**: every cell of each row is read as text or decimal text, the code looked up in a map of the measures,
  the form of the period and of each figure checked, and the rows kept. It is measured both ways: the whole workbook
  loaded, which is how an upload is usually read, and its streaming reader, which is the sparing way. Outturn does more
  with the same file: it counts what unpacks, refuses macros, links and formulas, reads exact decimals and commentary,
  looks for rows that repeat each other, and collects every problem with its cell.
* **Vega-Lite** (6.4.3) and **ECharts** (6.1.0) are given a specification for each chart with the limits worked out already: the
  line with its points, mean, limits and target. Outturn works the limits out in its time, finds the signals, names every line at
  its end and writes a title and a description for those who cannot see it. All three are measured twice: after 180 charts, as in a
  report that has just begun, and after 6,000, as on a server that has been at work.
* The file of rows has 100,000 of 1,000 measures in 100 months: code, period, actual, numerator, denominator, forecast and
  a sentence, no two alike. The workbook is written as Excel saves one: shared texts, cell styles, row spans, the parts in
  Excel's order, and the 17 digits of a binary number (\`81.099999999999994\` for 81.1). The CSV holds the same rows.
`;
}

function row({ what, ours, peer, aim }: Line, get: Get): string {
  const own = get(ours);
  const other = peer === undefined ? undefined : get(peer.name);
  const each = aim?.each;
  const first = each === undefined ? cost(own) : `${rate(own, each)} a second, ${size(own.megabytes)}`;
  const beside = other === undefined || peer === undefined ? '' : `${peer.words}: ${cost(other)}`;
  const ratio = other === undefined ? '' : compared(own, other);
  return `| ${what} | ${first} | ${beside} | ${ratio} | ${aim?.words ?? ''} | ${aim === undefined ? '' : aim.reached(own, other) ? 'yes' : '**no**'} |`;
}

const cost = ({ milliseconds, megabytes }: Figures) => `${time(milliseconds)}, ${size(megabytes)}`;

const compared = (own: Figures, other: Figures): string =>
  `${(other.milliseconds / own.milliseconds).toFixed(1)} times as fast, with ${Math.round((own.megabytes / other.megabytes) * 100)}% of the memory`;

const rate = ({ milliseconds }: Figures, count: number) =>
  Math.round(count / (milliseconds / 1000)).toLocaleString('en-GB');

const time = (value: number) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`);

const size = (value: number) => `${value.toFixed(0)} MB`;
