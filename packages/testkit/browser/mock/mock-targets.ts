import { PolicyDraft } from "@mingbai/registry/content/policy/policy-draft";
import { yardstickIds } from "@mingbai/registry/content/policy/yardsticks";
import type { ComparedPolicies, PolicyTargets } from "@mingbai/registry/views/cases";
import { MockRefusal } from "./mock-answers.ts";
import { mockHouseholdId } from "./mock-household.ts";
import { accountOf, mockNowMs } from "./mock-matters.ts";

type Files = NonNullable<ComparedPolicies["office"]>["gained"];

/** Whom a policy would include in an invented town, and who could leave: the higher its line, the more, and the fewer. `text`: a draft as JSON. */
export function mockTargets(text: string): PolicyTargets {
  const draft = PolicyDraft.safeParse(JSON.parse(text));
  if (!draft.success) throw new MockRefusal(422, "DRAFT_FAULT");
  const { incomeLine } = draft.data;
  return {
    entries: compared({
      households: 640,
      inForce: 40,
      proposed: Math.min(600, Math.round(incomeLine / 21_750)),
      keptOutBy: "income",
    }),
    exits: compared({
      households: 40,
      inForce: 9,
      proposed: Math.max(0, Math.min(25, 18 - Math.round(incomeLine / 96_667))),
      keptOutBy: "steadyIncome",
    }),
    isCut: false,
    readAt: { height: 3_000, timeMs: mockNowMs },
  };
}

function compared({
  households,
  inForce,
  proposed,
  keptOutBy,
}: {
  households: number;
  inForce: number;
  proposed: number;
  keptOutBy: string;
}): ComparedPolicies {
  const unknown = 12;
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
    excluded: files(households - count - unknown),
    unknown: files(unknown, 50),
    keptOutBy: [{ id: keptOutBy, ...files(Math.max(1, households - count - 20)) }],
  });
  const gained = Math.max(0, proposed - inForce);
  const lost = Math.max(0, inForce - proposed);
  return {
    households,
    table: [
      [inForce - lost, lost, 0, inForce],
      [gained, households - inForce - gained - unknown, 0, households - inForce - unknown],
      [0, 0, unknown, unknown],
      [proposed, households - proposed - unknown, unknown, households],
    ],
    office: {
      a: side(inForce),
      b: side(proposed),
      gained: files(gained),
      lost: files(lost, 20),
      neither: files(households - inForce - gained, 40),
      yardsticks: yardstickIds.map((id, at) => ({
        id,
        included: files(30 + at),
        unknown,
        a: held(20, 10 + at),
        b: held(24, 6 + at),
      })),
    },
  };
}
