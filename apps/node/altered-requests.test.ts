import { concat, viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import type { Answer, FinalAnswer } from "@mingbai/sequencer/answer";
import { deepCount } from "@mingbai/testkit/deep";
import { type SceneMember, sceneMembers } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SceneSigning, sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { jumpTo, type OpenScene, openSceneChain, startSolo } from "./test-ledger-scene.ts";
import { SequenceModel, type Verdict } from "./test-sequence-model.ts";

const requests = deepCount(3_000, 100_000);
const perSubmissionMax = 24;
const restarts = 4;
const segmentBytes = 1024 * 1024;
const lanes = 3;
const dayMs = 24 * 60 * 60 * 1_000;
const snapshotSoon = 1_020;
const gapHeights = 100;
const timeoutMs = 900_000;
const members: readonly SceneMember[] = Object.values(sceneMembers);

/** A request with what the rules say of it: a fault that needs no state, or a place in a key's order. */
interface Request {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly fault?: string;
  readonly place: string;
  readonly sequence: number;
  /** What execution says of it, the first time. */
  readonly outcome: string;
}

type Kind = (typeof kinds)[number];
const kinds = [
  "next",
  "next",
  "ahead",
  "far",
  "huge",
  "zero",
  "chain",
  "expired",
  "late",
  "forged",
  "body",
  "stolen",
] as const;

/** One new request of some kind, honest or not. */
async function makeRequest(dice: Random, model: SequenceModel, reserved: Map<string, number>): Promise<Request> {
  const kind = dice.pick(kinds);
  const member = dice.pick(members);
  const lane = dice.below(lanes);
  const place = `${member.keyId}/${lane}`;
  const sequence = sequenceOf(kind, dice, Math.max(model.base(place), reserved.get(place) ?? 1));
  if (kind === "next") reserved.set(place, sequence + 1);
  const signing: SceneSigning = { member, lane, sequence, ...unlike(kind, member) };
  const { id, bytes } = await sceneCommand({ key: `k${dice.below(9)}`, text: `${dice.below(1e9)}` }, signing);
  return { ...altered(kind, { id, bytes }, dice), place, sequence, outcome: kind === "late" ? "EXPIRY_TOO_FAR" : "ok" };
}

function sequenceOf(kind: Kind, dice: Random, next: number): number {
  if (kind === "ahead") return next + dice.below(40);
  if (kind === "far") return dice.pick([next + 1_100 + dice.below(1e6), Number.MAX_SAFE_INTEGER]);
  return kind === "zero" ? 0 : next;
}

function unlike(kind: Kind, member: SceneMember): SceneSigning {
  if (kind === "chain") return { chain: new Uint8Array(32).fill(3) };
  if (kind === "expired") return { expiryMs: sampleTimeMs - 1 };
  if (kind === "late") return { expiryMs: sampleTimeMs + 2 * dayMs };
  const other = members.find(({ keyId }) => keyId !== member.keyId);
  return kind === "stolen" && other !== undefined ? { keyId: other.keyId } : {};
}

const faults: Partial<Record<Kind, string>> = {
  huge: "MALFORMED",
  chain: "CHAIN_WRONG",
  expired: "EXPIRED",
  forged: "SIGNATURE_WRONG",
  body: "BODY_HASH_WRONG",
  stolen: "KEY_UNKNOWN",
};
const at = { sequence: 24, signature: 226 };

function altered(kind: Kind, { id, bytes }: SignedTransaction, dice: Random): Pick<Request, "id" | "bytes" | "fault"> {
  const fault = faults[kind];
  if (kind === "huge") viewOf(bytes).setBigUint64(at.sequence, 2n ** 53n + BigInt(dice.below(9)), true);
  if (kind === "forged") flip(bytes, at.signature + dice.below(64), dice);
  if (kind === "body") flip(bytes, bytes.length - 1 - dice.below(5), dice);
  return { id: toHex(id), bytes, ...(fault !== undefined && { fault }) };
}

function flip(bytes: Uint8Array, place: number, dice: Random): void {
  bytes[place] = (bytes[place] ?? 0) ^ (1 << dice.below(8));
}

/** The rules, with every final answer that was ever given. */
class Rules {
  readonly model = new SequenceModel();
  readonly finals = new Map<string, FinalAnswer>();

  /** Says what each answer of one submission must be, in order, and remembers what became final. */
  assertAnswers(sent: readonly Request[], answers: readonly (Answer | undefined)[]): void {
    const admission = sent.map(({ place, sequence }) => this.model.judge(place, sequence));
    for (const [index, request] of sent.entries()) {
      const answer = answers[index];
      const known = this.finals.get(request.id);
      if (known !== undefined) {
        expect(answer).toEqual(known);
        continue;
      }
      const expected = this.#expected(request, admission[index]);
      expect({ id: request.id, code: answer?.refused ?? "ok" }).toEqual({ id: request.id, code: expected });
      if (answer?.status === "final") this.#remember(request, answer);
    }
  }

  /** The same submission was under way at the same time: whatever is final is so in both. */
  assertDoubled(sent: readonly Request[], answers: readonly (Answer | undefined)[]): void {
    for (const [index, request] of sent.entries()) {
      const known = this.finals.get(request.id);
      if (known !== undefined) expect(answers[index]).toEqual(known);
      else expect(answers[index]?.status).toBe("not admitted");
    }
  }

  /** Admission judges all of a submission by the state before it; the order judges each after those before it. */
  #expected({ fault, place, sequence, outcome }: Request, admission: Verdict | undefined): string {
    if (fault !== undefined && fault !== "EXPIRED") return fault;
    if (admission === "too far") return "SEQUENCE_TOO_FAR";
    if (admission === "used") return "SEQUENCE_USED";
    if (fault === "EXPIRED") return fault;
    return this.model.judge(place, sequence) === "used" ? "SEQUENCE_USED" : outcome;
  }

  #remember(request: Request, answer: FinalAnswer): void {
    this.finals.set(request.id, answer);
    this.model.use(request.place, request.sequence);
  }
}

async function open(disk: SimulatedDisk): Promise<OpenScene> {
  const ledger = await openSceneChain(disk, undefined, { segmentBytes });
  await jumpTo(ledger, ledger.head.height === 0 ? snapshotSoon : ledger.head.height + gapHeights);
  return startSolo(ledger);
}

/** New requests among older ones, sometimes each of them doubled at once. */
async function makeSubmission(dice: Random, rules: Rules, past: readonly Request[]): Promise<Request[]> {
  const sent: Request[] = [];
  const reserved = new Map<string, number>();
  const count = 1 + dice.below(perSubmissionMax);
  for (let place = 0; place < count; place++) {
    const repeats = past.length > 0 && dice.chance(1, 3);
    const doubles = sent.length > 0 && dice.chance(1, 9);
    if (repeats) sent.push(dice.pick(past));
    else if (doubles) sent.push(dice.pick(sent));
    else sent.push(await makeRequest(dice, rules.model, reserved));
  }
  // Bytes whose length cannot be told end a submission.
  const end = sent.findIndex(({ fault }) => fault === "MALFORMED");
  return end < 0 ? sent : sent.slice(0, end + 1);
}

describe("requests sent again, out of order, or altered", () => {
  const seed = runSeed();

  it(
    `happen once or never, and lock no key out: ${requests} requests, seed ${seed}`,
    async () => {
      const dice = random(seed);
      const rules = new Rules();
      const past: Request[] = [];
      let disk = simulatedDisk({ seed });
      let scene = await open(disk);
      let asked = 0;
      for (let part = 1; part <= restarts; part++) {
        while (asked < (requests * part) / restarts) {
          const sent = await makeSubmission(dice, rules, past);
          const bytes = concat(...sent.map((request) => request.bytes));
          const [answers, doubled] = await Promise.all([scene.solo.submit(bytes.slice()), scene.solo.submit(bytes)]);
          rules.assertAnswers(sent, answers);
          rules.assertDoubled(sent, doubled);
          past.push(...sent.filter(() => dice.chance(1, 3)));
          asked += 2 * sent.length;
        }
        if (dice.chance(1, 2)) await scene.solo.close();
        disk = disk.crash({ kind: "lost" });
        scene = await open(disk);
      }
      expect(disk.paths().some((path) => path.endsWith(".snapshot"))).toBe(true);
      const indexes = [...rules.finals.values()].map(({ logIndex }) => logIndex).sort((a, b) => a - b);
      expect(indexes).toEqual(indexes.map((_, index) => index));
      expect(scene.ledger.head.logSize).toBe(indexes.length);
      await assertNoneLockedOut(scene, rules.model);
      await scene.solo.close();
      expect(scene.fatal).toEqual([]);
    },
    timeoutMs,
  );
});

/** Every key can go on with the first number that it has not used, in every lane. */
async function assertNoneLockedOut({ solo }: OpenScene, model: SequenceModel): Promise<void> {
  for (const member of members) {
    for (let lane = 0; lane < lanes; lane++) {
      const sequence = model.base(`${member.keyId}/${lane}`);
      const { bytes } = await sceneCommand({ key: "end", text: "" }, { member, lane, sequence });
      expect(await solo.submit(bytes)).toMatchObject([{ status: "final", units: 1 }]);
    }
  }
}
