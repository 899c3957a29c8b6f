import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { isContentRefusal } from "@mingbai/http/contents/content-refusal";
import type { FileKept } from "@mingbai/http/contents-views";
import type { Role } from "@mingbai/ledger/authority/role";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { erasureTable } from "@mingbai/registry/tables";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { samplePng } from "../contents/judge/test-samples.ts";
import { type NodeContents, openContents } from "../contents/open-contents.ts";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import type { ErasureAcknowledger } from "../subjects/erasure-acknowledger.ts";
import { openAcknowledger } from "../subjects/open-acknowledger.ts";
import { TestMembers } from "./test-members.ts";

const [household, person, erasure] = ["00000000000000b1", "00000000000000b2", "00000000000000e1"] as const;
const canary = "金丝雀 canary 5fe2";
const grantMs = 24 * 60 * 60 * 1_000;
/** From a key's registration to its first block. */
const keyDelayHeights = 2;
const testMsMax = 120_000;
/** Who keeps the file at the first member, decides there, and asks for it at the second. */
const [grid, leader, asker] = [0xc1, 0xc2, 0xc3] as const;

let folder = "";
let members: TestMembers;
const acknowledgers: ErasureAcknowledger[] = [];
let contents: NodeContents | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-household-"));
  members = await TestMembers.found(folder, 2);
});
afterEach(async () => {
  for (const one of acknowledgers.splice(0)) one.close();
  await contents?.close();
  await members.closeAll();
  await rm(folder, { recursive: true, force: true });
});

/** Looks after each change of what is durable at a member. */
function until(number: number, isSo: (ledger: OpenLedger) => boolean): Promise<void> {
  const ledger = members.get(number);
  return new Promise((resolve) => {
    const look = () => void (isSo(ledger) && resolve());
    ledger.onDurable(look);
    look();
  });
}

const accountOf = (who: number) => who.toString(16).padStart(16, "0");
const signerOf = (who: number) => generateSigner("ed25519", new Uint8Array(32).fill(who));

function act(number: number, who: number, command: string, input: CanonicalObject) {
  const key = { signer: signerOf(who), keyId: accountOf(who) };
  return new LocalActor(members.get(number), key).act(command, input);
}

/** Registers somebody with a key at a member; resolves when the next block may have their acts. */
async function register(number: number, who: number, role: Role): Promise<void> {
  const account = accountOf(who);
  const administrator = members.actor(number);
  const { height } = await administrator.act("identity.registerActor", {
    account,
    organisation: `member-${number}`,
    roles: [role],
  });
  const key = { keyId: account, scheme: "ed25519", publicKey: toHex(signerOf(who).publicKey), account };
  await members.actor(number).act("identity.registerKey", { ...key, fromHeight: height + keyDelayHeights });
}

async function place(): Promise<void> {
  const areas = [
    { area: "county", level: "district", name: { en: "County", zh: "县" } },
    { area: "town", level: "street", parent: "county", name: { en: "Town", zh: "镇" } },
  ];
  await members.actor(0).act("identity.createAreas", { areas });
  await members.actor(0).act("identity.placeOrganisation", { area: "county" });
}

/** A photo that who keeps the file sends to the first member. */
async function sendPhoto(): Promise<FileKept> {
  const { vault, subjects } = members.get(0);
  const onFatal = (error: Error) => void members.fatal.push(error);
  const place = { disk: nodeDisk(), folder: members.folder(0), vault, subjects, keys: members.keys(0) };
  contents = await openContents({ ...place, now: Date.now, onFatal });
  const bytes = samplePng({ text: canary });
  const source = (async function* () {
    yield bytes;
  })();
  const salt = new Uint8Array(32).fill(8);
  const upload = { account: accountOf(grid), salt, name: "house.png", bytes: bytes.length, source };
  const kept = await contents.files.keep(upload);
  if (isContentRefusal(kept)) throw new Error(kept.refused);
  return kept;
}

/** Of the first member, given there by who keeps the file. */
async function keep(subject: string, photos: string[]): Promise<GivenPart> {
  const content = { kind: "part", form: 1, reason: "visit", words: canary, sets: { photos: { to: photos } } };
  const part = { subject, giver: accountOf(grid), salt: new Uint8Array(32).fill(3), bytes: canonicalBytes(content) };
  const kept = await members.get(0).subjects.put([part]);
  if ("refused" in kept) throw new Error(kept.refused);
  return { subject, giver: part.giver, commitment: kept[0] ?? "" };
}

async function bytesBelow(root: string): Promise<Buffer> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}

function acknowledge(number: number): void {
  const tablesReached = () => Promise.resolve();
  const onFatal = (error: Error) => void members.fatal.push(error);
  const opened = openAcknowledger({ ledger: members.get(number), keys: members.keys(number), tablesReached, onFatal });
  if (opened !== undefined) acknowledgers.push(opened);
}

const isAcknowledgedBy =
  (count: number) =>
  ({ chain }: OpenLedger) =>
    chain.state.table(erasureTable).find(erasure)?.acknowledged.length === count;

describe.skipIf(whyNoComet)(whyNoComet ?? "a household's file among members", () => {
  it(
    "comes over TLS and CometBFT with its photos to who was granted it, and both nodes erase all of it and say so themselves",
    async () => {
      await members.openAll();
      await place();
      await register(0, grid, "gridWorker");
      await register(0, leader, "leader");
      await register(1, asker, "caseHandler");
      const photo = await sendPhoto();
      const photoAt = (number: number) => join(members.folder(number).files, photo.digestOfCiphertext);
      const [first, second] = [await keep(household, [photo.file]), await keep(person, [])];
      const people = [{ subject: person, content: second.commitment }];
      const opened = { household, area: "town", content: first.commitment, people };
      await act(0, grid, "registry.openHouseholds", { households: [opened] });
      expect(members.get(1).subjects.has(second)).toBe(false);
      const untilMs = members.get(0).chain.head.timeMs + grantMs;
      await act(0, asker, "registry.requestAccess", {
        household,
        purpose: "review",
        classes: [...fieldClasses],
        untilMs,
      });
      const witnessed = { household, organisation: "member-1", witness: accountOf(leader) };
      await act(0, grid, "registry.grantAccess", witnessed);
      for (const part of [first, second]) await until(1, ({ subjects }) => subjects.has(part));
      await until(1, () => existsSync(photoAt(1)));
      expect(await members.get(1).subjects.find(second)).toMatchObject({ content: { words: canary } });
      await act(0, grid, "registry.requestErasure", {
        erasure,
        ground: "enteredByMistake",
        subjects: [household, person],
      });
      acknowledge(0);
      await act(0, leader, "registry.decideErasure", { erasure, approve: true });
      await until(0, isAcknowledgedBy(1));
      // The second member's node ends between erasing and saying so, and says so after its next start.
      await until(1, ({ subjects }) => subjects.isErased(person));
      await members.close(1);
      await members.open(1);
      acknowledge(1);
      await until(0, isAcknowledgedBy(2));
      expect(await members.get(1).subjects.find(second)).toBeUndefined();
      expect([existsSync(photoAt(0)), existsSync(photoAt(1))]).toEqual([false, false]);
      await members.close(1);
      expect((await bytesBelow(join(folder, "member-1"))).includes(canary)).toBe(false);
      expect(members.fatal).toEqual([]);
    },
    testMsMax,
  );
});
