import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { Icon } from "../../../ui/icon.tsx";
import { useFormat } from "../../../ui/use-format.ts";

/** What the household itself last said about a reason, with the day. */
export function OwnAnswer({
  title,
  answer: { on, words },
}: {
  title: string;
  answer: NonNullable<ShownReason["answer"]>;
}) {
  const { day } = useFormat();
  return (
    <div className="note own-answer">
      <Icon name="person" />
      <p>
        <b>{title}</b> <span className="i2 num nw">{day(on)}</span> {words}
      </p>
    </div>
  );
}
