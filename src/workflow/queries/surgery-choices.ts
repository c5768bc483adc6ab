import type { Store } from '../../store/database.ts';
import { readMeasureVersions, readUnits } from '../../store/read-set-up.ts';
import { readCommitments } from './commitments.ts';

/** The measures that a surgery can be about, by directorate, with how many commitments of theirs are open. */
export interface DirectorateChoice {
  directorate: string;
  measures: readonly { code: string; title: string; open: number; overdue: number }[];
}

export async function measureChoices(
  db: Pick<Store, 'db'>,
  authority: string,
  today: string,
): Promise<DirectorateChoice[]> {
  const versions = (await readMeasureVersions(db, authority, null)).filter((one) => one.validFrom <= today);
  const units = await readUnits(db, authority);
  const lines = await readCommitments(db, authority, today);
  const latest = [...new Map(versions.map((one) => [one.code, one])).values()].filter(
    ({ retiredAfter }) => retiredAfter === null || retiredAfter >= today,
  );
  const there = units.filter(
    ({ parent, validFrom, validTo }) => parent === null && validFrom <= today && (validTo ?? today) >= today,
  );
  return there
    .sort((a, b) => a.order - b.order)
    .map(({ code: directorate, name }) => ({
      directorate: name,
      measures: latest
        .filter((one) => one.directorate === directorate)
        .map(({ code, title }) => {
          const open = lines.filter((line) => line.measure === code && line.state === 'open');
          return { code, title, open: open.length, overdue: open.filter(({ overdue }) => overdue).length };
        }),
    }))
    .filter(({ measures }) => measures.length > 0);
}
