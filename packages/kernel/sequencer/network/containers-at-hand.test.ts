import type { CheckedBody } from "@mingbai/exchange/checked-body";
import { encodeItem, findItem, type Item } from "@mingbai/ledger/container/item";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sampleEnvelopeBytes } from "@mingbai/testkit/sample-domain/sample-envelope";
import { describe, expect, it } from "vitest";
import { ContainersAtHand, missingAfterMs } from "./containers-at-hand.ts";
import { openContainer } from "./open-container.ts";

let nowMs = 0;
const now = () => nowMs;

interface Found {
  readonly item: Item;
  readonly checked: CheckedBody;
}

function found(originSequence: number): Found {
  const made = sceneContainer([sampleEnvelopeBytes(new Uint8Array(9))], { originSequence });
  const signature = new Uint8Array(64);
  const certificate = { epoch: 0, signers: [0], signatures: [new Uint8Array(64)] };
  const item = findItem(encodeItem({ headerBytes: made.headerBytes, originSignature: signature, certificate }));
  if (item === undefined) throw new Error("no item");
  return { item, checked: { ...made, signature, verdict: { lines: [undefined] } } };
}

/** Gives what the test has, and notes for which sequence numbers it was asked. */
function searching(...all: readonly Found[]) {
  const asked: number[] = [];
  const fetch = async (item: Item) => {
    asked.push(item.header.originSequence);
    const one = all.find((other) => other.item === item);
    if (one === undefined) throw new Error("closing");
    return one.checked;
  };
  return { fetch, asked };
}

describe("the container of an item", () => {
  it("comes from memory where it is held, and is looked for once it is released or has expired", async () => {
    const one = found(1);
    const { fetch, asked } = searching(one);
    const containers = new ContainersAtHand({ fetch, now });
    containers.hold(openContainer(one.checked));
    expect(await containers.get(one.item)).toMatchObject({ batchId: one.checked.batchId, envelopes: [{}] });
    containers.expire(one.checked.header.expiryHeight);
    await containers.get(one.item);
    expect(asked).toEqual([]);
    containers.release([one.item.batchId]);
    await containers.get(one.item);
    containers.expire(one.checked.header.expiryHeight + 1);
    await containers.get(one.item);
    expect(asked).toEqual([1, 1]);
  });

  it("is looked for once, however many wait, and named as missing once it takes longer", async () => {
    const one = found(2);
    const { fetch, asked } = searching(one);
    const containers = new ContainersAtHand({ fetch, now });
    containers.prepare(one.item);
    const waiting = [containers.get(one.item), containers.get(one.item)];
    expect(containers.missing.length).toBe(0);
    nowMs += missingAfterMs;
    expect(containers.missing.length).toBe(1);
    const [first, second] = await Promise.all(waiting);
    expect(first).toBe(second);
    expect([asked, containers.missing]).toEqual([[2], []]);
  });

  it("is looked for again after a search that failed", async () => {
    const one = found(3);
    const { fetch, asked } = searching();
    const containers = new ContainersAtHand({ fetch, now });
    containers.prepare(one.item);
    await expect(containers.get(one.item)).rejects.toThrow("closing");
    await expect(containers.get(one.item)).rejects.toThrow("closing");
    expect(asked).toEqual([3, 3]);
  });

  it("is not held beyond the memory set aside for bodies", async () => {
    const [first, second] = [found(4), found(5)];
    const { fetch, asked } = searching(first, second);
    const containers = new ContainersAtHand({ fetch, now, bytesMax: first.checked.body.length });
    containers.hold(openContainer(first.checked));
    containers.hold(openContainer(second.checked));
    await containers.get(second.item);
    expect(asked).toEqual([5]);
  });

  it("is void and without a body where that was given up, be it held or not", async () => {
    const [first, second] = [found(7), found(8)];
    const { fetch, asked } = searching(first, second);
    const containers = new ContainersAtHand({ fetch, now, isGivenUp: (batchId) => batchId !== second.item.batchId });
    containers.hold(openContainer(first.checked));
    const { header, batchId } = first.checked;
    expect(await containers.get(first.item)).toMatchObject({ header, batchId, void: "lost", body: new Uint8Array() });
    expect(await containers.get(second.item)).not.toHaveProperty("void");
    expect(asked).toEqual([8]);
  });

  it("is void where its check found a fault", () => {
    const { checked } = found(6);
    expect(openContainer({ ...checked, verdict: { fault: "UNITS_WRONG" } })).toMatchObject({ void: "faulty" });
  });
});
