import type { MeasureVersion } from '../../../../domain/measure/measure.ts';
import { can } from '../../../../domain/permission/can.ts';
import { FREQUENCIES, POLARITIES } from '../../../../importers/measures/words.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button, ButtonGroup } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';
import { dayInWords } from '../../../wording/days.ts';
import { wordOf } from './words.ts';

/** Every measure, with what its definition sheet still lacks. */
export async function measureList(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const mayChange = can(asked.actors, 'changeMeasures', { relation: 'other', state: null });
  const chosen = asked.query.get('directorate') ?? '';
  const isRetired = chosen === 'retired';
  const now = new Set(setUp.measures.map(({ code }) => code));
  const newest = [...new Map(setUp.versions.map((version) => [version.code, version])).values()];
  const shown = isRetired
    ? newest.filter(({ code }) => !now.has(code))
    : setUp.measures.filter(({ directorate }) => chosen === '' || directorate === chosen);
  const title = 'Measures and definition sheets';
  return pageAnswer(
    asked,
    { title, back: { text: 'Set-up', href: '/set-up' }, wide: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {mayChange ? (
        <ButtonGroup>
          <Button href="/set-up/measures/new">Add a measure</Button>
          <Button href="/set-up/import?kind=measures" classes="govuk-button--secondary">
            Add many from a spreadsheet
          </Button>
        </ButtonGroup>
      ) : null}
      {setUp.versions.length === 0 ? null : <Chooser asked={asked} setUp={setUp} chosen={chosen} />}
      <Table
        caption={`${counted(shown.length, 'measure')}${isRetired ? ', retired' : ''}`}
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Which way is good', label: 'Good is' },
          { heading: 'Collected', label: 'Collected' },
          {
            heading: isRetired ? 'Retired after' : 'Definition sheet',
            label: isRetired ? 'Retired after' : 'Sheet',
          },
        ]}
        rows={shown.map((version) => rowOf(version, asked.today, isRetired))}
        empty={
          setUp.versions.length === 0
            ? 'There are no measures yet. Add them one by one, or fill in the spreadsheet template and import it.'
            : 'No measure is like that.'
        }
      />
    </>,
  );
}

function Chooser({ asked, setUp, chosen }: { asked: Asked; setUp: SetUp; chosen: string }) {
  const directorates = unitsOn(setUp.units, asked.today).filter(({ parent }) => parent === null);
  return (
    <form method="get" action="/set-up/measures" class="ot-choose">
      <Select
        name="directorate"
        label="Show"
        value={chosen}
        items={[
          { value: '', text: 'All measures' },
          ...directorates.map(({ code, name }) => ({ value: code, text: name })),
          { value: 'retired', text: 'Retired measures' },
        ]}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function rowOf(version: MeasureVersion, today: string, isRetired: boolean) {
  const { code, title, polarity, frequency, retiredAfter } = version;
  return {
    key: code,
    cells: [
      <>
        <a class="govuk-link" href={`/set-up/measures/${measureAddress(code)}`}>
          {title}
        </a>
        <span class="ot-under">{code}</span>
      </>,
      polarity === null ? 'Not said yet' : wordOf(POLARITIES, polarity),
      wordOf(FREQUENCIES, frequency),
      isRetired && retiredAfter !== null ? lastDayOf(retiredAfter, today) : lacking(version),
    ],
  };
}

/** Legacy files say the last period, not its last day. */
const lastDayOf = (retiredAfter: string, today: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(retiredAfter) ? dayInWords(retiredAfter, today) : retiredAfter;

/** What a reader of the figures would ask for first. */
function lacking({ definition, owner, unit }: MeasureVersion): string {
  const isRatio = unit.kind === 'percentage' || unit.kind === 'rate';
  const missing = [
    definition.meaning ? null : 'meaning',
    definition.source ? null : 'source',
    isRatio && !definition.formula && !definition.numerator ? 'formula' : null,
    owner === null ? 'owner' : null,
  ].filter((one) => one !== null);
  return missing.length === 0 ? 'Complete' : `Lacks ${missing.join(', ')}`;
}
