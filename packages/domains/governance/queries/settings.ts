import { normalLimit } from "@mingbai/identity/reads/approval-limit";
import type { Configuration } from "@mingbai/ledger/genesis/configuration";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { rulesVersionFirst } from "@mingbai/ledger/genesis/rules-version";
import { defineQuery } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import type { GovernanceTables } from "../projection/tables.ts";
import { type ParameterName, parameterNames, parameters, usualStageDays } from "../schema/parameters.ts";
import { Rule, ruleKeys, usualRules } from "../schema/rules.ts";
import { FreezeTarget, freezeReasons } from "../schema.ts";
import { frozenRowsMax, settingsView } from "../views.ts";

type View = typeof settingsView;
/** What the ledger was founded with. */
export interface Founding {
  readonly configuration: Pick<Configuration, "demo" | "reconstruction" | "quotaUnitsPerMinute">;
  /** The roster in force when the question is asked. */
  roster(): Roster;
}

/** Members and rules as they stand: what was voted, else what the ledger was founded with. */
export function settingsQuery({ configuration, roster }: Founding) {
  return defineQuery<GovernanceTables, View["params"], View["result"]>(settingsView, {
    title: { en: "Members, voting rules, policy numbers", zh: "成员机构、表决规则、政策参数" },
    allow: "anyone",
    async answer({ sql: database, readAt }) {
      const { rows: members } = await sql<{ organisation: string; from_ms: number }>`
        select * from governance.member order by organisation`.execute(database);
      const { rows: bases } = await sql<{ subject: string; count: number }>`
        select * from governance.base order by subject`.execute(database);
      const { rows: settings } = await sql<{ subject: string; value: unknown }>`
        select * from governance.setting`.execute(database);
      const voted = new Map(settings.map(({ subject, value }) => [subject, value]));
      const { epoch: rosterEpoch, members: keepers } = roster();
      return {
        members:
          members.length > 0
            ? members.map(({ organisation, from_ms }) => ({ organisation, fromMs: from_ms }))
            : keepers.map(({ organisation }) => ({ organisation, fromMs: null })),
        rules: ruleKeys.map((of) => {
          const rule = voted.get(`rule/${of}`);
          return { of, rule: rule === undefined ? usualRules[of] : Rule.parse(rule), isUsual: rule === undefined };
        }),
        parameters: parameterNames
          .filter((name) => parameters[name].scope === "ledger")
          .map((name) => {
            const value = voted.get(`parameter/${name}`);
            const isVoted = typeof value === "number";
            return { name, value: isVoted ? value : usualValue(name, configuration), isVoted };
          }),
        bases: bases.map(({ subject, count }) => ({ subject, count })),
        frozen: (await readFrozen(database)).map((row) => ({
          target: FreezeTarget.parse(row.target),
          reason: freezeReasons.find((one) => one === row.reason) ?? "other",
          proposal: row.proposal,
          untilMs: row.until_ms,
          placed: { transaction: row.id, height: row.height, timeMs: row.time_ms },
        })),
        rosterEpoch,
        roster: keepers.map((member) => ({ ...member })),
        readAt: await readAt(),
      };
    },
  });
}

interface FoundStop {
  readonly target: unknown;
  readonly reason: string;
  readonly proposal: string;
  readonly until_ms: number | null;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
}

async function readFrozen(database: Kysely<GovernanceTables>): Promise<readonly FoundStop[]> {
  const { rows } = await sql<FoundStop>`select * from governance.stop order by height desc, key
    limit ${frozenRowsMax}`.execute(database);
  return rows;
}

function usualValue(name: ParameterName, configuration: Founding["configuration"]): number | null {
  switch (name) {
    case "ledger.quotaUnitsPerMinute":
      return configuration.quotaUnitsPerMinute;
    case "identity.approvalLimitNormally":
      return normalLimit(configuration) ?? null;
    case "ledger.rulesVersion":
      return rulesVersionFirst;
    default:
      return usualStageDays[name] ?? null;
  }
}
