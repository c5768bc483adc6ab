import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/sample-report.ts';
import { appearanceOf } from './report-style.ts';

describe('the appearance of a report', () => {
  it('has the colours of a status that only heads a column of counts', () => {
    const report = sampleReport();
    const status = { ...report.scheme.key[0]!.status, background: '#123456' };
    const columns = [{ key: 'n', heading: 'Number', width: 100, align: 'end' as const, status }];
    const table = { id: 't', caption: '', layout: 'plain' as const, columns, rows: [], empty: '' };
    const { css, colourClass } = appearanceOf({ ...report, blocks: [{ type: 'table', table }] });
    expect(css).toContain(`.${colourClass(status)}{background:#123456;`);
  });

  it('writes each colour once and each width once', () => {
    const { css } = appearanceOf(sampleReport());
    expect(css.match(/background:#b10e1e;color:#ffffff/g)).toHaveLength(1);
    expect(css.match(/\.w13\{width:13%\}/g)).toHaveLength(1);
  });

  it('names a width that is not whole', () => {
    expect(appearanceOf(sampleReport()).widthClass(12.5)).toBe('w12-5');
  });
});
