import type { Words } from "@mingbai/ledger/definition/command";
import type { Registry } from "@mingbai/ledger/definition/registry";
import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { roleGroups, ungroupedRoles } from "../role-groups.ts";
import {
  absenceMsMax,
  approvalLimitWaitMs,
  recoveryCautionMs,
  recoveryOpenMsMax,
  recoveryWaitMs,
  termAheadMsMax,
} from "../schema.ts";
import { delayKinds, rulesView } from "../views.ts";
import { limitOf, readNormalLimit } from "./approval-limits.ts";

type View = typeof rulesView;

/** Refusals of this and later domains that keep the two halves of an act in two hands. */
const isOfFourEyes = /^(OWN_\w+|SAME_PERSON)$/;

/** Their words for everybody, where the refusal speaks to one person or names who else may. */
const ruleWords: Readonly<Record<string, Words>> = {
  OWN_ENTRY: {
    en: "Who entered a matter does not decide on it; another of the same role in the same office does.",
    zh: "自己提的事项不能自己办，要由同一单位同样角色的另一人办",
  },
  OWN_REVIEW: {
    en: "Who has decided on a version of a matter does not decide on it again; another of the same role in the same office does.",
    zh: "同一版事项审过一次的人不能再审，要由同一单位同样角色的另一人办",
  },
  OWN_MERCHANT: {
    en: "Who acts for a merchant spends no vouchers there.",
    zh: "商户的经办人不能在自己的商户用券",
  },
};

const delays: Readonly<Record<(typeof delayKinds)[number], number>> = {
  recoveryWait: recoveryWaitMs,
  recoveryOpen: recoveryOpenMsMax,
  recoveryCaution: recoveryCautionMs,
  limitWait: approvalLimitWaitMs,
  absence: absenceMsMax,
  termAhead: termAheadMsMax,
};

/** The rules of who may do what, told from the code and the data that keep them. `normalLimit`: see `rulesView`. */
export function rulesQuery({ commands, payments, refusals }: Registry, normalLimit: number | null) {
  return defineQuery<IdentityTables, View["params"], View["result"]>(rulesView, {
    title: { en: "Who may do what, and what excludes what", zh: "谁能做什么，哪些角色不能兼任" },
    allow: "anyone",
    answer: async (context) => ({
      groups: Object.entries(roleGroups).map(([group, roles]) => ({ group, roles: [...roles] })),
      ungrouped: [...ungroupedRoles],
      fourEyes: [...refusals]
        .filter(([code]) => isOfFourEyes.test(code))
        .map(([code, { en, zh }]) => ({ code, words: ruleWords[code] ?? { en, zh } })),
      acts: [...commands, ...payments].map(([command, { title, allow }]) => ({
        command,
        title: { ...title },
        roles: [...new Set(allow.map(({ role }) => role))],
      })),
      normalLimit: await readNormalLimit(context.sql, normalLimit),
      limits: await readLimits(context.sql, (await readNow(context)).nowMs),
      delays: delayKinds.map((kind) => ({ kind, ms: delays[kind] })),
      readAt: await context.readAt(),
    }),
  });
}

type FoundLimit = IdentityTables["identity.approval_limit"] & { readonly name_en: string; readonly name_zh: string };

async function readLimits(database: Kysely<IdentityTables>, nowMs: number) {
  const { rows } = await sql<FoundLimit>`select own.*, name_en, name_zh from identity.approval_limit own
    join identity.organisation one on one.organisation = own.organisation order by one.seq`.execute(database);
  return rows.map(({ organisation: id, name_en: en, name_zh: zh, ...row }) => ({
    organisation: { id, name: { en, zh } },
    ...limitOf(row, nowMs),
  }));
}
