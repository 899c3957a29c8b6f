import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { isContentRefusal } from "@mingbai/http/contents/content-refusal";
import type { Event } from "@mingbai/ledger/definition/event";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { accessGranted, accessRequested } from "@mingbai/registry/events/access";
import { erasureDecided, erasureRequested } from "@mingbai/registry/events/erasure";
import { householdOpened } from "@mingbai/registry/events/household-opened";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileSubject } from "../contents/file-record.ts";
import { samplePng } from "../contents/judge/test-samples.ts";
import { sealedFrames } from "./frames/frame-type.ts";
import { accountOf, SealedNodes, type SentFrame } from "./test-sealed-nodes.ts";

const street = 0;
const bureau = 1;
const stranger = 2;
const supervising = 3;
const canary = "金丝雀 canary c31d";
const household = "00000000000000b1";
const picture = samplePng({ text: canary });

let root = "";
let nodes: SealedNodes;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-photos-"));
  const regulators = { id: "inspection", roles: ["regulator" as const] };
  nodes = await SealedNodes.found(root, [{ id: "street" }, { id: "bureau" }, { id: "bank" }, regulators]);
  await nodes.openAll();
});
afterEach(async () => {
  await nodes.closeAll();
  await rm(root, { recursive: true, force: true });
});

/** A photo that this account sends to the street's node. */
async function send(account: string): Promise<string> {
  const source = (async function* () {
    yield picture;
  })();
  const upload = { account, salt: new Uint8Array(32).fill(4), name: "house.png", bytes: picture.length, source };
  const kept = await nodes.get(street).contents.files.keep(upload);
  if (isContentRefusal(kept)) throw new Error(kept.refused);
  return kept.file;
}

/** A household whose file, given by the street's administrator, shows this photo; with access to it for the bureau. */
async function openHousehold(photo: string): Promise<Event[]> {
  const content = { kind: "part", form: 1, reason: "visit", sets: { photos: { to: [photo] } } };
  const by = accountOf(street);
  const part = { subject: household, giver: by, salt: new Uint8Array(32).fill(9), bytes: canonicalBytes(content) };
  await nodes.get(street).subjects.put([part]);
  const commitment = toHex(commitmentOfBytes(part));
  const opened = householdOpened({ household, area: "hill", keeper: "street", content: commitment, people: [], by });
  const access = { household, organisation: "bureau", by: accountOf(bureau) };
  const classes = [...fieldClasses];
  const asked = accessRequested({ ...access, purpose: "review", classes, untilMs: 4_000_000_000_000 });
  return [opened, asked, accessGranted(access)];
}

const isThere = (number: number, photo: string) => nodes.get(number).entries.isWhole(fileSubject(photo));
const arrived = (number: number, photo: string) => nodes.until(() => isThere(number, photo));

function erased(): Event[] {
  const erasure = "00000000000000e1";
  return [
    erasureRequested({ erasure, ground: "ownWish", subjects: [household], by: "" }),
    erasureDecided({ erasure, approve: true, owed: [], by: "" }),
  ];
}

describe("photos of a household's file", () => {
  it("come with the part that names them to who was granted the file, and to nobody else", async () => {
    const photo = await send(accountOf(street));
    nodes.happen(...(await openHousehold(photo)));
    await arrived(bureau, photo);
    const opened = await nodes
      .get(bureau)
      .contents.files.open({ file: photo, account: accountOf(bureau), purpose: "own" });
    if (isContentRefusal(opened)) throw new Error(opened.refused);
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.content) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(Buffer.from(picture))).toBe(true);
    for (const number of [stranger, supervising]) expect(await isThere(number, photo)).toBe(false);
    const content = ({ frame, to }: SentFrame) =>
      to !== bureau && (frame[0] === sealedFrames.entry || frame[0] === sealedFrames.piece);
    expect(nodes.frames.filter(content)).toEqual([]);
    for (const { frame } of nodes.frames) expect(Buffer.from(frame).includes(canary)).toBe(false);
    expect((await nodes.bytesOf(bureau)).includes(canary)).toBe(false);
  });

  it("stay where they are where somebody else had sent them than who names them", async () => {
    const photo = await send(accountOf(stranger));
    nodes.happen(...(await openHousehold(photo)));
    await nodes.until(() => nodes.frames.some(isRefused));
    expect(await isThere(bureau, photo)).toBe(false);
    expect(nodes.get(bureau).exchange.status().faults).toEqual({});
  });

  it("come after a restart in the middle", async () => {
    const photo = await send(accountOf(street));
    let pieces = 0;
    nodes.rewrite = ({ frame }) => (frame[0] === sealedFrames.piece && ++pieces > 0 ? undefined : frame);
    nodes.happen(...(await openHousehold(photo)));
    await nodes.until(() => pieces > 0);
    await nodes.close(bureau);
    nodes.rewrite = ({ frame }) => frame;
    await nodes.open(bureau);
    await arrived(bureau, photo);
  });

  it("are not kept where whom they show was erased while they came", async () => {
    const photo = await send(accountOf(street));
    const wanted = () => nodes.get(bureau).exchange.status().wanted;
    let wantedThen = 0;
    nodes.rewrite = ({ frame }) => {
      if (frame[0] !== sealedFrames.piece || wantedThen > 0) return frame;
      wantedThen = wanted();
      nodes.happen(...erased());
      return frame;
    };
    nodes.happen(...(await openHousehold(photo)));
    await nodes.until(() => wanted() < wantedThen);
    expect(await isThere(bureau, photo)).toBe(false);
    expect(await readdir(nodes.get(bureau).folder.files)).toEqual([]);
  });
});

/** The street, which has given the part, says that it gives no more. */
function isRefused({ frame, from, to }: SentFrame): boolean {
  return from === street && to === bureau && frame[0] === sealedFrames.none;
}
