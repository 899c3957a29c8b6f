import { personSubject } from "@mingbai/identity/vault-content";
import type { Event } from "@mingbai/ledger/definition/event";
import { Replica } from "@mingbai/log/chain/replica";
import { contentSubject } from "@mingbai/read-model/given-content";
import { beforeEach, describe, expect, it } from "vitest";
import { demoNumber } from "../demo/demo-keys.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { demoMembers, demoOrganisations } from "../demo/people.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { registry } from "../registry.ts";
import { Entitlement } from "./entitlement.ts";

const commitment = "ab".repeat(32);
const founded = demoGenesis({
  timeMs: 1_790_000_000_000,
  keys: await deriveNodeKeys(new Uint8Array(32).fill(1)),
  origin: "http://localhost",
});
const all = demoOrganisations.map(({ id }) => id);

let entitlement: Entitlement;
beforeEach(() => {
  const { state } = new Replica(registry, founded);
  entitlement = new Entitlement({ state: () => state, now: () => founded.timeMs });
});

/** The organisations that may have an entry after these events. */
function holdersOf(entry: string, ...events: Event[]): string[] {
  entitlement.follow(events);
  return all.filter((organisation) => entitlement.mayHave(organisation, entry));
}

const by = (id: string) => demoNumber(id);
/** The entry of a commitment as somebody gave it. */
const given = (id: string, content = commitment) => contentSubject({ commitment: content, giver: by(id) });
const party = (id: string, organisation: string) => ({ account: by(id), organisation });
const supplier = party("supplier-0", "lanwan-construction");
const matter = (id: string, to: string, author = "supplier-0"): Event => ({
  type: "workflow.matterSubmitted",
  data: { matter: id, by: by(author), applicant: supplier, receiver: supplier, to, content: commitment },
});
const moved = (id: string, holder: string, words: string): Event => ({
  type: "workflow.matterMoved",
  data: { matter: id, holder, by: by("street-manager"), words },
});

describe("who may have an entry, by the ledger", () => {
  it.each<[string, string, Event, readonly string[]]>([
    [
      "a matter's parties and the regulator",
      "supplier-0",
      matter("m", "qingshi-street"),
      ["qingshi-street", "district-audit", "lanwan-construction"],
    ],
    [
      "everyone for the words of a proposal",
      "district-manager",
      { type: "governance.proposed", data: { words: commitment, by: by("district-manager") } },
      all,
    ],
    [
      "everyone for an offer",
      "district-manager",
      { type: "treasury.offerProposed", data: { content: commitment, proposer: by("district-manager") } },
      all,
    ],
    [
      "everyone for what is said of a person",
      "admin",
      { type: "identity.personDescribed", data: { account: by("person-0"), details: commitment, by: by("admin") } },
      all,
    ],
    [
      "who proposes a list, the bank and where its desk is, and the regulator",
      "civil-finance",
      {
        type: "treasury.manifestProposed",
        data: { manifest: "x", proposer: by("civil-finance"), listDigest: commitment },
      },
      ["district-finance", "civil-affairs", "escrow-bank", "district-audit"],
    ],
    [
      "who orders a redemption, the bank and where its desk is, and the regulator",
      "street-finance",
      {
        type: "treasury.redemptionOrdered",
        data: { endToEndId: "x", orderedBy: by("street-finance"), destination: commitment },
      },
      ["district-finance", "qingshi-street", "escrow-bank", "district-audit"],
    ],
  ])("%s", (_, giver, event, expected) => {
    expect(holdersOf(given(giver), event)).toEqual(expected);
  });

  it("opens to whoever is asked what was said before, and names it as possibly new", () => {
    entitlement.follow([matter("m", "qingshi-street")]);
    const [subject, words] = [given("supplier-0"), given("street-manager", "cd".repeat(32))];
    const asked = moved("m", "civil-affairs", "cd".repeat(32));
    expect([...entitlement.follow([asked])]).toEqual([subject, words]);
    expect(holdersOf(subject)).toContain("civil-affairs");
    expect(holdersOf(words)).toEqual(holdersOf(subject));
  });

  it.each(["before", "after"])("is nothing to who names another's commitment in a matter of their own, %s", (when) => {
    const own = matter("m", "qingshi-street");
    const copied = matter("other", "visitors", "person-0");
    const parties = ["qingshi-street", "district-audit", "lanwan-construction"];
    expect(holdersOf(given("supplier-0"), ...(when === "before" ? [copied, own] : [own, copied]))).toEqual(parties);
  });

  it("is nothing to anybody before the ledger names it, and names of people are every member's after", () => {
    const entry = personSubject("00000000000000c1");
    expect(holdersOf(entry)).toEqual([]);
    const registered = { account: "00000000000000c1", organisation: "residents", grants: [] };
    expect(holdersOf(entry, { type: "identity.actorRegistered", data: registered })).toEqual(all);
    expect(all).toEqual(expect.arrayContaining([...demoMembers]));
  });
});
