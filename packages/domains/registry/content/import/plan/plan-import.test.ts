import { describe, expect, it } from "vitest";
import type { Values } from "../../file/value.ts";
import type { ReadHousehold } from "../read/read-household.ts";
import { madeIdentityNumber } from "../testing/test-made-list.ts";
import type { AlikeFinder, KnownHousehold, KnownPlace } from "./known-files.ts";
import { type PlanOptions, planImport } from "./plan-import.ts";
import type { PlannedHousehold } from "./planned-household.ts";

const [one = "", two = "", three = ""] = [1, 2, 3].map(madeIdentityNumber);
const zhang: Values = { name: "张一", relation: "01", identityNumber: one };
const wife: Values = { name: "张二", relation: "10", identityNumber: two };

const known: KnownHousehold = {
  id: "h1",
  version: 4,
  values: { village: "339901100001", houseArea: 9_000 },
  people: [
    { id: "p1", version: 2, values: { ...zhang, health: "1" } },
    { id: "p2", version: 3, values: { name: "张二", relation: "10", birth: "1950-01-01" } },
  ],
};
const other: KnownHousehold = {
  ...known,
  id: "h2",
  people: [{ id: "p3", version: 1, values: { ...wife, identityNumber: three } }],
};

const list = (values: Values, people: readonly Values[], state: ReadHousehold["state"] = "ready"): ReadHousehold => ({
  key: "H1",
  state,
  household: { values, people: people.map((one) => ({ values: one })) },
  sheet: 0,
  lines: [2],
  besideLines: [],
  valueLines: {},
  personLines: [2],
  disagreements: [],
  faults: [],
});

async function collect(households: readonly ReadHousehold[], options: PlanOptions): Promise<PlannedHousehold[]> {
  const planned: PlannedHousehold[] = [];
  for await (const household of planImport(households, options)) planned.push(household);
  return planned;
}

async function plan(household: ReadHousehold, more: { alike?: AlikeFinder; withoutDisputed?: boolean } = {}) {
  const places = new Map<string, KnownPlace>([
    [one, { household: known, person: "p1" }],
    [three, { household: other, person: "p3" }],
  ]);
  const [planned] = await collect([household], { known: { findByIdentity: async () => places }, ...more });
  if (planned === undefined) throw new Error("every household is planned");
  return planned;
}

describe("the plan of an import", () => {
  it("opens a household that nobody knows, with all that the list says", async () => {
    const planned = await plan(list({ village: "339901100002" }, [{ name: "李四", relation: "01" }]));
    expect(planned).toMatchObject({
      outcome: "new",
      own: { base: 0, sets: { village: { to: "339901100002" } } },
      people: [{ at: 0, base: 0, sets: { name: { to: "李四" }, relation: { to: "01" } } }],
    });
  });

  it("changes what differs, from what it was, and nothing of which the list does not speak", async () => {
    const planned = await plan(list({ houseArea: 12_000 }, [{ ...zhang, health: "2" }]));
    expect(planned).toMatchObject({ outcome: "change", household: "h1", notNamed: ["p2"] });
    expect(planned.own).toEqual({ base: 4, sets: { houseArea: { from: 9_000, to: 12_000 } } });
    expect(planned.people).toEqual([{ at: 0, person: "p1", base: 2, sets: { health: { from: "1", to: "2" } } }]);
  });

  it("does nothing with what is the same", async () => {
    expect(await plan(list({ houseArea: 9_000 }, [zhang]))).toMatchObject({ outcome: "same", people: [] });
  });

  it("knows somebody of the household by name and birth, and takes others for new", async () => {
    const listed = { name: "张二", birth: "1950-01-01", identityNumber: two };
    const planned = await plan(list({}, [zhang, listed, { name: "张三", relation: "20" }]));
    expect(planned.people).toEqual([
      { at: 1, person: "p2", base: 3, sets: { identityNumber: { to: two } } },
      { at: 2, base: 0, sets: { name: { to: "张三" }, relation: { to: "20" } } },
    ]);
    expect(planned.notNamed).toEqual([]);
  });

  it("queues people whom the registry has in another household, or under another name", async () => {
    const moved = await plan(list({}, [zhang, { ...wife, identityNumber: three }]));
    expect(moved).toMatchObject({ outcome: "conflict", people: [] });
    expect(moved.conflicts).toEqual([{ at: 1, why: "otherHousehold", household: "h2", person: "p3" }]);
    const named = await plan(list({}, [{ ...zhang, name: "王五" }]));
    expect(named.conflicts).toEqual([{ at: 0, why: "otherName", household: "h1", person: "p1" }]);
  });

  it("queues who may be known under another number", async () => {
    const alike = [{ household: "h1", person: "p1", likeness: 0.9, reasons: [] }];
    const planned = await plan(list({}, [{ name: "张一" }]), { alike: { findAlike: async () => [[alike]] } });
    expect(planned).toMatchObject({ outcome: "alike", people: [], alike: [{ at: 0, alike }] });
  });

  it("queues a household of the list whose people the registry has in one that the list has named already", async () => {
    const places = new Map<string, KnownPlace>(
      [one, two].map((number) => [number, { household: known, person: "p1" }]),
    );
    const options = { known: { findByIdentity: async () => places } };
    const planned = await collect([list({}, [zhang]), { ...list({}, [{ identityNumber: two }]), key: "H2" }], options);
    expect(planned.map(({ outcome }) => outcome)).toEqual(["same", "conflict"]);
    expect(planned[1]?.conflicts).toEqual([{ at: 0, why: "householdTwice", household: "h1", person: "p1" }]);
  });

  it("holds what the list itself leaves open, until a person says that the rest goes ahead", async () => {
    expect(await plan(list({}, [zhang], "faults"), { withoutDisputed: true })).toMatchObject({ outcome: "held" });
    const disputed = list({ houseFloors: 2 }, [zhang], "disagreement");
    expect(await plan(disputed)).toMatchObject({ outcome: "held", people: [] });
    expect(await plan(disputed, { withoutDisputed: true })).toMatchObject({ outcome: "change" });
  });

  it("asks about many at once and keeps the list's order", async () => {
    let asked = 0;
    const findByIdentity = async () => {
      asked++;
      return new Map<string, KnownPlace>();
    };
    const many = Array.from({ length: 1_300 }, (_, at) => ({ ...list({}, [zhang]), key: String(at) }));
    const planned = await collect(many, { known: { findByIdentity } });
    expect(planned.map(({ read }) => read.key)).toEqual(many.map(({ key }) => key));
    expect(asked).toBe(3);
  });
});
