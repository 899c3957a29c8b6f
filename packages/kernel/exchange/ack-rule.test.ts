import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";
import { busyReasons, findBusy } from "./frames/busy.ts";
import { encodePush } from "./frames/push.ts";
import { findStored } from "./frames/stored.ts";
import { vainBurstMs, vainBytesPerMs, vainPushBytes } from "./limits.ts";
import type { PublishedContainer } from "./push/publication.ts";

const soonMs = 1_000;

/** Member 0 stores; what it answers is recorded; the others' places are taken by the test. */
async function storing(optionsOf?: ConstructorParameters<typeof SimulatedMembers>[0]["optionsOf"]) {
  const members = new SimulatedMembers({ seed: 1, count: 4, ...(optionsOf && { optionsOf }) });
  const storer = members.start(0);
  const answers: { to: number; frame: Uint8Array }[] = [];
  members.network.onSent(({ from, to }, frame) => from === 0 && answers.push({ to, frame }));
  const lives = [1, 2, 3].map((member) => ({ member, life: members.network.start(member) }));
  await members.network.clock.run({ untilMs: 10 });
  const push = async (from: number, container: Omit<PublishedContainer, "header">) => {
    const life = lives.find(({ member }) => member === from)?.life;
    expect(life?.links.send(0, encodePush(container))).toBe(true);
    answers.length = 0;
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    return answers.map(({ frame }) => {
      const busy = findBusy(frame);
      return busy ? busy.reason : findStored(frame) && ("stored" as const);
    });
  };
  const faultsOf = (member: number) =>
    storer.exchange.status().members.find((status) => status.member === member)?.faults;
  return { members, storer, push, faultsOf, answers };
}

describe("whoever stores for others", () => {
  it("says so again for each repeated push, and stores once", async () => {
    const { members, push, storer } = await storing();
    const container = await members.container(1);
    expect(await push(1, container)).toEqual(["stored"]);
    expect(await push(1, container)).toEqual(["stored"]);
    expect(storer.keeper.unorderedUse(1)).toEqual({ containers: 1, bytes: container.body.length });
  });

  it("holds who pushes again and again what is here already, and nobody else", async () => {
    const { members, push, storer } = await storing();
    const held = new Set<number>();
    storer.life.links.hold = (member) => void held.add(member);
    const container = await members.container(1);
    await push(1, container);
    const most = (vainBurstMs * vainBytesPerMs) / vainPushBytes;
    expect(held.size).toBe(0);
    for (let again = 0; again <= most; again++) members.network.send({ from: 1, to: 0 }, encodePush(container));
    await push(2, await members.container(2));
    expect([...held]).toEqual([1]);
  });

  it("says nothing before it is durable", async () => {
    const { members, push, storer } = await storing();
    storer.keeper.commit = () => new Promise(() => undefined);
    const container = await members.container(1);
    expect(await push(1, container)).toEqual([]);
    expect(await push(1, container)).toEqual([]);
  });

  it("says nothing, and that it must end, where the disk failed", async () => {
    const { members, push, storer } = await storing();
    const broken = new Error("the disk is broken");
    storer.keeper.commit = () => Promise.reject(broken);
    expect(await push(1, await members.container(1))).toEqual([]);
    expect(storer.failures).toEqual([broken]);
  });

  const wrong: [string, (container: PublishedContainer) => Promise<Omit<PublishedContainer, "header">>][] = [
    ["signed by nobody", async (container) => ({ ...container, signature: new Uint8Array(64) })],
    [
      "with another body of the same length",
      async (container) => ({ ...container, body: container.body.map((byte) => byte ^ 1) }),
    ],
  ];
  it.each(wrong)("refuses a container %s", async (_, alter) => {
    const { members, push, storer, faultsOf } = await storing();
    expect(await push(1, await alter(await members.container(1)))).toEqual([]);
    expect(faultsOf(1)).toEqual({ CONTAINER_WRONG: 1 });
    expect(storer.keeper.unorderedUse(1).containers).toBe(0);
  });

  it.each([
    ["of another member", { origin: 2 }],
    ["of another ledger", { chainTag: new Uint8Array(8) }],
    ["that stands in its item", { kind: 2 } as const],
    ["with another count of units", { units: 2 }],
  ])("refuses a container %s", async (_, given) => {
    const { members, push, faultsOf } = await storing();
    expect(await push(1, await members.container(1, given))).toEqual([]);
    expect(faultsOf(1)).toEqual({ CONTAINER_WRONG: 1 });
  });

  it("takes a container from its origin only, so that nobody uses another's share", async () => {
    const { members, push, faultsOf } = await storing();
    const container = await members.container(2);
    expect(await push(1, container)).toEqual([]);
    expect(faultsOf(1)).toEqual({ CONTAINER_WRONG: 1 });
    expect(await push(2, container)).toEqual(["stored"]);
  });

  it("says nothing of what it has where the push is not signed", async () => {
    const { members, push, faultsOf } = await storing();
    const container = await members.container(1);
    expect(await push(1, container)).toEqual(["stored"]);
    expect(await push(1, { ...container, signature: new Uint8Array(64) })).toEqual([]);
    expect(faultsOf(1)).toEqual({ CONTAINER_WRONG: 1 });
  });

  it("refuses bytes that are no frame, and a body longer than its header says", async () => {
    const { members, push, faultsOf } = await storing();
    const container = await members.container(1);
    expect(await push(1, { ...container, body: concat(container.body, Uint8Array.of(1)) })).toEqual([]);
    expect(faultsOf(1)).toEqual({ MALFORMED_FRAME: 1 });
  });

  it("does not answer what has expired, and puts off what is due later than it keeps", async () => {
    const { members, push } = await storing();
    expect(await push(1, await members.container(1, { expiryHeight: 0 }))).toEqual([]);
    const late = await members.container(1, { expiryHeight: 10_000 });
    expect(await push(1, late)).toEqual([busyReasons.checking]);
  });

  it("does not store what a block has ordered, even where it was ordered during the check", async () => {
    const { members, push, storer } = await storing();
    const [before, meanwhile] = [await members.container(1), await members.container(1)];
    members.ordered.add(toHex(before.batchId));
    expect(await push(1, before)).toEqual([]);
    storer.keeper.hasRoomFor = async () => {
      members.ordered.add(toHex(meanwhile.batchId));
      return true;
    };
    expect(await push(1, meanwhile)).toEqual([]);
    expect(storer.keeper.unorderedUse(1).containers).toBe(0);
  });

  it("keeps of each origin only so much that is not ordered", async () => {
    const { members, push } = await storing();
    const containers = [];
    for (let count = 0; count < unorderedContainersMax; count++) containers.push(await members.container(1));
    for (const container of containers) expect(await push(1, container)).toEqual(["stored"]);
    const next = await members.container(1);
    expect(await push(1, next)).toEqual([busyReasons.originQuota]);
    expect(await push(2, await members.container(2))).toEqual(["stored"]);
    members.diskOf(0).ordered(containers[0]?.batchId ?? new Uint8Array(), 2);
    expect(await push(1, next)).toEqual(["stored"]);
  });

  it("counts what waits for the disk once", async () => {
    const { members, push, storer } = await storing();
    for (let count = 0; count < unorderedContainersMax - 2; count++) {
      expect(await push(1, await members.container(1))).toEqual(["stored"]);
    }
    storer.keeper.commit = () => new Promise(() => undefined);
    expect(await push(1, await members.container(1))).toEqual([]);
    expect(await push(1, await members.container(1))).toEqual([]);
    expect(await push(1, await members.container(1))).toEqual([busyReasons.originQuota]);
  });

  it("promises nothing while its disk is full or while it heals, then does", async () => {
    const { members, push, storer } = await storing();
    const container = await members.container(1);
    members.diskOf(0).freeBytes = 10;
    expect(await push(1, container)).toEqual([busyReasons.noRoom]);
    members.diskOf(0).freeBytes = 1_000_000;
    storer.keeper.healing = true;
    expect(await push(1, container)).toEqual([busyReasons.healing]);
    storer.keeper.healing = false;
    expect(await push(1, container)).toEqual(["stored"]);
    storer.keeper.healing = true;
    expect(await push(1, container)).toEqual([busyReasons.healing]);
  });

  it("keeps both containers that an origin signed under one number, as evidence", async () => {
    const { members, push } = await storing();
    const one = await members.container(1, { originSequence: 7, text: "one" });
    const other = await members.container(1, { originSequence: 7, text: "other" });
    expect(await push(1, one)).toEqual(["stored"]);
    expect(await push(1, other)).toEqual(["stored"]);
    for (const { batchId, signature, body } of [one, other]) {
      const kept = await members.get(0).keeper.read(batchId);
      expect(kept).toMatchObject({ signature, body });
      const message = originMessage(batchId);
      expect(await members.nodeOf(1).ack.sign({ message, id: batchId })).toEqual(signature);
    }
  });

  it("checks only so much of one member at once", async () => {
    const { members, storer, push } = await storing((member) =>
      member === 0 ? { check: () => new Promise(() => undefined) } : {},
    );
    const reasons = [];
    for (let count = 0; count < 66; count++) reasons.push(...(await push(1, await members.container(1))));
    expect(reasons).toEqual([busyReasons.checking, busyReasons.checking]);
    expect(await push(2, await members.container(2))).toEqual([]);
    expect(storer.failures).toEqual([]);
  });
});
