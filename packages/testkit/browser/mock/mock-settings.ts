import { NoticesRead, type PersonalSettings, SavedViews } from "@mingbai/workflow/views/personal-settings";
import type { MockCall } from "./serve-mock.ts";

/** What a node keeps for the one person who is signed in; mail is set up unless a test says otherwise. */
export function mockSettings() {
  const kept: PersonalSettings = {
    notices: { seen: "0", read: [] },
    views: {},
    mail: { isSetUp: true, choice: null, isRefused: false },
  };
  const bodyOf = ({ body }: MockCall) => JSON.parse(body.toString()) as unknown;
  const change = (call: MockCall): unknown => {
    switch (call.path) {
      case "/api/settings/notices": {
        const { seen = kept.notices.seen, read } = NoticesRead.parse(bodyOf(call));
        const after = [...kept.notices.read, ...read].filter((at) => Number(at) > Number(seen));
        kept.notices = { seen, read: after };
        return kept.notices;
      }
      case "/api/settings/views": {
        const { page, views } = SavedViews.parse(bodyOf(call));
        kept.views = { ...kept.views, [page]: views };
        return kept.views;
      }
      case "/api/settings/mail": {
        const choice = call.method === "DELETE" ? null : (bodyOf(call) as PersonalSettings["mail"]["choice"]);
        kept.mail = { ...kept.mail, choice, isRefused: false };
        return kept.mail;
      }
      default:
        return kept;
    }
  };
  return {
    kept,
    /** The answer where the call is about settings or the end of mail. */
    api(call: MockCall): { status: number; body: unknown } | undefined {
      if (!call.path.startsWith("/api/settings")) return undefined;
      return { status: 200, body: change(call) };
    },
  };
}
