import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Report } from '../../model/report.ts';
import { wordText } from './marks.ts';
import { TEXT_WIDTH } from './page-size.ts';

const AT_THE_RIGHT = { type: TabStopType.RIGHT, position: TEXT_WIDTH };
const HEADER_STOPS = [{ type: TabStopType.CENTER, position: Math.floor(TEXT_WIDTH / 2) }, AT_THE_RIGHT];
const FOOTER_STOPS = [AT_THE_RIGHT];

/** Title, authority and the end of the period, at the head of every page. */
export function pageHeader({ runningHead }: Report): Header {
  const words = [runningHead.title, runningHead.authority, runningHead.periodEnd].map(wordText);
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: HEADER_STOPS,
        children: [new TextRun({ children: [words[0]!, new Tab(), words[1]!, new Tab(), words[2]!] })],
      }),
    ],
  });
}

/** `Quarter 2, 2018-19` and `Page 2 of 8`. */
export function pageFooter({ period }: Report): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: FOOTER_STOPS,
        children: [
          new TextRun({
            children: [
              wordText(period.label),
              new Tab(),
              'Page ',
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}
