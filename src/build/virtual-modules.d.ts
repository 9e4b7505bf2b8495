declare module 'virtual:newsgloss/lexicon' {
  const lexicon: import('../core/matching/pack-lexicon.ts').PackedLexicon;
  export default lexicon;
}

declare module 'virtual:newsgloss/forms' {
  const forms: import('../core/matching/packed.ts').PackedForms;
  export default forms;
}

declare module 'virtual:newsgloss/cues' {
  const cues: import('../core/matching/pack-cues.ts').PackedCues;
  export default cues;
}

declare module 'virtual:newsgloss/glossary' {
  const glossary: import('../core/knowledge/glossary.ts').Glossary;
  export default glossary;
}

declare module 'virtual:newsgloss/entries' {
  const entries: readonly import('../core/knowledge/entry.ts').Entry[];
  export default entries;
}
