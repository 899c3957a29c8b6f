import { useText } from "../../../i18n/use-text.ts";
import { CodePicture } from "../../../ui/code-picture.tsx";
import { Icon } from "../../../ui/icon.tsx";

const path = "/field/";

/** The phone's application for visits: opened here, or on a phone by its camera. */
export function FieldLink() {
  const { t } = useText();
  const address = window.location.origin + path;
  return (
    <details className="field-link">
      <summary className="btn">
        <Icon name="phone" size={14} />
        {t("registry.field")}
      </summary>
      <div className="field-link-open">
        <p>{t("registry.field.how")}</p>
        <CodePicture address={address} name={t("registry.field.code")} />
        <a href={path}>{t("registry.field.here")}</a>
      </div>
    </details>
  );
}
