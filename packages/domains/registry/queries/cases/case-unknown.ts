import { QueryRefusal } from "@mingbai/read-model/query-refusal";

export function caseUnknown(): QueryRefusal {
  return new QueryRefusal("CASE_UNKNOWN", 404, { en: "There is no such case.", zh: "没有这个办件" });
}
