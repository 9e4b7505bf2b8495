import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'trix';

/** Puts both editors on the page, each with a text to go on from, and gives what each takes for its document. */
export const openEditors = (): (() => Readonly<Record<string, string>>) => {
  const text = document.createElement('p');
  text.textContent = 'Written about DeepSeek: ';
  const place = document.createElement('section');
  place.id = 'prosemirror';
  document.body.append(place);
  const wrapped = document.createElement('div');
  wrapped.append(text);
  const view = new EditorView(place, {
    state: EditorState.create({ schema, doc: DOMParser.fromSchema(schema).parse(wrapped) }),
  });
  const trix = document.createElement('trix-editor');
  trix.id = 'trix';
  document.body.append(trix);
  return () => ({
    prosemirror: view.state.doc.textContent,
    trix: (trix as HTMLElement & { value: string }).value,
  });
};
