import type { Qualifications } from "@mingbai/posts/content/qualifications";
import type { PostKind } from "@mingbai/posts/schema";
import { demoNumber } from "../demo-keys.ts";
import type { DemoScene, DemoStep } from "../demo-step.ts";
import { momentBefore, momentOf } from "../demo-year.ts";
import { countyPlaces } from "./county-steps.ts";
import { FileDesk } from "./file-desk.ts";
import { heFamily } from "./he-family.ts";

const village = heFamily.area;
const household = demoNumber(heFamily.id);
/** Three years, from the demo's first month on. */
const termMs = 3 * 365 * 86_400_000;
/** Households of the village that one decision hands to two people; the others wait for the next. */
const assignedMax = 24;

interface DemoPost {
  readonly who: string;
  readonly kind: PostKind;
  readonly areas: readonly string[];
  readonly householdsMax: number;
  /** So many days before the tale ends the post is over; it runs on where this is absent. */
  readonly overDays?: number;
  readonly said: Omit<Qualifications, "kind">;
}

/** Who helps in the town whose story is told. */
const posts: readonly DemoPost[] = [
  {
    who: "grid-0",
    kind: "gridWorker",
    areas: [village],
    householdsMax: 40,
    said: { education: "60", skills: ["agriculture", "employment"], languages: ["cmn", "wuu"] },
  },
  {
    who: "grid-1",
    kind: "villageSecretary",
    areas: [village],
    householdsMax: 15,
    said: { education: "30", skills: ["accounting"], languages: ["cmn", "wuu"], training: "村干部财务培训，2024 年" },
  },
  {
    who: "town-clerk",
    kind: "workTeam",
    areas: ["fengxi"],
    householdsMax: 20,
    said: { education: "20", skills: ["law", "teaching"], languages: ["cmn"] },
  },
  {
    who: "civil-clerk",
    kind: "firstSecretary",
    areas: [village],
    householdsMax: 10,
    said: { education: "20", skills: ["medicine"], languages: ["cmn"], training: "护士执业证" },
  },
  {
    who: "civil-manager",
    kind: "helpingCadre",
    areas: [village],
    householdsMax: 6,
    overDays: 20,
    said: { education: "20", skills: ["building"], languages: ["cmn"] },
  },
];

/** People are given posts, some households of the village are assigned to them, and one household writes with its helper. */
export function helperSteps(
  scene: DemoScene,
  { months, untilMs, households }: { months: readonly string[]; untilMs: number; households: number },
): DemoStep[] {
  const [first = ""] = months;
  const begins = { atMs: momentOf(first, { day: 3, hour: 17 }), run: () => givePosts(scene, { first, untilMs }) };
  const assigns = { atMs: momentBefore(untilMs, { days: 9, hour: 15 }), run: () => assignSome(scene, households) };
  const wrote = (days: number, hour: number, who: string, words: string): DemoStep => ({
    atMs: momentBefore(untilMs, { days, hour }),
    run: () => writes(scene, who, words),
  });
  return [
    begins,
    assigns,
    wrote(3, 10, "person-0", "医院的药费单子收到了，一共 2,184 元，哪天来拿？"),
    wrote(3, 14, "grid-0", "周三上午我上门来拿，单子先收好，医保卡也放在一起。"),
    wrote(1, 19, "person-0", "小满的学校说下学期要交住宿费，能不能晚一点交？"),
  ];
}

async function givePosts(scene: DemoScene, tale: { first: string; untilMs: number }): Promise<void> {
  const leader = scene.as("town-leader");
  const runsUntilMs = momentOf(tale.first, { day: 1, hour: 0 }) + termMs;
  for (const { who, said, overDays, ...post } of posts) {
    const account = demoNumber(who);
    const untilMs = overDays === undefined ? runsUntilMs : momentBefore(tale.untilMs, { days: overDays, hour: 18 });
    await leader.act("posts.givePost", {
      ...post,
      post: demoNumber(`post ${who}`),
      account,
      areas: [...post.areas],
      untilMs,
    });
    const subject = demoNumber(`skills ${who}`);
    // Who writes no files themselves has it written by who leads them.
    const writer = overDays === undefined ? who : "town-leader";
    const content = await new FileDesk(scene, writer).say(subject, { kind: "qualifications", ...said });
    await scene.as(writer).act("posts.describeHelper", { account, subject, content });
  }
}

async function assignSome(scene: DemoScene, households: number): Promise<void> {
  const { chosen, household: made } = countyPlaces(households);
  const there = chosen.filter(({ area }) => area === village).slice(0, assignedMax);
  const groups = Map.groupBy(there.entries(), ([at]) => (at % 2 === 0 ? "grid-0" : "grid-1"));
  const assignments = [...groups].map(([who, theirs]) => ({
    account: demoNumber(who),
    households: theirs.map(([, { index }]) => made(index).household),
  }));
  if (assignments.length > 0) await scene.as("town-leader").act("registry.assignHouseholds", { assignments });
}

async function writes(scene: DemoScene, who: string, words: string): Promise<void> {
  const desk = new FileDesk(scene, who);
  const content = await desk.say(household, { kind: "message", words });
  await desk.act("sendMessage", { household, content });
}
