/** One row as it stood in the file. `line` counts from 1 and is where the row begins. */
export interface TableRow {
  readonly line: number;
  /** Cut from the text when asked for: keep them where they are needed again. */
  readonly cells: readonly string[];
  /** True where a quotation mark opened a cell and nothing closed it: the cells may be cut in the wrong places. */
  readonly brokenQuotes: boolean;
}

/** A table of unknown origin, cut into cells and nothing more: no cell is interpreted here. */
export interface Table {
  readonly encoding: string;
  /** True where some bytes do not belong to the encoding; they stand as U+FFFD. */
  readonly damaged: boolean;
  /** Why the encoding may be another, "" where nothing speaks for another. */
  readonly encodingDoubt: string;
  readonly delimiter: string;
  /** The names of the columns, trimmed; a column without a name is called `Column N`. */
  readonly header: readonly string[];
  /** What stands over the names in a header of two rows, by column; "" or nothing where a column is in no group. */
  readonly groups: readonly string[];
  /** Line of the header, 0 where the file has none. */
  readonly headerLine: number;
  /** Rows above the header: titles, notes. */
  readonly preamble: readonly TableRow[];
  /** Every row below the header that has any text, footers and repeated headers included. */
  readonly rows: readonly TableRow[];
  readonly blankRows: number;
}

/** The most bytes of one file: it is held in memory whole. */
export const tableBytesMax = 512 * 1024 * 1024;
/** The most columns of a table; what lies beyond stays in the row's last cells and is refused there. */
export const columnsMax = 512;
/** A quoted cell longer than this is taken for a quotation mark that nobody closed. */
export const quotedCellCharsMax = 64 * 1024;
