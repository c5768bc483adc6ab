import { describe, expect, it } from 'vitest';
import { toText } from '../number/decimal.ts';
import { type PreparedSeries, prepareSeries, type SeriesNature } from './prepare-series.ts';
import { monthAt, monthly } from './xmr/sample-series.ts';

const plain: SeriesNature = { basis: 'discrete', seasonal: false, unwind: false, yearBegins: 4 };
const year = ['5', '9', '15', '20', '26', '30', '37', '41', '44', '50', '52.25', '60'];
const texts = (prepared: PreparedSeries) =>
  'points' in prepared ? prepared.points.map(({ value }) => value && toText(value)) : prepared.why;

describe('a series to date', () => {
  it('is refused with the reason, or unwound exactly within each year', () => {
    const toDate = { ...plain, basis: 'toDate' } as const;
    const refused = prepareSeries(monthly(year), toDate);
    expect(refused).toMatchObject({ kind: 'unsuitable', why: 'toDate' });
    const prepared = prepareSeries(monthly([...year, '4', '6']), { ...toDate, unwind: true });
    expect(prepared.kind).toBe('inPeriod');
    expect(texts(prepared)).toEqual([
      '5',
      '4',
      '6',
      '5',
      '6',
      '4',
      '7',
      '4',
      '3',
      '6',
      '2.25',
      '7.75',
      '4',
      '2',
    ]);
  });

  it('loses the differences that a missing figure takes away, and begins where a year begins', () => {
    const toDate = { ...plain, basis: 'toDate', unwind: true } as const;
    expect(texts(prepareSeries(monthly(['5', null, '15', '20']), toDate))).toEqual(['5', null, null, '5']);
    const late = monthly(year).slice(2, 5);
    expect(texts(prepareSeries(late, toDate))).toEqual([null, '5', '6']);
    const left = monthly(year).filter((_, at) => at !== 3);
    expect(texts(prepareSeries(left, toDate)).slice(0, 5)).toEqual(['5', '4', '6', null, '4']);
  });

  it('is known by its shape where nobody has said what it is, and drawn where somebody has', () => {
    const three = monthly([...year, ...year, ...year]);
    expect(prepareSeries(three, { ...plain, basis: null })).toMatchObject({ why: 'toDate' });
    expect(prepareSeries(three, plain).kind).toBe('asItIs');
    expect(prepareSeries(monthly([...year, ...year]), { ...plain, basis: null }).kind).toBe('asItIs');
    expect(texts(prepareSeries(three, { ...plain, basis: null, unwind: true })).slice(11, 14)).toEqual([
      '7.75',
      '5',
      '4',
    ]);
  });
});

describe('other series', () => {
  it('of a season are refused, or become changes on the year before', () => {
    const seasonal = { ...plain, seasonal: true };
    expect(prepareSeries(monthly(year), seasonal)).toMatchObject({ why: 'seasonal' });
    const second = year.map((text, at) => (at === 1 ? null : `${Number(text) + 1}`));
    const prepared = prepareSeries(monthly([...year, ...second]), { ...seasonal, unwind: true });
    expect(prepared.kind).toBe('change');
    expect(texts(prepared)).toEqual(year.map((_, at) => (at === 1 ? null : '1')));
    expect('points' in prepared && prepared.points[0]?.date).toBe(monthAt(12));
  });

  it('rolling ones are refused whatever is asked, uneven ones are not unwound', () => {
    const rolling = { ...plain, basis: 'rolling12', unwind: true } as const;
    expect(prepareSeries(monthly(year), rolling)).toMatchObject({ why: 'rolling12' });
    const uneven = monthly(year).filter((_, at) => [0, 5, 10].includes(at));
    expect(prepareSeries(uneven, { ...plain, seasonal: true, unwind: true })).toMatchObject({
      why: 'spacing',
    });
  });

  it('are left as they are, in order', () => {
    const points = monthly(year);
    expect(prepareSeries([...points].reverse(), plain)).toEqual({ kind: 'asItIs', points });
  });
});
