import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { areasCreated } from "@mingbai/identity/events/areas-created";
import { organisationPlaced } from "@mingbai/identity/events/organisation-placed";
import { helperDescribed, helperForgotten } from "@mingbai/posts/events/helpers";
import { postGiven } from "@mingbai/posts/events/posts";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealedFrames } from "./frames/frame-type.ts";
import { accountOf, SealedNodes } from "./test-sealed-nodes.ts";

const bureau = 0;
const town = 1;
const neighbour = 2;
const inspection = 3;
const bank = 4;
const helper = accountOf(bureau);
const canary = "金丝雀 canary 90be";
const subject = "00000000000000f1";
const later = 4_000_000_000_000;

let root = "";
let nodes: SealedNodes;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-helpers-"));
  nodes = await SealedNodes.found(root, [
    { id: "bureau", roles: ["operator"] },
    { id: "town", roles: ["leader"] },
    { id: "neighbour", roles: ["leader"] },
    { id: "inspection", roles: ["supervisor"] },
    { id: "bank", roles: ["escrowBank"] },
  ]);
  await nodes.openAll();
  const named = (area: string) => ({ area, name: { en: area, zh: area } });
  const towns = ["hill", "lake"].map((area) => ({ ...named(area), level: "street" as const, parent: "county" }));
  const village = { ...named("gorge"), level: "village" as const, parent: "hill" };
  nodes.happen(
    areasCreated({ areas: [{ ...named("county"), level: "district" }, ...towns, village] }),
    organisationPlaced({ organisation: "town", area: "hill" }),
    organisationPlaced({ organisation: "neighbour", area: "lake" }),
  );
});
afterEach(async () => {
  await nodes.closeAll();
  await rm(root, { recursive: true, force: true });
});

/** What the helper can do, as they said it themself at their own node. */
async function describeHelper(words: string, about = subject): Promise<GivenPart> {
  const bytes = utf8(JSON.stringify({ words }));
  const part = { subject: about, giver: helper, salt: new Uint8Array(32).fill(7), bytes };
  await nodes.get(bureau).subjects.put([part]);
  return { subject: about, giver: helper, commitment: toHex(commitmentOfBytes(part)) };
}

const given = (post: string, areas: string[], untilMs = later) =>
  postGiven({
    ...{ post, account: helper, kind: "firstSecretary" as const, areas, householdsMax: 10 },
    ...{ fromMs: 1, untilMs, by: accountOf(town) },
  });
const described = ({ commitment: content }: GivenPart) =>
  helperDescribed({ account: helper, subject, content, by: helper });
const holds = (number: number, part: GivenPart) => nodes.get(number).subjects.has(part);
const arrived = (number: number, part: GivenPart) => nodes.until(() => holds(number, part));
const entriesTo = (number: number) =>
  nodes.frames.filter(({ frame, to }) => frame[0] === sealedFrames.entry && to === number);

describe("what a person who helps can do", () => {
  it("comes to who decides where they hold a post and to who looks on, and to nobody else", async () => {
    const part = await describeHelper(canary);
    nodes.happen(given("00000000000000d1", ["gorge"]), described(part));
    for (const number of [town, inspection]) await arrived(number, part);
    expect(await nodes.get(town).subjects.find(part)).toMatchObject({ content: { words: canary } });
    expect([holds(neighbour, part), holds(bank, part)]).toEqual([false, false]);
    expect([entriesTo(neighbour), entriesTo(bank)]).toEqual([[], []]);
    for (const { frame } of nodes.frames) expect(Buffer.from(frame).includes(canary)).toBe(false);
  });

  it("comes once a post is given there, and stays where it is while one is over", async () => {
    const part = await describeHelper(canary);
    nodes.happen(given("00000000000000d1", ["lake"], 2), given("00000000000000d2", ["gorge"]), described(part));
    await arrived(inspection, part);
    expect(holds(neighbour, part)).toBe(false);
    nodes.happen(given("00000000000000d3", ["lake"]));
    await arrived(neighbour, part);
  });

  it("comes as it was said last", async () => {
    const [first, second] = [await describeHelper("first"), await describeHelper("second")];
    nodes.happen(given("00000000000000d1", ["gorge"]), described(first), described(second));
    await arrived(town, second);
    expect(holds(town, first)).toBe(false);
  });

  it("comes to nobody any more once it was forgotten", async () => {
    const part = await describeHelper(canary);
    nodes.happen(given("00000000000000d1", ["gorge"]), described(part));
    await arrived(town, part);
    nodes.happen(helperForgotten({ account: helper, subject, owed: [], by: helper }));
    nodes.happen(given("00000000000000d2", ["lake"]));
    // The neighbour has been through what came before once it has what one of its own can do.
    const own = { account: accountOf(neighbour), subject: "00000000000000f2", by: helper };
    const marker = await describeHelper("marker", own.subject);
    nodes.happen(helperDescribed({ ...own, content: marker.commitment }));
    await arrived(neighbour, marker);
    expect(holds(neighbour, part)).toBe(false);
  });
});
