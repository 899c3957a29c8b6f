import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import { z } from "zod";
import { PersonDetails } from "../schema.ts";
import { KeyContent, keySubject, PersonContent, personSubject } from "../vault-content.ts";

const KeptDetails = z.object({ content: PersonDetails });

/** A row that lacks what the vault has not got yet. `seq`: of the description, as a later one may be known already. */
type Place =
  | { readonly kind: "person"; readonly account: string }
  | { readonly kind: "key"; readonly keyId: string }
  | ({ readonly kind: "details"; readonly account: string; readonly seq: number } & GivenContent);

export async function personNameOf({ vault }: ProjectionContext, account: string): Promise<string | undefined> {
  return PersonContent.safeParse(await vault.find(personSubject(account))).data?.name;
}

export async function keyNameOf({ vault }: ProjectionContext, keyId: string): Promise<string | undefined> {
  return KeyContent.safeParse(await vault.find(keySubject(keyId))).data?.name;
}

export async function detailsOf({ vault }: ProjectionContext, given: GivenContent): Promise<PersonDetails | undefined> {
  return KeptDetails.safeParse(await vault.find(contentSubject(given))).data?.content;
}

export async function writeDetails(
  { query }: ProjectionContext,
  account: string,
  { name, contact }: PersonDetails,
): Promise<void> {
  await query("update identity.person set name = $2, contact = $3 where account = $1", [account, name, contact]);
}

/** Notes a row for `fillIn`. */
export function awaits(context: ProjectionContext, place: Place): Promise<void> {
  return context.awaits({ subject: subjectOf(place), place: JSON.stringify(place) });
}

/** Fills in names and details that have come. */
export async function fillIn(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  for (const { place } of awaited) await fill(JSON.parse(place) as Place, context);
}

function subjectOf(place: Place): string {
  switch (place.kind) {
    case "person":
      return personSubject(place.account);
    case "key":
      return keySubject(place.keyId);
    case "details":
      return contentSubject(place);
  }
}

async function fill(place: Place, context: ProjectionContext): Promise<void> {
  const { query } = context;
  if (place.kind === "person") {
    const name = await personNameOf(context, place.account);
    // Who was described meanwhile has the name of the description.
    await query("update identity.person set name = $2 where account = $1 and name = ''", [place.account, name ?? ""]);
  } else if (place.kind === "key") {
    const name = await keyNameOf(context, place.keyId);
    await query("update identity.key set name = $2 where key_id = $1", [place.keyId, name ?? ""]);
  } else {
    const details = await detailsOf(context, place);
    if (details !== undefined && !(await isOlder(place, context))) await writeDetails(context, place.account, details);
  }
}

/** True where the person was described again later, by what is known already or still awaited. */
async function isOlder(
  { account, seq }: { account: string; seq: number },
  { query }: ProjectionContext,
): Promise<boolean> {
  const sql = `select exists (select from identity.act where account = $1 and kind = 'personDescribed' and seq > $2) as is_older`;
  const [row] = await query(sql, [account, seq]);
  return row?.is_older === true;
}
