import { defineTexts } from "../../../i18n/define-texts.ts";

export const ownFileTexts = defineTexts({
  zh: {
    "own.title": "我家档案",
    "own.what": "我家档案",
    "own.none": "还没有绑定您家的档案",
    "own.none.how":
      "带上身份证到村里，由网格员当着见证人把档案绑定到您的账户。绑定后在这里看档案、看谁看过、同意或者收回授权。",
  },
  en: {
    "own.title": "Our file",
    "own.what": "your file",
    "own.none": "No household file is bound to you yet",
    "own.none.how":
      "Take your identity card to the village: the grid worker binds the file to your account before a witness. Then you see it here, who looked at it, and you agree to access or end it.",
  },
});
