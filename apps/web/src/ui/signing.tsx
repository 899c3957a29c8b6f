import "./signing.css";
import { ProblemError } from "@mingbai/sdk/index";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { useProblemWords } from "../session/problem-words.ts";
import { useSession } from "../session/use-session.ts";
import { ApprovalStanding } from "./approval-standing.tsx";
import { Icon } from "./icon.tsx";

/** Refusals that a passkey, or a colleague who has one, helps with. */
const aboveLimit: readonly string[] = ["PASSKEY_NEEDED", "PASSKEY_UNCONFIRMED", "RECOVERED_LATELY"];

/**
 * The one modal: what will be signed, in one sentence with its control totals, and with whose key. Enter signs, Esc
 * goes back. A refusal is said here in words and nothing is lost. `sign` ends when the act is final.
 */
export function Signing({
  title,
  sentence,
  children,
  totals = [],
  verb,
  sign,
  close,
}: {
  title: string;
  sentence: ReactNode;
  /** What the sentence says that can still be chosen. */
  children?: ReactNode;
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
  const [isAbove, setAbove] = useState(false);
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
      setAbove(problem instanceof ProblemError && aboveLimit.includes(problem.code));
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
      {children}
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
      {refusal !== "" && isAbove && (
        <div className="note">
          <div>
            <ApprovalStanding link />
          </div>
        </div>
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
