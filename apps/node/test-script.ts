import { toHex } from "@mingbai/codec/hex";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import type { Answer } from "@mingbai/sequencer/answer";
import type { Solo } from "@mingbai/sequencer/solo/solo";
import { sceneMembers } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import type { Random } from "@mingbai/testkit/random";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { type HashesByHeight, jumpTo, openSceneChain, startSolo } from "./test-ledger-scene.ts";

const groupsCount = 9;
/** The fourth block after this one is hashed in full and saved as a snapshot. */
const startHeight = 1_020;
const reopenAfterGroup = 6;
/** From here on the root of the snapshot is in the app hash. */
const laterHeight = 1_100;
/** Microtasks within which solo executes what it was sent. */
const turnsMax = 200;

/** Transactions that are sent together; one group after another. */
export type Script = readonly (readonly SignedTransaction[])[];

/** What a client knows at the time of a crash. */
export interface Known {
  readonly answers: Map<string, Answer>;
  readonly hashes: HashesByHeight;
}

/** Commands and batches of three keys; some batches are long enough for the body log. */
export async function makeScript(dice: Random): Promise<Script> {
  const members = Object.values(sceneMembers);
  const next = new Map<string, number>();
  const script: SignedTransaction[][] = [];
  for (let group = 0; group < groupsCount; group++) {
    const sent: SignedTransaction[] = [];
    for (let count = 0; count <= dice.below(3); count++) {
      const member = dice.pick(members);
      const sequence = (next.get(member.keyId) ?? 0) + 1;
      next.set(member.keyId, sequence);
      const amounts = Array.from({ length: 1 + dice.below(12) }, () => dice.below(1_000));
      const key = `note ${dice.below(4)}`;
      sent.push(
        await (dice.chance(1, 2)
          ? scenePayments(amounts, { member, sequence })
          : sceneCommand({ key, text: `text ${group}` }, { member, sequence })),
      );
    }
    script.push(sent);
  }
  return script;
}

async function send(solo: Solo, { id, bytes }: SignedTransaction, known: Known): Promise<void> {
  const [answer] = await solo.submit(bytes.slice());
  if (answer?.status === "final") known.answers.set(toHex(id), answer);
}

/** Sends the script, one group after another, closing and opening the ledger once in between. */
export async function runScript(disk: SimulatedDisk, script: Script, known: Known): Promise<void> {
  let scene = await openSceneChain(disk, known.hashes);
  await jumpTo(scene, startHeight);
  let { solo } = startSolo(scene);
  const underWay: Promise<unknown>[] = [];
  try {
    for (const [place, group] of script.entries()) {
      if (place === reopenAfterGroup) {
        await solo.close();
        scene = await openSceneChain(disk, known.hashes);
        await jumpTo(scene, laterHeight);
        ({ solo } = startSolo(scene));
      }
      const answered = Promise.all(group.map((transaction) => send(solo, transaction, known)));
      underWay.push(answered);
      // Every second group is sent while the block of the one before it is being synced.
      if (place % 2 === 0) await Promise.race([answered, isExecuted(scene, scene.head.height)]);
      else await Promise.all(underWay.splice(0));
    }
  } finally {
    await Promise.allSettled(underWay);
    await solo.close();
  }
}

/** Resolves when a block above this height was executed, durable or not, or when that does not happen at once. */
async function isExecuted(ledger: LedgerChain, height: number): Promise<void> {
  for (let turn = 0; turn < turnsMax && ledger.head.height <= height; turn++) await Promise.resolve();
}
