import { hash } from "node:crypto";
import type { ApplicationContent } from "@mingbai/workflow/content";
import type { Stage } from "@mingbai/workflow/stages";
import type { MatterDetail, MatterParty } from "@mingbai/workflow/views";

/** Invented matters of an invented district, for trying and testing pages. Never shipped. */

export const hex = (text: string) => hash("sha256", text);
export const accountOf = (text: string) => `1${hex(`account ${text}`).slice(0, 15)}`;
const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Friday 20 November 2026, 14:06 in China: what pages under test take for now. */
export const mockNowMs = Date.UTC(2026, 10, 20, 6, 6);

export const street = { id: "qingshi", en: "Qingshi Street Office", zh: "青石街道办事处" };
export const bureau = { id: "construction", en: "District Construction Bureau", zh: "区建设局" };

export const people = {
  manager: { account: accountOf("林知夏"), organisation: "qingshi", name: "林知夏" },
  finance: { account: accountOf("温如言"), organisation: "qingshi", name: "温如言" },
  supplier: { account: accountOf("沈听澜"), organisation: "hetang", name: "沈听澜" },
} as const satisfies Readonly<Record<string, MatterParty>>;

interface Sketch {
  readonly title: string;
  readonly payee: string;
  readonly amountMinor: number;
  readonly dueMs: number;
  readonly stage: Stage;
  readonly versions?: number;
  readonly holder?: typeof street;
}

const sketches: readonly Sketch[] = [
  {
    title: "竹溪社区加装电梯，尾款",
    payee: "明州云杉电梯有限公司",
    amountMinor: 33_210_000,
    dueMs: -dayMs,
    stage: "submitted",
  },
  {
    title: "枫桥里雨污分流改造，第 2 期进度款",
    payee: "明州禾塘建设工程有限公司",
    amountMinor: 86_240_000,
    dueMs: 3 * hourMs,
    stage: "submitted",
    versions: 2,
  },
  { title: "临时救助：白望潮", payee: "白*潮", amountMinor: 600_000, dueMs: 3 * hourMs, stage: "submitted" },
  {
    title: "征求意见：消防通道加固",
    payee: "明州松原建设工程有限公司",
    amountMinor: 41_800_000,
    dueMs: 3.5 * hourMs,
    stage: "submitted",
    holder: bureau,
  },
  {
    title: "无障碍改造 3 户，一次付清",
    payee: "临溪同行助残服务中心",
    amountMinor: 4_860_000,
    dueMs: 4 * hourMs,
    stage: "passed",
  },
  {
    title: "小微水体清淤，预付款",
    payee: "明州清漪水务工程有限公司",
    amountMinor: 29_500_000,
    dueMs: 3 * dayMs,
    stage: "passed",
  },
  { title: "危房修缮补助：郑听雨", payee: "郑*雨", amountMinor: 2_800_000, dueMs: 3 * dayMs, stage: "passed" },
  {
    title: "老年食堂 10 月运营费",
    payee: "临溪暖阳餐饮服务有限公司",
    amountMinor: 7_645_000,
    dueMs: 3 * dayMs,
    stage: "returned",
  },
  {
    title: "公厕保洁 10 月服务费",
    payee: "明州洁行环卫有限公司",
    amountMinor: 5_432_000,
    dueMs: 4 * dayMs,
    stage: "disbursed",
  },
  {
    title: "青石路标线，竣工款",
    payee: "明州启程市政工程有限公司",
    amountMinor: 18_675_000,
    dueMs: 4 * dayMs,
    stage: "disputed",
  },
  {
    title: "秋播种子采购，验收",
    payee: "临溪青禾农资有限公司",
    amountMinor: 13_288_000,
    dueMs: 12 * dayMs,
    stage: "submitted",
  },
  {
    title: "路灯更换，第 1 期",
    payee: "明州远帆市政工程有限公司",
    amountMinor: 9_120_000,
    dueMs: 13 * dayMs,
    stage: "submitted",
  },
];

const at = (days: number, hours: number) => mockNowMs - days * dayMs - hours * hourMs;

function contentOf({ title, payee, amountMinor }: Sketch, version: number): ApplicationContent {
  const file = (name: string, bytes: number, untrusted = false) => ({
    file: hex(`file ${title} ${name}`),
    name,
    type: name.endsWith("pdf") ? "application/pdf" : "image/jpeg",
    bytes,
    untrusted,
  });
  return {
    kind: "application",
    title,
    proposal: `${title}。按合同约定本期应付，监理已签字确认。\n${version > 1 ? "主管道铺设 1,860 米，完成 74 %。" : "主管道铺设 1,860 米，完成 78 %。"}`,
    contract: { number: "HT-2025-118", party: payee, signedOn: "2025-09-12", amount: amountMinor * 3 },
    invoices: [
      {
        number: "25-3399-0087 4612",
        seller: payee,
        issuedOn: "2026-11-10",
        amount: version > 1 ? amountMinor : amountMinor - 3_640_000,
      },
    ],
    files: [
      file("施工合同及补充协议.pdf", 4_812_331),
      file("发票 2533990087.pdf", 312_008),
      ...(version > 1 ? [file("10 月监理月报.pdf", 2_104_772, true)] : []),
    ],
  };
}

function matterOf(sketch: Sketch, index: number): MatterDetail {
  const { title, payee, amountMinor, stage, dueMs } = sketch;
  const versions = sketch.versions ?? 1;
  const id = hex(`matter ${title}`);
  const receiver = { account: accountOf(payee), name: payee };
  const applicant = {
    account: people.supplier.account,
    organisation: payee.includes("*") ? "" : "hetang",
    name: payee.includes("*") ? payee : people.supplier.name,
  };
  const step = (act: string, by: MatterParty, atMs: number, to: Stage, version: number) => ({
    transaction: hex(`${id} ${act} ${version}`),
    height: 2_000 + index * 10 + version,
    timeMs: atMs,
    act,
    by,
    version,
    stage: to,
    holder: street,
    words: null,
  });
  const reasons = [
    { field: "invoices" as const, text: "发票金额与合同不符" },
    { field: "files" as const, text: "缺监理月报" },
  ];
  const later = stage !== "submitted" && stage !== "returned";
  const paid = stage === "disbursed" || stage === "disputed";
  const steps = [
    step("workflow.submitMatter", people.supplier, at(8, 4), "submitted", 1),
    ...(versions > 1 || stage === "returned"
      ? [
          {
            ...step("workflow.returnMatter", people.manager, at(3, -1), "returned", 1),
            words: { kind: "words" as const, message: "改好请再交一次，附上 10 月监理月报。", reasons },
          },
        ]
      : []),
    ...(versions > 1 ? [step("workflow.resubmitMatter", people.supplier, at(0, 5), "submitted", 2)] : []),
    ...(later ? [step("workflow.passMatter", people.manager, at(2, 2), "passed", versions)] : []),
    ...(paid ? [step("treasury.disburse", people.finance, at(1, 3), "disbursed", versions)] : []),
    ...(stage === "disputed"
      ? [
          {
            ...step("workflow.disputeMatter", people.supplier, at(0, 6), "disputed", versions),
            words: { kind: "words" as const, message: "到账少了 1,000.00 元，请核对。", reasons: [] },
          },
        ]
      : []),
  ];
  return {
    id,
    number: `QS-2026-${(302 + index).toString().padStart(4, "0")}`,
    kind: "disbursement",
    title,
    stage,
    version: versions,
    applicant,
    addressee: street,
    holder: sketch.holder ?? street,
    fund: 1,
    fundName: "老旧小区改造资金",
    payee: receiver,
    amountMinor,
    submittedMs: at(8, 4),
    changedMs: steps.at(-1)?.timeMs ?? at(8, 4),
    dueMs: mockNowMs + dueMs,
    overdue: dueMs <= 0,
    versions: Array.from({ length: versions }, (_, at0) => ({
      version: at0 + 1,
      timeMs: at0 === 0 ? at(8, 4) : at(0, 5),
      content: contentOf(sketch, versions === 1 ? 2 : at0 + 1),
      commitment: hex(`content ${id} ${at0 + 1}`),
      fund: 1,
      amountMinor: at0 + 1 < versions ? amountMinor - 3_640_000 : amountMinor,
      payee: receiver,
    })),
    steps,
    checks: [
      { check: "amountWithinContract", passed: true, other: null },
      { check: "invoicesAddUp", passed: true, other: null },
      index === 2
        ? {
            check: "invoiceUnused",
            passed: false,
            other: { id: hex(`matter ${sketches[0]?.title}`), number: "QS-2026-0302" },
          }
        : { check: "invoiceUnused", passed: true, other: null },
      { check: "payeeKnown", passed: true, other: null },
    ],
    may: [],
    paid: paid ? { transaction: hex(`${id} treasury.disburse ${versions}`), fund: 1, tranche: 3, amountMinor } : null,
    readAt: { height: 3_000, timeMs: mockNowMs },
  };
}

export function mockMatters(): MatterDetail[] {
  return sketches.map(matterOf);
}
