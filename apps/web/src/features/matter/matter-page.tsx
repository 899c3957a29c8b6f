import "./matter-parts.css";
import "./large-type.css";
import "./matter.css";
import { type MatterDetail, matterView } from "@mingbai/workflow/views";
import { useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { useNow } from "../../ui/use-now.ts";
import { MatterHead } from "./matter-head.tsx";
import { MatterSide } from "./matter-side.tsx";
import { MatterWork } from "./matter-work.tsx";
import { SignedInOnly } from "./signed-in-only.tsx";

const freshEveryMs = 10_000;

function Matter({ matter }: { matter: MatterDetail }) {
  const nowMs = useNow();
  return (
    <div className="matter-page">
      <MatterHead matter={matter} nowMs={nowMs} />
      {/* A new version begins with no marks of the reviewer. */}
      <MatterWork key={`${matter.id} ${matter.version} ${matter.stage} ${matter.holder.id}`} matter={matter}>
        <MatterSide matter={matter} />
      </MatterWork>
    </div>
  );
}

/** One matter as a time line: facts, steps, versions, fields with checks, papers, and what can be done now. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("work.matter")}>
      <AskedMatter />
    </SignedInOnly>
  );
}

function AskedMatter() {
  const { t } = useText();
  const { id = "" } = useParams();
  const asked = useView(matterView, { matter: id }, { everyMs: freshEveryMs });
  return (
    <>
      {!asked.data && <h1 className="sr">{t("work.matter")}</h1>}
      <PageState asked={asked} what={t("work.thisMatter")} rows={10}>
        {(matter) => <Matter matter={matter} />}
      </PageState>
    </>
  );
}
