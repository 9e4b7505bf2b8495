declare module 'virtual:newsgloss/lexicon' {
  const lexicon: import('../core/matching/pack-lexicon.ts').PackedLexicon;
  export default lexicon;
}

declare module 'virtual:newsgloss/look' {
  const look: import('../core/matching/packed.ts').PackedLook;
  export default look;
}

declare module 'virtual:newsgloss/glossary' {
  const glossary: import('../core/knowledge/glossary.ts').Glossary;
  export default glossary;
}

declare module 'virtual:newsgloss/entries' {
  const entries: readonly import('../core/knowledge/entry.ts').Entry[];
  export default entries;
}
