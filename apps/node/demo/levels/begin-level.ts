import { findAccountKind, findFund, readFundTotals } from "@mingbai/treasury/reads";
import { LocalActor } from "../../local-actor.ts";
import type { OpenLedger } from "../../open-ledger.ts";
import type { DemoPerson } from "../demo-cast.ts";
import { demoNumber, demoSigner } from "../demo-keys.ts";
import { putDemoNames } from "../put-demo-names.ts";
import { city, counties, holderOf, type Level, type Post } from "./level-casts.ts";

/** The fund that goes from the city to its counties: its number in the city, and in each county. */
export const levelFund = { inCity: 1, inCounty: 7, name: "乡村道路修缮专项" } as const;
/** What the city's bank has received for it, in minor units. */
export const levelDeposit = 500_000_000;
export const levelBankAccount = "ESCROW-5501-2286";

const dayChars = 10;

/** The account of a level's finance bureau, which holds the fund. */
export function officeOf({ id }: Level): string {
  return demoNumber(`${id}-office`);
}

/**
 * What a level's ledger begins with: names, accounts, its fund, and in the city the bank's money. What is there already stays, so
 * that a start which was broken off goes on. False on a ledger that is no level's.
 */
export async function beginLevel(ledger: OpenLedger): Promise<boolean> {
  const { name } = ledger.genesis.configuration;
  const level = [city, ...counties].find(({ cast }) => cast.ledger === name);
  if (level === undefined) return false;
  const { state } = ledger.chain;
  const office = officeOf(level);
  const fund = level === city ? levelFund.inCity : levelFund.inCounty;
  const act = async (post: Post, command: string, input: Parameters<LocalActor["act"]>[1]) => {
    const id = holderOf(level, post);
    await new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) }).act(command, input);
  };
  if (findAccountKind(state, office) === undefined) {
    await putNames(ledger, { level, office, fund });
    await act("admin", "treasury.openAccounts", { accounts: accountsOf(level) });
  }
  if (findFund(state, fund) === undefined)
    await act("finance", "treasury.createFund", { fund, code: "XD-2026", office });
  if (level === city && readFundTotals(state, fund).paidIn === 0) {
    const valueDay = new Date(ledger.now()).toISOString().slice(0, dayChars);
    const line = { kind: "deposit", reference: "IN-1", valueDay, amount: levelDeposit, fund };
    await act("bank", "treasury.bookBankLines", { bankAccount: levelBankAccount, lines: [line] });
  }
  return true;
}

async function putNames(
  ledger: OpenLedger,
  { level, office, fund }: { level: Level; office: string; fund: number },
): Promise<void> {
  await putDemoNames(ledger);
  const { keeper, organisations, people } = level.cast;
  const bureau = organisations.find(({ id }) => id === keeper);
  await ledger.vault.put([
    { subject: office, content: { kind: "account", name: bureau?.name.zh ?? "", nature: "organisation" } },
    ...people.filter(isResident).map(({ id, name }) => ({
      subject: demoNumber(id),
      content: { kind: "account", name, nature: "person" },
    })),
    { subject: `fund/${fund}`, content: { kind: "fund", name: levelFund.name } },
  ]);
}

function accountsOf(level: Level) {
  return [
    { account: officeOf(level), kind: "office", organisation: level.cast.keeper },
    ...level.cast.people.filter(isResident).map(({ id }) => ({ account: demoNumber(id), kind: "person" })),
  ];
}

function isResident({ roles }: DemoPerson): boolean {
  return roles.includes("individual");
}
