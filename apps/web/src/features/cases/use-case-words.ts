import { type Stage, turns } from "@mingbai/registry/stages";
import type { CaseLine } from "@mingbai/registry/views/cases";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { Tone } from "../../ui/state.tsx";

/** Shape and colour of each stage; the word stands in the texts. */
export const stageLooks: { readonly [stage in Stage]: { readonly icon: IconName; readonly tone: Tone } } = {
  applied: { icon: "home", tone: "br" },
  checked: { icon: "half", tone: "br" },
  passed: { icon: "tick", tone: "br" },
  noticed: { icon: "bell", tone: "br" },
  heard: { icon: "scales", tone: "br" },
  observed: { icon: "eye", tone: "warn" },
  accepted: { icon: "tick", tone: "ok" },
  declined: { icon: "cross", tone: "i2" },
  withdrawn: { icon: "close", tone: "i2" },
  returned: { icon: "back", tone: "warn" },
};

/** The last moment of a term, which the ledger has as the end of its last day: so that the day said is that day. */
export function lastMoment(dueMs: number): number;
export function lastMoment(dueMs: number | null): number | null;
export function lastMoment(dueMs: number | null): number | null {
  return dueMs === null ? null : dueMs - 1;
}

type Turned = Pick<CaseLine, "stage" | "kind" | "openObjections" | "responsible">;

/** What a case says of itself in words: where it stands, and whose turn it is. */
export function useCaseWords() {
  const { t } = useText();
  return {
    /** 等审核; of what was accepted what came of it: 已纳入监测, 已退出监测. */
    stageText: ({ stage, kind }: Pick<CaseLine, "stage" | "kind">): string =>
      stage === "accepted" ? t(`cases.stage.accepted.${kind}`) : t(`cases.stage.${stage}`),
    /** Who acts next: roles, or a person; "" where it is nobody's turn. */
    turnText({ stage, openObjections, responsible }: Turned): string {
      if (openObjections > 0 && (stage === "noticed" || stage === "heard")) return t("cases.turn.answer");
      if (stage === "noticed" || stage === "observed") return t(`cases.turn.${stage}`);
      const turn = turns[stage];
      if (turn === undefined) return "";
      const named = turn.orResponsible && responsible !== null && responsible.name !== "" ? [responsible.name] : [];
      return [...turn.roles.map((role) => t(`role.${role}`)), ...named].join(t("cases.or"));
    },
  };
}
