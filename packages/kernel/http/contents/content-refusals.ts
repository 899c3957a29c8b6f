/** Status and words of one code; `{name}` stands for a value. */
interface Declared {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

/** Every reason why a content, a draft or a file is not kept or given. Each says what to do instead. */
export const contentRefusals = {
  CONTENT_FORM: {
    status: 422,
    en: "The content has no canonical form: objects, lists, text, whole numbers, true and false only.",
    zh: "内容格式不合要求：只能有对象、列表、文字、整数和是非值",
  },
  CONTENT_TOO_LARGE: {
    status: 413,
    en: "The content has {bytes} bytes; at most {bytesMax} are kept. Attach long texts as files.",
    zh: "内容有 {bytes} 字节，最多 {bytesMax} 字节。长文请作为附件上传",
  },
  PARTS_FORM: {
    status: 422,
    en: "These are no parts as they must be sent: each a subject, a salt, a length and the canonical JSON of an object.",
    zh: "资料格式不合要求：每份依次是对象编号、随机盐、长度和规范 JSON",
  },
  SUBJECT_ERASED: {
    status: 410,
    en: "Subject {subject} was erased, and nothing about it is kept any more. Take it out and send the others again.",
    zh: "编号 {subject} 的资料已删除，不再保存。请去掉后重新提交其余的",
  },
  SUBJECTS_FULL: {
    status: 503,
    en: "The node keeps as many subjects as it can: nothing was kept. Tell whoever runs the node.",
    zh: "节点保存的户和人已达上限，没有保存。请告知节点管理员",
  },
  SHARE_USED: {
    status: 429,
    en: "This account has sent as much as it may within an hour. Try again later.",
    zh: "这个账户一小时内上传的已达上限，请稍后再试",
  },
  NO_SPACE: {
    status: 503,
    en: "The node's disk is full: nothing was kept. Tell whoever runs the node.",
    zh: "节点磁盘已满，没有保存。请告知节点管理员",
  },
  DRAFT_NONE: { status: 404, en: "There is no such draft.", zh: "没有这份草稿" },
  DRAFT_DAMAGED: {
    status: 410,
    en: "The draft cannot be opened: the disk holds something else than was written. Delete it and begin anew.",
    zh: "草稿打不开：磁盘上的内容已损坏。请删除后重写",
  },
  DRAFT_CHANGED: {
    status: 409,
    en: "The draft was saved from another page meanwhile. Compare both and save one.",
    zh: "这份草稿已在另一个页面保存过。请比较两份，再保存其中一份",
  },
  DRAFT_DELETED: {
    status: 409,
    en: "The draft was deleted from another page meanwhile. Save it as a new one to keep it.",
    zh: "这份草稿已在另一个页面删除。要保留请另存为新草稿",
  },
  DRAFTS_FULL: {
    status: 409,
    en: "There are {draftsMax} drafts already. Delete one that is not needed.",
    zh: "草稿已有 {draftsMax} 份，请先删除不用的",
  },
  FILE_NONE: {
    status: 404,
    en: "There is no such file, or not for you, or it has not reached this node yet.",
    zh: "没有这个文件，或者您无权查看，也可能还没有传到这个节点",
  },
  FILES_BUSY: {
    status: 503,
    en: "Too many files are being sent at this moment. Try again shortly.",
    zh: "现在上传的文件太多，请稍后再试",
  },
  FILE_LENGTH: {
    status: 411,
    en: "Send the file with its length (content-length).",
    zh: "上传文件要带上长度（content-length）",
  },
  FILE_TOO_LARGE: {
    status: 413,
    en: "The file has more than {bytesMax} bytes. Send it in parts or make its pictures smaller.",
    zh: "文件超过 {bytesMax} 字节。请分开上传，或缩小其中的图片",
  },
  FILE_CUT_OFF: {
    status: 400,
    en: "The file did not arrive whole. Send it again.",
    zh: "文件没有传完，请重新上传",
  },
  FILE_NAME: {
    status: 422,
    en: "Send the file's name percent-encoded, at most {bytesMax} bytes of UTF-8.",
    zh: "请用百分号编码带上文件名，UTF-8 不超过 {bytesMax} 字节",
  },
  FILE_SALT: {
    status: 422,
    en: "Send the salt of the file's identity: 32 random bytes in hexadecimal.",
    zh: "请带上文件编号的随机盐：32 个随机字节，用十六进制表示",
  },
  FILE_SALT_USED: {
    status: 409,
    en: "This salt has been used for this file by somebody else. Take another one.",
    zh: "别人已用这个盐上传过这份文件，请换一个盐",
  },
  FILE_EMPTY: { status: 422, en: "The file is empty.", zh: "文件是空的" },
  FILE_TYPE: {
    status: 415,
    en: "By its content this is no PDF, picture, Office document or text. Save it as PDF and send that.",
    zh: "从内容看，这不是 PDF、图片、Office 文档或文本。请另存为 PDF 再上传",
  },
  FILE_DAMAGED: {
    status: 422,
    en: "The file is damaged, or not made as its kind says. Save it anew and send that.",
    zh: "文件已损坏，或不合它这种格式。请重新保存后再上传",
  },
  FILE_TWO_KINDS: {
    status: 422,
    en: "The file is of two kinds at once, so that each program sees something else. Save it anew and send that.",
    zh: "这个文件同时是两种格式，不同软件看到的会不一样。请重新保存后再上传",
  },
  FILE_PROGRAM: { status: 415, en: "Programs and scripts are not taken.", zh: "不收程序和脚本" },
  FILE_PAGE: {
    status: 415,
    en: "Web pages and SVG drawings may act when opened and are not taken. Save as PDF or PNG.",
    zh: "网页和 SVG 打开时可能执行脚本，不能上传。请另存为 PDF 或 PNG",
  },
  FILE_ARCHIVE: {
    status: 415,
    en: "Archives are not taken. Send the files each by itself.",
    zh: "不收压缩包，请把文件逐个上传",
  },
  FILE_NESTED: {
    status: 422,
    en: "The document holds an archive or an embedded object. Remove it, or save as PDF.",
    zh: "文档里嵌有压缩包或其他对象。请删去，或另存为 PDF",
  },
  FILE_BOMB: {
    status: 422,
    en: "Opened, the file would take far more room than it should.",
    zh: "这个文件打开后占用的空间远超正常范围",
  },
  FILE_MACROS: {
    status: 422,
    en: "The document holds macros. Save it without them, as docx, xlsx or pptx.",
    zh: "文档里有宏。请另存为不带宏的 docx、xlsx 或 pptx",
  },
  FILE_ENCRYPTED: {
    status: 422,
    en: "The file is under a password. Remove the password; what is kept here is sealed.",
    zh: "文件设了密码。请先去掉密码，上传后会密封保存",
  },
  FILE_OLD_OFFICE: {
    status: 415,
    en: "Old Office formats (doc, xls, ppt, rtf) are not taken. Save as docx, xlsx, pptx or PDF.",
    zh: "不收旧版 Office 格式（doc、xls、ppt、rtf）。请另存为 docx、xlsx、pptx 或 PDF",
  },
  FILE_UNJUDGED: {
    status: 422,
    en: "The file could not be examined within the limits of time and memory. Save it anew, or as PDF.",
    zh: "在限定的时间和内存内查不完这个文件。请重新保存，或另存为 PDF",
  },
} as const satisfies Readonly<Record<string, Declared>>;
