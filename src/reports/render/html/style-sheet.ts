import cell from './cell.css';
import charts from './charts.css';
import narrow from './narrow.css';
import page from './page.css';
import print from './print.css';
import stackedPlain from './stacked-plain.css';
import table from './table.css';

/** How many columns make a small table `many` and `crowded`. */
const many = 8;
const crowded = 15;

export function crowdOf(columns: number): 'crowded' | 'many' | 'few' {
  if (columns > crowded) return 'crowded';
  return columns > many ? 'many' : 'few';
}

/** The more columns a small table has, the sooner it is stacked; a crowded one always is, except on paper. */
const stacked = [
  `@media screen and (max-width: 40em) {${stackedPlain}}`,
  `@media screen and (max-width: 78em) {${stackedPlain.replaceAll('.plain', '.plain.many')}}`,
  `@media screen {${stackedPlain.replaceAll('.plain', '.plain.crowded')}}`,
];

/** In the order in which later rules win. */
export const styleSheet = [page, table, cell, charts, narrow, ...stacked, print].join('\n');
