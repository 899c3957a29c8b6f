/** A list as somebody sends it: title rows, a header, and rows that are made while they are asked for, as often as that is. */
export interface ListTable {
  readonly name: string;
  /** Rows above the header, as merged cells leave them: text in the first cell of each, the others empty. */
  readonly titles: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** All rows of it, each as wide as the header. */
export function* allRows({ titles, header, rows }: ListTable): Generator<readonly string[]> {
  for (const title of titles) yield [...title, ...Array.from({ length: header.length - title.length }, () => "")];
  yield header;
  yield* rows;
}
