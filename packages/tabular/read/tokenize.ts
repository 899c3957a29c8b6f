import { carriageReturn, PlainRows } from "./plain-rows.ts";
import { quotedCellCharsMax, type TableRow } from "./table.ts";

const newline = 10;
const quote = 34;

/**
 * Cuts text into rows of cells, RFC 4180 read leniently: any delimiter of one character, CRLF, LF or (where the text has no LF
 * at all) CR, quoted cells with doubled quotes and line breaks in them. Text after a closing quote is kept. A quote that is
 * never closed, or closes in the middle of another row's text, is taken as an ordinary character and its row is marked.
 * Rows with no text in any cell come as rows of empty cells, so that line numbers stay true.
 */
export function tokenize(input: { text: string; delimiter: string; rowsMax?: number }): TableRow[] {
  return new Tokenizer(input.text, input.delimiter).rows(input.rowsMax ?? Number.POSITIVE_INFINITY);
}

/** A piece of a longer text that begins with a row, at `line`. */
export interface TextPiece {
  readonly text: string;
  readonly delimiter: string;
  readonly rowEnd: string;
  readonly line: number;
  readonly isLast: boolean;
}

/**
 * The rows of a piece as they are in the whole text, and what stands behind them: the piece's last rows are left over unless it is
 * the last, since a quoted cell in them may end in the next piece.
 */
export function tokenizePiece(piece: TextPiece): {
  readonly rows: TableRow[];
  readonly rest: string;
  readonly line: number;
} {
  const tokenizer = new Tokenizer(piece.text, piece.delimiter, piece);
  const sureEnd = piece.isLast ? piece.text.length + 1 : piece.text.length - quotedCellCharsMax;
  return tokenizer.rowsUntil(sureEnd);
}

class Tokenizer {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #rowEnd: string;
  #at = 0;
  #line: number;
  #nextQuote: number;

  constructor(text: string, delimiter: string, at?: { readonly rowEnd: string; readonly line: number }) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#rowEnd = at?.rowEnd ?? (text.includes("\n") ? "\n" : "\r");
    this.#line = at?.line ?? 1;
    this.#nextQuote = this.#quoteFrom(0);
  }

  // PERF: 1,000,000 cells a second and more; of a row without quotes only its place is noted. Benches: import.payments, disburse.million.
  rows(rowsMax: number): TableRow[] {
    const rows: TableRow[] = [];
    const text = this.#text;
    const plain = new PlainRows(text, this.#delimiter);
    while (this.#at < text.length && rows.length < rowsMax) rows.push(this.#row(plain));
    return rows;
  }

  rowsUntil(sureEnd: number): { rows: TableRow[]; rest: string; line: number } {
    const rows: TableRow[] = [];
    const plain = new PlainRows(this.#text, this.#delimiter);
    while (this.#at < this.#text.length) {
      const [at, line] = [this.#at, this.#line];
      const row = this.#row(plain);
      if (this.#at > sureEnd) return { rows, rest: this.#text.slice(at), line };
      rows.push(row);
    }
    return { rows, rest: "", line: this.#line };
  }

  #row(plain: PlainRows): TableRow {
    const end = this.#rowEndFrom(this.#at);
    if (this.#nextQuote < this.#at) this.#nextQuote = this.#quoteFrom(this.#at);
    if (this.#nextQuote < end) return this.#quotedRow();
    const row = plain.rowAt({ line: this.#line, start: this.#at, end });
    this.#at = end + 1;
    this.#line++;
    return row;
  }

  #quotedRow(): TableRow {
    const line = this.#line;
    const cells: string[] = [];
    let brokenQuotes = false;
    for (;;) {
      const closed = this.#text.charCodeAt(this.#at) === quote ? this.#findQuotedCell() : undefined;
      if (closed !== undefined) {
        cells.push(closed);
      } else {
        brokenQuotes ||= this.#text.charCodeAt(this.#at) === quote;
        cells.push(this.#plainCell());
      }
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    this.#at++;
    this.#line++;
    return { line, cells, brokenQuotes };
  }

  /** The cell from here to the next delimiter or row end; stops on it. */
  #plainCell(): string {
    const end = this.#cellEndFrom(this.#at);
    const last = this.#text.charCodeAt(end - 1) === carriageReturn && end > this.#at ? end - 1 : end;
    const cell = this.#text.slice(this.#at, this.#text[end] === this.#delimiter ? end : last);
    this.#at = end;
    return cell;
  }

  /** A quoted cell; undefined, with nothing moved, where its closing quote is missing. */
  #findQuotedCell(): string | undefined {
    const text = this.#text;
    const start = this.#at + 1;
    let close = text.indexOf('"', start);
    let doubled = false;
    while (close !== -1 && text.charCodeAt(close + 1) === quote) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1 || close - start > quotedCellCharsMax) return undefined;
    const end = this.#cellEndFrom(close + 1);
    const after = text.slice(close + 1, end).trim();
    const inside = text.slice(start, close);
    const breaks = countBreaks(inside, this.#rowEnd);
    if (breaks > 0 && after !== "") return undefined;
    this.#at = end;
    this.#line += breaks;
    const cell = doubled ? inside.replaceAll('""', '"') : inside;
    return after === "" ? cell : `${cell}${text.slice(close + 1, end).trimEnd()}`;
  }

  #cellEndFrom(from: number): number {
    const text = this.#text;
    const delimiter = this.#delimiter.charCodeAt(0);
    const rowEnd = this.#rowEnd.charCodeAt(0);
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === rowEnd) break;
      end++;
    }
    return end;
  }

  #rowEndFrom(from: number): number {
    const end = this.#text.indexOf(this.#rowEnd, from);
    return end === -1 ? this.#text.length : end;
  }

  #quoteFrom(from: number): number {
    const at = this.#text.indexOf('"', from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}

function countBreaks(text: string, rowEnd: string): number {
  if (!text.includes(rowEnd)) return 0;
  const code = rowEnd === "\n" ? newline : carriageReturn;
  let breaks = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === code) breaks++;
  return breaks;
}
