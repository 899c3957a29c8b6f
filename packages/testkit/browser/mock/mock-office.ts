import type { HeldRole, PersonAct, PersonName } from "@mingbai/identity/views";
import type { MockAnswer } from "./mock-answers.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";

const dayMs = 86_400_000;
const both = (en: string, zh: string) => ({ en, zh });
const person = (name: string): PersonName => ({ account: accountOf(name), name });
const readAt = { height: 3_000, timeMs: mockNowMs };
const district = { id: "lanwan", name: both("Lanwan District", "澜湾区") };
const village = { id: "liuwan", name: both("Liuwan Village", "柳湾村") };

/** The organisation whose people the mock knows. */
export const mockOffice = {
  id: "district-finance",
  name: both("Lanwan District Finance Office", "澜湾区财政局"),
  area: district,
};
export const mockAdministrator = person("沈一禾");
export const mockAway = person("温如言");
export const mockDeputy = person("顾长宁");
/** Registered, but without a key yet. */
export const mockNewcomer = person("叶知行");

/** The deputy's lost key: proposed by their own administrator, not yet approved. */
export const mockRecovery = {
  keyId: accountOf("found key"),
  by: mockAdministrator,
  organisation: mockOffice.id,
  proposedMs: mockNowMs - dayMs,
  effectMs: null,
};
/** A passkey that the one who is away has just added, and nobody has confirmed. */
export const mockNewPasskey = {
  keyId: accountOf("new passkey"),
  name: "手机",
  scheme: "webauthn-p256",
  publicKey: `02${hex("new passkey")}`,
  fromHeight: 3_000,
  untilHeight: null,
  standing: "inForce",
  confirmed: false,
  usedMs: null,
} as const;
const held = (role: HeldRole["role"], more: Partial<HeldRole> = {}): HeldRole => ({
  role,
  area: null,
  fromMs: 0,
  untilMs: null,
  deputyOf: null,
  standing: "inForce",
  ended: null,
  ...more,
});
const leave = { fromMs: mockNowMs - dayMs, untilMs: mockNowMs + 9 * dayMs, isNow: true };
const rolesOf = new Map<string, HeldRole[]>([
  [mockAdministrator.account, [held("administrator")]],
  [
    mockAway.account,
    [
      held("financeSupervisor", { standing: "resting" }),
      held("reviewer", {
        area: village,
        fromMs: mockNowMs + dayMs,
        untilMs: mockNowMs + 90 * dayMs,
        standing: "toCome",
      }),
      held("approver", {
        fromMs: mockNowMs - 90 * dayMs,
        untilMs: mockNowMs - dayMs,
        standing: "ended",
        ended: "withdrawn",
      }),
    ],
  ],
  [
    mockDeputy.account,
    [
      held("financeSupervisor", { deputyOf: mockAway, fromMs: leave.fromMs, untilMs: leave.untilMs }),
      held("approver", { area: village }),
    ],
  ],
]);
const everyone = [mockAdministrator, mockAway, mockDeputy, mockNewcomer];
const rowOf = (one: PersonName) => ({
  ...one,
  roles: (rolesOf.get(one.account) ?? []).filter(({ standing }) => standing !== "ended"),
  leave: one === mockAway ? leave : null,
  deputies: one === mockAway ? [mockDeputy] : [],
  keys: one === mockNewcomer ? 0 : 1,
});

function keysOf(one: PersonName) {
  const key = {
    name: "办公室电脑",
    scheme: "ed25519",
    publicKey: hex(`key ${one.name}`),
    fromHeight: 0,
    confirmed: true,
    usedMs: mockNowMs - dayMs,
  } as const;
  return [
    { keyId: accountOf(`key ${one.name}`), ...key, untilHeight: null, standing: "inForce" },
    { keyId: accountOf(`old key ${one.name}`), ...key, untilHeight: 90, standing: "ended" },
    ...(one === mockAway ? [mockNewPasskey] : []),
  ];
}

function actsOf(one: PersonName): PersonAct[] {
  const act = (kind: PersonAct["kind"], more: Partial<PersonAct> = {}): PersonAct => ({
    kind,
    person: one,
    by: mockAdministrator,
    other: null,
    roles: [],
    area: null,
    fromMs: null,
    untilMs: null,
    keyId: null,
    at: { transaction: hex(`${kind} ${one.name}`), height: 2_000, timeMs: mockNowMs - dayMs },
    ...more,
  });
  const founding = { by: null, at: { transaction: null, height: 0, timeMs: mockNowMs - 400 * dayMs } };
  return [
    act("leaveTaken", { fromMs: leave.fromMs, untilMs: leave.untilMs }),
    act("deputyAppointed", { person: mockDeputy, other: one, roles: ["financeSupervisor"], untilMs: leave.untilMs }),
    act("rolesGranted", { roles: ["reviewer"], area: village, untilMs: mockNowMs + 90 * dayMs }),
    act("keyRegistered", { keyId: accountOf(`key ${one.name}`), ...founding }),
    act("actorRegistered", { roles: ["financeSupervisor"], ...founding }),
  ];
}

/** Organisations, areas, people and rules of an invented district. */
export const mockOfficeAnswers: Readonly<Record<string, MockAnswer>> = {
  "identity.areas": () => ({
    rows: [
      { id: district.id, level: "district", parent: null, name: district.name },
      { id: "qingshi", level: "street", parent: district.id, name: both("Qingshi Street", "青石街道") },
      { id: village.id, level: "village", parent: "qingshi", name: village.name },
    ],
    readAt,
  }),
  "identity.organisations": () => ({
    rows: [
      { ...mockOffice, people: everyone.length, administrators: [mockAdministrator] },
      {
        id: "bank",
        name: both("Lanwan Rural Commercial Bank", "澜湾农商银行"),
        area: null,
        people: 0,
        administrators: [],
      },
    ],
    readAt,
  }),
  "identity.people": () => ({
    organisation: mockOffice,
    rows: everyone.map(rowOf),
    total: everyone.length,
    next: null,
    readAt,
  }),
  "identity.person": ({ account }) => {
    const one = everyone.find((candidate) => candidate.account === account);
    if (one === undefined) return undefined;
    return {
      ...one,
      organisation: mockOffice,
      contact: "0571-8800 1234",
      registeredMs: mockNowMs - 400 * dayMs,
      roles: rolesOf.get(one.account) ?? [],
      leaves: one === mockAway ? [leave] : [],
      keys: one === mockNewcomer ? [] : keysOf(one),
      deputies: one === mockAway ? [{ ...mockDeputy, ...held("financeSupervisor"), ...leave }] : [],
      recovery: one === mockDeputy ? mockRecovery : null,
      cautionUntilMs: one === mockAway ? mockNowMs + 5 * dayMs : null,
      acts: actsOf(one),
      readAt,
    };
  },
  "identity.approvalStanding": () => ({
    amount: 10_000_000,
    next: null,
    cautionUntilMs: null,
    colleagues: [mockDeputy],
    readAt,
  }),
  "identity.recoveries": () => ({
    rows: [
      {
        ...mockRecovery,
        person: mockDeputy,
        of: { id: mockOffice.id, name: mockOffice.name },
        effectMs: mockNowMs + 2 * dayMs,
      },
    ],
    readAt,
  }),
  "identity.rules": () => ({
    groups: [
      { group: "governing", roles: ["administrator"] },
      { group: "operating", roles: ["operator", "reviewer", "approver", "financeSupervisor"] },
      { group: "supervising", roles: ["auditor"] },
      { group: "banking", roles: ["escrowBank"] },
    ],
    ungrouped: ["individual"],
    fourEyes: [{ code: "OWN_ROLES", words: both("Nobody gives roles to themselves.", "不能给自己加角色") }],
    acts: [{ command: "identity.grantRoles", title: both("Grant roles", "授予角色"), roles: ["administrator"] }],
    normalLimit: 10_000_000,
    limits: [
      {
        organisation: { id: mockOffice.id, name: mockOffice.name },
        amount: 5_000_000,
        next: { amount: null, fromMs: mockNowMs + dayMs },
      },
    ],
    delays: [
      { kind: "recoveryWait", ms: 3 * dayMs },
      { kind: "recoveryCaution", ms: 7 * dayMs },
    ],
    readAt,
  }),
};
