import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { LocalActor } from "./local-actor.ts";
import { openDemo } from "./test-open-demo.ts";

/**
 * Run as a process of its own by the test beside it: opens accounts for ever, several at a time, and prints identity
 * and place in the log of each act that was acknowledged, until it is killed.
 */
const [root = ""] = process.argv.slice(2);
const atOnce = 6;
const ledger = await openDemo(root, (error) => {
  throw error;
});
const admin = new LocalActor(ledger, { signer: demoSigner("admin"), keyId: demoNumber("key admin") });
const run = process.pid;

async function openAccountsForEver(part: number): Promise<never> {
  for (let count = 0; ; count++) {
    const account = demoNumber(`${run} ${part} ${count} ${ledger.chain.head.height}`);
    const { id, logIndex } = await admin.act("treasury.openAccounts", { accounts: [{ account, kind: "person" }] });
    process.stdout.write(`${id} ${logIndex}\n`);
  }
}

await Promise.all(Array.from({ length: atOnce }, (_, part) => openAccountsForEver(part)));
