import type { ManifestRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";

const looks = {
  proposed: { icon: "clock", tone: "i2" },
  approved: { icon: "tick", tone: "ok" },
  paying: { icon: "half", tone: "br" },
  paid: { icon: "right", tone: "br" },
} as const;

/** How far a list is, as the ledger has it. */
export function ListState({ row }: { row: ManifestRow }) {
  const { t } = useText();
  const { icon, tone } = looks[row.state];
  return (
    <State icon={icon} tone={tone}>
      {t(`list.state.${row.state}`, { done: row.paidBatches, of: row.batches, approvals: row.approvals })}
    </State>
  );
}
