/** What is still held in this page by those who asked since `countHeld` began. */
export type Held = { readonly listeners: readonly string[]; readonly observers: number };

/** Counts listeners and observers from now on. Listeners on signals are not counted: they go with their signal. */
export const countHeld = (): (() => Held) => {
  const listeners = new Set<{
    target: EventTarget;
    type: string;
    call: unknown;
    signal?: AbortSignal;
  }>();
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  EventTarget.prototype.addEventListener = function (type, call, options) {
    if (!(this instanceof AbortSignal) && !(this instanceof MessagePort)) {
      const signal = typeof options === 'object' ? options.signal : undefined;
      listeners.add({ target: this, type, call, ...(signal && { signal }) });
    }
    add.call(this, type, call, options);
  };
  EventTarget.prototype.removeEventListener = function (type, call, options) {
    for (const held of listeners) {
      if (held.target === this && held.type === type && held.call === call) listeners.delete(held);
    }
    remove.call(this, type, call, options);
  };
  const observers = new Set<object>();
  for (const kind of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = kind.prototype as MutationObserver;
    Object.assign(kind.prototype, {
      observe(this: MutationObserver, ...given: Parameters<typeof observe>) {
        observers.add(this);
        observe.apply(this, given);
      },
      disconnect(this: MutationObserver) {
        observers.delete(this);
        disconnect.call(this);
      },
    });
  }
  return () => ({
    listeners: [...listeners].filter(({ signal }) => !signal?.aborted).map(({ type }) => type),
    observers: observers.size,
  });
};
