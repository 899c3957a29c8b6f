import { accountOf, hex, mockNowMs } from "./mock-matters.ts";

const dayMs = 86_400_000;
const readAt = { height: 3_000, timeMs: mockNowMs };
const organisations = ["qingshi", "district-finance", "civil-affairs", "district-audit"] as const;
const members = { kind: "members" } as const;
const majority = { level: members, threshold: { kind: "majority" }, openDays: 7 } as const;
const stays = { voteFor: null, accept: false, prove: false, withdraw: false };

/** The proposal that a page under test votes on. */
export const openProposalId = hex("proposal quota");
/** One that another would join the roster by. */
export const rosterProposalId = hex("proposal roster");

function voters(choices: Readonly<Record<string, "for" | "against">>) {
  return organisations.map((voter) => {
    const choice = choices[voter];
    const vote = choice && {
      choice,
      by: accountOf(`管理员 ${voter}`),
      transaction: hex(`vote ${voter}`),
      height: 2_950,
      timeMs: mockNowMs - dayMs,
    };
    return { voter, vote: vote ?? null };
  });
}

function proposal(id: string, daysAgo: number, more: { readonly subject: string; readonly [field: string]: unknown }) {
  return {
    id,
    rule: majority,
    needed: 3,
    voters: voters({ "civil-affairs": "for" }),
    awaited: [],
    by: accountOf("林知夏"),
    organisation: "qingshi",
    words: "月底集中发放时排队太久",
    proposed: { height: 2_900 - daysAgo, timeMs: mockNowMs - daysAgo * dayMs },
    deadlineMs: mockNowMs + (7 - daysAgo) * dayMs,
    ended: null,
    may: stays,
    ...more,
  };
}

/** A member with keys of its own. */
export const rosterMember = (organisation: string, power = 1) => ({
  organisation,
  organisationKey: hex(`organisation ${organisation}`),
  ackKey: hex(`ack ${organisation}`),
  logKey: hex(`log ${organisation}`),
  cosignKey: hex(`cosign ${organisation}`),
  consensusKey: hex(`consensus ${organisation}`),
  power,
});
const roster = [rosterMember("district-finance"), rosterMember("district-audit")];
const target = { kind: "account", account: accountOf("DF-1") };
const quota = { kind: "parameter", name: "ledger.quotaUnitsPerMinute", value: 9_000_000 };
const subject = "parameter/ledger.quotaUnitsPerMinute";

const rows = [
  proposal(openProposalId, 2, {
    change: quota,
    before: { value: 6_000_000 },
    subject,
    may: { ...stays, voteFor: "qingshi", withdraw: true },
  }),
  proposal(rosterProposalId, 3, {
    change: { kind: "roster", members: [...roster, rosterMember("civil-affairs")] },
    before: { members: roster },
    subject: "roster",
    voters: voters({ qingshi: "for", "civil-affairs": "for", "district-finance": "for" }),
    awaited: [hex("organisation civil-affairs"), hex("ack civil-affairs")],
  }),
  proposal(hex("proposal freeze"), 1, {
    change: { kind: "confirmFreeze", target },
    before: { frozen: false },
    subject: `freeze/account/${target.account}`,
    organisation: "district-audit",
  }),
  proposal(hex("proposal rule"), 9, {
    change: {
      kind: "rule",
      of: "freeze",
      rule: { level: { kind: "regulators" }, threshold: { kind: "all" }, openDays: 2 },
    },
    before: { rule: majority },
    subject: "rule/freeze",
    ended: { outcome: "lapsed", timeMs: mockNowMs - 2 * dayMs, transaction: hex("lapse") },
  }),
  proposal(hex("proposal member"), 12, {
    change: { kind: "admitMember", organisation: "civil-affairs" },
    before: { member: false },
    subject: "member/civil-affairs",
    ended: { outcome: "applied", timeMs: mockNowMs - 10 * dayMs, transaction: hex("vote") },
  }),
];

/** One who keeps the ledger still, about whom nothing is proposed, and one who was voted out. */
const doubleVotes = [
  { organisation: "district-finance", votedHeight: 2_931, keeps: true, removal: null },
  {
    organisation: "civil-affairs",
    votedHeight: 2_107,
    keeps: false,
    removal: { proposal: rosterProposalId, isApplied: true },
  },
].map((row) => ({
  ...row,
  proven: {
    transaction: hex(`double vote ${row.votedHeight}`),
    height: row.votedHeight + 1,
    timeMs: mockNowMs - (3_000 - row.votedHeight) * 60_000,
  },
}));

const rule = (of: string, one: object = majority) => ({ of, rule: one, isUsual: true });

/** Proposals at every stage, and the settings that they are about. */
export function mockGovernance() {
  return {
    "governance.proposals": ({ id, box, subject: about }: Readonly<Record<string, string>>) => ({
      rows: rows.filter(
        (row) =>
          (id === undefined || row.id === id) &&
          (about === undefined || row.subject === about) &&
          (box === undefined || (row.ended === null) === (box === "open")),
      ),
      next: null,
      readAt,
    }),
    "governance.doubleVotes": () => ({ rows: doubleVotes, next: null, readAt }),
    "governance.settings": () => ({
      members: organisations.map((organisation) => ({ organisation, fromMs: null })),
      rules: [
        ...["roster", "member", "parameter", "roleScope", "freeze", "lift", "tie"].map((of) => rule(of)),
        rule("ownParameter", {
          level: { kind: "role", role: "administrator" },
          threshold: { kind: "atLeast", count: 1 },
          openDays: 7,
        }),
        rule("rule", { level: members, threshold: { kind: "all" }, openDays: 14 }),
      ],
      parameters: [
        { name: "ledger.quotaUnitsPerMinute", value: 6_000_000, isVoted: true },
        { name: "identity.approvalLimitNormally", value: 10_000_000, isVoted: false },
        { name: "ledger.rulesVersion", value: 1, isVoted: false },
        { name: "workflow.submittedDays", value: 5, isVoted: false },
        { name: "workflow.returnedDays", value: 30, isVoted: false },
        { name: "workflow.passedDays", value: 3, isVoted: true },
        { name: "workflow.disbursedDays", value: 10, isVoted: false },
        { name: "workflow.disputedDays", value: 5, isVoted: false },
      ],
      bases: [{ subject, count: 1 }],
      roster,
      rosterEpoch: 0,
      frozen: [
        {
          target,
          reason: "courtOrder",
          proposal: hex("proposal old"),
          untilMs: null,
          placed: { transaction: hex("placed"), height: 2_000, timeMs: mockNowMs - 30 * dayMs },
        },
      ],
      readAt,
    }),
  };
}
