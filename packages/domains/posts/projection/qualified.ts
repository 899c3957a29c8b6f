import { findGivenPart, type GivenPart, partSubject } from "@mingbai/read-model/given-part";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import { sqlText } from "@mingbai/read-model/searched-text";
import { Qualifications } from "../content/qualifications.ts";

/** Writes what a person can do, in the place of what was said before, once it is here. */
export async function describe(
  context: ProjectionContext,
  { account, given, timeMs }: { account: string; given: GivenPart; timeMs: number },
): Promise<void> {
  const said = await openSaid(context, given);
  if (said === null) await context.awaits({ subject: partSubject(given), place: account });
  const { subject, commitment, giver } = given;
  await forget(context, account);
  await context.query("insert into posts.helper values ($1, $2, $3, $4, $5::jsonb, $6)", [
    ...[account, subject, commitment, giver],
    ...[said, timeMs],
  ]);
}

/** Nothing that was said of a person is left in the tables. */
export async function forget({ query, forgets }: ProjectionContext, account: string): Promise<void> {
  const gone = await query("delete from posts.helper where account = $1 returning account", [account]);
  if (gone.length > 0) await forgets(["posts.helper"]);
}

/** Fills in what has come to the vault, where nothing newer was said since. */
export async function fillIn(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  for (const { subject: name, place: account } of awaited) {
    const given = findGivenPart(name);
    if (given === undefined) continue;
    const { subject, commitment, giver } = given;
    await context.query(
      `update posts.helper set said = $5::jsonb
       where account = $1 and subject = $2 and commitment = $3 and giver = $4`,
      [account, subject, commitment, giver, await openSaid(context, given)],
    );
  }
}

/** Null where the vault has it not, or it is something else. */
async function openSaid({ vault }: ProjectionContext, given: GivenPart): Promise<string | null> {
  const read = Qualifications.safeParse((await vault.find(partSubject(given)))?.content);
  return read.success
    ? JSON.stringify(read.data, (_, value) => (typeof value === "string" ? sqlText(value) : value))
    : null;
}
