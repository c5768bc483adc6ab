import { DRAWN, POINTS } from './chart-series.ts';
import { WARM } from './charts.ts';
import { CHARTS } from './control-charts.ts';
import { STATUSES } from './statuses.ts';
import { ROWS } from './update-file.ts';

interface Figures {
  milliseconds: number;
  megabytes: number;
}

interface Aim {
  words: string;
  reached(own: Figures, peer: Figures | undefined): boolean;
  /** How many things one run does, where the aim is a rate. */
  each?: number;
}

/** One line of the page: a case of ours, its peer where there is one, and what was aimed at. */
export interface Line {
  what: string;
  ours: string;
  peer?: { name: string; words: string };
  aim?: Aim;
}

const timesAsFast = (own: Figures, peer: Figures | undefined, times: number): boolean =>
  peer !== undefined && peer.milliseconds / own.milliseconds >= times;

const rowsIn = `${ROWS.toLocaleString('en-GB')} update rows in`;
const chromium = (size: number) => ({ name: `chromium-${size}`, words: 'Chromium, open, printing the HTML' });

const twiceAndUnder200: Aim = {
  words: 'twice as fast, under 200 MB',
  reached: (own, peer) => timesAsFast(own, peer, 2) && own.megabytes < 200,
};

export const lines: readonly Line[] = [
  {
    what: 'Improvement Report of 25 measures to PDF (PDF/UA-1)',
    ours: 'pdf-25',
    peer: chromium(25),
    aim: {
      words: '5 times as fast, a third of the memory',
      reached: (own, peer) => timesAsFast(own, peer, 5) && own.megabytes <= (peer?.megabytes ?? 0) / 3,
    },
  },
  {
    what: 'Improvement Report of 400 measures to PDF (PDF/UA-1)',
    ours: 'pdf-400',
    peer: chromium(400),
    aim: { words: 'twice as fast', reached: (own, peer) => timesAsFast(own, peer, 2) },
  },
  { what: '400 measures to Word', ours: 'word-400' },
  {
    what: '400 measures to Excel',
    ours: 'excel-400',
    peer: { name: 'excel-400-exceljs', words: 'exceljs writing the same sheets' },
  },
  {
    what: `${rowsIn} from XLSX`,
    ours: 'rows-xlsx',
    peer: { name: 'rows-xlsx-exceljs', words: 'exceljs, whole workbook' },
    aim: twiceAndUnder200,
  },
  {
    what: `${rowsIn} from XLSX`,
    ours: 'rows-xlsx',
    peer: { name: 'rows-xlsx-exceljs-stream', words: 'exceljs, streaming' },
    aim: twiceAndUnder200,
  },
  {
    what: `${rowsIn} from CSV`,
    ours: 'rows-csv',
    aim: { words: 'under 200 MB', reached: (own) => own.megabytes < 200 },
  },
  {
    what: `\`outturn import\` of the ${ROWS.toLocaleString('en-GB')} rows (XLSX), whole command, into an embedded database`,
    ours: 'import-whole',
    aim: { words: 'under 250 MB', reached: (own) => own.megabytes < 250 },
  },
  {
    what: 'Exact statuses on one core through the rule engine',
    ours: 'statuses',
    aim: {
      words: '300,000 a second',
      each: STATUSES,
      reached: (own) => STATUSES / (own.milliseconds / 1000) >= 300_000,
    },
  },
  {
    what: 'Commentary of a round of 1,000 updates, three texts of 150 words each, held against its figures on one core',
    ours: 'commentary-1000',
    aim: { words: 'under 2 s', reached: (own) => own.milliseconds < 2_000 },
  },
  {
    what: `${CHARTS.toLocaleString('en-GB')} control charts of 80 points, all rules and both icons, on one core`,
    ours: 'control-charts',
    aim: { words: 'under 1 s', reached: (own) => own.milliseconds < 1_000 },
  },
  ...(['begun', 'work'] as const).flatMap((at) =>
    (
      [
        ['vega-lite', 'Vega-Lite, its server rendering'],
        ['echarts', 'ECharts, its server rendering'],
      ] as const
    ).map(([peer, words]) => ({
      what: `${DRAWN} control charts of ${POINTS} points drawn as SVG, after ${(WARM[at] * DRAWN).toLocaleString('en-GB')}`,
      ours: `chart-24-${at}`,
      peer: { name: `chart-24-${at}-${peer}`, words },
      aim: {
        words: '20 times as fast',
        reached: (own: Figures, other: Figures | undefined) => timesAsFast(own, other, 20),
      },
    })),
  ),
  {
    what: `The ${DRAWN} charts of a page of small multiples`,
    ours: 'small-multiples',
    aim: { words: 'under 100 ms', reached: (own) => own.milliseconds < 100 },
  },
  {
    what: 'From an empty folder to the first answer of the embedded database',
    ours: 'open-empty',
    aim: { words: 'under 2 s', reached: (own) => own.milliseconds < 2_000 },
  },
  {
    what: 'From an existing folder to the first answer',
    ours: 'open-existing',
    aim: { words: 'under 200 ms', reached: (own) => own.milliseconds < 200 },
  },
  { what: '`outturn report` of 25 measures to PDF, whole command, cold', ours: 'cold-report' },
];
