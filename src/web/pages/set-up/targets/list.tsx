import { formatFigure } from '../../../../domain/number/format.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import {
  promisedPeriods,
  promisedRoles,
  type TargetsOfYear,
  targetSlot,
  targetsOfYear,
} from '../../../../workflow/queries/targets-of-year.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button, ButtonGroup } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';
import { yearAt, yearsOffered } from './years.ts';

/** What each measure is promised for a year, and which has no target yet. */
export async function targetList(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const years = yearsOffered(asked);
  const year = yearAt(asked.query.get('year') ?? '', asked) ?? years[1];
  if (year === undefined) throw new RangeError('no year');
  const directorate = asked.query.get('directorate') ?? '';
  const targets = await targetsOfYear(asked.store, asked.authority.code, year.code);
  const mayChange = can(asked.actors, 'changeTargets', { relation: 'other', state: null });
  const measures = setUp.measures.filter(
    (one) => one.kind === 'targeted' && (directorate === '' || one.directorate === directorate),
  );
  const without = measures.filter(({ code }) => (targets.get(code)?.size ?? 0) === 0).length;
  return pageAnswer(
    asked,
    { title: `Targets for ${year.code}`, back: { text: 'Set-up', href: '/set-up' }, wide: true },
    <>
      <h1 class="govuk-heading-l">Targets for {year.code}</h1>
      <p class="govuk-body-l">{sentence(measures.length, without)}</p>
      {mayChange ? (
        <ButtonGroup>
          <Button href={`/set-up/import?kind=targets`} classes="govuk-button--secondary">
            Set many from a spreadsheet
          </Button>
        </ButtonGroup>
      ) : null}
      <form method="get" action="/set-up/targets" class="ot-choose">
        <Select
          name="year"
          label="Year"
          value={year.code}
          items={[
            ...years.map(({ code }) => ({ value: code, text: code })),
            ...(years.some(({ code }) => code === year.code) ? [] : [{ value: year.code, text: year.code }]),
          ]}
        />
        <Select
          name="directorate"
          label="Directorate"
          value={directorate}
          items={[
            { value: '', text: 'All' },
            ...unitsOn(setUp.units, asked.today)
              .filter(({ parent }) => parent === null)
              .map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      <Table
        caption={counted(measures.length, 'measure')}
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'In the year', label: 'In the year' },
          { heading: 'At the year end', label: 'Year end' },
        ]}
        rows={measures.map((version) => rowOf(version, targets, year.code, mayChange))}
        empty="There are no measures with targets here."
      />
    </>,
  );
}

function sentence(all: number, without: number): string {
  if (all === 0) return 'There are no measures with targets.';
  if (without === 0) return 'Every measure that is judged against a target has one.';
  return `${counted(without, 'measure')} of ${all} ${without === 1 ? 'has' : 'have'} no target yet.`;
}

function rowOf(version: SetUp['measures'][number], targets: TargetsOfYear, year: string, mayChange: boolean) {
  const { code, title } = version;
  const held = targets.get(code);
  const roles = promisedRoles(version);
  const shown = (period: string): string => {
    const found = roles.flatMap((role) => {
      const target = held?.get(targetSlot(period, role));
      return target === undefined ? [] : [target];
    });
    if (found.length === 0) return '';
    const amended = found.some((target) => target.version > 1) ? ' (amended)' : '';
    return `${found.map(({ figure }) => formatFigure(figure, version.unit)).join(' to ')}${amended}`;
  };
  const within = promisedPeriods(version, year, held)
    .slice(0, -1)
    .flatMap((period) => {
      const text = shown(period.code);
      return text === '' ? [] : [`${period.code.split('/')[1]}: ${text}`];
    });
  return {
    key: code,
    cells: [
      <>
        {mayChange ? (
          <a class="govuk-link" href={`/set-up/targets/${year}/${measureAddress(code)}`}>
            {title}
          </a>
        ) : (
          title
        )}
        <span class="ot-under">{code}</span>
      </>,
      within.join(', ') || 'None',
      shown(year) || 'None',
    ],
  };
}
