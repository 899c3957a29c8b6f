import { concat, utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "@mingbai/log/disk/disk";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { beforeAll, describe, expect, it } from "vitest";
import { filesWith } from "../test-canaries.ts";
import { sampleDocx, samplePng, sampleZip } from "./judge/test-samples.ts";
import { serveContents, testOwner, testStranger } from "./test-contents-server.ts";

const words = {
  title: "梧桐街道路灯更换申请",
  reviewer: "发票抬头与合同不符，请重开",
  label: "给王秀兰的草稿",
  draft: "survey of Zhang Wei's household",
  name: "身份证-李建国",
  refusedName: "salaries-of-everybody",
  letter: "the account is 6222 0212 3456 7890",
  picture: "Photographed by Chen Guifang",
  document: "乙方：明华照明有限公司",
  refused: "what a refused archive said",
  purposeLike: "because-i-am-curious",
} as const;

/** Everything that was ever written, overwritten and removed files included. */
const written = new Map<string, Buffer>();
let log = "";
let disk: SimulatedDisk;

function watched(inner: Disk): Disk {
  return {
    ...inner,
    async open(path, mode) {
      const file = await inner.open(path, mode);
      return {
        ...file,
        write(buffers, position) {
          written.set(path, Buffer.concat([written.get(path) ?? Buffer.alloc(0), ...buffers]));
          return file.write(buffers, position);
        },
      };
    },
  };
}

beforeAll(async () => {
  disk = simulatedDisk({ seed: 21 });
  const served = await serveContents(disk, watched(disk));
  const ask = async (account: string | undefined, request: Parameters<typeof served.ask>[1]) => {
    const answer = await served.ask(account, request);
    return answer.headers["content-type"]?.toString().includes("json") ? answer.json() : undefined;
  };
  const send = (name: string, payload: Uint8Array, salt: number) =>
    ask(testOwner, {
      method: "POST",
      url: "/api/files",
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": encodeURIComponent(name),
        "x-file-salt": salt.toString(16).padStart(64, "0"),
      },
      payload: Buffer.from(payload),
    });
  const content = { title: words.title, words: [words.reviewer] };
  await ask(testOwner, { method: "POST", url: "/api/contents", payload: { salt: "ab".repeat(32), content } });
  const draft = { method: "PUT", url: `/api/drafts/${"1f".repeat(8)}` } as const;
  const saved = { version: 0, label: words.label, content: { text: words.draft } };
  await ask(testOwner, { ...draft, payload: saved });
  // Refused with both drafts in the answer.
  await ask(testOwner, { ...draft, payload: { ...saved, version: 5, label: "other" } });
  const { file } = await send(`${words.name}.txt`, utf8(`${words.letter}\n`.repeat(9_000)), 1);
  await send("p.png", samplePng({ text: words.picture }), 2);
  await send("d.docx", sampleDocx({ name: "a.xml", content: words.document, stored: true }), 3);
  await send(`${words.refusedName}.zip`, sampleZip([{ name: "a", content: words.refused, stored: true }]), 4);
  await ask(testOwner, { method: "GET", url: `/api/files/${file}` });
  await ask(testOwner, { method: "GET", url: `/api/files/${file}?purpose=${words.purposeLike}` });
  await ask(testStranger, { method: "GET", url: `/api/files/${file}` });
  await ask(undefined, { method: "GET", url: `/api/drafts/${words.draft}` });
  await served.contents.close();
  await served.vault.close();
  log = served.log.join("");
});

describe("what is kept for sessions", () => {
  it.each(Object.entries(words))("%s stands in nothing that was ever written, in no spelling", (_, text) => {
    const now = disk.paths().map((path): [string, Buffer] => [path, Buffer.from(disk.content(path))]);
    expect([...filesWith(new Map(now), text), ...filesWith(written, text)]).toEqual([]);
  });

  it.each(Object.entries(words))("%s is in no line of the log", (_, text) => {
    expect([log.includes(text), log.includes(encodeURIComponent(text)), log.includes('"level"')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("was written: contents, drafts, files and readings", () => {
    const folders = new Set([...written.keys()].map((path) => path.split("/")[1]));
    expect([...folders].sort()).toEqual(["drafts", "files", "reads", "vault"]);
    expect(disk.paths().filter((path) => path.startsWith("node/files/")).length).toBe(3);
    expect(filesWith(new Map([["a", Buffer.from(concat(utf8("x"), utf8(words.title)))]]), words.title)).toEqual(["a"]);
  });
});
