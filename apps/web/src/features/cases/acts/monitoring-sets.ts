import type { SubjectPart } from "@mingbai/registry/content/file/part";
import type { Value } from "@mingbai/registry/content/file/value";
import type { HouseholdFile } from "@mingbai/registry/views/household";

/** How a household's file says that it is monitored from now on; "" where it is monitored no longer. */
export interface Monitoring {
  readonly monitored: string;
  /** Since when, YYYY-MM-DD. */
  readonly monitoredOn: string;
  readonly cause: string;
}

/** The fields that a decision changes, as the decider saw them and as they are to be; what stays is left out. */
export function monitoringSets(
  { values }: Pick<HouseholdFile, "values">,
  decided: Partial<Monitoring>,
): SubjectPart["sets"] {
  const changed = Object.entries(decided).flatMap(([field, to]) => {
    const from: Value | undefined = values[field];
    if ((from ?? "") === to) return [];
    return [[field, { ...(from !== undefined && { from }), ...(to !== "" && { to }) }] as const];
  });
  return Object.fromEntries(changed);
}
