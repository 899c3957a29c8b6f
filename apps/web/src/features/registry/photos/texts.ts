import { defineTexts } from "../../../i18n/define-texts.ts";

export const photosTexts = defineTexts({
  zh: {
    "photos.nth": "第 {{at}} 张照片",
    "photos.of": "第 {{at}} 张，共 {{of}} 张",
    "photos.open": "放大第 {{at}} 张照片",
    "photos.closed": "第 {{at}} 张这里打不开",
    "photos.drop": "去掉第 {{at}} 张照片",
    "photos.how": "选文件，拖进来，或者粘贴；最多 {{max}} 张。照片缩小后加密保存，拍照地点等信息不会留下。",
    "photos.bad": "有照片读不出来，请换成 JPEG 或 PNG。",
  },
  en: {
    "photos.nth": "Photo {{at}}",
    "photos.of": "{{at}} of {{of}}",
    "photos.open": "Enlarge photo {{at}}",
    "photos.closed": "Photo {{at}} does not open here",
    "photos.drop": "Take out photo {{at}}",
    "photos.how":
      "Choose files, drop them here, or paste; at most {{max}}. Photos are made small and kept sealed; where they were taken is left out.",
    "photos.bad": "A photo could not be read; try JPEG or PNG.",
  },
});
