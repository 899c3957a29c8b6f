import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber } from "@mingbai/app-node/demo/demo-keys";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { act } from "@mingbai/sdk/examples/act";
import { checkAct } from "@mingbai/sdk/examples/check-act";
import { showWhoIAm } from "@mingbai/sdk/examples/sign-in";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSmallLedger } from "./serve-small-ledger.ts";
import { openSmallLedger } from "./small-ledger.ts";

let folder = "";
let ledger: OpenLedger;
let server: Awaited<ReturnType<typeof serveSmallLedger>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-sdk-"));
  ledger = await openSmallLedger(folder);
  server = await serveSmallLedger(ledger);
});
afterAll(async () => {
  await server.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const admin = { seed: sha256(utf8("mingbai demo key: admin")), keyId: demoNumber("key admin") };
const openAccount = (name: string) => ({
  command: "treasury.openAccounts",
  input: { accounts: [{ account: demoNumber(name), kind: "supplier" }] },
});

describe("the examples of the SDK", () => {
  it("act, and check the receipt of the act offline", async () => {
    const { url } = server;
    const { id, height } = await act({ url, ...admin, ...openAccount("one") });
    const pinnedKeys = [formatVkey(ledger.published.key)];
    const verdict = await checkAct({ url, id, pinnedKeys });
    expect(verdict).toMatchObject({ ok: true, fact: { id, height, command: "treasury.openAccounts" } });
  });

  it("sign in, and are refused under another key", async () => {
    const me = { account: demoNumber("admin"), organisation: "district-finance", roles: ["administrator"] };
    expect(await showWhoIAm({ url: server.url, ...admin })).toEqual(me);
    const wrong = showWhoIAm({ url: server.url, ...admin, seed: admin.seed.toReversed() });
    await expect(wrong).rejects.toMatchObject({ code: "SIGN_IN_REFUSED" });
  });

  it("throw the code of a refusal", async () => {
    await act({ url: server.url, ...admin, ...openAccount("two") });
    await expect(act({ url: server.url, ...admin, ...openAccount("two") })).rejects.toThrow("refused: ");
  });
});
