import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { sql } from 'kysely';
import nunjucks from 'nunjucks';
import type { Store } from '../../src/store/database.ts';
import { authorityId } from '../../src/store/read-authorities.ts';
import { authority, codeOf } from './big-authority.ts';

/** What a council's own developers would write in a day: Express, Nunjucks, one query, binary floats. */
export function peer(store: Store, folder: string): express.Express {
  const app = express();
  const environment = new nunjucks.Environment(null, { autoescape: true });
  const page = new nunjucks.Template(
    readFileSync(join(folder, 'bench/web/peer-page.njk'), 'utf8'),
    environment,
    'page',
    true,
  );
  const codes = Array.from({ length: 60 }, (_, index) => codeOf(index));
  app.get('/scorecard', async (_request, response) => {
    const measures = (await read(store, codes)).map(judged);
    const off = measures.filter((one) => one.isOff);
    response.type('html').send(
      page.render({
        title: 'Council Scorecard',
        council: authority.name,
        sentence: `${measures.length - off.length} of ${measures.length} measures are on target or better.`,
        lists: [
          { caption: `Needs attention (${off.length})`, measures: off },
          { caption: 'Changed since last time', measures: measures.filter((one) => !one.isOff && one.was) },
          { caption: 'The rest', measures: measures.filter((one) => !one.isOff && !one.was) },
        ],
      }),
    );
  });
  return app;
}

interface Row {
  code: string;
  title: string;
  directorate: string;
  polarity: string;
  actual: string | null;
  forecast: string | null;
  previous: string | null;
  before: string | null;
  target: string | null;
  year_target: string | null;
}

async function read(store: Store, codes: readonly string[]): Promise<Row[]> {
  const id = await authorityId(store.db, authority.code);
  const figure = (period: string, role: string) => sql`(select figure_number::text from observation o
    where o.authority_id = m.authority_id and o.measure = m.code and o.period = ${period} and o.role = ${role}
    order by recorded_at desc, revision_id desc limit 1)`;
  const target = (period: string) => sql`(select figure_number::text from target_version t
    where t.authority_id = m.authority_id and t.measure = m.code and t.period = ${period} and t.role = 'target'
    order by recorded_at desc, revision_id desc limit 1)`;
  const { rows } = await sql<Row>`select m.code, m.title, m.directorate, m.polarity,
      ${figure('2018-19/Q2', 'actual')} as actual, ${figure('2018-19/Q2', 'forecast')} as forecast,
      ${figure('2018-19/Q1', 'actual')} as previous, ${figure('2017-18/Q4', 'actual')} as before,
      ${target('2018-19/Q2')} as target, ${target('2018-19')} as year_target
    from measure_version m where m.authority_id = ${id} and m.code = any(${codes}::text[]) order by m.code`.execute(
    store.db,
  );
  return rows;
}

const colours = { Blue: '#1d70b8', Green: '#00703c', Amber: '#ffc24a', Red: '#b10e1e' } as const;

function statusOf(actual: number, target: number, polarity: string) {
  const variance = ((polarity === 'lower' ? target - actual : actual - target) / target) * 100;
  const label = variance > 2 ? 'Blue' : variance >= 0 ? 'Green' : variance >= -5 ? 'Amber' : 'Red';
  return { label, colour: colours[label], variance };
}

function judged(row: Row) {
  const n = (text: string | null) => Number(text ?? 0);
  const now = statusOf(n(row.actual), n(row.target), row.polarity);
  const end = statusOf(n(row.forecast), n(row.year_target), row.polarity);
  const was = statusOf(n(row.previous), n(row.target), row.polarity);
  const better = row.polarity === 'lower' ? n(row.forecast) < n(row.before) : n(row.forecast) > n(row.before);
  return {
    ...row,
    href: `/measures/${row.code}`,
    now,
    end,
    was: was.label === now.label ? null : was.label,
    distance: `${Math.abs(now.variance).toFixed(1)}% ${now.variance < 0 ? 'worse' : 'better'} than target`,
    direction: better ? 'Improving' : 'Deteriorating',
    yearTarget: row.year_target,
    isOff: now.variance < 0 || end.variance < 0,
  };
}
