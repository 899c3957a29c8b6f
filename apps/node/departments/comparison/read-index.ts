import {
  type ComparedFile,
  findAccount,
  findNumber,
  type HouseholdIndex,
  indexHouseholds,
} from "@mingbai/registry/content/compare/household-index";
import { accountOfPerson } from "@mingbai/registry/queries/comparison/comparison-tables";
import type pg from "pg";

interface FoundPerson {
  readonly household: string;
  readonly identity: string;
  readonly account: string | null;
}

const people = `select person.household, person.identity, ${accountOfPerson} as account
  from registry.person person join registry.household household on household.household = person.household
  where person.ended is null and household.ended is null`;
const inOrder = "order by household.number, household.household, person.position";

/** Of all files that are kept: who is in which, and which give which bank account. */
export async function readIndex(client: pg.Client): Promise<{ index: HouseholdIndex; numbers: string[] }> {
  const { rows } = await client.query<FoundPerson>(`${people} ${inOrder}`);
  const numbers = new Set(rows.map(({ identity }) => identity).filter((identity) => identity !== ""));
  return { index: indexPeople(rows), numbers: [...numbers] };
}

/**
 * The same as far as these files ask for it: who shares a number or an account with somebody in them, as both are usually written.
 * PERF: a village is checked within two seconds; the whole county's index alone would take one.
 */
export async function readIndexAround(client: pg.Client, files: readonly ComparedFile[]): Promise<HouseholdIndex> {
  const all = files.flatMap((file) => file.people.map(({ values }) => values));
  const numbers = all.flatMap(({ identityNumber }) => spellings(identityNumber, findNumber(identityNumber)));
  const accounts = all.flatMap(({ bankAccount }) => spellings(bankAccount, findAccount(bankAccount)));
  const { rows } = await client.query<FoundPerson>(
    `${people} and (person.identity <> '' and person.identity = any($1) or ${accountOfPerson} = any($2)) ${inOrder}`,
    [numbers, accounts],
  );
  return indexPeople(rows);
}

function spellings(written: unknown, plain: string | undefined): string[] {
  if (plain === undefined) return [];
  return typeof written === "string" && written !== plain ? [plain, written] : [plain];
}

function indexPeople(rows: readonly FoundPerson[]): HouseholdIndex {
  return indexHouseholds(
    rows.map(({ household, identity, account }) => ({
      household,
      values: {},
      people: [{ values: { identityNumber: identity, ...(account !== null && { bankAccount: account }) } }],
    })),
  );
}
