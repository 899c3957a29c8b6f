import { useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { bytesText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { type ReadStatement, readStatement, statementBytesMax } from "./read-statement.ts";

/** Choose or drop the bank's statement of a day, with its signature where there is one; what is wrong with a file is said with its line and field. */
export function StatementForm({ isCompact, onRead }: { isCompact: boolean; onRead(read: ReadStatement): void }) {
  const { t, language } = useText();
  const { currency } = useLedger();
  const [refused, setRefused] = useState<ReadStatement>();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: FileList | null) => {
    const read = await readStatement([...(files ?? [])], currency);
    if (!read) return;
    setRefused(read.kind === "read" ? undefined : read);
    if (read.kind === "read") onRead(read);
  };
  return (
    <form
      className={`statement-form${isOver ? " over" : ""}${isCompact ? " compact" : ""}`}
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        id="statement-file"
        type="file"
        accept=".xml,application/xml,text/xml,.json,application/json"
        multiple
        className="sr"
        aria-label={t("reconciliation.choose")}
        onChange={(event) => {
          void take(event.target.files);
          event.target.value = "";
        }}
      />
      <button type="button" className={isCompact ? "btn" : "btn p"} onClick={() => input.current?.click()}>
        <Icon name="file" size={14} />
        {t(isCompact ? "reconciliation.another" : "reconciliation.choose")} <kbd>F</kbd>
      </button>
      {!isCompact && <p className="sm i2">{t("reconciliation.choose.hint")}</p>}
      {refused && refused.kind !== "read" && (
        <div className="note bad" role="alert">
          <Icon name="cross" />
          <div>
            <b>{t("reconciliation.unread", { name: refused.name })}</b>
            <p>
              {refused.kind === "tooLarge"
                ? t("reconciliation.tooLarge", { size: bytesText(refused.bytes), max: bytesText(statementBytesMax) })
                : t("reconciliation.fault", {
                    line: refused.fault.line,
                    field: refused.fault.field,
                    words: refused.fault[language],
                  })}
            </p>
          </div>
        </div>
      )}
    </form>
  );
}
