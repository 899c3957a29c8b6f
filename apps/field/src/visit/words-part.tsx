import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import { wordsCharsMax } from "@mingbai/registry/content/file/part";
import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { BasisChoice } from "./basis-choice.tsx";
import { withBasisOfAll } from "./change-draft.ts";
import { nameOf } from "./people-part.tsx";
import type { RecordInHand } from "./use-record.ts";

/** The last part: what the household says, and what this record changes. `children`: what is to be mended first. */
export function WordsPart({ inHand: { record, change }, children }: { inHand: RecordInHand; children: ReactNode }) {
  const { t } = useText();
  const { draft } = record;
  const setWords = (words: string) => change((now) => ({ ...now, words: words.slice(0, wordsCharsMax) }));
  const changed = [
    { who: t("visit.own"), key: draft.household, of: draft },
    ...draft.people.map((person) => ({
      who: nameOf(person) || t("visit.person.unnamed"),
      key: person.person,
      of: person,
    })),
  ]
    .map(({ who, key, of }) => ({ who, key, count: Object.keys(changedFields(of.before, of.values)).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <div className="question">
        <label htmlFor="words">{t("visit.words.ask")}</label>
        <p className="hint" id="words-help">
          {t("visit.words.help", { max: wordsCharsMax })}
        </p>
        <textarea
          id="words"
          className="input"
          rows={4}
          maxLength={wordsCharsMax}
          aria-describedby="words-help"
          value={draft.words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <div className="question">
        <BasisChoice
          id="basis-all"
          label={t("visit.basis.all")}
          kind={draft.basis?.all}
          choose={(kind) => change((now) => withBasisOfAll(now, kind))}
        />
      </div>
      <section className="question" aria-labelledby="summary">
        <h2 id="summary" className="label">
          {t("visit.summary")}
        </h2>
        {changed.length === 0 && <p>{t("visit.summary.none")}</p>}
        <ul>
          {changed.map(({ who, key, count }) => (
            <li key={key}>{t("visit.summary.changed", { who, count })}</li>
          ))}
        </ul>
      </section>
      {children}
    </>
  );
}
