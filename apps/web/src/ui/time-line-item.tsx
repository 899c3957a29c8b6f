import type { ReactNode } from "react";
import { FactMark } from "./fact-mark.tsx";
import { Icon, type IconName } from "./icon.tsx";
import type { Tone } from "./state.tsx";
import { useFormat } from "./use-format.ts";

/** One thing that happened, in a list `time-line` with the newest on top: what, by whom, when, with its proof mark. */
export function TimeLineItem({
  look: { icon, tone },
  did,
  title = did,
  transaction,
  who,
  timeMs,
  children,
  below,
}: {
  look: { readonly icon: IconName; readonly tone: Tone };
  did: string;
  /** Names its proof. */
  title?: string;
  transaction: string;
  who: string;
  timeMs: number;
  /** What was changed or said, above who did it. */
  children?: ReactNode;
  /** The same, below. */
  below?: ReactNode;
}) {
  const { time } = useFormat();
  return (
    <li>
      <span className={`dot ${tone}`}>
        <Icon name={icon} size={15} />
      </span>
      <div>
        <p className="row">
          <b>{did}</b>
          <span className="sp" />
          <FactMark transactionId={transaction} title={title} />
        </p>
        {children}
        <p className="sm i3">
          {who} <span className="nw">{time(timeMs)}</span>
        </p>
        {below}
      </div>
    </li>
  );
}
