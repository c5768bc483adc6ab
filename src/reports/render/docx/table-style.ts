/** Style id of every table of a report. */
export const TABLE_STYLE = 'ReportTable';

/** Twips between the text of a cell and its two sides, together. */
export const CELL_SIDES = 170;

const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>`;

/**
 * A real table style, so that a clerk changes the look of all tables in one place. The library has no words
 * for table styles, so this is XML that is put into its style sheet.
 */
const XML = `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}">
<w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>
<w:tblPr><w:tblBorders>${['bottom', 'insideH'].map(line).join('')}</w:tblBorders>
<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B1F23"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F0F2F4"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
</w:style>`;

/** For the end of the style sheet. */
export const TABLE_STYLE_XML = XML.replaceAll('\n', '');
