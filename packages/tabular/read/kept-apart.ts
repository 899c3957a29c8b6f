/** Columns that stand before a row's own cells in a file of rows kept apart, which somebody mends and sends again. */
export const keptApartColumns: readonly string[] = ["Quarantine reason", "Line in the file"];

/** True for the header of a file of rows kept apart. */
export function isKeptApart(header: readonly string[]): boolean {
  return keptApartColumns.every((name, column) => header[column]?.trim() === name);
}
