import { toHex } from "@mingbai/codec/hex";
import { readBalance } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import type { LevelLedger } from "./test-ledger.ts";
import { carry, cityAndCounty, foundLedger, must, office, people, posting, sending, tieOf } from "./test-scene.ts";

const { citizen, finance, node } = people;

/** A county with `shared` leaves that goes on in two ways: as it is, up to `known` leaves, which the city accepts, and as its twin. */
async function split({ shared, known, other }: { shared: number; known: number; other: number }) {
  const { city, county } = await cityAndCounty();
  while (county.hashes.size < shared) county.run(node, "levels.stateTotals", {});
  const twin = county.fork();
  while (county.hashes.size < known) county.run(node, "levels.stateTotals", {});
  while (twin.hashes.size < other) twin.run(finance, "levels.stateTotals", {});
  await carry(county, city);
  return { city, county, twin };
}

async function contrary(twin: LevelLedger, county: LevelLedger, known: number) {
  const size = twin.hashes.size;
  const hashes = size < known ? county.hashes.contrary(size, known) : twin.hashes.contrary(known, size);
  return { ledger: county.id, note: await twin.note(size), from: known, proof: hashes.map(toHex) };
}

describe("a county that shows two histories", () => {
  it.each([
    { shared: 4, known: 6, other: 6 },
    { shared: 4, known: 6, other: 9 },
    { shared: 4, known: 8, other: 11 },
    { shared: 5, known: 8, other: 16 },
    { shared: 4, known: 9, other: 5 },
    { shared: 4, known: 13, other: 8 },
    { shared: 7, known: 16, other: 8 },
  ])("is frozen at what was accepted, with both notes: $shared shared, $known known, $other shown", async (sizes) => {
    const { city, county, twin } = await split(sizes);
    const accepted = tieOf(city, county).note;
    const input = await contrary(twin, county, sizes.known);
    const { events } = must(city, citizen, "levels.postCheckpoint", input);
    expect(events).toEqual([
      {
        type: "levels.tieFrozen",
        data: { ledger: county.id, name: "county", size: sizes.other, accepted, contrary: input.note },
      },
    ]);
    expect(tieOf(city, county)).toMatchObject({ state: "frozen", note: accepted });
    expect(tieOf(city, county).trees.at(-1)?.size).toBe(sizes.known);
    expect(city.run(citizen, "levels.postCheckpoint", await posting(county, city)).code).toBe("TIE_FROZEN");
  });

  it("settles what it answered within what was accepted, and nothing else", async () => {
    const { city, county } = await cityAndCounty();
    must(city, finance, "levels.sendTransfer", sending(county, city, { amount: 70 }));
    must(city, finance, "levels.sendTransfer", sending(county, city, { amount: 30 }));
    await carry(city, county);
    const { size } = city.hashes;
    const [first = 0, second = 0] = city.indexesOf("levels.transferSent");
    must(county, citizen, "levels.receiveTransfer", city.prove(first));
    await carry(county, city);
    const known = county.hashes.size;
    const twin = county.fork();
    must(county, citizen, "levels.receiveTransfer", city.prove(second, size));
    twin.run(node, "levels.stateTotals", {});
    await carry(county, city);
    must(city, citizen, "levels.postCheckpoint", await contrary(twin, county, county.hashes.size));
    const [answered = 0] = county.indexesOf("levels.transferDecided");
    must(city, citizen, "levels.settleTransfer", county.prove(answered, known));
    expect(readBalance(city.state, { account: office, tranche: 1 }).locked).toBe(30);
    const [other = 0] = twin.indexesOf("levels.totalsStated");
    expect(city.run(citizen, "levels.receiveTotals", twin.prove(other)).code).toBe("LEAF_NOT_INCLUDED");
  });

  it("is another ledger once it is founded again: nobody knows it", async () => {
    const { city, county } = await cityAndCounty();
    await carry(county, city);
    const again = foundLedger("county-again", { nodes: county.parts.nodes });
    expect(again.id).not.toBe(county.id);
    const input = { ledger: again.id, note: await again.note(), from: 0, proof: [] };
    expect(city.run(citizen, "levels.postCheckpoint", input).code).toBe("TIE_UNKNOWN");
    expect(city.run(citizen, "levels.postCheckpoint", { ...input, ledger: county.id }).code).toBe("OTHER_LOG");
  });
});
