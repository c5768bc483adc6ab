import { decimal, divideTo, toFixedText } from '../domain/number/decimal.ts';
import type { PeerArea, PeerGroup } from '../domain/peers/peer-group.ts';
import type { PeerValue } from '../domain/peers/peer-value.ts';
import type { Store } from '../store/database.ts';
import { writeNationalData, writePeerGroup } from '../store/peers.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeFacts } from '../store/write-facts.ts';
import { authority } from './authority.ts';
import { performanceManager } from './people/people.ts';

/** Councils that do not exist, with codes that no statistics use. */
const names = [
  'Ashcombe',
  'Bellingford',
  'Calderwick',
  'Dunmere',
  'Eastholme',
  'Fallowby',
  'Greywater',
  'Harlsford',
  'Inchcombe',
  'Kelderby',
  'Larkminster',
  'Marrowdale',
  'Oakhampton Vale',
  'Pendlecross',
  'Quarrington',
];
const areas: readonly PeerArea[] = names.map((name, at) => ({ code: `X0600${101 + at}`, name }));

export const demoPeerGroup: PeerGroup = {
  code: 'nearest-neighbours',
  validFrom: '2017-04-01',
  name: 'Nearest neighbours',
  kind: 'nearestNeighbours',
  members: areas,
  source: 'Invented likeness model 2017',
  sourceDate: '2017-03-20',
  ended: false,
};

/** Cases out of how many, in the order of the councils: large and small ones, as they differ in life. */
const schoolPlaces =
  '412/436 288/309 530/580 199/208 351/389 640/671 274/300 183/196 455/495 391/414 318/352 226/238 502/541 147/161 369/402';
const plans =
  '61/92 44/81 118/150 29/64 70/97 52/110 83/91 37/70 96/121 48/83 66/104 25/41 77/133 31/44 58/90';
const inCare =
  '402/48210 371/39650 455/61020 298/33140 517/59800 610/72430 266/38910 243/29870 489/50310 377/46680 330/44020 281/31260 566/69150 205/22410 348/40870';

/** Only the values were published of these. */
const recycling = [
  '41.2',
  '46.8',
  '38.9',
  '52.1',
  '44.9',
  '35.6',
  '47.3',
  '43.8',
  '49.0',
  '40.4',
  '45.5',
  '36.7',
  '*',
  '50.2',
  '42.6',
];

const demoTables = [
  {
    measure: 'EI 12/EI 3',
    cases: schoolPlaces,
    per: '100',
    decimals: 1,
    average: '92.4',
    publication: 'Invented table of school admissions',
  },
  {
    measure: 'SEND 6',
    cases: plans,
    per: '100',
    decimals: 1,
    average: '64.9',
    publication: 'Invented table of education plans',
  },
  {
    measure: 'EIIS PM04',
    cases: inCare,
    per: '10000',
    decimals: 2,
    average: '84.10',
    publication: 'Invented table of children looked after',
  },
] as const;
const publishedOn = '2018-12-13';
const period = '2017-18';

/** What others have of four measures, as national tables of the year before have it. */
export function demoPeerValues(): PeerValue[] {
  const value = (
    measure: string,
    area: PeerArea,
    typed: string,
    publication: string,
    more: Partial<PeerValue> = {},
  ): PeerValue => ({
    measure,
    period,
    area,
    kind: 'council',
    figure:
      typed === '*'
        ? { kind: 'missing', reason: 'suppressed', typed }
        : { kind: 'number', value: decimal(typed), typed },
    numerator: null,
    denominator: null,
    sameDefinition: true,
    definitionNote: null,
    follows: '2015-04-01',
    publication,
    publishedOn,
    source: 'national-tables-2017-18.csv',
    ...more,
  });
  const england = { code: 'X92000001', name: 'England (invented)' };
  const average = { kind: 'average' } as const;
  const counted = demoTables.flatMap(({ measure, cases, per, decimals, average: mean, publication }) => [
    ...cases.split(' ').map((text, at) => {
      const [numerator = '', denominator = ''] = text.split('/');
      const exact = divideTo(decimal(numerator).times(decimal(per)), decimal(denominator), 20);
      const area = areas[at] as PeerArea;
      return value(measure, area, toFixedText(exact, decimals), publication, { numerator, denominator });
    }),
    value(measure, england, mean, publication, average),
  ]);
  const waste = 'Invented table of household waste';
  const alone = recycling.map((typed, at) =>
    value('WST-2', areas[at] as PeerArea, typed, waste, {
      // One of them counts otherwise, and is shown without being compared.
      ...(at === 11 ? { sameDefinition: false, definitionNote: 'Without garden waste' } : {}),
    }),
  );
  return [...counted, ...alone, value('WST-2', england, '43.2', waste, average)];
}

/** Whom Borchester is compared with, what they have, and when more is expected. A second time nothing is changed. */
export const fillDemoPeers = (store: Store): Promise<void> =>
  inTransaction(store, async (tx) => {
    const { code } = authority;
    const settings = {
      recordedAt: '2018-12-14T10:00:00.000Z',
      actor: performanceManager.id,
      actingAs: 'performanceTeam',
      reason: 'National tables of 2017-18',
    };
    await writePeerGroup(tx, code, demoPeerGroup, null, settings);
    await writeFacts(tx, { authority, peerValues: demoPeerValues() }, settings);
    const publication = 'Invented table of household waste';
    const waste = { measure: 'WST-2', expectedOn: '2018-12-20', period: '2018-19/Q2', publication };
    await writeNationalData(tx, code, waste, null, settings);
    const next = {
      expectedOn: '2019-12-12',
      period: '2018-19',
      publication: 'Invented table of education plans',
    };
    await writeNationalData(tx, code, { ...next, measure: 'SEND 6' }, null, settings);
  });
