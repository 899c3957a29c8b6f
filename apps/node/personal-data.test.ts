import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { deepCount } from "@mingbai/testkit/deep";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "./data-folder.ts";
import { makeCounty } from "./demo/county/make-county.ts";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { countySeed } from "./demo/files/county-steps.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { MailStore } from "./mail/mail-store.ts";
import { NoticeMail } from "./mail/notice-mail.ts";
import { smtpMail } from "./mail/smtp-mail.ts";
import { filesBelow, filesWith, spellings } from "./test-canaries.ts";
import { openDemo, smallDemoPlan } from "./test-open-demo.ts";

const timeoutMs = 600_000;
const canariesChecked = deepCount(24, 400);
let root = "";
let files: ReadonlyMap<string, Buffer> = new Map();
const said: string[] = [];

const mailAddress = "su.wanqing.canary@mail.example";
/** Nobody listens there: errors of a mail that does not go must not tell whose it is. */
const closedPort = 9;

/** With household files: of 10,000 people in the deep run. */
const plan = { ...smallDemoPlan, households: deepCount(60, 2_900) };

/** What the files say of every so many of these people. */
function householdCanaries(): string[] {
  const { villages, household } = makeCounty({ seed: countySeed, households: demoHouseholds });
  const first = villages.find(({ township }) => township.area === "fengxi")?.first ?? 0;
  const stride = Math.max(1, Math.floor(plan.households / canariesChecked));
  return Array.from({ length: Math.ceil(plan.households / stride) }, (_, at) => household(first + at * stride))
    .flatMap(({ values, people }) => [
      values.address,
      ...people.flatMap((one) => [one.values.name, one.values.identityNumber]),
    ])
    .filter((value) => typeof value === "string")
    .filter((value) => value.length > 2);
}

/** People and firms of the demo, what is written about their payments, and an address for mail. */
function canaries(): string[] {
  const { accounts, lists } = smallDemoPlan;
  const names = accounts.filter(({ kind }) => kind !== "office").map(({ name }) => name);
  const texts = lists.flatMap(({ payments }) => payments.map(({ purpose }) => purpose));
  const all = [...new Set([...names, ...texts])];
  const stride = Math.max(1, Math.floor(all.length / canariesChecked));
  return [mailAddress, ...all.filter((_, place) => place % stride === 0), ...householdCanaries()];
}

/** Somebody wants mail, and a server that is away does not take it. */
async function wantMail(onFatal: (error: Error) => void): Promise<void> {
  const account = "00000000000000a1";
  const key = await generateSealingKey({ seed: new Uint8Array(32).fill(5) });
  const store = await MailStore.open({ disk: nodeDisk(), folder: dataFolder(join(root, "node")).mail, key, onFatal });
  await store.choose(account, { address: mailAddress, kinds: ["came"], pace: "atOnce" }, { place: "0", ms: 0 });
  const smtp = { host: "127.0.0.1", port: closedPort, security: "plain", from: "mingbai@linxi.example" } as const;
  const notice = {
    at: "1",
    kind: "came",
    state: "submitted",
    timeMs: 0,
    matter: null,
    person: null,
    household: null,
    case: null,
    area: null,
  } as const;
  const mail = new NoticeMail({
    store,
    port: smtpMail(smtp),
    findReader: () => ({ account, organisation: "linxi", roles: [] }),
    findTold: async (askers) => new Set(askers.map(({ reader }) => reader.account)),
    askNotices: async () => ({ rows: [notice] }),
    page: () => "https://mingbai.linxi.example",
    zoneOffsetMinutes: 480,
    idKey: new Uint8Array(32),
    now: () => 0,
  });
  said.push(String(await mail.round().catch(String)));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-names-"));
  const ledger = await openDemo(root, (error) => said.push(String(error)));
  await seedDemo(ledger, plan, { say: (step) => said.push(step) });
  await ledger.close();
  await wantMail((error) => said.push(String(error)));
  files = await filesBelow(root);
}, timeoutMs);
afterAll(() => rm(root, { recursive: true }));

describe("names and texts of a ledger", () => {
  it(
    "stand in no file in clear, in hexadecimal or in base64, the vault's included",
    () => {
      const folders = new Set([...files.keys()].map((path) => path.split("/")[1]));
      expect([...folders].sort()).toEqual(expect.arrayContaining(["ledger", "mail", "published", "vault"]));
      const found = canaries().flatMap((text) => filesWith(files, text).map((path) => `${text} in ${path}`));
      expect(found).toEqual([]);
    },
    timeoutMs,
  );

  it("would be found where they stood: by each spelling, at each alignment", () => {
    const [, text = ""] = canaries();
    for (const encoding of ["utf8", "hex", "base64", "base64url"] as const) {
      for (let before = 0; before < 3; before++) {
        const around = Buffer.concat([Buffer.alloc(before, 0xff), Buffer.from(text), Buffer.alloc(5, 0xee)]);
        const content = encoding === "utf8" ? around : Buffer.from(around.toString(encoding));
        expect(
          spellings(text).some((one) => content.includes(one)),
          `${encoding} ${before}`,
        ).toBe(true);
      }
    }
  });

  it("are in nothing that was said on the way", () => {
    const log = said.join("\n");
    expect(canaries().filter((text) => log.includes(text))).toEqual([]);
  });
});
