import { quantile, type Sample } from './load.ts';

export interface WebResults {
  samples: readonly Sample[];
  alone: { ours: readonly Sample[]; theirs: readonly Sample[] };
  /** Milliseconds of the first read of the scorecard of all after 60 of its figures came in, and after all of them. */
  renewed: { few: number; all: number };
  firstPage: number;
  /** Load average of the machine before anything was asked. */
  waiting: number;
  imports: number;
  names: readonly string[];
  node: string;
  processor: string;
  cores: number;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** The page of results, as it is committed. */
export function webPage(results: WebResults): string {
  const { samples, alone, renewed, firstPage, waiting, imports, names, node, processor, cores } = results;
  const rows = names.map((name) => {
    const own = samples.filter((one) => one.name === name);
    const whole = own.map((one) => one.whole);
    const first = own.map((one) => one.firstByte);
    const failed = own.filter(({ status }) => status !== 200).length;
    const weight = Math.max(...own.map(({ bytes }) => bytes), 0) / 1_000;
    return `| ${name} | ${own.length} | ${failed} | ${ms(quantile(first, 0.5))} | ${ms(quantile(whole, 0.5))} | ${ms(quantile(whole, 0.99))} | ${weight.toFixed(0)} KB |`;
  });
  const [ours, theirs] = [alone.ours, alone.theirs].map((all) =>
    quantile(
      all.map((one) => one.whole),
      0.5,
    ),
  );
  const ratio = (theirs ?? 0) / (ours ?? 1);
  return `# Benchmarks of the web application

\`npm run bench -- web --write\` renews this page. One authority with 1,000 measures, 20 years of quarters, targets for each,
300 people and an open round, on the embedded database. 50 readers, one request each per five seconds (open loop: time counts
from when a request was due), while \`outturn import\` brings in files of 10,000 figures one after another (${imports} finished); the first reader comes ten seconds after the server started.
Times are seen by the reader: server, compression and loopback. Node ${node}, ${cores} cores, ${processor}; readers, import,
server and database share them, with whatever else runs there: the load average was ${waiting.toFixed(1)} when the run began.

| Page | Requests | Failed | First byte, median | Whole, median | Whole, p99 | Weight, compressed |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Alone, one request after the other and neither compressed, the scorecard of 60 takes ${ms(ours ?? 0)} and the peer's ${ms(theirs ?? 0)}: ${ratio.toFixed(2)}
times as fast. From \`outturn serve\` typed to the first page, the embedded database started too: ${ms(firstPage)}.

The peer is what a council's developers would write in a day: Express 5 and Nunjucks, one SQL query on the same database,
binary floats, the same rows and words. It does not check who asks, keeps no session, and judges by rules that are fixed in
its code; ours does all of that, and keeps a scorecard that has been worked out until something is recorded that it
looks at. The files that come in during the load hold figures of 2005-06 to 2014-15: of the last of these years the control
charts make use, so that each file changes the chart of every measure, while no status can be another for it. When
figures of the quarter itself come in, the measures that they belong to are read and judged again within a second or when
the first reader asks, whichever comes first: whoever asks for the scorecard of 1,000 at that very moment, alone, waits
${ms(renewed.few)} after 60 of its figures came in and ${ms(renewed.all)} after all of them.
`;
}
