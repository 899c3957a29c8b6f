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

const columns = `person.person, person.household, person.position, person.identity, ${accountOfPerson} as account`;

/** People of files that are kept, out of these rows of `registry.person`, in the order of the files. */
function peopleOf(rows: string): string {
  return `select person.household, person.identity, person.account from (${rows}) person
    join registry.household household on household.household = person.household
    where household.ended is null order by household.number, household.household, person.position`;
}

const everybody = peopleOf(`select ${columns} from registry.person person where person.ended is null`);
/** People who give one account; a county's own account in everybody's file would be as many as there are people. */
const sharingMax = 1_000;
/** PERF: each number and each account by its index; asked as one condition the whole table would be read. */
const sharing = peopleOf(`select ${columns} from registry.person person
    where person.ended is null and person.identity <> '' and person.identity = any($1)
  union select shared.* from unnest($2::text[]) as asked(account), lateral (
    select ${columns} from registry.person person
    where person.ended is null and ${accountOfPerson} is not null and ${accountOfPerson} = asked.account limit ${sharingMax}) shared`);

/** Of all files that are kept: who is in which, and which give which bank account. */
export async function readIndex(client: pg.Client): Promise<{ index: HouseholdIndex; numbers: string[] }> {
  const { rows } = await client.query<FoundPerson>(everybody);
  const numbers = new Set(rows.map(({ identity }) => identity).filter((identity) => identity !== ""));
  return { index: indexPeople(rows), numbers: [...numbers] };
}

/**
 * The same as far as these files ask for it: who shares a number or an account with somebody in them, as both are usually written.
 * PERF: a village is checked within two seconds; the whole county's index alone would take one of them.
 */
export async function readIndexAround(client: pg.Client, files: readonly ComparedFile[]): Promise<HouseholdIndex> {
  const all = files.flatMap((file) => file.people.map(({ values }) => values));
  const numbers = all.flatMap(({ identityNumber }) => spellings(identityNumber, findNumber(identityNumber)));
  const accounts = all.flatMap(({ bankAccount }) => spellings(bankAccount, findAccount(bankAccount)));
  const { rows } = await client.query<FoundPerson>(sharing, [numbers, accounts]);
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
