/** A page in English about AI, by its title, around what is given. */
export const newsPage = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head>` +
  `<body style="font:18px/1.6 serif;margin:40px;max-width:640px">${body}</body></html>`;

/** A paragraph with seven concepts, DeepSeek first. */
export const news = `<p>In January DeepSeek released R1, a large language model that anyone may download.
  OpenAI and Nvidia took note of the open-source model and its inference costs.</p>`;
