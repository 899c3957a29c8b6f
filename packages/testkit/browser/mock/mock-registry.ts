import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { HouseholdLine } from "@mingbai/registry/views/households";
import { householdsView } from "@mingbai/registry/views/households";
import { MockRefusal } from "./mock-answers.ts";
import { mockCases } from "./mock-cases.ts";
import { mockErasures } from "./mock-erasures.ts";
import { mockHelp } from "./mock-help.ts";
import { mockFile, mockHistory, mockHouseholdId, mockResident, mockResponsible } from "./mock-household.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import type { MockCommand } from "./mock-session.ts";

const readAt = { height: 3_000, timeMs: mockNowMs };
const villages = [
  { id: "fengxi-yunling", en: "Yunling Village", zh: "云岭村" },
  { id: "fengxi-songkou", en: "Songkou Village", zh: "松口村" },
  { id: "fengxi-zhuqi", en: "Zhuqi Village", zh: "竹溪村" },
];
const heads = ["何树生", "卢明远", "孟桂兰", "傅长青", "白望潮", "顾春和", "邱远山", "上官秋实"];
const lineCount = 640;
const keeper = { id: "fengxi", en: "Fengxi Town Government", zh: "枫溪镇政府" };

const notEntitled = {
  code: "NOT_ENTITLED",
  detailEn: "The file is not open to you. Ask the household or its keeper for access.",
  detailZh: "这户的档案没有向您开放。可以向该户或管档单位申请授权",
};

function lineOf(at: number): HouseholdLine {
  const area = villages[at % villages.length] ?? villages[0];
  const isFirst = at === 0;
  return {
    household: isFirst ? mockHouseholdId : accountOf(`household ${at}`),
    number: isFirst ? "YL-03-0127" : `YL-${String(1 + (at % 6)).padStart(2, "0")}-${String(at).padStart(4, "0")}`,
    head: heads[at % heads.length] ?? "",
    people: isFirst ? 4 : 1 + (at % 6),
    area: area ?? { id: "", en: "", zh: "" },
    team: `${1 + (at % 6)} 组`,
    monitored: isFirst ? "3" : at % 5 === 0 ? String(1 + (at % 3)) : "",
    cause: at % 5 === 0 ? (at % 2 === 0 ? "01" : "03") : "",
    responsible: at % 7 === 3 ? null : mockResponsible,
    open: at % 40 === 0 ? 1 : 0,
    ended: at % 90 === 89 ? "merged" : null,
    changedMs: mockNowMs - at * 3_600_000,
  };
}

/** Household files of an invented town, and the one of them that can be opened, by acts as the ledger would have it. */
export function mockRegistry(reader: () => { readonly account: string }) {
  const lines = Array.from({ length: lineCount }, (_, at) => lineOf(at));
  let file: HouseholdFile = mockFile;
  let openedFor: HouseholdFile["purpose"] | undefined;
  const opened = (params: Readonly<Record<string, string>>) => {
    if (params.household !== mockHouseholdId) throw new MockRefusal(404, "HOUSEHOLD_UNKNOWN");
    if (openedFor === undefined) throw new MockRefusal(403, "FILE_NOT_OPENED");
    return { ...file, purpose: openedFor };
  };
  const page = (params: Readonly<Record<string, string>>) => {
    const {
      area,
      monitored,
      cause,
      mine,
      open,
      ended,
      text,
      cursor = "0",
      limit,
    } = householdsView.params.parse(params);
    const found = lines.filter(
      (line) =>
        (area === undefined || line.area.id === area) &&
        (monitored === undefined || line.monitored === monitored) &&
        (cause === undefined || line.cause === cause) &&
        (mine === undefined || line.responsible?.account === reader().account) &&
        (open === undefined || line.open > 0) &&
        (line.ended !== null) === (ended !== undefined) &&
        (text === undefined || line.number.includes(text) || line.head.includes(text)),
    );
    const rows = found.slice(Number(cursor), Number(cursor) + limit);
    const after = Number(cursor) + rows.length;
    return {
      rows,
      next: after < found.length ? String(after) : null,
      households: found.length,
      people: found.reduce((sum, { people }) => sum + people, 0),
      readAt,
    };
  };
  const cases = mockCases(opened);
  const erasures = mockErasures();
  const help = mockHelp(opened);
  return {
    household: mockHouseholdId,
    changeCase: cases.change,
    changeOwnObjections: cases.changeOwn,
    /** What is in the file from now on, as where somebody else has changed it. */
    change: (part: Partial<HouseholdFile>) => {
      file = { ...file, ...part };
    },
    execute({ name, input }: MockCommand) {
      const isWatching = input.purpose === "supervision" || input.purpose === "audit";
      const isOther =
        name === "registry.openFiles" && !isWatching && JSON.stringify(input.households) !== `["${mockHouseholdId}"]`;
      if (isOther) return notEntitled;
      erasures.execute({ name, input });
      help.execute({ name, input }, reader().account);
      if (name === "registry.openFiles") openedFor = input.purpose as HouseholdFile["purpose"];
      return undefined;
    },
    answers: {
      ...cases.answers,
      ...erasures.answers,
      ...help.answers,
      "registry.households": page,
      "registry.household": opened,
      "registry.files": () => ({
        rows: [
          {
            household: mockHouseholdId,
            version: file.version,
            values: file.values,
            people: file.residents.map(({ person, version, values }) => ({ person, version, values })),
            changes: [],
          },
        ],
        readAt,
      }),
      "registry.history": (params: Readonly<Record<string, string>>) => {
        opened(params);
        const limit = Number(params.limit ?? 20);
        const from = params.before === undefined ? 0 : mockHistory.findIndex(({ at }) => at === params.before) + 1;
        const rows = mockHistory.slice(from, from + limit);
        return { rows, total: mockHistory.length, more: from + limit < mockHistory.length, readAt };
      },
      "registry.readings": (params: Readonly<Record<string, string>>) => {
        const { purpose } = opened(params);
        const row = (at: number, account: string, name: string, hoursAgo: number) => ({
          at: String(900 - at),
          timeMs: mockNowMs - hoursAgo * 3_600_000,
          by: { account, name },
          organisation: keeper,
          purpose: at === 0 ? purpose : "assistance",
          transaction: hex(`reading ${at}`),
        });
        const rows = [
          row(0, reader().account, "", 0),
          row(1, accountOf("上官晚晴"), "上官晚晴", 1),
          row(2, mockResponsible.account, mockResponsible.name, 5),
        ];
        return { rows, total: rows.length, more: false, readAt };
      },
      "registry.access": (params: Readonly<Record<string, string>>) => {
        opened(params);
        const asked = {
          askedBy: { account: accountOf("程知秋"), name: "程知秋" },
          askedMs: mockNowMs - 86_400_000,
          untilMs: mockNowMs + 90 * 86_400_000,
          purpose: "assistance",
        };
        return {
          rows: [
            {
              ...asked,
              organisation: { id: "civil-affairs", en: "District Civil Affairs Bureau", zh: "区民政局" },
              classes: ["name", "money", "help"],
              givenBy: mockResponsible,
              witness: { account: accountOf("贺长风"), name: "贺长风" },
              givenMs: mockNowMs - 3_600_000,
            },
            {
              ...asked,
              organisation: { id: "health", en: "District Health Bureau", zh: "区卫健局" },
              classes: ["name", "health"],
              givenBy: null,
              witness: null,
              givenMs: null,
            },
          ],
          readAt,
        };
      },
      "registry.alike": ({ identity, name }: Readonly<Record<string, string>>) => {
        const [first] = mockFile.residents;
        const isHead = identity === first?.values.identityNumber || name === first?.values.name;
        const row = {
          household: mockHouseholdId,
          person: first?.person ?? "",
          number: "YL-03-0127",
          name: "何树生",
          identity: "3399**********0437",
          birth: "1959-02-08",
          area: villages[0],
          same: identity === undefined ? "nameAndBirth" : "identity",
        };
        return { rows: isHead ? [row] : [], readAt };
      },
      "registry.places": () => ({
        rows: villages.map((area, at) => ({
          area,
          parent: "fengxi",
          division: `33990110520${at + 1}`,
          households: 214,
          people: 730,
          monitored: 40,
          open: 5,
        })),
        readAt,
      }),
      "registry.visits": (params: Readonly<Record<string, string>>) => {
        opened(params);
        const found = mockHistory.filter(({ kind, reason }) => kind === "part" && reason === "visit");
        const rows = found.map(({ transaction, timeMs, by, words, sets }) => {
          return { transaction, timeMs, by, words: words ?? "", changed: Object.keys(sets).length };
        });
        return { rows, total: rows.length, lately: rows.length, byResponsible: 1, readAt };
      },
      "registry.forms": () => ({ rows: [{ version: 1, sinceMs: null, transaction: null }], readAt }),
      "registry.form": () => ({ form: countyForm, readAt }),
      "registry.own": () => {
        const isResident = reader().account === mockResident.account;
        return {
          household: isResident ? mockHouseholdId : null,
          person: isResident ? mockResident.person : null,
          readAt,
        };
      },
      "identity.organisations": () => ({
        rows: [
          {
            id: keeper.id,
            name: { en: keeper.en, zh: keeper.zh },
            area: { id: "fengxi", name: { en: "Fengxi Town", zh: "枫溪镇" } },
            people: 8,
            administrators: [],
          },
        ],
        readAt,
      }),
      "identity.areas": () => ({
        rows: villages.map(({ id, en, zh }) => ({ id, level: "village", parent: "fengxi", name: { en, zh } })),
        readAt,
      }),
      "identity.people": () => ({
        organisation: { id: keeper.id, name: { en: keeper.en, zh: keeper.zh }, area: null },
        rows: ["上官晚晴", "贺长风"].map((name) => ({
          account: accountOf(name),
          name,
          roles: [],
          leave: null,
          deputies: [],
          keys: 1,
        })),
        total: 2,
        next: null,
        readAt,
      }),
    },
  };
}
