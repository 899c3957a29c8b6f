import { localDay } from "@mingbai/ledger/calendar/local-days";
import type { OfferRow } from "@mingbai/treasury/views/offers";
import { describe, expect, it } from "vitest";
import { accepts } from "./accepts.ts";
import { leftToday } from "./left-today.ts";

const zoneOffsetMinutes = 480;
const dayMs = 86_400_000;
/** 23:59:59.999 in the ledger's zone. */
const lateMs = 20_000 * dayMs - 8 * 3_600_000 - 1;
const today = localDay({ zoneOffsetMinutes }, lateMs);
const shop = "00000000000000a1";
const party = { account: shop, name: "茶馆", nature: "organisation" } as const;
const offer: OfferRow = {
  id: "ab".repeat(32),
  title: "",
  about: "",
  office: party,
  organisation: "bureau",
  fund: { id: "F", name: "F" },
  eachMinor: 1_000,
  count: 1,
  perDayMinor: 400,
  fromMs: 0,
  untilMs: lateMs + 10 * dayMs,
  takers: { kind: "anyone" },
  merchants: { kind: "registered" },
  standing: "open",
  isFrozen: false,
  approvals: 2,
  taken: 1,
  spentMinor: 0,
  backMinor: 0,
  heldMinor: 0,
  untakenMinor: 0,
  proposed: { transaction: "ab".repeat(32), height: 1, timeMs: 0 },
  opened: null,
  approval: null,
  isOwn: false,
};

describe("what may be spent today", () => {
  const held = { offer, heldMinor: 900, spentDay: today, spentThatDayMinor: 300 };
  it.each([
    ["the rest of the day's limit", held, lateMs, { mayMinor: 100, refusal: undefined }],
    ["the whole limit after midnight", held, lateMs + 1, { mayMinor: 400, refusal: undefined }],
    ["no more than is held", { ...held, heldMinor: 50 }, lateMs, { mayMinor: 50, refusal: undefined }],
    [
      "nothing once the limit is reached",
      { ...held, spentThatDayMinor: 400 },
      lateMs,
      { mayMinor: 0, refusal: "today" },
    ],
    ["nothing where nothing is held", { ...held, heldMinor: 0 }, lateMs, { mayMinor: 0, refusal: "nothing" }],
    ["nothing after the end", held, offer.untilMs, { mayMinor: 0, refusal: "over" }],
    [
      "nothing before the beginning",
      { ...held, offer: { ...offer, fromMs: lateMs + 1 } },
      lateMs,
      { mayMinor: 0, refusal: "notBegun" },
    ],
    [
      "nothing of what is frozen",
      { ...held, offer: { ...offer, isFrozen: true } },
      lateMs,
      { mayMinor: 0, refusal: "frozen" },
    ],
  ] as const)("is %s", (_, wallet, nowMs, expected) => {
    expect(leftToday(wallet, { nowMs, zoneOffsetMinutes })).toEqual(expected);
  });
});

describe("where an offer may be spent", () => {
  const areas = [
    { id: "city", parent: null },
    { id: "north", parent: "city" },
  ];
  const registered = [{ merchant: party, organisation: "bureau", area: "north" }];
  it.each([
    [{ kind: "registered" }, registered, true],
    [{ kind: "registered" }, [], false],
    [{ kind: "registered" }, [{ merchant: party, organisation: "other", area: null }], false],
    [{ kind: "area", area: "city" }, registered, true],
    [{ kind: "area", area: "south" }, registered, false],
    [{ kind: "listed", accounts: [shop] }, registered, true],
    [{ kind: "listed", accounts: ["00000000000000a2"] }, registered, false],
  ] as const)("%o with %o: %s", (merchants, registrations, expected) => {
    const judged = { organisation: "bureau", merchants: merchants as OfferRow["merchants"] };
    expect(accepts(judged, registrations, areas)).toBe(expected);
  });
});
