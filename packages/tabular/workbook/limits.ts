/** The most bytes of a workbook as a file. */
export const workbookBytesMax = 128 * 1024 * 1024;
/**
 * The most bytes that all parts of a workbook have together when unpacked: a sheet of a million payments has about 400 MB, one of
 * 350,000 people with every field of a household file 1.2 GB.
 */
export const unpackedBytesMax = 2 * 1024 * 1024 * 1024;
/** The most bytes of a part that is held as one text (shared strings, styles). */
export const partBytesMax = 256 * 1024 * 1024;
/** Unpacked to packed: sheets of lists have 10 to 60, and nothing honest that is large has more than this. */
export const unpackedRatioMax = 250;
/** Below this many unpacked bytes no ratio is suspected: small files of blanks pack well. */
export const ratioFreeBytes = 8 * 1024 * 1024;
/** The most parts in a workbook: sheets, pictures, styles. */
export const partsMax = 4_096;
/** The most cells of a sheet that is held as arrays of texts, empty ones between filled ones included. */
export const cellsMax = 20_000_000;
/** The same of a sheet that is held packed: a cell is a byte and its text. */
export const packedCellsMax = 100_000_000;
/** The most characters of all cells of a sheet together, a shared text counted at each cell that shows it. */
export const sheetCharsMax = 400 * 1024 * 1024;
/** Excel's own limits ("Excel specifications and limits", Microsoft): rows of a sheet, digits that a number keeps. */
export const sheetRowsMax = 1_048_576;
export const numberDigitsMax = 15;
