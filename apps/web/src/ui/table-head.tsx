/** What a column holds. `look` as in table.css: r, wide, mark-cell and so on; `isUnseen` where only its cells are looked at. */
export interface Column {
  readonly head: string;
  readonly look?: string;
  readonly isUnseen?: boolean;
}

/** The head of a table, one cell for each column; a column that this reader has not is false or absent. */
export function TableHead({ columns }: { columns: readonly (Column | false | undefined)[] }) {
  return (
    <thead>
      <tr>
        {Object.entries(columns).map(
          ([place, column]) =>
            column && (
              <th key={place} scope="col" className={column.look}>
                {column.isUnseen === true ? <span className="sr">{column.head}</span> : column.head}
              </th>
            ),
        )}
      </tr>
    </thead>
  );
}
