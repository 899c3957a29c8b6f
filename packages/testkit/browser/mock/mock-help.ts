import type { Helper, Post } from "@mingbai/posts/views";
import type { HandedOver, LeftRow, Message, ProposedRow } from "@mingbai/registry/views/help";
import { mockHouseholdId, mockResponsible } from "./mock-household.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import type { MockCommand } from "./mock-session.ts";

const readAt = { height: 3_000, timeMs: mockNowMs };
const dayMs = 86_400_000;
const yunling = { id: "fengxi-yunling", en: "Yunling Village", zh: "云岭村" };
const songkou = { id: "fengxi-songkou", en: "Songkou Village", zh: "松口村" };
const town = { id: "fengxi", en: "Fengxi Town Government", zh: "枫溪镇政府" };
const somebody = (name: string) => ({ account: accountOf(name), name });
const [secretary, first] = [somebody("沈知秋"), somebody("上官晚晴")];

const postOf = (id: string, kind: Post["kind"], areas: Post["areas"], householdsMax: number): Post => ({
  post: accountOf(`post ${id}`),
  kind,
  areas,
  householdsMax,
  fromMs: mockNowMs - 200 * dayMs,
  untilMs: mockNowMs + 530 * dayMs,
  transaction: hex(`post ${id}`),
});
const able = (...skills: NonNullable<Helper["qualifications"]>["skills"]) => ({
  qualifications: { education: "20", skills, languages: ["cmn" as const, "wuu" as const] },
  subject: accountOf(`skills ${skills.join(" ")}`),
  describedMs: mockNowMs - 100 * dayMs,
  forgotten: null,
});
const unsaid = { qualifications: null, subject: null, describedMs: null, forgotten: null };

/** People with posts in an invented town. */
const helpers: readonly Helper[] = [
  {
    ...mockResponsible,
    organisation: town,
    posts: [postOf("grid", "gridWorker", [yunling], 40)],
    ...able("agriculture"),
  },
  {
    ...secretary,
    organisation: town,
    posts: [postOf("village", "villageSecretary", [yunling, songkou], 10)],
    ...unsaid,
  },
  {
    ...first,
    organisation: { id: "civil-affairs", en: "District Civil Affairs Bureau", zh: "区民政局" },
    posts: [postOf("first", "firstSecretary", [songkou], 1)],
    ...able("medicine", "law"),
  },
];

/** Whose post is over, and what they can do is still kept. */
const gone: Helper = {
  ...somebody("申屠远"),
  organisation: town,
  posts: [{ ...postOf("over", "gridWorker", [songkou], 20), untilMs: mockNowMs - 21 * dayMs }],
  ...able("accounting"),
};

/** Whose post is over as well, and what they could do is erased; one node has not said so yet. */
const forgotten: Helper = {
  ...somebody("闻人雪"),
  organisation: town,
  posts: [{ ...postOf("over earlier", "workTeam", [yunling], 5), untilMs: mockNowMs - 60 * dayMs }],
  ...unsaid,
  forgotten: { timeMs: mockNowMs - 3 * dayMs, owed: 3, acknowledged: 2 },
};

const shown = (number: string, head: string, more: Partial<ProposedRow> = {}) => ({
  household: number === "YL-03-0127" ? mockHouseholdId : accountOf(`proposed ${number}`),
  number,
  head,
  area: yunling,
  monitored: "",
  cause: "",
  need: 10,
  from: null,
  ...more,
});
const proposed: readonly ProposedRow[] = [
  {
    ...shown("YL-03-0127", "何树生", { monitored: "3", cause: "01", need: 100, from: mockResponsible }),
    to: mockResponsible.account,
    reasons: [
      { kind: "village", points: 40 },
      { kind: "stays", points: 30 },
    ],
  },
  {
    ...shown("SK-01-0008", "孟桂兰", { area: songkou, cause: "02", need: 40 }),
    to: first.account,
    reasons: [
      { kind: "village", points: 40 },
      { kind: "skill", points: 25, detail: "medicine" },
    ],
  },
];
const left: readonly LeftRow[] = [{ ...shown("SK-02-0011", "傅长青", { area: songkou }), because: "noPlace" }];
const handed: HandedOver = {
  household: mockHouseholdId,
  number: "YL-03-0127",
  head: "何树生",
  area: yunling,
  monitored: "3",
  from: secretary,
  to: mockResponsible,
  case: { case: accountOf("case"), stage: "checked", dueMs: mockNowMs + 5 * dayMs },
  openFields: 1,
  unansweredMs: mockNowMs - dayMs,
  readers: [{ id: "civil-affairs", en: "District Civil Affairs Bureau", zh: "区民政局" }],
};

/** People who help, a proposal, a hand-over, and the messages of the one household, by acts as the ledger would have them. */
export function mockHelp(opened: (params: Readonly<Record<string, string>>) => unknown) {
  const said = (at: number, side: Message["side"], words: string, by: Message["by"]): Message => ({
    ...{ at: String(at), side, by, words, onBehalf: false },
    timeMs: mockNowMs - (1_000 - at) * 3_600_000,
    transaction: hex(`message ${at}`),
  });
  let messages: readonly Message[] = [
    said(990, "office", "周三上午我来拿，单子先收好。", mockResponsible),
    said(980, "household", "药费单子收到了，哪天来拿？", somebody("卢桂枝")),
  ];
  return {
    execute({ name, input }: MockCommand, account: string): void {
      if (name !== "registry.sendMessage") return;
      const onBehalf = input.onBehalf === true;
      const by = { account, name: "" };
      messages = [{ ...said(1_000, onBehalf ? "household" : "office", "", by), words: null, onBehalf }, ...messages];
    },
    answers: {
      "posts.helpers": ({ past, account }: Readonly<Record<string, string>>) => {
        const rows = past === undefined ? helpers : [gone, forgotten, ...helpers];
        return { rows: rows.filter((row) => account === undefined || row.account === account), more: false, readAt };
      },
      "registry.loads": () => ({
        rows: [
          { account: mockResponsible.account, households: 38, monitored: 9 },
          { account: secretary.account, households: 12, monitored: 2 },
        ],
        without: 91,
        readAt,
      }),
      "registry.assignmentProposal": () => ({
        rows: proposed,
        left,
        helpers: [
          { ...mockResponsible, areas: [yunling.id], placesMax: 40, taken: 37 },
          { ...secretary, areas: [yunling.id, songkou.id], placesMax: 10, taken: 12 },
          { ...first, areas: [songkou.id], placesMax: 1, taken: 0 },
        ],
        readAt,
      }),
      "registry.handOvers": () => ({
        rows: [{ transaction: hex("hand-over"), timeMs: mockNowMs, by: somebody("贺长风"), households: 14, people: 2 }],
        readAt,
      }),
      "registry.handOver": () => ({ rows: [handed], by: somebody("贺长风"), timeMs: mockNowMs, readAt }),
      "registry.messages": (params: Readonly<Record<string, string>>) => {
        opened(params);
        return { rows: messages, total: messages.length, more: false, readAt };
      },
    },
  };
}
