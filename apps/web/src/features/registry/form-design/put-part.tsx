import { useText } from "../../../i18n/use-text.ts";

/** The end of an editor's form: what is wrong with it, if anything, and putting it into the form. */
export function PutPart({ wrong = "" }: { wrong?: string }) {
  const { t } = useText();
  return (
    <>
      {wrong !== "" && (
        <p className="bad" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit" className="btn p">
        {t("design.put")}
      </button>
    </>
  );
}
