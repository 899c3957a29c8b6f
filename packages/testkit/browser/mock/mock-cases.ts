import { countyPolicy } from "@mingbai/registry/content/policy/county/county-policy";
import { type CaseFile, type CaseLine, casesView, ownObjectionsView } from "@mingbai/registry/views/cases";
import { MockRefusal } from "./mock-answers.ts";
import { mockFile, mockHouseholdId, mockResponsible } from "./mock-household.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import { mockTargets } from "./mock-targets.ts";

const dayMs = 86_400_000;
const readAt = { height: 3_000, timeMs: mockNowMs };
const stagesInTurn = ["applied", "checked", "passed", "noticed", "heard", "observed"] as const;
const heads = ["何树生", "卢明远", "孟桂兰", "傅长青", "白望潮", "顾春和", "邱远山", "上官秋实"];
const lineCount = 420;
export const mockCaseId = accountOf("case of the household");

/** The case whose notice runs, of the household that can be opened. */
export const mockCase: CaseLine = {
  case: mockCaseId,
  household: mockHouseholdId,
  number: mockFile.number,
  head: mockFile.head,
  area: mockFile.area,
  responsible: mockResponsible,
  kind: "entry",
  stage: "noticed",
  isMine: true,
  channel: "own",
  policy: 1,
  openedMs: mockNowMs - 9 * dayMs,
  changedMs: mockNowMs - dayMs,
  dueMs: mockNowMs + 4 * dayMs,
  isOverdue: false,
  objections: 2,
  openObjections: 1,
};

const step = (at: number, part: Partial<CaseFile["steps"][number]>): CaseFile["steps"][number] => ({
  kind: "moved",
  stage: "applied",
  by: mockResponsible,
  timeMs: mockNowMs - (9 - at) * dayMs,
  transaction: hex(`case step ${at}`),
  dueMs: null,
  objection: null,
  onBehalf: false,
  words: null,
  ...part,
});
const clerk = { account: accountOf("傅清如"), name: "傅清如" };
const neighbour = { account: accountOf("谢小满"), name: "谢小满" };

export const mockCaseFile: CaseFile = {
  ...mockCase,
  keeper: mockFile.keeper,
  steps: [
    step(0, { kind: "opened", by: { account: accountOf("卢桂枝"), name: "卢桂枝" }, words: "今年看病花了三万多" }),
    step(1, { kind: "overdue" as const, by: null }),
    step(2, { stage: "checked", words: "到家里看过，收据齐全，情况属实" }),
    step(3, { stage: "passed", by: { account: accountOf("闻若溪"), name: "闻若溪" }, words: "符合条件" }),
    step(4, { stage: "noticed" }),
    step(5, { kind: "objected", stage: "noticed", by: neighbour, objection: 0, words: "他家有一辆车" }),
    step(6, { kind: "answered", stage: "noticed", objection: 0, words: "车是何远舟单位的，已核实" }),
    step(7, { kind: "objected", stage: "noticed", by: clerk, objection: 1, onBehalf: true, words: "儿子在县城有工资" }),
  ],
  notice: {
    number: mockFile.number,
    village: "云岭村",
    team: "3 组",
    head: "何*生",
    monitored: "3",
    cause: "01",
    fromMs: mockNowMs - 3 * dayMs,
  },
  may: [
    "registry.checkInVillage",
    "registry.reviewCase",
    "registry.openNotice",
    "registry.decideCase",
    "registry.objectToCase",
    "registry.answerObjection",
    "registry.withdrawCase",
    "registry.returnToMonitoring",
  ],
  readAt,
};

type OwnObjections = ReturnType<typeof ownObjectionsView.result.parse>;
const { fromMs, ...noticeText } = mockCaseFile.notice ?? { fromMs: 0 };
/** The same case for who reads its public notice, and has said nothing yet. */
const ownObjections: OwnObjections = ownObjectionsView.result.parse({
  household: mockHouseholdId,
  unit: mockFile.keeper,
  notice: {
    ...noticeText,
    case: mockCaseId,
    kind: "entry",
    unit: mockFile.keeper,
    fromMs,
    untilMs: mockNowMs + 4 * dayMs,
    transaction: hex("case notice"),
  },
  rows: [],
  readAt,
});

function lineOf(at: number): CaseLine {
  if (at === 0) return mockCase;
  const stage = at % 9 === 0 ? "accepted" : (stagesInTurn[at % stagesInTurn.length] ?? "applied");
  const isOpen = stage !== "accepted";
  return {
    ...mockCase,
    case: accountOf(`case ${at}`),
    household: accountOf(`household ${at}`),
    number: `YL-${String(1 + (at % 6)).padStart(2, "0")}-${String(at).padStart(4, "0")}`,
    head: heads[at % heads.length] ?? "",
    responsible: at % 3 === 0 ? null : mockResponsible,
    kind: at % 4 === 3 ? "exit" : "entry",
    channel: at % 4 === 3 ? null : "visit",
    stage,
    isMine: isOpen && at < 4,
    dueMs: isOpen ? mockNowMs + (at - 5) * dayMs : null,
    isOverdue: isOpen && at < 5,
    objections: 0,
    openObjections: 0,
  };
}

/** Cases of an invented town: a list, and the one of them whose household's file can be opened. */
export function mockCases(opened: (params: Readonly<Record<string, string>>) => unknown) {
  const lines = Array.from({ length: lineCount }, (_, at) => lineOf(at));
  let file: CaseFile = mockCaseFile;
  let own: OwnObjections | undefined;
  return {
    /** What the reader has said against the notice, and whether it runs, from now on. */
    changeOwn: (part: Partial<OwnObjections>) => {
      own = { ...ownObjections, ...own, ...part };
    },
    /** What is so of the case from now on. */
    change: (part: Partial<CaseFile>) => {
      file = { ...file, ...part };
    },
    answers: {
      "registry.cases": (params: Readonly<Record<string, string>>) => {
        const { stage, kind, area, mine, overdue, ended, cursor = "0", limit } = casesView.params.parse(params);
        const theirs = lines.filter(
          (line) => (kind === undefined || line.kind === kind) && (area === undefined || line.area.id === area),
        );
        const isOver = (line: CaseLine) => line.stage === "accepted";
        const shown = theirs.filter(
          (line) =>
            (stage === undefined ? isOver(line) === (ended !== undefined) : line.stage === stage) &&
            (mine === undefined || line.isMine) &&
            (overdue === undefined || line.isOverdue),
        );
        const rows = shown.slice(Number(cursor), Number(cursor) + limit);
        const after = Number(cursor) + rows.length;
        const count = (wanted: (line: CaseLine) => boolean) => theirs.filter(wanted).length;
        return {
          rows,
          next: after < shown.length ? String(after) : null,
          counts: {
            open: count((line) => !isOver(line)),
            mine: count(({ isMine }) => isMine),
            overdue: count(({ isOverdue }) => isOverdue),
            ended: count(isOver),
            shown: shown.length,
          },
          byStage: [],
          readAt,
        };
      },
      "registry.caseHousehold": ({ case: id }: Readonly<Record<string, string>>) => {
        if (id !== mockCaseId) throw new MockRefusal(404, "CASE_UNKNOWN");
        return { household: mockHouseholdId, readAt };
      },
      "registry.ownObjections": ({ case: id }: Readonly<Record<string, string>>) => {
        if (id !== mockCaseId) throw new MockRefusal(404, "CASE_UNKNOWN");
        return own ?? ownObjections;
      },
      "registry.case": () => {
        opened({ household: mockHouseholdId });
        return file;
      },
      "registry.policyTargets": ({ draft = "{}" }: Readonly<Record<string, string>>) => mockTargets(draft),
      "registry.policies": () => ({
        rows: [{ version: 1, policy: countyPolicy, sinceMs: null, transaction: null }],
        readAt,
      }),
      "registry.householdCases": (params: Readonly<Record<string, string>>) => {
        opened(params);
        return { rows: [mockCase], standing: null, readAt };
      },
    },
  };
}
