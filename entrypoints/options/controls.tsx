import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section(props: {
  id: string;
  title: string;
  lead?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="section" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.children}
    </section>
  );
}

/** One of a few values, all of them in sight. */
export function Choice<Value extends string>(props: {
  title: string;
  value: Value;
  choices: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.title}</legend>
      {props.choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export function Switch(props: { label: string; on: boolean; onTurn: (on: boolean) => void }) {
  return (
    <label class="switch">
      <span class="switch-label">{props.label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={props.on}
        aria-checked={props.on}
        onChange={(event) => props.onTurn(event.currentTarget.checked)}
      />
    </label>
  );
}

/** Rows with a thing and what may be done with it; says so where there is none. */
export function RowList<Item>(props: {
  items: readonly Item[];
  empty: string;
  keyOf: (item: Item) => string;
  draw: (item: Item) => ComponentChildren;
}) {
  if (props.items.length === 0) return <p class="empty">{props.empty}</p>;
  return (
    <ul class="rows">
      {props.items.map((item) => (
        <li key={props.keyOf(item)} class="row">
          {props.draw(item)}
        </li>
      ))}
    </ul>
  );
}
