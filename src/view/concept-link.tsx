import type { ComponentChildren } from 'preact';
import type { ConceptId } from '../core/knowledge/entry.ts';

/** How another concept is reached: in place by a function, or by an address. */
export type Follow =
  | { readonly onFollow: (concept: ConceptId) => void; readonly hrefOf?: undefined }
  | { readonly hrefOf: (concept: ConceptId) => string; readonly onFollow?: undefined };

export const ConceptLink = ({
  id,
  follow,
  class: name,
  children,
}: {
  id: ConceptId;
  follow: Follow;
  class: string;
  children: ComponentChildren;
}) =>
  follow.hrefOf ? (
    <a class={name} href={follow.hrefOf(id)}>
      {children}
    </a>
  ) : (
    <button type="button" class={name} onClick={() => follow.onFollow(id)}>
      {children}
    </button>
  );
