import type { ApprovalLimit } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";

/** A limit in words, with the one that is set already and counts later. */
export function LimitText({ limit: { amount, next } }: { limit: ApprovalLimit }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const words = (minor: number | null) => (minor === null ? t("ui.limit.none") : moneyWithUnit(minor));
  return (
    <>
      <span className="num">{words(amount)}</span>
      {next !== null && (
        <span className="sm i2"> {t("people.limit.next", { time: time(next.fromMs), limit: words(next.amount) })}</span>
      )}
    </>
  );
}
