import { PolicyDraft } from "@mingbai/registry/content/policy/policy-draft";
import { yardstickIds } from "@mingbai/registry/content/policy/yardsticks";
import type { PolicyTargets } from "@mingbai/registry/views/cases";
import { MockRefusal } from "./mock-answers.ts";
import { mockHouseholdId } from "./mock-household.ts";
import { accountOf, mockNowMs } from "./mock-matters.ts";

type Files = NonNullable<PolicyTargets["office"]>["gained"];

/** Whom a policy would include in an invented town: the higher its line, the more. `text`: a draft as JSON. */
export function mockTargets(text: string): PolicyTargets {
  const draft = PolicyDraft.safeParse(JSON.parse(text));
  if (!draft.success) throw new MockRefusal(422, "DRAFT_FAULT");
  const inForce = 40;
  const households = 640;
  const included = Math.min(600, Math.round(draft.data.incomeLine / 21_750));
  const files = (count: number, from = 0): Files => ({
    count,
    files: Array.from({ length: Math.min(count, 8) }, (_, at) => ({
      household: at === 0 ? mockHouseholdId : accountOf(`target ${from + at}`),
      number: `YL-03-0${String(127 + from + at)}`,
      head: at === 0 ? "何树生" : "卢明远",
    })),
  });
  const held = (both: number, missed: number) => ({
    both: files(both),
    missed: files(missed, 9),
    beyond: files(6, 30),
  });
  const side = (count: number) => ({
    included: files(count),
    excluded: files(households - count - 12),
    unknown: files(12, 50),
    keptOutBy: [{ id: "income", ...files(households - count - 20) }],
  });
  const gained = Math.max(0, included - inForce);
  const lost = Math.max(0, inForce - included);
  return {
    households,
    isCut: false,
    table: [
      [inForce - lost, lost, 0, inForce],
      [gained, households - inForce - gained - 12, 0, households - inForce - 12],
      [0, 0, 12, 12],
      [included, households - included - 12, 12, households],
    ],
    office: {
      a: side(inForce),
      b: side(included),
      gained: files(gained),
      lost: files(lost, 20),
      yardsticks: yardstickIds.map((id, at) => ({
        id,
        included: files(30 + at),
        unknown: 12,
        a: held(20, 10 + at),
        b: held(24, 6 + at),
      })),
    },
    readAt: { height: 3_000, timeMs: mockNowMs },
  };
}
