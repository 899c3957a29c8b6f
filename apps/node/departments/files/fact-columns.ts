import { factFieldTypes } from "@mingbai/registry/content/facts/fact-types";

/** Columns that every line of a list of facts has. */
export const ownColumns = ["id", "source", "kind", "about", "name", "asOf"] as const;

/** Columns of what facts say, whatever their kind: amounts are minor units, days YYYY-MM-DD. */
export const valueColumns = Object.keys(factFieldTypes) as (keyof typeof factFieldTypes)[];

/** The header of a list of facts as CSV. */
export const factColumns: readonly string[] = [...ownColumns, ...valueColumns];
