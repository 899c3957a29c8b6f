import { createServer as createProbe } from "node:net";
import { join } from "node:path";
import { builtPages } from "@mingbai/app-web/test-pages";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { dataFolder } from "./data-folder.ts";
import { DemoClock } from "./demo/demo-clock.ts";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { demoBankAccount } from "./demo/demo-plan.ts";
import type { DemoScene } from "./demo/demo-step.ts";
import { putDemoNames } from "./demo/put-demo-names.ts";
import { openOrFound } from "./founding/open-or-found.ts";
import { LocalActor } from "./local-actor.ts";
import { type RunningNode, startNode } from "./start-node.ts";

/** The account of the district's finance office, which has a deposit and a list that waits for two approvals. */
export const smallOffice = demoNumber("small-office");
export const smallList = { manifest: "5a".repeat(32), totalMinor: 200_000 };

/**
 * A whole node on a demo ledger with its people, one fund, one deposit and one payment list, in a folder: its pages are at
 * the address that the ledger names, so that passkeys work there; the phone's too where they are given. `tell`: what happens on
 * it before it is served.
 */
export async function startSmallNode(
  root: string,
  { tell, ...pages }: { fieldFolder?: string; tell?: (scene: DemoScene) => Promise<void> } = {},
): Promise<RunningNode> {
  const options = {
    port: await freePort(),
    data: join(root, "node"),
    webFolder: await builtPages(),
    ...pages,
    databaseUrl: undefined,
    demo: true,
    logLevel: "warn",
  } as const;
  const clock = new DemoClock();
  const { ledger } = await openOrFound(options, { folder: dataFolder(options.data), clock, onFatal: rethrow });
  clock.set(Date.now());
  await putDemoNames(ledger);
  const as = (id: string) => new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  const act = (id: string, command: string, input: CanonicalObject) => as(id).act(command, input);
  await act("admin", "treasury.openAccounts", {
    accounts: [{ account: smallOffice, kind: "office", organisation: "district-finance" }],
  });
  await act("finance", "treasury.createFund", { fund: 1, code: "F-1", office: smallOffice });
  const deposit = { kind: "deposit", reference: "D-1", valueDay: "2026-11-20", amount: 1_000_000, fund: 1 };
  await act("bank", "treasury.bookBankLines", { bankAccount: demoBankAccount, lines: [deposit] });
  await act("district-manager", "treasury.proposeManifest", {
    manifest: smallList.manifest,
    payer: smallOffice,
    fund: 1,
    tranche: 1,
    listDigest: "dd".repeat(32),
    total: smallList.totalMinor,
    count: 2,
    batches: ["b1".repeat(32)],
  });
  await tell?.({ ledger, as });
  await ledger.close();
  return startNode(options, { say: () => undefined, onFatal: rethrow });
}

/** A port that nobody listens on: the ledger names its pages' address before they are served. */
async function freePort(): Promise<number> {
  const probe = createProbe();
  await new Promise<void>((ready) => probe.listen(0, "localhost", ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === "string") throw new Error("the probe has no port");
  return address.port;
}

function rethrow(error: Error): never {
  throw error;
}
