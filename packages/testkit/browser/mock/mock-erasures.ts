import type { ErasureLine } from "@mingbai/registry/views/erasures";
import { mockHouseholdId, mockPeopleOfHousehold, mockResponsible } from "./mock-household.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import type { MockCommand } from "./mock-session.ts";

const dayMs = 86_400_000;
const act = (name: string, daysAgo: number) => ({
  by: { account: accountOf(name), name },
  timeMs: mockNowMs - daysAgo * dayMs,
  transaction: hex(`erasure ${name} ${daysAgo}`),
});
const town = { id: "fengxi", en: "Fengxi Town Government", zh: "枫溪镇政府" };
const audit = { id: "district-audit", en: "Lanwan District Audit Office", zh: "澜湾区审计局" };
const said = (name: string, daysAgo: number) => ({
  timeMs: mockNowMs - daysAgo * dayMs,
  transaction: hex(`said ${name} ${daysAgo}`),
  statement: hex(`statement ${name}`),
});

/** Erasures by their state. */
export const mockErasureIds = {
  open: accountOf("erasure open"),
  owed: accountOf("erasure owed"),
  complete: accountOf("erasure complete"),
  declined: accountOf("erasure declined"),
} as const;

function person(subject: string, name: string, number = "YL-03-0127"): ErasureLine["subjects"][number] {
  return { subject, kind: "person", household: mockHouseholdId, number, name };
}

const lines: readonly ErasureLine[] = [
  {
    erasure: mockErasureIds.open,
    ground: "ownWish",
    state: "open",
    subjects: [person(mockPeopleOfHousehold.son, "何远舟")],
    asked: act("何远舟", 1),
    decided: null,
    vaults: [],
    completedMs: null,
    mayDecide: true,
  },
  {
    erasure: mockErasureIds.owed,
    ground: "termOver",
    state: "owed",
    subjects: [person(accountOf("erased 1"), "", ""), person(accountOf("erased 2"), "", "")],
    asked: { ...act("陶然", 9), by: mockResponsible },
    decided: act("贺长风", 8),
    vaults: [
      { organisation: town, said: said("town", 8) },
      { organisation: audit, said: null },
    ],
    completedMs: null,
    mayDecide: false,
  },
  {
    erasure: mockErasureIds.complete,
    ground: "enteredByMistake",
    state: "complete",
    subjects: [{ ...person(accountOf("erased 3"), "", ""), kind: "household" }],
    asked: act("卓一鸣", 30),
    decided: act("贺长风", 29),
    vaults: [
      { organisation: town, said: said("town", 29) },
      { organisation: audit, said: said("audit", 28) },
    ],
    completedMs: mockNowMs - 28 * dayMs,
    mayDecide: false,
  },
  {
    erasure: mockErasureIds.declined,
    ground: "ownWish",
    state: "declined",
    subjects: [person(mockPeopleOfHousehold.son, "何远舟")],
    asked: act("何远舟", 60),
    decided: act("贺长风", 59),
    vaults: [],
    completedMs: null,
    mayDecide: false,
  },
];

/** Erasures of an invented town; deciding the open one goes as the ledger would have it. */
export function mockErasures() {
  let rows = lines;
  return {
    execute({ name, input }: MockCommand): void {
      if (name !== "registry.decideErasure") return;
      const decided = act("贺长风", 0);
      const [state, vaults] =
        input.approve === true
          ? (["owed", [town, audit].map((organisation) => ({ organisation, said: null }))] as const)
          : (["declined", []] as const);
      rows = rows.map((row) =>
        row.erasure === input.erasure ? { ...row, state, decided, vaults: [...vaults], mayDecide: false } : row,
      );
    },
    answers: {
      "registry.erasures": ({ erasure, state }: Readonly<Record<string, string>>) => {
        const found = rows.filter(
          (row) => (erasure === undefined || row.erasure === erasure) && (state === undefined || row.state === state),
        );
        const counts = { open: 0, declined: 0, owed: 0, complete: 0 };
        for (const row of rows) counts[row.state]++;
        return { rows: found, next: null, counts, readAt: { height: 3_000, timeMs: mockNowMs } };
      },
    },
  };
}
