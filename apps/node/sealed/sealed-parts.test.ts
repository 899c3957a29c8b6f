import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import type { Event } from "@mingbai/ledger/definition/event";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { accessGranted, accessRequested, accessRevoked } from "@mingbai/registry/events/access";
import { erasureDecided, erasureRequested } from "@mingbai/registry/events/erasure";
import { householdOpened } from "@mingbai/registry/events/household-opened";
import { partRecorded } from "@mingbai/registry/events/part-recorded";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealedFrames } from "./frames/frame-type.ts";
import { accountOf, SealedNodes } from "./test-sealed-nodes.ts";

const street = 0;
const bureau = 1;
const stranger = 2;
const supervising = 3;
const canary = "金丝雀 canary 77c1";
const [household, person, other] = ["00000000000000b1", "00000000000000b2", "00000000000000b3"] as const;
const later = 4_000_000_000_000;
const everything = [...fieldClasses];

let root = "";
let nodes: SealedNodes;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-parts-"));
  const regulators = { id: "inspection", roles: ["regulator" as const] };
  nodes = await SealedNodes.found(root, [{ id: "street" }, { id: "bureau" }, { id: "bank" }, regulators]);
  await nodes.openAll();
});
afterEach(async () => {
  await nodes.closeAll();
  await rm(root, { recursive: true, force: true });
});

/** Keeps a part about a subject at a node, as given by its administrator. */
async function keep(number: number, subject: string, words: string): Promise<GivenPart> {
  const part = {
    subject,
    giver: accountOf(number),
    salt: new Uint8Array(32).fill(9),
    bytes: utf8(JSON.stringify({ words })),
  };
  await nodes.get(number).subjects.put([part]);
  return { subject, giver: part.giver, commitment: toHex(commitmentOfBytes(part)) };
}

/** A household with a person whose files the street keeps, handed in at its node. */
async function openHousehold(): Promise<{ parts: GivenPart[]; event: Event }> {
  const [first, second] = [await keep(street, household, canary), await keep(street, person, `${canary}2`)];
  const people = [{ subject: person, content: second.commitment }];
  const by = accountOf(street);
  const said = { household, area: "hill", keeper: "street", content: first.commitment, people, by };
  return { parts: [first, second], event: householdOpened(said) };
}

function granted(classes: readonly (typeof fieldClasses)[number][], untilMs = later): Event[] {
  const access = { household, organisation: "bureau", by: accountOf(bureau) };
  return [accessRequested({ ...access, purpose: "review", classes: [...classes], untilMs }), accessGranted(access)];
}

/** A part of no household that others know, so that whoever fetches it has been through what came before. */
async function marker(organisation: string, number: number): Promise<void> {
  const at = number === street ? bureau : street;
  const part = await keep(at, other, `marker ${organisation}`);
  const said = { area: "hill", people: [], by: accountOf(at), content: part.commitment };
  nodes.happen(householdOpened({ ...said, household: other, keeper: organisation }));
  await has(number, part);
}

function has(number: number, part: GivenPart): Promise<void> {
  return nodes.until(() => nodes.get(number).subjects.has(part));
}

const holds = (number: number, parts: readonly GivenPart[]) =>
  parts.map((part) => nodes.get(number).subjects.has(part));

describe("parts of a household's file", () => {
  it("come to an organisation that was granted the file, and to nobody else, a supervisor's node included", async () => {
    const { parts, event } = await openHousehold();
    nodes.happen(event, ...granted(everything));
    for (const part of parts) await has(bureau, part);
    expect(await nodes.get(bureau).subjects.findMany(parts)).toEqual(await nodes.get(street).subjects.findMany(parts));
    await marker("bank", stranger);
    expect(holds(stranger, parts)).toEqual([false, false]);
    expect(holds(supervising, parts)).toEqual([false, false]);
    for (const { frame } of nodes.frames) expect(Buffer.from(frame).includes(canary)).toBe(false);
    for (const number of [bureau, stranger]) expect((await nodes.bytesOf(number)).includes(canary)).toBe(false);
    const given = nodes.frames.filter(({ frame, to }) => frame[0] === sealedFrames.entry && to !== bureau);
    expect(given).toHaveLength(1);
  });

  it("come with those that were there before, once access is granted, and with what is written after", async () => {
    const { parts, event } = await openHousehold();
    nodes.happen(event);
    await marker("bureau", bureau);
    expect(holds(bureau, parts)).toEqual([false, false]);
    nodes.happen(...granted(everything));
    for (const part of parts) await has(bureau, part);
    const next = await keep(street, person, "next");
    const named = { household, subject: person, version: 2, base: 1, content: next.commitment, by: next.giver };
    nodes.happen(partRecorded(named));
    await has(bureau, next);
  });

  it("come to who keeps the file from wherever they were typed", async () => {
    const { event } = await openHousehold();
    nodes.happen(event);
    const typed = await keep(bureau, person, "seen on a visit");
    const named = { household, subject: person, version: 2, base: 1, content: typed.commitment, by: typed.giver };
    nodes.happen(partRecorded(named));
    await has(street, typed);
  });

  it.each([
    ["some of the fields", granted(["name", "contact"])],
    ["a time that is over", granted(everything, 1)],
    ["what was taken back", [...granted(everything), accessRevoked({ household, organisation: "bureau", by: "" })]],
  ])("stay where they are for a grant of %s", async (_, grant) => {
    const { parts, event } = await openHousehold();
    nodes.happen(event, ...grant);
    await marker("bureau", bureau);
    expect(holds(bureau, parts)).toEqual([false, false]);
  });

  it("come after a restart in the middle", async () => {
    const { parts, event } = await openHousehold();
    let entries = 0;
    nodes.rewrite = ({ frame }) => (frame[0] === sealedFrames.entry && ++entries > 1 ? undefined : frame);
    nodes.happen(event, ...granted(everything));
    await nodes.until(() => entries > 1);
    await nodes.close(bureau);
    nodes.rewrite = ({ frame }) => frame;
    await nodes.open(bureau);
    for (const part of parts) await has(bureau, part);
  });

  it("are not taken where another gives wrong ones, which is counted", async () => {
    const { parts, event } = await openHousehold();
    let lies = 0;
    nodes.rewrite = ({ frame }) => {
      if (frame[0] !== sealedFrames.entry || ++lies > 1) return frame;
      const altered = frame.slice();
      altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
      return altered;
    };
    nodes.happen(event, ...granted(everything));
    for (const part of parts) await has(bureau, part);
    expect(nodes.get(bureau).exchange.status().faults).toEqual({ [street]: 1 });
  });

  it("of whom was erased come to nobody any more, and what was there is refused when it comes again", async () => {
    const { parts, event } = await openHousehold();
    nodes.happen(event, ...granted(everything));
    for (const part of parts) await has(bureau, part);
    await nodes.get(bureau).subjects.erase([household]);
    const erasure = "00000000000000e1";
    nodes.happen(
      erasureRequested({ erasure, ground: "ownWish", subjects: [household], by: "" }),
      erasureDecided({ erasure, approve: true, owed: [], by: "" }),
    );
    nodes.frames.length = 0;
    nodes.happen(...granted(everything));
    await marker("bureau", bureau);
    expect(holds(bureau, parts)[0]).toBe(false);
    expect(nodes.frames.filter(({ frame }) => frame[0] === sealedFrames.entry)).toHaveLength(1);
  });
});
