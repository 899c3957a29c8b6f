import { demoNumber } from "../demo-keys.ts";
import type { DemoScene, DemoStep } from "../demo-step.ts";
import { momentOf } from "../demo-year.ts";
import { FileDesk } from "./file-desk.ts";
import { heFamily } from "./he-family.ts";

const household = demoNumber(heFamily.id);
const people = heFamily.people.map((_, at) => demoNumber(`${heFamily.id} ${at}`));
const [, wife = "", son = ""] = people;
const grantMs = 180 * 86_400_000;

/** What happens to the one file that the demo tells whole: visits, help asked for, two who write at once. */
export function heFamilySteps(scene: DemoScene, { months }: { months: readonly string[] }): DemoStep[] {
  const [first = "", last = ""] = [months[0], months.at(-1)];
  const grid = new FileDesk(scene, "grid-0");
  const clerk = new FileDesk(scene, "town-clerk");
  const leader = new FileDesk(scene, "town-leader");
  const bureau = new FileDesk(scene, "civil-clerk");
  const at = (month: string, day: number, hour: number, run: () => Promise<unknown>): DemoStep => ({
    atMs: momentOf(month, { day, hour }),
    run,
  });
  const placed = heFamily.people.map((values, index) => ({ person: people[index] ?? "", values }));
  const untilMs = momentOf(last, { day: 12 }) + grantMs;
  return [
    at(first, 3, 9, () => clerk.open([{ household, area: heFamily.area, values: heFamily.values, people: placed }])),
    at(first, 3, 10, () => leader.act("assignResponsible", { account: demoNumber("grid-0"), households: [household] })),
    at(first, 3, 15, () =>
      grid.act("bindAccount", { person: wife, account: demoNumber("person-0"), witness: demoNumber("town-clerk") }),
    ),
    at(last, 3, 16, () => grid.act("openFiles", { purpose: "visit", households: [household] })),
    at(last, 3, 17, () =>
      grid.change(son, 1, {
        reason: "visit",
        words: "何远舟说 4 月起减班，问了医保二次报销",
        device: "手机",
        sets: { whereabouts: { from: "县城快递分拣", to: "县城快递分拣，4 月起减班" } },
      }),
    ),
    at(last, 12, 9, () =>
      bureau.act("requestAccess", { household, purpose: "assistance", classes: ["name", "money", "help"], untilMs }),
    ),
    at(last, 12, 11, () =>
      new FileDesk(scene, "person-0").act("grantAccess", { household, organisation: "civil-affairs" }),
    ),
    at(last, 13, 13, () => bureau.act("openFiles", { purpose: "assistance", households: [household] })),
    at(last, 14, 9, () =>
      grid.change(household, 1, {
        reason: "visit",
        words: "看了流转合同和学校收费单，问了看病花多少",
        device: "手机",
        sets: { spentMedical: { from: 3_145_000, to: 3_217_000 } },
        basis: {
          incomeWages: { kind: "department", words: "税务申报一致" },
          incomeFarming: { kind: "onSpot", words: "走访核过" },
          incomePension: { kind: "department", words: "4 项，已到账" },
          incomeLandRent: { kind: "document", words: "合同 2.0 亩" },
          spentMedical: { kind: "told" },
          spentLiving: { kind: "told" },
          spentSchooling: { kind: "document", words: "学校收费单" },
          spentFarming: { kind: "told" },
        },
      }),
    ),
    at(last, 14, 10, () =>
      clerk.change(household, 1, {
        reason: "comparison",
        words: "按医保结算单",
        sets: { spentMedical: { from: 3_145_000, to: 3_145_050 } },
        basis: { spentMedical: { kind: "department", words: "医保结算一致" } },
      }),
    ),
  ];
}
