import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { signTree } from "./test-ledger.ts";
import { freeze, propose, type RefusalRow, strangerId } from "./test-refusals.ts";
import { carry, foundLedger, joining, must, people, posting } from "./test-scene.ts";

const { administrator, citizen } = people;
const nextNode = sceneNodeOf("newcomer");

/** The note with another last signature. */
function withOtherSignature(note: string): string {
  const at = note.length - 20;
  return `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
}

/** Decisions and checkpoints. */
export const tieRefusals: readonly RefusalRow[] = [
  // Decisions
  [
    "proposeDecision",
    "NOT_A_MEMBER_HERE",
    "a decision by no member",
    async ({ city, county }) => [
      city,
      people.outsider,
      "proposeDecision",
      propose({ kind: "close", ledger: county.id }),
    ],
  ],
  [
    "proposeDecision",
    "TIE_UNKNOWN",
    "closing what is not known",
    async ({ city }) => [city, administrator, "proposeDecision", propose({ kind: "close", ledger: strangerId })],
  ],
  [
    "proposeDecision",
    "TIE_KNOWN",
    "joining twice",
    async ({ city, county }) => [city, administrator, "proposeDecision", await joining(county, "child")],
  ],
  [
    "proposeDecision",
    "TIE_IS_SELF",
    "joining oneself",
    async ({ city }) => [city, administrator, "proposeDecision", await joining(city, "child")],
  ],
  [
    "proposeDecision",
    "PARENT_EXISTS",
    "a second parent",
    async ({ county }) => [county, administrator, "proposeDecision", await joining(foundLedger("province"), "parent")],
  ],
  [
    "proposeDecision",
    "FUND_NOT_HERE",
    "a pair with a fund that is not",
    async ({ city, county }) => [
      city,
      administrator,
      "proposeDecision",
      propose({ kind: "funds", ledger: county.id, funds: [{ own: 99, theirs: 1 }] }),
    ],
  ],
  [
    "proposeDecision",
    "ROSTER_NOTE_WRONG",
    "a roster that is none",
    async ({ city }) => [
      city,
      administrator,
      "proposeDecision",
      propose({ kind: "join", as: "child", name: "x", roster: "x\n", funds: [] }),
    ],
  ],
  [
    "proposeDecision",
    "ROSTER_NOTE_WRONG",
    "a roster that a member did not sign",
    async ({ city }) => {
      const other = foundLedger("other", { nodes: [sceneNodeOf("a"), sceneNodeOf("b")] });
      const roster = await other.rosterNote(other.roster, { nodes: [sceneNodeOf("a")] });
      return [
        city,
        administrator,
        "proposeDecision",
        propose({ kind: "join", as: "child", name: "x", roster, funds: [] }),
      ];
    },
  ],
  [
    "proposeDecision",
    "ROSTER_NOTE_WRONG",
    "a next roster that those before have not signed",
    async ({ city, county }) => {
      const next = sceneRosterOf([nextNode], { epoch: 1 });
      const roster = await county.rosterNote(next, { nodes: [nextNode], fromSize: 5, fromHeight: 5 });
      return [city, administrator, "proposeDecision", propose({ kind: "roster", ledger: county.id, roster })];
    },
  ],
  [
    "proposeDecision",
    "ROSTER_NOTE_WRONG",
    "another ledger's roster",
    async ({ city, county }) => {
      const other = foundLedger("other");
      const roster = await other.rosterNote(sceneRosterOf(other.parts.nodes, { epoch: 1 }), {
        fromSize: 5,
        fromHeight: 5,
      });
      return [city, administrator, "proposeDecision", propose({ kind: "roster", ledger: county.id, roster })];
    },
  ],
  [
    "approveDecision",
    "DECISION_UNKNOWN",
    "approving what nobody proposed",
    async ({ city }) => [city, administrator, "approveDecision", { proposal: strangerId }],
  ],
  [
    "approveDecision",
    "NOT_A_MEMBER_HERE",
    "approving by no member",
    async ({ city }) => [city, people.outsider, "approveDecision", { proposal: strangerId }],
  ],
  [
    "proposeDecision",
    "TIE_CLOSED",
    "deciding on what is closed",
    async ({ city, county }) => {
      must(city, administrator, "levels.proposeDecision", propose({ kind: "close", ledger: county.id }));
      return [city, administrator, "proposeDecision", propose({ kind: "close", ledger: county.id })];
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
