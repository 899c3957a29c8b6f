import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { Notice } from "@mingbai/workflow/views";
import type { NoticeKind } from "@mingbai/workflow/views/notice-kinds";
import type { MailChoice } from "@mingbai/workflow/views/personal-settings";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesBelow, filesWith } from "../test-canaries.ts";
import type { MailPort } from "./mail-port.ts";
import { MailStore } from "./mail-store.ts";
import { mailText } from "./mail-text.ts";
import { mailTriesMax } from "./mail-times.ts";
import { NoticeMail } from "./notice-mail.ts";
import { smtpMail } from "./smtp-mail.ts";
import { startSmtpServer } from "./test-smtp-server.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const [lin, wen] = ["00000000000000a1", "00000000000000a2"];
const linsAddress = "lin.zhixia@mail.example";
const wensAddress = "wen.ruyan@mail.example";
const atOnce: MailChoice = { address: linsAddress, kinds: ["came", "overdue"], pace: "atOnce" };

let root = "";
let server: Awaited<ReturnType<typeof startSmtpServer>>;
let port: MailPort;
let store: MailStore;
/** 20 November 2026, 14:00 in China. */
let nowMs = Date.UTC(2026, 10, 20, 6);
let notices: { account: string; at: number; kind: NoticeKind }[] = [];
/** Of how many people each question was. */
let asked: number[] = [];
const key = generateSealingKey({ seed: new Uint8Array(32).fill(7) });
const fail = (error: Error): never => {
  throw error;
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-mail-"));
  server = await startSmtpServer();
  port = smtpMail({ host: "127.0.0.1", port: server.port, security: "plain", from: "mingbai@linxi.example" });
  store = await openStore();
  nowMs = Date.UTC(2026, 10, 20, 6);
  notices = [];
  asked = [];
});
afterEach(async () => {
  port.close();
  await server.stop();
  await rm(root, { recursive: true });
});

async function openStore(): Promise<MailStore> {
  return MailStore.open({ disk: nodeDisk(), folder: join(root, "mail"), key: await key, onFatal: fail });
}

function mailOf(parts: Partial<ConstructorParameters<typeof NoticeMail>[0]> = {}): NoticeMail {
  return new NoticeMail({
    store,
    port,
    findReader: (account) => ({ account, organisation: "qingshi", roles: ["projectManager"] }),
    findTold: async (askers) => {
      asked.push(askers.length);
      const told = askers.filter(({ reader, after }) => rowsOf(reader.account, Number(after)).length > 0);
      return new Set(told.map(({ reader }) => reader.account));
    },
    askNotices: async ({ after = "0" }, { account }) => ({ rows: rowsOf(String(account), Number(after)) }),
    page: () => "https://mingbai.linxi.example",
    zoneOffsetMinutes: 480,
    idKey: new Uint8Array(32).fill(9),
    now: () => nowMs,
    ...parts,
  });
}

function rowsOf(owner: string, after: number): Notice[] {
  const mine = notices.filter(({ account, at }) => account === owner && at > after);
  return mine.map(({ at, kind }) => ({
    at: String(at),
    kind,
    state: "submitted",
    timeMs: 0,
    matter: null,
    person: null,
    household: null,
    case: null,
    area: null,
  }));
}

const choose = (account: string, choice: MailChoice) => store.choose(account, choice, { place: "10", ms: nowMs });
const tell = (account: string, at: number, kind: NoticeKind = "came") => notices.push({ account, at, kind });
const came = () => server.mails.map(({ to }) => to);

describe("notices by mail", () => {
  it("go once, say only that something waits, and where", async () => {
    await choose(lin, atOnce);
    tell(lin, 9);
    tell(lin, 20);
    const mail = mailOf();
    expect([await mail.round(), await mail.round()]).toEqual([1, 0]);
    const [{ to, whole, messageId } = { to: "", whole: "", messageId: "" }] = server.mails;
    expect(to).toBe(linsAddress);
    expect(messageId).toMatch(/^[0-9a-f]{32}@linxi\.example$/);
    const heads = whole.replaceAll(/\r\n[ \t]+/g, " ");
    expect(heads).toContain("Auto-Submitted: auto-generated\r\n");
    const token = (await store.find(lin))?.token ?? "";
    expect(heads).toContain(`List-Unsubscribe: <https://mingbai.linxi.example/mail/end/${token}>\r\n`);
    const { subject, text } = mailText("https://mingbai.linxi.example", { count: 1, token });
    const withoutToken = `${subject}\n${text}`.replace(token, "");
    expect(withoutToken.match(/\d+/g)).toEqual(["1", "1"]);
    expect(withoutToken).toContain("https://mingbai.linxi.example/notices\n");
    expect(whole).not.toMatch(new RegExp(`${lin}|qingshi`));
  });

  it("are asked about in one question for all, and one by one only where there is something to tell", async () => {
    const people = Array.from({ length: 12 }, (_, place) => `00000000000000b${place.toString(16)}`);
    for (const account of people) await choose(account, atOnce);
    const read: string[] = [];
    const mail = mailOf({
      askNotices: async ({ after = "0" }, { account }) => {
        read.push(String(account));
        return { rows: rowsOf(String(account), Number(after)) };
      },
    });
    expect([await mail.round(), asked, read]).toEqual([0, [12], []]);
    tell("00000000000000b3", 20);
    expect([await mail.round(), asked, read]).toEqual([1, [12, 12], ["00000000000000b3"]]);
    expect([await mail.round(), asked, read]).toEqual([0, [12, 12, 11], ["00000000000000b3"]]);
  });

  it("are of the kinds that were chosen; the others are passed over", async () => {
    await choose(lin, atOnce);
    tell(lin, 20, "passed");
    const mail = mailOf();
    expect(await mail.round()).toBe(0);
    tell(lin, 21, "overdue");
    expect(await mail.round()).toBe(1);
  });

  it("at once keep a distance, in which what comes is gathered; daily ones wait for the morning", async () => {
    await choose(lin, atOnce);
    await choose(wen, { address: wensAddress, kinds: ["came"], pace: "daily" });
    const mail = mailOf();
    for (const at of [20, 21, 22]) {
      for (const account of [lin, wen]) tell(account, at);
      await mail.round();
      nowMs += minuteMs;
    }
    expect(came()).toEqual([linsAddress]);
    nowMs += 4 * minuteMs;
    await mail.round();
    expect(came()).toEqual([linsAddress, linsAddress]);
    nowMs = Date.UTC(2026, 10, 21, 0, 1);
    await mail.round();
    await mail.round();
    expect(came()).toEqual([linsAddress, linsAddress, wensAddress]);
  });

  it("wait while the server is down, and go when it is back, one mail for all that came", async () => {
    await choose(lin, atOnce);
    await server.stop();
    const mail = mailOf();
    tell(lin, 20);
    expect(await mail.round()).toBe(0);
    nowMs += hourMs;
    tell(lin, 21);
    expect(await mail.round()).toBe(0);
    expect(await (await openStore()).find(lin)).toMatchObject({ pending: { to: "20", count: 1 }, isRefused: false });
    await server.startAgain();
    nowMs += hourMs;
    expect(await mail.round()).toBe(1);
    nowMs += hourMs;
    expect(await mail.round()).toBe(1);
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it("to an address that is refused for good end after three tries, and keep nobody else's back", async () => {
    await choose(lin, atOnce);
    await choose(wen, { ...atOnce, address: wensAddress });
    server.answers.set(linsAddress, 550);
    for (const account of [lin, wen]) tell(account, 20);
    const mail = mailOf();
    for (let round = 0; round < 6; round++) {
      await mail.round();
      nowMs += hourMs;
    }
    expect(came()).toEqual([wensAddress]);
    expect(await store.find(lin)).toMatchObject({ isRefused: true });
    server.answers.clear();
    await choose(lin, atOnce);
    await mail.round();
    expect(came()).toEqual([wensAddress, linsAddress]);
  });

  it("that are not taken now are tried again, so often and no more", async () => {
    await choose(lin, atOnce);
    tell(lin, 20);
    server.answers.set(linsAddress, 450);
    const mail = mailOf();
    let tries = 0;
    const counting = mailOf({
      port: {
        ...port,
        send: async (one) => {
          tries++;
          return port.send(one);
        },
      },
    });
    for (let round = 0; round < mailTriesMax * 2; round++) {
      await counting.round();
      nowMs += 5 * hourMs;
    }
    expect(tries).toBe(mailTriesMax);
    server.answers.clear();
    tell(lin, 30);
    expect(await mail.round()).toBe(1);
  });

  it("go again as the same mail where the node died before it wrote down that it went", async () => {
    await choose(lin, atOnce);
    tell(lin, 20);
    let writes = 0;
    const dying = mailOf({
      store: {
        accounts: () => store.accounts(),
        find: (account) => store.find(account),
        update: async (...change) => {
          if (++writes === 2) throw new Error("the node died");
          return store.update(...change);
        },
      },
    });
    await expect(dying.round()).rejects.toThrow("died");
    store = await openStore();
    tell(lin, 21);
    expect(await mailOf().round()).toBe(1);
    const [first, second] = server.mails;
    expect(second?.messageId).toBe(first?.messageId);
    nowMs += hourMs;
    expect(await mailOf().round()).toBe(1);
    expect(server.mails).toHaveLength(3);
  });

  it("end for whoever holds the token, and leave no address behind", async () => {
    await choose(lin, atOnce);
    const token = (await store.find(lin))?.token ?? "";
    const again = await openStore();
    expect(again.ownerOf(token)).toBe(lin);
    await again.end(lin);
    expect([again.ownerOf(token), await again.find(lin), await readdir(join(root, "mail"))]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });
});

describe("an address", () => {
  it("stands in no file in clear, and opens as nobody else's", async () => {
    await choose(lin, atOnce);
    tell(lin, 20);
    await mailOf().round();
    expect(filesWith(await filesBelow(root), linsAddress)).toEqual([]);
    expect(filesWith(await filesBelow(root), "lin.zhixia")).toEqual([]);
    const bytes = await readFile(join(root, "mail", lin));
    await nodeDisk()
      .open(join(root, "mail", wen), "create")
      .then(async (file) => {
        await file.write([bytes], 0);
        await file.close();
      });
    expect(await store.find(wen)).toBeUndefined();
  });

  it("is in no outcome of a server that names it", async () => {
    server.answers.set(linsAddress, 550);
    const outcome = await port.send({
      to: linsAddress,
      id: "0".repeat(32),
      subject: "-",
      text: "-",
      endUrl: "https://a.example/",
    });
    expect(outcome).toBe("refused");
  });

  it("waits where the login is wrong: that is nobody's address's fault", async () => {
    const locked = await startSmtpServer({ user: "node", password: "right" });
    const wrong = smtpMail({
      host: "127.0.0.1",
      port: locked.port,
      security: "plain",
      login: { user: "node", password: "wrong" },
      from: "mingbai@linxi.example",
    });
    const mail = { to: linsAddress, id: "0".repeat(32), subject: "-", text: "-", endUrl: "https://a.example/" };
    expect(await wrong.send(mail)).toBe("away");
    await locked.stop();
  });
});
