import type { HistoryLine } from "@mingbai/registry/views/history";
import type { HouseholdFile, PersonFile } from "@mingbai/registry/views/household";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";

/** One invented household, for trying and testing pages. Never shipped. Its identity numbers have a region that is none. */

const dayMs = 86_400_000;
export const mockHouseholdId = "5a3c90e1b7d24f68";
export const mockResponsible = { account: accountOf("陶然"), name: "陶然" };
/** Who of the household has a key of their own. */
export const mockResident = { account: accountOf("卢桂枝"), person: "5a3c90e1b7d24f6a" };
const other = { account: accountOf("上官晚晴"), name: "上官晚晴" };

const person = (number: string, values: PersonFile["values"]): PersonFile => ({
  person: number,
  version: 3,
  ended: null,
  account: null,
  values,
});

export const mockPeopleOfHousehold = {
  head: "5a3c90e1b7d24f69",
  son: "5a3c90e1b7d24f6b",
};

export const mockFormer: readonly PersonFile[] = [
  { ...person("5a3c90e1b7d24f6d", { name: "何老太", relation: "52", sex: "2" }), ended: "death" },
];

export const mockFile: HouseholdFile = {
  household: mockHouseholdId,
  number: "YL-03-0127",
  head: "何树生",
  people: 4,
  area: { id: "fengxi-yunling", en: "Yunling Village", zh: "云岭村" },
  team: "3 组",
  monitored: "3",
  cause: "01",
  responsible: mockResponsible,
  open: 1,
  ended: null,
  changedMs: mockNowMs - 17 * dayMs,
  keeper: { id: "fengxi", en: "Fengxi Town Government", zh: "枫溪镇政府" },
  version: 6,
  openedMs: mockNowMs - 214 * dayMs,
  import: null,
  purpose: "visit",
  classes: ["name", "identity", "contact", "health", "living", "money", "help"],
  values: {
    village: "339901105201",
    number: "YL-03-0127",
    team: "3 组",
    address: "云岭村 3 组 18 号",
    phone: "13800000000",
    place: [26_580_100, 104_830_200],
    registeredOn: "2014-06-01",
    monitored: "3",
    monitoredOn: "2026-04-20",
    cause: "01",
    otherCauses: ["03"],
    houseStructure: "brick",
    houseFloors: 2,
    houseArea: 9_600,
    houseGrade: "B",
    houseGradedOn: "2025-05-12",
    water: "piped",
    waterSafe: true,
    toilet: "flush",
    power: true,
    internet: true,
    farmland: 320,
    landRentedOut: 200,
    vehicles: 0,
    animals: "鸡 12 只",
    incomeFrom: "2025-10-01",
    incomeTo: "2026-09-30",
    incomeWages: 2_860_000,
    incomeFarming: 984_000,
    incomePension: 732_000,
    incomeLandRent: 120_000,
    spentMedical: 3_145_000,
    spentLiving: 1_590_000,
    spentSchooling: 680_000,
    spentFarming: 412_000,
    debtBank: 2_000_000,
    debtReason: "住院",
    reliefKinds: ["linshi"],
    helpKinds: ["schooling", "health"],
    helpWanted: "何远舟想在镇上找活干",
  },
  residents: [
    person(mockPeopleOfHousehold.head, {
      name: "何树生",
      relation: "01",
      identityNumber: "339901195902080437",
      sex: "1",
      birth: "1959-02-08",
      marital: "20",
      health: "4",
      illness: "脑卒中后遗症",
      disabilityKind: "4",
      disabilityGrade: "2",
      whereabouts: "在家",
      education: "80",
      medicalInsurance: "resident",
      bankName: "明州农商银行",
    }),
    person(mockResident.person, {
      name: "卢桂枝",
      relation: "10",
      identityNumber: "339901196207080624",
      sex: "2",
      birth: "1962-07-08",
      health: "2",
      illness: "高血压，长期服药",
      whereabouts: "务农",
    }),
    person(mockPeopleOfHousehold.son, {
      name: "何远舟",
      relation: "20",
      identityNumber: "339901198801071156",
      sex: "1",
      birth: "1988-01-07",
      health: "1",
      whereabouts: "县城快递分拣",
      workPlace: "county",
      wageYear: 2_860_000,
    }),
    person("5a3c90e1b7d24f6c", {
      name: "何小满",
      relation: "42",
      identityNumber: "339901201207182085",
      sex: "2",
      birth: "2012-07-18",
      health: "1",
      whereabouts: "枫溪中学，初二",
      atSchool: "junior",
    }),
  ],
  former: [...mockFormer],
  basis: {
    incomeWages: { kind: "department", words: "税务申报一致" },
    incomeLandRent: { kind: "document", words: "合同 2.0 亩" },
    spentMedical: { kind: "department", words: "医保结算一致" },
    spentLiving: { kind: "told" },
    houseGrade: { kind: "onSpot" },
  },
  openFields: [
    {
      subject: mockPeopleOfHousehold.son,
      field: "whereabouts",
      now: { version: 2, value: "县城快递分拣", by: mockResponsible, timeMs: mockNowMs - 40 * dayMs },
      others: [{ version: 3, value: "县城快递分拣，4 月起减班", by: other, timeMs: mockNowMs - 17 * dayMs }],
    },
  ],
  may: [
    "registry.recordChanges",
    "registry.addPeople",
    "registry.movePeople",
    "registry.splitHousehold",
    "registry.mergeHouseholds",
    "registry.endPerson",
    "registry.bindAccount",
    "registry.assignResponsible",
    "registry.closeHousehold",
    "registry.grantAccess",
    "registry.revokeAccess",
    "registry.settleReason",
    "registry.sendMessage",
  ],
  readAt: { height: 3_000, timeMs: mockNowMs },
};

const line = (at: number, part: Partial<HistoryLine>): HistoryLine => ({
  at: String(1_000 - at),
  kind: "part",
  timeMs: mockNowMs - (17 + at * 9) * dayMs,
  transaction: hex(`history ${at}`),
  by: mockResponsible,
  subject: null,
  subjectName: "",
  version: 1,
  base: 1,
  reason: null,
  words: null,
  device: null,
  madeMs: null,
  form: null,
  sets: {},
  data: {},
  ...part,
});

/** What happened to the household, the newest first. */
export const mockHistory: readonly HistoryLine[] = [
  line(0, {
    subject: mockPeopleOfHousehold.son,
    subjectName: "何远舟",
    reason: "visit",
    words: "问了医保二次报销，约 11 月 25 日再来",
    device: "phone",
    madeMs: mockNowMs - 17 * dayMs,
    sets: { whereabouts: { from: "县城快递分拣", to: "县城快递分拣，4 月起减班" } },
    by: other,
  }),
  line(1, {
    subject: mockHouseholdId,
    reason: "application",
    device: "computer",
    sets: {
      spentMedical: { from: 2_900_000, to: 3_145_000 },
      incomePension: { to: 732_000 },
      debtBank: { to: 2_000_000 },
      debtReason: { to: "住院" },
      phone: { from: "13800000001", to: "13800000000" },
    },
  }),
  line(2, { kind: "accessGranted", data: { organisation: "civil-affairs" } }),
  line(3, { kind: "personEnded", data: { person: "5a3c90e1b7d24f6d", because: "death" } }),
  line(4, { kind: "responsibleAssigned", data: { account: mockResponsible.account } }),
  line(5, {
    subject: mockHouseholdId,
    base: 0,
    reason: "import",
    sets: { number: { to: "YL-03-0127" }, team: { to: "3 组" } },
  }),
  ...Array.from({ length: 6 }, (_, at) =>
    line(6 + at, { subject: mockHouseholdId, reason: "visit", words: "走访，没有变化", version: 2 }),
  ),
  line(13, { kind: "opened" }),
];
