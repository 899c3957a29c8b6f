import { containerKinds, encodeContainerHeader } from "@mingbai/ledger/container/container";
import { encodeItem, findItem, type Item } from "@mingbai/ledger/container/item";
import type { StoredContainer } from "@mingbai/log/chain/record-block";
import { describe, expect, it } from "vitest";
import { type ContainerSources, ContainersAtHand } from "./containers-at-hand.ts";

function itemOf(originSequence: number): Item {
  const headerBytes = encodeContainerHeader({
    kind: containerKinds.payments,
    origin: 0,
    chainTag: new Uint8Array(8),
    originSequence,
    expiryHeight: 9,
    bodyBytes: 1,
    units: 1,
    bodyRoot: new Uint8Array(32),
  });
  const certificate = { epoch: 0, signers: [0], signatures: [new Uint8Array(64)] };
  const item = findItem(encodeItem({ headerBytes, originSignature: new Uint8Array(64), certificate }));
  if (item === undefined) throw new Error("no item");
  return item;
}

function containerOf({ header, headerBytes, batchId, originSignature }: Item): StoredContainer {
  const body = new Uint8Array(1);
  return { header, headerBytes, batchId, signature: originSignature, body, groupRoots: body, envelopes: [] };
}

/** Sources that note what they were asked, and find what the test put there. */
function sources(stored: readonly Item[] = []) {
  const asked: string[] = [];
  const fetched = Promise.withResolvers<StoredContainer>();
  const given: ContainerSources = {
    readStored: async (item) => {
      asked.push(`disk ${item.header.originSequence}`);
      return stored.includes(item) ? containerOf(item) : undefined;
    },
    fetch: (item) => {
      asked.push(`others ${item.header.originSequence}`);
      return fetched.promise;
    },
    open: async (item) => containerOf(item),
  };
  return { given, asked, fetched };
}

describe("the container of an item", () => {
  it("comes from memory where it is held, and from the disk once it is released", async () => {
    const item = itemOf(1);
    const { given, asked } = sources([item]);
    const containers = new ContainersAtHand(given);
    containers.hold(containerOf(item));
    expect((await containers.get(item)).batchId).toBe(item.batchId);
    expect(asked).toEqual([]);
    containers.release([item.batchId]);
    await containers.get(item);
    expect(asked).toEqual(["disk 1"]);
  });

  it("is fetched once, however many wait, and named as missing until it comes", async () => {
    const item = itemOf(2);
    const { given, asked, fetched } = sources();
    const containers = new ContainersAtHand(given);
    containers.prepare(item);
    const [first, second] = [containers.get(item), containers.get(item)];
    expect(containers.missing.length).toBe(1);
    fetched.resolve(containerOf(item));
    expect(await first).toBe(await second);
    expect([asked, containers.missing]).toEqual([["disk 2", "others 2"], []]);
  });

  it("is looked for again after a search that failed", async () => {
    const item = itemOf(3);
    const { given, fetched } = sources();
    const containers = new ContainersAtHand(given);
    containers.prepare(item);
    fetched.reject(new Error("closing"));
    await expect(containers.get(item)).rejects.toThrow("closing");
    const later = new ContainersAtHand({ ...given, fetch: async () => containerOf(item) });
    expect((await later.get(item)).batchId).toBe(item.batchId);
  });

  it("is not held beyond the memory set aside for bodies", async () => {
    const [first, second] = [itemOf(4), itemOf(5)];
    const { given, asked } = sources([second]);
    const containers = new ContainersAtHand(given, 1);
    containers.hold(containerOf(first));
    containers.hold(containerOf(second));
    await containers.get(second);
    expect(asked).toEqual(["disk 5"]);
  });
});
