import { type FreezeReason, freezeReasons } from "@mingbai/governance/schema";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";

const messageCharsMax = 500;

/** Why something is to be stopped: a word that all may read, and words that only vaults keep. */
export function FreezeReasonPanel({
  target,
  onReady,
  onLeave,
}: {
  target: string;
  onReady(why: { reason: FreezeReason; message: string }): void;
  onLeave(): void;
}) {
  const { t } = useText();
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const [reason, setReason] = useState<FreezeReason>(freezeReasons[0]);
  const [message, setMessage] = useState("");
  useEffect(() => first.current?.focus(), []);
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (message.trim() !== "") onReady({ reason, message: message.trim() });
  };
  return (
    <form
      className="act-panel"
      aria-label={t("regulator.freeze.of", { target })}
      onSubmit={goOn}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      <h2>{t("regulator.freeze.of", { target })}</h2>
      <label htmlFor={`${id}-reason`}>{t("regulator.reason")}</label>
      <select
        id={`${id}-reason`}
        ref={first}
        className="field"
        value={reason}
        onChange={({ target: { value } }) => setReason(freezeReasons.find((one) => one === value) ?? reason)}
      >
        {freezeReasons.map((one) => (
          <option key={one} value={one}>
            {t(`regulator.reason.${one}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-words`}>{t("regulator.words")}</label>
      <input
        id={`${id}-words`}
        className="field"
        required
        maxLength={messageCharsMax}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <p className="sm i2">{t("regulator.words.sealed")}</p>
      <div className="row wrap">
        <span className="sp" />
        <button type="button" className="btn" onClick={onLeave}>
          {t("ui.signing.back")} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="btn p">
          {t("regulator.freeze.next")}
        </button>
      </div>
    </form>
  );
}
