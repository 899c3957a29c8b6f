import "./signing.css";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { useProblemWords } from "../session/problem-words.ts";
import { useSession } from "../session/use-session.ts";
import { Icon } from "./icon.tsx";

/**
 * The one modal: what will be signed, in one sentence with its control totals, and with whose key. Enter signs, Esc
 * goes back. A refusal is said here in words and nothing is lost. `sign` ends when the act is final.
 */
export function Signing({
  title,
  sentence,
  totals = [],
  verb,
  sign,
  close,
}: {
  title: string;
  sentence: ReactNode;
  totals?: readonly { readonly label: string; readonly value: ReactNode }[];
  verb: string;
  sign(): Promise<void>;
  close(): void;
}) {
  const { t } = useText();
  const session = useSession();
  const wordsOf = useProblemWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const signButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [isSigning, setSigning] = useState(false);
  const [refusal, setRefusal] = useState("");
  useEffect(() => {
    dialog.current?.showModal();
    signButton.current?.focus();
  }, []);
  const press = async () => {
    if (isSigning) return;
    setSigning(true);
    setRefusal("");
    try {
      await sign();
    } catch (problem) {
      setRefusal(wordsOf(problem));
      setSigning(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="signing"
      aria-labelledby={titleId}
      onClose={close}
      onCancel={(event) => isSigning && event.preventDefault()}
    >
      <h2 id={titleId}>{title}</h2>
      <p className="signing-sentence">{sentence}</p>
      {totals.length > 0 && (
        <dl className="signing-totals">
          {totals.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="row sm i2">
        <Icon name="lock" size={14} />
        {t("ui.signing.key", { name: session?.name ?? session?.account ?? "" })}
      </p>
      {refusal !== "" && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{refusal}</span>
        </p>
      )}
      <div className="row wrap signing-acts">
        <button type="button" className="btn" onClick={close} aria-disabled={isSigning}>
          {t("ui.signing.back")} <kbd>Esc</kbd>
        </button>
        <button type="button" className="btn p" ref={signButton} onClick={() => void press()}>
          {isSigning ? t("ui.signing.running") : verb} {!isSigning && <kbd>Enter</kbd>}
        </button>
      </div>
    </dialog>
  );
}
