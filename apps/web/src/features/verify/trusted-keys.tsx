import { findVkey } from "@mingbai/ledger/proofs/note-key";
import { useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { bytesText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { keyLines } from "./key-lines.ts";

const keyFileBytesMax = 64 * 1024;

/** The keys this device trusts: pasted or loaded from a file, shown by name, lines that are no key named by number. */
export function TrustedKeys({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useText();
  const [error, setError] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const lines = keyLines(text);
  const keys = lines.map((line) => findVkey(line));
  const unreadable = keys.flatMap((key, index) => (key === undefined ? [index + 1] : []));
  // Decided once: the box must not close under the hand that types a key.
  const [startsOpen] = useState(lines.length === 0 || unreadable.length > 0);
  const names = keys.flatMap((key) => (key ? [key.name] : []));
  const load = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > keyFileBytesMax) {
      setError(t("verify.keys.tooLarge", { size: bytesText(chosen.size), max: bytesText(keyFileBytesMax) }));
      return;
    }
    setError("");
    onChange(keyLines(await chosen.text()).join("\n"));
  };
  return (
    <details className="technical" open={startsOpen}>
      <summary>{t("verify.keys")}</summary>
      <label htmlFor="keys" className="sm i2" id="keys-hint">
        {t("verify.keys.hint")}
      </label>
      <textarea
        id="keys"
        className="field mono"
        rows={4}
        spellCheck={false}
        value={text}
        aria-invalid={unreadable.length > 0}
        aria-describedby="keys-read"
        onChange={(event) => onChange(event.target.value)}
      />
      <div id="keys-read" role="status" className="sm">
        {names.length > 0 && (
          <p className="i2 keys-read">
            {t("verify.keys.read", { count: names.length, names: names.join(t("verify.comma")) })}
          </p>
        )}
        {unreadable.length > 0 && (
          <p className="bad row">
            <Icon name="cross" size={14} />
            {t("verify.keys.unreadable", { lines: unreadable.join(t("verify.comma")) })}
          </p>
        )}
        {error !== "" && <p className="bad">{error}</p>}
      </div>
      <button type="button" className="btn" onClick={() => file.current?.click()}>
        {t("verify.keys.load")}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,.vkey,text/plain"
        aria-label={t("verify.keys.load")}
        onChange={(event) => {
          void load(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </details>
  );
}
