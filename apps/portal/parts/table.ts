import { type Html, html, type Part } from "../html/html.ts";

export interface Column {
  readonly head: Part;
  /** money: figures at the right; mark: a narrow column without a visible head; bar: only where there is room. */
  readonly kind?: "text" | "money" | "mark" | "bar";
  /** True where a cell is plain without its column's name, on a narrow screen. */
  readonly plain?: boolean;
}

export interface TableParts {
  /** What the table is about, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Part[])[];
  /** lines: each row stays one line on a narrow screen: a short name, a bar, a figure. */
  readonly look?: "lines";
  /** Sums in the book-keeper's manner: a rule above, a double one below. */
  readonly sums?: readonly (readonly Part[])[];
}

/**
 * A table that folds on a narrow screen: each row becomes a block in which every cell says its column. The roles keep it a
 * table for screen readers there, where its display is another.
 */
export function table({ caption, columns, rows, look, sums = [] }: TableParts): Html {
  const heads = columns.map(
    ({ head, kind }) =>
      html`<th role="columnheader" scope="col" class="${kind ?? "text"}">${kind === "mark" ? html`<span class="sr">${head}</span>` : head}</th>`,
  );
  return html`<table role="table"${look !== undefined && html` class="${look}"`}><caption class="sr">${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => line(columns, row, "row"))}</tbody>${
    sums.length > 0 && html`<tfoot role="rowgroup">${sums.map((row) => line(columns, row, "sum"))}</tfoot>`
  }</table>`;
}

function line(columns: readonly Column[], cells: readonly Part[], kind: "row" | "sum"): Html {
  return html`<tr role="row" class="${kind}">${cells.map((cell, index) => cellOf(columns[index], cell, index))}</tr>\n`;
}

function cellOf(column: Column | undefined, cell: Part, index: number): Html {
  const kind = column?.kind ?? "text";
  if (index === 0) return html`<th role="rowheader" scope="row" class="${kind}">${cell}</th>`;
  const isEmpty = cell === undefined || cell === false || cell === "";
  if (isEmpty) return html`<td role="cell" class="${kind}"></td>`;
  const isNamed = (kind === "text" || kind === "money") && column?.plain !== true;
  const label = isNamed && html`<span class="label" aria-hidden="true">${column?.head}</span>`;
  return html`<td role="cell" class="${kind}">${label}${cell}</td>`;
}
