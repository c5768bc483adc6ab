import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { authority } from '../../../src/demo/authority.ts';
import { pastPeriod } from '../../../src/demo/people/round-of-the-past.ts';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { readAuditTrail } from '../../../src/store/audit.ts';
import { readReport } from '../../../src/workflow/queries/read-report.ts';
import { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const page = '/set-up/contact';
const given = {
  email: 'performance@council.example',
  telephone: '01632 960999',
  address: 'Town Hall\r\nBorchester',
};
const statement = async () => (await new Browser(site.server).get('/accessibility')).html;
const save = async (who: string, typed: Record<string, string>) => {
  const browser = await site.signIn(who);
  return browser.send(await browser.get(page), page, typed);
};

describe('whom the public asks', () => {
  it('stands in the accessibility statement, each way as a link', async () => {
    const html = await statement();
    expect(html).toContain('href="mailto:performance@borchester.example"');
    expect(html).toContain('href="tel:01632960123"');
    expect(html).toContain('Cathedral Street');
  });

  it('is refused where it cannot be reached, and keeps what was typed', async () => {
    const answer = await save('nadia.hussain', { ...given, email: 'performance', telephone: 'ask "Colin"' });
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Enter an e-mail address like');
    expect(answer.html).toContain('Enter a telephone number like');
    expect(answer.html).toContain('value="ask &quot;Colin&quot;"');
    expect(await statement()).toContain('performance@borchester.example');
  });

  it('is changed by an administrator, with its trail, on the statement and at the foot of new reports', async () => {
    const saved = await save('nadia.hussain', given);
    expect(saved.html).toContain('The contact has been saved.');
    expect(await statement()).toContain('href="mailto:performance@council.example"');
    const trail = await readAuditTrail(site.store, {
      authority: authority.code,
      object: { kind: 'setting', id: 'contact' },
    });
    expect(trail.at(-1)).toMatchObject({ actor: 'nadia.hussain', after: { telephone: '01632 960999' } });
    const report = await readReport(site.store, 'improvement', {
      authority: authority.code,
      period: periodOf(pastPeriod),
      scorecard: null,
      asAt: null,
    });
    const lines = [
      'E-mail: performance@council.example',
      'Telephone: 01632 960999',
      'Address: Town Hall, Borchester',
    ];
    expect(report.contact).toEqual(lines);
    expect(report.blocks.at(-1)).toEqual({ type: 'list', items: lines });
    for (const format of ['html', 'json'] as const) {
      const { bytes } = await (await RENDERERS[format]!())(report);
      expect(new TextDecoder().decode(bytes), format).toContain('performance@council.example');
    }
  });

  it('is not for others to change', async () => {
    for (const who of ['colin.webb', 'raymond.tuck', 'petra.hollis', 'tom.venables']) {
      expect([who, (await (await site.signIn(who)).get(page)).status]).toEqual([who, 403]);
    }
  });

  it('where nobody is set, people who work here are told so, and nobody else', async () => {
    await save('nadia.hussain', { email: '', telephone: '', address: '' });
    expect(await statement()).not.toContain('Only people who work here');
    const nadia = (await (await site.signIn('nadia.hussain')).get('/accessibility')).html;
    expect(nadia).toContain('Only people who work here see this');
    expect(nadia).toContain('href="/set-up/contact"');
    const raymond = (await (await site.signIn('raymond.tuck')).get('/accessibility')).html;
    expect(raymond).toContain('An administrator sets them');
    expect(raymond).not.toContain('href="/set-up/contact"');
  });
});
