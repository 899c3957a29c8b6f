import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";

/** The answer to an objection. `words`: null where they are not here. */
export function ObjectionAnswer({ words, who, timeMs }: { words: string | null; who: string; timeMs: number }) {
  const { t } = useText();
  const { time } = useFormat();
  return (
    <div className="answer">
      <State icon="tick" tone="ok">
        {t("cases.answered")}
      </State>
      <p>{words ?? <span className="i3">{t("cases.notHere")}</span>}</p>
      <p className="sm i3">
        {who} <span className="nw">{time(timeMs)}</span>
      </p>
    </div>
  );
}
