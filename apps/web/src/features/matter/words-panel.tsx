import { textCharsMax } from "@mingbai/workflow/content";
import { type FormEvent, useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Act, verbOf } from "./act-plan.ts";

export interface ActWords {
  readonly message: string;
  readonly opinion: "agree" | "disagree";
}

/** Asks for the words of an act, above the bar; with an opinion where one was asked for. */
export function WordsPanel({ act, onReady, onLeave }: { act: Act; onReady(words: ActWords): void; onLeave(): void }) {
  const { t } = useText();
  const id = useId();
  const [message, setMessage] = useState("");
  const [opinion, setOpinion] = useState<ActWords["opinion"]>();
  const [isAsked, setAsked] = useState(false);
  const verb = verbOf(act);
  const withOpinion = act === "workflow.handBackMatter";
  const isMissing = message.trim() === "" || (withOpinion && opinion === undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) onReady({ message: message.trim(), opinion: opinion ?? "agree" });
  };
  return (
    <form
      className="act-panel"
      aria-label={t(`matter.do.${verb}`)}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
        if (event.key === "Enter" && event.ctrlKey) submit(event);
      }}
    >
      {withOpinion && (
        <fieldset className="row">
          <legend className="sm i2">{t("matter.opinion")}</legend>
          {(["agree", "disagree"] as const).map((one) => (
            <label key={one} className="row opinion">
              <input
                type="radio"
                name="opinion"
                ref={(radio) => {
                  if (one === "agree" && opinion === undefined && message === "") radio?.focus();
                }}
                checked={opinion === one}
                onChange={() => setOpinion(one)}
              />
              {t(`matter.opinion.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor={id}>{t(`matter.words.${asWords(act)}`)}</label>
      <textarea
        id={id}
        className="field"
        rows={3}
        maxLength={textCharsMax}
        ref={(field) => {
          if (!withOpinion && message === "") field?.focus();
        }}
        aria-invalid={isAsked && isMissing}
        aria-describedby={`${id}-bad`}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <p id={`${id}-bad`} className="bad sm" role="alert">
        {isAsked && isMissing ? t("matter.words.needed") : ""}
      </p>
      <div className="row wrap">
        <span className="sp" />
        <button type="button" className="btn" onClick={onLeave}>
          {t("matter.leave")} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="btn p">
          <Icon name="done" size={14} />
          {t(`matter.do.${verb}`)}
        </button>
      </div>
    </form>
  );
}

function asWords(act: Act): "handBack" | "dispute" | "answer" | "settle" {
  if (act === "workflow.handBackMatter") return "handBack";
  if (act === "workflow.disputeMatter") return "dispute";
  return act === "workflow.answerDispute" ? "answer" : "settle";
}
