import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { isContentRefusal } from "@mingbai/http/contents/content-refusal";
import { personSubject } from "@mingbai/identity/vault-content";
import type { Event } from "@mingbai/ledger/definition/event";
import { contentSubject } from "@mingbai/read-model/given-content";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileSubject } from "../contents/file-record.ts";
import { encodeAnswer, findAnswer } from "./frames/answers.ts";
import { sealedFrames } from "./frames/frame-type.ts";
import { accountOf, SealedNodes } from "./test-sealed-nodes.ts";

const typed = 0;
const addressed = 1;
const supervising = 2;
const stranger = 3;
const canary = "金丝雀 canary 4f8b3e";
const text = `report,${canary}\n`.repeat(40_000);
const fileName = "contract.csv";

let root = "";
let nodes: SealedNodes;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-sealed-"));
  const organisations = [
    { id: "finance" },
    { id: "street" },
    { id: "audit", roles: ["auditor" as const] },
    { id: "bank" },
  ];
  nodes = await SealedNodes.found(root, organisations);
});
afterEach(async () => {
  await nodes.closeAll();
  await rm(root, { recursive: true, force: true });
});

describe("a matter that was typed on one node", () => {
  it("comes with its file to the addressee and the auditor, and to nobody else", async () => {
    await nodes.openAll();
    const { subject, file, event } = await typeMatter();
    nodes.happen(event);
    for (const number of [addressed, supervising]) {
      await arrived(number, fileSubject(file));
      expect(await nodes.get(number).lookup.find(subject)).toEqual(await nodes.get(typed).lookup.find(subject));
      expect(await readAll(number, file)).toBe(text);
    }
    expect(await nodes.get(stranger).lookup.has(subject)).toBe(false);
    expect((await nodes.bytesOf(stranger)).includes(file)).toBe(false);
    for (const { frame } of nodes.frames) expect(Buffer.from(frame).includes(canary)).toBe(false);
    const sentToStranger = nodes.frames.filter(({ to, frame }) => to === stranger && isContent(frame));
    expect(sentToStranger).toEqual([]);
  });

  it("comes to who is asked for an opinion once the matter is forwarded there", async () => {
    await nodes.openAll();
    const { subject, file, event } = await typeMatter();
    nodes.happen(event);
    await arrived(addressed, fileSubject(file));
    nodes.happen({ type: "workflow.matterMoved", data: { matter: "m1", holder: "bank", by: accountOf(typed) } });
    await arrived(stranger, fileSubject(file));
    expect(await nodes.get(stranger).lookup.has(subject)).toBe(true);
  });

  it("is refused to who asks without a right, whatever path is named", async () => {
    await nodes.openAll();
    const { subject, file, event } = await typeMatter();
    nodes.happen(event);
    await arrived(addressed, fileSubject(file));
    nodes.frames.length = 0;
    const other = await keepContent(typed, application("nothing", []));
    nodes.happen(submitted({ matter: "m2", content: other, to: "bank" }));
    await arrived(stranger, contentSubject({ commitment: other, giver: accountOf(typed) }));
    expect(await nodes.get(stranger).lookup.has(subject)).toBe(false);
    expect(await nodes.get(stranger).lookup.has(fileSubject(file))).toBe(false);
  });

  it.each(["before", "after"])(
    "is opened to nobody by who copies its commitment into a matter of their own, ordered %s it",
    async (when) => {
      await nodes.openAll();
      const { subject, commitment, file, event } = await typeMatter();
      const copied = submitted({ matter: "m3", content: commitment, to: "street", by: accountOf(stranger) });
      nodes.happen(...(when === "before" ? [copied, event] : [event, copied]));
      for (const number of [addressed, supervising]) await arrived(number, fileSubject(file));
      // Who has the text, and is a party of both matters, has it for the one who gave it alone.
      const other = await keepContent(typed, application("nothing", []));
      nodes.happen(submitted({ matter: "m4", content: other, to: "bank" }));
      await arrived(stranger, contentSubject({ commitment: other, giver: accountOf(typed) }));
      const ofCopy = contentSubject({ commitment, giver: accountOf(stranger) });
      for (const number of [typed, addressed, supervising, stranger]) {
        expect(await nodes.get(number).lookup.has(ofCopy)).toBe(false);
      }
      expect(await nodes.get(stranger).lookup.has(subject)).toBe(false);
      expect((await nodes.bytesOf(stranger)).includes(file)).toBe(false);
    },
  );

  it("comes after a restart in the middle, and from another when who had it is away", async () => {
    await nodes.open(typed);
    await nodes.open(addressed);
    const { subject, file, event } = await typeMatter();
    let pieces = 0;
    nodes.rewrite = ({ frame }) => (frame[0] === sealedFrames.piece && ++pieces > 1 ? undefined : frame);
    nodes.happen(event);
    await nodes.until(() => pieces > 1);
    await nodes.close(addressed);
    nodes.rewrite = ({ frame }) => frame;
    await nodes.open(addressed);
    await arrived(addressed, fileSubject(file));
    await nodes.close(typed);
    await nodes.open(supervising);
    await arrived(supervising, fileSubject(file));
    expect(await nodes.get(supervising).lookup.has(subject)).toBe(true);
    expect(await readAll(supervising, file)).toBe(text);
  });

  it.each([
    ["entries", sealedFrames.entry],
    ["pieces of files", sealedFrames.piece],
  ])("is taken from the honest where another gives wrong %s, which is counted", async (_, type) => {
    await nodes.openAll();
    const { file, event } = await typeMatter();
    nodes.happen(event);
    await arrived(addressed, fileSubject(file));
    await nodes.close(supervising);
    await rm(join(root, String(supervising)), { recursive: true });
    let lies = 0;
    nodes.rewrite = ({ from, frame }) => {
      if (frame[0] !== type) return frame;
      if (from === typed && ++lies > 0) return altered(frame);
      // The honest one is asked after the liar.
      return lies === 0 ? noneInsteadOf(frame) : frame;
    };
    await nodes.open(supervising);
    await arrived(supervising, fileSubject(file));
    expect(await readAll(supervising, file)).toBe(text);
    expect(lies).toBeGreaterThan(0);
    expect(Object.keys(nodes.get(supervising).exchange.status().faults)).toEqual([String(typed)]);
  });
});

describe("a person's name", () => {
  it("comes to every member once the person is registered, and to none before", async () => {
    await nodes.openAll();
    const account = "00000000000000c1";
    await nodes.get(typed).vault.put([{ subject: personSubject(account), content: { kind: "person", name: canary } }]);
    expect(nodes.frames.some(({ frame }) => Buffer.from(frame).includes(account))).toBe(false);
    nodes.happen({ type: "identity.actorRegistered", data: { account, organisation: "street", grants: [] } });
    for (const number of [addressed, supervising, stranger]) await arrived(number, personSubject(account));
    for (const { frame } of nodes.frames) expect(Buffer.from(frame).includes(canary)).toBe(false);
    expect((await nodes.bytesOf(stranger)).includes(canary)).toBe(false);
  });
});

/** An application with a file, kept on the first node, and the event that names it. */
async function typeMatter(): Promise<{ subject: string; commitment: string; file: string; event: Event }> {
  const { files } = nodes.get(typed).contents;
  const bytes = Buffer.byteLength(text);
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  const kept = await files.keep({ account: accountOf(typed), salt: randomBytes(32), name: fileName, bytes, source });
  if (isContentRefusal(kept)) throw new Error(kept.refused);
  const { file, name, type, untrusted } = kept;
  const commitment = await keepContent(typed, application(canary, [{ file, name, type, bytes, untrusted }]));
  const event = submitted({ matter: "m1", content: commitment, to: "street" });
  return { subject: contentSubject({ commitment, giver: accountOf(typed) }), commitment, file, event };
}

function application(title: string, files: CanonicalObject[]): CanonicalObject {
  return { kind: "application", title, proposal: canary, invoices: [], files };
}

async function keepContent(number: number, content: CanonicalObject): Promise<string> {
  const { contents } = nodes.get(number).contents;
  const kept = await contents.keep({ account: accountOf(number), salt: randomBytes(32), content });
  if (isContentRefusal(kept)) throw new Error(kept.refused);
  return kept.commitment;
}

function submitted({
  matter,
  content,
  to,
  by = accountOf(typed),
}: {
  matter: string;
  content: string;
  to: string;
  by?: string;
}): Event {
  const nobody = { account: by, organisation: "" };
  const terms = { payee: by, fund: 1, amount: 100 };
  const data = { matter, version: 1, kind: "payment", by, applicant: nobody, receiver: nobody, to, terms, content };
  return { type: "workflow.matterSubmitted", data };
}

function arrived(number: number, subject: string): Promise<void> {
  return nodes.until(() => nodes.get(number).entries.isWhole(subject));
}

async function readAll(number: number, file: string): Promise<string> {
  const { files } = nodes.get(number).contents;
  const opened = await files.open({ file, account: accountOf(number), purpose: "handling" });
  if (isContentRefusal(opened)) throw new Error(opened.refused);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.content) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function isContent(frame: Uint8Array): boolean {
  return frame[0] === sealedFrames.entry || frame[0] === sealedFrames.piece;
}

function noneInsteadOf(frame: Uint8Array): Uint8Array {
  return encodeAnswer({ kind: "none", request: findAnswer(frame)?.request ?? 0, isBusy: false });
}

function altered(frame: Uint8Array): Uint8Array {
  const other = frame.slice();
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  return other;
}
