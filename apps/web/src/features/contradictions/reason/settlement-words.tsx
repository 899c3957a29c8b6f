import { settlementKinds } from "@mingbai/registry/content/compare/settlement";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";

/** How and when a reason was settled, and the words. */
export function SettlementWords({ settlement }: { settlement: NonNullable<ShownReason["settlement"]> }) {
  const { t } = useText();
  const { day } = useFormat();
  const { kind, on, words, isOwn } = settlement;
  const did = isOwn ? "own" : (settlementKinds.find((one) => one === kind) ?? "answered");
  return (
    <p>
      <b>{t(`settle.did.${did}`)}</b> <span className="i2 num nw">{day(on)}</span> {words}
    </p>
  );
}
