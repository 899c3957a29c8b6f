import { matterView } from "@mingbai/workflow/views";
import { pageBench, pick } from "../load/page-bench.ts";
import type { PageRequest } from "../load/read-pages.ts";

const { name: query } = matterView;

/** A matter's page with versions, acts and checks, for its reviewer, its supplier and the regulator. */
export const bench = pageBench("page.matter", async ({ matters }) => {
  const reviewed = matters.filter(({ to }) => to === "qingshi-street");
  const own = matters.filter(({ applicant }) => applicant === "supplier-0");
  return (number): PageRequest => {
    switch (number % 3) {
      case 0:
        return { kind: "reviewer", as: "street-manager", query, params: { matter: pick(reviewed, number).id } };
      case 1:
        return { kind: "supplier", as: "supplier-0", query, params: { matter: pick(own, number).id } };
      default:
        return { kind: "regulator", as: "regulator", query, params: { matter: pick(matters, number).id } };
    }
  };
});
