import { mockComparison } from "./mock-comparison.ts";
import { mockContents } from "./mock-contents.ts";
import { mockDesks } from "./mock-desks.ts";
import { mockGovernance } from "./mock-governance.ts";
import { hex } from "./mock-matters.ts";
import { mockPurse } from "./mock-purse.ts";
import { mockRegistry } from "./mock-registry.ts";
import { type MockCommand, type MockPerson, mockSession } from "./mock-session.ts";
import { mockWorkflow } from "./mock-workflow.ts";
import type { MockCall } from "./serve-mock.ts";

const street = { en: "Qingshi Street Office", zh: "青石街道办事处" };

/** The people as whom pages are tried. */
export const mockPeople = {
  manager: { name: "林知夏", organisation: "qingshi", organisationName: street, roles: ["projectManager"] },
  finance: { name: "温如言", organisation: "qingshi", organisationName: street, roles: ["financeSupervisor"] },
  supplier: {
    name: "沈听澜",
    organisation: "hetang",
    organisationName: { en: "Mingzhou Hetang Construction Co.", zh: "明州禾塘建设工程有限公司" },
    roles: ["supplier"],
  },
  regulator: {
    name: "韩清和",
    organisation: "district-audit",
    organisationName: { en: "Lanwan District Audit Office", zh: "澜湾区审计局" },
    roles: ["regulator"],
  },
  grid: {
    name: "陶然",
    organisation: "fengxi",
    organisationName: { en: "Fengxi Town Government", zh: "枫溪镇政府" },
    roles: ["gridWorker"],
  },
  clerk: {
    name: "傅清如",
    organisation: "fengxi",
    organisationName: { en: "Fengxi Town Government", zh: "枫溪镇政府" },
    roles: ["caseHandler"],
  },
  leader: {
    name: "贺长风",
    organisation: "fengxi",
    organisationName: { en: "Fengxi Town Government", zh: "枫溪镇政府" },
    roles: ["leader"],
  },
  citizen: {
    name: "卢桂枝",
    organisation: "residents",
    organisationName: { en: "Residents", zh: "居民" },
    roles: ["individual"],
  },
  auditor: {
    name: "宋知微",
    organisation: "district-audit",
    organisationName: { en: "Lanwan District Audit Office", zh: "澜湾区审计局" },
    roles: ["auditor"],
  },
} as const satisfies Readonly<Record<string, MockPerson>>;

/** Matters, a person signed in, and commands that change them as the ledger would. */
export function mockWork(role: keyof typeof mockPeople) {
  const session = mockSession(mockPeople[role], execute);
  const workflow = mockWorkflow(() => session.reader());
  const contents = mockContents();
  const purse = mockPurse(() => session.reader());
  const registry = mockRegistry(() => session.reader());
  const comparison = mockComparison();

  /** What pages under test need of the ledger: where a matter stands afterwards, and one refusal. */
  function execute(command: MockCommand) {
    const { name, input } = command;
    if (name.startsWith("registry.")) return registry.execute(command);
    const moved = stageAfter[name];
    const items = Array.isArray(input.items)
      ? (input.items as { matter: string }[])
      : [{ matter: String(input.matter) }];
    for (const { matter } of items) {
      if (matter === workflow.refusedId) {
        return { code: "VERSION_STALE", detailEn: "The matter changed.", detailZh: "事项现在是第 2 版" };
      }
      if (moved) workflow.change(matter, { stage: moved });
    }
    return undefined;
  }
  /** Organisations and people are the town's for those who keep its files; other pages have theirs from elsewhere. */
  function registryAnswers() {
    const isTown = mockPeople[role].organisation === "fengxi";
    const names = Object.entries(registry.answers).filter(([name]) => isTown || name.startsWith("registry."));
    return Object.fromEntries(names);
  }
  return {
    session,
    workflow,
    contents,
    registry,
    comparison,
    keyId: session.keyId,
    api: async (call: MockCall) => (await session.api(call)) ?? (await comparison.api(call)) ?? contents.api(call),
    answers: {
      ...session.answers,
      ...workflow.answers,
      ...purse.answers,
      ...registryAnswers(),
      ...comparison.answers,
      ...mockDesks(),
      ...mockGovernance(),
    },
    /** An address with `:title` in the place of a matter's id. */
    path: (route: string) => route.replace(/:([^/?&]+)/g, (_, title: string) => hex(`matter ${title}`)),
  };
}

const stageAfter: Readonly<Record<string, "returned" | "passed" | "disbursed" | "confirmed" | "disputed">> = {
  "workflow.returnMatter": "returned",
  "workflow.passMatter": "passed",
  "treasury.disburse": "disbursed",
  "workflow.confirmMatter": "confirmed",
  "workflow.disputeMatter": "disputed",
};
