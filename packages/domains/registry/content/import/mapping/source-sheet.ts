import type { Table } from "@mingbai/tabular/read/table";

/** A sheet as a mapping is guessed from it and tried on it: the names of the columns, and the first rows or all. */
export type SourceSheet = Pick<Table, "header" | "groups" | "rows">;
