import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is fetched when it is first shown, so that it costs the other views nothing. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [View, setView] = useState(() => loaded);
    useEffect(() => {
      let awaited = true;
      if (!loaded)
        void load().then((view) => {
          loaded = view;
          if (awaited) setView(() => view);
        });
      return () => {
        awaited = false;
      };
    }, []);
    return View ? <View {...props} /> : null;
  };
}
