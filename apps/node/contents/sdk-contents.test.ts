import { utf8 } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { fileBytesMax } from "@mingbai/http/contents-views";
import { createClient } from "@mingbai/sdk/client";
import {
  deleteDraft,
  findDraftConflict,
  keepContent,
  keepContents,
  listDrafts,
  loadDraft,
  newDraftId,
  saveDraft,
} from "@mingbai/sdk/contents";
import { fetchFile, fileReadings, uploadFile } from "@mingbai/sdk/files";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { samplePng, sampleZip } from "./judge/test-samples.ts";
import { serveContents, testOwner } from "./test-contents-server.ts";

let server: Awaited<ReturnType<typeof serveContents>>["server"];
let url = "";

beforeAll(async () => {
  ({ server } = await serveContents());
  url = await server.listen({ host: "localhost", port: 0 });
});
afterAll(() => server.close());
afterEach(() => void vi.unstubAllGlobals());

const asOwner: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("x-test-account", testOwner);
  return fetch(input, { ...init, headers });
};
const clientOf = (send: typeof fetch = asOwner) => createClient({ url, fetch: send });

describe("the SDK's contents and drafts", () => {
  const content = { title: "更换路灯", amount: 1_250_000 };

  it("have a content kept, and find out where the node answers with another commitment", async () => {
    const { commitment, salt } = await keepContent(clientOf(), content);
    expect([commitment, salt]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    const liar: typeof fetch = async () => Response.json({ commitment: "0".repeat(64) });
    await expect(keepContent(clientOf(liar), content)).rejects.toMatchObject({ code: "COMMITMENT_OTHER" });
    await expect(keepContent(clientOf(fetch), content)).rejects.toMatchObject({ code: "SESSION_NONE" });
  });

  it("have several contents kept at once, and find out where the node answers with other commitments", async () => {
    const one = { salt: new Uint8Array(32).fill(1), bytes: canonicalBytes(content) };
    const two = { salt: new Uint8Array(32).fill(2), bytes: canonicalBytes(content) };
    const commitments = [one, two].map((each) => toHex(commitmentOfBytes(each)));
    expect(await keepContents(clientOf(), [one, two])).toEqual(commitments);
    const liar: typeof fetch = async () => Response.json({ commitments: commitments.toReversed() });
    await expect(keepContents(clientOf(liar), [one, two])).rejects.toMatchObject({ code: "COMMITMENT_OTHER" });
    await expect(keepContents(clientOf(fetch), [one])).rejects.toMatchObject({ code: "SESSION_NONE" });
  });

  it("save, load, list and delete drafts, and give both where another page was faster", async () => {
    const client = clientOf();
    const id = newDraftId();
    const saved = await saveDraft(client, id, { version: 0, label: "路灯", content });
    expect(await loadDraft(client, id)).toEqual({ id, ...saved, label: "路灯", content });
    expect(await listDrafts(client)).toEqual([{ id, ...saved, label: "路灯" }]);
    const late = saveDraft(client, id, { version: 0, content: { title: "late" } });
    const conflict = findDraftConflict(await late.catch((error: unknown) => error));
    expect(conflict).toEqual({
      yours: { version: 0, content: { title: "late" } },
      stored: { ...saved, label: "路灯", content },
    });
    await deleteDraft(client, id);
    await expect(loadDraft(client, id)).rejects.toMatchObject({ code: "DRAFT_NONE" });
    const gone = saveDraft(client, id, { version: 1, content });
    expect(findDraftConflict(await gone.catch((error: unknown) => error))).toEqual({ yours: { version: 1, content } });
    expect(findDraftConflict(new Error("another"))).toBeUndefined();
  });
});

describe("the SDK's files", () => {
  it("are sent, fetched, checked by their salt, and tell who looked", async () => {
    const told: number[] = [];
    const onProgress = ({ sentBytes }: { sentBytes: number }) => void told.push(sentBytes);
    const bytes = samplePng();
    const sent = await uploadFile(clientOf(), new File([bytes], "路灯.png"), { onProgress });
    expect(sent).toMatchObject({ name: "路灯.png", type: "image/png", bytes: bytes.length, untrusted: false });
    expect(told).toEqual([0, bytes.length]);
    const fetched = await fetchFile(clientOf(), { ...sent, purpose: "own" });
    expect(Buffer.compare(fetched, bytes)).toBe(0);
    expect(await fileReadings(clientOf(), sent.file)).toMatchObject([{ account: testOwner, purpose: "own" }]);
  });

  it("are refused with the node's words", async () => {
    const archive = { name: "a.zip", bytes: sampleZip([{ name: "a", content: "a" }]) };
    await expect(uploadFile(clientOf(), archive)).rejects.toMatchObject({ code: "FILE_ARCHIVE", status: 415 });
    await expect(fetchFile(clientOf(), { file: "0".repeat(64) })).rejects.toMatchObject({ code: "FILE_NONE" });
  });

  it("that are too large are refused while they are sent", async () => {
    const vast = { name: "a.txt", bytes: new Uint8Array(fileBytesMax + 1) };
    await expect(uploadFile(clientOf(), vast)).rejects.toMatchObject({ code: "FILE_TOO_LARGE" });
    await expect(uploadFile(clientOf(fetch), vast)).rejects.toMatchObject({ code: "SESSION_NONE" });
  });

  it("that the node altered are found out", async () => {
    const sent = await uploadFile(clientOf(), { name: "a.txt", bytes: utf8("a letter") });
    const altering: typeof fetch = async (input, init) => {
      const response = await asOwner(input, init);
      return new Response(utf8("another letter"), { status: response.status });
    };
    await expect(fetchFile(clientOf(altering), sent)).rejects.toMatchObject({ code: "COMMITMENT_OTHER" });
  });

  it("go through XMLHttpRequest in a browser, which tells how far it is", async () => {
    vi.stubGlobal("XMLHttpRequest", RequestOfBrowser);
    const told: number[] = [];
    const onProgress = ({ sentBytes }: { sentBytes: number }) => void told.push(sentBytes);
    const sent = await uploadFile(clientOf(), { name: "b.txt", bytes: utf8("0123456789") }, { onProgress });
    expect([sent.type, told]).toEqual(["text/plain; charset=utf-8", [0, 5, 10]]);
    const page = { name: "a.html", bytes: utf8("<html></html>") };
    await expect(uploadFile(clientOf(), page)).rejects.toMatchObject({ code: "FILE_PAGE" });
  });
});

/** As much of a browser's request as is used, sent by `fetch`. */
class RequestOfBrowser {
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  readonly #headers = new Headers({ "x-test-account": testOwner });
  #address = "";
  #answered = new Response();
  status = 0;
  response: ArrayBuffer | undefined;
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;

  open(_method: string, address: string): void {
    this.#address = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.headers.get(name);
  }

  async send(body: Uint8Array<ArrayBuffer>): Promise<void> {
    this.upload.onprogress?.({ loaded: body.length / 2 });
    this.#answered = await fetch(this.#address, { method: "POST", headers: this.#headers, body });
    this.status = this.#answered.status;
    this.response = await this.#answered.arrayBuffer();
    this.onload();
  }
}
