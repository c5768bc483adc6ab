import type { Renderer } from '../../model/report.ts';
import { pageData } from './page-data.ts';
import { typesetInWorker } from './typesetting-worker.ts';

/** The report as a PDF/UA-1 file on landscape A4: tagged, with bookmarks, the same bytes every time. */
export const renderPdf: Renderer = async (report) => {
  // The file says that it was made when its period ended: nothing in it may depend on the clock.
  const createdAt = Date.parse(`${report.period.end}T00:00:00Z`) / 1000;
  const bytes = await typesetInWorker(JSON.stringify(pageData(report)), createdAt).catch((error: Error) => {
    throw new Error(
      `The PDF of “${report.title}” (${report.period.label}) could not be made: ${error.message}`,
      {
        cause: error,
      },
    );
  });
  return { name: `${report.fileStem}.pdf`, mediaType: 'application/pdf', bytes };
};
