import { concat, utf8 } from "@mingbai/codec/bytes";
import { fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { SealedStreamDamaged } from "@mingbai/crypto/sealing/sealed-stream";
import { fileBytesMax } from "@mingbai/http/contents-views";
import { random } from "@mingbai/testkit/random";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { samplePdf, samplePng, sampleZip } from "./judge/test-samples.ts";
import { openTestContents, serveContents, testOwner, testStranger } from "./test-contents-server.ts";

const salt = "5a".repeat(32);
const letter = utf8("更换路灯的合同\n".repeat(20_000));

function upload(bytes: Uint8Array, headers: Readonly<Record<string, string | undefined>> = {}) {
  const all = {
    "content-type": "application/octet-stream",
    "x-file-name": encodeURIComponent("合同.txt"),
    "x-file-salt": salt,
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { method: "POST", url: "/api/files", headers: given, payload: Buffer.from(bytes) } as const;
}

const idOf = (bytes: Uint8Array): string => toHex(fileIdOf({ salt: fromHex(salt), digest: sha256(bytes) }));
const get = (file: string, rest = "") => ({ method: "GET", url: `/api/files/${file}${rest}` }) as const;
const filesOn = (disk: SimulatedDisk): string[] => disk.paths().filter((path) => path.startsWith("node/files/"));

async function* streamOf(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of content) all.push(piece);
  return concat(...all);
}

describe("POST /api/files", () => {
  it("answers when the file is sealed and durable, with an identity that the sender can compute", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const { ask } = await serveContents(disk);
    const answer = await ask(testOwner, upload(letter));
    const kept = answer.json();
    expect(kept).toEqual({
      file: idOf(letter),
      digestOfCiphertext: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: letter.length,
      type: "text/plain; charset=utf-8",
      name: "合同.txt",
      untrusted: false,
    });
    const survived = disk.crash({ kind: "lost" });
    expect(filesOn(survived)).toEqual([`node/files/${kept.digestOfCiphertext}`]);
    expect(toHex(sha256(survived.content(`node/files/${kept.digestOfCiphertext}`)))).toBe(kept.digestOfCiphertext);
    const again = await openTestContents(survived);
    const opened = await again.contents.files.open({ file: kept.file, account: testOwner, purpose: "own" });
    if (!("content" in opened)) throw new Error(opened.refused);
    expect(Buffer.compare(await whole(opened.content), letter)).toBe(0);
  });

  it("keeps the same file of the same sender once, and takes nobody else's salt", async () => {
    const { ask, disk } = await serveContents();
    const first = (await ask(testOwner, upload(letter))).json();
    expect((await ask(testOwner, upload(letter, { "x-file-name": "b.txt" }))).json()).toEqual(first);
    expect((await ask(testStranger, upload(letter))).json().code).toBe("FILE_SALT_USED");
    expect(filesOn(disk)).toEqual([`node/files/${first.digestOfCiphertext}`]);
  });

  it("hands a file over under an ending that fits its content", async () => {
    const { ask } = await serveContents();
    const sent = upload(samplePdf(), { "x-file-name": encodeURIComponent("../../发票.exe") });
    expect((await ask(testOwner, sent)).json()).toMatchObject({ name: "发票.exe.pdf", type: "application/pdf" });
  });

  it.each<readonly [string, Parameters<typeof upload>, number, string]>([
    ["nothing", [new Uint8Array()], 422, "FILE_EMPTY"],
    ["more than is taken", [letter, { "content-length": String(fileBytesMax + 1) }], 413, "FILE_TOO_LARGE"],
    ["less than was said", [letter, { "content-length": String(letter.length + 1) }], 400, "FILE_CUT_OFF"],
    ["more than was said", [letter, { "content-length": "100" }], 400, "FILE_CUT_OFF"],
    ["no length", [letter, { "content-length": "many" }], 411, "FILE_LENGTH"],
    ["no name", [letter, { "x-file-name": undefined }], 422, "FILE_NAME"],
    ["a name that is no UTF-8", [letter, { "x-file-name": "%ff" }], 422, "FILE_NAME"],
    ["a huge name", [letter, { "x-file-name": "n".repeat(256) }], 422, "FILE_NAME"],
    ["no salt", [letter, { "x-file-salt": undefined }], 422, "FILE_SALT"],
    ["a short salt", [letter, { "x-file-salt": "5a" }], 422, "FILE_SALT"],
    ["another media type", [utf8("{}"), { "content-type": "application/json" }], 415, "FST_ERR_CTP_INVALID_MEDIA_TYPE"],
    ["an archive", [sampleZip([{ name: "a", content: "a" }])], 415, "FILE_ARCHIVE"],
    ["a page", [utf8("<html></html>")], 415, "FILE_PAGE"],
  ])("refuses %s, and leaves nothing behind", async (_, [bytes, headers], status, code) => {
    const { ask, disk, vault } = await serveContents();
    const answer = await ask(testOwner, upload(bytes, headers));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect([filesOn(disk), vault.durable]).toEqual([[], 0]);
  });

  it("is for people who are signed in", async () => {
    const { ask, disk } = await serveContents();
    expect((await ask(undefined, upload(letter))).json().code).toBe("SESSION_NONE");
    expect((await ask(undefined, get(idOf(letter)))).json().code).toBe("SESSION_NONE");
    expect(filesOn(disk)).toEqual([]);
  });

  it("takes few files of one account at once, and room comes back", async () => {
    const { contents } = await openTestContents(simulatedDisk({ seed: 2 }));
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const send = (account: string, at: number) =>
      contents.files.keep({
        account,
        salt: new Uint8Array(32).fill(at),
        name: "a.txt",
        bytes: letter.length,
        source: (async function* () {
          await gate;
          yield letter;
        })(),
      });
    const held = [1, 2, 3].map((at) => send(testOwner, at));
    expect(await send(testOwner, 4)).toMatchObject({ refused: "FILES_BUSY" });
    const others = send(testStranger, 5);
    go();
    expect((await Promise.all([...held, others])).every((kept) => "file" in kept)).toBe(true);
    expect(await send(testOwner, 4)).toHaveProperty("file");
  });

  it("is told when the sender goes away, and leaves nothing behind", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const { contents } = await openTestContents(disk);
    const gone = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
    const source = (async function* () {
      yield letter.subarray(0, 100);
      throw gone;
    })();
    const kept = await contents.files.keep({ account: testOwner, salt: fromHex(salt), name: "a", bytes: 200, source });
    expect(kept).toEqual({ refused: "FILE_CUT_OFF" });
    expect(filesOn(disk)).toEqual([]);
  });
});

describe("GET /api/files/<id>", () => {
  it("gives a harmless file to be shown, under headers that let it do nothing", async () => {
    const { ask } = await serveContents();
    const { file } = (await ask(testOwner, upload(samplePng(), { "x-file-name": "it's%20a%20lamp.png" }))).json();
    const answer = await ask(testOwner, get(file));
    expect(Buffer.compare(answer.rawPayload, samplePng())).toBe(0);
    expect(answer.headers).toMatchObject({
      "content-type": "image/png",
      "content-length": String(samplePng().length),
      "content-disposition": "inline; filename*=UTF-8''it%27s%20a%20lamp.png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
  });

  it("hands an untrusted file over without naming a type", async () => {
    const { ask } = await serveContents();
    const { file, untrusted } = (await ask(testOwner, upload(samplePdf("<</S/JavaScript>>")))).json();
    const { headers } = await ask(testOwner, get(file));
    expect([untrusted, headers["content-type"]]).toEqual([true, "application/octet-stream"]);
    expect(headers["content-disposition"]).toMatch(/^attachment; /);
  });

  it("says the same to a stranger as where there is no file, and records no reading", async () => {
    const { ask, contents } = await serveContents();
    const { file } = (await ask(testOwner, upload(letter))).json();
    for (const rest of ["", "/readings"]) {
      const [theirs, none] = await Promise.all([file, "0".repeat(64)].map((id) => ask(testStranger, get(id, rest))));
      expect(theirs?.statusCode).toBe(404);
      expect(theirs?.json()).toEqual(none?.json());
    }
    expect(await contents.files.readsOf(file)).toEqual([]);
  });

  it("tells who looked, the newest first, also after a restart", async () => {
    const disk = simulatedDisk({ seed: 4 });
    const { ask } = await serveContents(disk);
    const { file } = (await ask(testOwner, upload(letter))).json();
    await ask(testOwner, get(file));
    await ask(testOwner, get(file, "?purpose=audit"));
    const readings = (await ask(testOwner, get(file, "/readings"))).json();
    expect(readings).toMatchObject([
      { account: testOwner, file, purpose: "audit" },
      { account: testOwner, file, purpose: "handling" },
    ]);
    expect(readings[0].timeMs).toBeGreaterThan(readings[1].timeMs);
    const { contents } = await openTestContents(disk.crash({ kind: "lost" }));
    expect(await contents.files.readsOf(file)).toEqual(readings);
    expect((await ask(testOwner, get(file, "?purpose=curiosity"))).statusCode).toBe(422);
  });

  it("gives no altered content", async () => {
    const { contents, disk } = await serveContents();
    const kept = await contents.files.keep({
      account: testOwner,
      salt: fromHex(salt),
      name: "a.txt",
      bytes: letter.length,
      source: streamOf(letter),
    });
    if (!("file" in kept)) throw new Error(kept.refused);
    disk.flipBit(`node/files/${kept.digestOfCiphertext}`, 8 * 70_000);
    const opened = await contents.files.open({ file: kept.file, account: testOwner, purpose: "own" });
    if (!("content" in opened)) throw new Error(opened.refused);
    await expect(whole(opened.content)).rejects.toThrow(SealedStreamDamaged);
  });
});

describe("files and a crash", () => {
  const text = random(5)
    .bytes(3_000)
    .map((byte) => 0x20 + (byte % 90));
  const file = idOf(text);
  const keep = { account: testOwner, salt: fromHex(salt), name: "a.txt", bytes: text.length };
  const read = { file, account: testOwner, purpose: "own" } as const;

  /** Sends a file and reads it; says what was answered before the power went. */
  async function sendAndRead(disk: SimulatedDisk): Promise<{ isKept: boolean; isOpened: boolean }> {
    const known = { isKept: false, isOpened: false };
    try {
      const { contents } = await openTestContents(disk);
      known.isKept = "file" in (await contents.files.keep({ ...keep, source: streamOf(text) }));
      const opened = await contents.files.open(read);
      known.isOpened = "content" in opened && (await whole(opened.content)).length === text.length;
    } catch (error) {
      if (!disk.crashed) throw error;
    }
    return known;
  }

  it.each(["before", "after"] as const)(
    "an answered file opens, an opened one has its reading, none is there by half: power goes %s",
    async (when) => {
      const opened = simulatedDisk({ seed: 6 });
      await openTestContents(opened);
      const run = simulatedDisk({ seed: 6 });
      expect(await sendAndRead(run)).toEqual({ isKept: true, isOpened: true });
      for (let operation = opened.trace.length + 1; operation <= run.trace.length; operation++) {
        const disk = simulatedDisk({ seed: 6, faults: { crashAt: { operation, when } } });
        const known = await sendAndRead(disk);
        const { contents } = await openTestContents(disk.crash({ kind: "lost" }));
        const where = `${when} ${operation} ${run.trace[operation - 1]}`;
        const readings = await contents.files.readsOf(file);
        if (known.isOpened) expect(readings.length, where).toBe(1);
        const found = await contents.files.open(read);
        if ("content" in found) expect(Buffer.compare(await whole(found.content), text), where).toBe(0);
        else expect([found.refused, known.isKept], where).toEqual(["FILE_NONE", false]);
      }
    },
  );

  it("gives nothing where the reading could not be recorded", async () => {
    const disk = simulatedDisk({ seed: 7 });
    const fatal: Error[] = [];
    const { contents } = await openTestContents(disk, (error) => fatal.push(error));
    await contents.files.keep({ ...keep, source: streamOf(text) });
    const syncs = disk.trace.filter((operation) => operation.startsWith("sync ")).length;
    disk.setFaults({ failAt: { kind: "sync", nth: syncs + 1, code: "DISK_FAILED" } });
    await expect(contents.files.open(read)).rejects.toThrow("LOG_BROKEN");
    expect(fatal.length).toBe(1);
  });
});
