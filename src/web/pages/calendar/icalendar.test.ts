import { describe, expect, it } from 'vitest';
import { icalendar } from './icalendar.ts';

const event = {
  uid: 'due-2018-19-Q3@outturn.example',
  day: '2018-12-31',
  summary: 'Figures due; 3 measures, \\ and more',
  description:
    'A 1 Größe der Wohnungen für Ältere — ein langer Titel, der über die Zeile geht\nB 2 Second\r\nEND:VEVENT',
  url: 'https://outturn.example/my-work',
};
const calendar = (more: Partial<typeof event> = {}) =>
  icalendar({
    name: 'Performance, Borchester',
    events: [{ ...event, ...more }],
    at: '2019-01-09T09:00:00.000Z',
  });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar by RFC 5545', () => {
  it('ends every line with CRLF and holds no other line break', () => {
    const text = calendar();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('folds at 75 octets and cuts no character in two', () => {
    const text = calendar({ description: 'ü€𝄞'.repeat(200) });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`DESCRIPTION:${'ü€𝄞'.repeat(200)}`);
    expect(text).not.toContain('\uFFFD');
  });

  it('escapes what would end a value', () => {
    const lines = unfolded(calendar());
    expect(lines).toContain('SUMMARY:Figures due\\; 3 measures\\, \\\\ and more');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toMatch(/\\nB 2 Second\\nEND:VEVENT$/);
  });

  it('says days as days, and its moment in UTC', () => {
    const lines = unfolded(calendar());
    expect(lines).toContain('DTSTART;VALUE=DATE:20181231');
    expect(lines).toContain('DTEND;VALUE=DATE:20190101');
    expect(lines).toContain('DTSTAMP:20190109T090000Z');
  });
});
