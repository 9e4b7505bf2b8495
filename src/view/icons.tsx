import type { ComponentChildren } from 'preact';

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);

export const PinIcon = () => (
  <Icon>
    <path d="M5.5 2.5h5l-.6 4.2 2.1 2.3H4l2.1-2.3zM8 9v4.5" />
  </Icon>
);

/** A card in a corner of its window: it goes to the next one. */
export const MoveIcon = () => (
  <Icon>
    <path d="M2.5 3h11v10h-11zM8.5 9h2.5v1.5H8.5z" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path class="turns" d="M9.5 3.5L5 8l4.5 4.5" />
  </Icon>
);

export const OpenIcon = () => (
  <Icon>
    <path class="turns" d="M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.2 3.8L7.5 8.5" />
  </Icon>
);

export const FoldIcon = () => (
  <Icon>
    <path d="M4 6.5L8 10l4-3.5" />
  </Icon>
);

/** A crosshair: this takes you to the place. */
export const JumpIcon = () => (
  <Icon>
    <path d="M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3" />
    <circle cx="8" cy="8" r="3.5" />
  </Icon>
);
