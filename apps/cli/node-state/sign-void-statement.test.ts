import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  findVoidStatement,
  isSignedByEnough,
  putVoidStatement,
  readGivenUp,
  type VoidStatement,
} from "@mingbai/app-node/network/void-statements";
import { toHex } from "@mingbai/codec/hex";
import { chainOf, foundState } from "@mingbai/ledger/genesis/genesis";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodeOf, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signVoidStatement } from "./sign-void-statement.ts";

const nodes = sceneNodes(4);
const roster = sceneRosterOf(nodes);
const genesis = { ...sceneGenesis, roster };
const ledger = { chain: chainOf(genesis), state: foundState(sceneRegistry, genesis) };
const batchId = "ab".repeat(32);
const given = { chain: toHex(ledger.chain), roster, batchId };
let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-void-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** What these members have signed, one after another. */
async function signedBy(members: readonly number[]): Promise<VoidStatement> {
  let statement: VoidStatement | undefined;
  for (const member of members) {
    const { organisationKey = nodes[0]?.ack } = nodes[member] ?? {};
    if (organisationKey !== undefined) statement = await signVoidStatement(organisationKey, given, statement);
  }
  if (statement === undefined) throw new Error("nobody signed");
  return statement;
}

describe("a body that organisations give up one after another", () => {
  it("is given up by three of four, for the nodes that were told", async () => {
    const folder = { voided: join(root, "void") };
    expect(await readGivenUp(folder, ledger)).toEqual(new Set());
    const two = await signedBy([2, 0, 2]);
    expect([Object.keys(two.signatures), isSignedByEnough(two, roster)]).toEqual([["member-2", "member-0"], false]);
    await putVoidStatement(nodeDisk(), folder, two);
    expect(await readGivenUp(folder, ledger)).toEqual(new Set());
    const three = await signedBy([2, 0, 3]);
    expect(isSignedByEnough(three, roster)).toBe(true);
    await putVoidStatement(nodeDisk(), folder, three);
    expect(await readGivenUp(folder, ledger)).toEqual(new Set([batchId]));
    expect(await readGivenUp(folder, { ...ledger, chain: new Uint8Array(32) })).toEqual(new Set());
  });

  it("travels as a file, and no other file is taken for one", async () => {
    const path = join(root, "statement.json");
    expect(await findVoidStatement(path)).toBeUndefined();
    const statement = await signedBy([1]);
    await writeFile(path, JSON.stringify(statement));
    expect(await findVoidStatement(path)).toEqual(statement);
    await writeFile(path, JSON.stringify({ ...statement, more: 1 }));
    await expect(findVoidStatement(path)).rejects.toThrow("more");
  });

  it.each([
    ["another body", { ...given, batchId: "cd".repeat(32) }],
    ["another ledger", { ...given, chain: "00".repeat(32) }],
    ["another roster", { ...given, roster: { ...roster, epoch: 1 } }],
  ])("is not signed together with %s", async (_, other) => {
    const [first] = nodes;
    const statement = await signedBy([1]);
    expect(first && (await signVoidStatement(first.organisationKey, other, statement))).toBeUndefined();
  });

  it("is signed by nobody else's key", async () => {
    expect(await signVoidStatement(sceneNodeOf("stranger").organisationKey, given, undefined)).toBeUndefined();
    const [first] = nodes;
    expect(first && (await signVoidStatement(first.ack, given, undefined))).toBeUndefined();
  });
});
