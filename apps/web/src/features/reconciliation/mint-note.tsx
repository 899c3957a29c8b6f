import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Says that nothing is minted, since when and until when. */
export function MintNote({ count, sinceMs }: { count: number; sinceMs: number }) {
  const { t } = useText();
  const { timeInYear } = useFormat();
  return (
    <div className="note warn mint-note" role="status">
      <Icon name="pause" />
      <div>
        <b>{t("reconciliation.stopped")}</b> {t("reconciliation.stopped.since", { time: timeInYear(sinceMs), count })}
        <details>
          <summary>{t("reconciliation.stopped.why")}</summary>
          <p>{t("reconciliation.stopped.because")}</p>
        </details>
      </div>
    </div>
  );
}
