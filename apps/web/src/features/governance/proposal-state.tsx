import type { ProposalRow } from "@mingbai/governance/views";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

const looks = {
  open: { icon: "half", tone: "br" },
  waits: { icon: "clock", tone: "warn" },
  applied: { icon: "tick", tone: "ok" },
  rejected: { icon: "cross", tone: "i2" },
  lapsed: { icon: "clock", tone: "i2" },
  withdrawn: { icon: "back", tone: "i2" },
  baseChanged: { icon: "brackets", tone: "i2" },
  void: { icon: "cross", tone: "i2" },
} as const satisfies Readonly<Record<string, { icon: IconName; tone: Tone }>>;

/** How many voted for it, and how many against. */
export function countVotes({ voters }: Pick<ProposalRow, "voters">): { yes: number; no: number } {
  const choices = voters.map(({ vote }) => vote?.choice);
  return {
    yes: choices.filter((choice) => choice === "for").length,
    no: choices.filter((choice) => choice === "against").length,
  };
}

/** Where a proposal stands: a shape, a word, a colour. */
export function ProposalState({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const isWaiting = countVotes(row).yes >= row.needed;
  const name = row.ended?.outcome ?? (isWaiting ? "waits" : "open");
  const { icon, tone } = looks[name];
  return (
    <State icon={icon} tone={tone}>
      {t(`governance.state.${name}`)}
    </State>
  );
}
