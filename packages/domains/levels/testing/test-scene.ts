import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { baseOf } from "@mingbai/governance/reads";
import { subjectOf } from "@mingbai/governance/schema/subject";
import { type SceneNode, sceneNodeOf, sceneNodes } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { newestTree } from "../laws/get-tie.ts";
import type { FundPair, TieChange, TieKind } from "../schema.ts";
import { type TieRow, tieTable } from "../tables.ts";
import { type Answer, accountOf, LevelLedger, type Person } from "./test-ledger.ts";

export const fund = 1;
/** The number that the county has for the city's fund. */
export const countyFund = 7;
export const office = accountOf(0x10);
export const deposit = 1_000_000;
export const purpose = "9a".repeat(32);

export const people = {
  administrator: person(1, "bureau", "administrator"),
  finance: person(2, "bureau", "financeSupervisor"),
  operator: person(3, "bureau", "operator"),
  bank: person(4, "bank", "escrowBank"),
  node: person(5, "bureau", "nodeOperator"),
  secondAdministrator: person(6, "street", "administrator"),
  thirdAdministrator: person(7, "park", "administrator"),
  outsider: person(8, "company", "administrator"),
  supplier: person(0x20, "company", "supplier"),
  citizen: person(0x30, "citizens", "individual"),
};

function person(number: number, organisation: string, ...roles: Person["roles"][number][]): Person {
  return { account: accountOf(number), organisation, roles };
}

/** A ledger with accounts and one fund; nobody else is known to it yet. */
export function foundLedger(
  name: string,
  {
    nodes = [sceneNodeOf(name)],
    members = ["bureau"],
    fundNumber = fund,
  }: { nodes?: readonly SceneNode[]; members?: readonly string[]; fundNumber?: number } = {},
): LevelLedger {
  const ledger = new LevelLedger({ name, people: Object.values(people), members, nodes });
  must(ledger, people.operator, "treasury.openAccounts", {
    accounts: [
      { account: office, kind: "office", organisation: "bureau" },
      { account: people.supplier.account, kind: "supplier" },
      { account: people.citizen.account, kind: "person" },
    ],
  });
  must(ledger, people.finance, "treasury.createFund", { fund: fundNumber, code: `F-${fundNumber}`, office });
  return ledger;
}

/** Money from the bank, at the office. */
export function book(
  ledger: LevelLedger,
  { amount = deposit, reference = "d1", expiryMs }: { amount?: number; reference?: string; expiryMs?: number } = {},
) {
  const line = { kind: "deposit", reference, valueDay: "2027-01-15", amount, fund };
  const expiry = expiryMs === undefined ? {} : { expiryMs };
  must(ledger, people.bank, "treasury.bookBankLines", { bankAccount: "ESCROW", lines: [{ ...line, ...expiry }] });
}

/** A city of four organisations with money, and a county kept by one; each knows the other. */
export async function cityAndCounty(): Promise<{ city: LevelLedger; county: LevelLedger }> {
  const city = foundLedger("city", { nodes: sceneNodes(4) });
  const county = foundLedger("county", { fundNumber: countyFund });
  book(city);
  await join(city, county);
  return { city, county };
}

/** Both take each other on. */
export async function join(city: LevelLedger, county: LevelLedger): Promise<void> {
  const down = { own: fund, theirs: countyFund };
  decide(city, await joining(county, "child", [down]));
  const up = { own: countyFund, theirs: fund };
  decide(county, await joining(city, "parent", [up]));
}

export async function joining(ledger: LevelLedger, as: TieKind, funds: FundPair[] = []): Promise<TieChange> {
  return { kind: "join", ledger: ledger.id, as, name: ledger.parts.name, roster: await ledger.rosterNote(), funds };
}

/** What proposes a change of a tie, to the ledger as it stands. */
export function proposing(ledger: LevelLedger, tie: TieChange) {
  const change = { kind: "tie", tie } as const;
  return { change, base: baseOf(ledger.state, subjectOf(change)), words: purpose };
}

/** The one member decides: somebody of it proposes, its administrator votes. */
export function decide(ledger: LevelLedger, tie: TieChange): Answer {
  const { id } = must(ledger, people.finance, "governance.propose", proposing(ledger, tie));
  return must(ledger, people.administrator, "governance.vote", { proposal: id, choice: "for" });
}

/** Runs a command that has to be accepted and returns its answer. */
export function must(ledger: LevelLedger, who: Person, command: string, input: CanonicalObject): Answer {
  const answer = ledger.run(who, command, input);
  if (answer.code !== "ok") throw new Error(`${command}: ${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}

export function tieOf(ledger: LevelLedger, other: LevelLedger): TieRow {
  const row = ledger.state.table(tieTable).find(other.id);
  if (row === undefined) throw new Error("no tie");
  return row;
}

/** What carries a checkpoint of a size from one ledger to another. */
export async function posting(from: LevelLedger, to: LevelLedger, size = from.hashes.size) {
  const known = newestTree(tieOf(to, from)).size;
  const [a, b] = known < size ? [known, size] : [size, known];
  return {
    ledger: from.id,
    note: await from.note(size),
    from: known,
    proof: from.hashes.consistency(a, b).map(toHex),
  };
}

/** Carries the newest checkpoint over. */
export async function carry(from: LevelLedger, to: LevelLedger): Promise<void> {
  must(to, people.citizen, "levels.postCheckpoint", await posting(from, to));
}

/** Input of a transfer from the office's first tranche. */
export function sending(to: LevelLedger, ledger: LevelLedger, more: Partial<Record<string, string | number>> = {}) {
  return {
    ledger: to.id,
    holder: office,
    fund,
    tranche: 1,
    amount: 1_000,
    payee: office,
    deadlineMs: ledger.timeMs + 86_400_000,
    purpose,
    ...more,
  };
}

/** Sends and carries both proofs: the money is there, and the lock is gone. */
export async function transfer(
  from: LevelLedger,
  to: LevelLedger,
  more: Partial<Record<string, string | number>> = {},
) {
  must(from, people.finance, "levels.sendTransfer", sending(to, from, more));
  await carry(from, to);
  const sent = from.indexesOf("levels.transferSent").at(-1) ?? 0;
  const decided = must(to, people.citizen, "levels.receiveTransfer", from.prove(sent));
  await carry(to, from);
  const outcome = to.indexesOf("levels.transferDecided").at(-1) ?? 0;
  must(from, people.citizen, "levels.settleTransfer", to.prove(outcome));
  return decided.events.at(-1)?.data;
}
