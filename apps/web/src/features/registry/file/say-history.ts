import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import type { HistoryLine } from "@mingbai/registry/views/history";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { Language } from "../../../i18n/language.ts";
import type { Text } from "../../../i18n/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { Tone } from "../../../ui/state.tsx";
import { findPersonName } from "./household-words.ts";
import { findCaseWords } from "./say-case.ts";

const looks: { readonly [kind in HistoryLine["kind"]]: { readonly icon: IconName; readonly tone: Tone } } = {
  part: { icon: "pencil", tone: "i2" },
  opened: { icon: "plus", tone: "i2" },
  peopleAdded: { icon: "plus", tone: "i2" },
  peopleLeft: { icon: "forward", tone: "i2" },
  peopleCame: { icon: "forward", tone: "i2" },
  personEnded: { icon: "close", tone: "i2" },
  accountBound: { icon: "key", tone: "i2" },
  ended: { icon: "close", tone: "i2" },
  reopened: { icon: "back", tone: "i2" },
  responsibleAssigned: { icon: "person", tone: "br" },
  accessRequested: { icon: "clock", tone: "i2" },
  accessGranted: { icon: "tick", tone: "ok" },
  accessRevoked: { icon: "close", tone: "i2" },
  caseOpened: { icon: "plus", tone: "br" },
  caseMoved: { icon: "forward", tone: "br" },
  reasonSettled: { icon: "tick", tone: "i2" },
};

/** Shape and colour of a line of a household's time line. */
export function historyLook({ kind, reason }: Pick<HistoryLine, "kind" | "reason">) {
  return kind === "part" && reason === "visit" ? { icon: "home" as const, tone: "br" as const } : looks[kind];
}

/** `form`: the version that the part was filled in by. */
interface Saying {
  readonly form: FormDefinition;
  readonly t: Text;
  readonly language: Language;
}

/** What happened, in words: 儿子“现状”改过. */
export function sayHistory(
  line: Pick<HistoryLine, "kind" | "subject" | "subjectName" | "base" | "sets" | "reason" | "data">,
  { form, t, language, file }: Saying & { readonly file: HouseholdFile },
): string {
  if (line.kind === "part") return sayPart(line, { form, t, language });
  const said = findCaseWords(line, t);
  if (said !== undefined) return said;
  const names = peopleIn(line.data, file).join(t("file.join"));
  return names === "" ? t(`file.did.${line.kind}`) : t("file.did.of", { did: t(`file.did.${line.kind}`), names });
}

function sayPart(
  { subjectName, base, sets, reason }: Pick<HistoryLine, "subjectName" | "base" | "sets" | "reason">,
  { form, t, language }: Saying,
): string {
  const fields = Object.keys(sets);
  const [first = ""] = fields;
  const name = subjectName === "" ? t("file.did.household") : subjectName;
  if (base === 0) return t("file.did.first", { name });
  if (fields.length === 0) return t("file.did.noted", { reason: t(`reason.${reason ?? "visit"}`) });
  if (fields.length !== 1) return t("file.did.fields", { name, count: fields.length });
  const field = findField(form, subjectName === "" ? "household" : "person", first);
  return t("file.did.field", { name, field: field?.label[language] ?? first });
}

/** Names of the people whom a happening is about, as far as the file has them. */
function peopleIn(data: HistoryLine["data"], file: HouseholdFile): readonly string[] {
  const ids = [data.person, data.people].flatMap((one) => one ?? []);
  return ids.flatMap((id) => findPersonName(file, id) ?? []).filter((name) => name !== "");
}
