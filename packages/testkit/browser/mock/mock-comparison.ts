import type { ComparisonRun } from "@mingbai/registry/views/comparison-runs";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import type { UnregisteredLine } from "@mingbai/registry/views/unregistered";
import { type VerdictLine, verdictsView } from "@mingbai/registry/views/verdicts";
import { mockFile, mockHouseholdId, mockPeopleOfHousehold } from "./mock-household.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import { mockPortrait } from "./mock-portrait.ts";
import type { MockCall } from "./serve-mock.ts";

/** What departments know beside the files of an invented town. Never shipped. */

const readAt = { height: 3_000, timeMs: mockNowMs };
const day = "2026-11-20";
const lineCount = 64;
const heads = ["何树生", "卢明远", "孟桂兰", "傅长青"];
const { area } = mockFile;
export const mockVillage = "339901105201";

export const mockReason: ShownReason = {
  rule: "car",
  version: 1,
  level: "red",
  isOpposite: false,
  person: { at: 2, person: mockPeopleOfHousehold.son, name: "何远舟" },
  fields: ["vehicles", "wageYear"],
  facts: [
    { id: "V-1", source: "vehicles", kind: "vehicle", asOf: "2026-10-31", monthsOld: 0, isOld: false },
    { id: "V-0", source: "vehicles", kind: "vehicle", asOf: "2024-10-31", monthsOld: 24, isOld: true },
  ],
  words: {
    en: "A car is registered to He Yuanzhou, valid on 31 October 2026 (1 in all).",
    zh: "何远舟 名下有小汽车，2026 年 10 月 31 日状态正常（共 1 辆）",
  },
  action: {
    en: "See the vehicle and its papers; ask who bought and who drives it.",
    zh: "看车和行驶证，问是谁买的、谁在开",
  },
  digest: hex("the car"),
  settlement: null,
  answer: null,
};
const settled: ShownReason = {
  ...mockReason,
  rule: "farmland",
  level: "yellow",
  person: null,
  fields: ["farmland"],
  words: { en: "The file says 3.2 mu, the list 5 mu.", zh: "档案里 3.2 亩，农业农村的名单里 5 亩" },
  digest: hex("the farmland"),
  settlement: { kind: "checked", by: accountOf("陶然"), on: "2026-11-02", words: "abc", isOwn: false },
};

function lineOf(at: number): VerdictLine {
  const level = at < 6 ? "red" : at < 20 ? "yellow" : "green";
  return {
    household: at === 0 ? mockHouseholdId : accountOf(`household ${at}`),
    number: at === 0 ? "YL-03-0127" : `YL-03-${String(at).padStart(4, "0")}`,
    head: heads[at % heads.length] ?? "",
    area,
    level,
    rules: level === "red" ? ["car"] : level === "yellow" ? ["wages", "medicalBills"] : [],
    reasons: level === "red" ? 1 : level === "yellow" ? 2 : 0,
    settled: at === 0 ? 1 : 0,
    settledSince: 0,
    isAnswered: at === 1,
    sources: ["vehicles", "survey"],
    unasked: at % 50 === 0 ? 1 : 0,
    day,
    checkedMs: mockNowMs - 3_600_000,
  };
}

const doneRun: ComparisonRun = {
  run: accountOf("a run"),
  village: null,
  state: "done",
  trouble: null,
  by: accountOf("傅清如"),
  byName: "傅清如",
  slotMs: null,
  startedMs: mockNowMs - 3_630_000,
  endedMs: mockNowMs - 3_600_000,
  day,
  version: 1,
  households: lineCount,
  done: lineCount,
  levels: { red: 6, yellow: 14, green: lineCount - 20 },
  facts: 3_412,
  unregistered: 1,
  sources: [
    {
      name: "registers",
      title: { en: "Registers of the district", zh: "区登记部门" },
      state: "done",
      facts: 3_412,
      bad: 2,
      asked: 1_100,
      of: 1_100,
      sourceMs: mockNowMs - 86_400_000,
      trouble: null,
    },
    {
      name: "data-office",
      title: { en: "District data office", zh: "区大数据局" },
      state: "failed",
      facts: 0,
      bad: 0,
      asked: null,
      of: null,
      sourceMs: null,
      trouble: "NOT_REACHED",
    },
  ],
};

const unfiled: UnregisteredLine = {
  place: 1,
  area,
  village: mockVillage,
  people: [{ name: "林秀", number: "3399**********5087" }],
  besides: [{ household: mockHouseholdId, number: "YL-03-0127", head: "何树生" }],
  reasons: [
    {
      rule: "poorUnhelped",
      level: "yellow",
      name: "",
      facts: [{ id: "S-1", source: "survey", kind: "surveyed", asOf: "2026-10-31", monthsOld: 0, isOld: false }],
      words: { en: "The survey found an income of 0.00 a head.", zh: "普查人均收入 0.00 元" },
      action: { en: "Visit, and count the income of twelve months.", zh: "入户核算十二个月收入" },
    },
  ],
  against: [],
};

/** `run`: the newest run, which `POST` begins and `DELETE` ends. */
export function mockComparison() {
  const lines = Array.from({ length: lineCount }, (_, at) => lineOf(at));
  let run: ComparisonRun | undefined = doneRun;
  let nextMs: number | null = null;
  let map: object | null = null;
  let answer: ShownReason["answer"] = null;
  const levelsOf = (level: VerdictLine["level"]) => lines.filter((line) => line.level === level);
  const counts = {
    red: levelsOf("red").length,
    yellow: levelsOf("yellow").length,
    green: levelsOf("green").length,
  };
  const page = (params: Readonly<Record<string, string>>) => {
    const { level, rule, area: within, cursor, limit } = verdictsView.params.parse(params);
    const found = lines.filter(
      (line) =>
        (level === undefined || line.level === level) &&
        (rule === undefined || line.rules.includes(rule)) &&
        (within === undefined || line.area.id === within),
    );
    const from = cursor === undefined ? 0 : found.findIndex(({ household }) => cursor.endsWith(household)) + 1;
    const rows = found.slice(from, from + limit);
    const last = from + rows.length < found.length ? rows.at(-1) : undefined;
    const rules = [
      { rule: "wages", households: 14 },
      { rule: "medicalBills", households: 14 },
      { rule: "car", households: 6 },
    ];
    return { rows, next: last === undefined ? null : `0.${last.household}`, levels: counts, rules, readAt };
  };
  return {
    /** Where nobody has compared anything yet. */
    forget: () => {
      run = undefined;
    },
    /** The clock has begun the newest run for this hour, and begins the next. */
    beginByClock: (hours: { slotMs: number; nextMs: number }) => {
      run = { ...doneRun, by: null, byName: "", slotMs: hours.slotMs };
      nextMs = hours.nextMs;
    },
    /** What the household itself says from now on. */
    answer: (next: NonNullable<ShownReason["answer"]>) => {
      answer = next;
    },
    /** The county's own map from now on. */
    showMap: (next: object) => {
      map = next;
    },
    async api({ method, path, body }: MockCall) {
      if (path === "/api/map") return { status: 200, body: { map } };
      if (!path.startsWith("/api/comparison/runs")) return undefined;
      const { village = null } = method === "POST" ? JSON.parse(body.toString()) : {};
      const state = method === "POST" ? "comparing" : "cancelled";
      run = { ...doneRun, village, state, done: 20, endedMs: null };
      return { status: 202, body: { run: run.run } };
    },
    answers: {
      "registry.comparisonRuns": () => ({ rows: run === undefined ? [] : [run], nextMs, readAt }),
      "registry.verdicts": page,
      "registry.verdictsOf": () => ({
        readAt,
        verdict: {
          level: "red",
          day,
          version: 1,
          checkedMs: mockNowMs - 3_600_000,
          reasons: [{ ...mockReason, answer }],
          settled: [settled],
          hidden: 0,
          sources: ["vehicles", "survey"],
          unasked: [3],
          faults: [
            {
              subject: 3,
              level: "doubt",
              fields: ["atSchool"],
              fault: "RULE",
              en: "Of school age and not at school.",
              zh: "义务教育年龄，却不在校",
            },
          ],
          proposals: [
            {
              subject: "household",
              field: "farmland",
              from: 320,
              to: 500,
              because: "facts",
              facts: [{ id: "F-1", source: "agriculture", asOf: "2026-10-31" }],
            },
          ],
        },
      }),
      "registry.unregistered": () => ({
        rows: [unfiled],
        next: null,
        count: 1,
        rules: [{ rule: "poorUnhelped", groups: 1 }],
        day,
        readAt,
      }),
      "registry.villagePortrait": () => mockPortrait,
      "registry.villageReport": () => ({
        readAt,
        report: {
          area,
          day,
          checkedMs: mockNowMs - 60_000,
          version: 1,
          households: lineCount,
          people: 1_104,
          unchecked: 2,
          levels: {
            red: levelsOf("red").map(({ household }) => household),
            yellow: levelsOf("yellow").map(({ household }) => household),
            green: levelsOf("green").map(({ household }) => household),
          },
          open: [{ id: "car", count: 6, households: levelsOf("red").map(({ household }) => household) }],
          settled: [{ id: "farmland", count: 1, households: [mockHouseholdId] }],
          faults: [{ id: "atSchoolAge", count: 1, households: [mockHouseholdId] }],
          proposals: [{ id: "facts", count: 1, households: [mockHouseholdId] }],
          rows: lines
            .filter(({ level }) => level !== "green")
            .map(({ household, number, head, level, rules }, at) => ({
              household,
              number,
              head,
              level,
              rules,
              faults: at === 0 ? ["atSchoolAge", "CHECK_DIGIT"] : [],
              proposals: at === 0 ? ["farmland"] : [],
            })),
        },
      }),
    },
  };
}
