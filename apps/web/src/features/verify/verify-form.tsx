import { useId, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { bytesText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";

const receiptBytesMax = 1024 * 1024;

/** Paste, drop or choose a receipt. Pasting the whole text verifies at once; typing waits for the button. */
export function VerifyForm({ onReceipt }: { onReceipt(text: string): void }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const take = (receipt: string) => {
    if (receipt.trim() === "") {
      setError(t("verify.empty"));
      field.current?.focus();
      return;
    }
    onReceipt(receipt);
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > receiptBytesMax) {
      setError(t("verify.tooLarge", { size: bytesText(chosen.size), max: bytesText(receiptBytesMax) }));
      return;
    }
    take(await chosen.text());
  };

  return (
    <form
      className={over ? "verify-form over" : "verify-form"}
      onSubmit={(event) => {
        event.preventDefault();
        take(text);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void read(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={id}>{t("verify.input")}</label>
      <p className="sm i2" id={`${id}-hint`}>
        {t("verify.input.hint")}
      </p>
      <textarea
        id={id}
        ref={field}
        className="field mono"
        rows={8}
        spellCheck={false}
        value={text}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={error !== ""}
        onChange={(event) => {
          setText(event.target.value);
          setError("");
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text");
          if (text === "" && pasted.trim() !== "") {
            event.preventDefault();
            setText(pasted);
            take(pasted);
          }
        }}
      />
      {error && (
        <p className="bad sm row" role="alert" id={`${id}-error`}>
          <Icon name="cross" size={14} />
          {error}
        </p>
      )}
      <div className="row wrap">
        <button type="submit" className="btn p">
          {t("verify.do")}
        </button>
        <button type="button" className="btn" onClick={() => file.current?.click()}>
          {t("verify.choose")}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,.txt,.tlog-proof,application/json,text/plain"
          aria-label={t("verify.choose")}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
    </form>
  );
}
