import { findGivenPart, type GivenPart, partSubject } from "@mingbai/read-model/given-part";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import { sqlText } from "@mingbai/read-model/searched-text";
import { HouseholdText } from "../../content/texts/household-text.ts";

/** What a row that awaits a text is called, beside those that await parts of a file and are called by their subject. */
const saidPlace = "said";

/** Writes what was said with an act about a household, once its text is here. */
export async function writeSaid(context: ProjectionContext, given: GivenPart): Promise<void> {
  const said = await openSaid(context, given);
  if (said === null) await context.awaits({ subject: partSubject(given), place: saidPlace });
  const { subject, commitment, giver } = given;
  await context.query("insert into registry.said values ($1, $2, $3, $4::jsonb) on conflict do nothing", [
    subject,
    commitment,
    giver,
    said,
  ]);
}

export function isSaid({ place }: Awaited): boolean {
  return place === saidPlace;
}

/** Fills in texts that have come to the vault. */
export async function fillInSaid(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  for (const given of awaited.flatMap(({ subject }) => findGivenPart(subject) ?? [])) {
    const { subject, commitment, giver } = given;
    await context.query(
      `update registry.said set said = $4::jsonb where subject = $1 and commitment = $2 and giver = $3
         and not exists (select 1 from registry.erased erased where erased.subject = $1)`,
      [subject, commitment, giver, await openSaid(context, given)],
    );
  }
}

/** Null where the vault has it not, or it is something else. */
async function openSaid({ vault }: ProjectionContext, given: GivenPart): Promise<string | null> {
  const read = HouseholdText.safeParse((await vault.find(partSubject(given)))?.content);
  return read.success
    ? JSON.stringify(read.data, (_, value) => (typeof value === "string" ? sqlText(value) : value))
    : null;
}
