import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { registry } from "@mingbai/app-node/registry";
import { governanceCommands } from "@mingbai/governance/schema";
import { identityCommands } from "@mingbai/identity/schema";
import { levelsCommands } from "@mingbai/levels/schema";
import { postsCommands } from "@mingbai/posts/schema";
import { registryCommands } from "@mingbai/registry/schema";
import { type Actor, actAs, createClient } from "@mingbai/sdk/index";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { workflowCommands } from "@mingbai/workflow/schema";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { serveSmallLedger } from "./serve-small-ledger.ts";
import { openSmallLedger } from "./small-ledger.ts";

const commands = {
  governance: governanceCommands,
  identity: identityCommands,
  levels: levelsCommands,
  posts: postsCommands,
  registry: registryCommands,
  treasury: treasuryCommands,
  workflow: workflowCommands,
};
let folder = "";
let ledger: OpenLedger;
let server: Awaited<ReturnType<typeof serveSmallLedger>>;
let actor: Actor<typeof commands>;
const who = { signer: demoSigner("admin"), keyId: demoNumber("key admin"), commands };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-typed-"));
  ledger = await openSmallLedger(folder);
  server = await serveSmallLedger(ledger);
  actor = await actAs(createClient({ url: server.url }), who);
});
afterAll(async () => {
  await server.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the SDK's methods, made from the commands' definitions", () => {
  it("are one for each command that there is", () => {
    const methods = Object.entries(actor.does).flatMap(([domain, verbs]) =>
      Object.keys(verbs).map((verb) => `${domain}.${verb}`),
    );
    expect(methods.sort()).toEqual([...registry.commands.keys()].sort());
  });

  it("take exactly the fields of the schema: another field or type does not compile", () => {
    type Freeze = Parameters<typeof actor.does.governance.unfreeze>[0];
    type Pay = Parameters<typeof actor.does.treasury.pay>[0];
    expectTypeOf<keyof Pay>().toEqualTypeOf<"from" | "payee" | "amount" | "reference">();
    expectTypeOf<Pay["amount"]>().toEqualTypeOf<number>();
    expectTypeOf<{ payee: string }>().not.toExtend<Pay>();
    expectTypeOf<Freeze["target"]["kind"]>().toEqualTypeOf<
      "tranche" | "account" | "voucher" | "fund" | "manifest" | "organisation"
    >();
  });

  it("sign, send and wait until the act is final", async () => {
    const accounts = [{ account: demoNumber("typed"), kind: "supplier" as const }];
    expect(await actor.does.treasury.openAccounts({ accounts })).toMatchObject({ status: "final", height: 1 });
    await expect(actor.does.treasury.openAccounts({ accounts: [] })).rejects.toThrow("accounts");
    expect(ledger.chain.head.height).toBe(1);
  });

  it("take the next number where others with the same key took theirs in between", async () => {
    const open = (account: string) => ({ accounts: [{ account: demoNumber(account), kind: "supplier" as const }] });
    const other = await actAs(createClient({ url: server.url }), who);
    for (const account of ["first", "second", "third", "fourth"]) await other.does.treasury.openAccounts(open(account));
    expect(await actor.does.treasury.openAccounts(open("fifth"))).toMatchObject({ status: "final", height: 6 });
    expect(await other.act("treasury.openAccounts", open("sixth"))).toMatchObject({ status: "final", height: 7 });
  });
});
