import { useText } from "../i18n/use-text.ts";
import type { Stage } from "../outbox/record.ts";

/** How many of the three are done: in the phone, sent, in the ledger. */
const done: Readonly<Record<Stage, number>> = { filling: 0, saved: 1, sent: 2, entered: 3 };
const places = ["phone", "node", "ledger"] as const;

/** Three bars: in the phone, sent, in the ledger. The last one not done is red where a person has to look. */
export function SyncBars({ stage, isWrong }: { stage: Stage; isWrong: boolean }) {
  const { t } = useText();
  const count = done[stage];
  const wrongAt = Math.min(count, places.length - 1);
  const classOf = (at: number): string => {
    if (isWrong && at === wrongAt) return "wrong";
    if (at < count) return "done";
    return stage === "sent" ? "going" : "";
  };
  return (
    <span className="bars" role="img" aria-label={t("records.bars", { done: count, state: t(`state.${stage}`) })}>
      {places.map((place, at) => (
        <i key={place} className={classOf(at)} />
      ))}
    </span>
  );
}
