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

/** How large a file is, as people say it. @example sizeInWords(163_827) // '160 KB' */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
