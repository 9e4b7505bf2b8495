const usage = `Usage: npm run knowledge -- COMMAND

  check [--documents DIR]     everything wrong in assets/, by file and line; coverage, claims, readability
  digest DIR                  write assets/digest from the documents in DIR (documents.json names them)
  suggest DIR [--all] [--measure] [--drafts OUT]       concepts of .txt, .md, .html files that have no entry yet
  export [--format F] [--from DIR]                     the entries as one file, to standard output
  import FILE [--format F] [--to DIR] [--replace]      a file's entries into DIR (assets), all or none
  schema                      write docs/pack.schema.json

F is json, csv or skos. export names on standard error what a format loses.
`;

type Command = (args: readonly string[]) => number;

/** Each takes the arguments after its name and gives the exit status; loaded only when asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./knowledge-check.ts')).runCheck,
  digest: async () => (await import('./knowledge-digest.ts')).runDigest,
  suggest: async () => (await import('./knowledge-suggest.ts')).runSuggest,
  export: async () => (await import('./knowledge-packs.ts')).runExport,
  import: async () => (await import('./knowledge-packs.ts')).runImport,
  schema: async () => (await import('./knowledge-packs.ts')).runSchema,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  console.error(name ? `knowledge: no command ${name}\n\n${usage}` : usage);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await command())(args);
  } catch (error) {
    console.error(`knowledge ${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
