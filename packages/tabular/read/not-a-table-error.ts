/** The file is of a kind that holds tables, but not one that is read here, or it is no table. */
export class NotATableError extends Error {
  override name = "NotATableError";
}
