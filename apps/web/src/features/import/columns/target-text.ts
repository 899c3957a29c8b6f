import { ColumnTarget } from "@mingbai/registry/content/import/mapping/import-mapping";

/** What a column holds, as one text for a list to choose from. */
export function textOfTarget(target: ColumnTarget): string {
  if (target.to === "household" || target.to === "person") return `${target.to} ${target.field}`;
  return target.to === "key" ? `key ${target.part}` : target.to;
}

/** The same back. `member`: whose column it is, where people of a household stand side by side. */
export function targetOfText(text: string, member?: number): ColumnTarget {
  const [to, rest] = text.split(" ");
  const isOfMember = to === "person" && member !== undefined;
  return ColumnTarget.parse({
    to,
    ...(to === "key" ? { part: rest } : rest !== undefined && { field: rest }),
    ...(isOfMember && { member }),
  });
}
