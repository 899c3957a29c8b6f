import { concat } from "@mingbai/codec/bytes";
import { describe, expect, it } from "vitest";
import { makeEntries } from "../answering/make-entries.ts";
import { makeOffer } from "../answering/make-offer.ts";
import { entriesMin, offerMsMax } from "../limits.ts";
import { encodeOffer, findOffer, type Offer, offerBytes, offerMessage } from "../messages/offer.ts";
import { entryTagBytes, paddedEntries } from "../offer/list-shape.ts";
import { entriesDigestOf } from "../offer/sorted-entries.ts";
import { madeMs, peopleOf, registry, signAs, testComparison, vehicles, verify } from "../test-comparison.ts";
import { checkOffer } from "./check-offer.ts";

const { made, key } = await testComparison({ items: peopleOf(0, 5) });
const plan = { key, kind: "identityNumber", salt: made.offer.salt, factBytes: 0 } as const;
const terms = { ...made.offer };

async function signed(offer: Offer, signer: number): Promise<Uint8Array> {
  return encodeOffer(offer, await signAs(signer)(offerMessage(offer)));
}

const bySomeoneElse = await signed(made.offer, registry);
const reversed = concat(made.entriesBytes.subarray(entryTagBytes), made.entriesBytes.subarray(0, entryTagBytes));
const misordered = await signed({ ...made.offer, entriesDigest: entriesDigestOf(reversed) }, vehicles);

describe("checkOffer", () => {
  it("takes what makeOffer makes", async () => {
    const checked = await checkOffer({ ...made, verify });
    expect(checked).toMatchObject({ offer: made.offer });
    expect(made.entriesBytes.length).toBe(entriesMin * entryTagBytes);
  });

  it.each([
    ["bytes of no offer", made.offerBytes.subarray(1), made.entriesBytes, "OFFER_MALFORMED"],
    ["an offer that someone else signed", bySomeoneElse, made.entriesBytes, "OFFER_SIGNATURE_WRONG"],
    ["a list that is shorter", made.offerBytes, made.entriesBytes.subarray(entryTagBytes), "ENTRIES_DIFFER"],
    ["another list", made.offerBytes, reversed, "ENTRIES_DIFFER"],
    ["a signed list out of order", misordered, reversed, "ENTRIES_NOT_SORTED"],
  ])("refuses %s", async (_, bytes, entriesBytes, fault) => {
    expect(await checkOffer({ offerBytes: bytes, entriesBytes, verify })).toBe(fault);
  });

  it.each<[string, Partial<Offer>]>([
    ["an end before its making", { endsMs: madeMs }],
    ["a term that is too long", { endsMs: madeMs + offerMsMax + 1 }],
    ["no evaluations", { evaluationsMax: 0 }],
    ["too many evaluations", { evaluationsMax: 2 ** 20 + 1 }],
    ["entries that are not filled up", { entries: 1_025 }],
    ["more entries than there may be", { entries: 2 ** 21 }],
    ["a list that is too long in all", { entries: 2 ** 20, factBytes: 1_024 }],
    ["facts that are too long", { factBytes: 1_025 }],
    ["a key that is the identity", { publicKey: new Uint8Array(32) }],
  ])("does not read an offer with %s", async (_, change) => {
    const bytes = await signed({ ...made.offer, ...change }, vehicles);
    expect(bytes.length).toBe(offerBytes);
    expect(findOffer(bytes)).toBeUndefined();
  });
});

describe("makeOffer", () => {
  it("refuses a list in which one person stands twice", async () => {
    const entries = await makeEntries(plan, [...peopleOf(0, 2), ...peopleOf(1, 2)]);
    expect(await makeOffer({ plan, terms, entries, sign: signAs(vehicles) })).toBe("LISTED_TWICE");
  });

  it("gives entries in an order that the list's own order does not change", async () => {
    const tags = async (people: ReturnType<typeof peopleOf>) =>
      (await makeEntries(plan, people)).map((entry) => entry.join());
    const [one, two] = [await tags(peopleOf(0, 4)), await tags(peopleOf(0, 4).reverse())];
    expect(new Set(one)).toEqual(new Set(two));
  });

  it.each([
    [0, 1_024],
    [1_024, 1_024],
    [1_025, 2_048],
    [20_000, 32_768],
    [350_000, 524_288],
  ])("fills %i people up to %i entries", (people, entries) => {
    expect(paddedEntries(people)).toBe(entries);
  });

  it("takes no list above the largest size", () => {
    expect(() => paddedEntries(2 ** 20 + 1)).toThrow(RangeError);
  });
});
