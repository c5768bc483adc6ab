const FORMATS: Readonly<Record<string, string>> = {
  html: 'Web page',
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV, one row a measure',
  json: 'JSON, for programs',
  inputs: 'Figures and rules it was worked out from (JSON)',
};

/** What a format is called. @example formatName('xlsx') // 'Excel' */
export const formatName = (format: string): string => FORMATS[format] ?? format.toUpperCase();
