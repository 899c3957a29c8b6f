import type { ProjectionContext } from "@mingbai/read-model/projection";

const digits = 4;

/** The initials of an organisation's id: QS of qingshi-street. */
export function prefixOf(organisation: string): string {
  return organisation
    .split("-")
    .map((part) => part.charAt(0))
    .join("")
    .toUpperCase();
}

/** The number that people say, e.g. QS-2026-0318. Organisations of the same initials share one row of numbers. */
export async function nextNumber(
  { query }: ProjectionContext,
  { addressee, year }: { addressee: string; year: number },
): Promise<string> {
  const prefix = prefixOf(addressee);
  const [row] = await query(
    `insert into workflow.numbering as old values ($1, $2, 1)
     on conflict (prefix, year) do update set count = old.count + 1 returning count`,
    [prefix, year],
  );
  return `${prefix}-${year}-${String(row?.count).padStart(digits, "0")}`;
}
