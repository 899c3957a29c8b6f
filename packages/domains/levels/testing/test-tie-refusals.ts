import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import type { TieChange } from "../schema.ts";
import { type LevelLedger, signTree } from "./test-ledger.ts";
import { type Attempt, freeze, type RefusalRow, strangerId } from "./test-refusals.ts";
import { carry, decide, foundLedger, joining, people, posting, proposing } from "./test-scene.ts";

const { administrator, citizen } = people;
const nextNode = sceneNodeOf("newcomer");

/** The note with another last signature. */
function withOtherSignature(note: string): string {
  const at = note.length - 20;
  return `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
}

/** A change of a tie, proposed by somebody who may. */
function tried(ledger: LevelLedger, tie: TieChange): Attempt {
  return [ledger, people.finance, "governance.propose", proposing(ledger, tie)];
}

/** Changes of ties, and checkpoints. */
export const tieRefusals: readonly RefusalRow[] = [
  // Changes of a tie
  [
    "tie",
    "NOT_A_MEMBER",
    "a proposal by no member",
    async ({ city, county }) => [
      city,
      people.outsider,
      "governance.propose",
      proposing(city, { kind: "close", ledger: county.id }),
    ],
  ],
  [
    "tie",
    "TIE_UNKNOWN",
    "closing what is not known",
    async ({ city }) => tried(city, { kind: "close", ledger: strangerId }),
  ],
  ["tie", "TIE_KNOWN", "joining twice", async ({ city, county }) => tried(city, await joining(county, "child"))],
  ["tie", "TIE_IS_SELF", "joining oneself", async ({ city }) => tried(city, await joining(city, "child"))],
  [
    "tie",
    "PARENT_EXISTS",
    "a second parent",
    async ({ county }) => tried(county, await joining(foundLedger("province"), "parent")),
  ],
  [
    "tie",
    "FUND_NOT_HERE",
    "a pair with a fund that is not",
    async ({ city, county }) => tried(city, { kind: "funds", ledger: county.id, funds: [{ own: 99, theirs: 1 }] }),
  ],
  [
    "tie",
    "ROSTER_NOTE_WRONG",
    "a roster that is none",
    async ({ city }) =>
      tried(city, { kind: "join", ledger: strangerId, as: "child", name: "x", roster: "x\n", funds: [] }),
  ],
  [
    "tie",
    "ROSTER_NOTE_WRONG",
    "a roster that a member did not sign",
    async ({ city }) => {
      const other = foundLedger("other", { nodes: [sceneNodeOf("a"), sceneNodeOf("b")] });
      const roster = await other.rosterNote(other.roster, { nodes: [sceneNodeOf("a")] });
      return tried(city, { kind: "join", ledger: other.id, as: "child", name: "x", roster, funds: [] });
    },
  ],
  [
    "tie",
    "ROSTER_NOTE_WRONG",
    "a next roster that those before have not signed",
    async ({ city, county }) => {
      const next = sceneRosterOf([nextNode], { epoch: 1 });
      const roster = await county.rosterNote(next, { nodes: [nextNode], fromSize: 5, fromHeight: 5 });
      return tried(city, { kind: "roster", ledger: county.id, roster });
    },
  ],
  [
    "tie",
    "ROSTER_OF_OTHER",
    "another ledger's roster",
    async ({ city, county }) => {
      const other = foundLedger("other");
      const roster = await other.rosterNote(sceneRosterOf(other.parts.nodes, { epoch: 1 }), {
        fromSize: 5,
        fromHeight: 5,
      });
      return tried(city, { kind: "roster", ledger: county.id, roster });
    },
  ],
  [
    "tie",
    "TIE_CLOSED",
    "deciding on what is closed",
    async ({ city, county }) => {
      decide(city, { kind: "close", ledger: county.id });
      return tried(city, { kind: "close", ledger: county.id });
    },
  ],
  // Checkpoints
  [
    "postCheckpoint",
    "TIE_UNKNOWN",
    "a stranger's checkpoint",
    async ({ city, county }) => [
      city,
      citizen,
      "postCheckpoint",
      { ...(await posting(county, city)), ledger: strangerId },
    ],
  ],
  [
    "postCheckpoint",
    "NOTE_MALFORMED",
    "no note",
    async ({ city, county }) => [
      city,
      citizen,
      "postCheckpoint",
      { ...(await posting(county, city)), note: "county\n" },
    ],
  ],
  [
    "postCheckpoint",
    "NOTE_MALFORMED",
    "a tree of no leaves",
    async ({ city, county }) => {
      const tree = { origin: county.origin, size: 0, root: county.hashes.root(0) };
      const note = await signTree(tree, { nodes: county.parts.nodes, roster: county.roster });
      return [city, citizen, "postCheckpoint", { ...(await posting(county, city)), note }];
    },
  ],
  [
    "postCheckpoint",
    "OTHER_LOG",
    "the city's own checkpoint as the county's",
    async ({ city, county }) => [
      city,
      citizen,
      "postCheckpoint",
      { ...(await posting(county, city)), note: await city.note() },
    ],
  ],
  [
    "postCheckpoint",
    "NOTE_NOT_TRUSTED",
    "signed by two of four",
    async ({ city, county }) => {
      const note = await city.note(city.hashes.size, city.parts.nodes.slice(0, 2));
      return [county, citizen, "postCheckpoint", { ...(await posting(city, county)), note }];
    },
  ],
  [
    "postCheckpoint",
    "NOTE_NOT_TRUSTED",
    "signed with keys of nobody",
    async ({ city, county }) => {
      const forger = { ...sceneNodeOf("forger"), organisation: county.parts.nodes[0]?.organisation ?? "" };
      const note = await county.note(county.hashes.size, [forger]);
      return [city, citizen, "postCheckpoint", { ...(await posting(county, city)), note }];
    },
  ],
  [
    "postCheckpoint",
    "NOTE_NOT_TRUSTED",
    "one bit of a signature changed",
    async ({ city, county }) => {
      const input = await posting(county, city);
      return [city, citizen, "postCheckpoint", { ...input, note: withOtherSignature(input.note) }];
    },
  ],
  [
    "postCheckpoint",
    "TREE_KNOWN",
    "the same again",
    async ({ city, county }) => {
      await carry(county, city);
      return [city, citizen, "postCheckpoint", await posting(county, city)];
    },
  ],
  [
    "postCheckpoint",
    "TREE_MOVED",
    "made before another came",
    async ({ city, county }) => {
      const early = await posting(county, city);
      await carry(county, city);
      county.run(administrator, "levels.stateTotals", {});
      return [city, citizen, "postCheckpoint", { ...early, note: await county.note() }];
    },
  ],
  [
    "postCheckpoint",
    "TREE_OLD",
    "an older one that agrees",
    async ({ city, county }) => {
      await carry(county, city);
      return [city, citizen, "postCheckpoint", await posting(county, city, 2)];
    },
  ],
  [
    "postCheckpoint",
    "TREE_NOT_SHOWN",
    "hashes of nothing",
    async ({ city, county }) => {
      await carry(county, city);
      county.run(administrator, "levels.stateTotals", {});
      return [city, citizen, "postCheckpoint", { ...(await posting(county, city)), proof: ["00".repeat(32)] }];
    },
  ],
  [
    "postCheckpoint",
    "TREE_NOT_SHOWN",
    "an honest checkpoint with a proof that leaves a hash out: no reason to freeze",
    async ({ city, county }) => {
      await carry(county, city);
      for (let act = 0; act < 5; act++) county.run(administrator, "levels.stateTotals", {});
      const input = await posting(county, city);
      return [city, citizen, "postCheckpoint", { ...input, proof: input.proof.slice(1) }];
    },
  ],
  [
    "postCheckpoint",
    "TIE_FROZEN",
    "anything after two histories",
    async ({ city, county }) => {
      await freeze(city, county);
      return [city, citizen, "postCheckpoint", await posting(county, city)];
    },
  ],
];
