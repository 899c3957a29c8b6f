// Run by the tests as a process of its own, so that it can be killed and stopped: a member's node of a network, without pages and
// tables, with a disk that can be slowed, a clock that can be set, and somebody who can lie for it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { findLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { SignedHeader } from "@mingbai/ledger/proofs/light-block";
import { bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { askLightBlock } from "@mingbai/sequencer/cometbft/comet-light-block";
import { askComet } from "@mingbai/sequencer/cometbft/comet-rpc";
import { readBalance, readEquation } from "@mingbai/treasury/reads";
import { z } from "zod";
import { dataFolder } from "../../data-folder.ts";
import { findGenesis } from "../../founding/genesis-file.ts";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import { openLedger } from "../../open-ledger.ts";
import { findNetworkFile } from "../network-file.ts";
import type {
  CallFrame,
  MemberCall,
  MemberCalls,
  MemberFrame,
  SeenBlock,
  SeenDoubleVote,
  SeenHealth,
} from "./test-fault-calls.ts";
import { memberSecret, segmentBytes, tranche } from "./test-fault-people.ts";
import { measureHeld } from "./test-held-bytes.ts";
import { Liar } from "./test-liar.ts";
import { slowDisk } from "./test-slow-disk.ts";

const engineLinesMax = 12;

const [root = "", number] = process.argv.slice(2);
const folder = dataFolder(root);
const genesis = await findGenesis(folder.genesis);
const network = await findNetworkFile(folder.network);
if (genesis === undefined || network === undefined) throw new Error("the folder holds no founded network");
let syncExtraMs = 0;
let clockOffsetMs = 0;
const liar = new Liar();
liar.intervene();
const ledger = await openLedger({
  disk: slowDisk(nodeDisk(), () => syncExtraMs),
  folder,
  genesis,
  keys: await deriveNodeKeys(memberSecret(Number(number))),
  network,
  segmentBytes,
  now: () => Date.now() + clockOffsetMs,
  onFatal: fail,
});

const calls: { [Kind in MemberCall]: (given: MemberCalls[Kind]["given"]) => Promise<MemberCalls[Kind]["answer"]> } = {
  // A copy of its own: the bytes go on to a checking thread, and those of a channel cannot.
  submit: ({ bytes }) => ledger.sequencer.submit(bytes.slice()),
  receive: ({ bytes }) => ledger.sequencer.receive(bytes.slice()),
  async lie({ lie }) {
    liar.begin(lie);
  },
  async lied({ about }) {
    return liar.lied(about);
  },
  async garbage() {
    const { proposed, isSpent } = liar.garbage;
    return { proposed, isSpent };
  },
  signedHeader: seenSignedHeader,
  async accuse({ evidence }) {
    const path = `broadcast_evidence?evidence=${encodeURIComponent(evidence)}`;
    await askComet({ rpcSocket: getNetwork().comet.rpcSocket, path, schema: z.unknown() });
  },
  doubleVotes: seenDoubleVotes,
  async signalEngine({ signal }) {
    signalEngine(signal);
  },
  async slowDisk({ ms }) {
    syncExtraMs = ms;
  },
  async setClock({ offsetMs }) {
    clockOffsetMs = offsetMs;
  },
  async blocks({ throughHeight }) {
    for (;;) {
      const isMoreDurable = new Promise<void>((resolve) => ledger.onDurable(() => resolve()));
      const blocks = await seenBlocks();
      if ((blocks.at(-1)?.height ?? 0) >= throughHeight) return blocks;
      await isMoreDurable;
    }
  },
  health: seenHealth,
  held: () => measureHeld(join(folder.ledger, bodiesFolder)),
  async money({ holders }) {
    const { state } = ledger.chain;
    const balances = holders.map((account) => readBalance(state, { account, tranche }));
    const { outstanding, booked } = readEquation(state);
    return { held: balances.map(({ free, locked }) => free + locked), outstanding, booked };
  },
};

async function answerCall<Kind extends MemberCall>({ call, kind, given }: CallFrame<Kind>): Promise<void> {
  try {
    say({ call, answer: await calls[kind](given) });
  } catch (error) {
    say({ call, error: String(error) });
  }
}

async function seenBlocks(): Promise<SeenBlock[]> {
  const blocks: SeenBlock[] = [];
  for await (const { height, appHash, logSize, outcomes } of ledger.chain.blocksFromHeight(0)) {
    const leaves = outcomes.map(({ leaf }) => {
      const read = findLeaf(leaf);
      if (read === undefined) throw new SyntaxError("a leaf that cannot be read");
      return { id: toHex(read.id), result: read.result };
    });
    blocks.push({ height, appHash: toHex(appHash), logSize, leaves });
  }
  return blocks;
}

async function seenSignedHeader({ height }: { height: number }): Promise<SignedHeader> {
  const { signedHeader } = await askLightBlock({ rpcSocket: getNetwork().comet.rpcSocket, height });
  return SignedHeader.parse(signedHeader);
}

async function seenDoubleVotes(): Promise<SeenDoubleVote[]> {
  const seen: SeenDoubleVote[] = [];
  for await (const { doubleVotes = [], outcomes } of ledger.chain.blocksFromHeight(0)) {
    const leaves = outcomes.filter(({ leaf }) => findLeaf(leaf)?.kind === leafKinds.deadline).length;
    seen.push(...doubleVotes.map(({ organisation, height }) => ({ organisation, votedHeight: height, leaves })));
  }
  return seen;
}

function getNetwork() {
  if (ledger.network === undefined) throw new Error("a member without a network");
  return ledger.network;
}

async function seenHealth(): Promise<SeenHealth> {
  const { sequencer, links, comet } = getNetwork();
  // An engine between two lives has nothing to say; the member has.
  const engine = await comet.status().catch(() => undefined);
  const engineLines = engine === undefined ? await lastEngineLines() : [];
  return {
    state: sequencer.state,
    height: ledger.chain.head.height,
    waitingFor: sequencer.waitingFor.length,
    exchange: sequencer.status(),
    engine: engine && {
      height: engine.height,
      isCatchingUp: engine.isCatchingUp,
      peers: engine.peers.map(({ moniker }) => moniker),
    },
    engineLines,
    links: links.status().peers.map(({ member, connectedForMs, lastFault }) => ({
      member,
      isUp: connectedForMs !== undefined,
      lastFault: lastFault?.fault,
    })),
  };
}

/** What the engine said last: why one that is away does not come back. */
async function lastEngineLines(): Promise<string[]> {
  const text = await readFile(join(folder.comet, "comet.log"), "utf8");
  return text.trimEnd().split("\n").slice(-engineLinesMax);
}

function signalEngine(signal: NodeJS.Signals): void {
  const pid = ledger.network?.comet.pid;
  if (pid !== undefined) process.kill(pid, signal);
}

function say(frame: MemberFrame): void {
  // Whoever asked may be gone by now.
  if (process.connected) process.send?.(frame, undefined, undefined, () => undefined);
}

async function stop(): Promise<void> {
  signalEngine("SIGCONT");
  await ledger.close();
  process.exit(0);
}

function fail(error: Error): void {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

process.on("message", (frame: CallFrame) => void answerCall(frame));
process.once("disconnect", () => void stop());
say({ isReady: true });
