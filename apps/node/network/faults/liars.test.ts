import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PeerFault } from "@mingbai/exchange/peer-faults";
import type { SignedHeader } from "@mingbai/ledger/proofs/light-block";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { runSeed } from "@mingbai/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDoubleVote } from "./test-double-vote.ts";
import type { FaultMember } from "./test-fault-member.ts";
import { FaultScene, type TwoActs } from "./test-fault-scene.ts";
import type { WrongAnswer } from "./test-lie.ts";

const whyNot = whyNoComet ?? whyNotNet;
const seed = runSeed();
const pollMs = 50;
/** A round of four heights for each of its proposals. */
const timeoutMs = 300_000;
/** It signs for its own containers, and the one with the lowest number among the signers is asked for a body first. */
const liarNumber = 0;
/** The one that gets nothing pushed by it. */
const victimNumber = 3;
const proposalsMin = 60;

let folder = "";
let opened: FaultScene | undefined;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), "mingbai-liars-"));
  opened = await FaultScene.open(folder, seed);
});
afterAll(async () => {
  if (whyNot !== undefined) return;
  await opened?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The network with its liar and with those who do not lie. */
function people() {
  if (opened === undefined) throw new RangeError("no network was opened");
  const { members } = opened.network;
  const honest = members.filter(({ number }) => number !== liarNumber);
  return { scene: opened, liar: opened.network.get(liarNumber), victim: opened.network.get(victimNumber), honest };
}

async function until(scene: FaultScene, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await scene.passes(pollMs);
}

/** How often a member has caught the liar at this. */
async function caught(member: FaultMember, fault: PeerFault): Promise<number> {
  const { exchange } = await member.ask("health", {});
  return exchange.members.find((one) => one.member === liarNumber)?.faults[fault] ?? 0;
}

/** The last block that the liar's vote helped to decide. */
async function votedBlock(member: FaultMember): Promise<SignedHeader> {
  for (let height = (await member.ask("health", {})).engine?.height ?? 0; height > 0; height--) {
    const seen = await member.ask("signedHeader", { height });
    if (await findDoubleVote(seen, { member: liarNumber, otherBlock: "any" })) return seen;
  }
  throw new RangeError("the liar never voted");
}

describe.skipIf(whyNot)(
  whyNot ?? "of four members, each with processes of its own, one",
  { timeout: timeoutMs },
  () => {
    const answers: readonly (readonly [string, (act: TwoActs) => WrongAnswer])[] = [
      ["the twin", ({ signed, twin }) => ({ of: signed.bytes, twin: twin.bytes })],
      ["cut bytes", () => "cut"],
      ["padded bytes", () => "padded"],
      ["nothing", () => "nothing"],
      ["another body", ({ twin }) => ({ body: twin.bytes })],
    ];
    it.each(answers)(
      "answers with %s whoever lacks a body: it has the right one from others",
      async (name, answerTo) => {
        const { scene, liar, victim } = people();
        const act = await scene.sign();
        const answer = answerTo(act);
        const before = await caught(victim, "BODY_WRONG");
        await liar.ask("lie", { lie: { kind: "answers wrongly", victim: victimNumber, answer } });
        await scene.entrust(act.signed, liar);
        await until(scene, async () => (await liar.ask("lied", { about: "body" })) > 0);
        if (answer !== "nothing") await until(scene, async () => (await caught(victim, "BODY_WRONG")) > before);
        await scene.isFinal(act.signed, [victim]);
        await liar.ask("lie", { lie: undefined });
        await scene.goesOn(name);
      },
    );

    it("keeps what it has certified to itself: who asked it asks another", async () => {
      const { scene, liar, honest } = people();
      const { signed } = await scene.sign();
      await liar.ask("lie", { lie: { kind: "withholds certificates" } });
      await scene.entrust(signed, liar);
      await until(scene, async () => (await liar.ask("lied", { about: "item" })) > 0);
      await scene.isFinal(signed, honest);
      await scene.goesOn("withheld", honest);
      await liar.ask("lie", { lie: undefined });
    });

    it("says by forged signatures that it has stored a container: the others' make the certificate", async () => {
      const { scene, liar, victim, honest } = people();
      const { signed } = await scene.sign();
      await liar.ask("lie", { lie: { kind: "forges acks" } });
      await scene.entrust(signed, victim);
      await until(scene, async () => (await caught(victim, "ACK_FORGED")) > 0);
      await scene.isFinal(signed, honest);
      await scene.goesOn("forged", honest);
      await liar.ask("lie", { lie: undefined });
    });

    it("says that it has stored what it threw away: others have it, and the liar asks them", async () => {
      const { scene, liar, victim } = people();
      const { signed } = await scene.sign();
      await liar.ask("lie", { lie: { kind: "stores nothing" } });
      await scene.entrust(signed, victim);
      await until(scene, async () => (await liar.ask("lied", { about: "push" })) > 0);
      await scene.isFinal(signed, [victim]);
      await scene.isFinal(signed, [liar]);
      await liar.ask("lie", { lie: undefined });
    });

    it("proposes at its turns what is wrong: nobody votes for it, and the next proposer's block is decided", async () => {
      const { scene, liar, honest } = people();
      const { signed } = await scene.sign();
      await scene.entrust(signed, liar);
      await scene.isFinal(signed, [liar]);
      await liar.ask("lie", { lie: { kind: "proposes garbage" } });
      await until(scene, async () => (await liar.ask("garbage", {})).isSpent);
      await scene.goesOn("garbage", honest);
      await liar.ask("lie", { lie: undefined });
      const { proposed } = await liar.ask("garbage", {});
      expect(proposed.length).toBeGreaterThanOrEqual(proposalsMin);
      for (const member of honest) {
        const rounds: number[] = [];
        for (const { height } of proposed) rounds.push((await member.ask("signedHeader", { height })).commit.round);
        expect(rounds).not.toContain(0);
        // A busy machine may lose another now and then.
        expect(rounds.toSorted((a, b) => a - b)[rounds.length >> 1]).toBe(1);
      }
    });

    it("votes twice: whoever shows it, it is written down once, and the ledger goes on", async () => {
      const { scene, honest } = people();
      const [first, second] = honest as [FaultMember, FaultMember];
      const seen = await votedBlock(first);
      const votedHeight = seen.commit.height;
      for (const [member, otherBlock] of [
        [first, "another block"],
        [second, "another block"],
        [second, "a third block"],
      ] as const) {
        const evidence = await findDoubleVote(seen, { member: liarNumber, otherBlock });
        await member.ask("accuse", { evidence: evidence ?? "" });
        await scene.goesOn(otherBlock, honest);
      }
      const vote = { organisation: `member-${liarNumber}`, votedHeight };
      for (const member of scene.network.members) {
        await until(scene, async () => (await member.ask("doubleVotes", {})).length > 1);
        expect(await member.ask("doubleVotes", {})).toEqual([
          { ...vote, leaves: 1 },
          { ...vote, leaves: 0 },
        ]);
      }
    });

    it("and all four agree in the end, with all that was acknowledged", async () => {
      const { scene } = people();
      await scene.agrees();
    });
  },
);
